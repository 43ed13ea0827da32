//! The valley: a made-up district of many villages over years, the same for the same seed.
//!
//! Figures can be held against it, and measured on it. Every record comes about by acts that the rules have judged.

use domain::{DAY, Id, Millis, Role, Scope, Who};
use sqlx::PgPool;

use self::book::{Astray, Book};
use self::chance::Chance;
use self::land::Village;
use crate::accounts::member;

mod book;
mod chance;
mod deeds;
mod evening;
mod land;
mod matters;
mod names;
mod plans;
mod store;

/// How large a valley, and for how long.
#[derive(Clone, Copy, Debug)]
pub struct Valley {
    /// What chance begins with.
    pub seed: u64,
    /// How many villages, in six towns; sixty at the most.
    pub villages: usize,
    /// Over how many days.
    pub days: i64,
    /// The moment up to which all of it has happened.
    pub until: Millis,
}

/// Why there is no valley.
#[derive(Debug, thiserror::Error)]
pub enum ValleyError {
    /// The database failed.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
    /// It does what nobody may.
    #[error("the valley goes astray: {0}")]
    Astray(String),
    /// There is something already.
    #[error("the database is not empty")]
    Taken,
}

impl From<Astray> for ValleyError {
    fn from(astray: Astray) -> Self {
        Self::Astray(astray.to_string())
    }
}

impl Valley {
    /// The district.
    #[must_use]
    pub fn region() -> Id {
        land::region()
    }

    /// Its office.
    #[must_use]
    pub fn office() -> Id {
        land::office()
    }

    /// Those of the how-manyth village who have an account: secretary, recorder, supervisor, representative.
    #[must_use]
    pub fn people(village: usize) -> Vec<Id> {
        (0..land::CADRES.len()).map(|role| land::cadre(village, role)).collect()
    }

    /// The same into a database that nobody has used: beside a district that is at work there would be a second office,
    /// which nobody asked in.
    ///
    /// # Errors
    /// When there is anything, or as [`Self::lay`].
    pub async fn lay_alone(&self, pool: &PgPool) -> Result<usize, ValleyError> {
        let taken = sqlx::query_scalar("select exists (select from record)");
        if taken.fetch_one(pool).await? { Err(ValleyError::Taken) } else { self.lay(pool).await }
    }

    /// Lays it into a database that has no valley yet. Gives how many records it has.
    ///
    /// # Errors
    /// When the database fails, or has a valley.
    pub async fn lay(&self, pool: &PgPool) -> Result<usize, ValleyError> {
        let mut tx = pool.begin().await?;
        let there: bool = sqlx::query_scalar("select exists (select from record where id = $1)")
            .bind(land::region())
            .fetch_one(&mut *tx)
            .await?;
        if there {
            return Err(ValleyError::Taken);
        }
        let chance = Chance::new(self.seed);
        let opening = self.until - self.days * DAY;
        let roles = vec![(Role::Office, Scope::Region(land::region()))];
        let office = Who { person: land::office(), roles };
        let mut directory = Book::new(chance.aside(0), land::region(), self.until, vec![office]);
        let villages = land::found(&mut directory, opening - 30 * DAY, self.villages.min(60))?;
        let mut records = store::keep(&mut tx, &directory).await?;
        for (nth, village) in villages.iter().enumerate() {
            let writers = land::writers(nth, village.id);
            let own = chance.aside(nth as u64 + 1);
            let mut book = Book::new(own, village.id, self.until, writers);
            self.live(&mut book, village, opening)?;
            records += store::keep(&mut tx, &book).await?;
        }
        enrol(&mut tx, &villages).await?;
        tx.commit().await?;
        sqlx::query("analyze").execute(pool).await?;
        Ok(records)
    }

    /// What happens in one village: what is raised, and when people sit down over it.
    fn live(&self, book: &mut Book, village: &Village, opening: Millis) -> Result<(), Astray> {
        let mut posted = Vec::new();
        let mut at = opening;
        loop {
            at += book.chance.days(2, 9);
            if at >= self.until {
                break;
            }
            posted.extend(matters::issue(book, at, &village.groups)?);
        }
        posted.sort_by_key(|one| one.at);
        // in some villages the last group never comes
        let groups = village.groups.len();
        let come = if book.chance.percent(35) { groups.saturating_sub(1) } else { groups };
        let heard: Vec<&str> = names::GROUPS.into_iter().take(come).collect();
        // the plan goes a way of its own: what else happens stays as it was without one
        let mut plan = book.chance.aside(1);
        let mut on = opening + book.chance.days(40, 90);
        // an evening is planned two weeks before it
        while on - 14 * DAY < self.until {
            let ripe = posted.iter().take_while(|one| one.at < on - 15 * DAY).count().min(2);
            let taken: Vec<_> = posted.drain(..ripe).collect();
            evening::sit(book, &mut plan, on, (&taken, &heard))?;
            on += book.chance.days(36, 66);
        }
        plans::slots(book, &mut plan, opening)
    }
}

/// Accounts and roles: the office everywhere, the others in their village.
async fn enrol(db: &mut sqlx::PgConnection, villages: &[Village]) -> sqlx::Result<()> {
    member::enrol(db, land::office()).await?;
    member::grant(db, land::office(), Role::Office, Scope::Region(land::region())).await?;
    for (nth, village) in villages.iter().enumerate() {
        for scope in [Scope::Village(village.id), Scope::Draft(village.id)] {
            member::grant(db, land::office(), Role::Office, scope).await?;
        }
        for who in land::writers(nth, village.id) {
            member::enrol(db, who.person).await?;
            for (role, scope) in who.roles {
                member::grant(db, who.person, role, scope).await?;
            }
        }
    }
    Ok(())
}
