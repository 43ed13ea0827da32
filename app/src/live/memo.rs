//! A value that is made from others, anew when they change, and wakes its followers only when it is another.

use std::cell::RefCell;

use leptos::prelude as graph;
use leptos::prelude::Get;

use super::held::{Held, Place};

/// A value made from others. As Leptos', but for what is inside: Leptos follows no value here, only whether it changed.
pub(crate) struct Memo<T> {
    held: Held<Formula<T>>,
    newest: graph::Memo<()>,
}

/// Makes a value from what it was before.
type Make<T> = Box<dyn Fn(Option<&T>) -> T>;

/// How the value is made, and how it came out last.
struct Formula<T> {
    make: Make<T>,
    made: RefCell<Option<T>>,
}

impl<T> Copy for Memo<T> {}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Memo<T> {
    /// A value that is made when it is first read, from what it was before (at first nothing) and from other values.
    pub(crate) fn new(make: impl Fn(Option<&T>) -> T + 'static) -> Self
    where
        T: PartialEq,
    {
        Self::of(Box::new(make))
    }

    #[inline(never)]
    fn of(make: Make<T>) -> Self
    where
        T: PartialEq,
    {
        let held = Held::new(Formula { make, made: RefCell::new(None) });
        Self { held, newest: follow(held.place(), renew::<T>) }
    }

    /// The value now, which is followed.
    ///
    /// # Panics
    /// As [`Self::with`].
    #[inline(never)]
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value now.
    ///
    /// # Panics
    /// As [`Self::with`].
    #[inline(never)]
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Looks at the value and follows it.
    ///
    /// # Panics
    /// When it is gone with the part of the page that made it, or is being made from itself.
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        track(self.newest);
        self.look(look)
    }

    /// Looks at the value.
    ///
    /// # Panics
    /// As [`Self::with`].
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        freshen(self.newest);
        self.look(look)
    }

    #[cfg_attr(debug_assertions, track_caller)]
    fn look<R>(self, look: impl FnOnce(&T) -> R) -> R {
        match &*self.held.get().made.borrow() {
            Some(made) => look(made),
            None => unmade(),
        }
    }
}

/// Makes the value anew; whether it is another than before.
fn renew<T: PartialEq + 'static>(place: Place) -> bool {
    let Some(found) = Held::<Formula<T>>::at(place).find() else { return false };
    let formula = &*found;
    // taken out, so that it may be looked at for as long as it takes
    let before = formula.made.take();
    let now = (formula.make)(before.as_ref());
    let changed = before.as_ref() != Some(&now);
    formula.made.replace(Some(now));
    changed
}

#[inline(never)]
#[cfg_attr(debug_assertions, track_caller)]
fn follow(place: Place, renew: fn(Place) -> bool) -> graph::Memo<()> {
    graph::Memo::new_owning(move |_| ((), renew(place)))
}

/// Brings it up to date, and follows it.
#[inline(never)]
#[cfg_attr(debug_assertions, track_caller)]
fn track(newest: graph::Memo<()>) {
    newest.get();
}

/// Brings it up to date.
#[inline(never)]
#[cfg_attr(debug_assertions, track_caller)]
fn freshen(newest: graph::Memo<()>) {
    graph::GetUntracked::get_untracked(&newest);
}

#[cold]
#[inline(never)]
#[cfg_attr(debug_assertions, track_caller)]
fn unmade() -> ! {
    panic!("a value is being made from itself")
}
