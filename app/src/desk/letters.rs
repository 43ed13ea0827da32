//! What came by a door that needs no account, as the screens know it.

use domain::{
    Id, Issue, Kind, Record, Scope, Standing,
    follow::{Fate, Letter},
};

use super::{Desk, Marks, Whereabouts};
use crate::order::newest_first;

/// A letter on this phone.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Posted {
    pub(crate) id: Id,
    pub(crate) scope: Scope,
    pub(crate) letter: Letter,
    pub(crate) whereabouts: Whereabouts,
}

impl Posted {
    /// Whether it waits for a look.
    pub(crate) fn held(&self) -> bool {
        self.letter.fate == Fate::Held
    }
}

/// An issue that came by the door and that no cadre has looked at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lead {
    pub(crate) id: Id,
    pub(crate) issue: Issue,
}

/// Whether a record waits for a look at the tray.
fn waits(record: &Record) -> bool {
    if record.gone {
        return false;
    }
    match record.kind {
        Kind::Letter => record.text("fate") == Some(Fate::Held.as_str()),
        Kind::Issue => {
            record.fields.contains_key("door")
                && record.text("standing") == Some(Standing::Lead.as_str())
        }
        _ => false,
    }
}

impl Desk {
    /// Whether the person looks at letters at all; tracked.
    pub(crate) fn has_tray(self) -> bool {
        let scopes = self.who().scopes();
        scopes.iter().any(|scope| matches!(scope, Scope::Draft(_) | Scope::District(_)))
    }

    /// How many wait for a look; tracked.
    pub(crate) fn tray(self) -> usize {
        self.replica.with(|replica| replica.view().values().filter(|record| waits(record)).count())
    }

    /// All letters, the newest first; tracked.
    pub(crate) fn letters(self) -> Vec<Posted> {
        self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let all = replica.view().values().filter(|r| r.kind == Kind::Letter && !r.gone);
            let posted = |record: &Record| {
                let (id, scope, letter) = (record.id, record.scope, record.read().ok()?);
                Some(Posted { id, scope, letter, whereabouts: marks.whereabouts(id) })
            };
            let mut letters: Vec<Posted> = all.filter_map(posted).collect();
            letters.sort_by_cached_key(|one| newest_first(0, one.letter.written_at, one.id));
            letters
        })
    }

    /// Issues that came by the door and wait for a look, the newest first; tracked.
    pub(crate) fn leads(self) -> Vec<Lead> {
        self.replica.with(|replica| {
            let all = replica.view().values().filter(|r| r.kind == Kind::Issue && waits(r));
            let lead = |record: &Record| Some(Lead { id: record.id, issue: record.read().ok()? });
            let mut leads: Vec<Lead> = all.filter_map(lead).collect();
            leads.sort_by_cached_key(|lead| newest_first(0, lead.issue.raised_at(), lead.id));
            leads
        })
    }

    /// Whoever raised an issue, by name; and that it came by the door, where it did. Tracked.
    pub(crate) fn raiser(self, issue: &Issue) -> String {
        let Some(name) = self.by_door(issue) else { return self.name_of(issue.raised_by) };
        let by_door = crate::look::words().common.by_door;
        if name.is_empty() { by_door.to_owned() } else { [&name, " · ", by_door].concat() }
    }

    /// The name that was left by whoever raised an issue by the door, for those who look; an empty one for the others.
    /// Nothing for an issue that came otherwise. Tracked.
    pub(crate) fn by_door(self, issue: &Issue) -> Option<String> {
        let door = issue.door.as_ref()?;
        let looks = self.who().reads(Scope::Draft(issue.village));
        Some(door.name.clone().filter(|_| looks).unwrap_or_default())
    }
}
