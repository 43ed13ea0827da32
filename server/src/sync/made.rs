//! What is costly to make and the same for everybody: made once for each state of what it is made of, by few at a time.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use sqlx::PgConnection;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::error::Code;

/// So many are kept.
const MOST: usize = 64;
/// So long somebody waits for a turn.
const PATIENCE: Duration = Duration::from_secs(10);

/// How far all scopes are: each change in one moves it on. Of all, since a name that is only said in a draft is struck
/// from what the village was told, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark(i64, i64);

impl Mark {
    /// As they are now.
    pub(crate) async fn now(db: &mut PgConnection) -> sqlx::Result<Self> {
        let (count, sum) =
            sqlx::query_as("select count(*), coalesce(sum(ver), 0)::bigint from scope")
                .fetch_one(db)
                .await?;
        Ok(Self(count, sum))
    }
}

/// What was made, by its name, and whose turn it is to make more.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    turn: Arc<Semaphore>,
    last: Arc<Mutex<BTreeMap<String, (Mark, Bytes)>>>,
}

impl Made {
    /// By so many at a time.
    pub(crate) fn by(turns: usize) -> Self {
        Self { turn: Arc::new(Semaphore::new(turns)), last: Arc::default() }
    }

    /// A turn, should one be free before whoever waits has gone. It is taken before the connection: those who wait for
    /// it must not hold what phones need.
    pub(crate) async fn turn(&self) -> Result<SemaphorePermit<'_>, Code> {
        match tokio::time::timeout(PATIENCE, self.turn.acquire()).await {
            Ok(Ok(turn)) => Ok(turn),
            Ok(Err(_)) | Err(_) => Err(Code::Busy),
        }
    }

    /// What was made of this state.
    pub(crate) fn again(&self, name: &str, mark: Mark) -> Option<Bytes> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.get(name).filter(|(of, _)| *of == mark).map(|(_, bytes)| bytes.clone())
    }

    /// Keeps it, until there is another state or it is one of too many.
    pub(crate) fn keep(&self, name: &str, mark: Mark, bytes: &Bytes) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.len() >= MOST && !last.contains_key(name) {
            last.clear();
        }
        last.insert(name.to_owned(), (mark, bytes.clone()));
    }
}
