//! 总览: all at a glance, in columns on a wide screen. Each card asks or reads for itself: to add one is a line in a column.

use domain::Scope;

use super::{
    figures::{self, AdviceCard, DoneCard, LeadLine},
    frame::Sheet,
    live::{Heard, Live},
    region,
    waits::{OverdueCard, Remind, ReminderSheet, WaitsCard},
};
use crate::{
    clock,
    desk::{Evening, desk},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
    routes::{Room, Route, Wing},
    screens::{
        experts::ExpertsCard,
        office::Cost,
        planning::{HintsCard, YearCard},
    },
};

/// So many benches are shown.
const AHEAD: usize = 8;

/// The wing.
#[component]
pub(super) fn OverviewWing() -> AnyView {
    let live = Live::start();
    let remind = Remind::new();
    let end = view! { <Heard live=live /> };
    let counted = figures::Heard::this_year(live);
    let region = untrack(|| region(desk()));
    let experts = region.map(|region| view! { <ExpertsCard region=region again=live.ticks() /> });
    view! {
        <Sheet wing=Wing::Overview end=Some(end.into_any()) wide=true>
            <LeadLine heard=counted />
            <div class="col">
                <YearCard />
                {experts}
                <AheadCard />
            </div>
            <div class="col">
                <WaitsCard live=live remind=remind />
                <OverdueCard live=live />
            </div>
            <div class="col">
                <AdviceCard heard=counted />
                <DoneCard heard=counted />
                <HintsCard />
                <LettersCard />
                <Cost class="slip" again=live.ticks() />
            </div>
            <ReminderSheet remind=remind />
        </Sheet>
    }
}

/// The benches that have a day, from this phone's own copy: also without a signal.
#[component]
fn AheadCard() -> AnyView {
    let (w, desk) = (words().waits(), desk());
    let ahead = Memo::new(move |_| {
        let mut ahead = desk.ahead();
        ahead.truncate(AHEAD);
        ahead
    });
    let rows = move || match ahead.with(Vec::is_empty) {
        true => view! { <p class="sm dim">{w.ahead_none}</p> }.into_any(),
        false => {
            let rows = ahead.get().into_iter().map(bench);
            view! { <ul class="waits">{rows.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="slip" aria-labelledby="ahead">
            <div class="head"><h2 id="ahead">{w.ahead}</h2><span class="xs dim">{w.ahead_order}</span></div>
            {rows}
        </section>
    }
}

fn bench(evening: Evening) -> AnyView {
    let (w, desk) = (words(), desk());
    let Evening { id, session, .. } = evening;
    let day = session.on.map(|on| w.lang.moment(on, clock::now()));
    let village = desk.place_name(session.village);
    let title = session.title;
    view! {
        <li>
            <a class="grow" href=Route::Session(id, Room::Overview).path()>
                <b lang=tongue(&title)>{title.clone()}</b>
                <small>{village}</small>
            </a>
            <span class="xs dim">{day}</span>
        </li>
    }
    .into_any()
}

/// What was written to the office, from this phone's own copy.
#[component]
fn LettersCard() -> AnyView {
    let (w, desk) = (words().waits(), desk());
    let held = Memo::new(move |_| {
        let ours =
            |one: &crate::desk::Posted| one.held() && matches!(one.scope, Scope::District(_));
        desk.letters().iter().filter(|one| ours(one)).count()
    });
    view! {
        <section class="slip" aria-labelledby="letters">
            <div class="head"><h2 id="letters">{w.letters}</h2></div>
            <p class="sm">{move || (w.letters_wait)(held.get())}</p>
            {move || (held.get() > 0).then(|| view! {
                <a class="btn" href=Route::Letters.path()><Icon name="echo" />{w.answer}</a>
            })}
        </section>
    }
}
