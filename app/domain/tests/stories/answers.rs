//! What a phone believes of the server's pages: each guard, broken on purpose, fails one of these.

use domain::{
    Id, Record, Scope, form,
    sync::{Columns, Cursor, Meta, Page, Pull, Replica, Snapshot},
};

use crate::{
    cast::{CHEN, DRAFTS, LAMP, NOW, VILLAGE, id, lamp},
    courier::{Phone, page, reply},
};

pub(crate) fn lamp_rev(rev: u64, scope: Scope) -> Record {
    Record { rev, scope, ..lamp() }
}

/// A phone that holds these records and has read these scopes so far.
pub(crate) fn phone(rows: Vec<Record>, cursors: Vec<(Scope, u64)>) -> Phone {
    let mut phone = Phone::of(CHEN);
    phone.replica = Replica::restore(CHEN, snapshot(rows, cursors), id(9000));
    phone
}

pub(crate) fn snapshot(rows: Vec<Record>, cursors: Vec<(Scope, u64)>) -> Snapshot {
    let meta = Meta {
        client: id(9000),
        epoch: Some("e1".into()),
        skew: 0,
        heard_at: None,
        min_build: None,
        anew_at: None,
    };
    let cursors = cursors.into_iter().map(|(scope, ver)| (scope, Cursor::whole(ver))).collect();
    Snapshot { rows, cursors, meta: Some(meta), ..Snapshot::default() }
}

pub(crate) fn asked(cursors: &[(Scope, u64)]) -> Pull {
    let cursors = cursors.iter().map(|(scope, ver)| (*scope, Cursor::whole(*ver))).collect();
    Pull {
        proto: 1,
        build: "1".into(),
        epoch: Some("e1".into()),
        person: None,
        client: id(9000),
        cursors,
    }
}

fn left(scope: Scope, from: u64, to: u64, gone: Id) -> Page {
    Page { left: vec![(gone, 9)], ..page(scope, Some(from), to, &[]) }
}

#[test]
fn a_page_behind_a_gap_is_passed_over() {
    let mut phone = phone(vec![lamp_rev(1, VILLAGE)], vec![(VILLAGE, 5)]);
    phone.hears(
        &asked(&[(VILLAGE, 7)]),
        &reply(vec![page(VILLAGE, Some(7), 9, &[lamp_rev(2, VILLAGE)])]),
    );
    assert_eq!(
        (phone.replica.view()[&LAMP].rev, phone.replica.cursors()[&VILLAGE]),
        (1, Cursor::whole(5))
    );
}

#[test]
fn a_page_that_ends_before_what_was_read_is_passed_over() {
    let mut phone = phone(vec![lamp_rev(3, VILLAGE)], vec![(VILLAGE, 5)]);
    phone.hears(
        &asked(&[(VILLAGE, 2)]),
        &reply(vec![page(VILLAGE, Some(2), 4, &[lamp_rev(2, VILLAGE)])]),
    );
    assert_eq!(
        (phone.replica.view()[&LAMP].rev, phone.replica.cursors()[&VILLAGE]),
        (3, Cursor::whole(5))
    );
}

#[test]
fn news_of_a_scope_that_is_no_longer_held_is_passed_over() {
    let mut phone = phone(Vec::new(), Vec::new());
    phone.hears(
        &asked(&[(VILLAGE, 2)]),
        &reply(vec![page(VILLAGE, Some(2), 4, &[lamp_rev(2, VILLAGE)])]),
    );
    assert!(phone.replica.view().is_empty() && phone.replica.cursors().is_empty());
}

#[test]
fn a_row_never_goes_back_in_revisions() {
    let mut phone = phone(vec![lamp_rev(6, VILLAGE)], vec![(VILLAGE, 9), (DRAFTS, 2)]);
    phone.hears(
        &asked(&[(DRAFTS, 2)]),
        &reply(vec![page(DRAFTS, Some(2), 4, &[lamp_rev(3, DRAFTS)])]),
    );
    let lamp = &phone.replica.view()[&LAMP];
    assert_eq!((lamp.rev, lamp.scope), (6, VILLAGE));
}

