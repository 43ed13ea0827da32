//! The frame of the desk: made for a wide screen, and whole on a narrow one.

use leptos::children::Children;

use super::region;
use crate::{
    desk::desk,
    look::words,
    parts::{Icon, NetLine},
    prelude::*,
    routes::{Route, Wing},
};

/// The desk around one of its wings.
#[component]
pub(crate) fn Sheet(
    /// Which one is open.
    wing: Wing,
    /// What stands at the end of the head, such as when it was last heard.
    #[prop(optional_no_strip)]
    end: Option<AnyView>,
    /// Whether the cards stand in columns where there is room.
    #[prop(optional)]
    wide: bool,
    /// The cards; each is a `<section class="slip">`, in columns of `<div class="col">` where there are several.
    children: Children,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let d = w.district();
    let place = move || {
        region(desk).and_then(|region| desk.place_name(region)).map(|name| (d.office_of)(&name))
    };
    let links = Wing::all().map(|one| {
        view! {
            <a href=Route::District(one).path() aria-current=(one == wing.tab()).then_some("page")>{(d.wing)(one.name())}</a>
        }
    });
    // a wing that asks the server says when it heard it; what was written here and has not gone up is said on all of them
    let silent = end.is_none();
    let line = move || {
        let news = silent || desk.unsent() > 0 || desk.wants_eyes() > 0;
        news.then(|| view! { <NetLine /> })
    };
    view! {
        <a class="skip btn" href="#main">{w.common.skip}</a>
        <div class="desk">
            <header class="desk-h">
                <a class="ib" href=Route::Board.path() aria-label=w.common.issues><Icon name="back" /></a>
                <p class="mark"><b class="song">{d.title}</b>" "<span class="dim sm">{place}</span></p>
                <nav class="tabs" aria-label=w.common.menu>{links.collect_view()}</nav>
                <div class="end">{line}{end}</div>
            </header>
            <main class=if wide { "desk-m wide" } else { "desk-m" } id="main" tabindex="-1">
                <h1 class="sr" tabindex="-1">{(d.wing)(wing.name())}</h1>
                {children()}
            </main>
        </div>
    }
}
