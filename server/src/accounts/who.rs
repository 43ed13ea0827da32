//! Who is asking: the extractor that closes a handler to strangers.

use axum::extract::FromRequestParts;
use axum::http::HeaderValue;
use axum::http::request::Parts;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::session;
use super::slot::{self, For};
use crate::error::{Code, Error};
use crate::hall::Hall;

/// Somebody who has signed in. What they may do is looked up where it is done, in its transaction.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub person: Uuid,
    /// By which device.
    pub device: Uuid,
    /// Where in the browser its token lies.
    pub(crate) slot: u8,
    /// The cookie anew, once a day, so that it lasts as long as the session.
    pub(crate) renewed: Option<HeaderValue>,
}

impl SignedIn {
    /// Whether the copy that speaks is this person's. Somebody else may have signed in meanwhile, in another tab:
    /// neither's words may go out, and neither's records come down, in the other's name. A page of today says so with
    /// every request ([`For`]); what push and pull say themselves holds for older ones, too.
    ///
    /// # Errors
    /// When it is another's.
    pub(crate) fn speaks_for(&self, person: Option<Uuid>) -> Result<(), Error> {
        match person {
            Some(person) if person != self.person => Err(Code::SignedOut.into()),
            Some(_) | None => Ok(()),
        }
    }

    /// Whether the device is still signed in: who listens for long was asked once, at the door.
    pub(crate) async fn stays(&self, db: &mut PgConnection) -> sqlx::Result<bool> {
        let stays: Option<bool> = sqlx::query_scalar(
            "select device.revoked is null and device.expires >= now() and account.closed is null
             from device join account on account.person = device.person
             where device.id = $1 and device.person = $2",
        )
        .bind(self.device)
        .bind(self.person)
        .fetch_optional(db)
        .await?;
        Ok(stays == Some(true))
    }
}

impl FromRequestParts<Hall> for SignedIn {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, hall: &Hall) -> Result<Self, Error> {
        let meant = For::of(parts);
        let (slot, token) = slot::token(&parts.headers, meant.as_ref()).ok_or(Code::SignedOut)?;
        let found = find(&hall.pool, &token.digest()).await?.ok_or(Code::SignedOut)?;
        // the slot has changed hands since that page was opened: it speaks for nobody who is here
        if meant.is_some_and(|meant| !meant.fits(found.person)) {
            return Err(Code::SignedOut.into());
        }
        if found.revoked {
            return Err(Code::DeviceRevoked.into());
        }
        if found.over {
            return Err(Code::SignedOut.into());
        }
        hall.doors.call(found.device)?;
        let renewed = if found.stale {
            seen(&hall.pool, found.device).await?;
            Some(session::cookie(slot, &token))
        } else {
            None
        };
        Ok(Self { person: found.person, device: found.device, slot, renewed })
    }
}

#[derive(sqlx::FromRow)]
struct Found {
    person: Uuid,
    device: Uuid,
    revoked: bool,
    over: bool,
    stale: bool,
}

async fn find(pool: &PgPool, digest: &[u8]) -> sqlx::Result<Option<Found>> {
    sqlx::query_as(
        "select device.person, device.id as device, device.revoked is not null as revoked,
                device.expires < now() or account.closed is not null as over,
                device.last_seen < now() - interval '1 day'
                  or device.last_seen = device.created as stale
         from device join account on account.person = device.person
         where device.token_sha256 = $1",
    )
    .bind(digest)
    .fetch_optional(pool)
    .await
}

async fn seen(pool: &PgPool, device: Uuid) -> sqlx::Result<()> {
    sqlx::query(
        "update device set last_seen = clock_timestamp(), expires = now() + interval '180 days'
         where id = $1",
    )
    .bind(device)
    .execute(pool)
    .await?;
    Ok(())
}
