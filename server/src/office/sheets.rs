//! Asking many in at once, for the sheets that an office prints: every invite is made as any other, in one transaction with a
//! line that says who made the sheet. An invite that is open stays good.

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use domain::roster::{AskSheet, Guest, Invited, MOST, Slip};
use domain::{Id, Scope};
use sqlx::{Connection, PgConnection};

use super::district::District;
use crate::accounts::audit::{self, Deed};
use crate::accounts::lands::Land;
use crate::accounts::post::News;
use crate::accounts::who::SignedIn;
use crate::accounts::{ask_in, grant, invite};
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::{Answered, Sent};
use crate::sync::now;

/// Makes the invites of a sheet.
pub(crate) async fn make(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(region): Path<Id>,
    Sent(sent): Sent<AskSheet>,
) -> Result<Answered<Invited>, Error> {
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    let district = District::open(&mut tx, region, caller.person).await?;
    if sent.guests.is_empty() || sent.guests.len() > MOST {
        return Err(Code::Malformed.into());
    }
    if sent.guests.iter().any(|guest| !district.villages.contains(&guest.place)) {
        return Err(Code::NotYours.into());
    }
    hall.doors.sheet(caller.person)?;
    let known = known(&mut tx, &district, &sent.guests).await?;
    let (mut made, mut news, mut seen) = (Invited::default(), News::new(), BTreeSet::new());
    for guest in &sent.guests {
        if !seen.insert((guest.place, guest.person)) {
            continue;
        }
        let asked = match known.contains(&guest.person) {
            true => asked(&mut tx, &caller, guest, region).await?,
            false => None,
        };
        match asked {
            Some((slip, told)) => {
                made.slips.push(slip);
                news.extend(told);
            }
            None => made.left.push(guest.person),
        }
    }
    let (person, device) = (Some(caller.person), Some(caller.device));
    let (about, scope) = (Some(region), Some(Scope::Region(region)));
    let deed = Deed { person, device, deed: "sheet", about, scope, ..Deed::default() };
    audit::note(&mut tx, &[deed]).await?;
    tx.commit().await?;
    grant::told(&hall, news).await;
    Ok(Answered(made))
}

/// Those who are in the directory of this region or of one of its villages.
async fn known(
    db: &mut PgConnection,
    district: &District,
    guests: &[Guest],
) -> sqlx::Result<BTreeSet<Id>> {
    let mut scopes = district.scopes();
    scopes.push(Scope::Region(district.region).to_string());
    let known: Vec<Id> = sqlx::query_scalar(
        "select id from record
         where id = any($1) and kind = 'person' and not gone and scope = any($2)",
    )
    .bind(guests.iter().map(|guest| guest.person).collect::<Vec<_>>())
    .bind(scopes)
    .fetch_all(db)
    .await?;
    Ok(known.into_iter().collect())
}

/// Asks one of them in. Nothing where that is not the caller's to do: then nothing of it stays.
async fn asked(
    db: &mut PgConnection,
    caller: &SignedIn,
    guest: &Guest,
    region: Id,
) -> Result<Option<(Slip, News)>, Error> {
    let Guest { place, person, role } = *guest;
    let land = Land { scope: Scope::Village(place), region };
    let mut one = db.begin().await?;
    match ask_in::invited(&mut one, caller, person, (role, land, None)).await {
        Ok((code, news)) => {
            one.commit().await?;
            let (invite, expires_at) = (code.reveal().to_owned(), now() + invite::LASTS);
            Ok(Some((Slip { place, person, role, invite, expires_at }, news)))
        }
        Err(Error::Told(Code::Entry(_))) => {
            one.rollback().await?;
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
