//! What is written can be read, and what cannot be read says so.

use std::fmt::Debug;

use domain::{
    Act, Change, Form, Id, Issue, Kind, Record, Refusal, Role, Scope, Sorted, Standing,
    form::{self, Fault, Misread},
    sync::{
        Answer, Attention, Columns, Cursor, Kept, Meta, Outcome, Page, Pull, PullReply, Push,
        PushReply, Snapshot, Taken, Trouble, Unheard, Writes,
    },
};
use proptest::{option, prelude::*, sample::Index};
use serde_json::{Value, json};

use crate::laws::{act, id, record, scope};

fn refusal() -> impl Strategy<Value = Refusal> {
    let standing = || prop::sample::select(Standing::ALL.to_vec());
    let field = || "[a-z_]{1,9}";
    prop_oneof![
        prop::collection::vec(prop::sample::select(Role::ALL.to_vec()), 0..4)
            .prop_map(|needs| Refusal::NotYourPart { needs }),
        (standing(), standing(), option::of(id()), any::<i64>())
            .prop_map(|(now, wanted, by, at)| Refusal::WrongStanding { now, wanted, by, at }),
        (standing(), option::of(id()), option::of(any::<i64>()))
            .prop_map(|(now, by, at)| Refusal::Finished { now, by, at }),
        (option::of(id()), option::of(any::<i64>())).prop_map(|(by, at)| Refusal::Gone { by, at }),
        field().prop_map(|field| Refusal::Empty { field }),
        (field(), any::<usize>()).prop_map(|(field, max)| Refusal::TooLong { field, max }),
        (field(), any::<usize>()).prop_map(|(field, max)| Refusal::TooMany { field, max }),
        field().prop_map(|field| Refusal::WrongValue { field }),
        field().prop_map(|field| Refusal::NotEditable { field }),
        prop::sample::select(vec![Refusal::NotAMember, Refusal::Malformed]),
    ]
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        prop::sample::select(vec![Outcome::Ok, Outcome::Merged, Outcome::Both]),
        refusal().prop_map(|refusal| Outcome::Refused { refusal }),
    ]
}

fn trouble() -> impl Strategy<Value = Trouble> {
    prop_oneof![Just(Trouble::Revoked), refusal().prop_map(|refusal| Trouble::Refused { refusal })]
}

fn cursor() -> impl Strategy<Value = Cursor> {
    (any::<u64>(), option::of(id()), option::of(any::<u64>()))
        .prop_map(|(ver, after, begun)| Cursor { ver, after, begun })
}

prop_compose! {
    fn change()(
        uuid in id(), seq: u64, at: i64, kind in "issue|comment|poem", id in id(), scope in scope(), act in act(),
    ) -> Change {
        Change { uuid, seq, at, kind: Kind::from(kind), id, scope, act, made_on: None }
    }
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec(change(), 0..3)
}

prop_compose! {
    fn meta()(
        client in id(), epoch in option::of("\\PC{0,5}"), skew: i64, heard_at in option::of(any::<i64>()),
        min_build in option::of("[0-9.]{1,5}"), anew_at in option::of(any::<i64>()),
    ) -> Meta {
        Meta { client, epoch, skew, heard_at, min_build, anew_at }
    }
}

fn seen() -> impl Strategy<Value = Option<(Scope, u64)>> {
    option::of((scope(), any::<u64>()))
}

fn kept() -> impl Strategy<Value = Vec<Kept>> {
    let one = (change(), outcome(), seen(), any::<i64>())
        .prop_map(|(change, outcome, seen, heard_at)| Kept { change, outcome, seen, heard_at });
    prop::collection::vec(one, 0..3)
}

fn attention() -> impl Strategy<Value = Vec<Attention>> {
    let one = (change(), trouble(), any::<i64>())
        .prop_map(|(change, trouble, heard_at)| Attention { change, trouble, heard_at });
    prop::collection::vec(one, 0..3)
}

