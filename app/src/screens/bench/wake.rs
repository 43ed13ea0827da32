//! Keeps the screen awake and the clock running, and says for how long the phone was off.

use std::cell::Cell;

use domain::Millis;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::table::{Table, table};
use crate::{clock, parts::Icon, prelude::*, shelf};

/// How often it is noted that the phone is alive, in seconds.
const BEAT: u32 = 5;
/// What is worth a word, in milliseconds.
const WORTH: Millis = 15_000;

thread_local! {
    /// Whether the bench was open before on this page: whoever only went to look at something else was not off.
    static SEEN: Cell<bool> = const { Cell::new(false) };
}

fn key(table: Table) -> String {
    format!("bandeng.bench.{}", table.id)
}

/// Nothing to see: it runs while the bench is on the screen.
#[component]
pub(super) fn Wake() -> AnyView {
    let table = table();
    let alive = StoredValue::new(true);
    let lock = StoredValue::new(None::<JsValue>);
    leptos::task::spawn_local(async move {
        let mut beats = 0;
        while alive.try_update_value(|alive| *alive) == Some(true) {
            let now = table.time();
            table.now.set(now);
            if beats % BEAT == 0 {
                shelf::write(&key(table), &now);
            }
            beats += 1;
            clock::rest(until_next(table, now)).await;
        }
    });
    let awake = move || {
        leptos::task::spawn_local(async move {
            // a browser without it, or one that saves its battery, goes dark as it always does
            let Ok(held) = hold().await else { return };
            let kept = lock.try_update_value(|lock| lock.replace(held.clone())).is_some();
            if !kept {
                release(&held);
            }
        });
    };
    awake();
    let seen = Closure::<dyn Fn()>::new(move || {
        if !document().hidden() {
            awake();
            table.now.try_update(|now| *now = table.time());
        }
    });
    let seen: Function = seen.into_js_value().unchecked_into();
    let page = document();
    if page.add_event_listener_with_callback("visibilitychange", &seen).is_err() {
        leptos::logging::warn!("a screen that was dark stays as it was for a second");
    }
    let seen = send_wrapper::SendWrapper::new(seen);
    on_cleanup(move || {
        if document().remove_event_listener_with_callback("visibilitychange", &seen).is_err() {
            leptos::logging::warn!("somebody who has gone still listens");
        }
        if let Some(held) = lock.try_update_value(Option::take).flatten() {
            release(&held);
        }
    });
    ().into_any()
}

/// The next whole second of whoever speaks, or of the clock on the wall.
fn until_next(table: Table, now: Millis) -> i32 {
    let began = table.floor.with_untracked(|floor| floor.now.map_or(0, |speaking| speaking.began));
    i32::try_from(1000 - (now - began).rem_euclid(1000)).unwrap_or(1000)
}

/// Asks the phone to stay awake.
async fn hold() -> Result<JsValue, JsValue> {
    let lock = Reflect::get(&window().navigator(), &"wakeLock".into())?;
    let ask: Function = Reflect::get(&lock, &"request".into())?.dyn_into()?;
    let asked: Promise = ask.call1(&lock, &"screen".into())?.dyn_into()?;
    JsFuture::from(asked).await
}

fn release(held: &JsValue) {
    let released = Reflect::get(held, &"release".into())
        .and_then(|release| release.dyn_into::<Function>())
        .and_then(|release| release.call0(held));
    if released.is_err() {
        leptos::logging::warn!("the phone stays awake");
    }
}

/// For how long the phone was off, once, after it was opened anew.
#[component]
pub(super) fn Gap() -> AnyView {
    let table = table();
    let known = shelf::read::<Millis>(&key(table)).unwrap_or(0);
    let known = known.max(table.floor.with_untracked(|floor| floor.touched));
    let gap = table.time() - known;
    let fresh = !SEEN.replace(true);
    let shown = RwSignal::new(fresh && known > 0 && gap >= WORTH);
    let told = (table.w.bench().off)(gap);
    child(move || {
        shown.get().then(|| view! {
            <p class="note wait" role="status">
                <Icon name="clock" /><span class="grow">{told.clone()}</span>
                <button class="btn bare sm" on:click=move |_| shown.set(false)>{table.w.common.understood}</button>
            </p>
        })
    })
}
