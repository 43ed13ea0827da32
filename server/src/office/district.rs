//! Whose desk it is: a region with its villages, opened for its office alone.

use domain::{Id, Role, Scope};
use sqlx::PgConnection;

use crate::accounts::{lands, member};
use crate::error::{Code, Error};

/// A region as its office sees it.
#[derive(Clone, Debug)]
pub(crate) struct District {
    /// The region.
    pub(crate) region: Id,
    /// Its villages.
    pub(crate) villages: Vec<Id>,
}

impl District {
    /// Opens a region for somebody.
    ///
    /// # Errors
    /// When the person is not its office.
    pub(crate) async fn open(db: &mut PgConnection, region: Id, person: Id) -> Result<Self, Error> {
        let who = member::who(db, person).await?;
        if !who.roles.contains(&(Role::Office, Scope::Region(region))) {
            return Err(Code::NotYours.into());
        }
        Ok(Self { region, villages: lands::villages(db, region).await? })
    }

    /// The scopes of its villages, as they are written in SQL.
    pub(crate) fn scopes(&self) -> Vec<String> {
        self.villages.iter().map(|village| Scope::Village(*village).to_string()).collect()
    }
}
