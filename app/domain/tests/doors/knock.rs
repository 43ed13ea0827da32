//! Anything at all, at each door: it is read, or refused with a code; nothing panics, and nothing is half taken.

use std::collections::BTreeMap;

use domain::{
    Change, Form, Id, Kind, Record, Refusal, Role, Scope, Stage, Who, form,
    session::{self, Named, Room, bench, edition::Edition, seal, token},
    sync::{
        Carried, Cursor, Meta, NotCarried, Pull, PullReply, Push, PushReply, Replica, Snapshot,
        Step, arrived,
        authority::{self, Case, Stamps},
        door,
    },
};
use serde_json::Value;

/// Somebody whose phone is knocked at.
pub(crate) const PERSON: Id = Id::from_u128(0x0198_0000_0000_7000_8000_0000_0000_000b);
/// The records of one evening.
pub(crate) const SESSION: &str = include_str!("../frozen/session_records.json");
const NOW: i64 = 1_900_000_000_000;

/// A push as the server reads it: every change has an answer of its own.
pub(crate) fn push(text: &str) {
    let Ok(push) = form::parse::<Push<Value>>(text) else { return };
    let mut before: Option<Record> = None;
    for sent in &push.changes {
        match arrived(sent) {
            Err((_, refusal)) => {
                assert!(matches!(refusal, Refusal::Malformed | Refusal::UnknownAct), "{refusal}");
            }
            Ok(change) => judge(&change, &mut before, push.sent_at),
        }
    }
}

/// The records of one evening, as they lie around what is sent.
fn evening() -> BTreeMap<Id, Record> {
    let records = SESSION.lines().filter_map(|line| form::parse::<Record>(line).ok());
    records.map(|record| (record.id, record)).collect()
}

/// A record of a session as it lies in a database or on a phone: everything is made of it that screens, guards and
/// the seal make.
pub(crate) fn bench(text: &str) {
    let Ok(record) = form::parse::<Record>(text) else { return };
    let mut records = evening();
    records.insert(record.id, record);
    for session in records.values().filter(|record| record.kind == Kind::Session) {
        let room = Room::of(session, &records).expect("a session is a room");
        let within = room.within();
        for stage in Stage::ALL {
            drop(session::lacking(stage, session, &room, NOW));
        }
        let open = session::unsettled(&room, NOW);
        assert!(open.0 + open.1 <= within.len() && session::unanswered(&room) <= within.len());
        assert_eq!(session::silent_from(&room, NOW).is_some(), open.1 > 0);
        let speeches: Vec<bench::Speech> = within.iter().filter_map(|r| r.read().ok()).collect();
        assert!(bench::times_spoken(&speeches).len() <= speeches.len());
        if let Ok(content) = room.content(session) {
            let digest = seal::digest(&content);
            assert_eq!(seal::code(&digest).map(|code| code.len()), Some(8));
            assert!(room.signatures(session.id, &digest).len() <= 2);
            sealed(&seal::canonical(&content));
        }
    }
}

/// Sealed content, as the public board and whoever checks a seal read it; and a code that somebody typed.
pub(crate) fn sealed(text: &str) {
    assert!(seal::typed(text).is_none_or(|code| code.len() == 8));
    assert!(seal::code(text).is_none_or(|code| code.len() == 8));
    let Ok(content) = form::parse::<Value>(text) else { return };
    let again = form::parse::<Value>(&seal::canonical(&content));
    assert_eq!(again.map(|again| seal::digest(&again)), Ok(seal::digest(&content)));
    // whatever stands for tokens there, it is read
    let names = [Named { instead: Some("村民".to_owned()), ..Named::default() }];
    drop(Edition::of(&token::clear(&content, &names), &[], &|role| role.as_str().to_owned()));
    let others = ["陈素琴".to_owned(), String::new(), "说".to_owned()];
    if let Some(edition) = Edition::of(&content, &others, &|role| role.as_str().to_owned()) {
        let said = content["statements"].as_array().map_or(0, Vec::len);
        assert!(edition.quotes.len() + edition.dissent.len() <= said);
    }
}

fn judge(change: &Change, before: &mut Option<Record>, sent_at: i64) {
    let who = Who {
        person: PERSON,
        roles: vec![(Role::Office, change.scope), (Role::Secretary, change.scope)],
    };
    let mut around = evening();
    if let Some(there) = around.get(&change.id).filter(|_| before.is_none()) {
        *before = Some(there.clone());
    }
    around.extend(before.clone().map(|record| (record.id, record)));
    for known in [None, before.clone()] {
        let stamps = Stamps::default();
        let skew = NOW.saturating_sub(sent_at);
        let before = known.as_ref();
        match authority::judge(Case {
            who: &who,
            change,
            before,
            stamps: &stamps,
            around: &around,
            now: NOW,
            skew,
        }) {
            Err(refusal) => assert!(!refusal.code().is_empty()),
            Ok(authority::Verdict::Unchanged) => {}
            Ok(authority::Verdict::Accepted(accepted)) => {
                let at = accepted.record.at;
                assert!((0..=NOW).contains(&at), "a record of another time: {at}");
            }
        }
    }
    let here = (PERSON, 0);
    *before = domain::apply_among(before.as_ref(), change, here, &around)
        .map_or(before.take(), |applied| Some(applied.record));
}

