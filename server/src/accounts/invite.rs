//! An invite: a link that lets one browser sign in, once. Looked at and redeemed by POST alone,
//! since chat apps fetch every link they carry.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::{Form, Millis, trust};
use sqlx::{PgConnection, PgPool, Postgres, Transaction};
use uuid::Uuid;

use super::audit::{self, Deed};
use super::me::{self, Held};
use super::{arrive, member, session};
use crate::address::Address;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::secret::Secret;
use crate::sent::{Answered, Sent};

/// How long an invite is good.
pub(crate) const LASTS: Millis = 7 * domain::DAY;

/// Makes an invite for `person`; the secret is its code, and is kept nowhere else.
pub async fn mint(pool: &PgPool, person: Uuid, invited_by: Option<Uuid>) -> sqlx::Result<Secret> {
    let mut tx = pool.begin().await?;
    let code = mint_in(&mut tx, person, invited_by).await?;
    tx.commit().await?;
    Ok(code)
}

/// The same, in a transaction of the caller's.
pub(crate) async fn mint_in(
    db: &mut PgConnection,
    person: Uuid,
    invited_by: Option<Uuid>,
) -> sqlx::Result<Secret> {
    let (id, code) = (Uuid::now_v7(), Secret::for_invite());
    sqlx::query(
        "insert into invite (id, code_sha256, person, invited_by, expires)
         values ($1, $2, $3, $4, now() + interval '7 days')",
    )
    .bind(id)
    .bind(code.digest())
    .bind(person)
    .bind(invited_by)
    .execute(&mut *db)
    .await?;
    let deed = Deed { person: invited_by, deed: "invite", about: Some(person), ..Deed::default() };
    audit::note(db, &[deed]).await?;
    Ok(code)
}

/// What comes with a look.
#[derive(Debug, Form)]
pub(crate) struct Look {
    code: String,
}

/// What an invite says before it is redeemed.
#[derive(Debug, Form)]
pub(crate) struct Looked {
    /// Whom it is for: a phone that several people share knows by it whether they sit there already.
    person: Uuid,
    /// How they are called.
    name: Option<String>,
    /// What is said beside the name.
    note: Option<String>,
    /// The roles that wait for them.
    roles: Vec<Held>,
    /// Who invites.
    invited_by: Option<String>,
    /// Until when.
    expires_at: i64,
}

/// What comes with a redemption.
#[derive(Debug, Form)]
pub(crate) struct Redeem {
    code: String,
    /// Drawn by the phone and kept until it has the answer: the same attempt may ask again.
    attempt: Option<Uuid>,
}

/// Shows whom an invite is for, without using it up.
pub(crate) async fn look(
    State(hall): State<Hall>,
    Address(from): Address,
    Sent(sent): Sent<Look>,
) -> Result<Answered<Looked>, Error> {
    hall.doors.try_invite(from)?;
    let mut db = hall.pool.acquire().await?;
    let (_, found) = find(&mut db, &sent.code).await?;
    found.open()?;
    still_trusted(&mut db, &found).await?;
    Ok(Answered(Looked {
        roles: me::roles(&mut db, found.person).await?,
        person: found.person,
        name: found.name,
        note: found.note,
        invited_by: found.invited_by,
        expires_at: found.expires_at,
    }))
}

/// Signs a browser in.
pub(crate) async fn redeem(
    State(hall): State<Hall>,
    Address(from): Address,
    headers: HeaderMap,
    Sent(sent): Sent<Redeem>,
) -> Result<Response, Error> {
    hall.doors.try_invite(from)?;
    let mut tx = hall.pool.begin().await?;
    let (digest, found) = match find(&mut tx, &sent.code).await {
        Ok(found) => found,
        Err(error) => return Err(refused(tx, None, error).await),
    };
    let opened = match again(&found, sent.attempt) {
        Some(device) => (device, renew(&mut tx, device).await?),
        None => {
            let good = match found.open() {
                Ok(()) => still_trusted(&mut tx, &found).await,
                Err(code) => Err(code.into()),
            };
            if let Err(error) = good {
                return Err(refused(tx, Some(found.person), error).await);
            }
            let opened = session::open(&mut tx, found.person, &session::name(&headers)).await?;
            use_up(&mut tx, &digest, opened.0, sent.attempt).await?;
            opened
        }
    };
    arrive::seat(tx, found.person, opened, &headers, None).await
}

