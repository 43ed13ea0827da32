//! Answers that come late, in the middle of reading, or slower than others: what seeds of the simulation found.

use domain::{
    Change, Id, Kind, Record,
    sync::{Answer, Cursor, Kept, Outcome, PullReply, PushReply, Replica, Taken, Trouble},
};

use crate::{
    answers::{asked, lamp_rev, phone, snapshot},
    cast::{CHEN, DRAFTS, LAMP, NOW, VILLAGE, change, edit, id},
    courier::{Phone, page, reply},
};

fn lamp_called(title: &str, rev: u64, scope: domain::Scope) -> Record {
    let mut lamp = lamp_rev(rev, scope);
    lamp.fields.insert("title".into(), title.into());
    lamp
}

fn renamed() -> Change {
    change(1, Kind::Issue, LAMP, DRAFTS, edit("title", "路灯", "村口的路灯"))
}

/// A phone that reads the village from the start, and is in the middle of it.
fn reading() -> Phone {
    let mut phone = phone(Vec::new(), Vec::new());
    let mut stored = snapshot(vec![lamp_rev(3, VILLAGE)], Vec::new());
    stored.cursors = vec![(VILLAGE, Cursor { begun: Some(9), ..Cursor::within(2, LAMP) })];
    phone.replica = Replica::restore(CHEN, stored, id(9000));
    phone
}

fn begun(phone: &Phone) -> (u64, Option<u64>) {
    let cursor = phone.replica.cursors()[&VILLAGE];
    (cursor.ver, cursor.begun)
}

#[test]
fn what_was_written_before_an_issue_was_published_does_not_cover_what_came_after() {
    let mut stored =
        snapshot(vec![lamp_called("路灯", 2, DRAFTS)], vec![(VILLAGE, 1), (DRAFTS, 1)]);
    let seen = Some((DRAFTS, 2));
    stored.journal = vec![Kept { change: renamed(), outcome: Outcome::Ok, seen, heard_at: NOW }];
    let mut phone = phone(Vec::new(), Vec::new());
    phone.replica = Replica::restore(CHEN, stored, id(9000));
    assert_eq!(phone.reads(LAMP, "title"), Some("村口的路灯"));
    // it was published, and somebody called it otherwise; that it left the drafts is on the next page
    let pages = vec![page(VILLAGE, Some(1), 2, &[lamp_called("桥头的路灯", 5, VILLAGE)])];
    let told = PullReply { more: true, ..reply(pages) };
    phone.hears(&asked(&[(VILLAGE, 1), (DRAFTS, 1)]), &told);
    assert_eq!(phone.reads(LAMP, "title"), Some("桥头的路灯"));
}

#[test]
fn an_answer_slower_than_the_page_that_carries_its_change_leaves_nothing_to_replay() {
    let mut stored = snapshot(vec![lamp_called("桥头的路灯", 5, VILLAGE)], vec![(VILLAGE, 2)]);
    stored.outbox = vec![renamed()];
    let mut phone = phone(Vec::new(), Vec::new());
    phone.replica = Replica::restore(CHEN, stored, id(9000));
    let sent = phone.replica.push(9, "1", NOW).expect("there is a change");
    let seen = Some((DRAFTS, 2));
    let answer = Answer { uuid: renamed().uuid, outcome: Outcome::Ok, dup: true, seen };
    let taken =
        Taken { epoch: "e1".into(), server_at: NOW, results: vec![answer], steps: Vec::new() };
    let writes = phone.replica.hear_push(&sent, &PushReply::Taken(taken), NOW, id(9001));
    phone.keep(writes);
    assert_eq!(phone.reads(LAMP, "title"), Some("桥头的路灯"));
    assert_eq!(phone.replica.journal().len(), 1, "it is kept to be offered again");
}

#[test]
fn a_page_asked_for_before_a_reading_from_the_start_is_not_mixed_into_it() {
    let mut phone = reading();
    let dropped = Record { id: id(22), ..lamp_rev(1, VILLAGE) };
    let late = reply(vec![page(VILLAGE, Some(1), 2, &[dropped])]);
    phone.hears(&asked(&[(VILLAGE, 1)]), &late);
    assert_eq!(phone.replica.view().keys().copied().collect::<Vec<Id>>(), [LAMP]);
    assert_eq!(begun(&phone), (2, Some(9)));
}

#[test]
fn an_earlier_reading_from_the_start_does_not_take_the_place_of_a_later_one() {
    let mut phone = reading();
    let dropped = Record { id: id(22), ..lamp_rev(1, VILLAGE) };
    phone.hears(&asked(&[]), &reply(vec![page(VILLAGE, None, 4, std::slice::from_ref(&dropped))]));
    assert_eq!(begun(&phone), (2, Some(9)));
    phone.hears(&asked(&[]), &reply(vec![page(VILLAGE, None, 9, &[dropped])]));
    assert_eq!(begun(&phone), (9, None), "one that began no earlier does");
}

#[test]
fn the_change_that_can_never_go_is_set_aside_and_no_other() {
    let mut stored = snapshot(vec![lamp_rev(3, VILLAGE)], vec![(VILLAGE, 2)]);
    let next = Change { seq: 2, uuid: id(71), ..renamed() };
    stored.outbox = vec![renamed(), next.clone()];
    let mut phone = phone(Vec::new(), Vec::new());
    phone.replica = Replica::restore(CHEN, stored, id(9000));
    for _ in 0..2 {
        // the second time it is no longer there, and its neighbour is left alone
        let aside = phone.replica.set_aside(renamed().uuid, NOW);
        phone.keep(aside);
    }
    let troubled: Vec<_> = phone.replica.attention().map(|a| (a.change.uuid, &a.trouble)).collect();
    let malformed = Trouble::Refused { refusal: domain::Refusal::Malformed };
    assert_eq!(troubled, [(renamed().uuid, &malformed)]);
    assert!(phone.replica.unsent().eq([&next]));
}
