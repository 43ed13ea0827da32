//! What becomes of a person's own words when the server answers, forgets, closes a scope or is another one.

use domain::{
    Act, Change, Id, Kind, Millis, Record,
    sync::{Answer, Cursor, Kept, Outcome, PullReply, Push, PushReply, Replica, Taken, Trouble},
};

use crate::{
    answers::{asked, lamp_rev, phone, snapshot},
    cast::{CHEN, DRAFTS, LAMP, NOW, VILLAGE, change, edit, id, lamp, on_lamp, said},
    courier::{Phone, page, reply},
};

const DAY: Millis = 24 * 3_600_000;

/// A change the server took at a version of the village.
fn taken(change: &Change, ver: u64, server_at: Millis) -> PushReply {
    let answer =
        Answer { uuid: change.uuid, outcome: Outcome::Ok, dup: false, seen: Some((VILLAGE, ver)) };
    PushReply::Taken(Taken {
        epoch: "e1".into(),
        server_at,
        results: vec![answer],
        steps: Vec::new(),
    })
}

/// A phone with one edit of the title, which the server took at version 5.
fn edited() -> Phone {
    let edit = on_lamp(edit("title", "村口的路灯坏了", "路灯"));
    let mut stored = snapshot(vec![lamp()], vec![(VILLAGE, 4)]);
    stored.outbox = vec![edit.clone()];
    let mut phone = phone(Vec::new(), Vec::new());
    phone.replica = Replica::restore(CHEN, stored, id(9000));
    let sent = phone.replica.push(9, "1", NOW).expect("there is an edit");
    let writes = phone.replica.hear_push(&sent, &taken(&edit, 5, NOW), NOW, id(9));
    phone.keep(writes);
    phone
}

#[test]
fn what_was_taken_stays_on_the_screen_while_it_comes_back_in_small_pages() {
    let mut phone = edited();
    assert_eq!(phone.reads(LAMP, "title"), Some("路灯"));
    // somebody else wrote on it too, so it comes with a later version, and another record comes before it
    let other = Record { id: id(22), ..lamp() };
    let more = PullReply { more: true, ..reply(vec![page(VILLAGE, Some(4), 6, &[other])]) };
    phone.hears(&asked(&[(VILLAGE, 4)]), &more);
    assert_eq!(
        phone.reads(LAMP, "title"),
        Some("路灯"),
        "the page passed its version and did not bring it"
    );
    let mut now = lamp_rev(3, VILLAGE);
    now.fields.insert("title".into(), "村口的灯".into());
    phone.hears(&asked(&[(VILLAGE, 6)]), &reply(vec![page(VILLAGE, Some(6), 7, &[now])]));
    assert_eq!(phone.reads(LAMP, "title"), Some("村口的灯"));
}

#[test]
fn an_answer_to_a_push_of_another_epoch_is_not_heard() {
    let mut stored = snapshot(vec![lamp()], vec![(VILLAGE, 4)]);
    stored.outbox = vec![on_lamp(Act::Receive)];
    let replica = Replica::restore(CHEN, stored, id(9000));
    let sent = replica.push(9, "1", NOW).expect("there is an act");
    let PushReply::Taken(taken) = taken(&sent.changes[0], 5, NOW) else { return };
    let other = PushReply::Taken(Taken { epoch: "e2".into(), ..taken });
    assert!(replica.hear_push(&sent, &other, NOW, id(9)).is_empty());
}

#[test]
fn a_twin_takes_another_name_and_keeps_its_outbox() {
    let mut phone = edited();
    phone.writes(on_lamp(Act::Receive)).expect_err("the memberships were never told");
    let sent = Push { changes: vec![on_lamp(Act::Receive)], client: id(9000), ..push() };
    let writes = phone.replica.hear_push(&sent, &PushReply::Fork { fork: true }, NOW, id(9003));
    phone.keep(writes);
    assert_eq!(phone.replica.meta().client, id(9003));
    assert!(
        phone.replica.hear_push(&sent, &PushReply::Fork { fork: true }, NOW, id(9004)).is_empty()
    );
}

fn push() -> Push {
    Push {
        proto: 1,
        build: "1".into(),
        epoch: Some("e1".into()),
        person: None,
        client: id(9000),
        sent_at: NOW,
        changes: Vec::new(),
    }
}

