//! Being written.

use leptos::prelude::*;

/// Being written.
#[component]
pub(crate) fn IssueScreen(id: domain::Id) -> impl IntoView {
    drop(id);
    view! { <p></p> }
}
