//! Pages for people without the app: HTML that needs no script.

mod ask;
mod assess;
mod brief;
mod calendar;
mod complain;
mod complaint;
mod edition;
mod fate;
mod icons;
pub(crate) mod kept;
pub(crate) mod notice;
mod paper;
mod parcel;
mod places;
mod policy;
mod poll;
mod question;
mod raise;
mod raising;
mod rate;
mod sayings;
mod secrets;
mod selfcheck;
mod sheet;
mod sheets;
mod thanks;
pub(crate) mod thread;
mod trap;
mod verdict;
mod verify;
pub(crate) mod village;

use std::sync::Arc;

use axum::Extension;
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::response::IntoResponse;
use axum::routing::{Router, get};
use serde::Deserialize;
use words::Lang;

pub(crate) use edition::{role_of, spaced};
pub(crate) use sheets::who;

use crate::error::Error;
use crate::hall::Hall;
use crate::sync::made::Made;
use crate::sync::now;

/// Their addresses; `origin` is the address people type.
pub(crate) fn router(origin: &str) -> Router<Hall> {
    Router::new()
        .route("/", get(board))
        .route("/verify", get(verify::form))
        .route("/verify/{code}", get(verify::code))
        .route("/s/{code}", get(edition::show))
        .route("/t/{issue}", get(thread::show))
        .route("/brief/{secret}", get(brief::show).post(brief::answer))
        .route("/calendar/{secret}", get(calendar::show).layer(Extension(Made::by(2))))
        .route("/rate/{secret}", get(rate::show).post(rate::answer))
        .route("/s/{code}/rate/{action}", get(assess::show).post(assess::take))
        .route("/raise", get(raise::villages))
        .route(
            "/raise/{village}",
            // the innermost limit counts
            get(raise::show).post(raise::take).layer(DefaultBodyLimit::max(parcel::LARGEST)),
        )
        .route("/raise/{village}/sheet", get(raise::sheet))
        .route("/ask", get(ask::form).post(ask::answer))
        .route("/complain", get(complain::show).post(complain::take))
        .route("/policy", get(policy::show))
        .route("/public.css", get(style))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(Extension(Origin(origin.into())))
        .layer(Extension(selfcheck::Last::default()))
}

/// A form that is filled to the brim: each character of an answer may travel as nine.
const LARGEST: usize = 32_000;

/// The address people type, for what is printed.
#[derive(Clone, Debug)]
struct Origin(Arc<str>);

/// The language that an address asks for.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    lang: Option<String>,
}

impl Asked {
    /// The language that was chosen on the page, else the browser's.
    pub(crate) fn lang(&self, headers: &HeaderMap) -> Lang {
        let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Lang::of(self.lang.as_deref().or(wanted).unwrap_or_default())
    }
}

/// The notice board: what is up for a bench, and what came of it.
async fn board(
    State(hall): State<Hall>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Error> {
    let lang = asked.lang(&headers);
    let villages = notice::board(&hall.pool, lang).await?;
    let page = notice::page(&villages, lang, now());
    Ok(([(CACHE_CONTROL, "public, max-age=60"), (VARY, "accept-language")], page))
}

async fn style() -> impl IntoResponse {
    let lasting = "public, max-age=31536000, immutable";
    ([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, lasting)], sheet::css())
}
