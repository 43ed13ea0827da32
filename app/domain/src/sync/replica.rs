//! The phone's half: what it holds, what it shows, and what each act or answer is to write.
//!
//! Deciding and doing are apart. A decision takes `&self` and gives [`Writes`]; the store writes them; only then
//! does [`Replica::absorb`] take them into memory, in this tab and in the others.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Attention, Cursor, Kept, Meta, Writes,
    wire::{PROTO, Pull, Push},
};
use crate::{
    Act, Change, Id, Kind, Millis, Record, Refusal, Scope, Who, apply, may, small::Membership,
};

/// What a person is about to do, before it has a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Intent {
    /// A fresh id for the change.
    pub uuid: Id,
    /// When, by the phone's clock.
    pub at: Millis,
    /// The kind of record.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// The scope of a new record; of a known one, its own is used.
    pub scope: Scope,
    /// What is done.
    pub act: Act,
}

/// All that the stores hold, as read at the start.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Snapshot {
    /// Records as the server last told them.
    pub rows: Vec<Record>,
    /// Changes not sent yet.
    pub outbox: Vec<Change>,
    /// Changes taken in the last 30 days.
    pub journal: Vec<Kept>,
    /// Changes that need eyes.
    pub attention: Vec<Attention>,
    /// How far each scope is read.
    pub cursors: Vec<(Scope, Cursor)>,
    /// The phone's own page; none on the very first start.
    pub meta: Option<Meta>,
}

/// One person's copy on one phone.
#[derive(Clone, Debug)]
pub struct Replica {
    person: Id,
    pub(super) meta: Meta,
    pub(super) base: BTreeMap<Id, Record>,
    pub(super) outbox: BTreeMap<u64, Change>,
    pub(super) journal: BTreeMap<Id, Kept>,
    pub(super) attention: BTreeMap<Id, Attention>,
    pub(super) cursors: BTreeMap<Scope, Cursor>,
    view: BTreeMap<Id, Record>,
}

impl Replica {
    /// Takes up what the stores hold. `fresh` names this copy of the app if it has no name yet.
    #[must_use]
    pub fn restore(person: Id, snapshot: Snapshot, fresh: Id) -> Self {
        let blank = Meta { client: fresh, epoch: None, skew: 0, heard_at: None, min_build: None };
        let mut replica = Self {
            person,
            meta: snapshot.meta.unwrap_or(blank),
            base: snapshot.rows.into_iter().map(|row| (row.id, row)).collect(),
            outbox: snapshot.outbox.into_iter().map(|change| (change.seq, change)).collect(),
            journal: snapshot.journal.into_iter().map(|kept| (kept.change.uuid, kept)).collect(),
            attention: snapshot.attention.into_iter().map(|a| (a.change.uuid, a)).collect(),
            cursors: snapshot.cursors.into_iter().collect(),
            view: BTreeMap::new(),
        };
        replica.view = replica.base.clone();
        replica.look_again(&replica.pending());
        replica
    }

    /// Whose copy this is.
    #[must_use]
    pub fn person(&self) -> Id {
        self.person
    }

    /// What the phone knows of itself and of the server.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The person with the roles that the synced memberships say.
    #[must_use]
    pub fn who(&self) -> Who {
        let mine = Scope::User(self.person);
        let held = self.base.values().filter(|r| r.kind == Kind::Membership && r.scope == mine);
        let roles = held
            .filter(|record| !record.gone)
            .filter_map(|record| record.read::<Membership>().ok())
            .map(|membership| (membership.role, membership.scope))
            .collect();
        Who { person: self.person, roles }
    }

    /// Every record as the screen should show it: what the server told, with the own changes on top.
    #[must_use]
    pub fn view(&self) -> &BTreeMap<Id, Record> {
        &self.view
    }

    /// Changes that are only on this phone, in the order in which they will go.
    pub fn unsent(&self) -> impl ExactSizeIterator<Item = &Change> {
        self.outbox.values()
    }

    /// Changes that need their author's eyes.
    pub fn attention(&self) -> impl ExactSizeIterator<Item = &Attention> {
        self.attention.values()
    }

    /// Changes the server took in the last 30 days.
    pub fn journal(&self) -> impl ExactSizeIterator<Item = &Kept> {
        self.journal.values()
    }

    /// How far each scope is read.
    #[must_use]
    pub fn cursors(&self) -> &BTreeMap<Scope, Cursor> {
        &self.cursors
    }

    /// Judges what a person is about to do on what this phone knows, and gives the change to store.
    ///
    /// # Errors
    /// What the server would most likely say, said at once.
    pub fn propose(&self, intent: Intent) -> Result<Change, Refusal> {
        let before = self.view.get(&intent.id);
        let scope = before.map_or(intent.scope, |record| record.scope);
        let Intent { uuid, at, kind, id, act, .. } = intent;
        let change = Change { uuid, seq: 0, at, kind, id, scope, act };
        may(&self.who(), &change, before)?;
        apply(before, &change, self.person, self.corrected(at))?;
        Ok(change)
    }

    /// What to write when a person has let go of a change that needed eyes, or mended it into another.
    #[must_use]
    pub fn let_go(&self, uuid: Id) -> Writes {
        Writes { attention_cut: vec![uuid], ..Writes::default() }
    }

