//! The issues on this phone, by id. A row in order does what a tree would, with far less code.

use std::sync::Arc;

use domain::{Id, sync::Replica};

use super::{Seen, Whereabouts};

/// Issues in the order of their ids, which is that of their making.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Issues(Vec<Arc<Seen>>);

impl Issues {
    /// All of them, the oldest first.
    pub(crate) fn all(&self) -> &[Arc<Seen>] {
        &self.0
    }

    /// One of them.
    pub(crate) fn get(&self, id: Id) -> Option<&Arc<Seen>> {
        self.0.get(self.place(id).ok()?)
    }

    /// Takes one in, in place of what was known of it; whether it is another than before.
    pub(super) fn put(&mut self, seen: Seen) -> bool {
        match self.place(seen.id) {
            Ok(at) if *self.0[at] == seen => return false,
            Ok(at) => self.0[at] = Arc::new(seen),
            Err(at) => self.0.insert(at, Arc::new(seen)),
        }
        true
    }

    /// Leaves one out; whether it was there.
    pub(super) fn leave_out(&mut self, id: Id) -> bool {
        self.place(id).map(|at| self.0.remove(at)).is_ok()
    }

    /// Those whose mark may have changed although the record has not: a change of it went out or came back.
    pub(super) fn stale(&self, replica: &Replica) -> Vec<Id> {
        let marked = |seen: &Seen| {
            seen.whereabouts != Whereabouts::Sent
                || replica.attention().any(|attention| attention.change.id == seen.id)
        };
        self.0.iter().filter(|seen| marked(seen)).map(|seen| seen.id).collect()
    }

    fn place(&self, id: Id) -> Result<usize, usize> {
        self.0.binary_search_by_key(&id, |seen| seen.id)
    }
}
