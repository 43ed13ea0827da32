//! Whom an invite is for, told by name or id and, with a role, by place.

use domain::place::{Level, Person, Place};
use domain::{Act, Change, Id, Kind, Role, Scope, Who, trust};
use sqlx::{PgConnection, PgPool};

use super::lands::{self, Land};
use super::{member, post};
use crate::config::InviteFor;
use crate::sync::{self, now};

/// Why it is not clear who is meant.
#[derive(Debug, thiserror::Error)]
pub enum GuestError {
    /// The directory has no such entry.
    #[error("the directory has no {0} called {1}")]
    Nobody(&'static str, String),
    /// It has several.
    #[error("the directory has more than one {0} called {1}: say the id instead")]
    Several(&'static str, String),
    /// There is no such role.
    #[error("{0} is not a role; the roles are: {1}")]
    NoRole(String, String),
    /// The role is not held in such a place.
    #[error("nobody is {0} in {1}: an office is a district's, most other roles are a village's")]
    NotHeldThere(&'static str, String),
    /// The name is not one that the directory takes.
    #[error("the directory does not take this name: {0}")]
    Refused(domain::Refusal),
    /// The database failed.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
}

/// Finds the person, or enters a new one with the role that was said; enrols them, and gives them the role.
///
/// On an empty database the first office also founds its district.
///
/// # Errors
/// When it is not clear who is meant, or what is asked cannot be.
pub async fn find(pool: &PgPool, guest: &InviteFor) -> Result<Id, GuestError> {
    let (Some(role), Some(place)) = (&guest.role, &guest.place) else {
        let person = entry(pool, "person", &guest.person).await?;
        let mut tx = pool.begin().await?;
        member::enrol(&mut tx, person).await?;
        tx.commit().await?;
        return Ok(person);
    };
    let role = Role::of(role).ok_or_else(|| no_role(role))?;
    let mut tx = pool.begin().await?;
    let land = match entry(pool, "place", place).await {
        Ok(id) => lands::find(&mut tx, id).await?,
        Err(GuestError::Nobody(..)) if role == Role::Office && empty(&mut tx).await? => {
            Some(district(&mut tx, place).await?)
        }
        Err(error) => return Err(error),
    };
    let land = land.filter(|land| !trust::givers(role, land.scope).is_empty());
    let land = land.ok_or_else(|| GuestError::NotHeldThere(role.as_str(), place.clone()))?;
    let person = match entry(pool, "person", &guest.person).await {
        Ok(person) => person,
        Err(GuestError::Nobody(..)) => newcomer(&mut tx, &guest.person, role, land).await?,
        Err(error) => return Err(error),
    };
    post::give(&mut tx, person, role, land, None).await?;
    tx.commit().await?;
    Ok(person)
}

/// Whether nothing was ever founded.
async fn empty(db: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar("select not exists (select from record where kind = 'place')")
        .fetch_one(db)
        .await
}

/// The first district, whose id is its region's.
async fn district(db: &mut PgConnection, name: &str) -> Result<Land, GuestError> {
    let region = Id::now_v7();
    let land = Land { scope: Scope::Region(region), region };
    let place = Place { name: name.to_owned(), level: Level::District, ..Place::default() };
    enter(db, Kind::Place, region, land, Act::Found(place)).await?;
    Ok(land)
}

/// Somebody whom the directory does not know yet.
async fn newcomer(
    db: &mut PgConnection,
    name: &str,
    role: Role,
    land: Land,
) -> Result<Id, GuestError> {
    let id = Id::now_v7();
    let person = Person { name: name.to_owned(), role: Some(role), ..Person::default() };
    enter(db, Kind::Person, id, land, Act::Introduce(person)).await?;
    Ok(id)
}

/// Whoever may type commands here speaks as the office.
async fn enter(
    db: &mut PgConnection,
    kind: Kind,
    id: Id,
    land: Land,
    act: Act,
) -> Result<(), GuestError> {
    let (uuid, at, scope) = (Id::now_v7(), now(), land.scope);
    let who = Who { person: id, roles: vec![(Role::Office, scope)] };
    let change = Change { uuid, seq: 0, at, kind, id, scope, act, made_on: None };
    sync::enter(db, who, &change).await?.map(|_| ()).map_err(GuestError::Refused)
}

fn no_role(said: &str) -> GuestError {
    let roles = Role::ALL.map(Role::as_str).join(" ");
    GuestError::NoRole(said.to_owned(), roles)
}

/// The one entry of the directory with this name or id.
pub(crate) async fn entry(pool: &PgPool, kind: &'static str, said: &str) -> Result<Id, GuestError> {
    let found: Vec<Id> = sqlx::query_scalar(
        "select id from record
         where kind = $1 and not gone and (fields->>'name' = $2 or id::text = $2)",
    )
    .bind(kind)
    .bind(said)
    .fetch_all(pool)
    .await?;
    match found.as_slice() {
        [] => Err(GuestError::Nobody(kind, said.to_owned())),
        [one] => Ok(*one),
        _ => Err(GuestError::Several(kind, said.to_owned())),
    }
}