fn rows() -> impl Strategy<Value = Vec<Record>> {
    scope().prop_flat_map(|scope| prop::collection::vec(record(scope), 0..4))
}

prop_compose! {
    fn writes()(
        turn in option::of(any::<u64>()), clear: bool, rows_put in rows(), outbox_add in changes(),
        outbox_cut: Vec<u64>, journal_put in kept(), attention_put in attention(),
        cut in prop::collection::vec(id(), 0..3),
        cursors_put in prop::collection::vec((scope(), cursor()), 0..3),
        cursors_cut in prop::collection::vec(scope(), 0..3), meta in option::of(meta()),
    ) -> Writes {
        Writes {
            turn, clear, rows_put, rows_cut: cut.clone(), outbox_add: outbox_add.clone(),
            outbox_put: outbox_add, outbox_cut, journal_put, journal_cut: cut.clone(),
            attention_put, attention_cut: cut, cursors_put, cursors_cut, meta,
        }
    }
}

prop_compose! {
    fn page()(
        scope in scope(), from in option::of(cursor()), to in cursor(),
        left in prop::collection::vec((id(), any::<u64>()), 0..3), rows in rows(),
    ) -> Page {
        Page { scope, from, to, left, rows: Columns::of(&rows) }
    }
}

prop_compose! {
    fn pull_reply()(
        epoch in "\\PC{0,5}", reset: bool, min_build in option::of("[0-9.]{1,5}"), server_at: i64,
        revoked in prop::collection::vec(scope(), 0..3), pages in prop::collection::vec(page(), 0..3),
        more: bool,
    ) -> PullReply {
        PullReply { epoch, reset, min_build, server_at, revoked, pages, more }
    }
}

fn push_reply() -> impl Strategy<Value = PushReply> {
    let answer = (id(), outcome(), any::<bool>(), seen())
        .prop_map(|(uuid, outcome, dup, seen)| Answer { uuid, outcome, dup, seen });
    prop_oneof![
        any::<bool>().prop_map(|fork| PushReply::Fork { fork }),
        ("\\PC{0,5}", any::<i64>(), prop::collection::vec(answer, 0..4)).prop_map(
            |(epoch, server_at, results)| PushReply::Taken(Taken {
                epoch,
                server_at,
                results,
                steps: Vec::new()
            })
        ),
    ]
}

