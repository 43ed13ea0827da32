//! `/brief/SECRET`: one question for somebody who cannot come. The secret is the right to read the page and to answer
//! once; it is told to nobody else, neither by a log nor by a link.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Redirect, Response};
use axum::{Extension, Form};
use domain::Refusal;
use maud::{Markup, html};
use serde::Deserialize;
use words::Lang;

use super::paper::Paper;
use super::question::{self, Question};
use super::secrets::{self, Knock, from_here, quietly};
use super::{Asked, Origin};
use crate::address::Address;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sync::{now, reply};

/// What somebody wrote into the form.
#[derive(Debug, Deserialize)]
pub(super) struct Written {
    #[serde(default)]
    answer: String,
    named: Option<String>,
    lang: Option<String>,
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
    let key = match knock(&hall, from, &secret, lang) {
        Ok(key) => key,
        Err(response) => return Ok(*response),
    };
    look(&hall, &key, lang, None).await
}

/// Takes the answer, and leads back to the page.
pub(super) async fn answer(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    from: Address,
    Path(secret): Path<String>,
    headers: HeaderMap,
    Form(written): Form<Written>,
) -> Result<Response, Error> {
    if !from_here(&headers, &origin.0) {
        return Err(Code::ForeignPage.into());
    }
    let lang = Asked { lang: written.lang.clone() }.lang(&headers);
    let key = match knock(&hall, from, &secret, lang) {
        Ok(key) => key,
        Err(response) => return Ok(*response),
    };
    let words = (written.answer.as_str(), written.named.is_some());
    match reply::take(&hall, &key, words, now()).await? {
        None => Ok(unknown(lang)),
        Some(Err(
            refusal
            @ (Refusal::Empty { .. } | Refusal::TooLong { .. } | Refusal::WrongValue { .. }),
        )) => look(&hall, &key, lang, Some((&written.answer, &refusal))).await,
        // answered before, or too late: the page says so
        Some(Ok(()) | Err(_)) => {
            let back = format!("/brief/{secret}?lang={}", lang.tag());
            Ok(quietly(Redirect::to(&back)))
        }
    }
}

/// The digest of a secret; a page of its own for what cannot be one, and for whoever tries too many.
fn knock(hall: &Hall, from: Address, secret: &str, lang: Lang) -> Result<String, Box<Response>> {
    match secrets::knock(hall, from, secret) {
        Ok(key) => Ok(key),
        Err(Knock::Slowly) => {
            let says = lang.words().brief();
            let body = html! { h1 { (says.title) } p.note.wait role="alert" { (says.slow_down) } };
            Err(Box::new(quietly((StatusCode::TOO_MANY_REQUESTS, page(lang, &body)))))
        }
        Err(Knock::Nonsense) => Err(Box::new(unknown(lang))),
    }
}

async fn look(
    hall: &Hall,
    key: &str,
    lang: Lang,
    failed: Option<(&str, &Refusal)>,
) -> Result<Response, Error> {
    let mut tx = hall.pool.begin().await?;
    let Some(asked) = reply::find(&mut tx, key).await? else { return Ok(unknown(lang)) };
    let question = Question::of(&mut tx, asked, lang).await?;
    tx.commit().await?;
    let status = if failed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(quietly((status, question::page(&question, failed))))
}

/// The same for a wrong secret, and for one whose brief is gone.
fn unknown(lang: Lang) -> Response {
    let says = lang.words().brief();
    let body = html! {
        section.note.wait role="alert" { div.col.tight { h1 { (says.unknown) } p { (says.unknown_do) } } }
    };
    quietly((StatusCode::NOT_FOUND, page(lang, &body)))
}

fn page(lang: Lang, body: &Markup) -> Markup {
    let title = lang.words().brief().title;
    let paper = Paper { lang, title, about: "", here: None, beside: html! {} };
    paper.sheet("notice brief", body)
}
