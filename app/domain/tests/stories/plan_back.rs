//! What was entered into the plan by mistake: taken back at once, and later only called off.

use domain::{Act, Id, Kind, PlanAct, Refusal, Stage};

use crate::{
    cast::{CHEN, WU, edit},
    plan::{SESSION, SLOT, Told, month, noon, shift, slot},
};

#[test]
fn what_was_entered_by_mistake_is_taken_back_the_same_day_by_whoever_entered_it() {
    let enters = || {
        let mut told = Told::new();
        told.plans(SLOT, slot(2026, 9)).expect("it may");
        told
    };
    let back = |told: &mut Told, by: Id| told.act(by, (Kind::Plan, SLOT), Act::Withdraw);
    let mut told = enters();
    told.act(WU, (Kind::Plan, SLOT), edit("lead", "", "施建林")).expect("it is edited");
    assert_eq!(back(&mut told, CHEN), Err(Refusal::NeedsReason), "another’s");
    back(&mut told, WU).expect("it is new");
    assert_eq!(told.told(2026), "");
    back(&mut told, WU).expect("another phone of the same person");
    // what is gone is not entered once more by whoever had not heard of it
    let again = told.plans(SLOT, slot(2026, 9));
    assert!(matches!(again, Err(Refusal::Gone { .. })), "{again:?}");

    let mut told = enters();
    told.plans(SLOT, shift(month(2026, 10), "下雨")).expect("it says why");
    assert_eq!(back(&mut told, WU), Err(Refusal::NeedsReason), "it was moved");
    let mut told = enters();
    told.convenes(SESSION, noon(2026, 9, 2), Stage::Planned);
    told.plans(SLOT, PlanAct::Bind { session: SESSION }).expect("it is of this village");
    assert_eq!(back(&mut told, WU), Err(Refusal::NeedsReason), "it has a session");
    let mut told = enters();
    told.now += domain::DAY;
    assert_eq!(back(&mut told, WU), Err(Refusal::NeedsReason), "it is another day");
}
