//! The figures as they were last heard: asked of the server, and kept while this page of the browser is open.

use std::cell::RefCell;

use domain::{Id, Millis, figures::Figures};

use super::super::region;
use crate::{
    clock,
    desk::desk,
    look::words,
    parts::Icon,
    prelude::*,
    replica::{Net, NetError},
};

/// What was chosen and what came of it, so that going to the rows and back asks for nothing twice.
#[derive(Clone, Default)]
struct Kept {
    chosen: Option<(Option<u32>, Option<Id>)>,
    told: Option<Figures>,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// The figures of a year and a place, with when they were counted.
#[derive(Clone, Copy)]
pub(crate) struct Heard {
    /// What was told last.
    pub(crate) told: RwSignal<Option<Figures>>,
    /// Why nothing newer was.
    pub(crate) wrong: RwSignal<Option<NetError>>,
    /// The year; all of time without one.
    pub(crate) year: RwSignal<Option<u32>>,
    /// The place; the whole district without one.
    pub(crate) place: RwSignal<Option<Id>>,
    region: StoredValue<Option<Id>>,
}

/// The year that it is.
pub(crate) fn this_year() -> Option<u32> {
    u32::try_from(words::civil(clock::now()).year).ok()
}

impl Heard {
    /// The whole district in this year, asked anew: for a page that offers no choice.
    pub(crate) fn this_year() -> Self {
        Self::start(this_year(), None)
    }

    /// What was chosen last.
    pub(super) fn chosen() -> Self {
        let chosen = KEPT.with_borrow(|kept| kept.chosen);
        let (year, place) = chosen.unwrap_or_else(|| (this_year(), None));
        Self::start(year, place)
    }

    fn start(year: Option<u32>, place: Option<Id>) -> Self {
        let kept = KEPT.with_borrow(|kept| kept.told.clone());
        let kept = kept.filter(|told| (told.year, told.place) == (year, place));
        let region = untrack(|| region(desk()));
        let heard = Self {
            told: RwSignal::new(kept),
            wrong: RwSignal::new(None),
            year: RwSignal::new(year),
            place: RwSignal::new(place),
            region: StoredValue::new(region),
        };
        heard.ask();
        heard
    }

    /// What is asked for, as it stands in an address.
    pub(super) fn asks(self) -> String {
        let year = self.year.get_untracked().map(|year| format!("year={year}"));
        let place = self.place.get_untracked().map(|place| format!("place={place}"));
        year.into_iter().chain(place).collect::<Vec<_>>().join("&")
    }

    /// The address of the figures, or of something below it.
    pub(super) fn path(self, below: &str, asks: &str) -> String {
        let region = self.region.get_value().map(|id| id.to_string()).unwrap_or_default();
        format!("/api/v1/district/{region}/figures{below}?{asks}")
    }

    /// Asks the server. What was there stays until something newer has come.
    pub(crate) fn ask(self) {
        let asked = (self.year.get_untracked(), self.place.get_untracked());
        KEPT.with_borrow_mut(|kept| kept.chosen = Some(asked));
        let path = self.path("", &self.asks());
        leptos::task::spawn_local(async move {
            let told = Net::read::<Figures>(&path).await;
            // somebody has chosen otherwise meanwhile, or has left
            let now = (self.year.try_get_untracked(), self.place.try_get_untracked());
            if now != (Some(asked.0), Some(asked.1)) {
                return;
            }
            match told {
                Ok(told) => {
                    KEPT.with_borrow_mut(|kept| kept.told = Some(told.clone()));
                    self.wrong.set(None);
                    self.told.set(Some(told));
                }
                Err(error) => self.wrong.set(Some(error)),
            }
        });
    }

    /// Asks for another year or place; what is shown of the one before goes.
    pub(super) fn choose(self, year: Option<u32>, place: Option<Id>) {
        self.year.set(year);
        self.place.set(place);
        self.told.set(None);
        self.wrong.set(None);
        self.ask();
    }

    /// When it was counted; tracked.
    fn at(self) -> Option<Millis> {
        self.told.with(|told| told.as_ref().map(|told| told.at))
    }
}

/// Whoever is not to be asked now says so, over what is kept.
pub(crate) fn excuse(heard: Heard) -> AnyView {
    let w = words();
    let f = w.figures();
    child(move || {
        heard.wrong.get().map(|error| {
            let moment = heard.at().map(|at| w.lang.moment(at, clock::now()));
            let says = match (&error, moment) {
                (NetError::Silent | NetError::Portal, Some(moment)) => (f.kept)(&moment),
                (NetError::Silent | NetError::Portal, None) => f.offline.to_owned(),
                (NetError::SignedOut, _) => w.trouble.signed_out.to_owned(),
                (NetError::Later(_), _) => w.trouble.slow_down.to_owned(),
                (NetError::Refused(why) | NetError::Unreadable(why), _) => why.clone(),
                (NetError::TooLarge | NetError::Server, _) => w.trouble.server.to_owned(),
            };
            view! { <p class="note wait" role="status"><Icon name="info" /><span>{says}</span></p> }
        })
    })
}

/// When it was heard, and the way to hear it anew: stands at the end of the desk's head.
pub(crate) fn heard_at(heard: Heard) -> AnyView {
    let w = words();
    let says = move || heard.at().map(|at| (w.district().heard)(&w.lang.moment(at, clock::now())));
    view! {
        <span class="heard">
            <span class="sm dim" role="status">{says}</span>
            <button type="button" class="ib" aria-label=w.figures().again on:click=move |_| heard.ask()><Icon name="redo" /></button>
        </span>
    }
    .into_any()
}
