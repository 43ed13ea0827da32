//! The server's knock: a hint that a scope has news, or the news itself where it is little. Losing one is harmless.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use domain::{
    Ids, Scope,
    form::{self, short::Short},
    sync::{Cursor, Step},
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventSource, MessageEvent};

use super::bell::{Bell, Rung};
use crate::{clock, desk::Desk, prelude::*, session};

/// For so many records that lie here, news waits a millisecond for more.
const HELD: usize = 100;
/// The longest that news waits for more, in milliseconds.
const LONGEST: i32 = 1_500;

/// The open door, while the page is seen.
#[derive(Default)]
pub(crate) struct Door {
    source: RefCell<Option<EventSource>>,
    /// What was brought: the name of the door it came through, and the news.
    brought: Rc<Cell<Vec<(String, String)>>>,
}

impl Door {
    /// Opens it if it is not open; rings when a scope is ahead of what the phone has read.
    pub(crate) fn open(&self, desk: Desk, bell: &Rc<Bell>) {
        let mut source = self.source.borrow_mut();
        if source.as_ref().is_some_and(|open| open.ready_state() != EventSource::CLOSED) {
            return;
        }
        // it cannot send a header; what comes through says by the door's name whose it is
        let way = format!("/api/v1/poke?slot={}", session::slot());
        let Ok(opened) = EventSource::new(&way) else { return };
        let (bell, brought) = (bell.clone(), self.brought.clone());
        let knock = Closure::<dyn Fn(_)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            if !text.starts_with('[') {
                let mut all = brought.take();
                all.push((event.last_event_id(), text));
                brought.set(all);
                return bell.ring(Rung::Here);
            }
            let news: Vec<(Scope, u64)> = form::parse(&text).unwrap_or_default();
            // an empty list says that the server may have missed something itself
            if news.is_empty() || unread(desk, news.into_iter()) {
                bell.ring(Rung::Ask);
            }
        });
        opened.set_onmessage(Some(knock.as_ref().unchecked_ref()));
        knock.forget();
        *source = Some(opened);
    }

    /// Closes it: a page that nobody sees needs no knock.
    pub(crate) fn close(&self) {
        if let Some(source) = self.source.borrow_mut().take() {
            source.close();
        }
    }

    /// Whether the server can knock now.
    pub(crate) fn stands_open(&self) -> bool {
        let source = self.source.borrow();
        source.as_ref().is_some_and(|open| open.ready_state() == EventSource::OPEN)
    }

    /// Waits for what else is brought, if anything was: with each taking in all that is on the screen is looked at anew,
    /// and where a whole district lies that takes a while. A village's phone does not notice.
    pub(crate) async fn gather(&self, desk: Desk) {
        let brought = self.brought.take();
        if !brought.is_empty() {
            let held = desk.replica.with_untracked(|replica| replica.view().len());
            self.brought.set(brought);
            clock::rest(i32::try_from(held / HELD).unwrap_or(LONGEST).min(LONGEST)).await;
        }
    }

    /// Takes in what was brought, if anything was, and looks at the screen once; why to ask the server all the same, if
    /// it could not be taken in.
    pub(crate) async fn take_in(&self, desk: Desk) -> Rung {
        let (mut why, mut touched) = (Rung::Nobody, None);
        for (through, text) in self.brought.take() {
            let steps = read(&text).unwrap_or_default();
            let writes = desk
                .replica
                .with_untracked(|replica| replica.hear_steps(&through, &steps, clock::now()));
            let taken = match writes {
                Some(writes) => match desk.keep_unseen(writes).await {
                    Ok(None) => true,
                    Ok(Some(more)) => {
                        touched.get_or_insert_with(Ids::new).extend(more);
                        true
                    }
                    Err(_) => false,
                },
                None => !unread(desk, steps.iter().map(|step| (step.scope, step.ver))),
            };
            let heard = taken && !steps.is_empty();
            why = why.max(if heard { Rung::Here } else { Rung::Ask });
        }
        desk.show(touched);
        why
    }
}

fn read(text: &str) -> Option<Vec<Step>> {
    let bytes = window().atob(text).ok()?;
    // the browser gives a letter for each byte
    let bytes: Vec<u8> = bytes.chars().map(|byte| u32::from(byte).to_le_bytes()[0]).collect();
    form::parse(&Short::new().read(&bytes)?).ok()
}

/// Whether some scope is ahead of what the phone has read.
fn unread(desk: Desk, mut news: impl Iterator<Item = (Scope, u64)>) -> bool {
    desk.replica.with_untracked(|replica| {
        let read = |scope| replica.cursors().get(&scope).copied().unwrap_or_default();
        news.any(|(scope, ver)| read(scope) < Cursor::whole(ver))
    })
}
