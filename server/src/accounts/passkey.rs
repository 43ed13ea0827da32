//! A passkey, for whoever has a device that keeps one: made by who is signed in, and a way in without a name. What is
//! asked is signed once, within five minutes, on a page of this site.

mod signed;

use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::{Fields, Form, Id, Millis};
use sqlx::PgConnection;

use super::arrive::{arrive, turned_away};
use super::audit::{self, Deed};
use super::entry::Entry;
use super::session;
use super::who::SignedIn;
use crate::address::Address;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::{Answered, Sent};

pub(crate) use signed::Site;

/// What a device is asked to sign.
#[derive(Debug, Form)]
pub(crate) struct Ask {
    challenge: String,
    host: String,
    /// Whose key it is to be, where one is made.
    #[form(sparse)]
    person: Option<Id>,
    #[form(sparse)]
    name: Option<String>,
    /// The keys that are there already.
    #[form(sparse)]
    known: Vec<String>,
}

/// A key, as its owner sees it.
#[derive(Debug, Form)]
pub(crate) struct Key {
    id: String,
    name: String,
    created_at: Millis,
    #[form(sparse)]
    used_at: Option<Millis>,
}

/// A key that was made.
#[derive(Debug, Form)]
pub(crate) struct Made {
    client: String,
    device: String,
}

/// What was signed.
#[derive(Debug, Form)]
pub(crate) struct Signed {
    id: String,
    client: String,
    device: String,
    signature: String,
}

/// Which key goes.
#[derive(Debug, Form)]
pub(crate) struct Gone {
    id: String,
}

