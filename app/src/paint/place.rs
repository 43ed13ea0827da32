//! Where an element can be found once it is on the page.

use std::marker::PhantomData;

use leptos::prelude::{Get, GetUntracked, LocalStorage, RwSignal, Set};
use wasm_bindgen::JsCast;

/// Holds an element of the page, once it is there.
pub(crate) struct Place<T> {
    kept: RwSignal<Option<web_sys::Element>, LocalStorage>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Place<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Place<T> {}

impl<T: JsCast> Place<T> {
    /// Nothing is there yet.
    pub(crate) fn new() -> Self {
        Self { kept: RwSignal::new_local(None), of: PhantomData }
    }

    /// The element; tracked.
    pub(crate) fn get(self) -> Option<T> {
        self.kept.get().map(JsCast::unchecked_into)
    }

    /// The element.
    pub(crate) fn get_untracked(self) -> Option<T> {
        self.kept.get_untracked().map(JsCast::unchecked_into)
    }

    /// Lays an element into the place.
    pub(super) fn holder(self) -> Box<dyn FnOnce(&web_sys::Element)> {
        holder(self.kept)
    }
}

#[inline(never)]
fn holder(
    kept: RwSignal<Option<web_sys::Element>, LocalStorage>,
) -> Box<dyn FnOnce(&web_sys::Element)> {
    Box::new(move |element| kept.set(Some(element.clone())))
}