/// Any JSON, with the names and words of the messages in it more often than chance would have them.
fn anything() -> impl Strategy<Value = Value> {
    let known = "uuid|seq|at|kind|id|scope|act|do|raise|r|refused|refusal|code|why|results|fork|fields|rows|to";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|quarters| Value::from(f64::from(quarters) / 4.0)),
        known.prop_map(Value::from),
        scope().prop_map(|scope| scope.form()),
    ];
    leaf.prop_recursive(3, 24, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(known, inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Puts `other` in the place of one of the parts of `value`.
fn spoil(value: &mut Value, at: &Index, other: &Value) {
    let parts = count(value);
    let mut left = at.index(parts);
    replace(value, &mut left, other);
}

fn count(value: &Value) -> usize {
    let inner: usize = match value {
        Value::Array(values) => values.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    };
    inner + 1
}

fn replace(value: &mut Value, left: &mut usize, other: &Value) -> bool {
    if *left == 0 {
        *value = other.clone();
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(values) => values.iter_mut().any(|value| replace(value, left, other)),
        Value::Object(fields) => fields.values_mut().any(|value| replace(value, left, other)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// The value comes back from its text as it was.
fn holds<T: Form + PartialEq + Debug>(value: &T) -> Result<(), TestCaseError> {
    let read = form::parse::<T>(&form::text(value));
    prop_assert_eq!(read.as_ref(), Ok(value));
    // a cursor is equal to another that began elsewhere
    prop_assert_eq!(read.map(|read| read.form()), Ok(value.form()));
    Ok(())
}

/// What can be read at all is written as what is read again as the same.
fn settles<T: Form + PartialEq + Debug>(value: &Value) -> Result<(), TestCaseError> {
    T::read(value.clone()).map_or(Ok(()), |read| holds(&read))
}

fn all_settle(value: &Value) -> Result<(), TestCaseError> {
    settles::<Change>(value)?;
    settles::<Record>(value)?;
    settles::<Issue>(value)?;
    settles::<Push>(value)?;
    settles::<Push<Value>>(value)?;
    settles::<PushReply>(value)?;
    settles::<Pull>(value)?;
    settles::<PullReply>(value)?;
    settles::<Refusal>(value)?;
    settles::<Unheard>(value)?;
    settles::<Writes>(value)?;
    settles::<Snapshot>(value)?;
    settles::<Sorted<Scope, Cursor>>(value)?;
    settles::<Vec<(Scope, u64)>>(value)
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_the_same(
        records in rows(), refusal in refusal(), writes in writes(), pull in pull_reply(), push in push_reply(),
    ) {
        holds(&records)?;
        holds(&refusal)?;
        holds(&writes)?;
        holds(&pull)?;
        holds(&push)?;
        let Writes { turn, rows_put: rows, outbox_add: outbox, journal_put: journal, .. } = writes;
        let Writes { attention_put: attention, cursors_put: cursors, meta, .. } = writes;
        let (proto, build, person, sent_at) = (1, "0.1.0".to_owned(), turn.map(|_| id_of(7)), 5);
        let epoch = meta.as_ref().and_then(|meta| meta.epoch.clone());
        let asked = Pull {
            proto, build: build.clone(), epoch: epoch.clone(), person, client: id_of(8),
            cursors: cursors.iter().copied().collect(),
        };
        holds(&asked)?;
        holds(&Push { proto, build, epoch, person, client: id_of(8), sent_at, changes: outbox.clone() })?;
        holds(&Snapshot { turn: turn.unwrap_or(0), rows, outbox, journal, attention, cursors, meta })?;
    }

    #[test]
    fn whatever_arrives_is_read_or_refused(value in anything()) {
        all_settle(&value)?;
    }

    #[test]
    fn a_message_with_one_part_spoilt_is_read_or_refused(
        writes in writes(), pull in pull_reply(), push in push_reply(), at: Index, other in anything(),
    ) {
        for mut value in [writes.form(), pull.form(), push.form()] {
            spoil(&mut value, &at, &other);
            all_settle(&value)?;
        }
    }
}

fn id_of(n: u128) -> Id {
    Id::from_u128(n)
}

#[test]
fn what_cannot_be_read_says_which_field_and_why() {
    let misread = |act: Value| *Act::read(act).expect_err("it should not be readable");
    let missing = |field| Misread { field, fault: Fault::Missing };
    let unknown = |field| Misread { field, fault: Fault::Unknown };
    assert_eq!(misread(json!({"do": "park"})), missing("why"));
    assert_eq!(misread(json!({"why": "later"})), missing("do"));
    assert_eq!(misread(json!({"do": "sing"})), unknown("do"));
    let raise = json!({"do": "raise", "words": "灯", "village": Id::nil(), "category": "weather"});
    assert_eq!(misread(raise), unknown("category"));
    let told = misread(json!({"do": "schedule", "on": 2.5, "where": "祠堂"})).to_string();
    assert_eq!(told, "on: it should be a whole number, and is another number");
    assert_eq!(form::parse::<Act>("{").map_err(|misread| misread.fault), Err(Fault::NotJson));
}

#[test]
fn what_is_missing_is_what_it_was_before_there_was_such_a_field() {
    let id = Id::nil();
    let bare = json!({"uuid": id, "at": 5, "kind": "issue", "id": id, "scope": Scope::User(id).form(),
                      "act": {"do": "edit", "field": "title"}});
    let change = Change::read(bare).expect("it is a change");
    let edit = Act::Edit { field: "title".into(), from: Value::Null, to: Value::Null };
    assert_eq!((change.seq, change.act), (0, edit));
    let null = json!({"client": id, "skew": null});
    assert!(Meta::read(null).is_err(), "null is no number");
}
