//! A long lane in pieces: only the pieces near the screen hold their cards, the others keep their height.

use domain::{Id, Lane};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::{card::Card, filter::kept};
use crate::{look::look, prelude::*};

/// So many cards in a piece.
pub(super) const CARDS: usize = 20;

/// One piece of a lane.
#[component]
pub(super) fn Block(
    lane: Lane,
    /// Which piece of the lane.
    place: usize,
    /// All issues of the lane, in their order.
    ids: Memo<Vec<Id>>,
    /// What is searched for.
    letters: Memo<String>,
    /// Whether it is on the first screen and need not wait for the observer.
    first: bool,
) -> AnyView {
    let start = place * CARDS;
    let mine = Memo::new(move |_| {
        ids.with(|ids| ids.iter().skip(start).take(CARDS).copied().collect::<Vec<_>>())
    });
    let total = Memo::new(move |_| ids.with(Vec::len));
    let near = RwSignal::new(first);
    let height = RwSignal::new(kept(|kept| {
        kept.heights.iter().find(|(of, _)| *of == (lane, place)).map(|(_, height)| *height)
    }));
    let element = Place::<web_sys::HtmlElement>::new();
    observe(element, move |ul, close| {
        if close {
            near.set(true);
        } else if near.get_untracked() && !has_focus(ul) {
            let tall = ul.offset_height();
            height.set(Some(tall));
            kept(|kept| {
                kept.heights.retain(|(of, _)| *of != (lane, place));
                kept.heights.push(((lane, place), tall));
            });
            near.set(false);
        }
    });
    // larger letters: what was measured no longer holds
    Effect::new(move |before: Option<()>| {
        look().track();
        if before.is_some() {
            height.set(None);
            kept(|kept| kept.heights.clear());
        }
    });
    let h = move || match (near.get(), height.get()) {
        (false, Some(tall)) => format!("{tall}px"),
        (false, None) => format!("{}rem", mine.with(Vec::len) * 13),
        (true, _) => "auto".to_owned(),
    };
    view! {
        <ul class="col block" node_ref=element style:--h=h>
            <For
                each=move || if near.get() { mine.get() } else { Vec::new() }
                key=|id: &Id| id.to_string()
                children=move |id| {
                    let at = Signal::derive(move || {
                        let at = ids.with(|ids| ids.iter().position(|other| *other == id));
                        (at.unwrap_or(0) + 1, total.get())
                    });
                    view! { <Card id=id place=at letters=letters /> }
                }
            />
        </ul>
    }
}

/// Whether the reader's focus is in here: then it stays, however far it is scrolled away.
fn has_focus(element: &web_sys::HtmlElement) -> bool {
    document().active_element().is_some_and(|active| element.contains(Some(&active)))
}

/// Tells when the element comes near the screen or leaves it.
fn observe(
    element: Place<web_sys::HtmlElement>,
    tell: impl Fn(&web_sys::HtmlElement, bool) + Copy + 'static,
) {
    let heard = StoredValue::new(None);
    Effect::new(move |_| {
        let Some(ul) = element.get() else { return };
        let told = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let Some(entry) = entries.iter().last() else { return };
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            if let Some(ul) = element.get_untracked() {
                tell(&ul, entry.is_intersecting());
            }
        });
        let how = IntersectionObserverInit::new();
        // a screen and a half of cards stand ready above and below
        how.set_root_margin("150% 0px");
        let function = told.as_ref().unchecked_ref();
        match IntersectionObserver::new_with_options(function, &how) {
            Ok(observer) => {
                observer.observe(&ul);
                heard.set_value(Some((observer, told)));
            }
            // a browser without it shows everything
            Err(_) => tell(&ul, true),
        }
    });
    on_cleanup(move || {
        heard.try_update_value(|heard| {
            if let Some((observer, _)) = heard.take() {
                observer.disconnect();
            }
        });
    });
}
