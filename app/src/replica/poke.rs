//! The server's knock: a hint that a scope has news. Losing one is harmless.

use std::{cell::RefCell, rc::Rc};

use domain::{Scope, form, sync::Cursor};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventSource, MessageEvent};

use super::bell::Bell;
use crate::desk::Desk;

/// The open door, while the page is seen.
#[derive(Default)]
pub(crate) struct Door(RefCell<Option<EventSource>>);

impl Door {
    /// Opens it if it is not open; rings when a scope is ahead of what the phone has read.
    pub(crate) fn open(&self, desk: Desk, bell: &Rc<Bell>) {
        let mut door = self.0.borrow_mut();
        if door.as_ref().is_some_and(|open| open.ready_state() != EventSource::CLOSED) {
            return;
        }
        let Ok(source) = EventSource::new("/api/v1/poke") else { return };
        let bell = bell.clone();
        let knock = Closure::<dyn Fn(_)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            let news: Vec<(Scope, u64)> = form::parse(&text).unwrap_or_default();
            let unread = desk.replica.with_untracked(|replica| {
                let read = |scope| replica.cursors().get(&scope).copied().unwrap_or_default();
                // an empty list says that the server may have missed something itself
                news.is_empty()
                    || news.iter().any(|(scope, ver)| read(*scope) < Cursor::whole(*ver))
            });
            if unread {
                bell.ring();
            }
        });
        source.set_onmessage(Some(knock.as_ref().unchecked_ref()));
        knock.forget();
        *door = Some(source);
    }

    /// Closes it: a page that nobody sees needs no knock.
    pub(crate) fn close(&self) {
        if let Some(source) = self.0.borrow_mut().take() {
            source.close();
        }
    }
}
