//! A year of the plan: with the sessions that nobody planned, as a rhythm that goes on over its end, and never in the order
//! of a result.

use domain::{
    Id, PlanAct, Stage,
    civil::moment_of,
    plan::{Mark, Month, Tally, cadence, next, tally},
    session::Mode,
};

use crate::{
    cast::{SHANGFENG, id},
    plan::{SESSION, SLOT, Told, cancel, month, noon, slot},
};

#[test]
fn a_year_has_the_sessions_that_nobody_planned_too() {
    let mut told = Told::new();
    told.plans(SLOT, slot(2026, 10)).expect("it may");
    told.convenes(SESSION, noon(2026, 2, 8), Stage::Acting);
    told.convenes(id(912), noon(2026, 12, 31), Stage::Noticed);
    told.convenes(id(913), noon(2026, 5, 1), Stage::Cancelled);
    // 23:30 of the last day by Shanghai's clock is still this year
    let late = moment_of(2026, 12, 31, 23, 30).expect("a moment");
    told.convenes(id(914), late, Stage::Sealed);
    told.convenes(id(915), late + 60 * 60 * 1000, Stage::Sealed);
    assert_eq!(told.told(2026), "2 sat, 10 planned, 12 planned, 12 sat");
    assert_eq!(told.told(2027), "1 sat");
    assert_eq!(tally(&told.year(2026)), Tally { sat: 2, meant: 4 });
    let year = told.year(2026);
    let ahead = |now| next(&year, now).map(|bench| bench.when.month);
    assert_eq!(ahead(noon(2026, 3, 1)), Some(10));
    // a month that is not over is ahead
    assert_eq!(ahead(noon(2026, 10, 31)), Some(10));
    assert_eq!(ahead(noon(2026, 11, 1)), Some(12));
    assert_eq!(ahead(noon(2027, 1, 1)), None);
}

#[test]
fn a_rhythm_goes_on_over_the_end_of_the_year() {
    let all = cadence(SHANGFENG, (month(2026, 11), 2), Mode::B, &[]);
    let months: Vec<Month> = all.iter().map(|(_, enter)| enter.when).collect();
    let wanted = [(2026, 11), (2027, 1), (2027, 3), (2027, 5), (2027, 7), (2027, 9)];
    assert_eq!(months, wanted.map(|(year, of)| month(year, of)));
    let taken = [month(2027, 1), month(2027, 5)];
    assert_eq!(cadence(SHANGFENG, (month(2026, 11), 2), Mode::B, &taken).len(), 4);
    assert_eq!(cadence(SHANGFENG, (month(2026, 1), 1), Mode::B, &[]).len(), 12);
    assert_eq!(cadence(SHANGFENG, (month(2026, 1), 12), Mode::B, &[]).len(), 1);
    // nothing that cannot be asked for goes on without end
    assert_eq!(cadence(SHANGFENG, (month(2026, 1), 0), Mode::B, &[]).len(), 12);
    assert_eq!(cadence(SHANGFENG, (month(2026, 1), 99), Mode::B, &[]).len(), 1);
    let mut ids: Vec<Id> = all.iter().map(|(id, _)| *id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all.len(), "each slot has a name of its own");
    let mut told = Told::new();
    for (of, enter) in all {
        told.plans(of, PlanAct::Enter(enter)).expect("each is a change of its own");
    }
    assert_eq!(told.told(2026), "11 planned");
    assert_eq!(told.year(2027).len(), 5);
}

#[test]
fn nothing_in_the_year_is_in_the_order_of_a_result() {
    let mut told = Told::new();
    // entered in any order, with the best kept months last
    for (n, of) in [(1, 12), (2, 3), (3, 7), (4, 1), (5, 3)] {
        told.plans(id(950 + n), slot(2026, of)).expect("it may");
    }
    told.convenes(SESSION, noon(2026, 7, 1), Stage::Sealed);
    told.convenes(id(912), noon(2026, 3, 20), Stage::Cancelled);
    let months: Vec<u32> = told.year(2026).iter().map(|bench| bench.when.month).collect();
    assert!(months.is_sorted(), "{months:?}");
    // whatever the marks are, the order is the calendar's
    let before = told.year(2026).iter().map(|bench| bench.entry).collect::<Vec<_>>();
    told.plans(id(954), cancel("不坐了")).expect("it says why");
    let after = told.year(2026).iter().map(|bench| bench.entry).collect::<Vec<_>>();
    assert_eq!(before, after);
    assert!(told.year(2026).iter().any(|bench| bench.mark == Mark::Off));
}
