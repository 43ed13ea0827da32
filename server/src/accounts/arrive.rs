//! The end of every way in: a session is opened, it is noted how, and the browser hears who it speaks for.

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use sqlx::{Postgres, Transaction};
use uuid::Uuid;

use super::audit::{self, Deed};
use super::me::{self, Newcomer};
use super::session;
use crate::error::Error;
use crate::sent::Answered;

/// Signs a browser in as `person`, by a `way` of one word.
pub(super) async fn arrive(
    mut tx: Transaction<'_, Postgres>,
    person: Uuid,
    headers: &HeaderMap,
    way: &'static str,
) -> Result<Response, Error> {
    let (device, token) = session::open(&mut tx, person, &session::name(headers)).await?;
    let code = Some(way);
    let (by, at) = (Some(person), Some(device));
    let deed = Deed { person: by, device: at, deed: "sign_in", code, ..Deed::default() };
    audit::note(&mut tx, &[deed]).await?;
    let me = me::tell(&mut tx, person, device).await?;
    let seated = session::enter(headers, &mut tx, person, &token).await?;
    tx.commit().await?;
    let newcomer = Newcomer { me, slot: seated.slot.into() };
    Ok(([(SET_COOKIE, seated.cookie)], Answered(newcomer)).into_response())
}

/// Notes that somebody did not come in; who it would have been, if that is known.
pub(super) async fn turned_away(
    mut tx: Transaction<'_, Postgres>,
    person: Option<Uuid>,
    way: &'static str,
) -> sqlx::Result<()> {
    let deed = Deed { deed: "sign_in_failed", about: person, code: Some(way), ..Deed::default() };
    audit::note(&mut tx, &[deed]).await?;
    tx.commit().await
}
