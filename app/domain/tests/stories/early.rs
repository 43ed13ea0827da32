//! The server came back from a backup, and a change is offered before what it is about.

use domain::{
    Act, Change, Kind, Millis, Refusal, SessionAct,
    session::{Sort, State},
    sync::{
        Attention, Kept, Meta, Outcome, PullReply, Replica, Snapshot, Trouble, authority::Stamps,
    },
};

use crate::{
    answers::lamp_rev,
    cast::{CHEN, LAMP, NOW, VILLAGE, change, edit, id, lamp, on_lamp},
    courier::{Office, Phone, page, reply},
    evening::{BENCH, SESSION, planned},
};

const MINUTE: Millis = 60 * 1000;
const DAY: Millis = 24 * 60 * MINUTE;

/// A phone that edited the lamp's title when the server was another, and the office that knows of no lamp.
fn restored() -> (Phone, Office) {
    let edit = on_lamp(edit("title", "村口的路灯坏了", "灯"));
    let kept = Kept { change: edit, outcome: Outcome::Ok, seen: None, heard_at: NOW };
    let meta = Meta {
        client: id(9000),
        epoch: Some("e0".into()),
        skew: 0,
        heard_at: None,
        min_build: None,
        anew_at: None,
    };
    let snapshot = Snapshot { journal: vec![kept], meta: Some(meta), ..Snapshot::default() };
    let mut phone = Phone::of(CHEN);
    phone.replica = Replica::restore(CHEN, snapshot, id(9000));
    (phone, Office::of_shangfeng())
}

/// What the phone says of the changes that were not taken: how many need eyes, and how many go by themselves.
fn told(phone: &Phone) -> (usize, usize) {
    (phone.replica.eyes().count(), phone.replica.early().count())
}

fn hears_later(phone: &mut Phone, later: Millis, rows: &[domain::Record]) {
    let sent = phone.replica.pull("1");
    let pages = vec![page(VILLAGE, None, 99, rows)];
    phone.hears(&sent, &PullReply { server_at: NOW + later, ..reply(pages) });
}

#[test]
fn what_comes_before_its_issue_goes_again_when_the_issue_is_there() {
    let (mut phone, mut office) = restored();
    phone.talks(&mut office);
    assert_eq!((told(&phone), phone.replica.unsent().len()), ((0, 1), 0), "nobody need look");
    phone.talks(&mut office);
    assert_eq!((told(&phone), phone.replica.unsent().len()), ((0, 1), 0), "it is not there yet");
    // another phone brings it
    office.rows.insert(LAMP, (lamp(), Stamps::new()));
    phone.talks(&mut office);
    assert_eq!(told(&phone), (0, 0));
    assert_eq!(office.rows[&LAMP].0.text("title"), Some("灯"));
    assert_eq!(phone.reads(LAMP, "title"), Some("灯"));
    assert_eq!(phone.replica.journal().len(), 1);
}

#[test]
fn a_day_later_its_author_is_asked() {
    let (mut phone, mut office) = restored();
    phone.talks(&mut office);
    hears_later(&mut phone, DAY - 10_000, &[]);
    assert_eq!(told(&phone), (0, 1));
    hears_later(&mut phone, DAY, &[]);
    assert_eq!(told(&phone), (1, 0));
    // and from then on nothing goes without being told to
    hears_later(&mut phone, DAY + 1, &[lamp_rev(1, VILLAGE)]);
    assert_eq!((told(&phone), phone.replica.unsent().len()), ((1, 0), 0));
}

#[test]
fn what_the_server_should_have_had_is_offered_again_but_not_at_once() {
    let (mut phone, mut office) = restored();
    phone.asks(&office);
    // the news overtook the answer to the push
    hears_later(&mut phone, 0, &[lamp_rev(1, VILLAGE)]);
    phone.sends(&mut office);
    let still = PullReply { pages: Vec::new(), ..reply(Vec::new()) };
    for (later, unsent) in [(MINUTE - 1, 0), (MINUTE, 1)] {
        let sent = phone.replica.pull("1");
        phone.hears(&sent, &PullReply { server_at: NOW + later, ..still.clone() });
        assert_eq!(phone.replica.unsent().len(), unsent);
    }
}

#[test]
fn without_a_backup_the_author_is_asked_at_once() {
    let mut office = Office::of_shangfeng();
    office.rows.insert(LAMP, (lamp(), Stamps::new()));
    let mut phone = Phone::of(CHEN);
    phone.talks(&mut office);
    assert_eq!(phone.writes(on_lamp(Act::Receive)), Ok(()));
    office.rows.remove(&LAMP);
    phone.sends(&mut office);
    let refused: Vec<_> = phone.replica.eyes().map(|a: &Attention| &a.trouble).collect();
    assert_eq!(refused, [&Trouble::Refused { refusal: Refusal::NoSuchRecord }]);
    // and whoever was asked decides, whatever server comes after
    let sent = phone.replica.pull("1");
    let other = PullReply { epoch: "e2".into(), server_at: NOW + 1, ..reply(Vec::new()) };
    phone.hears(&sent, &other);
    assert_eq!((told(&phone), phone.replica.meta().anew_at), ((1, 0), Some(NOW + 1)));
}

#[test]
fn each_time_it_is_offered_again_it_has_a_name_of_its_own() {
    let first = on_lamp(Act::Receive);
    let mut names = vec![first.uuid];
    let mut change = Change { seq: 7, ..first };
    for _ in 0..1000 {
        change = change.again();
        assert_eq!((change.seq, names.contains(&change.uuid)), (0, false));
        names.push(change.uuid);
    }
    let marks = |id: &domain::Id| (id.get_version_num(), id.get_variant());
    assert!(names.iter().all(|name| marks(name) == marks(&names[0])));
}

#[test]
fn words_in_a_session_that_is_not_there_yet_wait_for_it() {
    let state = State {
        sort: Sort::Opinion,
        seat: None,
        part: 0,
        words: Some("灯。".into()),
        named: false,
    };
    let said = change(7, Kind::Statement, id(502), BENCH, SessionAct::State(state).into());
    let kept = Kept { change: said, outcome: Outcome::Ok, seen: None, heard_at: NOW };
    let (mut phone, mut office) = restored();
    let meta = Some(phone.replica.meta().clone());
    let snapshot = Snapshot { journal: vec![kept], meta, ..Snapshot::default() };
    phone.replica = Replica::restore(CHEN, snapshot, id(9000));
    for _ in 0..2 {
        phone.talks(&mut office);
        assert_eq!((told(&phone), phone.replica.unsent().len()), ((0, 1), 0), "nobody need look");
    }
    // another phone brings the session
    let session = planned().records.remove(&SESSION).expect("a session");
    office.rows.insert(SESSION, (session, Stamps::new()));
    phone.talks(&mut office);
    assert_eq!(told(&phone), (0, 0));
    assert_eq!(office.rows[&id(502)].0.text("words"), Some("灯。"));
    assert_eq!(phone.reads(id(502), "words"), Some("灯。"));
}
