//! How far a phone has read a scope.

use std::cmp::Ordering;

use super::planted::Planted;
use crate::{Form, Id};

/// All records up to a version are read; with `after`, of the last version only those up to that id.
///
/// Cursors are compared by how far they go; where the reading began makes no difference to that.
#[derive(Clone, Copy, Debug, Default, Form)]
pub struct Cursor {
    /// The scope's version.
    pub ver: u64,
    /// The last record read of that version, when a page ended inside it.
    #[form(sparse)]
    pub after: Option<Id>,
    /// Where the scope stood when this phone began to read it from the start, while it is not through. Without this
    /// a scope larger than a page could never be read once its history was shortened: the first page ends before the
    /// history begins, which looks like a phone that was away for too long.
    #[form(sparse)]
    pub begun: Option<u64>,
}

impl Cursor {
    /// Everything up to this version.
    #[must_use]
    pub fn whole(ver: u64) -> Self {
        Self { ver, after: None, begun: None }
    }

    /// Everything before this version, and of it the records up to this id.
    #[must_use]
    pub fn within(ver: u64, id: Id) -> Self {
        Self { ver, after: Some(id), begun: None }
    }

    /// The end of a page that follows on another one, or on nothing, when the scope stands at `head`.
    #[must_use]
    pub fn on(self, from: Option<Self>, head: u64) -> Self {
        let begun =
            from.map_or(Some(head), |from| from.begun).filter(|_| !Planted::BegunForgotten.here());
        Self { begun: begun.filter(|_| self != Self::whole(head)), ..self }
    }

    /// Whether news can be told from here on, when the scope stands at `head` and what left it or was dropped up to
    /// `floor` is forgotten. If not, everything is told from the start.
    #[must_use]
    pub fn follows(self, floor: u64, head: u64) -> bool {
        let knows = Self::whole(floor) <= self
            || self.begun.is_some_and(|begun| floor <= begun)
            || Planted::FloorIgnored.here();
        knows && self.ver <= head
    }

    fn place(&self) -> (u64, Id) {
        (self.ver, self.after.unwrap_or(Id::max()))
    }
}

impl PartialEq for Cursor {
    fn eq(&self, other: &Self) -> bool {
        self.place() == other.place()
    }
}

impl Eq for Cursor {}

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
