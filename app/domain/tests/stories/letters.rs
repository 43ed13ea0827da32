//! What comes by a door without an account waits for a look: nothing of it counts, and nothing of it is public, before.

use domain::{
    Act, FollowAct, Id, Kind, Record, Refusal, Role, Scope, Standing, Who,
    act::{Door, Raise},
    apply,
    follow::{
        Action, Fate, Letter, Satisfaction, State, Undertaking,
        letter::{Sort, Write},
        rating::{Rate, Way},
    },
    may,
};

use crate::{
    cast::{CHEN, DRAFTS, JIANG, LAMP, NOW, SHANGFENG, VILLAGE, WU, change, id, said, who},
    every_way::Village,
};

const ACTION: Id = id(702);
const OFFICE: Scope = Scope::District(id(2));

/// An action of 吴国良's that is done and was checked.
fn checked() -> Village {
    use FollowAct as F;
    let mut village = Village::new();
    let undertaking = Undertaking {
        what: "装灯".into(),
        owner: Some("村委会".into()),
        lead: Some(WU),
        issue: Some(LAMP),
        ..Undertaking::default()
    };
    for (by, act) in [
        (CHEN, F::Undertake(undertaking)),
        (WU, F::Accept),
        (WU, F::Finish { words: "亮了".into() }),
        (CHEN, F::Check { ok: true, words: None }),
    ] {
        village.does(by, (Kind::Action, ACTION), act).expect("one after the other");
    }
    village
}

fn rating(result: Satisfaction, words: Option<&str>) -> Write {
    let words = words.map(str::to_owned);
    Write {
        sort: Sort::Rating,
        words,
        action: Some(ACTION),
        result: Some(result),
        heard: Some(true),
        ..Write::default()
    }
}

/// The same, written down from a letter.
fn taken(letter: Id, words: Option<&str>) -> FollowAct {
    FollowAct::Rate(Rate {
        result: Satisfaction::Basically,
        heard: Some(true),
        words: words.map(str::to_owned),
        name: Some("扫码村民".into()),
        way: Way::Link,
        letter: Some(letter),
    })
}

fn complaint(words: &str) -> Write {
    let (slip, name) = (Some("0e".repeat(32)), Some("老周".to_owned()));
    Write { sort: Sort::Complaint, words: Some(words.into()), slip, name, ..Write::default() }
}

/// A letter that came by the door, laid in a scope.
fn comes(village: &mut Village, n: u128, scope: Scope, write: Write) -> Result<(), Refusal> {
    let act: Act = FollowAct::Write(write).into();
    let change = domain::Change { at: village.now, ..change(1, Kind::Letter, id(n), scope, act) };
    let made = domain::apply_among(None, &change, (id(n), village.now), &village.records)?;
    village.records.insert(id(n), made.record);
    Ok(())
}

fn letter(village: &Village, n: u128) -> Letter {
    village.records[&id(n)].read().expect("a letter")
}

fn ratings(village: &Village) -> usize {
    village.records[&ACTION].read::<Action>().expect("an action").ratings.len()
}

fn raised() -> Raise {
    Raise { door: Some(Door { slip: "0e".repeat(32), name: Some(" 老周 ".into()) }), ..said() }
}

#[test]
fn what_is_raised_at_the_door_is_a_lead_that_only_cadres_see_and_nobody_wrote() {
    let raise = |scope, by: Id, raise| {
        apply(None, &change(1, Kind::Issue, LAMP, scope, Act::Raise(raise)), by, NOW)
    };
    let lead = raise(DRAFTS, LAMP, raised()).expect("it is held").record;
    let issue: domain::Issue = lead.read().expect("an issue");
    assert_eq!((issue.standing, issue.raised_by, lead.by), (Standing::Lead, LAMP, Some(LAMP)));
    assert_eq!(issue.door.and_then(|door| door.name).as_deref(), Some("老周"));
    // by nobody's phone, not before the village, not as received, not in somebody's name
    let wrong = |field: &str| Err(Refusal::WrongValue { field: field.into() });
    for (scope, by, said_) in [
        (DRAFTS, CHEN, raised()),
        (VILLAGE, LAMP, raised()),
        (DRAFTS, LAMP, Raise { received: true, ..raised() }),
        (DRAFTS, LAMP, Raise { named: true, ..raised() }),
        (DRAFTS, LAMP, said()),
    ] {
        assert_eq!(raise(scope, by, said_).map(|_| ()), wrong("door"));
    }
    let slip = Door { slip: "2345ABCD".into(), name: None };
    let plain = raise(DRAFTS, LAMP, Raise { door: Some(slip), ..said() });
    assert_eq!(plain.map(|_| ()), wrong("slip"));
    // once a cadre has looked, the village reads it
    let seen = apply(Some(&lead), &change(2, Kind::Issue, LAMP, DRAFTS, Act::Receive), CHEN, NOW);
    assert_eq!(seen.expect("received").record.scope, VILLAGE);
}

