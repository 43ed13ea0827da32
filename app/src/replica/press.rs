//! Gzip by the browser, where it can.

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

use crate::prelude::*;

/// A text pressed; none where the browser cannot.
pub(crate) async fn press(text: &str) -> Option<Uint8Array> {
    let plain = Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into()));
    through("CompressionStream", &plain.ok()?).await
}

/// A pressed text again; none where the browser cannot, or it is none.
pub(crate) async fn unpress(pressed: &[u8]) -> Option<String> {
    let bytes = js_sys::Array::of1(&Uint8Array::from(pressed));
    let pressed = Blob::new_with_u8_array_sequence(&bytes);
    let bytes = through("DecompressionStream", &pressed.ok()?).await?;
    String::from_utf8(bytes.to_vec()).ok()
}

async fn through(name: &str, what: &Blob) -> Option<Uint8Array> {
    // web-sys keeps it behind an unstable flag
    let made: Function = Reflect::get(&window(), &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    let made = Reflect::construct(&made, &js_sys::Array::of1(&"gzip".into())).ok()?;
    let pair: web_sys::ReadableWritablePair = made.unchecked_into();
    let out =
        Response::new_with_opt_readable_stream(Some(&what.stream().pipe_through(&pair))).ok()?;
    let buffer = JsFuture::from(out.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer))
}
