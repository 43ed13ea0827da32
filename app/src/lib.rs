//! Everything the phone needs: screens over a local store, with or without a network.
#![expect(
    unreachable_pub,
    reason = "the component macro makes its props public, whatever the component is"
)]

mod burden;
mod clock;
mod desk;
mod far;
mod live;
mod look;
mod order;
mod paint;
mod parts;
mod passkey;
mod picture;
mod pin;
mod prelude;
mod replica;
mod routes;
mod screens;
mod session;
mod sharers;
mod shelf;
mod voice;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    look::{Look, look},
    parts::{LostNote, UpdateBar},
    prelude::*,
    replica::StoreError,
    routes::{Route, Way, way},
    screens::BoardScreen,
    session::{Stage, stage},
};

/// Starts the app in place of the shell's first words.
#[wasm_bindgen(start)]
pub fn start() {
    // the trap that follows is heard by boot.js, which tells the reader that nothing is lost and how to go on
    std::panic::set_hook(Box::new(|fallen| {
        leptos::logging::error!("{fallen}");
    }));
    let Some(place) = document().get_element_by_id("app") else { return };
    let shell = place.first_element_child();
    let Ok(place) = wasm_bindgen::JsCast::dyn_into(place) else { return };
    mount_to(place, move || view! { <App shell=shell /> }).forget();
}

/// The page: built anew when the language changes, so that no screen need watch for it.
#[component]
fn App(
    /// The shell's own words, which stay until there is something better to show.
    shell: Option<web_sys::Element>,
) -> AnyView {
    let look = Look::restore();
    provide_context(look);
    provide_context(Way::start());
    let at = RwSignal::new(Stage::Opening);
    provide_context(at);
    Effect::new(move |_| look.with(Look::wear));
    session::resume(at);
    let shell = StoredValue::new(shell);
    Effect::new(move |_| {
        if !matches!(at.get(), Stage::Opening)
            && let Some(shell) = shell.try_update_value(Option::take).flatten()
        {
            shell.remove();
        }
    });
    let lang = Memo::new(move |_| look.with(Look::language).tag());
    child(move || {
        // read, not tracked: a memo that nobody has read watches nothing
        lang.get();
        view! { <Page /> }
    })
}

#[component]
fn Page() -> AnyView {
    let kind = Memo::new(|_| match stage().get() {
        Stage::Opening => 0,
        Stage::Nobody | Stage::Whose => 1,
        Stage::Laid(_) => 2,
        Stage::NoStore(_) => 3,
    });
    child(move || {
        kind.get();
        match stage().get_untracked() {
            Stage::Opening => ().into_any(),
            // both are asked at the door
            Stage::Nobody | Stage::Whose => far::screen(Route::Welcome),
            Stage::Laid(desk) => {
                provide_context(desk);
                view! { <UpdateBar /><LostNote /><Screen /> }.into_any()
            }
            Stage::NoStore(error) => view! { <NoStore error=error /> }.into_any(),
        }
    })
}

/// The screen the address says.
#[component]
fn Screen() -> AnyView {
    child(move || match way().here() {
        Route::Board => view! { <BoardScreen /> }.into_any(),
        route => far::screen(route),
    })
}

/// There is nothing to work on: why, and the ways out.
#[component]
fn NoStore(error: StoreError) -> AnyView {
    let w = look().with_untracked(Look::language).words();
    let why = match error {
        StoreError::Full => w.trouble.full,
        StoreError::Blocked => w.trouble.blocked,
        StoreError::Newer => w.trouble.newer,
        StoreError::NotThere | StoreError::Stale | StoreError::Broken => w.trouble.no_store,
    };
    view! {
        <main class="main state" id="main">
            <h1>{w.common.app}</h1>
            <p role="alert">{why}</p>
            <div class="btns">
                <a class="btn do" href="/app/" target="_self">{w.trouble.again}</a>
                <a class="btn" href="/">{w.public.title}</a>
            </div>
        </main>
    }
}
