//! How far a phone has read a scope.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::Id;

/// All records up to a version are read; with `after`, of the last version only those up to that id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The scope's version.
    pub ver: u64,
    /// The last record read of that version, when a page ended inside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Id>,
}

impl Cursor {
    /// Everything up to this version.
    #[must_use]
    pub fn whole(ver: u64) -> Self {
        Self { ver, after: None }
    }

    fn place(&self) -> (u64, Id) {
        (self.ver, self.after.unwrap_or(Id::max()))
    }
}

impl PartialOrd for Cursor {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cursor {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}
