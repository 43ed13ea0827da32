//! Being written.

use leptos::prelude::*;

/// Being written.
#[component]
pub(crate) fn MeScreen() -> impl IntoView {
    view! { <p></p> }
}
