//! Being written.

use leptos::prelude::*;

/// Being written.
#[component]
pub(crate) fn WelcomeScreen() -> impl IntoView {
    view! { <p></p> }
}
