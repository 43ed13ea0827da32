//! Whose turn it is on a phone that several people share: their names, what of theirs waits, and one more.
//!
//! Nothing of what they wrote is read here, and nothing is asked of the server: it works without a signal.

mod digits;
mod hand_on;
mod keypad;

use self::keypad::Keypad;
pub(crate) use self::{
    digits::{Digits, NewDigits},
    hand_on::{FirstDigits, HandOn, occupied},
};
use super::{me::ElderButton, welcome::WelcomeScreen};
use crate::{
    look::words,
    parts::Icon,
    prelude::*,
    routes::{Route, way},
    session::{SignedIn, Stage, stage},
    sharers,
};

/// The page at which nobody is at work: the welcome, or whose turn it is where several share the phone.
#[component]
pub(crate) fn DoorScreen() -> AnyView {
    let (stage, way) = (stage(), way());
    let asks = matches!(stage.get_untracked(), Stage::Whose) && !sharers::all().is_empty();
    let welcome = Memo::new(move |_| !asks || way.here() == Route::Welcome);
    child(move || {
        if welcome.get() {
            view! { <WelcomeScreen /> }.into_any()
        } else {
            view! { <WhoseScreen /> }.into_any()
        }
    })
}

/// Everybody by name; and the digits of the one who tapped theirs.
#[component]
fn WhoseScreen() -> AnyView {
    let w = words();
    let chosen = RwSignal::new(None::<SignedIn>);
    view! {
        <a class="skip btn" href="#main">{w.common.skip}</a>
        <div class="app">
            <header class="top">
                <div class="row">
                    <p class="row mark grow"><Icon name="bench" /><b class="song">{w.common.app}</b></p>
                    <ElderButton />
                </div>
            </header>
            <main class="main whose" id="main" tabindex="-1">
                {move || match chosen.get() {
                    None => view! { <Everybody chosen=chosen /> }.into_any(),
                    Some(who) => view! { <Keypad who=who chosen=chosen /> }.into_any(),
                }}
            </main>
        </div>
    }
}

#[component]
fn Everybody(chosen: RwSignal<Option<SignedIn>>) -> AnyView {
    let (w, s) = (words(), words().whose());
    let tiles = sharers::all().into_iter().map(|who| view! { <Tile who=who chosen=chosen /> });
    view! {
        <div>
            <h1 tabindex="-1">{s.title}</h1>
            <p class="dim sm">{s.lead}</p>
        </div>
        <ul class="tiles">
            {tiles.collect_view()}
            <li>
                <a class="slip tile" href=Route::Welcome.path()>
                    <span class="row"><Icon name="plus" /><b class="lg">{s.another.0}</b></span>
                    <small class="dim">{s.another.1}</small>
                </a>
            </li>
        </ul>
        <p class="xs dim">{s.apart}</p>
        <a class="btn bare" href="/">{w.welcome().look_around}</a>
    }
}

/// One person's name, and how much of theirs waits.
#[component]
fn Tile(who: SignedIn, chosen: RwSignal<Option<SignedIn>>) -> AnyView {
    let s = words().whose();
    let (person, name, away) = (who.person, who.name.clone(), sharers::is_away(&who));
    let waits = RwSignal::new(None::<usize>);
    leptos::task::spawn_local(async move { waits.set(sharers::waiting(person).await) });
    let unsent = Memo::new(move |_| waits.get().is_some_and(|count| count > 0));
    let class = move || if unsent.get() { "slip tile local" } else { "slip tile" };
    let said = move || {
        waits.get().map(|count| if count > 0 { (s.unsent)(count) } else { s.all_sent.to_owned() })
    };
    view! {
        <li>
            <button type="button" class=class on:click=move |_| chosen.set(Some(who.clone()))>
                <b class="xxl song" lang="zh-CN">{name}</b>
                <small class="dim">{said}</small>
                {away.then(|| view! { <small class="och b">{s.away}</small> })}
            </button>
        </li>
    }
}