/// What a phone asks, as the server reads it.
pub(crate) fn pull(text: &str) {
    let Ok(pull) = form::parse::<Pull>(text) else { return };
    for cursor in pull.cursors.values() {
        let next = cursor.on(Some(*cursor), u64::MAX);
        assert!(!cursor.follows(u64::MAX, 0) || cursor.ver == 0, "{next:?}");
    }
}

/// What the server answers, as a phone reads it that holds a little already.
pub(crate) fn answer(text: &str) {
    let mut replica = holding();
    let sent = replica.pull("1");
    if let Ok(reply) = form::parse::<PullReply>(text) {
        let torn = reply.pages.iter().any(|page| page.rows.records(page.scope).is_err());
        match replica.hear_pull(&sent, &reply, NOW, PERSON) {
            Err(_) => assert!(torn, "whole pages are refused"),
            Ok(writes) => {
                let whole = form::parse(&form::text(&writes));
                assert_eq!(whole.as_ref(), Ok(&writes), "a step is stored as it was decided");
                replica.absorb(&writes);
            }
        }
    }
    if let Ok(steps) = form::parse::<Vec<Step>>(text) {
        brought(&mut replica, &steps);
    }
    if let Ok(reply) = form::parse::<PushReply>(text)
        && let Some(sent) = replica.push(9, "1", NOW)
    {
        let waiting = replica.unsent().len() + replica.attention().len() + replica.journal().len();
        let writes = replica.hear_push(&sent, &reply, NOW, PERSON);
        replica.absorb(&writes);
        let kept = replica.unsent().len() + replica.attention().len() + replica.journal().len();
        assert_eq!(kept, waiting, "an own word was dropped");
    }
}

/// What is brought to the door: all of it is taken in, or nothing.
fn brought(replica: &mut Replica, steps: &[Step]) {
    if let Some(writes) = replica.hear_steps(&door("e1", PERSON), steps, NOW) {
        let whole = form::parse(&form::text(&writes));
        assert_eq!(whole.as_ref(), Ok(&writes), "a step is stored as it was decided");
        assert!(writes.outbox_cut.is_empty() && writes.attention_cut.is_empty());
        replica.absorb(&writes);
    }
}

/// A file from another phone: all of it, or nothing.
pub(crate) fn file(text: &str) {
    let replica = holding();
    match Carried::read_for(PERSON, text) {
        Err(NotCarried::NotOurs | NotCarried::TooNew | NotCarried::NotYours(_)) => {}
        Ok(carried) => {
            let all = carried.count();
            let writes = replica.unpack(carried);
            assert!(writes.outbox_add.len() + writes.attention_put.len() <= all);
            assert!(writes.rows_put.is_empty() && writes.outbox_cut.is_empty());
        }
    }
}

/// A value of any store, as a phone reads it when it starts.
pub(crate) fn stored(text: &str) {
    let mut snapshot = Snapshot::default();
    take(text, &mut snapshot.rows);
    take(text, &mut snapshot.outbox);
    take(text, &mut snapshot.journal);
    take(text, &mut snapshot.attention);
    take(text, &mut snapshot.cursors);
    snapshot.meta = form::parse::<Meta>(text).ok();
    let (outbox, rows) = (snapshot.outbox.len(), snapshot.rows.len());
    let replica = Replica::restore(PERSON, snapshot, PERSON);
    assert!(replica.unsent().len() == outbox && replica.view().len() >= rows);
    drop((replica.who(), replica.push(9, "1", NOW), replica.pull("1")));
}

fn take<T: Form>(text: &str, into: &mut Vec<T>) {
    into.extend(form::parse::<T>(text).ok());
}

/// A phone that has read a village, and has a word waiting.
fn holding() -> Replica {
    let village = Scope::Village(PERSON);
    let mut record = Record::blank(Kind::Issue, PERSON, village);
    record.rev = 3;
    let say = domain::Act::Say { issue: PERSON, words: "对".into() };
    let (kind, id) = (Kind::Comment, Id::from_u128(7));
    let change =
        Change { uuid: id, seq: 1, at: NOW, kind, id, scope: village, act: say, made_on: None };
    let meta = Meta {
        client: PERSON,
        epoch: Some("e1".into()),
        skew: 0,
        heard_at: None,
        min_build: None,
        anew_at: None,
    };
    let snapshot = Snapshot {
        rows: vec![record],
        outbox: vec![change],
        cursors: vec![(village, Cursor::whole(5))],
        meta: Some(meta),
        ..Snapshot::default()
    };
    Replica::restore(PERSON, snapshot, PERSON)
}
