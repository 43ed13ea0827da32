//! Where all of it lies: in Leptos' arena, which lets go of it together with the part of the page that made it.

use std::{any::Any, marker::PhantomData, ops::Deref, rc::Rc};

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

    /// What is held, unless it is gone.
    pub(super) fn find(self) -> Option<Found<C>> {
        find(self.place).map(Found::of)
    }

    /// What is held.
    ///
    /// # Panics
    /// When it is gone: somebody outlived the part of the page that made it.
    #[cfg_attr(debug_assertions, track_caller)]
    pub(super) fn get(self) -> Found<C> {
        Found::of(get(self.place))
    }
}

/// What was held; it is not gone before its finder lets go of it.
pub(super) struct Found<C> {
    it: Rc<dyn Any>,
    what: PhantomData<C>,
}

impl<C> Found<C> {
    fn of(it: Rc<dyn Any>) -> Self {
        Self { it, what: PhantomData }
    }
}

impl<C: 'static> Deref for Found<C> {
    type Target = C;

    #[inline(never)]
    fn deref(&self) -> &C {
        match self.it.downcast_ref() {
            Some(it) => it,
            None => unreachable!("a place that was made for something else"),
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

#[inline(never)]
#[cfg_attr(debug_assertions, track_caller)]
fn get(place: Place) -> Rc<dyn Any> {
    match find(place) {
        Some(it) => it,
        None => panic!("a value was read after the part of the page that made it was gone"),
    }
}
