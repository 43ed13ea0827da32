//! Where the newest words of each record are.

use domain::{Change, Id, Ids, Kind, Record, sync::Replica};

use super::{Seen, Whereabouts};

/// The changes that are only on this phone: not sent yet, or sent before what they name had arrived.
pub(super) fn only_here(replica: &Replica) -> impl Iterator<Item = &Change> {
    replica.unsent().chain(replica.early().map(|attention| &attention.change))
}

/// Which records have changes that are not sent, and which that need eyes.
pub(crate) struct Marks {
    local: Ids,
    trouble: Ids,
}

impl Marks {
    pub(crate) fn of(replica: &Replica) -> Self {
        Self {
            local: only_here(replica).map(|change| change.id).collect(),
            trouble: replica.eyes().map(|attention| attention.change.id).collect(),
        }
    }

    pub(crate) fn whereabouts(&self, id: Id) -> Whereabouts {
        if self.trouble.contains(&id) {
            Whereabouts::Trouble
        } else if self.local.contains(&id) {
            Whereabouts::Local
        } else {
            Whereabouts::Sent
        }
    }

    pub(super) fn see(&self, record: &Record) -> Option<Seen> {
        if record.kind != Kind::Issue || record.gone {
            return None;
        }
        let issue = record.read().ok()?;
        let whereabouts = self.whereabouts(record.id);
        Some(Seen { id: record.id, scope: record.scope, issue, whereabouts })
    }
}
