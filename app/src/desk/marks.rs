//! Where the newest words of each record are.

use domain::{Id, Ids, Kind, Record, sync::Replica};

use super::{Seen, Whereabouts};

/// Which records have changes that are not sent, and which that need eyes.
pub(super) struct Marks {
    local: Ids,
    trouble: Ids,
}

impl Marks {
    pub(super) fn of(replica: &Replica) -> Self {
        Self {
            local: replica.unsent().map(|change| change.id).collect(),
            trouble: replica.attention().map(|attention| attention.change.id).collect(),
        }
    }

    pub(super) fn whereabouts(&self, id: Id) -> Whereabouts {
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
