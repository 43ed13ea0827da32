//! Handing a text or a file on: copied, shared through the phone's own sheet, or downloaded.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::install::copy_text;
use crate::{look::words, parts::Icon, prelude::*};

/// Buttons that copy a text and, where the phone can, share it.
#[component]
pub(crate) fn HandOut(
    /// The text, as it is when a button is tapped.
    text: Signal<String>,
) -> AnyView {
    let w = words();
    let copied = RwSignal::new(None);
    let copy = move |_| {
        let text = text.get_untracked();
        leptos::task::spawn_local(async move { copied.set(Some(copy_text(&text).await)) });
    };
    let pass = move |_| share(&text.get_untracked());
    let said = move || copied.get().map(|done| w.common.copied[usize::from(!done)]);
    view! {
        <div class="btns">
            <button type="button" class="btn" on:click=copy><Icon name="doc" />{w.common.copy}</button>
            {can_share().then(|| view! {
                <button type="button" class="btn" on:click=pass><Icon name="out" />{w.common.share}</button>
            })}
        </div>
        <p class="sm" role="status">{said}</p>
    }
}

/// Whether the phone has a sheet of apps to share through.
fn can_share() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

fn share(text: &str) {
    let what = js_sys::Object::new();
    let asked = Reflect::set(&what, &"text".into(), &text.into()).and_then(|_| {
        let navigator = window().navigator();
        let share: Function = Reflect::get(&navigator, &"share".into())?.dyn_into()?;
        share.call1(&navigator, &what)?.dyn_into::<js_sys::Promise>()
    });
    match asked {
        // whoever changes their mind in the sheet of apps has done nothing wrong
        Ok(heard) => leptos::task::spawn_local(async move {
            if let Err(why) = JsFuture::from(heard).await {
                leptos::logging::log!("not shared: {why:?}");
            }
        }),
        Err(why) => leptos::logging::warn!("could not be shared: {why:?}"),
    }
}

/// Makes a file and hands it to the browser.
///
/// # Errors
/// When the browser does not let us.
pub(crate) fn download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&text.into());
    let sort = web_sys::BlobPropertyBag::new();
    sort.set_type(mime);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &sort)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // some browsers fetch it only after the click has been handled
    set_timeout(
        move || drop(web_sys::Url::revoke_object_url(&address)),
        std::time::Duration::from_secs(60),
    );
    Ok(())
}
