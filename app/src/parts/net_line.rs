//! One quiet line about the connection: what is where, and whether anybody must act.

use crate::{
    clock, desk::desk, look::words, parts::Icon, prelude::*, replica::Line, routes::Route,
};

/// The line under a screen's heading. It leads to this phone's page when something waits or needs eyes.
#[component]
pub(crate) fn NetLine() -> AnyView {
    child(move || {
        let (w, desk) = (words(), desk());
        let (unsent, eyes) = (desk.unsent(), desk.wants_eyes());
        let pictures = desk.pictures_waiting();
        let skew = desk.replica.with(|replica| replica.meta().skew);
        let (blocked, outgrown) = desk.store.with_value(|store| (store.blocked, store.outgrown));
        let (blocked, outgrown) = (blocked.get(), outgrown.get());
        let (off, icon, text) = match desk.line.get() {
            _ if outgrown => (true, "warn", w.trouble.newer.to_owned()),
            _ if blocked => (true, "warn", w.trouble.blocked.to_owned()),
            _ if eyes > 0 => (true, "warn", (w.common.attention)(eyes)),
            Line::SignedOut => (true, "lock", w.common.signed_out.to_owned()),
            Line::Portal => (true, "warn", w.trouble.portal.to_owned()),
            Line::Offline => (true, "phone", (w.common.offline)(unsent)),
            Line::Busy => (true, "phone", w.trouble.server.to_owned()),
            Line::Unreachable => (true, "phone", (w.common.unreachable)(unsent)),
            Line::Sending { done, all } => (false, "sync", (w.common.sending)(done, all)),
            Line::Asking => (false, "sync", w.common.asking.to_owned()),
            // a clock that is off by more than that is worth a word
            Line::Quiet { .. } if skew.abs() > domain::DAY => {
                (true, "warn", w.trouble.clock.to_owned())
            }
            Line::Quiet { .. } if pictures > 0 => (false, "sync", (w.common.pictures)(pictures)),
            Line::Quiet { at } => {
                (false, "checks", (w.common.quiet)(&w.lang.ago(at, clock::now())))
            }
        };
        let class = if off { "net off" } else { "net" };
        let text = if unsent > 0 || eyes > 0 {
            view! { <a href=Route::Phone.path()>{text}</a> }.into_any()
        } else {
            view! { <span>{text}</span> }.into_any()
        };
        view! { <p class=class role="status"><Icon name=icon />{text}</p> }
    })
}
