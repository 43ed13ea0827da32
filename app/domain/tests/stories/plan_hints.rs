//! What is said of a village that has not sat down for long: a hint, and no demand.

use domain::{DAY, Id, Record, Stage, Standing, civil::moment_of, plan::Hint, triage::Triage};

use crate::{
    cast::{CHEN, LAMP, id, lamp_at, park},
    plan::{SESSION, Told, noon},
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
    told.act(CHEN, (domain::Kind::Issue, LAMP), park()).expect("it is put aside");
    assert_eq!(told.hint(now).map(|hint| (hint.parked, hint.ripe)), Some((1, 1)));
}
