//! 坐下来: the invite is used up by this button and by nothing else, since chat apps open every link they carry.

use super::{
    here,
    invite::{Invite, Looked, Redeemed},
    trouble,
};
use crate::{
    look::words,
    parts::Icon,
    pin::Pin,
    prelude::*,
    replica::NetError,
    routes::{Route, way},
    screens::whose::{Digits, NewDigits, occupied},
    session::{self, SignedIn, Stage, stage},
    sharers,
};

/// The name on the list; then the button. Where somebody else is at work, they lay their desk down first.
#[component]
pub(super) fn SitDown(invite: Invite, looked: Looked) -> AnyView {
    let w = words();
    let listed = looked.name.clone().unwrap_or_default();
    let here = here();
    let other = here.filter(|desk| Some(desk.person()) != looked.person);
    let name = listed.clone();
    let rest = match other {
        Some(desk) => occupied(desk, &name),
        None => view! { <Sit invite=invite looked=looked again=here.is_some() /> }.into_any(),
    };
    view! {
        {(!listed.is_empty()).then(|| view! {
            <p>{w.welcome().listed_as}<b>{listed}</b><br /><span class="xs dim">{w.welcome().wrong_name}</span></p>
        })}
        {rest}
    }
}

/// Four digits, which whoever shares the phone must have, and the button.
#[component]
fn Sit(
    invite: Invite,
    looked: Looked,
    /// Whether this very person is at work here.
    again: bool,
) -> AnyView {
    let (w, stage, way) = (words(), stage(), way());
    let alone = sharers::all().iter().all(|who| Some(who.person) == looked.person);
    let name = looked.name.unwrap_or_default();
    let digits = Digits::new();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<NetError>);
    let sit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let none = alone && digits.is_empty();
        // taken before anything is awaited: the page may be built anew meanwhile
        let typed = if none { None } else { digits.typed() };
        if !none && typed.is_none() {
            return;
        }
        busy.set(true);
        failed.set(None);
        let (invite, name) = (invite.clone(), name.clone());
        leptos::task::spawn_local(async move {
            match invite.redeem().await {
                Ok(Redeemed { person, name: told, slot }) => {
                    let who = SignedIn { person, name: told.unwrap_or(name), slot };
                    let pin = Pin::of(person);
                    // an invite is also the way back for whoever forgot theirs
                    let set = match &typed {
                        Some(typed) => digits.keep(typed, &pin).await,
                        None => false,
                    };
                    if !set {
                        pin.clear();
                    }
                    if again {
                        session::note(&who);
                        session::anew();
                    } else {
                        stage.set(Stage::Opening);
                        way.replace(Route::Board);
                        session::enter(stage, who).await;
                    }
                }
                Err(error) => {
                    busy.set(false);
                    failed.set(Some(error));
                }
            }
        });
    };
    let s = w.whose();
    let hint = if alone {
        format!("{}{}{}", s.set_hint, between(w), s.set.1)
    } else {
        s.set_hint.to_owned()
    };
    view! {
        <form class="col" on:submit=sit autocomplete="off">
            <NewDigits digits=digits hint=hint />
            <div class="amiss" role="alert">
                {move || failed.get().map(|error| view! {
                    <p class="note stop"><Icon name="warn" /><span>{trouble(&error)}</span></p>
                })}
            </div>
            <button class="btn do big" aria-busy=move || busy.get().then_some("true")>
                {move || if busy.get() { w.welcome().sitting } else { w.welcome().sit_down }}
            </button>
        </form>
    }
}

fn between(w: &words::Words) -> &'static str {
    match w.lang {
        words::Lang::Zh => "；",
        words::Lang::En => "; ",
    }
}
