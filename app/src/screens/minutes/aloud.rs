//! The phone reads aloud, where its browser has a Chinese voice: slowly, and without the network.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::prelude::*;

/// How fast it reads: old people listen, too.
const SLOW: f64 = 0.8;

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

fn call(of: &JsValue, name: &str) -> Option<JsValue> {
    get(of, name)?.dyn_into::<Function>().ok()?.call0(of).ok()
}

fn speaker() -> Option<JsValue> {
    get(&window(), "speechSynthesis")
}

/// The first voice that speaks Chinese, one that needs no network before others.
fn voice() -> Option<JsValue> {
    let all: Array = call(&speaker()?, "getVoices")?.dyn_into().ok()?;
    let chinese = |voice: &JsValue| {
        let lang = get(voice, "lang").and_then(|lang| lang.as_string()).unwrap_or_default();
        lang.to_ascii_lowercase().starts_with("zh") || lang.starts_with("cmn")
    };
    let here = |voice: &JsValue| get(voice, "localService").is_some_and(|here| here.is_truthy());
    let mut other = None;
    for voice in all.iter().filter(chinese) {
        if here(&voice) {
            return Some(voice);
        }
        other = other.or(Some(voice));
    }
    other
}

/// Whether this phone can read Chinese aloud; some browsers know their voices only after a while.
pub(super) fn able() -> RwSignal<bool> {
    let able = RwSignal::new(voice().is_some());
    if let Some(speaker) = speaker()
        && let Ok(speaker) = speaker.dyn_into::<web_sys::EventTarget>()
    {
        let look = Closure::<dyn Fn()>::new(move || {
            // the screen that asked may be gone by then
            able.try_update(|able| *able = voice().is_some());
        });
        let heard = speaker
            .add_event_listener_with_callback("voiceschanged", look.as_ref().unchecked_ref());
        if heard.is_err() {
            leptos::logging::warn!("voices that come late are not heard of");
        }
        look.forget();
    }
    able
}

/// Begins to read; `done` is run when the text has been read, and not when it was broken off.
pub(super) fn speak(text: &str, done: impl FnOnce() + 'static) {
    hush();
    let Some(speaker) = speaker() else { return };
    let made = get(&window(), "SpeechSynthesisUtterance")
        .and_then(|kind| kind.dyn_into::<Function>().ok())
        .and_then(|kind| Reflect::construct(&kind, &Array::of1(&text.into())).ok());
    let (Some(words), Some(voice)) = (made, voice()) else { return };
    let ended = Closure::once_into_js(done);
    let set = [
        ("lang", JsValue::from_str("zh-CN")),
        ("rate", JsValue::from_f64(SLOW)),
        ("voice", voice),
        ("onend", ended),
    ];
    for (name, value) in set {
        if Reflect::set(&words, &JsValue::from_str(name), &value).is_err() {
            leptos::logging::warn!("the voice takes no {name}");
        }
    }
    let said = get(&speaker, "speak").and_then(|speak| speak.dyn_into::<Function>().ok());
    if said.is_none_or(|speak| speak.call1(&speaker, &words).is_err()) {
        leptos::logging::warn!("nothing is read aloud");
    }
}

/// Stops reading.
pub(super) fn hush() {
    if let Some(speaker) = speaker() {
        drop(call(&speaker, "cancel"));
    }
}
