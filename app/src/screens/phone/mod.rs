//! Being written.

use leptos::prelude::*;

/// Being written.
#[component]
pub(crate) fn PhoneScreen() -> impl IntoView {
    view! { <p></p> }
}
