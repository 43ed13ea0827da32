//! Something to wait for: a while, or until somebody rings.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Why it rang.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rung {
    /// Nobody rang; the time is over.
    #[default]
    Nobody,
    /// There is something to do here: words to send, or news that was brought to the door.
    Here,
    /// There is a reason to ask the server.
    Ask,
}

/// Rung when there is something to send, to fetch, or a network again.
#[derive(Default)]
pub(crate) struct Bell {
    rung: Cell<Rung>,
    waiting: RefCell<Option<Function>>,
}

impl Bell {
    /// Rings; whoever waits wakes up, and whoever comes next does not wait.
    pub(crate) fn ring(&self, why: Rung) {
        self.rung.set(self.rung.get().max(why));
        if let Some(wake) = self.waiting.borrow_mut().take()
            && wake.call0(&JsValue::NULL).is_err()
        {
            leptos::logging::warn!("the bell was not heard");
        }
    }

    /// Why it has rung meanwhile, for whoever did not wait at it.
    pub(crate) fn take(&self) -> Rung {
        self.rung.take()
    }

    /// Waits until somebody rings, but no longer than so many milliseconds; and tells why.
    pub(crate) async fn wait(&self, millis: i32) -> Rung {
        if self.rung.get() == Rung::Nobody {
            let promise = Promise::new(&mut |resolve, _| {
                let set = window()
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
                if set.is_err() {
                    leptos::logging::warn!("no timer could be set");
                }
                *self.waiting.borrow_mut() = Some(resolve);
            });
            if JsFuture::from(promise).await.is_err() {
                leptos::logging::warn!("a timer was broken off");
            }
        }
        self.waiting.borrow_mut().take();
        self.rung.take()
    }
}
