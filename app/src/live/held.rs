//! Where all of it lies: in Leptos' arena, which lets go of it together with the part of the page that made it.

use std::{any::Any, marker::PhantomData, rc::Rc};

use leptos::prelude::{ArenaItem, LocalStorage};

/// The place of anything, whatever it is.
pub(super) type Place = ArenaItem<Rc<dyn Any>, LocalStorage>;

/// The place of a `C`.
pub(super) struct Held<C> {
    place: Place,
    what: PhantomData<fn() -> C>,
}

impl<C> Copy for Held<C> {}

impl<C> Clone for Held<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: 'static> Held<C> {
    /// Holds something for as long as the part of the page that is being built.
    pub(super) fn new(it: C) -> Self {
        Self::at(hold(Rc::new(it)))
    }

    /// What was put at a place.
    pub(super) fn at(place: Place) -> Self {
        Self { place, what: PhantomData }
    }

    /// Where it is.
    pub(super) fn place(self) -> Place {
        self.place
    }

    /// What is held, unless it is gone. It is not gone before the caller lets go of it.
    #[inline(never)]
    pub(super) fn find(self) -> Option<Rc<C>> {
        find(self.place)?.downcast().ok()
    }

    /// What is held.
    ///
    /// # Panics
    /// When it is gone: somebody outlived the part of the page that made it.
    #[inline(never)]
    #[cfg_attr(debug_assertions, track_caller)]
    pub(super) fn get(self) -> Rc<C> {
        match self.find() {
            Some(it) => it,
            None => gone(),
        }
    }
}

#[inline(never)]
fn hold(it: Rc<dyn Any>) -> Place {
    ArenaItem::new_local(it)
}

/// Gives it out of the arena, so that whoever uses it may hold and find other things meanwhile.
#[inline(never)]
fn find(place: Place) -> Option<Rc<dyn Any>> {
    place.try_get_value()
}

#[cold]
#[inline(never)]
#[cfg_attr(debug_assertions, track_caller)]
pub(super) fn gone() -> ! {
    panic!("a value was read after the part of the page that made it was gone")
}
