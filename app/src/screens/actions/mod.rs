//! Actions.

use crate::{
    look::words,
    parts::{Bar, Frame},
    prelude::*,
    routes::Route,
};

/// The screen.
#[component]
pub(crate) fn ActionsScreen(route: Route) -> AnyView {
    let _ = route;
    let top = view! { <Bar back=Route::Board title=words().actions().title /> }.into_any();
    view! { <Frame top=top foot=None over=None><p></p></Frame> }
}
