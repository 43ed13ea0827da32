//! An address that leads nowhere, with the way back.

use crate::{
    look::words,
    parts::{Bar, Frame},
    prelude::*,
    routes::Route,
};

/// There is no such page, or this phone does not have it.
#[component]
pub(crate) fn NowhereScreen() -> AnyView {
    let w = words();
    let top = view! { <Bar back=Route::Board title=w.common.app /> }.into_any();
    view! {
        <Frame top=top foot=None over=None>
            <div class="state">
                <h2>{w.trouble.nowhere}</h2>
                <a class="btn" href=Route::Board.path()>{w.common.issues}</a>
            </div>
        </Frame>
    }
}
