//! What is being written on an issue's page, kept on the phone at every keystroke until it is saved or given up.

use domain::Form;

use crate::{prelude::*, shelf};

/// A form that survives a closed page: it begins as it was left, and is cleared once it says nothing again.
pub(crate) fn draft<T>(key: String) -> RwSignal<T>
where
    T: Clone + Default + PartialEq + Form + Send + Sync + 'static,
{
    let form = RwSignal::new(shelf::read(&key).unwrap_or_default());
    Effect::new(move |before: Option<()>| {
        let now = form.get();
        if before.is_none() {
            // nothing was written yet; it lies there already
        } else if now == T::default() {
            shelf::clear(&key);
        } else {
            shelf::write(&key, &now);
        }
    });
    form
}
