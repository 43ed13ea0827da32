//! What every handler can reach.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::{PgConnection, PgPool};
use tokio::sync::broadcast;
use tokio::time::sleep;

use crate::accounts::hash::Kitchen;
use crate::database;
use crate::doors::Doors;
use crate::error::{Error, worth_a_retry};
use crate::listen::Patience;
use crate::sync::{self, News};

/// How often a transaction that met another one is begun anew.
const TRIES: u32 = 5;
/// How long, at most, it then waits in milliseconds, times how often it was begun.
const PAUSE: u64 = 40;

/// What every handler can reach.
#[derive(Clone, Debug)]
pub struct Hall {
    /// Connections to the database.
    pub pool: PgPool,
    /// The word that changes when the database is not the same one any more.
    pub epoch: Arc<str>,
    /// Phones with an older build are asked to bring themselves up to date; they may go on sending.
    pub min_build: Option<Arc<str>>,
    /// How often a transaction was begun anew because another was in its way.
    pub retries: Arc<AtomicU64>,
    /// How long one waits for others.
    pub patience: Patience,
    /// Where passwords are hashed.
    pub kitchen: Arc<Kitchen>,
    pub(crate) news: broadcast::Sender<News>,
    pub(crate) doors: Arc<Doors>,
}

impl Hall {
    /// A hall over a database whose tables are up to date.
    #[must_use]
    pub fn new(pool: PgPool, epoch: &str) -> Self {
        let (news, _) = broadcast::channel(1024);
        let (retries, doors) = (Arc::default(), Arc::new(Doors::new()));
        let kitchen = Arc::new(Kitchen::new());
        Self {
            pool,
            epoch: epoch.into(),
            min_build: None,
            retries,
            patience: Patience::default(),
            kitchen,
            news,
            doors,
        }
    }

    /// Goes on only if the database is still in the epoch that this server tells phones: it may
    /// have come back from a backup under a running server.
    ///
    /// # Errors
    /// When it is not: phones are asked to wait, and the log says what to do.
    pub(crate) async fn awake(&self, db: &mut PgConnection) -> Result<(), Error> {
        if database::present(db, &self.epoch).await? { Ok(()) } else { Err(Error::Asleep) }
    }

    /// Tries once more, a few times, what met another transaction; each time it waits a little longer, or the two would meet
    /// again.
    ///
    /// # Errors
    /// What the last try says.
    pub(crate) async fn patiently<T, F>(&self, mut attempt: impl FnMut() -> F) -> Result<T, Error>
    where
        F: Future<Output = Result<T, Error>>,
    {
        let mut tries = 0;
        loop {
            match attempt().await {
                Err(Error::Database(error)) if tries < TRIES && worth_a_retry(&error) => {
                    tries += 1;
                    self.retries.fetch_add(1, Ordering::Relaxed);
                    let pause = rand::random_range(1..=PAUSE * u64::from(tries));
                    sleep(Duration::from_millis(pause)).await;
                }
                outcome => return outcome,
            }
        }
    }

    /// Passes news from the database on to the phones that listen, from now on.
    pub fn listen(&self) {
        tokio::spawn(sync::listen(self.pool.clone(), self.news.clone()));
    }

    /// Lets go of the phones that listen.
    pub fn close(&self) {
        // nobody may be listening
        let _ = self.news.send(News::Closing);
    }
}
