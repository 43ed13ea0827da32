//! Who holds which role in a region until when: one statement over all its villages, in ids. Of somebody whom the office may
//! ask in it is told whether an invite is open and whether anybody came in by it; never when somebody was here, nor how often.

use axum::extract::{Path, Query, State};
use domain::roster::{Post, Roster};
use domain::{Id, Millis, Role, Scope, trust};
use serde::Deserialize;
use sqlx::PgConnection;

use super::district::District;
use crate::accounts::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::Answered;

/// The question.
const ROSTER: &str = include_str!("roster.sql");

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    /// Whether villagers are told, too: they are many, and only a sheet of invites asks for them.
    #[serde(default)]
    villagers: bool,
}

/// Tells it, to the office of the region.
pub(crate) async fn told(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(region): Path<Id>,
    Query(wanted): Query<Wanted>,
) -> Result<Answered<Roster>, Error> {
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    hall.awake(&mut tx).await?;
    let district = District::open(&mut tx, region, caller.person).await?;
    Ok(Answered(roster(&mut tx, &district, caller.person, wanted.villagers).await?))
}

#[derive(sqlx::FromRow)]
struct Row {
    scope: String,
    person: Id,
    role: String,
    until: Option<Millis>,
    away: bool,
    invited: Option<Millis>,
}

async fn roster(
    db: &mut PgConnection,
    district: &District,
    caller: Id,
    villagers: bool,
) -> sqlx::Result<Roster> {
    let drafts = district.villages.iter().map(|village| Scope::Draft(*village).to_string());
    let left_out = (!villagers).then(|| Role::Villager.as_str());
    let rows: Vec<Row> = sqlx::query_as(ROSTER)
        .bind(district.scopes())
        .bind(Scope::Region(district.region).to_string())
        .bind(drafts.collect::<Vec<_>>())
        .bind(caller)
        .bind(left_out)
        .fetch_all(db)
        .await?;
    Ok(Roster { posts: rows.into_iter().filter_map(Row::post).collect() })
}

impl Row {
    fn post(self) -> Option<Post> {
        let (scope, role): (Scope, Role) = (self.scope.parse().ok()?, Role::of(&self.role)?);
        // what can be given in a village alone, and reaches the region, is held there and not here
        if trust::givers(role, scope).is_empty() {
            return None;
        }
        Some(Post {
            place: scope.owner(),
            person: self.person,
            role,
            until: self.until,
            away: self.away,
            invited: self.invited,
        })
    }
}
