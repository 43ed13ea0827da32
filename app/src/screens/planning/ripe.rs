//! What waits for nothing but a bench: one tap puts it into the plan.

use std::sync::Arc;

use domain::{
    Id, Kind, Scope,
    plan::{Enter, Mark, Month, PlanAct, entry_of},
};

use super::{Year, barred, beside, called, free, go_on, months::MonthBox, says};
use crate::{
    desk::{Desk, Seen, desk},
    look::words,
    parts::{CommitTrouble, Trouble, keep, tongue},
    prelude::*,
    routes::Route,
};

/// The card, in the order of the map.
#[component]
pub(super) fn Ripe(year: Year) -> AnyView {
    let (p, desk) = (says(), desk());
    let into = RwSignal::new(year.now.after(1));
    let went = RwSignal::new(String::new());
    let waits = Memo::new(move |_| waits(desk, year, into.get().year));
    let none =
        move || waits.with(Vec::is_empty).then(|| view! { <p class="sm dim">{p.ripe[2]}</p> });
    view! {
        <section class="slip col" aria-labelledby="ripe">
            <div class="head"><h2 id="ripe" tabindex="-1">{p.ripe[0]}</h2></div>
            <p class="sm dim">{p.ripe[1]}</p>
            {none}
            {move || (!waits.with(Vec::is_empty)).then(|| view! { <MonthBox label=p.into.0 value=into from=year.now /> })}
            <ul class="col">
                <For each=move || waits.get() key=|seen| seen.id.to_string() let:seen>
                    <li><Row seen=seen into=into went=went /></li>
                </For>
            </ul>
            <p class="sm" role="status" lang=move || went.with(|said| tongue(said))>{move || went.get()}</p>
        </section>
    }
}

/// One issue and its button.
#[component]
fn Row(
    seen: Arc<Seen>,
    /// The month.
    into: RwSignal<Month>,
    /// What went where.
    went: RwSignal<String>,
) -> AnyView {
    let (p, desk) = (says(), desk());
    let trouble = Trouble::new();
    let (issue, village) = (seen.id, seen.issue.village);
    let title = StoredValue::new(seen.issue.title.clone());
    let tap = move |event: leptos::ev::MouseEvent| {
        let (when, next) = (into.get_untracked(), beside(&event));
        let enter = Enter { village, when, issue: Some(issue), ..Enter::default() };
        let id = free(desk, entry_of(issue, when.year));
        let deed = (Kind::Plan, id, Scope::Village(village), PlanAct::Enter(enter).into());
        let said = title.with_value(|title| (p.went)(title, when.year, when.month));
        keep(trouble, vec![deed], move || {
            went.set(said);
            go_on(next);
        });
    };
    let says = move || (p.into.1)(into.get().month);
    let colon = words().board.colon;
    let name = move || title.with_value(|title| format!("{}{colon}{title}", says()));
    view! {
        <div class="row wrap">
            {told(desk, &seen)}
            <button type="button" class="btn" aria-label=name on:click=tap>{says}</button>
        </div>
        <CommitTrouble error=trouble.said />
    }
}

/// What is ripe, is not in the plan of that year, and is for the reader to plan; tracked.
fn waits(desk: Desk, year: Year, of: u32) -> Vec<Arc<Seen>> {
    let planned: Vec<Id> = desk
        .benches(of)
        .into_iter()
        .filter(|bench| bench.mark != Mark::Off)
        .filter_map(|bench| bench.issue)
        .collect();
    let villages = year
        .lands
        .with(|lands| lands.iter().flat_map(|land| land.villages.clone()).collect::<Vec<Id>>());
    let mine = villages.into_iter().filter(|village| barred(desk, *village).is_none());
    let mine: Vec<Id> = mine.collect();
    desk.ripe(&mine).into_iter().filter(|seen| !planned.contains(&seen.id)).collect()
}

fn told(desk: Desk, seen: &Seen) -> AnyView {
    let (p, w) = (says(), words());
    let title = seen.issue.title.clone();
    let lang = tongue(&title);
    let households = seen.issue.households.map(p.households);
    view! {
        <p class="grow">
            <a href=Route::Issue(seen.id).path()><b lang=lang>{title}</b></a>
            <small class="meta">
                <span>{called(desk, seen.issue.village)}</span>
                <span>{(w.names.standing)(seen.issue.standing)}</span>
                {households.map(|count| view! { <span>{count}</span> })}
            </small>
        </p>
    }
    .into_any()
}
