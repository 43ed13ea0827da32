//! Passkeys, as the browser has them: `navigator.credentials`, spoken to by name, since older browsers have none of it.

use domain::{Form, Id};
use js_sys::{Array, Function, JSON, Object, Promise, Reflect, Uint8Array};
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

/// Has the device make a key; nothing when somebody changed their mind.
pub(crate) async fn make(ask: &Ask) -> Option<Made> {
    let person = ask.person?;
    let name = ask.name.clone().unwrap_or_default();
    let user = object(&[
        ("id", Uint8Array::from(&person.as_bytes()[..]).into()),
        ("name", name.as_str().into()),
        ("displayName", name.as_str().into()),
    ])?;
    let site = object(&[("id", ask.host.as_str().into()), ("name", "板凳会".into())])?;
    let rules = JSON::parse(
        r#"{"pubKeyCredParams":[{"type":"public-key","alg":-7}],"attestation":"none","timeout":300000,
            "authenticatorSelection":{"residentKey":"required","requireResidentKey":true,"userVerification":"required"}}"#,
    );
    let known = Array::new();
    for id in &ask.known {
        known.push(&object(&[("type", "public-key".into()), ("id", bytes(id)?.into())])?.into());
    }
    let rules: Object = rules.ok()?.unchecked_into();
    put(&rules, "challenge", &bytes(&ask.challenge)?.into())?;
    put(&rules, "rp", &site.into())?;
    put(&rules, "user", &user.into())?;
    put(&rules, "excludeCredentials", &known.into())?;
    let answer = get(&credential("create", &rules).await?, "response")?;
    let tell: Function = get(&answer, "getAuthenticatorData")?.dyn_into().ok()?;
    let device = tell.call0(&answer).ok()?;
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
    fields.iter().try_for_each(|(name, value)| put(&object, name, value)).map(|()| object)
}

fn put(object: &Object, name: &str, value: &JsValue) -> Option<()> {
    Reflect::set(object, &name.into(), value).ok().map(|_| ())
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

/// Bytes as they go in JSON.
fn text(bytes: &JsValue) -> String {
    let bytes = Uint8Array::new(bytes).to_vec();
    let letters: String = bytes.into_iter().map(char::from).collect();
    let text = window().btoa(&letters).unwrap_or_default();
    text.replace('+', "-").replace('/', "_").trim_end_matches('=').to_owned()
}
