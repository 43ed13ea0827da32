//! What phones of earlier versions left in their stores, read by this one, and sent.
//!
//! A release adds a file and never changes an old one:
//! `RECORD=app/domain/tests/corpus/0.1.0.tsv cargo test -p domain --test simulation records`.

use std::{collections::BTreeMap, env, fmt::Debug, fs, ops::RangeInclusive};

use domain::{
    Change, Form, Id, Record, Refusal, Role, Scope, form,
    sync::{Answer, Outcome, Push, PushReply, Replica, Snapshot, arrived},
};
use serde_json::Value;

use crate::village::{Hall, Rng, World};

/// What each release left behind.
const LEFT: [(&str, &str); 1] = [("0.1.0", include_str!("0.1.0.tsv"))];
/// Villages whose phones are full of words, some sent, some refused.
const SEEDS: RangeInclusive<u64> = 1..=24;

/// What one phone left: its person, its stores, and what it was about to send.
#[derive(Default)]
struct Left {
    person: Id,
    snapshot: Snapshot,
    pushes: Vec<String>,
}

/// Reads a value, and sees that nothing of it is lost when it is written again.
fn value<T: Form + Debug>(text: &str) -> T {
    let read = form::parse::<T>(text).unwrap_or_else(|misread| panic!("{misread}: {text}"));
    let told = |text: &str| serde_json::from_str::<Value>(text).expect("it is JSON");
    assert_eq!(told(&form::text(&read)), told(text));
    read
}

fn phones(lines: &str) -> Vec<Left> {
    let mut phones = BTreeMap::<(usize, String), Left>::new();
    let mut village = 0;
    for line in lines.lines() {
        let cells: Vec<&str> = line.splitn(4, '\t').collect();
        let [phone, store, key, text] = cells[..] else { panic!("four cells a line: {line}") };
        village += usize::from((phone, store) == ("0", "person"));
        let left = phones.entry((village, phone.to_owned())).or_default();
        let snapshot = &mut left.snapshot;
        match (store, key) {
            ("person", _) => left.person = text.parse().expect("an id"),
            ("rows", _) => snapshot.rows.push(value(text)),
            ("outbox", seq) => {
                let seq = seq.parse().expect("a number");
                snapshot.outbox.push(Change { seq, ..value(text) });
            }
            ("journal", _) => snapshot.journal.push(value(text)),
            ("attention", _) => snapshot.attention.push(value(text)),
            ("cursor", _) => snapshot.cursors.push(value(text)),
            ("meta", "turn") => snapshot.turn = value(text),
            ("meta", _) => snapshot.meta = Some(value(text)),
            ("push", _) => left.pushes.push(text.to_owned()),
            _ => panic!("a store that this version does not know: {line}"),
        }
    }
    phones.into_values().collect()
}

/// A server that was there before, and knows the records the phone knows.
fn hall(left: &Left, rng: &mut Rng) -> Hall {
    let epoch = left.snapshot.meta.as_ref().and_then(|meta| meta.epoch.clone());
    let mut hall = Hall::found(&epoch.unwrap_or_default());
    let mut scopes: Vec<Scope> = left.snapshot.rows.iter().map(|row| row.scope).collect();
    scopes.extend(left.snapshot.outbox.iter().map(|change| change.scope));
    scopes.sort_unstable();
    scopes.dedup();
    for scope in scopes.into_iter().filter(|scope| *scope != Scope::User(left.person)) {
        hall.grant(left.person, scope, Role::Secretary, rng);
    }
    left.snapshot.rows.iter().for_each(|row: &Record| hall.settle_in(row.clone()));
    hall
}

fn answers(hall: &mut Hall, left: &Left, push: &Push, rng: &mut Rng) -> Vec<Answer> {
    let reply = hall.push(left.person, push, 1_900_000_000_000, rng).expect("a sound village");
    let PushReply::Taken(taken) = reply else { panic!("there is no twin") };
    taken.results
}

#[test]
fn whatever_an_earlier_version_left_on_a_phone_is_read_and_sent() {
    let mut sent = 0;
    for (release, lines) in LEFT {
        for left in phones(lines) {
            let mut rng = Rng::new(1);
            let replica = Replica::restore(left.person, left.snapshot.clone(), rng.id());
            assert_eq!(replica.unsent().len(), left.snapshot.outbox.len(), "{release}");
            assert_eq!(replica.attention().len(), left.snapshot.attention.len(), "{release}");
            let mut hall = hall(&left, &mut rng);
            let Some(push) = replica.push(200, "2.0.0", 1_900_000_000_000) else { continue };
            for answer in answers(&mut hall, &left, &push, &mut rng) {
                let unread = matches!(
                    answer.outcome,
                    Outcome::Refused { refusal: Refusal::Malformed | Refusal::UnknownAct }
                );
                assert!(!unread, "{release}: {answer:?}");
                sent += 1;
            }
        }
    }
    assert!(sent > 20, "there are words in the corpus");
}

#[test]
fn whatever_an_earlier_version_sends_is_read_change_by_change() {
    let mut read = 0;
    for left in LEFT.iter().flat_map(|(_, lines)| phones(lines)) {
        for text in &left.pushes {
            let push = form::parse::<Push<Value>>(text).expect("a push");
            read += push.changes.len();
            assert!(push.changes.iter().all(|change| arrived(change).is_ok()), "{text}");
        }
    }
    assert!(read > 20, "there are words in the corpus");
}

#[test]
fn this_version_records_what_it_leaves_in_a_form_that_it_reads() {
    let life = |seed| World::new(seed, false).record().expect("a sound village");
    let recorded: String = SEEDS.map(life).collect();
    let words = |left: &Left| left.snapshot.outbox.len() + left.snapshot.attention.len();
    assert!(phones(&recorded).iter().map(words).sum::<usize>() > 20);
    if let Ok(path) = env::var("RECORD") {
        fs::write(path, recorded).expect("the corpus is written");
    }
}
