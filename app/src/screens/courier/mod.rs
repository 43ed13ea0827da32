//! Passing on without a signal: what is only on this phone goes to another phone of the same person as pieces of
//! text through a chat, or from screen to camera. Whichever has a signal first sends it.

mod camera;
mod come;
mod goes;
mod squares;

use words::Courier;

use self::{come::Come, goes::Goes};
use crate::{
    look::words,
    parts::{Bar, Frame},
    prelude::*,
    routes::Route,
};

/// The screen.
#[component]
pub(crate) fn CourierScreen() -> AnyView {
    let w = says();
    let top = view! { <Bar back=Route::Phone title=w.title.0 /> };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            <p class="note"><span>{w.why}</span></p>
            <Goes />
            <Come />
        </Frame>
    }
}

/// What this screen says.
fn says() -> &'static Courier {
    words().courier()
}
