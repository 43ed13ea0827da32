//! Where a role can be held: a village, which lies in a region, or a region.

use domain::{Id, Role, Scope};
use sqlx::PgConnection;

/// A place in which roles are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Land {
    /// `Village` or `Region`.
    pub(crate) scope: Scope,
    /// The region it lies in, or is.
    pub(crate) region: Id,
}

impl Land {
    /// The scopes of its own in which a role is held there; what else it reaches follows from these.
    pub(crate) fn scopes(self, role: Role) -> Vec<Scope> {
        match self.scope {
            Scope::Village(village) if role.reads_drafts() => {
                vec![self.scope, Scope::Draft(village)]
            }
            scope => vec![scope],
        }
    }
}

/// The village or region of this id, if the directory has it.
pub(crate) async fn find(db: &mut PgConnection, place: Id) -> sqlx::Result<Option<Land>> {
    let found: Option<(String, Option<String>)> = sqlx::query_as(
        "select scope, fields->>'level' from record
         where id = $1 and kind = 'place' and not gone",
    )
    .bind(place)
    .fetch_optional(db)
    .await?;
    Ok(found.and_then(|(scope, level)| {
        let Ok(Scope::Region(region)) = scope.parse() else { return None };
        match level.as_deref() {
            Some("village") => Some(Land { scope: Scope::Village(place), region }),
            _ if region == place => Some(Land { scope: Scope::Region(region), region }),
            _ => None,
        }
    }))
}

/// The villages of a region.
pub(crate) async fn villages(db: &mut PgConnection, region: Id) -> sqlx::Result<Vec<Id>> {
    sqlx::query_scalar(
        "select id from record
         where kind = 'place' and not gone and scope = $1 and fields->>'level' = 'village'
         order by id",
    )
    .bind(Scope::Region(region).to_string())
    .fetch_all(db)
    .await
}

/// The region of a town, if the directory has it.
pub(crate) async fn of_town(db: &mut PgConnection, town: Id) -> sqlx::Result<Option<Id>> {
    let found: Option<String> = sqlx::query_scalar(
        "select scope from record
         where id = $1 and kind = 'place' and not gone and fields->>'level' = 'town'",
    )
    .bind(town)
    .fetch_optional(db)
    .await?;
    Ok(found.and_then(|scope| match scope.parse() {
        Ok(Scope::Region(region)) => Some(region),
        _ => None,
    }))
}

/// The villages of a town of a region.
pub(crate) async fn villages_of_town(
    db: &mut PgConnection,
    (region, town): (Id, Id),
) -> sqlx::Result<Vec<Id>> {
    sqlx::query_scalar(
        "select id from record
         where kind = 'place' and not gone and scope = $1 and fields->>'level' = 'village'
           and fields->>'parent' = $2
         order by id",
    )
    .bind(Scope::Region(region).to_string())
    .bind(town.to_string())
    .fetch_all(db)
    .await
}
