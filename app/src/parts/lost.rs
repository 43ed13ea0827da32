//! What was kept on this phone has vanished: said once, and until somebody says that they know.

use crate::{desk::desk, look::words, parts::Icon, prelude::*, session::own_up};

/// The note above the page; nothing unless something vanished.
#[component]
pub(crate) fn LostNote() -> AnyView {
    let (w, desk) = (words(), desk());
    child(move || {
        let note = view! {
            <div class="update" role="alert">
                <Icon name="warn" />
                <span>{w.trouble.lost}</span>
                <button class="btn" on:click=move |_| own_up(desk)>{w.common.understood}</button>
            </div>
        };
        desk.lost.get().then_some(note)
    })
}
