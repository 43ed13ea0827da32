//! What a screen needs to be written: Leptos, with this app's own values that change in place of its.

pub(crate) use leptos::prelude::*;

// named ones stand before those of a glob
pub(crate) use crate::live::{Callback, Effect, Memo, RwSignal, Signal, StoredValue};
