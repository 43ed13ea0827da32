//! Who may look over other people's shoulders, and how far: the office over its region, a supervisor over a village.

use domain::{Id, Role, Scope};
use sqlx::PgConnection;

use super::member;
use crate::error::{Code, Error};

/// How far somebody sees.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sight {
    /// The regions whose office this is.
    pub(crate) regions: Vec<Scope>,
    /// The villages that are seen.
    villages: Vec<Scope>,
}

impl Sight {
    /// How far a person sees.
    ///
    /// # Errors
    /// When that is nowhere.
    pub(crate) async fn of(db: &mut PgConnection, person: Id) -> Result<Self, Error> {
        let who = member::who(db, person).await?;
        let held = |role: Role| {
            let of = move |(held, scope): &(Role, Scope)| (*held == role).then_some(*scope);
            who.roles.iter().filter_map(of).collect::<Vec<_>>()
        };
        let regions: Vec<Scope> =
            held(Role::Office).into_iter().filter(|s| matches!(s, Scope::Region(_))).collect();
        let mut villages = held(Role::Supervisor);
        if !regions.is_empty() {
            villages.extend(held(Role::Office));
        }
        villages.retain(|scope| matches!(scope, Scope::Village(_)));
        if regions.is_empty() && villages.is_empty() {
            return Err(Code::NotYours.into());
        }
        let more: Vec<Id> = sqlx::query_scalar(
            "select id from record
             where kind = 'place' and scope = any($1) and fields->>'level' = 'village'",
        )
        .bind(names(&regions))
        .fetch_all(db)
        .await?;
        villages.extend(more.into_iter().map(Scope::Village));
        villages.sort();
        villages.dedup();
        Ok(Self { regions, villages })
    }

    /// Whether it is an office that sees a person: somebody of its directory, or with a role in one of its villages.
    pub(crate) async fn office_over(&self, db: &mut PgConnection, person: Id) -> Result<(), Error> {
        if self.regions.is_empty() || !self.people(db).await?.contains(&person) {
            return Err(Code::NotYours.into());
        }
        Ok(())
    }

    /// The scopes that are seen: villages, what is held back there, their sessions; an office's own region.
    pub(crate) async fn scopes(&self, db: &mut PgConnection) -> sqlx::Result<Vec<String>> {
        let sessions: Vec<Id> =
            sqlx::query_scalar("select id from record where kind = 'session' and scope = any($1)")
                .bind(names(&self.villages))
                .fetch_all(db)
                .await?;
        let ids = || self.villages.iter().map(|village| village.owner());
        let mut all = self.regions.clone();
        all.extend(&self.villages);
        all.extend(ids().map(Scope::Draft));
        all.extend(sessions.into_iter().map(Scope::Session));
        if !self.regions.is_empty() {
            all.extend(self.regions.iter().map(|region| Scope::District(region.owner())));
            all.extend(ids().map(Scope::District));
        }
        Ok(names(&all))
    }

    /// The people who are seen: members of the villages, and the directory of an office's region.
    pub(crate) async fn people(&self, db: &mut PgConnection) -> sqlx::Result<Vec<Id>> {
        let places: Vec<Scope> = self.regions.iter().chain(&self.villages).copied().collect();
        sqlx::query_scalar(
            "select person from member where scope = any($1)
             union select id from record where kind = 'person' and scope = any($2)",
        )
        .bind(names(&places))
        .bind(names(&if self.regions.is_empty() { Vec::new() } else { places }))
        .fetch_all(db)
        .await
    }
}

fn names(scopes: &[Scope]) -> Vec<String> {
    scopes.iter().map(Scope::to_string).collect()
}
