//! What is looked at comes to the phone, changes, and may leave it again.

use crate::prelude::*;

/// A page of something once it is on this phone: as it is now, and as it last was should it leave while it is looked at.
/// Until it comes there is `missing` in its place. What is built inside is built once for as long as it is there.
pub(crate) fn while_here<T: Clone + PartialEq + 'static>(
    now: Memo<Option<T>>,
    page: impl Fn(Memo<T>) -> AnyView + Send + 'static,
    missing: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    // asked first: whoever looked for the thing itself would be woken by it only once it was there
    let there = Memo::new(move |_| now.with(Option::is_some));
    child(move || match there.get().then(|| now.get_untracked()).flatten() {
        Some(first) => page(Memo::new(move |before: Option<&T>| {
            now.get().or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        })),
        None => missing(),
    })
}
