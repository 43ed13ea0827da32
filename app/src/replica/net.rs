//! Talks to the server: one request, one answer, as told. What is not the server's answer is never believed.

use domain::{Form, form};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestInit, Response};

use super::press;
use crate::prelude::*;

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
    let init = RequestInit::new();
    init.set_method(method);
    let headers = Headers::new().map_err(|_| NetError::Silent)?;
    let lang = crate::look::Look::restore().with_untracked(crate::look::Look::language);
    set(&headers, "accept-language", lang.tag())?;
    if let Some(body) = body {
        set(&headers, "content-type", "application/json")?;
        let pressed = if body.len() < WORTH_IT { None } else { press(&body).await };
        match pressed {
            Some(pressed) => {
                set(&headers, "content-encoding", "gzip")?;
                init.set_body(&pressed);
            }
            None => init.set_body(&JsValue::from_str(&body)),
        }
    }
    init.set_headers(&headers);
    let patience = AbortController::new().map_err(|_| NetError::Silent)?;
    init.set_signal(Some(&patience.signal()));
    let stop = set_timeout_with_handle(
        move || patience.abort(),
        std::time::Duration::from_millis(PATIENCE.unsigned_abs().into()),
    );
    let answer = hear(path, &init).await;
    if let Ok(stop) = stop {
        stop.clear();
    }
    answer
}

async fn hear(path: &str, init: &RequestInit) -> Result<String, NetError> {
    let asked = window().fetch_with_str_and_init(path, init);
    let response = JsFuture::from(asked).await.map_err(|_| NetError::Silent)?;
    let response: Response = response.dyn_into().map_err(|_| NetError::Silent)?;
    let header = |name| response.headers().get(name).ok().flatten().unwrap_or_default();
    let json = header("content-type").starts_with("application/json");
    let later = header("retry-after").parse().unwrap_or(0);
    let text = response.text().map_err(|_| NetError::Silent)?;
    let text = JsFuture::from(text).await.map_err(|_| NetError::Silent)?;
    let text = text.as_string().unwrap_or_default();
    match response.status() {
        // a gate in front of the server says these in words of its own, and they mean the same
        413 => Err(NetError::TooLarge),
        429 | 503 => Err(NetError::Later(later)),
        _ if !json && response.status() < 500 => Err(NetError::Portal),
        200..=299 => Ok(text),
        401 => Err(NetError::SignedOut),
        400..=499 => Err(refused(&text)),
        _ => Err(NetError::Server),
    }
}

/// What an error answer means: only "malformed" speaks of what was sent, all else of the door it was sent to.
fn refused(text: &str) -> NetError {
    match form::parse::<domain::sync::Unheard>(text) {
        Ok(told) if told.code == "malformed" => NetError::Unreadable(told.words),
        Ok(told) => NetError::Refused(told.words),
        Err(_) => NetError::Refused(crate::look::words().trouble.unreadable.to_owned()),
    }
}

fn set(headers: &Headers, name: &str, value: &str) -> Result<(), NetError> {
    headers.set(name, value).map_err(|_| NetError::Silent)
}
