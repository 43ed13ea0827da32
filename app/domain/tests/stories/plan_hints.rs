//! What is said of a village that has not sat down for long: a hint, and no demand.

use domain::{
    DAY, Id, Kind, PlanAct, Record, Stage, Standing,
    civil::moment_of,
    plan::{Enter, Hint, entry_of},
    triage::Triage,
};

use crate::{
    cast::{CHEN, LAMP, SHANGFENG, id, lamp_at, park},
    plan::{SESSION, SLOT, Told, cancel, month, noon, slot},
};

#[test]
fn a_hint_counts_days_of_the_calendar_over_a_leap_day() {
    let mut told = Told::new();
    told.records.insert(LAMP, lamp_at(Standing::Approved));
    told.convenes(SESSION, moment_of(2028, 1, 30, 21, 0).expect("an evening"), Stage::Sealed);
    let days = |at| told.hint(at).and_then(|hint| hint.days);
    // January has 31 days and February 29: from the evening of the 30th to the first minute of 1 March
    assert_eq!(days(moment_of(2028, 3, 1, 0, 1).expect("a moment")), Some(31));
    assert_eq!(days(noon(2028, 2, 29)), Some(30));
    // not a month yet: nobody is reminded
    assert_eq!(told.hint(noon(2028, 2, 28)), None);
    assert_eq!(days(noon(2029, 1, 30)), Some(366));
}

#[test]
fn a_hint_is_given_only_where_something_is_ripe_and_no_bench_is_ahead() {
    let now = noon(2026, 5, 1);
    let mut told = Told::new();
    assert_eq!(told.hint(now), None, "nothing is ripe");
    told.records.insert(LAMP, lamp_at(Standing::Posted));
    let hint = Hint { days: None, parked: 0, ripe: 1, pick: LAMP, households: None };
    assert_eq!(told.hint(now), Some(hint));
    told.convenes(SESSION, now + 3 * DAY, Stage::Noticed);
    assert_eq!(told.hint(now), None, "people will sit down");
    // a day that has passed without a bench is not ahead
    assert!(told.hint(now + 4 * DAY).is_some());
    told.stands(SESSION, Stage::Cancelled);
    assert!(told.hint(now).is_some());
}

#[test]
fn what_is_parked_is_ripe_when_it_waits_for_time_alone() {
    let now = noon(2026, 5, 1);
    let whole = |actor| Triage {
        small: Some(true),
        several: Some(true),
        actor: Some(actor),
        lawful: Some(true),
        quarrel: Some(false),
    };
    let lay = |told: &mut Told, of: Id, answers: Triage, households: u32| {
        let mut record = Record { id: of, ..lamp_at(Standing::Parked) };
        record.fields.insert("answers".into(), domain::Form::form(&answers));
        record.fields.insert("households".into(), households.into());
        told.records.insert(of, record);
    };
    let mut told = Told::new();
    lay(&mut told, id(801), whole(false), 90);
    assert_eq!(told.hint(now), None, "nobody who can act can come");
    lay(&mut told, id(802), whole(true), 57);
    lay(&mut told, id(803), whole(true), 57);
    lay(&mut told, id(804), whole(true), 12);
    // the one that touches most households is named, and of two alike the one that came first
    let hint = Hint { days: None, parked: 4, ripe: 3, pick: id(802), households: Some(57) };
    assert_eq!(told.hint(now), Some(hint));
    // parked after its question was approved
    let mut told = Told::new();
    told.records.insert(LAMP, lamp_at(Standing::Approved));
    told.act(CHEN, (Kind::Issue, LAMP), park()).expect("it is put aside");
    assert_eq!(told.hint(now).map(|hint| (hint.parked, hint.ripe)), Some((1, 1)));
}

#[test]
fn what_is_on_the_plan_already_is_no_hint() {
    let now = noon(2026, 5, 10);
    let for_lamp = |of| {
        let when = month(2026, of);
        PlanAct::Enter(Enter { village: SHANGFENG, when, issue: Some(LAMP), ..Enter::default() })
    };
    let ripe = |told: &Told| told.hint(now).map(|hint| (hint.ripe, hint.pick));
    let mut told = Told::new();
    let other = Record { id: id(802), ..lamp_at(Standing::Approved) };
    told.records.insert(LAMP, lamp_at(Standing::Posted));
    told.records.insert(id(802), other);
    assert_eq!(ripe(&told), Some((2, LAMP)));
    // the plan has it for autumn: the other one waits still
    let entry = entry_of(LAMP, 2026);
    told.plans(entry, for_lamp(9)).expect("it is entered");
    assert_eq!(ripe(&told), Some((1, id(802))));
    told.plans(entry, cancel("修路")).expect("it is called off");
    assert_eq!(ripe(&told), Some((2, LAMP)));
    // its month has passed, and nobody sat down
    told.plans(id(902), for_lamp(4)).expect("it is entered");
    assert_eq!(ripe(&told), Some((2, LAMP)));
    // a slot that is kept open in summer is far; one of the month that comes is a bench ahead
    told.plans(SLOT, slot(2026, 7)).expect("a slot");
    assert_eq!(ripe(&told), Some((2, LAMP)));
    told.plans(id(903), slot(2026, 6)).expect("a slot");
    assert_eq!(ripe(&told), None);
    told.plans(id(903), cancel("农忙")).expect("it is called off");
    assert_eq!(ripe(&told), Some((2, LAMP)));
    told.plans(id(904), slot(2026, 5)).expect("a slot");
    assert_eq!(ripe(&told), None, "this month is not over");
    // they sat down for it two days ago: then that speaks, and a month later the next is due again
    told.convenes(SESSION, now - 2 * DAY, Stage::Sealed);
    told.act(CHEN, (Kind::Plan, id(904)), PlanAct::Bind { session: SESSION }).expect("its bench");
    assert_eq!(ripe(&told), None);
    let later = told.hint(now + 29 * DAY).map(|hint| (hint.days, hint.ripe));
    assert_eq!(later, None, "July has a slot, and is near by then");
    told.plans(SLOT, cancel("农忙")).expect("it is called off");
    let later = told.hint(now + 29 * DAY).map(|hint| (hint.days, hint.ripe));
    assert_eq!(later, Some((Some(31), 2)));
}
