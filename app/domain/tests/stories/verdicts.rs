//! What the server stores when it accepts, and what it says.

use domain::{
    Act, Kind, Record, Refusal, Role, Scope,
    session::Alone,
    sync::{
        Outcome,
        authority::{self, Accepted, Case, Stamp, Stamps, Verdict},
    },
};
use serde_json::json;

use crate::cast::{
    CHEN, DRAFTS, LAMP, NOW, VILLAGE, WU, change, edit, id, lamp, on_lamp, said, who,
};

fn stamps(field: &str) -> Stamps {
    Stamps::from_iter([(field.to_owned(), Stamp { by: WU, at: NOW, rev: 1 })])
}

fn judged(change: &domain::Change, before: Option<&Record>) -> Result<Option<Accepted>, Refusal> {
    let roles = [(Role::Recorder, VILLAGE), (Role::Recorder, DRAFTS)];
    let (who, stamps) = (who(CHEN, &roles), stamps("title"));
    let case = Case {
        who: &who,
        change,
        before,
        stamps: &stamps,
        around: &Alone,
        now: NOW + 1_000,
        skew: 0,
    };
    Ok(match authority::judge(case)? {
        Verdict::Unchanged => None,
        Verdict::Accepted(accepted) => Some(*accepted),
    })
}

fn accepted(change: &domain::Change, before: Option<&Record>) -> Accepted {
    judged(change, before).expect("it may").expect("it is news")
}

#[test]
fn an_issue_gets_its_number_when_the_village_sees_it() {
    assert!(accepted(&on_lamp(Act::Raise(said())), None).wants_number);
    let held = accepted(&change(1, Kind::Issue, LAMP, DRAFTS, Act::Raise(said())), None);
    assert!(!held.wants_number, "the village would see a gap");
    let shown = accepted(&on_lamp(Act::Receive), Some(&held.record));
    assert!(shown.wants_number);
    assert_eq!((shown.left, shown.record.scope), (Some(DRAFTS), VILLAGE));
    let mut numbered = shown.record;
    authority::number(&mut numbered, 7);
    assert_eq!(numbered.fields["number"], json!(7));
    assert!(
        !accepted(&on_lamp(edit("title", "村口的路灯坏了", "灯")), Some(&numbered)).wants_number
    );
}

#[test]
fn nobody_moves_a_record_to_where_they_do_not_read() {
    let who = who(CHEN, &[(Role::Recorder, DRAFTS)]);
    let held = Record { scope: DRAFTS, ..lamp() };
    let change = on_lamp(Act::Receive);
    let case = Case {
        who: &who,
        change: &change,
        before: Some(&held),
        stamps: &Stamps::new(),
        around: &Alone,
        now: NOW,
        skew: 0,
    };
    assert_eq!(authority::judge(case), Err(Refusal::NotAMember));
}

#[test]
fn what_already_stands_is_not_written_again() {
    let same = on_lamp(edit("title", "旧的", "村口的路灯坏了"));
    assert_eq!(judged(&same, Some(&lamp())), Ok(None));
}

#[test]
fn a_value_written_over_with_open_eyes_goes_into_the_history_and_hurts_nobody() {
    let accepted = accepted(&on_lamp(edit("title", "村口的路灯坏了", "灯")), Some(&lamp()));
    assert_eq!((accepted.outcome, accepted.clash), (Outcome::Ok, None));
    let [lost] = accepted.over.as_slice() else { panic!("one value was written over") };
    assert_eq!((lost.field.as_str(), &lost.value), ("title", &json!("村口的路灯坏了")));
    assert_eq!(lost.stamp.as_ref().map(|stamp| stamp.by), Some(WU));
    assert_eq!(accepted.stamps["title"], Stamp { by: CHEN, at: NOW + 1, rev: 2 });
}

#[test]
fn a_value_written_over_unseen_is_shown_to_its_author() {
    let accepted = accepted(&on_lamp(edit("title", "更旧的", "灯")), Some(&lamp()));
    assert_eq!(accepted.outcome, Outcome::Both);
    let clash = accepted.clash.expect("its author is told");
    assert_eq!((clash.kind, clash.scope, clash.rev), (Kind::Clash, Scope::User(WU), 1));
    assert_eq!(clash.fields["mine"], json!("村口的路灯坏了"));
    assert_eq!(clash.fields["before"], json!("更旧的"));
}

#[test]
fn a_value_whose_author_is_not_known_goes_into_the_history_alone() {
    let lamp = lamp();
    let mut english = lamp.clone();
    english.fields.insert("title_en".into(), json!("Lamp"));
    let accepted = accepted(&on_lamp(edit("title_en", "", "Street lamp")), Some(&english));
    assert_eq!((accepted.outcome, accepted.clash), (Outcome::Both, None));
    assert_eq!(accepted.over.len(), 1);
}

#[test]
fn a_step_leaves_its_own_trail_and_no_other_history() {
    let accepted = accepted(&on_lamp(Act::Receive), Some(&lamp()));
    assert_eq!((accepted.over, accepted.stamps.len()), (Vec::new(), 1));
}

#[test]
fn a_moment_is_set_right_and_never_lies_ahead_or_before_all_time() {
    let who = who(CHEN, &[(Role::Recorder, VILLAGE)]);
    let none = Stamps::new();
    let at = |at, skew| {
        let mut change = on_lamp(Act::Raise(said()));
        change.at = at;
        let case = Case {
            who: &who,
            change: &change,
            before: None,
            stamps: &none,
            around: &Alone,
            now: NOW,
            skew,
        };
        match authority::judge(case) {
            Ok(Verdict::Accepted(accepted)) => accepted.record.at,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(at(NOW - 500, 0), NOW - 500);
    const HOUR: i64 = 3_600_000;
    assert_eq!(at(NOW - 2 * HOUR, HOUR), NOW - HOUR);
    assert_eq!(at(NOW + HOUR - 500, -HOUR), NOW - 500);
    // a letter that was long on its way says nothing about the clock
    assert_eq!(at(NOW - 90_000, 60_000), NOW - 90_000);
    assert_eq!(at(NOW + 500, 0), NOW);
    assert_eq!(at(i64::MAX, 7), NOW);
    assert_eq!(at(i64::MIN, -7), 0);
}

#[test]
fn an_id_that_is_taken_is_not_begun_anew() {
    let other = change(1, Kind::Comment, LAMP, VILLAGE, crate::cast::say("对"));
    assert_eq!(judged(&other, Some(&lamp())), Err(Refusal::AlreadyThere));
    let foreign = Record { scope: Scope::Village(id(2)), ..lamp() };
    assert_eq!(judged(&other, Some(&foreign)), Err(Refusal::NotAMember));
}
