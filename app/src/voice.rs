//! A recording by the phone's microphone: small enough to go over a thin line, two minutes at most.

use std::rc::Rc;

use domain::{Id, Millis, SessionAct, small::PICTURE};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use sha2::{Digest, Sha256};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

use crate::{clock, prelude::*, replica::StoreError};

/// The longest recording, in milliseconds.
pub(crate) const LONGEST: i32 = 120_000;
/// Speech is understood at this rate, and two minutes of it are 360 KB.
const BITS: u32 = 24_000;
/// What browsers record, the smaller first, with the plain name of it.
const TYPES: [(&str, &str); 3] = [
    ("audio/webm;codecs=opus", "audio/webm"),
    ("audio/ogg;codecs=opus", "audio/ogg"),
    ("audio/mp4", "audio/mp4"),
];

/// A recording that was made here: what names its bytes, how many there are, how long it lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Voice {
    pub(crate) id: Id,
    sha256: String,
    bytes: u32,
    mime: &'static str,
    pub(crate) lasts: Millis,
}

/// Why there is no recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoVoice {
    /// This phone has no microphone, or its browser cannot record.
    #[error("there is no microphone")]
    NoMicrophone,
    /// Somebody said no.
    #[error("the microphone was refused")]
    Refused,
    /// The browser broke off.
    #[error("nothing was recorded")]
    Nothing,
    /// The phone's store said no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Voice {
    /// Laying it beside a record of a session.
    pub(crate) fn enclose(&self, about: Id) -> SessionAct {
        let (sha256, mime) = (self.sha256.clone(), self.mime.to_owned());
        let lasts = u32::try_from(self.lasts).unwrap_or(0);
        SessionAct::Enclose { about, sha256, bytes: self.bytes, mime, lasts }
    }
}

/// A recording that runs.
pub(crate) struct Recording {
    recorder: JsValue,
    stream: JsValue,
    pieces: Array,
    mime: &'static str,
    began: Millis,
    _hears: Closure<dyn Fn(JsValue)>,
}

/// Asks for the microphone and begins.
///
/// # Errors
/// When there is none, or it was refused.
pub(crate) async fn begin() -> Result<Rc<Recording>, NoVoice> {
    let devices = Reflect::get(&window().navigator(), &"mediaDevices".into());
    let devices = devices.ok().filter(JsValue::is_object).ok_or(NoVoice::NoMicrophone)?;
    let maker = Reflect::get(&window(), &"MediaRecorder".into());
    let maker: Function =
        maker.ok().and_then(|maker| maker.dyn_into().ok()).ok_or(NoVoice::NoMicrophone)?;
    let knows = |(full, _): &&(&str, &str)| {
        call(&maker, "isTypeSupported", &(*full).into()).is_ok_and(|known| known.is_truthy())
    };
    let (full, mime) = *TYPES.iter().find(knows).ok_or(NoVoice::NoMicrophone)?;
    let wanted = js_sys::JSON::parse(r#"{"audio":{"channelCount":1,"noiseSuppression":true}}"#);
    let wanted = wanted.map_err(|_| NoVoice::Nothing)?;
    let asked = call(&devices, "getUserMedia", &wanted).map_err(|why| refused(&why))?;
    let stream = JsFuture::from(Promise::resolve(&asked)).await.map_err(|why| refused(&why))?;
    record(&maker, stream, (full, mime)).map_err(|_| NoVoice::Nothing).map(Rc::new)
}

fn record(
    maker: &Function,
    stream: JsValue,
    (full, mime): (&str, &'static str),
) -> Result<Recording, JsValue> {
    let how = js_sys::Object::new();
    Reflect::set(&how, &"mimeType".into(), &full.into())?;
    Reflect::set(&how, &"audioBitsPerSecond".into(), &BITS.into())?;
    let recorder = Reflect::construct(maker, &Array::of2(&stream, &how))?;
    let pieces = Array::new();
    let kept = pieces.clone();
    let hears = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        if let Ok(piece) = Reflect::get(&event, &"data".into()) {
            kept.push(&piece);
        }
    });
    Reflect::set(&recorder, &"ondataavailable".into(), hears.as_ref())?;
    call(&recorder, "start", &JsValue::UNDEFINED)?;
    Ok(Recording { recorder, stream, pieces, mime, began: clock::now(), _hears: hears })
}

/// Whether somebody said no, or there is nothing to say no to.
fn refused(why: &JsValue) -> NoVoice {
    let name = Reflect::get(why, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => NoVoice::Refused,
        _ => NoVoice::NoMicrophone,
    }
}

impl Recording {
    /// How long it has run.
    pub(crate) fn lasts(&self) -> Millis {
        clock::now() - self.began
    }

    /// Ends it and throws it away.
    pub(crate) fn drop_it(&self) {
        let ended = call(&self.recorder, "stop", &JsValue::UNDEFINED).and_then(|_| self.let_go());
        if let Err(why) = ended {
            leptos::logging::warn!("the microphone may still be on: {why:?}");
        }
    }

    /// Ends it; gives the bytes, and what names them.
    ///
    /// # Errors
    /// When the browser has nothing to give.
    pub(crate) async fn end(&self) -> Result<(Voice, Uint8Array), NoVoice> {
        let lasts = self.lasts();
        let bytes = self.bytes().await.map_err(|_| NoVoice::Nothing)?;
        let count = u32::try_from(bytes.len()).ok().filter(|count| (1..=PICTURE).contains(count));
        let count = count.ok_or(NoVoice::Nothing)?;
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let voice = Voice { id: clock::fresh(), sha256, bytes: count, mime: self.mime, lasts };
        Ok((voice, Uint8Array::from(bytes.as_slice())))
    }

    async fn bytes(&self) -> Result<Vec<u8>, JsValue> {
        let mut asked = Ok(JsValue::UNDEFINED);
        let over = Promise::new(&mut |resolve, _| {
            asked = Reflect::set(&self.recorder, &"onstop".into(), &resolve)
                .and_then(|_| call(&self.recorder, "stop", &JsValue::UNDEFINED));
        });
        asked?;
        JsFuture::from(over).await?;
        self.let_go()?;
        let blob = Blob::new_with_blob_sequence(&self.pieces)?;
        // `Blob` itself gives its bytes only in newer browsers
        let bytes = Response::new_with_opt_blob(Some(&blob))?.array_buffer()?;
        Ok(Uint8Array::new(&JsFuture::from(bytes).await?).to_vec())
    }

    /// The lamp beside the microphone goes out.
    fn let_go(&self) -> Result<(), JsValue> {
        for track in Array::from(&call(&self.stream, "getTracks", &JsValue::UNDEFINED)?) {
            call(&track, "stop", &JsValue::UNDEFINED)?;
        }
        Ok(())
    }
}

fn call(of: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    method.call1(of, with)
}

/// An address for the bytes of a recording, until it is given back.
pub(crate) fn address(bytes: &Uint8Array, mime: &str) -> Option<String> {
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &kind).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}
