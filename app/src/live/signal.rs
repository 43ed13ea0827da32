//! A value that is set, and is followed by whoever reads it.

use std::cell::RefCell;

use leptos::prelude::{Notify, Track, Trigger};

use super::held::Held;

/// A value that is set, and is followed by whoever reads it. As Leptos', but for what is inside.
pub(crate) struct RwSignal<T> {
    held: Held<RefCell<T>>,
    trigger: Trigger,
}

impl<T> Copy for RwSignal<T> {}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> RwSignal<T> {
    /// Begins with a value.
    #[inline(never)]
    pub(crate) fn new(value: T) -> Self {
        Self { held: Held::new(RefCell::new(value)), trigger: trigger() }
    }

    /// Follows it without a look.
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn track(self) {
        track(self.trigger);
    }

    /// The value now, which is followed.
    ///
    /// # Panics
    /// As [`Self::with`].
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn get(self) -> T
    where
        T: Clone,
    {
        track(self.trigger);
        self.get_untracked()
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
        self.held.get().borrow().clone()
    }

    /// The value now, unless it is gone: a task may outlive its screen.
    #[inline(never)]
    pub(crate) fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.held.find().map(|held| held.borrow().clone())
    }

    /// Looks at the value and follows it.
    ///
    /// # Panics
    /// When it is gone with the part of the page that made it.
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        track(self.trigger);
        self.with_untracked(look)
    }

    /// Looks at the value.
    ///
    /// # Panics
    /// As [`Self::with`].
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.held.get().borrow())
    }

    /// Puts another value in its place, and wakes those who follow. One that is gone stays so: a task may outlive
    /// its screen.
    #[inline(never)]
    pub(crate) fn set(self, value: T) {
        if let Some(held) = self.held.find() {
            held.replace(value);
            notify(self.trigger);
        }
    }

    /// Changes the value, and wakes those who follow; nothing happens to one that is gone.
    pub(crate) fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Changes the value, wakes those who follow, and gives what the change gave; nothing when it is gone.
    pub(crate) fn try_update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let given = self.change_unseen(change)?;
        self.wake();
        Some(given)
    }

    /// The same without waking anybody: whoever does this wakes them at the end.
    pub(crate) fn change_unseen<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let held = self.held.find()?;
        let given = change(&mut held.borrow_mut());
        Some(given)
    }

    /// Wakes those who follow.
    pub(crate) fn wake(self) {
        notify(self.trigger);
    }
}

#[inline(never)]
#[cfg_attr(debug_assertions, track_caller)]
fn trigger() -> Trigger {
    Trigger::new()
}

#[inline(never)]
#[cfg_attr(debug_assertions, track_caller)]
fn track(trigger: Trigger) {
    trigger.track();
}

#[inline(never)]
fn notify(trigger: Trigger) {
    trigger.notify();
}
