//! To be written.

use crate::{
    look::words,
    parts::{Bar, Frame},
    prelude::*,
    routes::Route,
};

/// To be written.
#[component]
pub(crate) fn SessionScreen(route: Route) -> AnyView {
    let _here = route;
    let back = Route::Board;
    let top = view! { <Bar back=back title=words().common.app /> }.into_any();
    view! { <Frame top=top foot=None over=None><p></p></Frame> }
}