#[test]
fn a_rating_by_the_sessions_code_counts_once_a_cadre_has_taken_it_over() {
    let mut village = checked();
    comes(&mut village, 801, DRAFTS, rating(Satisfaction::Basically, Some("扶手高了")))
        .expect("it is held");
    assert_eq!((ratings(&village), letter(&village, 801).fate), (0, Fate::Held));
    let here = (Kind::Action, ACTION);
    // in no other words than were written
    let other = village.does(CHEN, here.clone(), taken(id(801), Some("都好")));
    assert_eq!(other, Err(Refusal::WrongValue { field: "letter".into() }));
    let away = village.does(CHEN, here.clone(), taken(id(899), Some("扶手高了")));
    assert_eq!(away, Err(Refusal::NoSuchRecord));
    village.does(CHEN, here.clone(), taken(id(801), Some("扶手高了"))).expect("taken over");
    let take = || FollowAct::Take { action: ACTION };
    let tray = (Kind::Letter, id(801));
    village.does(CHEN, tray.clone(), take()).expect("it is no longer in the tray");
    // another cadre, without a signal, did the same
    village.does(JIANG, here, taken(id(801), Some("扶手高了"))).expect("the same letter");
    village.does(JIANG, tray.clone(), take()).expect("the same");
    assert_eq!((ratings(&village), letter(&village, 801).fate), (1, Fate::Taken));
    assert_eq!(letter(&village, 801).looked_by, Some(CHEN));
    let aside = FollowAct::LayAside { why: "晚了".into(), action: Some(ACTION) };
    assert_eq!(village.does(CHEN, tray, aside), Err(Refusal::AlreadyThere));
}

#[test]
fn two_letters_are_two_voices_though_both_are_called_the_same() {
    let mut village = checked();
    for n in [801, 802] {
        comes(&mut village, n, DRAFTS, rating(Satisfaction::Basically, None)).expect("held");
        village.does(CHEN, (Kind::Action, ACTION), taken(id(n), None)).expect("taken over");
    }
    assert_eq!(ratings(&village), 2);
}

#[test]
fn whoever_did_it_neither_takes_over_nor_lays_aside_what_is_said_of_it() {
    let mut village = checked();
    comes(&mut village, 801, DRAFTS, rating(Satisfaction::Basically, None)).expect("it is held");
    let tray = (Kind::Letter, id(801));
    let rate = village.does(WU, (Kind::Action, ACTION), taken(id(801), None));
    assert_eq!(rate, Err(Refusal::OwnDeed));
    let take = village.does(WU, tray.clone(), FollowAct::Take { action: ACTION });
    assert_eq!(take, Err(Refusal::OwnDeed));
    let aside = |action, why: &str| FollowAct::LayAside { why: why.into(), action };
    let by_wu = village.does(WU, tray.clone(), aside(Some(ACTION), "不实"));
    assert_eq!(by_wu, Err(Refusal::OwnDeed));
    // nor by keeping still about what it is of
    let silent = village.does(WU, tray.clone(), aside(None, "不实"));
    assert_eq!(silent, Err(Refusal::WrongKind));
    let bare = village.does(CHEN, tray.clone(), aside(Some(ACTION), " "));
    assert_eq!(bare, Err(Refusal::NeedsReason));
    village.does(CHEN, tray, aside(Some(ACTION), "是外村人写的")).expect("with a reason");
    assert_eq!(letter(&village, 801).fate, Fate::Aside);
    let late = village.does(CHEN, (Kind::Action, ACTION), taken(id(801), None));
    assert_eq!(late, Err(Refusal::WrongValue { field: "letter".into() }));
}

