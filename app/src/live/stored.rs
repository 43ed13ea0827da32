//! A value that nobody follows.

use std::cell::RefCell;

use super::held::Held;

/// A value that nobody follows, reached from wherever its handle is. As Leptos', but for what is inside.
pub(crate) struct StoredValue<T>(Held<RefCell<T>>);

impl<T> Copy for StoredValue<T> {}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> StoredValue<T> {
    /// Begins with a value.
    #[inline(never)]
    pub(crate) fn new(value: T) -> Self {
        Self(Held::new(RefCell::new(value)))
    }

    /// The value now.
    ///
    /// # Panics
    /// As [`Self::with_value`].
    #[inline(never)]
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn get_value(self) -> T
    where
        T: Clone,
    {
        self.0.get().borrow().clone()
    }

    /// Looks at the value.
    ///
    /// # Panics
    /// When it is gone with the part of the page that made it.
    #[cfg_attr(debug_assertions, track_caller)]
    pub(crate) fn with_value<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0.get().borrow())
    }

    /// Puts another value in its place; nothing happens to one that is gone.
    #[inline(never)]
    pub(crate) fn set_value(self, value: T) {
        if let Some(held) = self.0.find() {
            held.replace(value);
        }
    }

    /// Changes the value, and gives what the change gave; nothing when it is gone.
    pub(crate) fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let held = self.0.find()?;
        let given = change(&mut held.borrow_mut());
        Some(given)
    }
}
