//! A new version waits for a tap: somebody may be in the middle of a word.

use crate::{
    clock,
    desk::Desk,
    look::words,
    parts::{Icon, install::shell},
    prelude::*,
    replica::BUILD,
};

/// How often, and how many times, to look whether the outbox is empty before the page is let go.
const LOOK: i32 = 250;
const LOOKS: u32 = 16;

/// The strip above the page; nothing unless a version waits, or the server asks for a newer one. Until somebody
/// taps all goes on as it is: what is written is kept, and what is kept is sent.
#[component]
pub(crate) fn UpdateBar() -> AnyView {
    let waits = || shell("updateWaiting").and_then(|answer| answer.as_bool()).unwrap_or(false);
    let waiting = RwSignal::new(waits());
    let going = RwSignal::new(false);
    let heard = window_event_listener_untyped("bandeng-update", move |_| waiting.set(waits()));
    on_cleanup(move || heard.remove());
    let desk = use_context::<Desk>();
    let update = move |_| {
        if !going.get_untracked() {
            going.set(true);
            leptos::task::spawn_local(async move {
                if let Some(desk) = desk {
                    flush(desk).await;
                }
                shell("applyUpdate");
                going.set(false);
            });
        }
    };
    let w = words();
    let outdated = Memo::new(move |_| {
        desk.is_some_and(|desk| desk.replica.with(|replica| replica.meta().outdates(BUILD)))
    });
    child(move || {
        let why = if outdated.get() { w.common.outdated } else { w.common.update };
        let button = view! {
            <button class="update" aria-busy=move || going.get().then_some("true") on:click=update>
                <Icon name="redo" />
                {why}" · "{w.common.update_now}
            </button>
        };
        (waiting.get() || outdated.get()).then_some(button)
    })
}

/// Tries to send what is only here, for a few seconds; what does not go stays in the store. With nothing to send
/// nothing is asked for either: the old worker is let go only once it has nothing to do.
async fn flush(desk: Desk) {
    let unsent = || desk.replica.with_untracked(|replica| replica.unsent().len() > 0);
    if unsent() {
        desk.nudge();
    }
    for _ in 0..LOOKS {
        if !unsent() {
            return;
        }
        clock::rest(LOOK).await;
    }
}
