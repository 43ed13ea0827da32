//! The figures as they were last heard: asked of the server, and kept while this page of the browser is open.

use std::cell::RefCell;

use domain::{Id, figures::Figures};

use super::super::{
    live::{Live, Newest},
    region,
};
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
    /// The first year of which there is anything.
    pub(super) since: RwSignal<Option<u32>>,
    region: StoredValue<Option<Id>>,
    newest: Newest,
    /// When it is time to ask.
    pub(super) live: Live,
}

/// The year that it is.
pub(crate) fn this_year() -> Option<u32> {
    u32::try_from(words::civil(clock::now()).year).ok()
}

impl Heard {
    /// The whole district in this year, asked anew: for a page that offers no choice.
    pub(crate) fn this_year(live: Live) -> Self {
        Self::start(live, this_year(), None)
    }

    /// What was chosen last.
    pub(super) fn chosen(live: Live) -> Self {
        let chosen = KEPT.with_borrow(|kept| kept.chosen);
        let (year, place) = chosen.unwrap_or_else(|| (this_year(), None));
        Self::start(live, year, place)
    }

    fn start(live: Live, year: Option<u32>, place: Option<Id>) -> Self {
        let kept = KEPT.with_borrow(|kept| kept.told.clone());
        let kept = kept.filter(|told| (told.year, told.place) == (year, place));
        let region = untrack(|| region(desk()));
        let heard = Self {
            since: RwSignal::new(kept.as_ref().and_then(|told| told.since)),
            told: RwSignal::new(kept),
            wrong: RwSignal::new(None),
            year: RwSignal::new(year),
            place: RwSignal::new(place),
            region: StoredValue::new(region),
            newest: Newest::new(),
            live,
        };
        Effect::new(move |_| {
            live.tick();
            heard.ask();
        });
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
    fn ask(self) {
        let path = self.path("", &self.asks());
        let nth = self.newest.next();
        self.live.asks();
        leptos::task::spawn_local(async move {
            let told = Net::read::<Figures>(&path).await;
            self.live.answered();
            // somebody has chosen otherwise or asked anew meanwhile, or has left
            if !self.newest.is(nth) {
                return;
            }
            match told {
                Ok(told) => {
                    KEPT.with_borrow_mut(|kept| kept.told = Some(told.clone()));
                    self.wrong.set(None);
                    self.since.set(told.since);
                    self.told.set(Some(told));
                    self.live.heard();
                }
                Err(error) => {
                    self.live.missed(error.clone());
                    self.wrong.set(Some(error));
                }
            }
        });
    }

    /// Asks for another year or place; what is shown of the one before goes.
    pub(super) fn choose(self, year: Option<u32>, place: Option<Id>) {
        KEPT.with_borrow_mut(|kept| kept.chosen = Some((year, place)));
        self.year.set(year);
        self.place.set(place);
        self.told.set(None);
        self.wrong.set(None);
        self.ask();
    }
}

/// Whoever is not to be asked now says so, over what is kept.
pub(crate) fn excuse(
    told: RwSignal<Option<Figures>>,
    wrong: RwSignal<Option<NetError>>,
) -> AnyView {
    let w = words();
    let f = w.figures();
    child(move || {
        wrong.get().map(|error| {
            let at = told.with(|told| told.as_ref().map(|told| told.at));
            let moment = at.map(|at| w.lang.moment(at, clock::now()));
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
