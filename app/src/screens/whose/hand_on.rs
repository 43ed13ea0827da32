//! Handing the phone on: whoever is at work has four digits first, and then nothing of theirs is left on the screen.

use super::{Digits, NewDigits};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{Dialog, Icon},
    pin::Pin,
    prelude::*,
    session::{self, Stage, stage},
};

/// 换人用这部手机: asks whose turn it is, at once; whoever has no digits yet sets them before, in [`FirstDigits`].
#[component]
pub(crate) fn HandOn(
    /// How the button looks.
    class: &'static str,
    /// Whether it is a row of a list, with a second line.
    #[prop(optional)]
    row: bool,
    /// Set when digits are wanted first.
    open: RwSignal<bool>,
) -> AnyView {
    let (p, desk, stage) = (words().phone(), desk(), stage());
    let tapped = move |_| if Pin::of(desk.person()).there() { go(stage) } else { open.set(true) };
    let says = if row {
        view! {
            <Icon name="me" />
            <span>
                {p.other_person.0}
                <small>{move || (p.other_person.1)(&desk.name_of(desk.person()))}</small>
            </span>
            <span class="end"><Icon name="right" /></span>
        }
    } else {
        view! { <Icon name="me" />{p.other_person.0} }
    };
    view! { <button type="button" class=class on:click=tapped>{says}</button> }
}

/// Whoever was alone on this phone sets four digits before somebody else has it.
#[component]
pub(crate) fn FirstDigits(
    /// Whether they are wanted now.
    open: RwSignal<bool>,
) -> AnyView {
    let (w, desk, stage) = (words(), desk(), stage());
    let s = w.whose();
    let digits = Digits::new();
    let set = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        leptos::task::spawn_local(async move {
            if digits.set(&Pin::of(desk.person())).await {
                go(stage);
            }
        });
    };
    view! {
        <Dialog open=open title=w.phone().other_person.0>
            <p class="sm">{move || (s.first_you)(&desk.name_of(desk.person()))}</p>
            <form class="col" on:submit=set autocomplete="off">
                <NewDigits digits=digits hint=s.set_hint />
                <div class="btns">
                    <button class="btn do">{s.set_and_hand_on}</button>
                    <button type="button" class="btn" on:click=move |_| open.set(false)>{w.common.cancel}</button>
                </div>
            </form>
        </Dialog>
    }
}

fn go(stage: RwSignal<Stage>) {
    session::lay_down(stage);
    session::anew();
}

/// Somebody opened an invite while somebody else is at work, or wants to come in by another door, and has no name yet:
/// that one lays their desk down first. The invite stays with the page's place in the history meanwhile.
pub(crate) fn occupied(desk: Desk, comes: &str) -> AnyView {
    let (s, stage) = (words().whose(), stage());
    let here = untrack(|| desk.name_of(desk.person()));
    let pin = Pin::of(desk.person());
    let digits = (!pin.there()).then(Digits::new);
    let first = digits.map(|digits| {
        view! {
            <p class="sm">{(s.first_you)(&here)}</p>
            <NewDigits digits=digits hint=s.set_hint />
        }
    });
    let hand_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let pin = pin.clone();
        leptos::task::spawn_local(async move {
            if match digits {
                Some(digits) => digits.set(&pin).await,
                None => true,
            } {
                session::lay_down(stage);
                if window().location().reload().is_err() {
                    leptos::logging::warn!("the page could not be loaded anew");
                }
            }
        });
    };
    view! {
        <p class="note wait"><Icon name="info" /><span>{(s.occupied)(&here, comes)}</span></p>
        <form class="col" on:submit=hand_on autocomplete="off">
            {first}
            <button class="btn do big">{(s.hand_on_to)(comes)}</button>
        </form>
    }
    .into_any()
}
