//! A name under a seal: it is read as it was said, it can be proven, and it can be taken out without touching what is
//! sealed.

use domain::{
    Form, Id, Kind, Record, Role,
    session::{self, Seal, Seat, edition::Edition, seal, sealed::Content, token},
};
use proptest::{collection::vec, prelude::*, sample::subsequence};
use serde_json::{Value, json};

use crate::{
    cast::{CHEN, id},
    evening::{BENCH, SESSION},
};

/// Somebody who was there, as typed by whoever laid the seats.
fn seat(n: usize, name: &str) -> Record {
    let salt = (n % 3 != 2).then(|| format!("{n:032x}"));
    let role = Role::ALL[n % Role::ALL.len()];
    let mut seat = Record::blank(Kind::Seat, id(700 + n as u128), BENCH);
    let seated = Seat {
        name: name.to_owned(),
        role,
        label: Some(format!("{name}家")),
        group: Some("三组".into()),
        person: None,
        duty: None,
        remote: false,
        order: u32::try_from(n).expect("few"),
        salt,
    };
    seat.fields = seated.form().as_object().cloned().expect("fields");
    seat.fields.insert("present".into(), json!(true));
    seat
}

fn said(n: usize, seat: Id, words: &str) -> Record {
    let mut said = Record::blank(Kind::Statement, id(800 + n as u128), BENCH);
    let fields = json!({"sort": "opinion", "seat": seat, "words": words, "named": true, "taken_by": id(1),
        "said_at": n});
    said.fields = fields.as_object().cloned().expect("fields");
    said
}

/// An evening with these people, who say these words; every text of it is one of them.
fn evening(names: &[String], texts: &[String]) -> (Record, Vec<Record>) {
    let text = |n: usize| texts.get(n % texts.len().max(1)).cloned().unwrap_or_default();
    let mut session = Record::blank(Kind::Session, SESSION, BENCH);
    let fields = json!({"title": text(0), "village": id(1), "mode": "b", "where": text(1), "convened_by": id(1),
        "stage": "checking", "trail": [], "agenda": [{"topic": "other", "name": text(2), "minutes": 9}]});
    session.fields = fields.as_object().cloned().expect("fields");
    let mut within: Vec<Record> = names.iter().enumerate().map(|(n, name)| seat(n, name)).collect();
    within.extend(
        texts
            .iter()
            .enumerate()
            .map(|(n, words)| said(n, id(700 + (n % names.len()) as u128), words)),
    );
    let mut papers = Record::blank(Kind::Minutes, session::papers_of(SESSION), BENCH);
    papers.fields.insert("consensus".into(), json!(texts.join("\n")));
    let mut task = Record::blank(Kind::Action, id(900), BENCH);
    let fields = json!({"session": SESSION, "owner": names[0], "what": text(3)});
    task.fields = fields.as_object().cloned().expect("fields");
    within.extend([papers, task]);
    (session, within)
}

fn sealed((session, within): &(Record, Vec<Record>)) -> Seal {
    let within: Vec<&Record> = within.iter().collect();
    let content = session::content(session, &within).expect("content");
    let (digest, names) = (seal::digest(&content), session::names(&within));
    let code = seal::code(&digest).expect("a code");
    let (signed, by, at) = (Vec::new(), id(1), 5);
    let (number, prev, chain, struck) = (None, None, None, None);
    Seal { content, digest, code, signed, by, at, number, prev, chain, names, struck }
}

fn plain((session, within): &(Record, Vec<Record>)) -> Value {
    session::plain(session, &within.iter().collect::<Vec<_>>()).expect("content")
}

/// Letters of which names and texts are made, so that they meet: signs of tokens, quotes, digits, one within another.
fn letters(least: usize, most: usize) -> impl Strategy<Value = String> {
    vec(
        prop::sample::select(vec!['陈', '素', '琴', '李', '⟦', '⟧', '0', '1', '"', '\\', 'a', ' ']),
        least..most,
    )
    .prop_map(|letters| letters.into_iter().collect())
}

fn people() -> impl Strategy<Value = Vec<String>> {
    vec(letters(2, 4), 1..5)
}

