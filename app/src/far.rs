//! The screens behind the board. The first download is what the board needs; these come in two parts once it is
//! on the screen, and are kept on the phone with it.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::{
    look::words,
    prelude::*,
    routes::Route,
    screens::{
        IssueScreen, MeScreen, NowhereScreen, PhoneScreen, RaiseScreen, SavedScreen, TriageScreen,
        WelcomeScreen,
    },
};

/// A part did not arrive: no signal, and this browser keeps nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Away;

impl From<SplitLoaderError> for Away {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Screens about issues.
#[wasm_split(issue, fallible, preload(issue_part))]
fn about_issue(route: Route) -> Result<AnyView, Away> {
    Ok(match route {
        Route::Issue(id) => view! { <IssueScreen id=id /> }.into_any(),
        Route::Triage(id) => view! { <TriageScreen id=id /> }.into_any(),
        Route::Saved(id) => view! { <SavedScreen id=id /> }.into_any(),
        _ => view! { <RaiseScreen /> }.into_any(),
    })
}

/// Screens about this phone and whose it is.
#[wasm_split(phone, fallible, preload(phone_part))]
fn about_phone(route: Route) -> Result<AnyView, Away> {
    Ok(match route {
        Route::Phone => view! { <PhoneScreen /> }.into_any(),
        Route::Me => view! { <MeScreen /> }.into_any(),
        Route::Welcome => view! { <WelcomeScreen /> }.into_any(),
        _ => view! { <NowhereScreen /> }.into_any(),
    })
}

fn is_about_issue(route: Route) -> bool {
    matches!(route, Route::Issue(_) | Route::Triage(_) | Route::Saved(_) | Route::Raise)
}

/// A screen, as soon as its part is here.
pub(crate) fn screen(route: Route) -> AnyView {
    let part = RwSignal::new(None);
    fetch(route, part);
    child(move || match part.get() {
        None => view! { <main id="main" aria-busy="true"></main> }.into_any(),
        // what has arrived is built at once, here, where the page around it is known
        Some(Ok(())) if is_about_issue(route) => shown(about_issue(route), route, part),
        Some(Ok(())) => shown(about_phone(route), route, part),
        Some(Err(Away)) => view! { <NotHere route=route part=part /> }.into_any(),
    })
}

/// Fetches both parts, so that a phone whose browser keeps nothing has them before the signal goes.
pub(crate) fn fetch_all() {
    leptos::task::spawn_local(async {
        for part in [issue_part().await, phone_part().await] {
            if part.is_err() {
                leptos::logging::warn!("a part of the program is not here yet");
            }
        }
    });
}

type Part = RwSignal<Option<Result<(), Away>>>;

fn fetch(route: Route, part: Part) {
    leptos::task::spawn_local(async move {
        let came = if is_about_issue(route) { issue_part().await } else { phone_part().await };
        part.set(Some(came.map_err(Away::from)));
    });
}

fn shown(screen: impl Future<Output = Result<AnyView, Away>>, route: Route, part: Part) -> AnyView {
    match pin!(screen).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(screen)) => screen,
        _ => view! { <NotHere route=route part=part /> }.into_any(),
    }
}

/// Why there is no screen here, and the ways on.
#[component]
fn NotHere(route: Route, part: Part) -> AnyView {
    let w = words();
    let again = move |_| {
        part.set(None);
        fetch(route, part);
    };
    view! {
        <main class="main state" id="main">
            <h1 tabindex="-1">{w.common.app}</h1>
            <p role="alert">{w.trouble.far}</p>
            <div class="btns">
                <button type="button" class="btn do" on:click=again>{w.trouble.again}</button>
                <a class="btn" href=Route::Board.path()>{w.common.issues}</a>
            </div>
        </main>
    }
}
