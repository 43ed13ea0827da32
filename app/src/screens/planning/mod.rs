//! 年度计划: what the villages mean to sit down for, month by month, in the order of the map. All of it is read from the
//! phone's own copy and written there; nothing is in the order of a result.

mod add;
mod card;
mod change;
mod detail;
mod feed;
mod hints;
mod line;
mod months;
mod rhythm;
mod ripe;
mod sheet;
mod table;
mod village;
mod year;

use domain::{
    Id, Kind, Refusal, Scope,
    plan::{Bench, Enter, Month, PlanAct},
};
use wasm_bindgen::JsCast;
use words::Planning;

pub(crate) use self::card::YearCard;
pub(crate) use self::hints::HintsCard;
use self::year::YearDesk;
pub(crate) use self::{feed::CalendarLinks, hints::HintLine, village::VillageYear};
use super::{
    district::{Sheet, closed},
    office::office,
};
use crate::{
    desk::{Desk, Land, desk},
    look::words,
    prelude::*,
    routes::Wing,
};

/// The plan of all villages of a district, for its office.
#[component]
pub(crate) fn PlanningScreen() -> AnyView {
    let desk = desk();
    let office = Memo::new(move |_| office(desk));
    child(move || {
        if office.get() {
            view! { <Sheet wing=Wing::Year><YearDesk /></Sheet> }.into_any()
        } else {
            closed(Wing::Year)
        }
    })
}

/// What the screens say.
fn says() -> &'static Planning {
    words().planning()
}

/// Where somebody looks closer: some villages, one month.
#[derive(Clone, Debug, PartialEq)]
struct Spot {
    /// The town or the village.
    place: Id,
    /// Its villages.
    villages: Vec<Id>,
    /// Which month.
    when: Month,
}

/// A year on the screen.
#[derive(Clone, Copy)]
struct Year {
    /// Which.
    shown: RwSignal<u32>,
    /// This month.
    now: Month,
    /// Its benches, in the order of the calendar.
    benches: Memo<Vec<Bench>>,
    /// The map, in its own order.
    lands: Memo<Vec<Land>>,
    /// Where somebody looks closer.
    spot: RwSignal<Option<Spot>>,
    /// Whether they do now.
    open: RwSignal<bool>,
}

impl Year {
    fn new() -> Self {
        let desk = desk();
        let now = Month::of(desk.now());
        let shown = RwSignal::new(now.year);
        Self {
            shown,
            now,
            benches: Memo::new(move |_| desk.benches(shown.get())),
            lands: Memo::new(move |_| desk.lands()),
            spot: RwSignal::new(None),
            open: RwSignal::new(false),
        }
    }

    fn look(self, spot: Spot) {
        self.shown.set(spot.when.year);
        self.spot.set(Some(spot));
        self.open.set(true);
    }

    /// The benches of some villages, in the order of the calendar; tracked.
    fn of(self, villages: &[Id]) -> Vec<Bench> {
        let here = |bench: &&Bench| villages.contains(&bench.village);
        self.benches.with(|all| all.iter().filter(here).cloned().collect())
    }
}

/// Why the reader may not plan for a village; tracked.
fn barred(desk: Desk, village: Id) -> Option<Refusal> {
    let act = PlanAct::Enter(Enter { village, ..Enter::default() });
    desk.may(Kind::Plan, Id::nil(), Scope::Village(village), act.into()).err()
}

/// What a place is called; tracked.
fn called(desk: Desk, place: Id) -> String {
    desk.place_name(place).unwrap_or_default()
}

/// The id of something that is entered: its own, as long as nothing of that id is there.
fn free(desk: Desk, id: Id) -> Id {
    if untrack(|| desk.record(id)).is_some() { crate::clock::fresh() } else { id }
}

/// Where one goes on from a row whose button was tapped: a button of the next or of the one before; what heads the list,
/// where there is none.
fn beside(event: &leptos::ev::MouseEvent) -> Option<web_sys::HtmlElement> {
    let button = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let row = button.closest("li").ok()??;
    let other = row.next_element_sibling().or_else(|| row.previous_element_sibling());
    let there = match other {
        Some(other) => other.query_selector("button, summary"),
        None => row.closest("section, dialog").ok()??.query_selector("h2[tabindex], button"),
    };
    there.ok()??.dyn_into().ok()
}

/// Goes on there, once the row is gone and the others stand where they will: the button that had the focus went with it.
fn go_on(there: Option<web_sys::HtmlElement>) {
    request_animation_frame(move || {
        if there.is_some_and(|there| there.focus().is_err()) {
            leptos::logging::warn!("the focus could not be moved");
        }
    });
}
