//! The life-cycle of an issue, every standing against every act.

use std::fmt::Write;

use domain::{Act, Refusal, Scope, Standing, issue::Step};

use crate::cast::{self, CHEN, DRAFTS, NOW, VILLAGE, WU, does, lamp_at, moves, on_lamp, said};

/// Each standing, and where each act takes an issue from there. What is not here is refused.
const WAYS: &str = "\
lead: receive→received merge→merged decline→declined
received: triage→triaged
triaged: settle→settled redirect→redirected merge→merged park→parked draft→drafted decline→declined
settled: resume→triaged
redirected: resume→triaged
merged:
parked: resume→triaged
drafted: merge→merged park→parked approve→approved decline→declined
approved: park→parked post→posted
posted: park→parked schedule→scheduled
scheduled: post→posted consult→consulted
consulted: close→closed
closed:
declined: resume→triaged
";

#[test]
fn an_issue_goes_where_the_table_says_and_nowhere_else() {
    let mut ways = String::new();
    for now in Standing::ALL {
        write!(ways, "{}:", now.as_str()).expect("a string takes all");
        for (word, act) in moves() {
            let before = lamp_at(now);
            match does(Some(&before), act.clone()) {
                Ok(applied) => {
                    let to =
                        applied.record.text("standing").expect("it stands somewhere").to_owned();
                    assert_eq!(Some(to.as_str()), act.leads_to().map(Standing::as_str));
                    write!(ways, " {word}→{to}").expect("a string takes all");
                }
                Err(Refusal::WrongStanding { now: stands, wanted, by, at }) => {
                    assert_eq!((stands, Some(wanted)), (now, act.leads_to()));
                    assert!(by.is_some() && at == NOW, "it is told who brought it here, and when");
                }
                Err(other) => panic!("{word} on {now:?}: {other:?}"),
            }
        }
        ways.push('\n');
    }
    assert_eq!(ways, WAYS);
}

#[test]
fn every_standing_is_reached_and_says_so() {
    for standing in Standing::ALL {
        assert_eq!(lamp_at(standing).text("standing"), Some(standing.as_str()));
    }
}

#[test]
fn what_is_finished_has_no_way_out_and_takes_no_more_words() {
    for standing in Standing::ALL.into_iter().filter(|standing| standing.finished()) {
        let lamp = lamp_at(standing);
        for (word, act) in moves() {
            assert!(does(Some(&lamp), act).is_err(), "{word} on {standing:?}");
        }
        let edit = cast::edit("title", lamp.text("title"), "亮了");
        let (by, at) = (Some(CHEN), Some(NOW));
        assert_eq!(does(Some(&lamp), edit), Err(Refusal::Finished { now: standing, by, at }));
    }
}

#[test]
fn every_step_that_closes_a_way_asks_for_its_reason() {
    let mute = |text: &str| -> Vec<(Standing, Act)> {
        let why = || text.to_owned();
        vec![
            (Standing::Triaged, Act::Settle { how: why() }),
            (Standing::Triaged, Act::Redirect { to: "镇上".into(), why: why() }),
            (Standing::Triaged, Act::Park { why: why() }),
            (Standing::Scheduled, Act::Consult { outcome: why(), session: None }),
            (Standing::Consulted, Act::Close { how: why() }),
            (Standing::Triaged, Act::Decline { why: why() }),
            (Standing::Parked, Act::Resume { why: why() }),
        ]
    };
    for (standing, act) in ["", " \n", "\u{200B}"].into_iter().flat_map(mute) {
        assert_eq!(does(Some(&lamp_at(standing)), act), Err(Refusal::NeedsReason));
    }
}

#[test]
fn each_step_is_written_down_with_who_when_and_why() {
    let lamp = lamp_at(Standing::Closed);
    let issue: domain::Issue = lamp.read().expect("it is an issue");
    let told: Vec<_> =
        issue.trail.iter().map(|step| (step.to.as_str(), step.why.as_deref())).collect();
    assert_eq!(
        told,
        [
            ("lead", None),
            ("received", None),
            ("triaged", None),
            ("drafted", None),
            ("approved", None),
            ("posted", None),
            ("scheduled", None),
            ("consulted", Some("装六盏")),
            ("closed", Some("六盏都亮了")),
        ]
    );
    assert_eq!((issue.raised_at(), issue.last_step().map(|s: &Step| s.at)), (NOW, Some(NOW)));
    assert_eq!(lamp.rev, 9);
}

#[test]
fn a_day_that_no_longer_holds_is_taken_off_the_plan() {
    let planned = lamp_at(Standing::Scheduled);
    assert_eq!(planned.text("scheduled_where"), Some("祠堂"));
    let posted = does(Some(&planned), Act::Post).expect("it goes back to the board").record;
    assert!(
        !posted.fields.contains_key("scheduled_on")
            && !posted.fields.contains_key("scheduled_where")
    );
}

#[test]
fn what_comes_back_is_no_longer_on_its_way_elsewhere() {
    let back =
        does(Some(&lamp_at(Standing::Redirected)), cast::resume()).expect("it comes back").record;
    assert_eq!(back.text("redirected_to"), None);
}

#[test]
fn a_held_issue_becomes_the_villages_when_a_cadre_takes_it_up() {
    let mut raise = on_lamp(Act::Raise(domain::act::Raise { received: true, ..said() }));
    raise.scope = DRAFTS;
    let held = domain::apply(None, &raise, WU, NOW).expect("it is held back").record;
    assert_eq!((held.scope, held.text("standing")), (DRAFTS, Some("lead")));
    let received = does(Some(&held), Act::Receive).expect("it is received").record;
    assert_eq!(received.scope, VILLAGE);
}

#[test]
fn a_held_issue_that_was_declined_stays_held_until_it_comes_back() {
    let held = domain::Record { scope: Scope::Draft(cast::SHANGFENG), ..cast::lamp() };
    let declined = does(Some(&held), cast::decline()).expect("it is declined").record;
    assert_eq!(declined.scope, DRAFTS);
    let back = does(Some(&declined), cast::resume()).expect("it comes back").record;
    assert_eq!(back.scope, VILLAGE);
}

#[test]
fn a_cadres_own_entry_counts_as_received() {
    let raise = on_lamp(Act::Raise(domain::act::Raise { received: true, ..said() }));
    let lamp = domain::apply(None, &raise, WU, NOW).expect("it is raised").record;
    assert_eq!(lamp.text("standing"), Some("received"));
}
