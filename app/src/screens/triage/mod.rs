//! Being written.

use leptos::prelude::*;

/// Being written.
#[component]
pub(crate) fn TriageScreen(id: domain::Id) -> impl IntoView {
    drop(id);
    view! { <p></p> }
}
