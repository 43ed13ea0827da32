//! What lies in the stores of a phone, and the steps that tabs tell each other.

use domain::{
    Act, Form, Kind, Record, Refusal, Scope,
    issue::Step,
    sync::{Attention, Cursor, Kept, Meta, Outcome, Snapshot, Trouble, Writes, authority::Stamp},
};
use serde_json::json;

use crate::{acts::change, hold, id, messages::record};

fn kept() -> Kept {
    let seen = Some((Scope::Village(id(1)), 5));
    Kept { change: change(Act::Receive), outcome: Outcome::Merged, seen, heard_at: 9 }
}

fn attention() -> [Attention; 2] {
    let attention = |trouble| Attention { change: change(Act::Receive), trouble, heard_at: 9 };
    let refused = Trouble::Refused { refusal: Refusal::NeedsReason };
    [attention(refused), attention(Trouble::Revoked)]
}

fn meta() -> Meta {
    Meta {
        client: id(9000),
        epoch: Some("e1".into()),
        skew: -250,
        heard_at: Some(8),
        min_build: Some("0.0.9".into()),
        anew_at: None,
    }
}

fn writes() -> Writes {
    Writes {
        turn: Some(4),
        clear: true,
        rows_put: vec![record()],
        rows_cut: vec![id(22)],
        outbox_add: vec![change(Act::Approve)],
        outbox_put: vec![change(Act::Approve)],
        outbox_cut: vec![6],
        journal_put: vec![kept()],
        journal_cut: vec![id(1002)],
        attention_put: attention().to_vec(),
        attention_cut: vec![id(1003)],
        cursors_put: vec![(Scope::Village(id(1)), Cursor::whole(5))],
        cursors_cut: vec![Scope::Draft(id(1))],
        meta: Some(meta()),
    }
}

#[test]
fn a_record_keeps_its_form() {
    let gone = Record { by: None, gone: true, ..record() };
    let other = Record { kind: Kind::Other("poem".into()), ..record() };
    hold(include_str!("records.json"), &[record(), gone, other]);
}

#[test]
fn a_taken_change_keeps_its_form() {
    hold(include_str!("journal.json"), &[kept(), Kept { seen: None, ..kept() }]);
}

#[test]
fn a_change_that_needs_eyes_keeps_its_form() {
    hold(include_str!("attention.json"), &attention());
}

#[test]
fn the_phones_own_page_keeps_its_form() {
    hold(include_str!("meta.json"), &[meta()]);
}

#[test]
fn a_step_of_the_stores_keeps_its_form() {
    hold(include_str!("writes.json"), &[Writes::default(), writes()]);
}

#[test]
fn all_that_the_stores_hold_keeps_its_form() {
    let full = Snapshot {
        turn: 4,
        rows: vec![record()],
        outbox: vec![change(Act::Approve)],
        journal: vec![kept()],
        attention: attention().to_vec(),
        cursors: vec![(Scope::Village(id(1)), Cursor::whole(5))],
        meta: Some(meta()),
    };
    hold(include_str!("snapshot.json"), &[Snapshot::default(), full]);
}

#[test]
fn a_step_of_the_way_and_a_stamp_keep_their_forms() {
    let step = |why: Option<&str>| Step {
        to: domain::Standing::Parked,
        by: id(11),
        at: 5,
        why: why.map(str::to_owned),
    };
    hold(include_str!("steps.json"), &[step(Some("等经费")), step(None)]);
    let stamp = Stamp { by: id(11), at: 5, rev: 2 };
    assert_eq!(stamp.form(), json!({"by": id(11), "at": 5, "rev": 2}));
}
