//! Something to wait for: a while, or until somebody rings.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Rung when there is something to send, to fetch, or a network again.
#[derive(Default)]
pub(crate) struct Bell {
    rung: Cell<bool>,
    waiting: RefCell<Option<Function>>,
}

impl Bell {
    /// Rings; whoever waits wakes up, and whoever comes next does not wait.
    pub(crate) fn ring(&self) {
        self.rung.set(true);
        if let Some(wake) = self.waiting.borrow_mut().take()
            && wake.call0(&JsValue::NULL).is_err()
        {
            leptos::logging::warn!("the bell was not heard");
        }
    }

    /// Waits until somebody rings, but no longer than so many milliseconds; whether somebody did.
    pub(crate) async fn wait(&self, millis: i32) -> bool {
        if !self.rung.get() {
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
        self.rung.replace(false)
    }
}
