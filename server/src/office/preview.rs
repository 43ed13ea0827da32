//! What a report will say, to be read before it is printed.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use domain::Id;
use domain::report::{Period, Preview};
use words::Lang;

use super::district::District;
use super::report::{self, Span, paper};
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::Answered;
use crate::sync::now;

/// Gives the words of the paper, in the reader's language.
pub(crate) async fn preview(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path((region, period)): Path<(Id, String)>,
    headers: HeaderMap,
) -> Result<Answered<Preview>, Error> {
    let period: Period = period.parse().map_err(|_| Code::NoSuchAddress)?;
    let span = Span::of(period).ok_or(Code::NoSuchAddress)?;
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = Lang::of(wanted.unwrap_or_default());
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let district = District::open(&mut tx, region, caller.person).await?;
    let report = report::report(&mut tx, &district, (period, span), (lang, now())).await?;
    tx.commit().await?;
    Ok(Answered(paper::preview(&paper::paper(&report))))
}
