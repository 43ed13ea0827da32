//! 谁在等谁: the whole queue of debts, by sort, who waits longest first.

mod about;
mod card;
mod remind;
mod row;

use std::cell::Cell;

use domain::waits::{Debt, Waits};

pub(super) use self::card::{OverdueCard, WaitsCard};
pub(super) use self::remind::{Remind, ReminderSheet};
use self::{about::lines, row::Row};
use super::{
    frame::Sheet,
    live::{Heard, Live},
    region,
};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::Icon,
    prelude::*,
    routes::Wing,
};

/// What is shown of the queue.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Only {
    All,
    /// What the office owes.
    Ours,
    One(Debt),
}

thread_local! {
    /// What was shown last: whoever comes back from a thread finds the queue as it was left.
    static LAST: Cell<Only> = const { Cell::new(Only::All) };
}

impl Only {
    /// The word that the server knows it by.
    fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Ours => "office",
            Self::One(debt) => debt.as_str(),
        }
    }
}

/// Where a page of it is told; tracked.
fn door(desk: Desk, only: Only, after: &str) -> String {
    let region = region(desk).unwrap_or_default();
    format!("/api/v1/district/{region}/waits?kind={}&after={after}", only.word())
}

/// The wing.
#[component]
pub(super) fn WaitsWing() -> AnyView {
    let (w, desk) = (words(), desk());
    let live = Live::start();
    let (only, remind) = (RwSignal::new(LAST.get()), Remind::new());
    Effect::new(move |_| LAST.set(only.get()));
    let told = live.follow(move || door(desk, only.get(), ""));
    let end = view! { <Heard live=live /> };
    view! {
        <Sheet wing=Wing::Waits end=Some(end.into_any())>
            <section class="slip" aria-labelledby="queue">
                <div class="head"><h2 id="queue">{(w.district().wing)("waits")}</h2>
                    <span class="xs dim">{w.waits().order}</span></div>
                <Filter told=told only=only />
                {move || match told.get() {
                    Some(told) if told.rows.is_empty() => none(only.get()),
                    Some(_) => ().into_any(),
                    None if live.away() => view! { <p class="dim">{w.live().never}</p> }.into_any(),
                    None => view! { <span class="skel w3"></span> }.into_any(),
                }}
                <Page told=told live=live only=only remind=remind />
            </section>
            <ReminderSheet remind=remind />
        </Sheet>
    }
}

/// Nothing is owed.
fn none(only: Only) -> AnyView {
    let w = words().waits();
    if only != Only::All {
        return view! { <p class="dim">{w.none_of}</p> }.into_any();
    }
    view! {
        <div class="state">
            <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
            <h2>{w.none.0}</h2>
            <p>{w.none.1}</p>
        </div>
    }
    .into_any()
}

/// Chips: everything, what the office owes, and each sort of which there is something.
#[component]
fn Filter(told: RwSignal<Option<Waits>>, only: RwSignal<Only>) -> AnyView {
    let w = words().waits();
    let chip = move |of: Only, name: &'static str| {
        let count =
            Memo::new(move |_| told.with(|told| told.as_ref().map_or(0, |told| of.count(told))));
        let shown = move || of == Only::All || count.get() > 0 || only.get() == of;
        child(move || {
            shown().then(|| {
                view! {
                    <button type="button" class="chip" aria-pressed=move || (only.get() == of).to_string()
                        on:click=move |_| only.set(of)>{name}" "<b>{move || i64::from(count.get())}</b></button>
                }
            })
        })
    };
    let sorts = Debt::ALL.map(|debt| chip(Only::One(debt), (w.debt)(debt)));
    view! {
        <div class="chips" role="group" aria-label=w.filter>
            {chip(Only::All, w.all)}
            {chip(Only::Ours, w.ours)}
            {sorts.into_iter().collect_view()}
        </div>
    }
}

impl Only {
    fn count(self, told: &Waits) -> u32 {
        let count = |of: Option<Debt>| -> u32 {
            let these = told.tally.iter().filter(|one| of.is_none_or(|debt| one.debt == debt));
            these.map(|one| one.count).sum()
        };
        match self {
            Self::All => count(None),
            Self::Ours => told.ours,
            Self::One(debt) => count(Some(debt)),
        }
    }
}

/// A page of rows, and the next one below it once somebody wants to see it.
#[component]
fn Page(
    told: RwSignal<Option<Waits>>,
    live: Live,
    only: RwSignal<Only>,
    remind: Remind,
) -> AnyView {
    let (w, desk) = (words().waits(), desk());
    let rows = Memo::new(move |_| {
        // what each is about may have come to this phone since
        live.tick();
        told.with(|told| {
            told.as_ref().map(|told| lines(desk, &told.rows, told.at)).unwrap_or_default()
        })
    });
    let more =
        Memo::new(move |_| told.with(|told| told.as_ref().and_then(|told| told.more.clone())));
    // where the next page begins may move, and it stays the next page
    let goes_on = Memo::new(move |_| more.with(Option::is_some));
    let wanted = RwSignal::new(false);
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let next = move || {
        match (goes_on.get(), wanted.get()) {
        (false, _) => ().into_any(),
        (true, false) => view! {
            <button type="button" class="btn" on:click=move |_| wanted.set(true)><Icon name="down" />{w.more}</button>
        }
        .into_any(),
        (true, true) => {
            let after = move || more.get().unwrap_or_default();
            let told = live.follow(move || door(desk, only.get(), &after()));
            view! { <Page told=told live=live only=only remind=remind /> }
        }
    }
    };
    view! {
        {move || any.get().then(|| view! {
            <ul class="waits">
                <For each=move || rows.get() key=about::Line::key let:line>
                    <Row line=line remind=remind />
                </For>
            </ul>
        })}
        {next}
    }
}
