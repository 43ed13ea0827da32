//! What every screen uses: Leptos, with our own `view!`.

pub(crate) use leptos::prelude::*;
pub(crate) use view::view;

pub(crate) use crate::paint::{Place, child};
