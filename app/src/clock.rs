//! The phone's clock, its randomness and its timers: asked here, told to the core.

use domain::{Id, Millis};
use js_sys::{Date, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Now, by the phone's clock.
#[expect(
    clippy::cast_possible_truncation,
    reason = "milliseconds since 1970 are whole and fit for 285,000 years"
)]
pub(crate) fn now() -> Millis {
    Date::now() as Millis
}

/// A fresh id, version 7: it begins with the time, so that ids made later sort later.
pub(crate) fn fresh() -> Id {
    let random = random();
    let millis = u64::try_from(now()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// A word that nobody guesses, of 128 random bits; nothing where the browser has no good dice.
pub(crate) fn secret() -> Option<String> {
    let array = drawn(16)?;
    Some(array.to_vec().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn random() -> [u8; 10] {
    let mut bytes = [0; 10];
    match drawn(10) {
        Some(array) => array.copy_to(&mut bytes),
        // every browser that runs wasm has it; without it, a poor dice is better than none
        None => bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8),
    }
    bytes
}

fn drawn(count: u32) -> Option<Uint8Array> {
    let array = Uint8Array::new_with_length(count);
    let crypto = js_sys::Reflect::get(&window(), &JsValue::from_str("crypto")).ok()?;
    let fill = js_sys::Reflect::get(&crypto, &JsValue::from_str("getRandomValues")).ok()?;
    js_sys::Function::from(fill).call1(&crypto, &array).ok()?;
    Some(array)
}

/// Waits so many milliseconds.
pub(crate) async fn rest(millis: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let set = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
        if set.is_err() {
            leptos::logging::warn!("no timer could be set");
        }
    });
    if JsFuture::from(promise).await.is_err() {
        leptos::logging::warn!("a timer was broken off");
    }
}

/// A number from 0 up to, not including, 1: for jitter only.
pub(crate) fn dice() -> f64 {
    js_sys::Math::random()
}
