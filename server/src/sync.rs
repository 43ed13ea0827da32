//! How copies become one, the server's half: it brings the records, `domain` judges, one
//! transaction stores.

pub(crate) mod ballot;
mod bring;
pub mod chain;
pub(crate) mod changes;
pub mod compaction;
pub(crate) mod digests;
pub(crate) mod door;
mod enter;
mod joining;
mod linked;
pub(crate) mod made;
pub(crate) mod naming;
mod news;
pub(crate) mod past;
#[cfg(feature = "planted")]
mod planted;
pub mod poke;
pub mod pull;
pub mod push;
pub(crate) mod records;
pub(crate) mod reply;
pub(crate) mod scopes;
mod seals;
mod sitting;
mod steps;
pub(crate) mod still;

use std::time::{SystemTime, UNIX_EPOCH};

use domain::Millis;

pub(crate) use enter::enter;
pub use news::Notice;
pub(crate) use news::{News, listen, tell, tell_revoked};

/// Now, by the server's clock.
#[must_use]
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
}
