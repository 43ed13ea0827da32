//! Advice gets its answer, an action its extension, whoever spoke hears of it: what a village does after the bench.

use domain::{
    Act, DAY, FollowAct, Kind, Record, Refusal, SessionAct, Stage, Standing, Station,
    follow::{
        Action, Satisfaction, State, Thread, Tidings, Undertaking,
        echo::{Owed, Tell},
        notice::owed,
        rating::{Rate, Way, tally},
        thread::stations,
    },
    session::{
        Advise, Answer, Lacking, Verdict,
        advice::{self, Advice, Voice},
        lacking,
    },
    sync::authority::{Along, Goes, take_along},
};

use crate::{
    cast::{CHEN, JIANG, LAMP, NOW, VILLAGE, WU, id, lamp_at},
    evening::{BENCH, SESSION},
    every_way::Village,
    stages::{There, at, ended},
};

pub(crate) fn refs(village: &Village) -> Vec<&Record> {
    village.records.values().collect()
}

fn advised(village: &mut Village, n: u128, name: &str) {
    let voice = Voice { name: name.into(), ..Voice::default() };
    let advise = Advise { issue: Some(LAMP), voice: Some(voice), ..Advise::said(None, "装灯") };
    village.does(CHEN, (Kind::Advice, id(n)), SessionAct::Advise(advise)).expect("advice");
}

pub(crate) fn answer(verdict: Verdict) -> SessionAct {
    SessionAct::Answer(Answer { ends: true, ..Answer::of(verdict, Some("因为")) })
}

pub(crate) fn undertaken(village: &mut Village, advice: u128) {
    let what = Undertaking {
        what: "装灯".into(),
        owner: Some("村委会".into()),
        lead: Some(WU),
        due: Some(NOW + 10 * DAY),
        advice: Some(id(advice)),
        ..Undertaking::default()
    };
    village.does(CHEN, (Kind::Action, id(702)), FollowAct::Undertake(what)).expect("undertaken");
}

#[test]
fn whoever_advised_waits_to_be_told_until_somebody_has_told_them() {
    let mut village = Village::new();
    advised(&mut village, 701, "施国富");
    assert_eq!(owed(&refs(&village)), []);
    village.does(WU, (Kind::Advice, id(701)), answer(Verdict::Reference)).expect("answered");
    let waits: Vec<Owed> = owed(&refs(&village));
    assert_eq!(waits.len(), 1);
    assert_eq!(
        (waits[0].about, waits[0].to.name.as_str(), waits[0].sent),
        (id(701), "施国富", None)
    );
    // somebody is asked to knock at the door, and then has
    let send = FollowAct::Send { to: "施国富".into(), who: CHEN };
    village.does(WU, (Kind::Advice, id(701)), send).expect("asked");
    assert_eq!(owed(&refs(&village))[0].sent, Some(CHEN));
    village.now += 1_000;
    let tell = Tell { to: "施国富".into(), how: Tidings::Door, ..Tell::default() };
    village.does(CHEN, (Kind::Advice, id(701)), FollowAct::Tell(tell)).expect("told");
    assert_eq!(owed(&refs(&village)), []);
    let advice: Advice = village.records[&id(701)].read().expect("advice");
    assert!(advice.errands.is_empty() && advice.echoes.len() == 1);
    // answered anew: told anew, and the earlier answer stays readable
    village.now += 1_000;
    village.does(WU, (Kind::Advice, id(701)), answer(Verdict::Adopted)).expect("answered anew");
    assert_eq!(owed(&refs(&village)).len(), 1);
    let advice: Advice = village.records[&id(701)].read().expect("advice");
    let given: Vec<Verdict> = advice.answers.iter().map(|given| given.verdict).collect();
    assert_eq!(given, [Verdict::Reference, Verdict::Adopted]);
}

