//! Blueprint.

use crate::{
    look::words,
    parts::{Bar, Frame},
    prelude::*,
    routes::Route,
};

/// The screen.
#[component]
pub(crate) fn BlueprintScreen(route: Route) -> AnyView {
    let _ = route;
    let top = view! { <Bar back=Route::Board title=words().blueprint().title /> }.into_any();
    view! { <Frame top=top foot=None over=None><p></p></Frame> }
}
