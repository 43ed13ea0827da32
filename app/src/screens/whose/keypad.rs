//! The digits of whoever tapped their name: keys for big fingers, and a box for a keyboard.

use super::{Digits, NewDigits};
use crate::{
    look::words,
    parts::Icon,
    pin::{Pin, Tried, four},
    prelude::*,
    routes::begin_at_heading,
    session::{self, SignedIn, stage},
};

/// Asks the digits of one person, and lays that person's desk.
#[component]
pub(super) fn Keypad(who: SignedIn, chosen: RwSignal<Option<SignedIn>>) -> AnyView {
    let s = words().whose();
    let pin = Pin::of(who.person);
    let name = who.name.clone();
    let heading = (s.digits_of)(&name);
    let asks = if pin.there() {
        view! { <Keys who=who pin=pin /> }
    } else {
        view! { <First who=who pin=pin /> }
    };
    let not_me = move |_| {
        chosen.set(None);
        request_animation_frame(begin_at_heading);
    };
    view! {
        <h1 tabindex="-1">{heading}</h1>
        {asks}
        <button type="button" class="btn bare" on:click=not_me>
            <Icon name="back" />{s.not_me}
        </button>
        <p class="xs dim">{s.forgotten}</p>
    }
}

/// Whoever has none yet sets them now.
#[component]
fn First(who: SignedIn, pin: Pin) -> AnyView {
    let (w, stage) = (words(), stage());
    let digits = Digits::new();
    let set = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (who, pin) = (who.clone(), pin.clone());
        leptos::task::spawn_local(async move {
            if digits.set(&pin).await {
                session::enter(stage, who).await;
            }
        });
    };
    view! {
        <form class="col" on:submit=set autocomplete="off">
            <NewDigits digits=digits hint=w.whose().set_hint />
            <button class="btn do big">{w.welcome().sit_down}</button>
        </form>
    }
}

#[component]
fn Keys(who: SignedIn, pin: Pin) -> AnyView {
    let (w, s, stage) = (words(), words().whose(), stage());
    let p = w.pin();
    let typed = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(pin.waits().map(p.wait));
    let attempt = Callback::new(move |digits: String| {
        let (who, pin) = (who.clone(), pin.clone());
        busy.set(true);
        leptos::task::spawn_local(async move {
            let told = match pin.attempt(&digits).await {
                Tried::Good => return session::enter(stage, who).await,
                Tried::Wrong(left) => (p.wrong)(left),
                Tried::Wait(seconds) => (p.wait)(seconds),
                Tried::Broken => p.broken.to_owned(),
            };
            busy.set(false);
            typed.set(String::new());
            wrong.set(Some(told));
        });
    });
    let put = Callback::new(move |digits: String| {
        if busy.get_untracked() {
            return;
        }
        let digits: String = digits.chars().filter(char::is_ascii_digit).take(4).collect();
        typed.set(digits.clone());
        if four(&digits) {
            attempt.run(digits);
        } else if !digits.is_empty() {
            wrong.set(None);
        }
    });
    let add = move |digit: char| {
        let mut digits = typed.get_untracked();
        digits.push(digit);
        put.run(digits);
    };
    let back = move |_| {
        let mut digits = typed.get_untracked();
        digits.pop();
        put.run(digits);
    };
    let key = move |digit: char| {
        view! {
            <button type="button" class="btn key" on:mousedown=|event| stay(&event) on:click=move |_| add(digit)>
                {digit.to_string()}
            </button>
        }
    };
    let place = Place::<web_sys::HtmlInputElement>::new();
    Effect::new(move |_| {
        if place.get().is_some_and(|place| place.focus().is_err()) {
            leptos::logging::warn!("the box for the digits could not take the focus");
        }
    });
    let said = move || {
        if busy.get() {
            return s.checking.to_owned();
        }
        typed.with(
            |typed| if typed.is_empty() { s.press.to_owned() } else { (s.pressed)(typed.len()) },
        )
    };
    view! {
        <div class="keypad">
            <label class="field">
                <span class="sr">{p.digits}</span>
                <input class="in pin" type="password" inputmode="none" maxlength="4" autocomplete="off"
                    node_ref=place aria-describedby="pressed" prop:value=move || typed.get()
                    on:input=move |event| put.run(event_target_value(&event)) />
            </label>
            <p class="sm dim" id="pressed" role="status">{said}</p>
            <div class="amiss" role="alert">
                {move || wrong.get().map(|why| view! {
                    <p class="err"><Icon name="warn" /><span>{why}</span></p>
                })}
            </div>
            <div class="keys">
                {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(key).into_iter().collect_view()}
                <button type="button" class="btn key word" on:mousedown=|event| stay(&event)
                    on:click=move |_| put.run(String::new())>{s.clear}</button>
                {key('0')}
                <button type="button" class="btn key word" on:mousedown=|event| stay(&event)
                    on:click=back>{s.back}</button>
            </div>
        </div>
    }
}

/// The box keeps the focus while keys are tapped, so that a keyboard can go on in it.
fn stay(event: &leptos::ev::MouseEvent) {
    event.prevent_default();
}