#[test]
fn only_the_person_says_that_they_have_read_it() {
    let mut village = Village::new();
    advised(&mut village, 701, "施国富");
    let own = |person| {
        let to = "施国富".to_owned();
        FollowAct::Tell(Tell { to, person, how: Tidings::Own, words: None })
    };
    let by_chen = village.does(CHEN, (Kind::Advice, id(701)), own(Some(JIANG)));
    assert_eq!(by_chen, Err(Refusal::NotThePerson));
    village.does(JIANG, (Kind::Advice, id(701)), own(Some(JIANG))).expect("she has read it");
}

#[test]
fn several_say_the_same_and_one_answer_is_for_all_of_them() {
    let mut village = Village::new();
    for (n, name) in [(701, "施国富"), (703, "王彩娣"), (704, "徐志强")] {
        advised(&mut village, n, name);
    }
    let group = |with| FollowAct::Group { with };
    let mut does = |n, act| village.does(CHEN, (Kind::Advice, id(n)), act);
    does(703, group(Some(id(701)))).expect("beside the first");
    assert!(does(701, group(Some(id(703)))).is_err());
    assert!(does(704, group(Some(id(703)))).is_err());
    assert!(does(704, group(Some(id(704)))).is_err());
    does(704, group(Some(id(701)))).expect("beside the first");
    does(704, group(None)).expect("out again");
    assert_eq!(advice::waiting(&refs(&village)), [id(701), id(704)]);
    village.does(WU, (Kind::Advice, id(701)), answer(Verdict::Adopted)).expect("answered");
    assert_eq!(advice::waiting(&refs(&village)), [id(704)]);
    // each voice is told, also the one that another spoke for
    let told: Vec<String> = owed(&refs(&village)).into_iter().map(|owed| owed.to.name).collect();
    assert_eq!(told, ["施国富", "王彩娣"]);
}

#[test]
fn what_was_adopted_says_what_comes_of_it_before_it_is_handed_over() {
    let There { mut evening, advice, .. } = at(Stage::Sealed);
    let open = SessionAct::Answer(Answer::of(Verdict::Adopted, None));
    evening.does(WU, (Kind::Advice, advice, BENCH), open.into()).expect("an answer");
    let lacks = Err(Refusal::Lacks { what: vec![Lacking::Unfollowed] });
    assert_eq!(evening.proceed(Stage::HandedOver), lacks);
    let ended = SessionAct::Answer(ended(Verdict::Adopted));
    evening.does(WU, (Kind::Advice, advice, BENCH), ended.into()).expect("an answer");
    evening.proceed(Stage::HandedOver).expect("handed over");
    // it goes to the village with its answers; what was taken back stays
    let mut record = evening.records[&advice].clone();
    let along = Along { what: Goes::Advised, from: BENCH, to: VILLAGE };
    assert!(take_along(&mut record, SESSION, along).is_some());
    assert_eq!(record.scope, VILLAGE);
    let mut gone = Record { gone: true, ..evening.records[&advice].clone() };
    assert!(take_along(&mut gone, SESSION, along).is_none());
}

#[test]
fn a_session_is_closed_when_all_that_came_of_it_is() {
    let There { mut evening, .. } = at(Stage::Acting);
    let action = |state: Option<&str>| {
        let mut record = Record::blank(Kind::Action, id(702), VILLAGE);
        let mut set = |field: &str, to: serde_json::Value| {
            record.fields.insert(field.to_owned(), to);
        };
        set("session", SESSION.to_string().into());
        set("owner", "村委会".into());
        if let Some(to) = state {
            set("trail", serde_json::json!([{ "to": to, "by": WU, "at": NOW }]));
        }
        record
    };
    for open in [None, Some("acting"), Some("checked")] {
        evening.records.insert(id(702), action(open));
        let lacks = Err(Refusal::Lacks { what: vec![Lacking::OpenActions] });
        assert_eq!(evening.proceed(Stage::Closed), lacks, "{open:?}");
    }
    evening.records.insert(id(702), action(Some("closed")));
    let room = evening.room();
    assert!(lacking(Stage::Closed, room.session, &room, NOW).is_empty());
    evening.proceed(Stage::Closed).expect("all is done");
}

