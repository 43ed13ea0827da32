//! What one step puts into the phone's stores and cuts from them: written in one transaction, or not at all.

use super::{Cursor, Outcome};
use crate::{Change, Form, Id, Millis, Record, Refusal, Scope};

/// A change the server has taken: offered again for 30 days should the server come back from a backup.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Kept {
    /// The change.
    pub change: Change,
    /// What became of it.
    pub outcome: Outcome,
    /// Where it can be seen, and from which version on. Until the phone has read it there the change is still
    /// replayed; then this is none.
    pub seen: Option<(Scope, u64)>,
    /// When the server said so, by the server's clock.
    pub heard_at: Millis,
}

/// Why a change needs its author's eyes.
#[derive(Clone, Debug, PartialEq, Form)]
#[form(tag = "why")]
pub enum Trouble {
    /// The server did not accept it.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// The person may no longer read the scope it belongs to.
    Revoked,
}

/// A change that was not taken: nothing is dropped silently.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Attention {
    /// The change.
    pub change: Change,
    /// What is the matter.
    #[form(flatten)]
    pub trouble: Trouble,
    /// When the server said so, by the server's clock.
    pub heard_at: Millis,
}

/// What the phone knows of itself and of the server.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Meta {
    /// This copy of the app.
    pub client: Id,
    /// The server's epoch, once heard.
    pub epoch: Option<String>,
    /// How far the server's clock is ahead of the phone's, in milliseconds.
    #[form(default)]
    pub skew: Millis,
    /// When the server last answered, by the phone's clock.
    pub heard_at: Option<Millis>,
    /// Builds older than this should be brought up to date.
    pub min_build: Option<String>,
    /// When this copy last began anew with a server that came back from a backup, by the server's clock.
    #[form(sparse)]
    pub anew_at: Option<Millis>,
}

impl Meta {
    /// Whether the server asks for a newer build than this one, such as `0.9.1`.
    #[must_use]
    pub fn outdates(&self, build: &str) -> bool {
        let numbers = |build: &str| {
            let mut parts = build.split('.').map(|part| part.parse().unwrap_or(0_u32));
            [(); 3].map(|()| parts.next().unwrap_or(0))
        };
        self.min_build.as_ref().is_some_and(|wanted| numbers(build) < numbers(wanted))
    }
}

/// One step's worth of changes to the stores, and to the memory of every tab.
///
/// In every store, cuts go before puts. The store counts its turns: each step that it writes is one. What an answer
/// of the server is to write was decided on one turn, and is refused by the store on any other: another tab has
/// written meanwhile, and this one must read the store anew and decide anew. Else a tab that slept could put back
/// rows that moved on.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Writes {
    /// The turn of the store it was decided on; none when it is right on any. The store fills in its own.
    #[form(sparse)]
    pub turn: Option<u64>,
    /// All records and cursors go first.
    pub clear: bool,
    /// Records to put.
    pub rows_put: Vec<Record>,
    /// Records to cut.
    pub rows_cut: Vec<Id>,
    /// Changes that have no number yet: the store gives each the next one, in this order.
    pub outbox_add: Vec<Change>,
    /// Changes to put under the number they have.
    pub outbox_put: Vec<Change>,
    /// Numbers of changes to cut.
    pub outbox_cut: Vec<u64>,
    /// Taken changes to put.
    pub journal_put: Vec<Kept>,
    /// Taken changes to cut.
    pub journal_cut: Vec<Id>,
    /// Changes that need eyes to put.
    pub attention_put: Vec<Attention>,
    /// Changes that need eyes no longer.
    pub attention_cut: Vec<Id>,
    /// Cursors to put.
    pub cursors_put: Vec<(Scope, Cursor)>,
    /// Cursors to cut.
    pub cursors_cut: Vec<Scope>,
    /// The phone's own page, when it changed.
    pub meta: Option<Meta>,
}

impl Writes {
    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        // field by field: to compare all that may be in them is code that nothing else needs
        let Self { turn: _, clear, rows_put, rows_cut, outbox_add, outbox_put, outbox_cut, .. } =
            self;
        let Self { journal_put, journal_cut, attention_put, attention_cut, .. } = self;
        let Self { cursors_put, cursors_cut, meta, .. } = self;
        let ids = [rows_cut, journal_cut, attention_cut];
        !clear
            && meta.is_none()
            && rows_put.is_empty()
            && ids.iter().all(|ids| ids.is_empty())
            && outbox_add.is_empty()
            && outbox_put.is_empty()
            && outbox_cut.is_empty()
            && journal_put.is_empty()
            && attention_put.is_empty()
            && cursors_put.is_empty()
            && cursors_cut.is_empty()
    }

    /// Gives the added changes the numbers the store gave them.
    pub fn numbered(&mut self, numbers: &[u64]) {
        for (mut change, seq) in self.outbox_add.drain(..).zip(numbers.iter().copied()) {
            change.seq = seq;
            self.outbox_put.push(change);
        }
    }
}
