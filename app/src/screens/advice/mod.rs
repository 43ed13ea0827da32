//! Advice.

use crate::{
    look::words,
    parts::{Bar, Frame},
    prelude::*,
    routes::Route,
};

/// The screen.
#[component]
pub(crate) fn AdviceScreen(id: domain::Id) -> AnyView {
    let _ = id;
    let top = view! { <Bar back=Route::Board title=words().advice().title /> }.into_any();
    view! { <Frame top=top foot=None over=None><p></p></Frame> }
}
