//! The devices a person has signed in by: listed, sent out, left.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::IntoResponse;
use domain::{Fields, Form};
use sqlx::PgConnection;
use uuid::Uuid;

use super::audit::{self, Deed};
use super::session;
use super::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::{Answered, Sent};
use crate::sync;

/// One device, as its owner sees it.
#[derive(Debug, Form, sqlx::FromRow)]
pub(crate) struct Device {
    id: Uuid,
    name: String,
    created_at: i64,
    seen_at: i64,
    /// Whether it is the one that asks.
    this: bool,
}

/// Which device is to go.
#[derive(Debug, Form)]
pub(crate) struct Revoke {
    device: Uuid,
}

/// Lists the devices that are signed in, the one heard of last first.
pub(crate) async fn list(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<Answered<Vec<Device>>, Error> {
    let devices = sqlx::query_as(
        "select id, name, (extract(epoch from created) * 1000)::bigint as created_at,
                (extract(epoch from last_seen) * 1000)::bigint as seen_at, id = $2 as this
         from device where person = $1 and revoked is null and expires > now()
         order by last_seen desc",
    )
    .bind(caller.person)
    .bind(caller.device)
    .fetch_all(&hall.pool)
    .await?;
    Ok(Answered(devices))
}

/// Sends a device out: it is told so the next time it calls.
pub(crate) async fn revoke(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<Revoke>,
) -> Result<Answered<Fields>, Error> {
    let mut tx = hall.pool.begin().await?;
    if !end(&mut tx, &caller, sent.device, "revoke").await? {
        return Err(Code::NoSuchDevice.into());
    }
    tx.commit().await?;
    sync::tell_revoked(&hall.pool, sent.device).await;
    Ok(Answered(Fields::new()))
}

/// Signs this device out.
pub(crate) async fn sign_out(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<impl IntoResponse, Error> {
    let mut tx = hall.pool.begin().await?;
    end(&mut tx, &caller, caller.device, "sign_out").await?;
    tx.commit().await?;
    sync::tell_revoked(&hall.pool, caller.device).await;
    Ok(([(SET_COOKIE, session::no_cookie(caller.slot))], Answered(Fields::new())))
}

async fn end(
    db: &mut PgConnection,
    caller: &SignedIn,
    device: Uuid,
    deed: &'static str,
) -> sqlx::Result<bool> {
    let ended = sqlx::query(
        "update device set revoked = now() where id = $1 and person = $2 and revoked is null",
    )
    .bind(device)
    .bind(caller.person)
    .execute(&mut *db)
    .await?;
    let (person, by) = (Some(caller.person), Some(caller.device));
    let deed = Deed { person, device: by, deed, about: Some(device), ..Deed::default() };
    audit::note(db, &[deed]).await?;
    Ok(ended.rows_affected() == 1)
}
