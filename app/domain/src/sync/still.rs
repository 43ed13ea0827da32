//! How far a copy has read, in one word.
//!
//! A round that finds nothing new is the commonest of all. The server makes the same word of how far it is; where the
//! two are one, there is nothing to tell.

use super::{Cursor, Replica, Writes, digest::sum};
use crate::{Form, Id, Millis, Scope};

/// The answer to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub struct Still {
    /// The server's clock.
    pub server_at: Millis,
    /// Whether nothing is new; else a pull will tell what is.
    #[form(sparse)]
    pub still: bool,
}

/// One word for all that a pull would depend on: where nothing of it has changed, it would bring nothing.
#[must_use]
pub fn word(
    epoch: &str,
    person: Id,
    min_build: Option<&str>,
    read: impl Iterator<Item = (Scope, u64)>,
) -> String {
    let mut all = format!("{epoch}\n{person}\n{}", min_build.unwrap_or_default());
    for (scope, ver) in read {
        all.push_str(&format!("\n{scope} {ver}"));
    }
    format!("{:016x}", sum(all.as_bytes()))
}

impl Replica {
    /// How far this copy has read, in one word; none while it is in the middle of something.
    #[must_use]
    pub fn word(&self) -> Option<String> {
        let whole = |(scope, cursor): (&Scope, &Cursor)| {
            (*cursor == Cursor::whole(cursor.ver)).then_some((*scope, cursor.ver))
        };
        let read: Option<Vec<_>> = self.cursors.iter().map(whole).collect();
        let meta = &self.meta;
        let read = read.filter(|_| self.outbox.is_empty())?;
        Some(word(meta.epoch.as_ref()?, self.person(), meta.min_build.as_deref(), read.into_iter()))
    }

    /// What is to write when the server said that nothing is new since this copy gave its word.
    #[must_use]
    pub fn hear_still(&self, given: &str, told: Still, now: Millis) -> Option<Writes> {
        let same = told.still && self.word().as_deref() == Some(given);
        same.then(|| Writes { meta: Some(self.heard(now, told.server_at)), ..self.decided() })
    }
}
