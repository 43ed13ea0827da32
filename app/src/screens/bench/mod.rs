//! The evening itself, on one phone and without a signal: the ring, who speaks, what is said, how many hands.
//!
//! Nothing is only in memory: what the screen shows is worked out from the records and the clock, so that a phone
//! that died goes on at the same second.

mod before;
mod calls;
mod circle;
mod deeds;
mod dock;
mod floor;
mod hands;
mod late;
mod lines;
mod log;
mod middle;
mod ring;
mod roll;
mod rules;
mod sheets;
mod table;
mod top;
mod touch;
mod voice;
mod wake;

use domain::{Id, Stage};

use self::{
    before::{Before, Over},
    circle::Circle,
    dock::Dock,
    hands::Hands,
    lines::{LastLine, SilentLine, Ways},
    roll::Roll,
    sheets::Sheets,
    table::{Table, table},
    top::Top,
    wake::{Gap, Wake},
};
use crate::{
    look::words,
    parts::{Bar, CommitTrouble},
    prelude::*,
    routes::{Room, Route},
};

/// Where the evening is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Missing,
    Before,
    On,
    Over,
}

/// The bench of a session.
#[component]
pub(crate) fn BenchScreen(id: Id) -> AnyView {
    let table = Table::lay(id);
    let phase = Memo::new(move |_| match table.stage() {
        None => Phase::Missing,
        Some(Stage::InSession) => Phase::On,
        Some(stage) if stage.ahead() || stage == Stage::Cancelled => Phase::Before,
        Some(_) => Phase::Over,
    });
    let by_day = RwSignal::new(false);
    let theme = move || (!by_day.get()).then_some("evening");
    view! {
        <a class="skip btn" href="#main">{words().common.skip}</a>
        <div class="app bench" data-theme=theme>
            {move || match phase.get() {
                Phase::Missing => view! { <Missing /> }.into_any(),
                Phase::Before => view! { <Before /> }.into_any(),
                Phase::On => view! { <On by_day=by_day /> }.into_any(),
                Phase::Over => view! { <Over /> }.into_any(),
            }}
        </div>
    }
}

/// The bench while people sit on it.
#[component]
fn On(by_day: RwSignal<bool>) -> AnyView {
    let table = table();
    let called = table.floor.with_untracked(|floor| {
        floor.places.iter().any(|place| place.present.is_some()) || floor.taken > 0
    });
    table.rolling.set(!called);
    let may = Memo::new(move |_| table.may());
    view! {
        <Wake />
        <Top by_day=by_day may=may />
        <main class="bench-main" id="main" tabindex="-1">
            <Gap />
            {move || (!may.get()).then(|| view! { <p class="note"><span>{words().bench().reader}</span></p> })}
            {move || if table.rolling.get() && may.get() {
                view! { <Roll /> }.into_any()
            } else {
                view! { <Circle /><SilentLine /> }.into_any()
            }}
            <LastLine />
            <CommitTrouble error=table.error />
            {move || (!table.rolling.get()).then(|| view! { <Hands /><Ways may=may /> })}
        </main>
        {move || may.get().then(|| view! { <Dock /> })}
        <Sheets />
    }
}

/// This phone does not have it, or not yet.
#[component]
fn Missing() -> AnyView {
    let [title, hint] = words().bench().missing;
    view! {
        <Bar back=Route::Sessions title=title />
        <main class="main state" id="main" tabindex="-1">
            <p>{hint}</p>
            <a class="btn" href=Route::Board.path()>{words().common.issues}</a>
        </main>
    }
}

/// The way back to the session's own page.
fn back(id: Id) -> Route {
    Route::Session(id, Room::Overview)
}