#[test]
fn more_time_is_asked_for_with_a_reason_and_granted_by_somebody_else() {
    let mut village = Village::new();
    advised(&mut village, 701, "施国富");
    village.does(WU, (Kind::Advice, id(701)), answer(Verdict::Adopted)).expect("answered");
    undertaken(&mut village, 701);
    let to = (Kind::Action, id(702));
    let later = NOW + 40 * DAY;
    let give = |due, why: Option<&str>| FollowAct::GiveTime { due, why: why.map(str::to_owned) };
    assert_eq!(village.does(CHEN, to.clone(), give(Some(later), None)), Err(Refusal::NothingAsked));
    let ask = |why: &str| FollowAct::AskTime { due: later, why: why.into() };
    assert_eq!(village.does(WU, to.clone(), ask(" ")), Err(Refusal::NeedsReason));
    village.does(WU, to.clone(), ask("灶台坏了两周")).expect("asked");
    assert_eq!(village.does(WU, to.clone(), give(Some(later), None)), Err(Refusal::OwnDeed));
    assert_eq!(village.does(CHEN, to.clone(), give(None, None)), Err(Refusal::NeedsReason));
    village.does(CHEN, to, give(Some(later), None)).expect("granted");
    let action: Action = village.records[&id(702)].read().expect("an action");
    assert_eq!(
        (action.due, action.asked.clone(), action.state()),
        (Some(later), None, State::Claimed)
    );
    let step = action.trail.last().expect("a step");
    assert_eq!((step.due_from, step.why.as_deref()), (Some(NOW + 10 * DAY), Some("灶台坏了两周")));
    assert_eq!((action.days_over(later), action.days_over(later + 3 * DAY)), (0, 3));
}

#[test]
fn more_time_while_it_is_to_be_done_again_is_not_a_third_doing() {
    let mut village = Village::new();
    advised(&mut village, 701, "施国富");
    village.does(WU, (Kind::Advice, id(701)), answer(Verdict::Adopted)).expect("answered");
    undertaken(&mut village, 701);
    let to = || (Kind::Action, id(702));
    village.does(WU, to(), FollowAct::Finish { words: "亮了".into() }).expect("done");
    village.does(CHEN, to(), FollowAct::Check { ok: true, words: None }).expect("checked");
    let not = Rate { result: Satisfaction::Not, words: Some("不亮".into()), ..Rate::default() };
    village.does(JIANG, to(), FollowAct::Rate(not)).expect("found wanting");
    let ask = FollowAct::AskTime { due: NOW + 40 * DAY, why: "等灯泡".into() };
    village.does(WU, to(), ask).expect("asked");
    let give = FollowAct::GiveTime { due: Some(NOW + 40 * DAY), why: None };
    village.does(CHEN, to(), give).expect("granted");
    let action: Action = village.records[&id(702)].read().expect("an action");
    assert_eq!((action.state(), action.round()), (State::Redo, 1));
    assert_eq!(tally(&action.ratings, 0).not, 1);
}

#[test]
fn nothing_changes_hands_silently() {
    let mut village = Village::new();
    advised(&mut village, 701, "施国富");
    village.does(WU, (Kind::Advice, id(701)), answer(Verdict::Adopted)).expect("answered");
    undertaken(&mut village, 701);
    let to = (Kind::Action, id(702));
    for field in ["owner", "due"] {
        let from = village.records[&id(702)].fields[field].clone();
        let edit = Act::Edit { field: field.into(), from, to: serde_json::Value::Null };
        let refused = Refusal::NotEditable { field: field.into() };
        assert_eq!(village.does(CHEN, to.clone(), edit), Err(refused));
    }
    let give = |why: &str| FollowAct::Reassign {
        owner: "镇农办".into(),
        lead: Some(JIANG),
        why: why.into(),
    };
    assert_eq!(village.does(WU, to.clone(), give("")), Err(Refusal::NeedsReason));
    village.does(WU, to, give("换届")).expect("handed on");
    let action: Action = village.records[&id(702)].read().expect("an action");
    let step = action.trail.last().expect("a step");
    assert_eq!(step.owner_from.as_deref(), Some("村委会"));
    assert_eq!(step.why.as_deref(), Some("换届"));
}

