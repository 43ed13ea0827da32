//! Links by which calendars follow the sessions of a place: made, listed, taken back. What such a link tells is
//! `pages/calendar.rs`.

use axum::extract::{Path, State};
use domain::feed::{CloseFeed, Feed, Feeds, MadeFeed, MakeFeed, may_make};
use domain::{Fields, Id, Millis, Role, Scope, Who};
use sqlx::PgConnection;
use words::Lang;

use super::audit::{self, Deed};
use super::entry::Entry;
use super::who::SignedIn;
use super::{lands, member};
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::secret::Secret;
use crate::sent::{Answered, Sent};
use crate::sync::now;

/// So many links of one person are open at a time: a person has few calendars.
const MOST: i64 = 20;

/// A link as the table has it.
#[derive(sqlx::FromRow)]
struct Row {
    id: Id,
    scope: String,
    town: Option<Id>,
    made_by: Id,
    made_at: Millis,
}

/// For what a link is: a village, a district, or a town of it, which is its office's.
#[derive(Clone, Copy)]
struct Spot {
    scope: Scope,
    town: Option<Id>,
}

impl Spot {
    async fn find(db: &mut PgConnection, place: Id) -> sqlx::Result<Option<Self>> {
        if let Some(land) = lands::find(db, place).await? {
            return Ok(Some(Self { scope: land.scope, town: None }));
        }
        let region = lands::of_town(db, place).await?;
        Ok(region.map(|region| Self { scope: Scope::Region(region), town: Some(place) }))
    }

    /// The villages whose links are seen from there, too.
    async fn villages(self, db: &mut PgConnection) -> sqlx::Result<Vec<Id>> {
        match (self.scope, self.town) {
            (Scope::Region(region), Some(town)) => {
                lands::villages_of_town(db, (region, town)).await
            }
            (Scope::Region(region), None) => lands::villages(db, region).await,
            _ => Ok(Vec::new()),
        }
    }
}

impl Row {
    fn feed(self) -> Option<Feed> {
        let scope: Scope = self.scope.parse().ok()?;
        let Self { id, town, made_by, made_at, .. } = self;
        Some(Feed { id, place: town.unwrap_or(scope.owner()), made_by, made_at })
    }
}

/// The links of a place that are open, and that the caller may take back; in a district also those of its towns
/// and villages, in a town those of its villages.
pub(crate) async fn list(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(place): Path<Id>,
) -> Result<Answered<Feeds>, Error> {
    let mut tx = hall.pool.begin().await?;
    // whoever made one takes it back, also when their part in the place is over
    let spot = Spot::find(&mut tx, place).await?.ok_or(Entry::NobodyThere)?;
    let who = member::who(&mut tx, caller.person).await?;
    let villages = spot.villages(&mut tx).await?;
    let villages = villages.into_iter().map(|id| Scope::Village(id).to_string());
    let scopes: Vec<String> = villages.collect();
    let rows: Vec<Row> = sqlx::query_as(
        "select id, scope, town, made_by, (extract(epoch from made) * 1000)::bigint as made_at
         from calendar
         where (scope = any($1) or (scope = $2 and ($3::uuid is null or town = $3)))
           and revoked is null and ($4 or made_by = $5)
         order by made, id",
    )
    .bind(scopes)
    .bind(spot.scope.to_string())
    .bind(spot.town)
    .bind(office(&who, spot.scope))
    .bind(caller.person)
    .fetch_all(&mut *tx)
    .await?;
    if rows.is_empty() && !may_make(&who, spot.scope) {
        return Err(Code::NotYours.into());
    }
    Ok(Answered(Feeds { feeds: rows.into_iter().filter_map(Row::feed).collect() }))
}

/// Makes a link. Its secret is told this once.
pub(crate) async fn make(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(place): Path<Id>,
    Sent(sent): Sent<MakeFeed>,
) -> Result<Answered<MadeFeed>, Error> {
    hall.doors.invite(caller.person)?;
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    let (_, Spot { scope, town }) = open(&mut tx, caller.person, place).await?;
    let has: i64 =
        sqlx::query_scalar("select count(*) from calendar where made_by = $1 and revoked is null")
            .bind(caller.person)
            .fetch_one(&mut *tx)
            .await?;
    if has >= MOST {
        return Err(Code::TooMany.into());
    }
    let (id, secret) = (Id::now_v7(), Secret::for_device());
    sqlx::query(
        "insert into calendar (id, secret_sha256, scope, lang, made_by, town)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id)
    .bind(secret.digest())
    .bind(scope.to_string())
    .bind(Lang::of(&sent.lang).tag())
    .bind(caller.person)
    .bind(town)
    .execute(&mut *tx)
    .await?;
    noted(&mut tx, &caller, ("calendar", scope)).await?;
    tx.commit().await?;
    let feed = Feed { id, place, made_by: caller.person, made_at: now() };
    Ok(Answered(MadeFeed { feed, path: format!("/calendar/{}.ics", secret.reveal()) }))
}

/// Takes a link back: whoever made it, or the office of the district it is in.
pub(crate) async fn close(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<CloseFeed>,
) -> Result<Answered<Fields>, Error> {
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    let found: Option<(String, Id)> = sqlx::query_as(
        "select scope, made_by from calendar where id = $1 and revoked is null for update",
    )
    .bind(sent.id)
    .fetch_optional(&mut *tx)
    .await?;
    let (scope, made_by) = found.ok_or(Code::NoSuchAddress)?;
    let scope: Scope = scope.parse().map_err(|_| Code::Trouble)?;
    let who = member::who(&mut tx, caller.person).await?;
    // a stranger is not told that there is one
    if made_by != caller.person && !office(&who, scope) {
        return Err(Code::NoSuchAddress.into());
    }
    sqlx::query("update calendar set revoked = now() where id = $1")
        .bind(sent.id)
        .execute(&mut *tx)
        .await?;
    noted(&mut tx, &caller, ("calendar_close", scope)).await?;
    tx.commit().await?;
    Ok(Answered(Fields::new()))
}

/// Who asks, and what is asked for: a place for which the caller may make links.
async fn open(db: &mut PgConnection, person: Id, place: Id) -> Result<(Who, Spot), Error> {
    let spot = Spot::find(db, place).await?.ok_or(Entry::NobodyThere)?;
    let who = member::who(db, person).await?;
    if may_make(&who, spot.scope) { Ok((who, spot)) } else { Err(Code::NotYours.into()) }
}

/// Whether somebody is the office of a place.
fn office(who: &Who, scope: Scope) -> bool {
    who.roles_in(scope).any(|role| role == Role::Office)
}

async fn noted(
    db: &mut PgConnection,
    caller: &SignedIn,
    (deed, scope): (&'static str, Scope),
) -> sqlx::Result<()> {
    let (person, device) = (Some(caller.person), Some(caller.device));
    let deed = Deed { person, device, deed, scope: Some(scope), ..Deed::default() };
    audit::note(db, &[deed]).await
}
