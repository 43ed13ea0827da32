//! Somebody is erased, because they ask for it: from the directory and from all that was said, in one transaction. What
//! remains is that somebody in this role was there. It cannot be undone.

use axum::extract::State;
use domain::Id;
use domain::ledger::{Erase, Erased};

use super::audit::{self, Deed};
use super::sight::Sight;
use super::struck::strike;
use super::who::SignedIn;
use super::{account, guests};
use crate::commands::CommandError;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::{Answered, Sent};
use crate::sync::{self, Notice, records};

/// Says in how many places somebody's name stands, and changes nothing.
pub(crate) async fn look(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<Erase>,
) -> Result<Answered<Erased>, Error> {
    let mut tx = hall.pool.begin().await?;
    let sight = Sight::of(&mut tx, caller.person).await?;
    sight.office_over(&mut tx, sent.person).await?;
    let (erased, _) = strike(&mut tx, sent.person).await?.ok_or(Code::NoSuchAddress)?;
    tx.rollback().await?;
    Ok(Answered(erased))
}

/// Erases somebody. The name is typed by whoever does it: nobody is erased by a slip of the thumb.
pub(crate) async fn erase(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<Erase>,
) -> Result<Answered<Erased>, Error> {
    if sent.person == caller.person {
        return Err(Code::NotYours.into());
    }
    let mut db = hall.pool.acquire().await?;
    let sight = Sight::of(&mut db, caller.person).await?;
    sight.office_over(&mut db, sent.person).await?;
    drop(db);
    let typed = sent.name.unwrap_or_default();
    let by = Some((caller.person, caller.device));
    Ok(Answered(of(&hall, sent.person, typed.trim(), by).await?))
}

/// Erases somebody of the directory, whose name was typed; `by` is who does it and from where.
///
/// # Errors
/// When there is nobody of that name with this id, or the database fails.
pub async fn of(
    hall: &Hall,
    person: Id,
    typed: &str,
    by: Option<(Id, Id)>,
) -> Result<Erased, Error> {
    hall.patiently(|| attempt(hall, person, typed, by)).await
}

async fn attempt(
    hall: &Hall,
    person: Id,
    typed: &str,
    by: Option<(Id, Id)>,
) -> Result<Erased, Error> {
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    // whoever writes waits: no name comes in where it was just taken out
    sqlx::query("lock table record, change, field_history in exclusive mode")
        .execute(&mut *tx)
        .await?;
    let known = records::read(&mut tx, person).await?.map(|(record, _)| record);
    if known.is_none_or(|known| known.text("name") != Some(typed)) {
        return Err(Code::NoSuchAddress.into());
    }
    let (erased, vers) = strike(&mut tx, person).await?.ok_or(Code::NoSuchAddress)?;
    let devices = account::close(&mut tx, person).await?;
    let (who, device) = by.unzip();
    let deed = Deed { person: who, device, deed: "erase", about: Some(person), ..Deed::default() };
    audit::note(&mut tx, &[deed]).await?;
    sqlx::query("insert into erasure (person, by, places) values ($1, $2, $3)")
        .bind(person)
        .bind(who)
        .bind((erased.records + erased.past).cast_signed())
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    let (epoch, vers) = (hall.epoch.to_string(), vers.into_iter().collect());
    sync::tell(&hall.pool, &Notice { epoch, vers, ..Notice::default() }).await;
    for device in devices {
        sync::tell_revoked(&hall.pool, device).await;
    }
    Ok(erased)
}

/// What the command `bandeng erase` does and says: the person by name or id, and the name once more to do it.
///
/// # Errors
/// When it is not clear who is meant, the second name is another, or the database fails.
pub async fn by_hand(
    hall: &Hall,
    said: &str,
    really: Option<&str>,
) -> Result<String, CommandError> {
    let person = guests::entry(&hall.pool, "person", said).await?;
    if let Some(typed) = really {
        let Erased { records, past, struck } = of(hall, person, typed, None).await?;
        return Ok(format!(
            "erased, in {records} records and {past} older words; {struck} seals cannot be hashed anew any more. \
             Backups of before still have the name: throw them away."
        ));
    }
    let mut tx = hall.pool.begin().await?;
    let found = strike(&mut tx, person).await?;
    tx.rollback().await?;
    let (Erased { records, past, struck }, _) = found.ok_or(Error::from(Code::NoSuchAddress))?;
    Ok(format!(
        "the name stands in {records} records and {past} older words, and in {struck} seals of the first format. \
         This cannot be undone. To do it, say the name once more: --really NAME"
    ))
}
