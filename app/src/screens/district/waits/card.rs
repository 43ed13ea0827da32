//! What the overview shows of the queue: who waits longest, and what is past its day.

use domain::waits::{Debt, Waits};

use super::{
    Only,
    about::lines,
    door,
    remind::Remind,
    row::{Late, Row},
};
use crate::{
    desk::desk,
    look::words,
    prelude::*,
    routes::{Route, Wing},
    screens::district::live::Live,
};

/// So many wait on the overview, and so many are past their day.
const FIRST: usize = 5;
const LATE: usize = 3;

/// The first few of those who wait, and the way to all.
#[component]
pub(in super::super) fn WaitsCard(live: Live, remind: Remind) -> AnyView {
    let (w, desk) = (words(), desk());
    let told = live.follow(move || door(desk, Only::All, ""));
    let all = Memo::new(move |_| told.with(|told| told.as_ref().map(|told| Only::All.count(told))));
    let rows = first(live, told, FIRST);
    let to_all = move || {
        let all = all.get().filter(|all| *all > 0);
        all.map(|all| view! {
            <a class="btn bare" href=Route::District(Wing::Waits).path()>{(w.waits().to_all)(all)}</a>
        })
    };
    view! {
        <section class="slip" aria-labelledby="waiting">
            <div class="head"><h2 id="waiting">{(w.district().wing)("waits")}</h2>
                <span class="xs dim">{w.waits().order}</span></div>
            <ul class="waits">
                <For each=move || rows.get() key=super::about::Line::key let:line>
                    <Row line=line remind=remind />
                </For>
            </ul>
            {move || match all.get() {
                None if live.away() => view! { <p class="sm dim">{w.live().never}</p> }.into_any(),
                None => view! { <span class="skel w3"></span> }.into_any(),
                Some(0) => view! { <p class="sm dim">{w.waits().none.0}</p> }.into_any(),
                Some(_) => ().into_any(),
            }}
            {to_all}
        </section>
    }
}

/// What is past the day that was agreed on; nothing where nothing is.
#[component]
pub(in super::super) fn OverdueCard(live: Live) -> AnyView {
    let (w, desk) = (words().waits(), desk());
    let overdue = Only::One(Debt::Overdue);
    let told = live.follow(move || door(desk, overdue, ""));
    let all =
        Memo::new(move |_| told.with(|told| told.as_ref().map_or(0, |told| overdue.count(told))));
    let rows = first(live, told, LATE);
    let some = Memo::new(move |_| all.get() > 0);
    child(move || {
        some.get().then(|| view! {
            <section class="slip" aria-labelledby="late">
                <div class="head"><h2 id="late">{w.overdue}</h2>
                    <span class="xs dim">{move || (w.first)(all.get(), rows.with(Vec::len))}</span></div>
                <ul class="waits">
                    <For each=move || rows.get() key=super::about::Line::key let:line>
                        <Late line=line />
                    </For>
                </ul>
            </section>
        })
    })
}

/// The first few lines of what was told.
fn first(live: Live, told: RwSignal<Option<Waits>>, many: usize) -> Memo<Vec<super::about::Line>> {
    let desk = desk();
    Memo::new(move |_| {
        // what each is about may have come to this phone since
        live.tick();
        told.with(|told| {
            let told = told.as_ref()?;
            Some(lines(desk, &told.rows[..told.rows.len().min(many)], told.at))
        })
        .unwrap_or_default()
    })
}
