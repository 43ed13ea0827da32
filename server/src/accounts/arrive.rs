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
use crate::secret::Secret;
use crate::sent::Answered;

/// Signs a browser in as `person`, by a `way` of one word.
pub(super) async fn arrive(
    mut tx: Transaction<'_, Postgres>,
    person: Uuid,
    headers: &HeaderMap,
    way: &'static str,
) -> Result<Response, Error> {
    let opened = session::open(&mut tx, person, &session::name(headers)).await?;
    seat(tx, person, opened, headers, Some(way)).await
}

/// Seats `person` in the browser, at a device that was just opened; `code` says how they came, where it was no invite.
pub(super) async fn seat(
    mut tx: Transaction<'_, Postgres>,
    person: Uuid,
    (device, token): (Uuid, Secret),
    headers: &HeaderMap,
    code: Option<&'static str>,
) -> Result<Response, Error> {
    let (by, at) = (Some(person), Some(device));
    let deed = Deed { person: by, device: at, deed: "sign_in", code, ..Deed::default() };
    audit::note(&mut tx, &[deed]).await?;
    let me = me::tell(&mut tx, person, device).await?;
    let seated = session::enter(headers, &mut tx, person, &token).await?;
    tx.commit().await?;
    let newcomer = Newcomer { me, slot: seated.slot.into() };
    Ok(([(SET_COOKIE, seated.cookie)], Answered(newcomer)).into_response())
}

/// Notes that somebody did not come in, and ends the transaction; who it would have been, if that is known. Nobody is
/// guessed at.
pub(super) async fn turned_away(
    mut tx: Transaction<'_, Postgres>,
    person: Option<Uuid>,
    way: &'static str,
) -> sqlx::Result<()> {
    let deed = Deed { deed: "sign_in_failed", about: person, code: Some(way), ..Deed::default() };
    audit::note(&mut tx, &[deed]).await?;
    tx.commit().await
}
