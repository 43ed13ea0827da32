//! Passkeys, as the browser has them: `navigator.credentials`, spoken to by name, since older browsers have none of it.

use domain::{Form, Id};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::prelude::*;

/// What the server asks a device to sign.
#[derive(Clone, Form)]
pub(crate) struct Ask {
    challenge: String,
    host: String,
    #[form(sparse)]
    person: Option<Id>,
    #[form(sparse)]
    name: Option<String>,
    #[form(sparse)]
    known: Vec<String>,
}

/// A new key, for the server.
#[derive(Form)]
pub(crate) struct Made {
    client: String,
    device: String,
}

/// What a device has signed.
#[derive(Form)]
pub(crate) struct Signed {
    id: String,
    client: String,
    device: String,
    signature: String,
}

/// Whether this browser has passkeys, and tells what a new one says of itself.
pub(crate) fn there() -> bool {
    let made = Reflect::get(&window(), &"AuthenticatorAttestationResponse".into());
    let made = made.and_then(|made| Reflect::get(&made, &"prototype".into()));
    let tells = made.and_then(|made| Reflect::has(&made, &"getAuthenticatorData".into()));
    tells == Ok(true) && Reflect::has(&window().navigator(), &"credentials".into()) == Ok(true)
}

/// Has the device make a key, which it shows under the app's name; nothing when somebody changed their mind.
pub(crate) async fn make(ask: &Ask, app: &str) -> Option<Made> {
    let person = ask.person?;
    let name = ask.name.clone().unwrap_or_default();
    let user = object(&[
        ("id", Uint8Array::from(&person.as_bytes()[..]).into()),
        ("name", name.as_str().into()),
        ("displayName", name.as_str().into()),
    ])?;
    let site = object(&[("id", ask.host.as_str().into()), ("name", app.into())])?;
    let kind = || JsValue::from_str("public-key");
    let wanted = object(&[
        ("residentKey", "required".into()),
        ("requireResidentKey", true.into()),
        ("userVerification", "required".into()),
    ])?;
    // ES256, which every device has
    let sort = object(&[("type", kind()), ("alg", (-7).into())])?;
    let known = Array::new();
    for id in &ask.known {
        known.push(&object(&[("type", kind()), ("id", bytes(id)?.into())])?.into());
    }
    let rules = object(&[
        ("challenge", bytes(&ask.challenge)?.into()),
        ("rp", site.into()),
        ("user", user.into()),
        ("pubKeyCredParams", Array::of1(&sort).into()),
        ("authenticatorSelection", wanted.into()),
        ("excludeCredentials", known.into()),
        ("attestation", "none".into()),
        ("timeout", 300_000.into()),
    ])?;
    let answer = get(&credential("create", &rules).await?, "response")?;
    let tell: Function = get(&answer, "getAuthenticatorData")?.dyn_into().ok()?;
    let device = tell.call1(&answer, &JsValue::UNDEFINED).ok()?;
    Some(Made { client: text(&get(&answer, "clientDataJSON")?), device: text(&device) })
}

/// Has the device sign with a key of this site; nothing when somebody changed their mind.
pub(crate) async fn sign(ask: &Ask) -> Option<Signed> {
    let rules = object(&[
        ("challenge", bytes(&ask.challenge)?.into()),
        ("rpId", ask.host.as_str().into()),
        ("userVerification", "required".into()),
        ("timeout", 300_000.into()),
    ])?;
    let key = credential("get", &rules).await?;
    let answer = get(&key, "response")?;
    Some(Signed {
        id: text(&get(&key, "rawId")?),
        client: text(&get(&answer, "clientDataJSON")?),
        device: text(&get(&answer, "authenticatorData")?),
        signature: text(&get(&answer, "signature")?),
    })
}

async fn credential(deed: &str, rules: &Object) -> Option<JsValue> {
    let keys = get(&window().navigator(), "credentials")?;
    let deed: Function = get(&keys, deed)?.dyn_into().ok()?;
    let asked = object(&[("publicKey", rules.clone().into())])?;
    let heard: Promise = deed.call1(&keys, &asked).ok()?.dyn_into().ok()?;
    let key = JsFuture::from(heard).await;
    key.inspect_err(|why| leptos::logging::log!("no passkey: {why:?}"))
        .ok()
        .filter(|key| !key.is_null())
}

fn object(fields: &[(&str, JsValue)]) -> Option<Object> {
    let object = Object::new();
    let put = |(name, value): &(&str, JsValue)| Reflect::set(&object, &(*name).into(), value);
    fields.iter().all(|field| put(field).is_ok()).then_some(object)
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

/// Bytes as they come in JSON.
fn bytes(text: &str) -> Option<Uint8Array> {
    let plain = text.replace('-', "+").replace('_', "/");
    let read = window().atob(&plain).ok()?;
    // each letter is one byte
    let bytes: Vec<u8> =
        read.chars().filter_map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
    Some(Uint8Array::from(&bytes[..]))
}

/// Bytes as they go in JSON: base64 for addresses, without padding.
fn text(bytes: &JsValue) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bytes = Uint8Array::new(bytes).to_vec();
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let at = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..=three.len() {
            let letter = bits >> (18 - 6 * place) & 63;
            text.push(char::from(LETTERS[letter as usize]));
        }
    }
    text
}
