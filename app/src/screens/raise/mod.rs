//! Being written.

use leptos::prelude::*;

/// Being written.
#[component]
pub(crate) fn RaiseScreen() -> impl IntoView {
    view! { <p></p> }
}

/// Being written.
#[component]
pub(crate) fn SavedScreen(id: domain::Id) -> impl IntoView {
    drop(id);
    view! { <p></p> }
}
