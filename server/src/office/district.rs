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

    /// Opens a region for those who decide in it, with the villages about which they do: all of them to its office, to a
    /// secretary their own.
    ///
    /// # Errors
    /// When the person is neither its office nor the secretary of one of its villages.
    pub(crate) async fn open_to_deciders(
        db: &mut PgConnection,
        region: Id,
        person: Id,
    ) -> Result<(Self, Vec<Id>), Error> {
        let who = member::who(db, person).await?;
        let villages = lands::villages(db, region).await?;
        let mut theirs = villages.clone();
        if !who.roles.contains(&(Role::Office, Scope::Region(region))) {
            theirs.retain(|id| who.roles.contains(&(Role::Secretary, Scope::Village(*id))));
        }
        if theirs.is_empty() {
            return Err(Code::NotYours.into());
        }
        Ok((Self { region, villages }, theirs))
    }

    /// The scopes of its villages, as they are written in SQL.
    pub(crate) fn scopes(&self) -> Vec<String> {
        self.villages.iter().map(|village| Scope::Village(*village).to_string()).collect()
    }
}
