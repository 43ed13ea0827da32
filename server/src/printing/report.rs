//! The report of a district, by its period: for its office alone.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Id;
use domain::report::Period;

use super::{DOCX, Shop, given};
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::office::district::District;
use crate::office::report::{self, Span, paper};
use crate::pages::Asked;
use crate::sync::now;

/// `2026-Q3.pdf`, `2026.docx`.
pub(super) async fn print(
    State(hall): State<Hall>,
    Extension(shop): Extension<Shop>,
    caller: SignedIn,
    Path((region, name)): Path<(Id, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = asked.lang(&headers);
    let (period, kind) = name.split_once('.').ok_or(Code::NoSuchAddress)?;
    let period: Period = period.parse().map_err(|_| Code::NoSuchAddress)?;
    let span = Span::of(period).ok_or(Code::NoSuchAddress)?;
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let district = District::open(&mut tx, region, caller.person).await?;
    if !matches!(kind, "pdf" | "docx") {
        return Err(Code::NoSuchAddress.into());
    }
    let report = report::report(&mut tx, &district, (period, span), (lang, now())).await?;
    tx.commit().await?;
    let paper = Arc::new(paper::paper(&report));
    let printed = match kind {
        "pdf" => shop.press.minutes(paper).await.map(|made| ("application/pdf", made.bytes)),
        _ => shop.press.word(paper).await.map(|made| (DOCX, made)),
    };
    Ok(given(&format!("bandeng-report-{name}"), lang, printed))
}