/// Notes that an invite opened nothing, and gives the reason back.
async fn refused(tx: Transaction<'_, Postgres>, about: Option<Uuid>, error: Error) -> Error {
    let Error::Told(code) = error else { return error };
    arrive::turned_away(tx, about, code.as_str()).await.map_or_else(Error::from, |()| code.into())
}

#[derive(sqlx::FromRow)]
struct Found {
    person: Uuid,
    name: Option<String>,
    note: Option<String>,
    invited_by: Option<String>,
    expires_at: i64,
    /// Who made it, and must still be trusted with all the guest is.
    host: Option<Uuid>,
    expired: bool,
    taken_back: bool,
    used: bool,
    device: Option<Uuid>,
    attempt: Option<Uuid>,
    /// Its device was made a moment ago and has not been heard of since.
    unheard: bool,
}

impl Found {
    fn open(&self) -> Result<(), Code> {
        match (self.used, self.expired || self.taken_back) {
            (true, _) => Err(Code::InviteUsed),
            (false, true) => Err(Code::InviteExpired),
            (false, false) => Ok(()),
        }
    }
}

async fn find(db: &mut PgConnection, code: &str) -> Result<(Vec<u8>, Found), Error> {
    let digest = Secret::read(code).ok_or(Code::NoSuchInvite)?.digest();
    let found = sqlx::query_as(
        "select invite.person, guest.fields->>'name' as name, guest.fields->>'note' as note,
                host.fields->>'name' as invited_by,
                (extract(epoch from invite.expires) * 1000)::bigint as expires_at,
                invite.invited_by as host, invite.expires < now() as expired,
                invite.taken_back is not null as taken_back, invite.redeemed_at is not null as used,
                invite.device, invite.attempt,
                coalesce(device.last_seen = device.created and device.revoked is null
                  and device.created > now() - interval '15 minutes', false) as unheard
         from invite
         left join record guest on guest.id = invite.person
         left join record host on host.id = invite.invited_by
         left join device on device.id = invite.device
         where invite.code_sha256 = $1
         for update of invite",
    )
    .bind(&digest)
    .fetch_optional(db)
    .await?;
    found.map(|found| (digest, found)).ok_or_else(|| Code::NoSuchInvite.into())
}

/// Whether whoever made the invite may still make it: they hold its code, and the guest may have been given a role since
/// that is not theirs to give, or theirs may have been taken.
async fn still_trusted(db: &mut PgConnection, found: &Found) -> Result<(), Error> {
    let Some(host) = found.host else { return Ok(()) };
    let host = member::who(db, host).await?;
    let guest = member::who(db, found.person).await?;
    trust::may_invite(&host, &guest).map_err(|_| Code::InviteExpired.into())
}

/// The device of an earlier try, if its answer was lost: the same attempt asks, and nobody has
/// used the token since.
fn again(found: &Found, attempt: Option<Uuid>) -> Option<Uuid> {
    let same = attempt.is_some() && found.attempt == attempt;
    found.device.filter(|_| same && found.unheard)
}

async fn renew(db: &mut PgConnection, device: Uuid) -> sqlx::Result<Secret> {
    let token = Secret::for_device();
    sqlx::query("update device set token_sha256 = $2 where id = $1")
        .bind(device)
        .bind(token.digest())
        .execute(db)
        .await?;
    Ok(token)
}

async fn use_up(
    db: &mut PgConnection,
    digest: &[u8],
    device: Uuid,
    attempt: Option<Uuid>,
) -> sqlx::Result<()> {
    sqlx::query(
        "update invite set redeemed_at = now(), device = $2, attempt = $3 where code_sha256 = $1",
    )
    .bind(digest)
    .bind(device)
    .bind(attempt)
    .execute(db)
    .await?;
    Ok(())
}
