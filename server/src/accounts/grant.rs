//! Giving somebody a role and taking it: decided by `domain::trust`, noted, and told to the person's phones.

use axum::extract::State;
use domain::{Fields, Form, Id, Millis, Role, trust};
use sqlx::PgConnection;

use super::audit::{self, Deed};
use super::entry::Entry;
use super::lands::{self, Land};
use super::member;
use super::post::{self, News};
use super::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::{Answered, Sent};
use crate::sync::{self, Notice, now};

/// A role for somebody.
#[derive(Debug, Form)]
pub(crate) struct Grant {
    person: Id,
    place: Id,
    role: Role,
    #[form(sparse)]
    until: Option<Millis>,
}

/// Gives it.
pub(crate) async fn give(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<Grant>,
) -> Result<Answered<Fields>, Error> {
    hall.doors.invite(caller.person)?;
    let mut tx = hall.pool.begin().await?;
    let land = lands::find(&mut tx, sent.place).await?.ok_or(Entry::NobodyThere)?;
    if !known(&mut tx, sent.person).await? {
        return Err(Entry::NobodyThere.into());
    }
    let news = given(&mut tx, &caller, sent.person, (sent.role, land, sent.until)).await?;
    tx.commit().await?;
    told(&hall, news).await;
    Ok(Answered(Fields::new()))
}

/// Takes it; what it reached goes with it.
pub(crate) async fn take(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<Grant>,
) -> Result<Answered<Fields>, Error> {
    hall.doors.invite(caller.person)?;
    let mut tx = hall.pool.begin().await?;
    let land = lands::find(&mut tx, sent.place).await?.ok_or(Entry::NobodyThere)?;
    let who = member::who(&mut tx, caller.person).await?;
    trust::may_take(&who, sent.person, sent.role, land.scope).map_err(Entry::from)?;
    let news = post::take(&mut tx, sent.person, sent.role, land).await?;
    note(&mut tx, &caller, "withdrawn", (sent.person, sent.role, land)).await?;
    tx.commit().await?;
    told(&hall, news).await;
    Ok(Answered(Fields::new()))
}

/// Gives a role in a transaction of the caller's, if it is theirs to give.
pub(super) async fn given(
    db: &mut PgConnection,
    caller: &SignedIn,
    person: Id,
    (role, land, until): (Role, Land, Option<Millis>),
) -> Result<News, Error> {
    let who = member::who(db, caller.person).await?;
    let guest = member::who(db, person).await?;
    trust::may_give(&who, &guest, role, land.scope).map_err(Entry::from)?;
    if until.is_some_and(|until| until <= now()) {
        return Err(Entry::WrongUntil.into());
    }
    let news = post::give(db, person, role, land, until).await?;
    note(db, caller, "granted", (person, role, land)).await?;
    Ok(news)
}

/// Who did it: the rows that the roles themselves write do not know.
async fn note(
    db: &mut PgConnection,
    caller: &SignedIn,
    deed: &'static str,
    (about, role, land): (Id, Role, Land),
) -> sqlx::Result<()> {
    let deed = Deed {
        person: Some(caller.person),
        device: Some(caller.device),
        deed,
        about: Some(about),
        scope: Some(land.scope),
        code: Some(role.as_str()),
        ..Deed::default()
    };
    audit::note(db, &[deed]).await
}

/// Whether the directory has a person of this id.
pub(super) async fn known(db: &mut PgConnection, person: Id) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select from record where id = $1 and kind = 'person' and not gone)",
    )
    .bind(person)
    .fetch_one(db)
    .await
}

/// Tells the phones of those whose roles are others now.
pub(crate) async fn told(hall: &Hall, vers: News) {
    let notice = Notice { epoch: hall.epoch.to_string(), vers, ..Notice::default() };
    sync::tell(&hall.pool, &notice).await;
}
