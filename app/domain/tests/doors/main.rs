//! Bad input: every door is knocked at with what a broken phone, a torn line or a foreign hand may send. The same
//! knocks go on for as long as one likes in `fuzz/`.
#![expect(clippy::expect_used, reason = "a corpus that cannot be read should stop the test")]

mod knock;

use domain::{
    Fields, Id, Record, Scope, form,
    sync::{Carried, Columns, Cursor, Edited, Kept, Page, Pull, PullReply, Push, Step},
};
use proptest::{prelude::*, sample::Index};
use serde_json::Value;

/// What phones of the first release held and sent.
const LEFT: &str = include_str!("../corpus/0.1.0.tsv");

/// The texts of some stores.
fn texts(stores: &[&str]) -> Vec<String> {
    let cells = LEFT.lines().map(|line| line.splitn(4, '\t').collect::<Vec<_>>());
    let wanted = cells.filter(|cells| stores.contains(&cells[1]));
    wanted.map(|cells| cells[3].to_owned()).collect()
}

/// What is brought to the door of a phone that holds a little.
fn steps() -> Vec<String> {
    let (scope, id, fields) = (Scope::Village(knock::PERSON), knock::PERSON, Fields::new());
    let edit = Edited { id, was: 3, rev: 4, at: 5, by: None, gone: false, fields };
    let record = Record::blank(domain::Kind::Comment, Id::from_u128(9), scope);
    let rows = Some(Columns::of(&[record]));
    let left = vec![(Id::from_u128(8), 2)];
    vec![form::text(&vec![Step { scope, ver: 6, left, rows, edits: vec![edit] }])]
}

/// An answer to a pull with some of the rows that phones held.
fn told() -> Vec<String> {
    let rows: Vec<Record> =
        texts(&["rows"]).iter().map(|text| form::parse(text).expect("a record")).collect();
    let pages = |rows: &[Record]| {
        let scope = rows[0].scope;
        let rows: Vec<Record> = rows.iter().filter(|row| row.scope == scope).cloned().collect();
        let (from, to) = (None, Cursor::whole(9));
        vec![Page { scope, from, to, left: vec![(knock::PERSON, 4)], rows: Columns::of(&rows) }]
    };
    let reply = |rows: &[Record]| PullReply {
        epoch: "e1".into(),
        reset: false,
        min_build: None,
        server_at: 5,
        revoked: Vec::new(),
        pages: pages(rows),
        more: false,
    };
    rows.chunks(5).map(|rows| form::text(&reply(rows))).collect()
}

/// What phones asked: how far each of them had read.
fn asked() -> Vec<String> {
    let cursors: Vec<(Scope, Cursor)> =
        texts(&["cursor"]).iter().map(|text| form::parse(text).expect("a cursor")).collect();
    let pull = |read: &[(Scope, Cursor)]| Pull {
        proto: 1,
        build: "0.1.0".into(),
        epoch: Some("e1".into()),
        person: Some(knock::PERSON),
        client: knock::PERSON,
        cursors: read.iter().copied().collect(),
    };
    cursors.chunks(4).map(|read| form::text(&pull(read))).collect()
}

/// A file with what phones had not sent.
fn files() -> Vec<String> {
    let list =
        |stores: &[&str]| texts(stores).iter().take(9).cloned().collect::<Vec<_>>().join(",");
    let (changes, attention, person) = (list(&["outbox"]), list(&["attention"]), knock::PERSON);
    vec![format!(
        r#"{{"format":"bandeng-outbox","version":1,"person":"{person}","name":"姜月仙","exported_at":5,"changes":[{changes}],"attention":[{attention}]}}"#
    )]
}

/// What happens to a text on its way: cut, doubled, a letter changed, one value in the place of another.
#[derive(Clone, Debug)]
enum Harm {
    None,
    Cut(Index),
    Twice(Index, Index),
    Byte(Index, u8),
    Part(Index, String),
}

