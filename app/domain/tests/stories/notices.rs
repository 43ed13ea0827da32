//! What is loud for one person, and what waits for the weekly line.

use domain::{
    DAY, Kind, Record, Scope, SessionAct, Stage,
    follow::notice::{Loud, loud, week},
    session::{Advise, How, Verdict, advice::Voice},
};

use crate::{
    cast::{CHEN, JIANG, LAMP, VILLAGE, WU, id, who},
    evening::{BENCH, Evening, SESSION},
    every_way::Village,
    followed::{answer, refs, undertaken},
    stages::{There, at},
};

#[test]
fn three_things_are_loud_and_the_rest_is_a_line_a_week() {
    let mut village = Village::new();
    let voice = Voice { name: "姜月仙".into(), person: Some(JIANG), ..Voice::default() };
    let advise = Advise { issue: Some(LAMP), voice: Some(voice), ..Advise::said(None, "装灯") };
    village.does(CHEN, (Kind::Advice, id(701)), SessionAct::Advise(advise)).expect("advice");
    village.does(WU, (Kind::Advice, id(701)), answer(Verdict::Adopted)).expect("answered");
    undertaken(&mut village, 701);
    let jiang = who(JIANG, &[(domain::Role::Villager, VILLAGE)]);
    let wu = who(WU, &[(domain::Role::Secretary, VILLAGE)]);
    let records = refs(&village);
    let moved = loud(&jiang, &records);
    assert!(matches!(moved.as_slice(), [Loud::Moved(owed)] if owed.about == id(701)), "{moved:?}");
    let mine = loud(&wu, &records);
    assert!(
        matches!(mine.as_slice(), [Loud::Answer { about, .. }] if *about == id(702)),
        "{mine:?}"
    );
    let line = week(&jiang, &records, village.now + 1);
    // her issue was sorted, and her advice answered
    assert_eq!((line.moved, line.closed, line.to_rate), (2, 0, 0));
    assert_eq!(week(&jiang, &records, village.now + 8 * DAY).moved, 0);
    // what lies in a session that nobody has sealed is nobody's to take up
    let mut promise = village.records[&id(702)].clone();
    promise.scope = Scope::Session(SESSION);
    assert!(loud(&wu, &[&promise]).is_empty());
}

#[test]
fn whoever_is_invited_is_called_until_they_know_of_the_day_and_again_when_it_is_moved() {
    let There { mut evening, seat, .. } = at(Stage::Ready);
    let person = |evening: &Evening| evening.records[&seat].link("person");
    let jiang = who(person(&evening).unwrap_or(JIANG), &[]);
    evening
        .records
        .get_mut(&seat)
        .expect("a seat")
        .fields
        .insert("person".to_owned(), jiang.person.to_string().into());
    let calls = |evening: &Evening| {
        let records: Vec<&Record> = evening.records.values().collect();
        loud(&jiang, &records).iter().any(|loud| matches!(loud, Loud::Invited { .. }))
    };
    assert!(calls(&evening));
    let (on, place) = (evening.convened().on.expect("a day"), "堂".to_owned());
    let tell = SessionAct::Tell { on, place: place.clone(), how: How::Phone };
    evening.does(CHEN, (Kind::Seat, seat, BENCH), tell.into()).expect("told");
    assert!(!calls(&evening));
    let why = Some("下雨".to_owned());
    evening.session(SessionAct::Move { on: on + DAY, place, why }).expect("moved");
    assert!(calls(&evening));
}
