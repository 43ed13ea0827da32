//! What wakes the sync beside the timer and the bell: the browser's own events.

use std::rc::Rc;

use wasm_bindgen::{JsCast, closure::Closure};

use super::{
    Line, Net,
    bell::{Bell, Rung},
};
use crate::{desk::Desk, prelude::*};

/// A page that is seen again, or a network that is back, is a reason to ask. A timer's tick is never early.
pub(super) fn wake_on_events(desk: Desk, bell: &Rc<Bell>) {
    let ring = bell.clone();
    let wake = Closure::<dyn Fn()>::new(move || {
        if document().hidden() {
            return;
        }
        desk.line.update(|line| {
            if *line == Line::Offline && !Net::unplugged() {
                *line = Line::Asking;
            }
        });
        ring.ring(Rung::Ask);
    });
    let heard = wake.as_ref().unchecked_ref();
    let listening = window()
        .add_event_listener_with_callback("online", heard)
        .and(window().add_event_listener_with_callback("pageshow", heard))
        .and(document().add_event_listener_with_callback("visibilitychange", heard));
    let unplugged = Closure::<dyn Fn()>::new(move || desk.line.set(Line::Offline));
    let listening = listening.and(
        window().add_event_listener_with_callback("offline", unplugged.as_ref().unchecked_ref()),
    );
    if listening.is_err() {
        leptos::logging::warn!("only the timer will wake the sync");
    }
    wake.forget();
    unplugged.forget();
}
