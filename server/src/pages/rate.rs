//! `/rate/SECRET`: how one action was done, said by one person without an account. The secret is the right to read the
//! page and to say so until it is closed; it is told to nobody else, neither by a log nor by a link.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use domain::Refusal;
use domain::follow::{Satisfaction, rating::Rate};
use maud::html;
use serde::Deserialize;
use words::Lang;

use super::poll::{self, Poll};
use super::secrets::{self, Knock, from_here, quietly};
use super::village::Village;
use super::{Asked, Origin};
use crate::address::Address;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sync::{ballot, now};

/// What somebody filled in.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    pub(super) result: Option<String>,
    pub(super) heard: Option<String>,
    #[serde(default)]
    pub(super) words: String,
    lang: Option<String>,
}

/// Why it was not taken.
#[derive(Debug)]
pub(super) enum Wrong {
    /// Nothing was chosen.
    Unchosen,
    /// The domain says no.
    Refused(Refusal),
}

/// Shows the page.
pub(super) async fn show(
    State(hall): State<Hall>,
    from: Address,
    Path(secret): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = asked.lang(&headers);
    match knock(&hall, from, &secret, lang) {
        Ok(key) => look(&hall, &key, lang, None).await,
        Err(response) => Ok(*response),
    }
}

/// Takes what was said, and leads back to the page.
pub(super) async fn answer(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    from: Address,
    Path(secret): Path<String>,
    headers: HeaderMap,
    Form(filled): Form<Filled>,
) -> Result<Response, Error> {
    if !from_here(&headers, &origin.0) {
        return Err(Code::ForeignPage.into());
    }
    let lang = Asked { lang: filled.lang.clone() }.lang(&headers);
    let key = match knock(&hall, from, &secret, lang) {
        Ok(key) => key,
        Err(response) => return Ok(*response),
    };
    let Some(result) = filled.result.as_deref().and_then(Satisfaction::of) else {
        return look(&hall, &key, lang, Some((&filled, &Wrong::Unchosen))).await;
    };
    let words = filled.words.replace("\r\n", "\n").trim().to_owned();
    let words = Some(words).filter(|words| !words.is_empty());
    let heard = match filled.heard.as_deref() {
        Some("yes") => Some(true),
        Some("no") => Some(false),
        _ => None,
    };
    let said = Rate { result, heard, words, ..Rate::default() };
    match ballot::take(&hall, &key, &said, now()).await? {
        None => Ok(unknown(lang)),
        // not yet, closed, or one's own: the page says so
        Some(Ok(()) | Err(Refusal::OwnDeed | Refusal::WrongState { .. })) => {
            let back = format!("/rate/{secret}?lang={}", lang.tag());
            Ok(quietly(Redirect::to(&back)))
        }
        Some(Err(refusal)) => {
            look(&hall, &key, lang, Some((&filled, &Wrong::Refused(refusal)))).await
        }
    }
}

/// The digest of a secret; a page of its own for what cannot be one, and for whoever tries too many.
fn knock(hall: &Hall, from: Address, secret: &str, lang: Lang) -> Result<String, Box<Response>> {
    match secrets::knock(hall, from, secret) {
        Ok(key) => Ok(key),
        Err(Knock::Slowly) => {
            let says = lang.words().ballot();
            let body = html! { h1 { (says.title) } p.note.wait role="alert" { (says.slow_down) } };
            let page = (StatusCode::TOO_MANY_REQUESTS, poll::sheet(lang, &body));
            Err(Box::new(quietly(page)))
        }
        Err(Knock::Nonsense) => Err(Box::new(unknown(lang))),
    }
}

async fn look(
    hall: &Hall,
    key: &str,
    lang: Lang,
    failed: Option<(&Filled, &Wrong)>,
) -> Result<Response, Error> {
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let Some(asked) = ballot::find(&mut tx, key).await? else { return Ok(unknown(lang)) };
    let village = Village::find(&mut tx, asked.record.scope.owner()).await?;
    tx.commit().await?;
    let status = if failed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(quietly((status, poll::page(&Poll::of(asked, village, lang), failed)).into_response()))
}

/// The same for a wrong secret, and for one whose ballot is gone.
fn unknown(lang: Lang) -> Response {
    let says = lang.words().ballot();
    let body = html! {
        section.note.wait role="alert" { div.col.tight { h1 { (says.unknown) } p { (says.unknown_do) } } }
    };
    quietly((StatusCode::NOT_FOUND, poll::sheet(lang, &body)))
}
