//! Whom an invite is for, told by name or id and, with a role, by place.

use domain::{Id, Role, Scope};
use sqlx::PgPool;

use super::member;
use crate::config::InviteFor;

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
    /// The place is not in a village.
    #[error("{0} is not a village")]
    NoVillage(String),
    /// The database failed.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
}

/// Finds the person, enrols them, and gives them the role that was said.
pub async fn find(pool: &PgPool, guest: &InviteFor) -> Result<Id, GuestError> {
    let person = entry(pool, "person", &guest.person).await?;
    let mut tx = pool.begin().await?;
    member::enrol(&mut tx, person).await?;
    if let (Some(role), Some(place)) = (&guest.role, &guest.place) {
        let role = Role::of(role).ok_or_else(|| no_role(role))?;
        let village = entry(pool, "place", place).await?;
        let region = region(pool, village).await?;
        let region = region.ok_or_else(|| GuestError::NoVillage(place.clone()))?;
        for scope in member::scopes_of(role, village, region) {
            member::grant(&mut tx, person, role, scope).await?;
        }
    }
    tx.commit().await?;
    Ok(person)
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

/// The region in whose directory a village stands.
async fn region(pool: &PgPool, village: Id) -> sqlx::Result<Option<Id>> {
    let scope: Option<String> = sqlx::query_scalar(
        "select scope from record where id = $1 and fields->>'level' = 'village'",
    )
    .bind(village)
    .fetch_optional(pool)
    .await?;
    let scope = scope.and_then(|scope| scope.parse().ok());
    Ok(scope.map(|scope: Scope| scope.owner()))
}
