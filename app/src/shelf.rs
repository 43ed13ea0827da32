//! Small things that must be there before the store is open, and drafts that are kept at every keystroke:
//! `localStorage`, because it is written at once and survives a killed app.
//!
//! What lies here belongs to the person at work, and nobody else who shares the phone finds it: their id is part of
//! every key. What is the phone's own goes by [`phone`].

use domain::{Form, form};
use leptos::prelude::window;

use crate::session;

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What lies under a key, if it can be read.
pub(crate) fn read<T: Form>(key: &str) -> Option<T> {
    form::perhaps(text(&mine(key)))
}

/// Lays something under a key; says whether it stuck.
pub(crate) fn write<T: Form>(key: &str, value: &T) -> bool {
    lay(&mine(key), form::text(value))
}

/// Clears a key.
pub(crate) fn clear(key: &str) {
    cut(&mine(key));
}

/// What lies under a key of the phone itself, whoever is at work.
pub(crate) mod phone {
    use domain::{Form, form};

    /// What lies under a key, if it can be read.
    pub(crate) fn read<T: Form>(key: &str) -> Option<T> {
        form::perhaps(super::text(key))
    }

    /// Lays something under a key; says whether it stuck.
    pub(crate) fn write<T: Form>(key: &str, value: &T) -> bool {
        super::lay(key, form::text(value))
    }

    /// Clears a key.
    pub(crate) fn clear(key: &str) {
        super::cut(key);
    }

    /// Gives what lies here from before a phone could be shared to the person at work, for good: before anybody reads
    /// it, and before anybody else is at work. What is the phone's own stays, by the beginnings of its keys.
    pub(crate) fn give_away(own: &[&str]) {
        let Some(storage) = super::storage() else { return };
        for key in js_sys::Object::keys(&storage) {
            let Some(key) = key.as_string().filter(|key| key.starts_with("bandeng.")) else {
                continue;
            };
            if key.contains(super::AT) || own.iter().any(|own| key.starts_with(own)) {
                continue;
            }
            let theirs = super::mine(&key);
            let newer = super::text(&theirs).is_some();
            if newer || super::text(&key).is_some_and(|text| super::lay(&theirs, text)) {
                super::cut(&key);
            }
        }
    }
}

/// Between a key and whose it is.
const AT: char = '@';

/// The key of the person at work.
fn mine(key: &str) -> String {
    session::at_work().map_or_else(|| key.to_owned(), |person| format!("{key}{AT}{person}"))
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

fn cut(key: &str) {
    if let Some(storage) = storage()
        && storage.remove_item(key).is_err()
    {
        leptos::logging::warn!("{key} could not be cleared");
    }
}
