//! Reads square codes with the camera, where the browser can.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::says;
use crate::{clock, parts::Icon, prelude::*};

const READER: &str = "BarcodeDetector";

/// A button that opens the camera, and gives each text that it reads to `take`; a sentence where there is no way.
#[component]
pub(super) fn Camera(take: Callback<String>) -> AnyView {
    let w = says();
    if !Reflect::has(&window(), &READER.into()).unwrap_or(false) {
        return view! { <p class="sm dim">{w.no_scan}</p> }.into_any();
    }
    let open = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let eye = move || open.get().then(|| view! { <Eye take=take open=open failed=failed /> });
    let tap = move |_| {
        failed.set(false);
        open.update(|open| *open = !*open);
    };
    view! {
        <button class="btn" aria-expanded=move || open.get().to_string() on:click=tap>
            <Icon name="cam" />{move || if open.get() { w.stop } else { w.scan }}
        </button>
        {eye}
        <p class="sm" role="alert">{move || failed.get().then_some(w.no_camera)}</p>
    }
    .into_any()
}

/// What the camera sees, as long as it is open.
#[component]
fn Eye(take: Callback<String>, open: RwSignal<bool>, failed: RwSignal<bool>) -> AnyView {
    let place = Place::<web_sys::HtmlElement>::new();
    let begun = StoredValue::new(false);
    Effect::new(move |_| {
        let Some(video) = place.get() else { return };
        if begun.get_value() {
            return;
        }
        begun.set_value(true);
        leptos::task::spawn_local(async move {
            if watch(&video, take).await.is_err() {
                failed.set(true);
                open.set(false);
            }
        });
    });
    view! { <div class="frames"><video node_ref=place playsinline="" muted=""></video></div> }
}

/// Looks through the camera until the picture is taken off the page.
async fn watch(video: &JsValue, take: Callback<String>) -> Result<(), JsValue> {
    let element: &web_sys::Element = video.unchecked_ref();
    let devices = Reflect::get(&window().navigator(), &"mediaDevices".into())?;
    let back = js_sys::JSON::parse(r#"{"video":{"facingMode":"environment"}}"#)?;
    let stream = asked(&devices, "getUserMedia", &back).await?;
    let seen = look(video, element, &stream, take).await;
    // the lamp beside the camera goes out, however it ended
    for track in Array::from(&call(&stream, "getTracks", &JsValue::UNDEFINED)?) {
        call(&track, "stop", &JsValue::UNDEFINED)?;
    }
    seen
}

async fn look(
    video: &JsValue,
    element: &web_sys::Element,
    stream: &JsValue,
    take: Callback<String>,
) -> Result<(), JsValue> {
    Reflect::set(video, &"srcObject".into(), stream)?;
    asked(video, "play", &JsValue::UNDEFINED).await?;
    let reader: Function = Reflect::get(&window(), &READER.into())?.dyn_into()?;
    let kind = js_sys::JSON::parse(r#"{"formats":["qr_code"]}"#)?;
    let reader = Reflect::construct(&reader, &Array::of1(&kind))?;
    while element.is_connected() {
        // a frame that cannot be read is nothing: the next one comes
        if let Ok(found) = asked(&reader, "detect", video).await {
            for code in Array::from(&found) {
                if let Some(text) = Reflect::get(&code, &"rawValue".into())?.as_string() {
                    take.run(text);
                }
            }
        }
        clock::rest(120).await;
    }
    Ok(())
}

fn call(of: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    method.call1(of, with)
}

async fn asked(of: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&call(of, name, with)?)).await
}
