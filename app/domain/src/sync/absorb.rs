//! What is stored goes into memory, and what the screen shows is computed from it: base records, then own changes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kept, Replica, Writes, planted::Planted};
use crate::{Change, Id, Record, apply};

impl Replica {
    /// Takes stored writes into memory, and gives the records whose view may have changed.
    pub fn absorb(&mut self, writes: &Writes) -> BTreeSet<Id> {
        let mut touched = self.pending();
        // a tab that missed a step stays behind, so that the store refuses what it decides until it has read anew
        self.turn += u64::from(writes.turn == Some(self.turn));
        if writes.clear {
            touched.extend(self.base.keys());
            self.base.clear();
            self.cursors.clear();
        }
        for id in &writes.rows_cut {
            if !Planted::CutForgotten.here() {
                self.base.remove(id);
            }
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
    pub(super) fn pending(&self) -> BTreeSet<Id> {
        self.outbox.values().map(|c| c.id).chain(self.waiting().map(|k| k.change.id)).collect()
    }

    /// Changes the server took but that no page has brought back yet.
    pub(super) fn waiting(&self) -> impl Iterator<Item = &Kept> {
        self.journal.values().filter(|kept| kept.seen.is_some())
    }

    /// Computes the view of some records anew: what the server told, then the own changes in their order.
    pub(super) fn look_again(&mut self, ids: &BTreeSet<Id>) {
        let mut own = BTreeMap::<Id, Vec<&Change>>::new();
        let waiting = self.waiting().map(|kept| &kept.change);
        let mut made: Vec<&Change> = waiting.chain(self.outbox.values()).collect();
        if Planted::ReplayUnordered.here() {
            made.sort_by_key(|change| change.uuid);
        } else {
            made.sort_by_key(|change| change.seq);
        }
        for change in made {
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
            match apply(record.as_ref(), change, self.person(), self.corrected(change.at)) {
                Ok(applied) => Some(applied.record),
                Err(_) => record,
            }
        })
    }
}
