//! The entries of the year's plan that a session meets: the one it was begun from, and those of its issues.

use domain::{
    Id, Kind, Scope,
    plan::{Bench, Mark, Month, PlanAct},
};

use super::together::Acts;
use crate::{desk::Desk, prelude::*};

/// What says so, wherever a session is convened: no second bench stands beside the plan. What a year left open may be met
/// in the next.
pub(in crate::screens) fn meets(
    desk: Desk,
    (session, village): (Id, Id),
    (entry, issues): (Option<Id>, &[Id]),
) -> Acts {
    let waits = |bench: &Bench| bench.session.is_none() && bench.mark != Mark::Off;
    let this = Month::of(desk.now()).year;
    let all = (this.saturating_sub(1)..=this + 1).flat_map(|year| untrack(|| desk.benches(year)));
    let here = all.filter(|bench| bench.village == village && waits(bench));
    let meant = here.filter_map(|bench| {
        let about = bench.issue.is_some_and(|id| issues.contains(&id));
        bench.entry.filter(|id| entry == Some(*id) || about)
    });
    let bind = |id| (Kind::Plan, id, Scope::Village(village), PlanAct::Bind { session }.into());
    meant.map(bind).collect()
}