    /// What to write to send a change that needed eyes once more, as it is but as a new change:
    /// the server has answered the old one for good.
    #[must_use]
    pub fn send_again(&self, uuid: Id, fresh: Id) -> Writes {
        let again =
            self.attention.get(&uuid).map(|a| Change { uuid: fresh, seq: 0, ..a.change.clone() });
        Writes {
            outbox_add: again.into_iter().collect(),
            attention_cut: vec![uuid],
            ..Writes::default()
        }
    }

    /// What to write to take in changes that another phone of the same person put into a file.
    #[must_use]
    pub fn take_in(&self, changes: Vec<Change>) -> Writes {
        let known: BTreeSet<Id> = self.outbox.values().map(|change| change.uuid).collect();
        let fresh = changes.into_iter().filter(|change| {
            !known.contains(&change.uuid)
                && !self.journal.contains_key(&change.uuid)
                && !self.attention.contains_key(&change.uuid)
        });
        let outbox_add = fresh.map(|change| Change { seq: 0, ..change }).collect();
        Writes { outbox_add, ..Writes::default() }
    }

    /// The next push: up to `limit` changes. None when there is nothing to send, or nobody known to send it to.
    #[must_use]
    pub fn push(&self, limit: usize, build: &str, now: Millis) -> Option<Push> {
        let changes: Vec<Change> = self.outbox.values().take(limit).cloned().collect();
        (!changes.is_empty() && self.meta.epoch.is_some()).then(|| Push {
            proto: PROTO,
            build: build.to_owned(),
            epoch: self.meta.epoch.clone(),
            client: self.meta.client,
            sent_at: now,
            changes,
        })
    }

    /// The next pull.
    #[must_use]
    pub fn pull(&self, build: &str) -> Pull {
        Pull {
            proto: PROTO,
            build: build.to_owned(),
            epoch: self.meta.epoch.clone(),
            client: self.meta.client,
            cursors: self.cursors.clone(),
        }
    }

    /// Takes stored writes into memory, and gives the records whose view may have changed.
    pub fn absorb(&mut self, writes: &Writes) -> BTreeSet<Id> {
        let mut touched = self.pending();
        if writes.clear {
            touched.extend(self.base.keys());
            self.base.clear();
            self.cursors.clear();
        }
        for id in &writes.rows_cut {
            self.base.remove(id);
            touched.insert(*id);
        }
        for row in &writes.rows_put {
            touched.insert(row.id);
            self.base.insert(row.id, row.clone());
        }
        writes.outbox_cut.iter().for_each(|seq| drop(self.outbox.remove(seq)));
        self.outbox.extend(writes.outbox_put.iter().map(|c| (c.seq, c.clone())));
        writes.journal_cut.iter().for_each(|uuid| drop(self.journal.remove(uuid)));
        self.journal.extend(writes.journal_put.iter().map(|k| (k.change.uuid, k.clone())));
        writes.attention_cut.iter().for_each(|uuid| drop(self.attention.remove(uuid)));
        self.attention.extend(writes.attention_put.iter().map(|a| (a.change.uuid, a.clone())));
        self.cursors.retain(|scope, _| !writes.cursors_cut.contains(scope));
        self.cursors.extend(writes.cursors_put.iter().copied());
        if let Some(meta) = &writes.meta {
            self.meta = meta.clone();
        }
        touched.extend(self.pending());
        self.look_again(&touched);
        touched
    }

    /// Records that the own changes touch.
    fn pending(&self) -> BTreeSet<Id> {
        self.outbox.values().map(|c| c.id).chain(self.waiting().map(|k| k.change.id)).collect()
    }

    /// Changes the server took but that no page has brought back yet.
    pub(super) fn waiting(&self) -> impl Iterator<Item = &Kept> {
        self.journal.values().filter(|kept| {
            kept.seen.is_some_and(|(scope, ver)| {
                self.cursors.get(&scope).is_some_and(|cursor| *cursor < Cursor::whole(ver))
            })
        })
    }

    /// Computes the view of some records anew: what the server told, then the own changes in their order.
    fn look_again(&mut self, ids: &BTreeSet<Id>) {
        let mut own = BTreeMap::<Id, Vec<&Change>>::new();
        let mut waiting: Vec<&Kept> = self.waiting().collect();
        waiting.sort_unstable_by_key(|kept| (kept.seen.map(|(_, ver)| ver), kept.change.seq));
        for change in waiting.into_iter().map(|kept| &kept.change).chain(self.outbox.values()) {
            own.entry(change.id).or_default().push(change);
        }
        let shown: Vec<(Id, Option<Record>)> = ids
            .iter()
            .map(|id| {
                let own = own.get(id).map_or(&[][..], Vec::as_slice);
                (*id, self.replay(self.base.get(id).cloned(), own))
            })
            .collect();
        for (id, record) in shown {
            match record {
                Some(record) => drop(self.view.insert(id, record)),
                None => drop(self.view.remove(&id)),
            }
        }
    }

    /// A change that no longer fits is passed over here; the server will say so, and it comes to attention.
    fn replay(&self, base: Option<Record>, changes: &[&Change]) -> Option<Record> {
        changes.iter().fold(base, |record, change| {
            match apply(record.as_ref(), change, self.person, self.corrected(change.at)) {
                Ok(applied) => Some(applied.record),
                Err(_) => record,
            }
        })
    }

    /// A moment of the phone's clock by the server's.
    #[must_use]
    pub fn corrected(&self, at: Millis) -> Millis {
        at.saturating_add(self.meta.skew)
    }
}
