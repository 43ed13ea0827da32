//! The issue board: what a village has on its mind, lane by lane.

mod blocks;
mod card;
mod choices;
mod empty;
mod filter;
mod lanes;
mod rail;
mod top;

use std::sync::Arc;

use domain::{Ids, Kind, sync::Replica};
use wasm_bindgen::{JsCast, closure::Closure};

pub(crate) use self::empty::Skeleton;
use self::{
    empty::{NoVillage, NobodySpoke, NothingFits},
    filter::{Filter, Kept, Wanted, kept},
    lanes::{Laid, Lanes, lay},
    rail::Rail,
    top::Top,
};
use crate::{
    desk::{Desk, Seen, desk},
    look::words,
    parts::{Frame, Icon},
    prelude::*,
    replica::Line,
    routes::{Route, way},
};

/// What the main part shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    /// Nothing has come yet, and it is being asked for.
    Asking,
    /// No village has ever come.
    NoVillage,
    /// The village has no issue.
    Nothing,
    /// Issues, but none that fits.
    NothingFits,
    /// Issues.
    Issues,
}

/// The board.
#[component]
pub(crate) fn BoardScreen() -> AnyView {
    let (w, desk) = (words(), desk());
    let filter = RwSignal::new(kept(|kept| kept.filter.clone()));
    Effect::new(move |_| {
        let now = filter.get();
        kept(|kept| {
            if kept.filter != now {
                kept.heights.clear();
            }
            kept.filter = now;
        });
    });
    keep_place();
    let here = Memo::new(move |_| {
        let village = desk.village();
        let all = desk.issues();
        all.all()
            .iter()
            .filter(|seen| Some(seen.issue.village) == village)
            .cloned()
            .collect::<Vec<_>>()
    });
    let laid: Memo<Laid> = Memo::new(move |_| lay(sift(desk, &here.get(), &filter.get())));
    let letters = Memo::new(move |_| {
        let typed = filter.with(|filter| filter.letters.clone()).unwrap_or_default();
        typed.trim().to_ascii_lowercase()
    });
    let shows = Memo::new(move |_| shows(desk, here, laid, filter));
    let found = move || {
        let total = laid.with(Laid::total);
        (!letters.with(String::is_empty)).then(|| (w.board.found)(total))
    };
    let over = view! {
        <section class="fab" aria-label=w.board.raise>
            <a class="btn do" href=Route::Raise.path()><Icon name="mic" />{w.board.raise}</a>
        </section>
    };
    let top = view! { <Top filter=filter /> }.into_any();
    view! {
        <Frame top=top foot=None over=Some(over.into_any())>
            <h1 class="sr" tabindex="-1">{w.board.title}</h1>
            <p class="sr" role="status">{found}</p>
            {move || match shows.get() {
                Shows::Asking => view! { <Skeleton /> }.into_any(),
                Shows::NoVillage => view! { <NoVillage /> }.into_any(),
                Shows::Nothing => view! { <NobodySpoke /> }.into_any(),
                Shows::NothingFits | Shows::Issues => {
                    view! {
                        <Rail laid=laid filter=filter />
                        <Lanes laid=laid filter=filter letters=letters />
                        {move || {
                            (shows.get() == Shows::NothingFits)
                                .then(|| view! { <NothingFits filter=filter /> })
                        }}
                    }
                        .into_any()
                }
            }}
        </Frame>
    }
}

/// The issues that pass all filters but the lane.
fn sift(desk: Desk, all: &[Arc<Seen>], filter: &Filter) -> Vec<Arc<Seen>> {
    let me = desk.person();
    let people = |letters: &str| -> Ids {
        desk.replica.with(|replica| {
            let people = replica.view().values().filter(|record| record.kind == Kind::Person);
            let named = |name: &str| name.to_ascii_lowercase().contains(letters);
            people.filter(|record| record.text("name").is_some_and(named)).map(|r| r.id).collect()
        })
    };
    let wanted = Wanted::of(filter.letters.as_deref(), people);
    all.iter().filter(|seen| filter.lets(seen, me, wanted.as_ref())).cloned().collect()
}

fn shows(
    desk: Desk,
    here: Memo<Vec<Arc<Seen>>>,
    laid: Memo<Laid>,
    filter: RwSignal<Filter>,
) -> Shows {
    let asking = matches!(desk.line.get(), Line::Asking | Line::Sending { .. });
    let heard = desk.replica.with(|replica: &Replica| replica.meta().heard_at.is_some());
    if here.with(|here| !here.is_empty()) {
        let fits = filter.with(|filter| {
            laid.with(|laid| match filter.lane {
                Some(lane) => !laid.ids(lane).is_empty(),
                None => laid.total() > 0,
            })
        });
        return if fits { Shows::Issues } else { Shows::NothingFits };
    }
    match (desk.village(), asking, heard) {
        (None, true, _) | (Some(_), true, false) => Shows::Asking,
        (None, false, _) => Shows::NoVillage,
        (Some(_), _, _) => Shows::Nothing,
    }
}

/// Puts the page where it was when the reader comes back from an issue, and remembers where it is.
fn keep_place() {
    let scrolled = kept(|kept| kept.scrolled);
    if scrolled > 0.0 {
        request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, scrolled));
    }
    let heard = Closure::<dyn Fn()>::new(|| {
        if let Ok(scrolled) = window().scroll_y() {
            kept(|kept| kept.scrolled = scrolled);
        }
    });
    let listener: &js_sys::Function = heard.as_ref().unchecked_ref();
    if window().add_event_listener_with_callback("scroll", listener).is_err() {
        leptos::logging::warn!("the board cannot remember its place");
    }
    let (heard, way) = (StoredValue::new(Some(heard)), way());
    on_cleanup(move || {
        match untrack(move || way.here()) {
            Route::Issue(_) | Route::Triage(_) => {}
            // who has just raised something looks for it, and it lies on top, filtered or not
            Route::Raise => kept(|kept| *kept = Kept::default()),
            Route::Board
            | Route::Saved(_)
            | Route::Sessions
            | Route::Actions
            | Route::Telling
            | Route::Action(_)
            | Route::Blueprint
            | Route::Version(_)
            | Route::Terms
            | Route::Term(_)
            | Route::Plan(_)
            | Route::Convene(_)
            | Route::Session(..)
            | Route::Phone
            | Route::Courier
            | Route::Me
            | Route::Letters
            | Route::People(_)
            | Route::Kept(_)
            | Route::District(_)
            | Route::Welcome
            | Route::Nowhere => {
                kept(|kept| kept.scrolled = 0.0);
            }
        }
        heard.try_update_value(|heard| {
            let Some(heard) = heard.take() else { return };
            let listener: &js_sys::Function = heard.as_ref().unchecked_ref();
            if window().remove_event_listener_with_callback("scroll", listener).is_err() {
                leptos::logging::warn!("a listener stayed behind");
            }
        });
    });
}
