//! Talks to the server: one request, one answer, as told. What is not the server's answer is never believed.

use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

use domain::{
    Form,
    form::{
        self,
        short::{KIND, SMALL, Short},
    },
};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestInit, Response};

use super::press;
use crate::{look::Look, prelude::*, session};

/// How long an answer may take, in milliseconds: 2G is slow, but a dead connection must not hold the queue.
const PATIENCE: i32 = 60_000;

/// Whether what is small goes in short.
static SHORTLY: AtomicU8 = AtomicU8::new(YES);
const YES: u8 = 0;
/// The last one was not answered: it may be somebody on the way who does not let it pass.
const NOT_NOW: u8 = 1;
/// Whoever answers does not read it.
const NEVER: u8 = 2;

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
        let text = ask(path, form::text(body)).await?;
        form::parse(&text).map_err(|_| NetError::Portal)
    }

    /// Reads something.
    pub(crate) async fn read<T: Form>(path: &str) -> Result<T, NetError> {
        let text = exchange(path, &asked("GET")?, Short::new()).await?;
        form::parse(&text).map_err(|_| NetError::Portal)
    }

    /// Whether the phone itself says that there is no network. Only a hint: it is often wrong.
    pub(crate) fn unplugged() -> bool {
        !window().navigator().on_line()
    }
}

/// What is small goes in few bytes, and once more in plain words where nobody seems to read that.
async fn ask(path: &str, text: String) -> Result<String, NetError> {
    let small = text.len() < SMALL;
    let mut shortly = small && SHORTLY.load(Relaxed) == YES;
    loop {
        let mut talk = Short::new();
        let init = posted(if shortly { KIND } else { "application/json" })?;
        if shortly {
            init.set_body(&Uint8Array::from(&talk.write(&text)[..]));
        } else if let Some(pressed) = if small { None } else { press(&text).await } {
            set(&init, "content-encoding", "gzip")?;
            init.set_body(&pressed);
        } else {
            init.set_body(&JsValue::from_str(&text));
        }
        let told = exchange(path, &init, talk).await;
        let unread = matches!(told, Err(NetError::Portal | NetError::Unreadable(_)));
        if shortly && unread {
            shortly = false;
            SHORTLY.store(NEVER, Relaxed);
            continue;
        }
        SHORTLY.store(next(shortly, &told), Relaxed);
        return told;
    }
}

/// How the next one goes: in plain words for ever where those were read and no others.
fn next(shortly: bool, told: &Result<String, NetError>) -> u8 {
    if shortly && matches!(told, Err(NetError::Silent)) {
        return NOT_NOW;
    }
    let unread = told.is_ok() && !shortly && SHORTLY.load(Relaxed) == NEVER;
    if unread { NEVER } else { YES }
}

fn posted(kind: &str) -> Result<RequestInit, NetError> {
    let init = asked("POST")?;
    set(&init, "content-type", kind)?;
    Ok(init)
}

/// Sends a request and reads the answer, in whichever way it is written.
async fn exchange(path: &str, init: &RequestInit, mut talk: Short) -> Result<String, NetError> {
    let response = fetched(path, init, PATIENCE).await?;
    let kind = header(&response, "content-type");
    if kind == KIND {
        judged(&response, true, "")?;
        let told = response.array_buffer().map_err(|_| NetError::Silent)?;
        let told = JsFuture::from(told).await.map_err(|_| NetError::Silent)?;
        return talk.read(&Uint8Array::new(&told).to_vec()).ok_or(NetError::Portal);
    }
    let text = text(&response).await?;
    judged(&response, kind.starts_with("application/json"), &text)?;
    Ok(text)
}

/// A request, in the reader's language and in the name of the person at work.
pub(super) fn asked(method: &str) -> Result<RequestInit, NetError> {
    let init = RequestInit::new();
    init.set_method(method);
    let headers = Headers::new().map_err(|_| NetError::Silent)?;
    init.set_headers(&headers);
    set(&init, "accept-language", language().tag())?;
    set(&init, "bandeng-for", &session::says_whose())?;
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
        // whoever does not know how it is written is not the server of this app
        415 => Err(NetError::Portal),
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