#[test]
fn a_rating_is_of_what_is_checked_in_this_village_and_says_why_not() {
    let mut village = checked();
    let write = |result, words| rating(result, words);
    let not = comes(&mut village, 801, DRAFTS, write(Satisfaction::Not, Some(" \u{200B}")));
    assert_eq!(not, Err(Refusal::NeedsReason));
    let elsewhere = Scope::Draft(id(3));
    let other = comes(&mut village, 801, elsewhere, write(Satisfaction::Satisfied, None));
    assert_eq!(other, Err(Refusal::NoSuchRecord));
    let mute = Write { result: None, ..write(Satisfaction::Satisfied, None) };
    let mute = comes(&mut village, 801, DRAFTS, mute);
    assert_eq!(mute, Err(Refusal::WrongValue { field: "result".into() }));
    let closed = Rate { result: Satisfaction::Not, ..Rate::default() };
    let closed = Rate { words: Some("又暗了".into()), ..closed };
    village.does(JIANG, (Kind::Action, ACTION), FollowAct::Rate(closed)).expect("done again");
    let early = comes(&mut village, 801, DRAFTS, write(Satisfaction::Satisfied, None));
    assert!(matches!(early, Err(Refusal::WrongState { now: State::Redo, .. })), "{early:?}");
}

#[test]
fn a_complaint_about_the_tool_is_the_offices_to_answer_once() {
    let mut village = Village::new();
    comes(&mut village, 801, OFFICE, complaint("字太小")).expect("it is held");
    let tray = (Kind::Letter, id(801));
    let answer = |words: &str| FollowAct::Answer { words: words.into() };
    village.does(WU, tray.clone(), answer("下个月有大字版")).expect("answered");
    village.does(WU, tray.clone(), answer("下个月有大字版")).expect("the same twice");
    let anew = village.does(WU, tray.clone(), answer("不改"));
    assert_eq!(anew, Err(Refusal::AlreadyThere));
    let told = letter(&village, 801);
    assert_eq!((told.fate, told.answer.as_deref()), (Fate::Answered, Some("下个月有大字版")));
    // it is no rating, and lies nowhere else
    let take = village.does(CHEN, tray, FollowAct::Take { action: ACTION });
    assert_eq!(take, Err(Refusal::WrongKind));
    for scope in [DRAFTS, VILLAGE, Scope::Region(id(2))] {
        let there = comes(&mut village, 802, scope, complaint("字太小"));
        assert_eq!(there, Err(Refusal::WrongValue { field: "scope".into() }));
    }
    let empty = comes(&mut village, 802, OFFICE, complaint(" "));
    assert_eq!(empty, Err(Refusal::Empty { field: "words".into() }));
    let long = comes(&mut village, 802, OFFICE, complaint(&"长".repeat(2_001)));
    assert!(matches!(long, Err(Refusal::TooLong { .. })));
}

#[test]
fn no_phone_writes_a_letter() {
    let act: Act = FollowAct::Write(complaint("字太小")).into();
    let office = who(CHEN, &[(Role::Office, OFFICE)]);
    let written = change(1, Kind::Letter, id(801), OFFICE, act);
    assert_eq!(may(&office, &written, None), Ok(()));
    assert_eq!(apply(None, &written, CHEN, NOW).map(|_| ()), Err(Refusal::NotThePerson));
}

#[test]
fn only_the_office_of_the_district_reads_what_is_written_to_it() {
    let holds = |role| {
        let mut who: Who = who(CHEN, &[(role, Scope::Region(id(2))), (role, VILLAGE)]);
        who.take_along();
        who.reads(OFFICE)
    };
    let reads: Vec<Role> = Role::ALL.into_iter().filter(|role| holds(*role)).collect();
    assert_eq!(reads, [Role::Office]);
    // an office in a village alone is nobody's office in the district
    let mut only = who(CHEN, &[(Role::Office, Scope::Village(SHANGFENG))]);
    only.take_along();
    assert!(!only.reads(OFFICE));
}

#[test]
fn a_letter_takes_no_edit_and_is_not_taken_back() {
    let record = Record { rev: 1, by: Some(CHEN), ..Record::blank(Kind::Letter, id(801), DRAFTS) };
    let recorder = who(CHEN, &[(Role::Recorder, DRAFTS)]);
    let edit = Act::Edit { field: "words".into(), from: "".into(), to: "好".into() };
    for act in [edit, Act::Withdraw] {
        let asked = may(&recorder, &change(2, Kind::Letter, id(801), DRAFTS, act), Some(&record));
        assert!(matches!(asked, Err(Refusal::NotYourPart { .. })));
    }
}