#[test]
fn one_rating_a_person_and_the_latest_counts() {
    let mut village = Village::new();
    advised(&mut village, 701, "施国富");
    village.does(WU, (Kind::Advice, id(701)), answer(Verdict::Adopted)).expect("answered");
    undertaken(&mut village, 701);
    let to = || (Kind::Action, id(702));
    let finish = FollowAct::Finish { words: "亮了".into() };
    village.does(WU, to(), finish).expect("done");
    village.does(CHEN, to(), FollowAct::Check { ok: true, words: None }).expect("checked");
    let rate = |result, name: Option<&str>, way| {
        let name = name.map(str::to_owned);
        FollowAct::Rate(Rate { result, name, way, heard: Some(true), words: None, letter: None })
    };
    let own = |result| rate(result, None, Way::Own);
    assert_eq!(village.does(WU, to(), own(Satisfaction::Satisfied)), Err(Refusal::OwnDeed));
    village.does(JIANG, to(), own(Satisfaction::Satisfied)).expect("rated");
    village.does(JIANG, to(), own(Satisfaction::Basically)).expect("rated anew");
    let paper = rate(Satisfaction::Satisfied, Some("施阿根"), Way::Paper);
    village.does(CHEN, to(), paper.clone()).expect("on paper");
    village.does(CHEN, to(), paper).expect("the same paper twice");
    let nameless = rate(Satisfaction::Satisfied, None, Way::Paper);
    assert!(village.does(CHEN, to(), nameless).is_err());
    let not = village.does(JIANG, to(), own(Satisfaction::Not));
    assert_eq!(not, Err(Refusal::NeedsReason));
    let action: Action = village.records[&id(702)].read().expect("an action");
    let tally = tally(&action.ratings, 0);
    assert_eq!((tally.satisfied, tally.basically, tally.not), (1, 1, 0));
}

#[test]
fn a_thread_goes_from_the_sentence_to_the_lamp_and_an_issue_stands_where_it_has_come_to() {
    let mut village = Village::new();
    let mut lamp = lamp_at(Standing::Consulted);
    lamp.fields.insert("session".to_owned(), SESSION.to_string().into());
    village.records.insert(LAMP, lamp);
    let station = |village: &Village| stations(village.records.values()).get(&LAMP).copied();
    assert_eq!(station(&village), None);
    advised(&mut village, 701, "施国富");
    assert_eq!(station(&village), Some(Station::Advised));
    village.does(WU, (Kind::Advice, id(701)), answer(Verdict::Adopted)).expect("answered");
    assert_eq!(station(&village), Some(Station::Answered));
    undertaken(&mut village, 701);
    assert_eq!(station(&village), Some(Station::Done));
    let thread = Thread::of(LAMP, &refs(&village));
    assert_eq!((thread.advice.len(), thread.actions.len()), (1, 1));
    let to = || (Kind::Action, id(702));
    village.does(WU, to(), FollowAct::Finish { words: "亮了".into() }).expect("done");
    village.does(CHEN, to(), FollowAct::Check { ok: true, words: None }).expect("checked");
    assert_eq!(station(&village), Some(Station::Done));
    let rate = FollowAct::Rate(Rate::default());
    village.does(JIANG, to(), rate).expect("rated");
    assert_eq!(station(&village), Some(Station::Rated));
    assert_eq!(Thread::of(id(4_000), &refs(&village)).advice.len(), 0);
}
