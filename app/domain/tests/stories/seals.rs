//! What a seal promises: the same words have the same seal, any other words another, and nothing that anybody does
//! afterwards changes what was sealed.

use std::collections::BTreeMap;

use domain::{
    Act, Id, Kind, Record, Scope, Stage,
    session::{bench, content, seal},
    sync::authority,
};
use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::{Map, Value, json};

use crate::{
    cast::{CHEN, JIANG, VILLAGE, WU, edit, id},
    evening::{BENCH, SESSION},
    open::deeds,
    stages::{There, at},
};

/// An evening with something of everything, and what is sealed of it.
fn full(stage: Stage) -> There {
    let mut there = at(stage);
    let open = deeds(&there).into_iter();
    let more = ["state", "ask", "promise", "papers", "speak", "note", "count"];
    for (at, (word, by, (kind, name), act)) in open.enumerate() {
        if more.contains(&word) && !stage.frozen() {
            let name = name.unwrap_or(id(8_000 + at as u128));
            there.evening.does(by, (kind, name, BENCH), act).expect("it is open");
        }
    }
    there
}

fn sealed_of(records: &BTreeMap<Id, Record>, order: &[Index]) -> Value {
    let within = records.values().filter(|record| record.scope == BENCH);
    let mut within: Vec<&Record> = within.collect();
    for (place, with) in order.iter().enumerate() {
        let (place, with) = (place % within.len(), with.index(within.len()));
        within.swap(place, with);
    }
    content(&records[&SESSION], &within).expect("content")
}

