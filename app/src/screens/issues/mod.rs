//! Being written.

use leptos::prelude::*;

/// Being written.
#[component]
pub(crate) fn BoardScreen() -> impl IntoView {
    view! { <p></p> }
}
