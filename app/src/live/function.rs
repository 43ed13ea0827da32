//! Functions that are handed around: one that gives a value, and one that is told something.

use leptos::prelude::untrack;

use super::{held::Held, signal::RwSignal};

/// A value that is worked out each time somebody reads it. As Leptos', but for what is inside.
pub(crate) struct Signal<T: 'static>(Callback<(), T>);

impl<T> Copy for Signal<T> {}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Signal<T> {
    /// What a function gives.
    pub(crate) fn derive(give: impl Fn() -> T + 'static) -> Self {
        Self(Callback::new(move |()| give()))
    }

    /// The value now; what it is worked out from is followed.
    ///
    /// # Panics
    /// When it is gone with the part of the page that made it.
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn get(self) -> T {
        self.0.run(())
    }

    /// The value now; nothing is followed.
    ///
    /// # Panics
    /// As [`Self::get`].
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn get_untracked(self) -> T {
        untrack(|| self.get())
    }
}

impl<T: Clone> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

/// A function that lives as long as the part of the page that made it. As Leptos', but for what is inside.
pub(crate) struct Callback<In: 'static, Out: 'static = ()>(Held<Box<dyn Fn(In) -> Out>>);

impl<In, Out> Copy for Callback<In, Out> {}

impl<In, Out> Clone for Callback<In, Out> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<In, Out> Callback<In, Out> {
    /// Holds a function.
    pub(crate) fn new(run: impl Fn(In) -> Out + 'static) -> Self {
        Self::of(Box::new(run))
    }

    #[inline(never)]
    fn of(run: Box<dyn Fn(In) -> Out>) -> Self {
        Self(Held::new(run))
    }

    /// Runs it.
    ///
    /// # Panics
    /// When it is gone with the part of the page that made it.
    #[inline(never)]
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn run(self, input: In) -> Out {
        (self.0.get())(input)
    }
}