/// Lists the keys of the one who asks.
pub(crate) async fn list(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<Answered<Vec<Key>>, Error> {
    let rows: Vec<(Vec<u8>, String, Millis, Option<Millis>)> = sqlx::query_as(
        "select id, name, (extract(epoch from created) * 1000)::bigint,
                (extract(epoch from used) * 1000)::bigint
         from passkey where person = $1 order by created",
    )
    .bind(caller.person)
    .fetch_all(&hall.pool)
    .await?;
    let key = |(id, name, created_at, used_at): (Vec<u8>, _, _, _)| Key {
        id: signed::text(&id),
        name,
        created_at,
        used_at,
    };
    Ok(Answered(rows.into_iter().map(key).collect()))
}

/// Asks the device of whoever is signed in for a new key.
pub(crate) async fn begin(
    State(hall): State<Hall>,
    Extension(site): Extension<Site>,
    caller: SignedIn,
) -> Result<Answered<Ask>, Error> {
    let mut tx = hall.pool.begin().await?;
    let challenge = challenge(&mut tx, Some(caller.person)).await?;
    let name =
        sqlx::query_scalar("select fields->>'name' from record where id = $1 and kind = 'person'")
            .bind(caller.person)
            .fetch_optional(&mut *tx)
            .await?
            .flatten();
    let known: Vec<Vec<u8>> = sqlx::query_scalar("select id from passkey where person = $1")
        .bind(caller.person)
        .fetch_all(&mut *tx)
        .await?;
    tx.commit().await?;
    let known = known.iter().map(|id| signed::text(id)).collect();
    let (host, person) = (site.host().to_owned(), Some(caller.person));
    Ok(Answered(Ask { challenge, host, person, name, known }))
}

/// Keeps the public half of a new key.
pub(crate) async fn add(
    State(hall): State<Hall>,
    Extension(site): Extension<Site>,
    caller: SignedIn,
    headers: HeaderMap,
    Sent(sent): Sent<Made>,
) -> Result<Answered<Fields>, Error> {
    let mut tx = hall.pool.begin().await?;
    let (client, said) = both(&sent.client, &sent.device).ok_or(Entry::WrongPasskey)?;
    let asked = site.challenge(&client, "webauthn.create").ok_or(Entry::WrongPasskey)?;
    let asked = take(&mut tx, &asked).await?;
    let device = site.device(&said).filter(|_| asked == Some(Some(caller.person)));
    let device = device.ok_or(Entry::WrongPasskey)?;
    let (id, point) = device.key().ok_or(Entry::WrongPasskey)?;
    let kept = sqlx::query(
        "insert into passkey (id, person, point, counter, name) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
    )
    .bind(id)
    .bind(caller.person)
    .bind(&point)
    .bind(i64::from(device.counter))
    .bind(session::name(&headers))
    .execute(&mut *tx)
    .await?;
    if kept.rows_affected() == 0 {
        return Err(Entry::WrongPasskey.into());
    }
    note(&mut tx, &caller, "passkey_added").await?;
    tx.commit().await?;
    Ok(Answered(Fields::new()))
}

/// Lets go of a key.
pub(crate) async fn remove(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<Gone>,
) -> Result<Answered<Fields>, Error> {
    let id = signed::bytes(&sent.id).ok_or(Entry::WrongPasskey)?;
    let mut tx = hall.pool.begin().await?;
    sqlx::query("delete from passkey where id = $1 and person = $2")
        .bind(id)
        .bind(caller.person)
        .execute(&mut *tx)
        .await?;
    note(&mut tx, &caller, "passkey_removed").await?;
    tx.commit().await?;
    Ok(Answered(Fields::new()))
}

/// Asks whoever stands at the door.
pub(crate) async fn ask(
    State(hall): State<Hall>,
    Extension(site): Extension<Site>,
    Address(from): Address,
) -> Result<Answered<Ask>, Error> {
    hall.doors.try_entry(from)?;
    let mut db = hall.pool.acquire().await?;
    let challenge = challenge(&mut db, None).await?;
    let host = site.host().to_owned();
    Ok(Answered(Ask { challenge, host, person: None, name: None, known: Vec::new() }))
}

/// Signs a browser in by what its device has signed.
pub(crate) async fn enter(
    State(hall): State<Hall>,
    Extension(site): Extension<Site>,
    Address(from): Address,
    headers: HeaderMap,
    Sent(sent): Sent<Signed>,
) -> Result<Response, Error> {
    hall.doors.try_entry(from)?;
    let mut tx = hall.pool.begin().await?;
    let (client, said) = both(&sent.client, &sent.device).ok_or(Entry::WrongPasskey)?;
    let asked = site.challenge(&client, "webauthn.get").ok_or(Entry::WrongPasskey)?;
    // whatever comes of it, it is not asked again
    let asked = take(&mut tx, &asked).await? == Some(None);
    let id = signed::bytes(&sent.id).unwrap_or_default();
    let key = find(&mut tx, &id).await?;
    let signature = signed::bytes(&sent.signature).unwrap_or_default();
    let fits = |key: &Held| signed::signed(&key.point, &said, &client, &signature);
    let counter = site.device(&said).map(|device| i64::from(device.counter));
    // a counter that does not grow says that there are two of the one key
    let grows = |key: &Held| counter.is_some_and(|n| n > key.counter || (n, key.counter) == (0, 0));
    match key.as_ref().filter(|key| asked && fits(key) && grows(key)) {
        Some(key) => {
            sqlx::query("update passkey set counter = $2, used = now() where id = $1")
                .bind(&id)
                .bind(counter)
                .execute(&mut *tx)
                .await?;
            arrive(tx, key.person, &headers, "passkey").await
        }
        None => {
            turned_away(tx, key.map(|key| key.person), "passkey").await?;
            Err(Entry::WrongPasskey.into())
        }
    }
}

#[derive(sqlx::FromRow)]
struct Held {
    person: Id,
    point: Vec<u8>,
    counter: i64,
}

/// The key of this name, if the account is open. Held, so that one signature is not good twice.
async fn find(db: &mut PgConnection, id: &[u8]) -> sqlx::Result<Option<Held>> {
    sqlx::query_as(
        "select passkey.person, point, counter from passkey
         join account on account.person = passkey.person and account.closed is null
         where id = $1 for update of passkey",
    )
    .bind(id)
    .fetch_optional(db)
    .await
}

fn both(client: &str, device: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    signed::bytes(client).zip(signed::bytes(device))
}

async fn challenge(db: &mut PgConnection, person: Option<Id>) -> sqlx::Result<String> {
    let bytes: [u8; 32] = rand::random();
    sqlx::query(
        "insert into challenge (bytes, person, expires) values ($1, $2, now() + interval '5 minutes')",
    )
    .bind(&bytes[..])
    .bind(person)
    .execute(db)
    .await?;
    Ok(signed::text(&bytes))
}

/// Whom a challenge was put to, if it was, and is still open: it is not any more.
async fn take(db: &mut PgConnection, bytes: &[u8]) -> sqlx::Result<Option<Option<Id>>> {
    sqlx::query_scalar(
        "delete from challenge where bytes = $1 and expires > now() returning person",
    )
    .bind(bytes)
    .fetch_optional(db)
    .await
}

async fn note(db: &mut PgConnection, caller: &SignedIn, deed: &'static str) -> sqlx::Result<()> {
    let (person, device) = (Some(caller.person), Some(caller.device));
    audit::note(db, &[Deed { person, device, deed, ..Deed::default() }]).await
}
