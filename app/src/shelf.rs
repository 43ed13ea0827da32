//! Small things that must be there before the store is open, and drafts that are kept at every keystroke:
//! `localStorage`, because it is written at once and survives a killed app.

use domain::{Form, form};
use leptos::prelude::window;

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What lies under a key, if it can be read.
pub(crate) fn read<T: Form>(key: &str) -> Option<T> {
    form::perhaps(text(key))
}

/// Lays something under a key; says whether it stuck.
pub(crate) fn write<T: Form>(key: &str, value: &T) -> bool {
    lay(key, form::text(value))
}

#[inline(never)]
fn text(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

#[inline(never)]
fn lay(key: &str, text: String) -> bool {
    let laid = storage().is_some_and(|storage| storage.set_item(key, &text).is_ok());
    drop(text);
    laid
}

/// Clears a key.
pub(crate) fn clear(key: &str) {
    if let Some(storage) = storage()
        && storage.remove_item(key).is_err()
    {
        leptos::logging::warn!("{key} could not be cleared");
    }
}