fn harm() -> impl Strategy<Value = Harm> {
    let words = [
        "null",
        "true",
        "-1",
        "1.5",
        "1e400",
        "18446744073709551616",
        "\"\"",
        "[]",
        "{}",
        "\"\\u0000\"",
        "\"issue\"",
    ];
    let word = prop::sample::select(words.to_vec()).prop_map(str::to_owned);
    prop_oneof![
        1 => Just(Harm::None),
        1 => any::<Index>().prop_map(Harm::Cut),
        1 => any::<(Index, Index)>().prop_map(|(from, to)| Harm::Twice(from, to)),
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Harm::Byte(at, byte)),
        5 => (any::<Index>(), word).prop_map(|(at, word)| Harm::Part(at, word)),
    ]
}

fn harmed(text: &str, harm: &Harm) -> String {
    let mut bytes = text.as_bytes().to_vec();
    match harm {
        Harm::None => {}
        Harm::Cut(at) => bytes.truncate(at.index(bytes.len())),
        Harm::Twice(from, to) => {
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let part = bytes[from.min(to)..from.max(to)].to_vec();
            bytes.splice(from.max(to)..from.max(to), part);
        }
        Harm::Byte(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Harm::Part(at, word) => {
            let mut value: Value = serde_json::from_str(text).expect("it is JSON");
            let part = serde_json::from_str(word).unwrap_or(Value::Null);
            let mut left = at.index(count(&value));
            replace(&mut value, &mut left, &part);
            return value.to_string();
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn count(value: &Value) -> usize {
    match value {
        Value::Array(values) => 1 + values.iter().map(count).sum::<usize>(),
        Value::Object(fields) => 1 + fields.values().map(count).sum::<usize>(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 1,
    }
}

fn replace(value: &mut Value, left: &mut usize, part: &Value) -> bool {
    if *left == 0 {
        value.clone_from(part);
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(values) => values.iter_mut().any(|value| replace(value, left, part)),
        Value::Object(fields) => fields.values_mut().any(|value| replace(value, left, part)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

fn knock(with: &[String], at: &Index, harms: &[Harm], door: impl Fn(&str)) {
    let text = at.get(with);
    harms.iter().for_each(|harm| door(&harmed(text, harm)));
}

proptest! {
    #[test]
    fn a_push_is_answered_change_by_change(at: Index, harms in prop::collection::vec(harm(), 8)) {
        knock(&texts(&["push"]), &at, &harms, knock::push);
    }

    #[test]
    fn a_question_is_read_or_refused(at: Index, harms in prop::collection::vec(harm(), 8)) {
        knock(&asked(), &at, &harms, knock::pull);
    }

    #[test]
    fn an_answer_is_believed_as_a_whole_or_not_at_all(at: Index, harms in prop::collection::vec(harm(), 8)) {
        knock(&[told(), steps()].concat(), &at, &harms, knock::answer);
    }

    #[test]
    fn a_file_is_taken_in_as_a_whole_or_not_at_all(at: Index, harms in prop::collection::vec(harm(), 8)) {
        knock(&files(), &at, &harms, knock::file);
    }

    #[test]
    fn a_stored_value_never_keeps_the_app_from_starting(at: Index, harms in prop::collection::vec(harm(), 8)) {
        let stores = ["rows", "outbox", "journal", "attention", "cursor", "meta"];
        knock(&texts(&stores), &at, &harms, knock::stored);
    }

    #[test]
    fn no_door_is_broken_by_any_text(text in "\\PC{0,200}|[\\[\\]{}\":,0-9a-z]{0,200}") {
        for door in [knock::push, knock::pull, knock::answer, knock::file, knock::stored] {
            door(&text);
        }
    }
}

/// The knocks would prove little if the doors took nothing even unharmed.
#[test]
fn each_door_opens_to_what_is_right() {
    assert!(texts(&["push"]).iter().all(|text| form::parse::<Push>(text).is_ok()));
    assert!(told().iter().all(|text| form::parse::<PullReply>(text).is_ok()));
    assert!(asked().iter().all(|text| form::parse::<Pull>(text).is_ok()));
    assert!(files().iter().all(|text| Carried::read_for(knock::PERSON, text).is_ok()));
    assert!(texts(&["journal"]).iter().all(|text| form::parse::<Kept>(text).is_ok()));
}
