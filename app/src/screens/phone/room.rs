//! How much room the phone has, and whether the browser promises to keep what is stored.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

use crate::{look::words, prelude::*, shelf};

/// The browser's answer to the one question asked without a tap.
const ASKED: &str = "bandeng.persist";

/// After the first save: asks the browser to keep what is stored. Asked once, the answer is remembered.
pub(crate) async fn ask_once() {
    if shelf::phone::read::<bool>(ASKED).is_none() {
        ask().await;
    }
}

/// Asks the browser to keep what is stored; true when it promises.
pub(crate) async fn ask() -> bool {
    let kept = yes(manager().and_then(|manager| manager.persist().ok())).await;
    shelf::phone::write(ASKED, &kept);
    kept
}

/// Whether it promised before.
pub(crate) async fn promised() -> bool {
    yes(manager().and_then(|manager| manager.persisted().ok())).await
}

async fn yes(asked: Option<Promise>) -> bool {
    match asked {
        Some(asked) => JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy()),
        None => false,
    }
}

/// Bytes used and free; nothing where the browser does not say.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bytes are whole and not negative"
)]
pub(crate) async fn room() -> Option<(u64, u64)> {
    let told = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    let told: StorageEstimate = told.unchecked_into();
    let (used, quota) = (told.get_usage()? as u64, told.get_quota()? as u64);
    Some((used, quota.saturating_sub(used)))
}

/// Not there outside https and localhost.
fn manager() -> Option<StorageManager> {
    let manager =
        js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("storage")).ok()?;
    manager.is_object().then(|| manager.unchecked_into())
}

/// One quiet line: how much is used and free.
#[component]
pub(crate) fn Room() -> AnyView {
    let w = words();
    let said = RwSignal::new(String::new());
    leptos::task::spawn_local(async move {
        if let Some((used, free)) = room().await {
            said.set((w.me().room)(used, free));
        }
    });
    view! { <p class="xs dim">{move || said.get()}</p> }
}
