//! What somebody who has signed in is told about themselves.

use axum::extract::State;
use axum::response::IntoResponse;
use domain::{Form, Role, Scope};
use sqlx::PgConnection;
use uuid::Uuid;

use super::session;
use super::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::Answered;

/// A person and the device they speak by.
#[derive(Debug, Form)]
pub(crate) struct Me {
    person: Uuid,
    name: Option<String>,
    note: Option<String>,
    device: Uuid,
    roles: Vec<Held>,
}

/// Somebody who has just signed in: what they are told, and which of the people of their browser they are.
#[derive(Debug, Form)]
pub(crate) struct Newcomer {
    #[form(flatten)]
    pub(crate) me: Me,
    pub(crate) slot: u64,
}

/// A role with the place it is held in.
#[derive(Debug, Form)]
pub(crate) struct Held {
    role: Role,
    scope: Scope,
    place: Option<String>,
    place_en: Option<String>,
}

/// Who am I?
pub(crate) async fn me(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<impl IntoResponse, Error> {
    let mut db = hall.pool.acquire().await?;
    let me = tell(&mut db, caller.person, caller.device).await?;
    Ok((session::renewed(caller), Answered(me)))
}

/// What `person` is told.
pub(crate) async fn tell(db: &mut PgConnection, person: Uuid, device: Uuid) -> sqlx::Result<Me> {
    let named: Option<(Option<String>, Option<String>)> = sqlx::query_as(
        "select fields->>'name', fields->>'note' from record where id = $1 and kind = 'person'",
    )
    .bind(person)
    .fetch_optional(&mut *db)
    .await?;
    let (name, note) = named.unwrap_or_default();
    Ok(Me { person, name, note, device, roles: roles(db, person).await? })
}

/// The roles `person` holds in villages and in the region, each with the place's name.
pub(crate) async fn roles(db: &mut PgConnection, person: Uuid) -> sqlx::Result<Vec<Held>> {
    let rows: Vec<(String, String, Option<String>, Option<String>)> = sqlx::query_as(
        "select member.role, member.scope, place.fields->>'name', place.fields->>'name_en'
         from member left join record place on place.id = substring(member.scope from 3)::uuid
         where member.person = $1 and member.scope ~ '^[vg]:'
           and (member.until is null or member.until > now())
         order by member.scope desc, member.role",
    )
    .bind(person)
    .fetch_all(db)
    .await?;
    let held = rows.into_iter().filter_map(|(role, scope, place, place_en)| {
        Some(Held { role: Role::of(&role)?, scope: scope.parse().ok()?, place, place_en })
    });
    Ok(held.collect())
}