#[test]
fn a_scope_that_was_closed_goes_and_the_unsent_words_come_to_attention() {
    let mut stored = snapshot(vec![lamp(), lamp_rev(1, DRAFTS)], vec![(VILLAGE, 4), (DRAFTS, 4)]);
    stored.rows[1].id = id(22);
    let kept = on_lamp(Act::Raise(said()));
    let (outcome, seen) = (Outcome::Ok, Some((VILLAGE, 9)));
    stored.journal = vec![Kept {
        change: Change { id: id(23), uuid: id(70), ..kept },
        outcome,
        seen,
        heard_at: NOW,
    }];
    stored.outbox = vec![
        change(1, Kind::Issue, LAMP, VILLAGE, edit("title", "a", "b")),
        change(2, Kind::Issue, id(22), DRAFTS, Act::Receive),
    ];
    let mut phone = phone(Vec::new(), Vec::new());
    phone.replica = Replica::restore(CHEN, stored, id(9000));
    let closed = PullReply { revoked: vec![VILLAGE], ..reply(Vec::new()) };
    phone.hears(&asked(&[(VILLAGE, 4), (DRAFTS, 4)]), &closed);
    assert_eq!(phone.replica.cursors().keys().collect::<Vec<_>>(), [&DRAFTS]);
    assert_eq!(phone.replica.view().keys().copied().collect::<Vec<_>>(), [id(22)]);
    let troubled: Vec<_> = phone.replica.attention().map(|a| (a.change.seq, &a.trouble)).collect();
    assert_eq!(troubled, [(1, &Trouble::Revoked)]);
    assert_eq!(phone.replica.unsent().map(|change| change.seq).collect::<Vec<_>>(), [2]);
    assert_eq!(
        phone.replica.journal().len(),
        1,
        "what was taken is offered again should the server forget it"
    );
}

#[test]
fn after_the_server_came_back_from_a_backup_all_is_offered_again_in_the_order_it_was_made() {
    let mut stored = snapshot(vec![lamp()], vec![(VILLAGE, 4)]);
    let kept = |seq, heard_at| Kept {
        change: change(seq, Kind::Issue, LAMP, VILLAGE, Act::Receive),
        outcome: Outcome::Ok,
        seen: None,
        heard_at,
    };
    // the phone's clock was set back between the two
    stored.journal = vec![kept(2, NOW - DAY), kept(1, NOW)];
    stored.outbox = vec![change(3, Kind::Issue, LAMP, VILLAGE, Act::Approve)];
    let mut phone = phone(Vec::new(), Vec::new());
    phone.replica = Replica::restore(CHEN, stored, id(9000));
    let anew =
        PullReply { epoch: "e2".into(), reset: true, ..reply(vec![page(VILLAGE, None, 1, &[])]) };
    let writes =
        phone.replica.hear_pull(&asked(&[(VILLAGE, 4)]), &anew, NOW, id(9005)).expect("whole");
    let offered: Vec<Id> = writes.outbox_add.iter().map(|change| change.uuid).collect();
    assert_eq!(offered, [id(1001), id(1002), id(1003)]);
    phone.keep(writes);
    assert_eq!((phone.replica.meta().client, phone.replica.journal().len()), (id(9005), 0));
    assert_eq!(phone.replica.cursors()[&VILLAGE], Cursor::whole(1));
    assert!(phone.replica.view().is_empty());
}

#[test]
fn what_was_taken_is_remembered_for_thirty_days_of_the_servers_clock() {
    let mut phone = edited();
    phone.hears(
        &asked(&[(VILLAGE, 4)]),
        &reply(vec![page(VILLAGE, Some(4), 5, &[lamp_rev(2, VILLAGE)])]),
    );
    let after = |days| PullReply { server_at: NOW + days * DAY, ..reply(Vec::new()) };
    let ask = asked(&[(VILLAGE, 5)]);
    let far_ahead =
        phone.replica.hear_pull(&ask, &after(29), NOW + 4000 * DAY, id(9)).expect("whole");
    assert!(far_ahead.journal_cut.is_empty(), "its own clock says nothing");
    let later = phone.replica.hear_pull(&ask, &after(31), NOW, id(9)).expect("whole");
    assert_eq!(later.journal_cut.len(), 1);
}

#[test]
fn a_tab_that_missed_a_step_is_told_so_by_the_store() {
    let mut awake = phone(vec![lamp()], vec![(VILLAGE, 4)]);
    let mut asleep = phone(vec![lamp()], vec![(VILLAGE, 4)]);
    let step = |tab: &Phone, from, to| {
        let news = reply(vec![page(VILLAGE, Some(from), to, &[])]);
        tab.replica.hear_pull(&asked(&[(VILLAGE, from)]), &news, NOW, id(9)).expect("whole")
    };
    let one = step(&awake, 4, 5);
    awake.keep(one.clone());
    let two = step(&awake, 5, 6);
    assert_eq!((one.turn, two.turn), (Some(0), Some(1)));
    assert!(!asleep.replica.follows(&two));
    asleep.keep(two.clone());
    assert_eq!(step(&asleep, 6, 7).turn, Some(0), "the store stands at 2 and will refuse it");
    assert!(phone(Vec::new(), Vec::new()).replica.follows(&one));
}