/// The same value, its maps filled from the other end.
fn turned(value: &Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(turned).collect(),
        Value::Object(fields) => {
            let fields = fields.iter().rev().map(|(name, value)| (name.clone(), turned(value)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

/// The value with its leaves, lists and maps each changed in turn, as far as one change goes.
fn changed(value: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    match value {
        Value::Null => all.extend([json!(0), json!("")]),
        Value::Bool(is) => all.extend([json!(!is), Value::Null]),
        Value::Number(n) => {
            all.extend([json!(n.as_i64().unwrap_or(0) + 1), json!(n.to_string()), Value::Null]);
        }
        Value::String(text) => {
            all.extend([json!(format!("{text} ")), json!(format!("{text}。"))]);
            all.extend((!text.is_empty()).then(|| json!("")));
        }
        Value::Array(values) => {
            for (at, part) in values.iter().enumerate() {
                let with = |part| [&values[..at], &[part], &values[at + 1..]].concat();
                all.extend(changed(part).into_iter().map(|part| Value::Array(with(part))));
                all.push(Value::Array([&values[..at], &values[at + 1..]].concat()));
                all.push(Value::Array([&values[..=at], &values[at..]].concat()));
            }
            if values.len() > 1 && values[0] != values[1] {
                let mut swapped = values.clone();
                swapped.swap(0, 1);
                all.push(Value::Array(swapped));
            }
            all.push(Value::Array([&values[..], &[Value::Null]].concat()));
        }
        Value::Object(fields) => {
            for (name, part) in fields {
                let mut without = fields.clone();
                without.remove(name);
                all.push(Value::Object(without.clone()));
                without.insert(format!("{name}_"), part.clone());
                all.push(Value::Object(without));
                all.extend(changed(part).into_iter().map(|part| {
                    let mut fields = fields.clone();
                    fields.insert(name.clone(), part);
                    Value::Object(fields)
                }));
            }
        }
    }
    all
}

#[test]
fn any_other_content_has_another_seal() {
    let there = full(Stage::Checking);
    let content = sealed_of(&there.evening.records, &[]);
    let names =
        ["title", "village", "seats", "facts", "consensus", "statements", "counts", "actions"];
    let said = |name: &&str| content[*name].as_array().is_none_or(|all| !all.is_empty());
    assert!(
        names.iter().filter(|name| **name != "facts").all(said),
        "there is something of everything"
    );
    let (digest, mut codes) = (seal::digest(&content), BTreeMap::new());
    codes.insert(seal::code(&digest), content.clone());
    let mut counted = 0;
    for other in changed(&content) {
        assert_ne!(other, content);
        let other_digest = seal::digest(&other);
        assert_ne!(other_digest, digest);
        let code = seal::code(&other_digest);
        let before = codes.insert(code, other.clone());
        assert!(before.is_none_or(|before| before == other), "two have one code");
        counted += 1;
    }
    assert!(counted > 300, "{counted} changes");
}

/// Everything that is done anywhere in these stories, to each record there is, and to fresh ones.
fn everything(there: &There) -> Vec<(Id, (Kind, Id, Scope), Act)> {
    let mut all = Vec::new();
    let fields =
        ["words", "title", "name", "seat", "named", "part", "sort", "consensus", "duty", "present"];
    for record in there.evening.records.values() {
        let to = || (record.kind.clone(), record.id, record.scope);
        let acts = deeds(there).into_iter().map(|(_, _, _, act)| act);
        let edits = fields.iter().flat_map(|field| {
            let now = record.fields.get(*field).cloned().unwrap_or_default();
            [edit(field, now.clone(), "别的"), edit(field, now, Value::Null)]
        });
        for act in acts.chain(edits).chain([Act::Withdraw]) {
            all.extend([CHEN, WU, JIANG].map(|by| (by, to(), act.clone())));
        }
    }
    for (_, by, (kind, _), act) in deeds(there) {
        let fresh = id(20_000 + all.len() as u128);
        all.push((by, (kind, fresh, BENCH), act));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_same_words_have_the_same_seal_in_whatever_order_they_came(order in vec(any::<Index>(), 40)) {
        let there = full(Stage::Checking);
        let [one, other] = [&[][..], &order].map(|order| sealed_of(&there.evening.records, order));
        prop_assert_eq!(seal::canonical(&one), seal::canonical(&other));
        prop_assert_eq!(seal::digest(&one), seal::digest(&turned(&other)));
        let text: Value = serde_json::from_str(&seal::canonical(&one)).expect("it is JSON");
        prop_assert_eq!(text, one);
    }

    #[test]
    fn nothing_that_anybody_does_changes_what_is_sealed(acts in vec(any::<Index>(), 60), promised: bool) {
        let mut there = full(Stage::Checking);
        if !promised {
            there.evening.records.retain(|_, record| record.kind != Kind::Action);
        }
        let content = sealed_of(&there.evening.records, &[]);
        for (by, duty) in [(WU, "host"), (JIANG, "witness")] {
            let duty = domain::session::Duty::of(duty).expect("a duty");
            there.evening.signs(by, duty).expect("it is signed");
        }
        there.evening.seals().expect("it is sealed");
        let seal = there.evening.records[&SESSION].fields["seal"].clone();
        prop_assert_eq!(&seal["content"], &content);
        for record in there.evening.records.values_mut() {
            let along = authority::Along { what: authority::Goes::Promised, from: BENCH, to: VILLAGE };
            authority::take_along(record, SESSION, along);
        }
        let all = everything(&there);
        let mut last = sealed_of(&there.evening.records, &[]);
        last["actions"] = content["actions"].clone();
        prop_assert_eq!(&last, &content);
        for at in acts {
            let (by, to, act) = at.get(&all).clone();
            let done = there.evening.does(by, to.clone(), act.clone());
            let mut now = sealed_of(&there.evening.records, &[]);
            prop_assert_eq!(now["actions"].take(), json!([]), "{:?} {:?}", &to, &act);
            now["actions"] = content["actions"].clone();
            prop_assert_eq!(&now, &content, "{:?} {:?} {:?}", to, act, done);
            prop_assert_eq!(&there.evening.records[&SESSION].fields["seal"], &seal);
        }
    }

    #[test]
    fn a_chain_that_was_tampered_with_is_found(contents in vec(any::<u32>(), 2..8), which: Index, how in 0..4) {
        let mut chain: Vec<Record> = Vec::new();
        for (number, content) in contents.iter().enumerate() {
            let prev = chain.last().map(|record| record.fields["seal"]["chain"].clone()).unwrap_or_default();
            let content = json!({"n": number, "is": content});
            let mut record = Record::blank(Kind::Session, id(number as u128), VILLAGE);
            record.fields = Map::from_iter([("seal".to_owned(), json!({"digest": seal::digest(&content), "content": content}))]);
            let number = u32::try_from(number).expect("few") + 1;
            authority::link(&mut record, number, prev.as_str().unwrap_or_default());
            chain.push(record);
        }
        prop_assert!(whole(&chain));
        let at = which.index(chain.len() - 1);
        match how {
            0 => {
                // other words under the same code
                let seal = chain[at].fields.get_mut("seal").expect("a seal");
                seal["content"]["is"] = json!("别的");
            }
            1 => {
                // other words with a digest of their own
                let seal = chain[at].fields.get_mut("seal").expect("a seal");
                seal["content"]["is"] = json!("别的");
                seal["digest"] = json!(seal::digest(&seal["content"]));
                let (number, prev) = (seal["number"].as_u64().expect("a number"), seal["prev"].clone());
                let number = u32::try_from(number).expect("few");
                authority::link(&mut chain[at], number, prev.as_str().unwrap_or_default());
            }
            2 => drop(chain.remove(at)),
            _ => chain.swap(at, at + 1),
        }
        prop_assert!(!whole(&chain));
    }

    #[test]
    fn how_often_somebody_spoke_does_not_depend_on_who_noted_it_first(
        spans in vec((0..4_u128, 0..200_i64, prop::option::of(0..60_i64)), 0..20), order in vec(any::<Index>(), 20),
    ) {
        let speech = |&(seat, began, lasts): &(u128, i64, Option<i64>)| {
            bench::Speech { seat: id(seat), began, ended: lasts.map(|lasts| began + lasts) }
        };
        let speeches: Vec<bench::Speech> = spans.iter().map(speech).collect();
        let mut other = speeches.clone();
        for (place, with) in order.iter().enumerate().filter(|_| !speeches.is_empty()) {
            let (place, with) = (place % speeches.len(), with.index(speeches.len()));
            other.swap(place, with);
        }
        let times = bench::times_spoken(&speeches);
        prop_assert_eq!(&times, &bench::times_spoken(&other));
        let twice = [speeches.clone(), other].concat();
        prop_assert_eq!(&times, &bench::times_spoken(&twice), "noted twice is spoken once");
        for seat in (0..4).map(id) {
            let noted = speeches.iter().filter(|speech| speech.seat == seat).count();
            let times = times.get(&seat).copied().unwrap_or(0);
            prop_assert!(times as usize <= noted && (times == 0) == (noted == 0));
            prop_assert_eq!(times, stretches(&speeches, seat));
        }
    }
}

/// How often somebody spoke, told moment by moment: each stretch in which at least one noted it is one.
fn stretches(speeches: &[bench::Speech], seat: Id) -> u32 {
    let own: Vec<&bench::Speech> = speeches.iter().filter(|speech| speech.seat == seat).collect();
    let speaks =
        |at: i64| own.iter().any(|s| s.began <= at && s.ended.is_none_or(|ended| at <= ended));
    let begins = (0..300).filter(|at| speaks(*at) && !speaks(at - 1));
    // who ends and begins in one moment goes on; who begins in the next does so anew
    let anew = (1..300).filter(|at| {
        let ends = own.iter().any(|s| s.ended == Some(at - 1));
        let spans = own.iter().any(|s| s.began < *at && s.ended.is_none_or(|ended| ended >= *at));
        speaks(*at) && speaks(at - 1) && ends && !spans
    });
    u32::try_from(begins.count() + anew.count()).expect("few")
}

/// Whether each seal says what its digest says, and follows on the one before.
fn whole(chain: &[Record]) -> bool {
    let mut prev = String::new();
    chain.iter().zip(1_u32..).all(|(record, number)| {
        let seal = &record.fields["seal"];
        let digest = seal::digest(&seal["content"]);
        let link = seal::chain(&prev, &digest);
        let fits = seal["digest"] == digest
            && seal["number"] == number
            && seal["prev"] == prev
            && seal["chain"] == link;
        prev = link;
        fits
    })
}
