//! What one push wrote, one step a scope: from the version before it to its own. Steps come unasked, with the answer to
//! the push and with the knock at other doors; a copy that stands elsewhere passes them by, and pulls.
//!
//! All steps of a push apply together, as the pages of an answer do. Of a record that stays where it lies only what
//! has changed is told, and that is laid on no other revision than the one it was changed from.

use super::{Columns, Cursor, Replica, Writes, planted::Planted, told::Told};
use crate::{Fields, Form, Id, Millis, Record, Scope, Sorted};

/// What one push wrote in one scope.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Step {
    /// The scope.
    pub scope: Scope,
    /// The version it was raised to, from the one before.
    pub ver: u64,
    /// Records that moved to another scope, with the revision they left with.
    #[form(sparse)]
    pub left: Vec<(Id, u64)>,
    /// Records that are new here.
    #[form(sparse)]
    pub rows: Option<Columns>,
    /// Records that lay here before and are changed.
    #[form(sparse)]
    pub edits: Vec<Edited>,
}

/// What has changed in a record.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Edited {
    /// The record.
    pub id: Id,
    /// The revision it was changed from.
    pub was: u64,
    /// The revision it has now.
    pub rev: u64,
    /// When it was changed last.
    pub at: Millis,
    /// By whom.
    #[form(sparse)]
    pub by: Option<Id>,
    /// Whether it is gone.
    #[form(sparse)]
    pub gone: bool,
    /// The fields that say something else now; null where one says nothing any more.
    pub fields: Fields,
}

/// Who speaks at a door, to whom: what comes through it is news only to a copy that knows both by these names.
#[must_use]
pub fn door(epoch: &str, person: Id) -> String {
    format!("{epoch} {person}")
}

impl Step {
    fn from(&self) -> Cursor {
        Cursor::whole(self.ver.saturating_sub(1))
    }

    fn to(&self) -> Cursor {
        Cursor::whole(self.ver)
    }
}

impl Edited {
    /// What makes of `before` what it is `now`; none when that is not all there is to tell.
    #[must_use]
    pub fn between(before: &Record, now: &Record) -> Option<Self> {
        let told = |record: &Record, name: &str| {
            record.fields.get(name).filter(|value| !value.is_null()).cloned()
        };
        if before.scope != now.scope || before.kind != now.kind {
            return None;
        }
        let names = before.fields.keys().chain(now.fields.keys());
        let fields = names.filter(|name| told(before, name) != told(now, name));
        let fields = fields.map(|name| (name.clone(), told(now, name).unwrap_or_default()));
        Some(Self {
            id: now.id,
            was: before.rev,
            rev: now.rev,
            at: now.at,
            by: now.by,
            gone: now.gone,
            fields: fields.collect(),
        })
    }

    /// The record as it is now.
    #[must_use]
    pub fn on(&self, before: &Record) -> Record {
        let Self { rev, at, by, gone, .. } = *self;
        let mut now = Record { rev, at, by, gone, ..before.clone() };
        for (name, value) in &self.fields {
            now.set(name, value.clone());
        }
        now
    }
}

impl Replica {
    /// What steps that came through the door of that name are to write; none where they do not begin where this
    /// copy stands.
    #[must_use]
    pub fn hear_steps(&self, through: &str, steps: &[Step], now: Millis) -> Option<Writes> {
        let ours = self.meta.epoch.as_ref().map(|epoch| door(epoch, self.person()));
        if ours.as_deref() != Some(through) && !Planted::AnyDoorBelieved.here() {
            return None;
        }
        let mut writes = self.decided();
        self.step(steps, &mut writes, self.corrected(now)).then_some(writes)
    }

    /// Adds the steps to what is to be written; or nothing, where they do not begin where this copy stands.
    pub(super) fn step(&self, steps: &[Step], writes: &mut Writes, heard_at: Millis) -> bool {
        let unasked = Sorted::new();
        let mut told = Told::new(self, &unasked, std::mem::take(writes));
        let follows = steps.iter().all(|step| told.step(step).is_some());
        if follows {
            *writes = told.finish(true);
            self.offer_early(writes, heard_at);
        } else {
            *writes = told.unsaid();
        }
        follows
    }
}

impl Told<'_> {
    fn step(&mut self, step: &Step) -> Option<()> {
        let follows = self.follows(step.scope, Some(step.from()), step.to());
        if !follows && !Planted::StepsFromAnywhere.here() {
            return Planted::StepsOneByOne.here().then_some(());
        }
        let mut rows = match &step.rows {
            Some(rows) => rows.records(step.scope).ok()?,
            None => Vec::new(),
        };
        for edited in &step.edits {
            let held = self.record(&edited.id)?;
            if held.rev >= edited.rev {
                continue;
            }
            let same = held.rev == edited.was && held.scope == step.scope;
            if !same && !Planted::EditsOnAnyRevision.here() {
                return None;
            }
            rows.push(edited.on(held));
        }
        self.lay(step.scope, &step.left, rows, step.to());
        Some(())
    }
}
