//! Talks to the server: one request, one answer, as told. What is not the server's answer is never believed.

use domain::{Form, form};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestInit, Response};

use super::press;
use crate::{look::Look, prelude::*};

/// How long an answer may take, in milliseconds: 2G is slow, but a dead connection must not hold the queue.
const PATIENCE: i32 = 60_000;
/// Bodies larger than this are compressed, in bytes; below, it costs more than it saves.
const WORTH_IT: usize = 1024;

/// Why there is no answer. What was to be sent is still in the outbox.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NetError {
    /// No signal, or no answer in time.
    #[error("no answer")]
    Silent,
    /// Something answered that is not the server.
    #[error("not the server's answer")]
    Portal,
    /// Not signed in, or not any more.
    #[error("signed out")]
    SignedOut,
    /// Come back later, not before so many seconds.
    #[error("come back in {0} s")]
    Later(u32),
    /// Too much at once.
    #[error("too large")]
    TooLarge,
    /// The server could not read it.
    #[error("{0}")]
    Unreadable(String),
    /// The server understood and says no, in words for the person.
    #[error("{0}")]
    Refused(String),
    /// The server is in trouble.
    #[error("the server is in trouble")]
    Server,
}

/// The way to the server.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Net;

impl Net {
    /// Sends a message and reads the answer.
    pub(crate) async fn ask<T: Form>(path: &str, body: &impl Form) -> Result<T, NetError> {
        let text = exchange("POST", path, Some(form::text(body))).await?;
        form::parse(&text).map_err(|_| NetError::Portal)
    }

    /// Reads something.
    pub(crate) async fn read<T: Form>(path: &str) -> Result<T, NetError> {
        let text = exchange("GET", path, None).await?;
        form::parse(&text).map_err(|_| NetError::Portal)
    }

    /// Whether the phone itself says that there is no network. Only a hint: it is often wrong.
    pub(crate) fn unplugged() -> bool {
        !window().navigator().on_line()
    }
}

async fn exchange(method: &str, path: &str, body: Option<String>) -> Result<String, NetError> {
    let init = asked(method)?;
    if let Some(body) = body {
        set(&init, "content-type", "application/json")?;
        let pressed = if body.len() < WORTH_IT { None } else { press(&body).await };
        match pressed {
            Some(pressed) => {
                set(&init, "content-encoding", "gzip")?;
                init.set_body(&pressed);
            }
            None => init.set_body(&JsValue::from_str(&body)),
        }
    }
    let response = fetched(path, &init, PATIENCE).await?;
    let text = text(&response).await?;
    let json = header(&response, "content-type").starts_with("application/json");
    judged(&response, json, &text)?;
    Ok(text)
}

/// A request, in the reader's language.
pub(super) fn asked(method: &str) -> Result<RequestInit, NetError> {
    let init = RequestInit::new();
    init.set_method(method);
    let headers = Headers::new().map_err(|_| NetError::Silent)?;
    init.set_headers(&headers);
    set(&init, "accept-language", language().tag())?;
    Ok(init)
}

/// Sends a request, and waits so many milliseconds for the answer to begin and to end.
pub(super) async fn fetched(
    path: &str,
    init: &RequestInit,
    patience: i32,
) -> Result<Response, NetError> {
    let control = AbortController::new().map_err(|_| NetError::Silent)?;
    init.set_signal(Some(&control.signal()));
    set_timeout(
        move || control.abort(),
        std::time::Duration::from_millis(patience.unsigned_abs().into()),
    );
    let asked = window().fetch_with_str_and_init(path, init);
    let response = JsFuture::from(asked).await.map_err(|_| NetError::Silent)?;
    response.dyn_into().map_err(|_| NetError::Silent)
}

/// What an answer says by its status; `ours` when it can only come from the server.
pub(super) fn judged(response: &Response, ours: bool, text: &str) -> Result<(), NetError> {
    match response.status() {
        // a gate in front of the server says these in words of its own, and they mean the same
        413 => Err(NetError::TooLarge),
        429 | 503 => Err(NetError::Later(header(response, "retry-after").parse().unwrap_or(0))),
        status if !ours && status < 500 => Err(NetError::Portal),
        200..=299 => Ok(()),
        401 => Err(NetError::SignedOut),
        400..=499 => Err(refused(text)),
        _ => Err(NetError::Server),
    }
}

/// A header of an answer, empty if it is not there.
pub(super) fn header(response: &Response, name: &str) -> String {
    response.headers().get(name).ok().flatten().unwrap_or_default()
}

/// The words of an answer.
pub(super) async fn text(response: &Response) -> Result<String, NetError> {
    let text = response.text().map_err(|_| NetError::Silent)?;
    let text = JsFuture::from(text).await.map_err(|_| NetError::Silent)?;
    Ok(text.as_string().unwrap_or_default())
}

/// What an error answer means: only "malformed" speaks of what was sent, all else of the door it was sent to.
fn refused(text: &str) -> NetError {
    match form::parse::<domain::sync::Unheard>(text) {
        Ok(told) if told.code == "malformed" => NetError::Unreadable(told.words),
        Ok(told) => NetError::Refused(told.words),
        Err(_) => NetError::Refused(language().words().trouble.unreadable.to_owned()),
    }
}

/// The reader's language. A request has no part of the page around it that would know.
fn language() -> words::Lang {
    Look::restore().with_untracked(Look::language)
}

/// Sets a header of a request.
pub(super) fn set(init: &RequestInit, name: &str, value: &str) -> Result<(), NetError> {
    let headers: Headers = init.get_headers().unchecked_into();
    headers.set(name, value).map_err(|_| NetError::Silent)
}
