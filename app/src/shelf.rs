//! Small things that must be there before the store is open, and drafts that are kept at every keystroke:
//! `localStorage`, because it is written at once and survives a killed app.

use leptos::prelude::window;
use serde::{Serialize, de::DeserializeOwned};

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What lies under a key, if it can be read.
pub(crate) fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = storage()?.get_item(key).ok()??;
    crate::json::read(&text).ok()
}

/// Lays something under a key; says whether it stuck.
pub(crate) fn write<T: Serialize>(key: &str, value: &T) -> bool {
    let text = crate::json::write(value).ok();
    storage().zip(text).is_some_and(|(storage, text)| storage.set_item(key, &text).is_ok())
}

/// Clears a key.
pub(crate) fn clear(key: &str) {
    if let Some(storage) = storage()
        && storage.remove_item(key).is_err()
    {
        leptos::logging::warn!("{key} could not be cleared");
    }
}