proptest! {
    #[test]
    fn what_is_read_back_is_what_was_said(
        names in people(), texts in vec(letters(0, 14), 1..6), strange in vec(any::<String>(), 0..3),
    ) {
        let texts = [texts, strange, names.clone()].concat();
        let evening = evening(&names, &texts);
        let seal = sealed(&evening);
        prop_assert_eq!(seal.clear(), plain(&evening));
        prop_assert!(seal.named_rightly());
        // and so it is after it has lain in a database
        let again = Seal::read(serde_json::from_str(&seal.form().to_string()).expect("JSON"));
        prop_assert_eq!(again.as_ref(), Ok(&seal));
    }

    #[test]
    fn whoever_is_erased_is_nowhere_and_the_seal_stands(
        (names, gone) in vec("[陈素琴李施王吴]{2,3}", 1..6).prop_flat_map(|mut names| {
            names.sort();
            names.dedup();
            let all: Vec<usize> = (0..names.len()).collect();
            let most = names.len();
            (Just(names), subsequence(all, 1..=most))
        }),
        glue in vec("[一二，。⟦⟧]{0,3}", 6),
    ) {
        // no name lies in another, or it would be right that its letters stay
        prop_assume!(names.iter().all(|one| names.iter().all(|two| one == two || !two.contains(one.as_str()))));
        let texts: Vec<String> = glue.iter().zip(names.iter().cycle()).map(|(glue, name)| format!("{glue}{name}{glue}说好")).collect();
        let evening = evening(&names, &texts);
        let before = sealed(&evening);
        let mut after = before.clone();
        gone.iter().for_each(|at| after.names[*at].erase("一位村民"));
        let text = after.form().to_string();
        // as whoever checks it reads it: what was taken out has left nothing to miss
        let after = Seal::read(serde_json::from_str(&text).expect("JSON")).expect("a seal");
        prop_assert_eq!(seal::digest(&after.content), before.digest.clone());
        prop_assert_eq!(seal::code(&seal::digest(&after.content)), Some(before.code.clone()));
        prop_assert!(after.named_rightly());
        prop_assert_eq!(after.names.iter().filter(|named| named.name.is_none()).count(), gone.len());
        let read = after.clear().to_string();
        for (at, name) in names.iter().enumerate() {
            let erased = gone.contains(&at);
            prop_assert!(!(erased && text.contains(name.as_str())), "{} is still there", name);
            prop_assert!(!(erased && text.contains(&format!("{at:032x}"))), "its salt is still there");
            prop_assert_eq!(read.contains(name.as_str()), !erased);
        }
        // what lies in the session is struck in the same way, and says the same
        let struck = |text: &str| token::strike(text, &before.names, &after.names);
        for (line, said) in Content::read(after.clear()).expect("content").statements.iter().zip(&texts) {
            prop_assert_eq!(line.words.clone(), Some(struck(said)));
        }
        // whoever consented to be named is not named any more, and is not given the role for a name
        let role = |role: Role| role.as_str().to_owned();
        let edition = Edition::of(&after.clear(), &[], &role).expect("an edition");
        for (quote, at) in edition.quotes.iter().zip((0..names.len()).cycle()) {
            let name = quote.speaker.as_ref().and_then(|speaker| speaker.name.clone());
            prop_assert_eq!(name, (!gone.contains(&at)).then(|| names[at].clone()));
        }
    }

    #[test]
    fn another_name_does_not_fit_its_mark(names in people(), which: prop::sample::Index, other in letters(2, 4)) {
        let evening = evening(&names, &names);
        let mut seal = sealed(&evening);
        let at = which.index(names.len());
        prop_assume!(other != names[at]);
        seal.names[at].name = Some(other);
        prop_assert!(!seal.named_rightly());
        seal.names.pop();
        prop_assert!(!seal.named_rightly());
    }
}

/// Every text in a value.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| [vec![name.clone()], texts(value)].concat())
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

#[test]
fn nobody_finds_a_guess_right_once_the_salt_is_gone() {
    let evening = evening(&["陈素琴".to_owned()], &["好".to_owned()]);
    let mut seal = sealed(&evening);
    // whoever has the name and all that is kept can show that it is the one, with the salt alone
    let found = |seal: &Seal| {
        let mark = seal.content["seats"][0]["mark"].as_str().expect("a mark").to_owned();
        let kept = texts(&seal.form()).into_iter().chain([id(700).to_string(), String::new()]);
        kept.filter(|salt| seal::mark(salt, "陈素琴") == mark).collect::<Vec<_>>()
    };
    assert_eq!(found(&seal), [format!("{:032x}", 0)]);
    seal.names[0].erase("一位村民");
    assert_eq!(found(&seal), Vec::<String>::new());
    assert_eq!(seal::digest(&seal.content), seal.digest);
}

#[test]
fn a_name_in_a_word_of_its_own_is_no_name_of_one_letter() {
    let evening = evening(&["李".to_owned()], &["李子树下".to_owned(), "李".to_owned()]);
    let seal = sealed(&evening);
    assert_eq!(seal.content["title"], "李子树下");
    assert_eq!(seal.content["where"], "⟦0⟧");
    assert_eq!(seal.content["actions"][0]["owner"], "⟦0⟧");
}

#[test]
fn a_seat_laid_with_a_bad_salt_is_refused() {
    let mut there = crate::stages::at(domain::Stage::Planned);
    for (salt, fits) in
        [("0123456789abcdef", true), ("", false), ("短", false), (&"f".repeat(65), false)]
    {
        let mut seat: Seat = seat(0, "何").read().expect("a seat");
        seat.salt = Some((*salt).to_owned());
        let to = (Kind::Seat, id(60_000 + salt.len() as u128), BENCH);
        let done = there.evening.does(CHEN, to, domain::SessionAct::Seat(seat).into());
        assert_eq!(done.is_ok(), fits, "{salt}: {done:?}");
    }
}
