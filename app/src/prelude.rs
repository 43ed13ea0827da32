//! What a screen needs to be written: Leptos, with this app's own `view!` and its own values that change.

pub(crate) use leptos::prelude::*;

// named ones stand before those of a glob
pub(crate) use view::view;

pub(crate) use crate::{
    live::{Callback, Effect, Memo, RwSignal, Signal, StoredValue},
    paint::{Place, child},
};
