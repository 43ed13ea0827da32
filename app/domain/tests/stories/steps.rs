//! What a push wrote, heard by copies that stand where it begins and by others.

use domain::{
    Fields, Id, Kind, Record,
    sync::{Columns, Cursor, Edited, Meta, Replica, Snapshot, Step, door},
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cast::{CHEN, DRAFTS, LAMP, NOW, VILLAGE, WU, id};

fn lamp(rev: u64, title: &str) -> Record {
    let mut record = Record::blank(Kind::Issue, LAMP, VILLAGE);
    (record.rev, record.at, record.by) = (rev, NOW, Some(WU));
    record.fields.insert("title".into(), json!(title));
    record
}

/// A copy that holds the lamp and has read the village so far.
fn copy(rows: Vec<Record>, cursors: Vec<(domain::Scope, Cursor)>) -> Replica {
    let meta = Meta {
        client: id(9000),
        epoch: Some("e1".into()),
        skew: 0,
        heard_at: None,
        min_build: None,
        anew_at: None,
    };
    let snapshot = Snapshot { rows, cursors, meta: Some(meta), ..Snapshot::default() };
    Replica::restore(CHEN, snapshot, id(9001))
}

fn edited(ver: u64, before: &Record, now: &Record) -> Step {
    let edits = vec![Edited::between(before, now).expect("it stayed")];
    Step { scope: VILLAGE, ver, left: vec![], rows: None, edits }
}

#[test]
fn only_a_copy_that_stands_where_a_step_begins_takes_it() {
    let (before, now) = (lamp(3, "灯"), lamp(4, "路灯"));
    let step = [edited(6, &before, &now)];
    let ours = door("e1", CHEN);
    let takes = |rev, cursor, name: &str| {
        let cursors = Option::into_iter(cursor).map(|at| (VILLAGE, at)).collect();
        copy(vec![lamp(rev, "灯")], cursors).hear_steps(name, &step, NOW)
    };
    let writes = takes(3, Some(Cursor::whole(5)), &ours).expect("it stands there");
    assert_eq!(
        (writes.rows_put, writes.cursors_put),
        (vec![now], vec![(VILLAGE, Cursor::whole(6))])
    );
    // before it, behind it, in the middle of a reading from the start, or not there at all
    assert!(takes(3, Some(Cursor::whole(4)), &ours).is_none());
    assert!(takes(3, Some(Cursor::whole(7)), &ours).is_none());
    assert!(takes(3, Some(Cursor { begun: Some(6), ..Cursor::whole(5) }), &ours).is_none());
    assert!(takes(3, None, &ours).is_none());
    // what has changed is laid on no other revision
    assert!(takes(2, Some(Cursor::whole(5)), &ours).is_none());
    // what was read already is not written again
    let again = takes(4, Some(Cursor::whole(6)), &ours).expect("it stands there");
    assert!(again.rows_put.is_empty());
    // another server speaks, or the same to somebody else
    assert!(takes(3, Some(Cursor::whole(5)), &door("e2", CHEN)).is_none());
    assert!(takes(3, Some(Cursor::whole(5)), &door("e1", WU)).is_none());
    assert!(takes(3, Some(Cursor::whole(5)), "").is_none());
}

#[test]
fn the_steps_of_a_push_are_taken_together_or_not_at_all() {
    let draft = Record { scope: DRAFTS, ..lamp(1, "灯") };
    let rows = Some(Columns::of(&[lamp(2, "灯")]));
    let steps = [
        Step { scope: VILLAGE, ver: 6, left: vec![], rows, edits: vec![] },
        Step { scope: DRAFTS, ver: 2, left: vec![(LAMP, 2)], rows: None, edits: vec![] },
    ];
    let hears = |village, drafts| {
        let cursors = vec![(VILLAGE, Cursor::whole(village)), (DRAFTS, Cursor::whole(drafts))];
        let mut copy = copy(vec![draft.clone()], cursors);
        let writes = copy.hear_steps(&door("e1", CHEN), &steps, NOW);
        copy.absorb(&writes?);
        copy.view().get(&LAMP).map(|record| record.scope)
    };
    assert_eq!(hears(5, 1), Some(VILLAGE));
    assert_eq!(hears(4, 1), None);
    assert_eq!(hears(5, 0), None);
}

fn fields() -> impl Strategy<Value = Fields> {
    let value = prop_oneof![Just(Value::Null), (0..3).prop_map(Value::from), Just(json!(["a"]))];
    prop::collection::btree_map("[a-d]", value, 0..4).prop_map(|all| all.into_iter().collect())
}

proptest! {
    #[test]
    fn what_has_changed_makes_of_a_record_what_it_is_now(
        before in fields(), now in fields(), gone: bool, by in prop::option::of(any::<u128>()),
    ) {
        // where a field says nothing it is not there, as after any page
        let said = |fields: Fields| fields.into_iter().filter(|(_, value)| !value.is_null()).collect();
        let before = Record { fields: said(before), ..lamp(3, "") };
        let by = by.map(Id::from_u128);
        let now = Record { fields: said(now), gone, by, at: NOW + 1, ..lamp(5, "") };
        let edited = Edited::between(&before, &now).expect("it stayed");
        prop_assert_eq!(edited.on(&before), now);
    }
}
