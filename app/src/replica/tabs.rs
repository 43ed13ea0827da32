//! Several tabs over one store: one of them talks to the server, and each tells the others what it wrote.
//!
//! Neither is needed for correctness: a step on top of unread steps is turned away by the store, and two that
//! sync at once are sorted out by the server.

use std::{cell::Cell, rc::Rc};

use domain::{Id, form, sync::Writes};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::prelude::*;

/// The other tabs of the same person.
pub(crate) struct Tabs {
    channel: Option<BroadcastChannel>,
    leader: Rc<Cell<bool>>,
}

impl Tabs {
    /// Joins the tabs of a person. `lead` is called when this tab becomes the one that talks to the server.
    pub(crate) fn join(person: Id, lead: impl Fn() + 'static) -> Self {
        let leader = Rc::new(Cell::new(false));
        let name = format!("bandeng:{person}");
        let mine = leader.clone();
        let lead = move || {
            mine.set(true);
            lead();
        };
        wait_for_lock(&name, lead);
        Self { channel: BroadcastChannel::new(&name).ok(), leader }
    }

    /// Whether this tab talks to the server.
    pub(crate) fn leads(&self) -> bool {
        self.leader.get()
    }

    /// Tells the others of a step. Should it not arrive, they find out when they next write or come to the front.
    pub(crate) fn tell(&self, writes: &Writes) {
        let Some(channel) = &self.channel else { return };
        if channel.post_message(&JsValue::from_str(&form::text(writes))).is_err() {
            leptos::logging::warn!("the other tabs could not be told");
        }
    }

    /// Hears what the others tell.
    pub(crate) fn listen(&self, heard: impl Fn(Writes) + 'static) {
        let Some(channel) = &self.channel else { return };
        let hear = Closure::<dyn Fn(_)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            if let Ok(told) = form::parse(&text) {
                heard(told);
            }
        });
        channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        hear.forget();
    }
}

/// Waits for the lock that one tab holds until it is closed. Browsers without locks let every tab lead.
fn wait_for_lock(name: &str, lead: impl Fn() + 'static) {
    let lead = Rc::new(lead);
    let held = lead.clone();
    let hold = Closure::<dyn Fn() -> Promise>::new(move || {
        held();
        // held for as long as the tab lives
        Promise::new(&mut |_, _| {})
    });
    let asked = Reflect::get(&window().navigator(), &"locks".into()).and_then(|locks| {
        let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
        request.call2(&locks, &JsValue::from_str(name), hold.as_ref())
    });
    hold.forget();
    if asked.is_err() {
        lead();
    }
}
