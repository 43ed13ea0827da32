//! Six digits for the app on the home screen, which shares nothing with the browser it was put there from.

use std::time::Duration;

use domain::{Fields, Form, Millis};

use crate::{
    desk::desk,
    look::words,
    parts::{Icon, net_words},
    prelude::*,
    replica::{Net, NetError},
};

/// How often the screen looks at the clock.
const LOOK: Duration = Duration::from_secs(10);
const MINUTE: Millis = 60 * 1000;

/// The digits, as the server drew them.
#[derive(Clone, Form)]
struct Drawn {
    digits: String,
    expires_at: Millis,
}

/// The button, then the digits and how long they are good, in words.
#[component]
pub(super) fn Pairing() -> AnyView {
    let (w, desk) = (words(), desk());
    let p = &w.ways().pair;
    let told = RwSignal::new(None::<Result<Drawn, NetError>>);
    let now = RwSignal::new(desk.now());
    let draw = move |_| {
        leptos::task::spawn_local(async move {
            told.set(Some(Net::ask("/api/v1/pairing", &Fields::new()).await));
            now.set(desk.now());
        });
    };
    if let Ok(looking) = set_interval_with_handle(move || now.set(desk.now()), LOOK) {
        on_cleanup(move || looking.clear());
    }
    let shown = move || {
        match told.get()? {
        Err(error) => Some(
            view! { <p class="err"><Icon name="warn" /><span>{net_words(&error, w.ways().offline)}</span></p> }
                .into_any(),
        ),
        Ok(drawn) => {
            let left = drawn.expires_at - now.get();
            if left <= 0 {
                return Some(view! { <p class="note">{p.over}</p> }.into_any());
            }
            let spaced = format!("{} {}", &drawn.digits[..3], &drawn.digits[3..]);
            let name = desk.name_of(desk.person());
            Some(
                view! {
                    <p>{(p.type_in)(&name)}</p>
                    <p class="code">{spaced}</p>
                    <p class="sm dim">{(p.left)((left + MINUTE - 1) / MINUTE)}</p>
                }
                .into_any(),
            )
        }
    }
    };
    view! {
        <details class="slip">
            <summary><Icon name="phone" />{p.title}</summary>
            <div class="col">
                <p class="sm">{p.hint}</p>
                <div role="status">{shown}</div>
                <div><button class="btn" on:click=draw>
                    <Icon name="key" />{move || if told.with(Option::is_none) { p.draw } else { p.again }}
                </button></div>
            </div>
        </details>
    }
}
