//! The end of every way in but an invite: the app begins for whoever came in.

use super::invite::Redeemed;
use crate::{
    look::words,
    pin::Pin,
    prelude::*,
    routes::{Route, Way},
    screens::whose::{Digits, NewDigits},
    session::{self, SignedIn, Stage},
    sharers,
};

/// Somebody on their way in.
#[derive(Clone, Copy)]
pub(super) struct Came {
    stage: RwSignal<Stage>,
    way: Way,
    /// Whoever is in, and has no digits yet on a phone that others use: anybody could open what is theirs.
    waits: RwSignal<Option<SignedIn>>,
}

impl Came {
    pub(super) fn new(stage: RwSignal<Stage>, way: Way) -> Self {
        Self { stage, way, waits: RwSignal::new(None) }
    }

    /// Somebody was let in.
    pub(super) fn run(self, came: Redeemed, called: String) {
        let Redeemed { person, name, slot } = came;
        let who = SignedIn { person, name: name.unwrap_or(called), slot };
        let shared = sharers::all().iter().any(|other| other.person != person);
        if shared && !Pin::of(person).there() {
            return self.waits.set(Some(who));
        }
        leptos::task::spawn_local(begin(self.stage, self.way, who));
    }

    /// Whether the digits are to be set first.
    pub(super) fn waits(self) -> bool {
        self.waits.with(Option::is_some)
    }
}

/// Begins: nobody is at work where there are doors.
async fn begin(stage: RwSignal<Stage>, way: Way, who: SignedIn) {
    stage.set(Stage::Opening);
    way.replace(Route::Board);
    session::enter(stage, who).await;
}

/// The four digits of whoever has just come in, and the button.
#[component]
pub(super) fn SetDigits(came: Came) -> AnyView {
    let w = words();
    let digits = Digits::new();
    let sit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(who) = came.waits.get_untracked() else { return };
        leptos::task::spawn_local(async move {
            if digits.set(&Pin::of(who.person)).await {
                begin(came.stage, came.way, who).await;
            }
        });
    };
    view! {
        <form class="col" on:submit=sit autocomplete="off">
            <NewDigits digits=digits hint=w.whose().set_hint />
            <button class="btn do big">{w.welcome().sit_down}</button>
        </form>
    }
}