#[test]
fn a_record_that_left_a_scope_stays_where_it_went() {
    let mut phone = phone(vec![lamp_rev(6, VILLAGE)], vec![(VILLAGE, 9), (DRAFTS, 2)]);
    phone.hears(&asked(&[(DRAFTS, 2)]), &reply(vec![left(DRAFTS, 2, 4, LAMP)]));
    assert!(phone.replica.view().contains_key(&LAMP));
    phone.hears(&asked(&[(VILLAGE, 9)]), &reply(vec![left(VILLAGE, 9, 10, LAMP)]));
    assert!(phone.replica.view().is_empty());
}

#[test]
fn a_record_moves_in_one_answer() {
    let mut phone = phone(vec![lamp_rev(1, DRAFTS)], vec![(VILLAGE, 1), (DRAFTS, 1)]);
    let pages = vec![page(VILLAGE, Some(1), 2, &[lamp_rev(2, VILLAGE)]), left(DRAFTS, 1, 2, LAMP)];
    phone.hears(&asked(&[(VILLAGE, 1), (DRAFTS, 1)]), &reply(pages));
    assert_eq!(phone.replica.view()[&LAMP].scope, VILLAGE);
}

#[test]
fn the_pages_of_an_answer_apply_together_or_not_at_all() {
    // another tab has read the village further meanwhile, and the lamp was still in the drafts then
    let mut phone = phone(vec![lamp_rev(1, DRAFTS)], vec![(VILLAGE, 5), (DRAFTS, 1)]);
    let pages = vec![page(VILLAGE, Some(3), 4, &[lamp_rev(2, VILLAGE)]), left(DRAFTS, 1, 2, LAMP)];
    phone.hears(&asked(&[(VILLAGE, 3), (DRAFTS, 1)]), &reply(pages));
    assert_eq!(phone.replica.view()[&LAMP].scope, DRAFTS);
}

#[test]
fn a_late_answer_with_a_whole_scope_does_not_turn_it_back() {
    let mut phone = phone(vec![lamp_rev(4, VILLAGE)], vec![(VILLAGE, 9)]);
    phone.hears(&asked(&[]), &reply(vec![page(VILLAGE, None, 5, &[lamp_rev(2, VILLAGE)])]));
    assert_eq!(
        (phone.replica.view()[&LAMP].rev, phone.replica.cursors()[&VILLAGE]),
        (4, Cursor::whole(9))
    );
}

#[test]
fn a_scope_told_anew_loses_what_is_no_longer_in_it() {
    let other = Record { id: id(22), ..lamp() };
    let mut phone = phone(vec![lamp(), other.clone()], vec![(VILLAGE, 2)]);
    phone.hears(&asked(&[(VILLAGE, 2)]), &reply(vec![page(VILLAGE, None, 9, &[other])]));
    assert_eq!(phone.replica.view().keys().copied().collect::<Vec<_>>(), [id(22)]);
}

#[test]
fn an_answer_asked_in_another_epoch_is_not_heard() {
    let mut phone = phone(vec![lamp()], vec![(VILLAGE, 5)]);
    let old = Pull { epoch: Some("e0".into()), ..asked(&[(VILLAGE, 5)]) };
    assert!(phone.hears(&old, &reply(vec![page(VILLAGE, Some(5), 6, &[])])).is_empty());
}

#[test]
fn a_torn_page_is_not_believed_and_neither_are_those_beside_it() {
    let phone = phone(Vec::new(), vec![(VILLAGE, 1)]);
    let torn: Columns =
        form::parse(r##"{"issue":{"#id":[1,2],"#rev":[1],"#at":[1]}}"##).expect("columns");
    let pages = vec![
        page(VILLAGE, Some(1), 2, &[lamp()]),
        Page { rows: torn, ..page(DRAFTS, None, 1, &[]) },
    ];
    assert!(phone.replica.hear_pull(&asked(&[(VILLAGE, 1)]), &reply(pages), NOW, id(9)).is_err());
}
