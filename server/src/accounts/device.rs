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
    unpair(db, caller).await?;
    let (person, by) = (Some(caller.person), Some(caller.device));
    let deed = Deed { person, device: by, deed, about: Some(device), ..Deed::default() };
    audit::note(db, &[deed]).await?;
    Ok(ended.rows_affected() == 1)
}

/// Whoever sat at a device that is sent out may have drawn digits to come in by once more.
async fn unpair(db: &mut PgConnection, caller: &SignedIn) -> sqlx::Result<()> {
    let gone = sqlx::query("delete from pairing where person = $1").bind(caller.person);
    gone.execute(db).await.map(drop)
}

/// Signs out every device of the caller but the one that asks; says which.
pub(super) async fn end_others(
    db: &mut PgConnection,
    caller: &SignedIn,
) -> sqlx::Result<Vec<Uuid>> {
    unpair(db, caller).await?;
    sqlx::query_scalar(
        "update device set revoked = now()
         where person = $1 and id <> $2 and revoked is null returning id",
    )
    .bind(caller.person)
    .bind(caller.device)
    .fetch_all(db)
    .await
}

/// Tells devices that they were signed out.
pub(super) async fn tell_all(hall: &Hall, devices: &[Uuid]) {
    for device in devices {
        sync::tell_revoked(&hall.pool, *device).await;
    }
}

/// What was done because a device was not the person's own.
#[derive(Debug, Form)]
pub(crate) struct Shut {
    /// So many devices were signed out.
    devices: u32,
    /// So many open invites were taken back.
    invites: u32,
    /// Whether there was a password.
    password: bool,
    /// So many passkeys are good no more.
    passkeys: u32,
}

/// "This was not me": whatever else could come in as this person is shut, and the office can read that it was.
pub(crate) async fn not_me(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<Revoke>,
) -> Result<Answered<Shut>, Error> {
    let mut tx = hall.pool.begin().await?;
    let known: bool = sqlx::query_scalar(
        "select exists (select from device where id = $1 and person = $2 and id <> $3)",
    )
    .bind(sent.device)
    .bind(caller.person)
    .bind(caller.device)
    .fetch_one(&mut *tx)
    .await?;
    if !known {
        return Err(Code::NoSuchDevice.into());
    }
    let devices = end_others(&mut tx, &caller).await?;
    let mut shut = async |what: &'static str| {
        let done = sqlx::query(what).bind(caller.person).execute(&mut *tx).await?;
        Ok::<_, sqlx::Error>(u32::try_from(done.rows_affected()).unwrap_or(u32::MAX))
    };
    let invites = shut(
        "update invite set taken_back = now()
         where (person = $1 or invited_by = $1)
           and redeemed_at is null and taken_back is null and expires > now()",
    )
    .await?;
    let password = shut("delete from password where person = $1").await? > 0;
    let passkeys = shut("delete from passkey where person = $1").await?;
    let (person, by) = (Some(caller.person), Some(caller.device));
    let deed =
        Deed { person, device: by, deed: "not_me", about: Some(sent.device), ..Deed::default() };
    audit::note(&mut tx, &[deed]).await?;
    tx.commit().await?;
    tell_all(&hall, &devices).await;
    let devices = u32::try_from(devices.len()).unwrap_or(u32::MAX);
    Ok(Answered(Shut { devices, invites, password, passkeys }))
}
