//! A copy that went wrong finds it out by the server's digests, and reads anew what differs, and only that.

use domain::{
    Id, Record, Scope,
    sync::{Cursor, Digest, Digests, Meta, Replica, Snapshot, Sum},
};

use crate::{
    answers::lamp_rev,
    cast::{CHEN, DRAFTS, LAMP, NOW, VILLAGE, id},
    courier::{page, reply},
};

fn digest(rows: &[(Id, u64)]) -> String {
    let mut digest = Digest::default();
    rows.iter().for_each(|(id, rev)| digest.take(*id, *rev));
    digest.word()
}

/// The village as the server knows it at version 7: one lamp, in its second revision; and no draft.
fn told(epoch: &str, ver: u64) -> Digests {
    let sum = |rows: &[(Id, u64)], ver| Sum { ver, digest: digest(rows) };
    let scopes = [(VILLAGE, sum(&[(LAMP, 2)], ver)), (DRAFTS, sum(&[], 3))];
    Digests { epoch: epoch.into(), scopes: scopes.into_iter().collect() }
}

/// A copy that has read all of it, and holds these rows.
fn copy(rows: &[Record]) -> Replica {
    let meta = Meta {
        client: id(9000),
        epoch: Some("e1".into()),
        skew: 0,
        heard_at: Some(NOW),
        min_build: None,
        anew_at: None,
    };
    let cursors = vec![(VILLAGE, Cursor::whole(7)), (DRAFTS, Cursor::whole(3))];
    let snapshot =
        Snapshot { rows: rows.to_vec(), cursors, meta: Some(meta), ..Snapshot::default() };
    Replica::restore(CHEN, snapshot, id(9000))
}

#[test]
fn a_copy_that_is_right_differs_nowhere() {
    assert_eq!(copy(&[lamp_rev(2, VILLAGE)]).differs(&told("e1", 7)), Some(Vec::new()));
}

#[test]
fn a_copy_that_lost_a_row_or_slept_through_an_edit_knows_where() {
    for rows in [&[][..], &[lamp_rev(1, VILLAGE)]] {
        assert_eq!(copy(rows).differs(&told("e1", 7)), Some(vec![VILLAGE]));
    }
}

#[test]
fn what_lies_in_one_scope_does_not_count_in_another() {
    // the lamp is still where it was before it came to the village
    let strayed = copy(&[lamp_rev(2, DRAFTS)]).differs(&told("e1", 7));
    assert_eq!(strayed.map(|wrong| wrong.len()), Some(2));
}

#[test]
fn copies_that_have_not_read_equally_far_say_nothing() {
    let whole = copy(&[lamp_rev(2, VILLAGE)]);
    assert_eq!(whole.differs(&told("e1", 8)), None, "there is news");
    assert_eq!(whole.differs(&told("e2", 7)), None, "another server");
    let mut reading = copy(&[]);
    reading.absorb(&reading.doubt(vec![VILLAGE]));
    assert_eq!(reading.differs(&told("e1", 7)), None, "it is being read");
}

#[test]
fn what_differs_is_read_from_the_start_and_nothing_else_is() {
    let mut copy = copy(&[]);
    let writes = copy.doubt(vec![VILLAGE]);
    assert_eq!(writes.turn, Some(0), "a tab that slept decides anew");
    copy.absorb(&writes);
    let sent = copy.pull("1");
    let asked: Vec<Scope> = sent.cursors.keys().copied().collect();
    assert_eq!(asked, [DRAFTS]);
    let whole = reply(vec![page(VILLAGE, None, 7, &[lamp_rev(2, VILLAGE)])]);
    let heard = copy.hear_pull(&sent, &whole, NOW, id(9001)).expect("the columns are whole");
    copy.absorb(&heard);
    assert_eq!(copy.differs(&told("e1", 7)), Some(Vec::new()));
    assert!(copy.view().contains_key(&LAMP));
}

#[test]
fn a_build_is_outdated_by_the_number_and_not_by_the_letter() {
    let asked = |wanted: Option<&str>| Meta {
        min_build: wanted.map(str::to_owned),
        ..copy(&[]).meta().clone()
    };
    assert!(!asked(None).outdates("0.1.0"));
    for (build, wanted, old) in [
        ("0.1.0", "0.1.0", false),
        ("0.1.0", "0.1", false),
        ("0.9.0", "0.10.0", true),
        ("0.10.0", "0.9.9", false),
        ("1.0.0", "0.99.0", false),
        ("0.1.0", "a newer one", false),
    ] {
        assert_eq!(asked(Some(wanted)).outdates(build), old, "{build} where {wanted} is wanted");
    }
}
