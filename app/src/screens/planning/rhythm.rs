//! A rhythm: a slot every so many months, all of them in one tap and each a change of its own.

use domain::{
    Id, Kind, Scope,
    plan::{Mark, Month, PlanAct, cadence},
    session::Mode,
};

use super::{Year, add::Village, barred, free, months::MonthBox, says};
use crate::{
    desk::desk,
    parts::{Choice, CommitTrouble, Icon, Trouble, keep},
    prelude::*,
};

/// The rhythms that are offered.
const EVERY: [u32; 4] = [1, 2, 3, 6];

/// The form, folded away; it is there for whoever may plan for some village.
#[component]
pub(super) fn Rhythm(year: Year) -> AnyView {
    let (p, desk) = (says(), desk());
    let villages = Memo::new(move |_| {
        let all = year
            .lands
            .with(|lands| lands.iter().flat_map(|land| land.villages.clone()).collect::<Vec<Id>>());
        all.into_iter().filter(|village| barred(desk, *village).is_none()).collect::<Vec<Id>>()
    });
    child(move || {
        let villages = villages.get();
        (!villages.is_empty()).then(|| {
            view! {
                <details>
                    <summary><Icon name="cal" />{p.rhythm[0]}</summary>
                    <Boxes year=year villages=villages />
                </details>
            }
        })
    })
}

#[component]
fn Boxes(year: Year, villages: Vec<Id>) -> AnyView {
    let (p, desk) = (says(), desk());
    let trouble = Trouble::new();
    let first = villages.first().copied().unwrap_or_default();
    let several = villages.len() > 1;
    let chosen = RwSignal::new(first);
    let village = Memo::new(move |_| chosen.get());
    let from = RwSignal::new(year.now.after(1));
    let every = RwSignal::new(2);
    let laid = RwSignal::new(None::<usize>);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (village, from, every) =
            (village.get_untracked(), from.get_untracked(), every.get_untracked());
        // the rhythm goes on into the next year
        let taken: Vec<Month> = untrack(|| {
            let years = [from.year, from.year + 1].into_iter();
            let all = years.flat_map(|year| desk.benches(year));
            all.filter(|bench| bench.village == village && bench.mark != Mark::Off)
                .map(|bench| bench.when)
                .collect()
        });
        let slots = cadence(village, (from, every), Mode::B, &taken);
        let deeds = slots.into_iter().map(|(id, enter)| {
            let act = PlanAct::Enter(enter).into();
            (Kind::Plan, free(desk, id), Scope::Village(village), act)
        });
        let deeds: Vec<_> = deeds.collect();
        let many = deeds.len();
        keep(trouble, deeds, move || laid.set(Some(many)));
    };
    let which = several.then(|| {
        let pick = Callback::new(move |id| chosen.set(id));
        view! { <Village label=p.add[1] villages=villages value=village pick=pick /> }
    });
    let choices = EVERY.map(|n| {
        let is = Signal::derive(move || every.get() == n);
        let pick = Callback::new(move |()| every.set(n));
        view! { <Choice name="plan-every" chosen=is pick=pick><b>{(p.every)(n)}</b></Choice> }
    });
    view! {
        <form class="col" aria-label=p.rhythm[0] on:submit=save>
            <p class="hint">{p.rhythm[1]}</p>
            {which}
            <MonthBox label=p.rhythm[2] value=from from=year.now />
            <fieldset class="field">
                <legend>{p.rhythm[0]}</legend>
                <div class="opts">{choices.into_iter().collect_view()}</div>
            </fieldset>
            <button class="btn do">{p.rhythm[3]}</button>
            <p class="sm" role="status">{move || laid.get().map(p.laid)}</p>
            <CommitTrouble error=trouble.said />
        </form>
    }
}
