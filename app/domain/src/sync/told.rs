//! What the pages of one answer tell, gathered so that a later page sees what an earlier one wrote.
//!
//! Each guard was found to be needed by a failing seed of a simulation: the pages of an answer apply together, and
//! only where they follow on; a row never goes back in revisions; a record that left a scope is cut only if it still
//! lies there.

use std::collections::BTreeMap;

use super::{Attention, Cursor, Kept, NotColumns, Page, Pull, Replica, Trouble, Writes};
use crate::{Id, Ids, Millis, Record, Scope};

/// One answer, being read.
pub(super) struct Told<'a> {
    replica: &'a Replica,
    sent: &'a Pull,
    writes: Writes,
    rows: BTreeMap<Id, Record>,
    /// What is to go, unless it is among the rows.
    cut: Ids,
}

impl<'a> Told<'a> {
    pub(super) fn new(replica: &'a Replica, sent: &'a Pull, writes: Writes) -> Self {
        Self { replica, sent, writes, rows: BTreeMap::new(), cut: Ids::new() }
    }

    /// The person may no longer read a scope: its records go, the person's own unsent words stay.
    pub(super) fn forget(&mut self, scope: Scope, heard_at: Millis) {
        if self.writes.clear {
            // all records go anyway, and all own words are offered anew
            return;
        }
        let replica = self.replica;
        self.writes.cursors_cut.push(scope);
        self.cut_scope(scope);
        let lies_in = |id: &Id| replica.base.get(id).map(|record| record.scope);
        for change in replica.outbox.values() {
            if lies_in(&change.id).unwrap_or(change.scope) == scope {
                self.writes.outbox_cut.push(change.seq);
                let (change, trouble) = (change.clone(), Trouble::Revoked);
                self.writes.attention_put.push(Attention { change, trouble, heard_at });
            }
        }
        self.settle(|_, (lies, _)| lies == scope);
    }

    pub(super) fn page(&mut self, page: &Page) -> Result<(), NotColumns> {
        let told = page.rows.records(page.scope)?;
        if page.from.is_none() {
            self.cut_scope(page.scope);
        }
        for (id, _) in &page.left {
            if self.record(id).is_some_and(|record| record.scope == page.scope) {
                self.rows.remove(id);
                self.cut.insert(*id);
            }
        }
        for row in told {
            if self.record(&row.id).is_none_or(|held| row.rev >= held.rev) {
                self.rows.insert(row.id, row);
            }
        }
        self.writes.cursors_cut.retain(|scope| *scope != page.scope);
        self.writes.cursors_put.push((page.scope, page.to));
        Ok(())
    }

    /// Whether a page goes on where this phone is. All pages of an answer must: one alone could take a record out of
    /// the scope it left, while the one that brings it elsewhere is passed over.
    pub(super) fn follows(&self, page: &Page) -> bool {
        if self.writes.clear {
            return page.from.is_none();
        }
        let held = self.replica.cursors.get(&page.scope);
        match page.from {
            Some(from) => held.is_some_and(|held| from <= *held && *held <= page.to),
            // asked for by a phone that stood where it stands, or else news even so
            None => {
                held == self.sent.cursors.get(&page.scope)
                    || held.is_none_or(|held| *held <= page.to)
            }
        }
    }

    /// The record as it stands after the pages read so far.
    fn record(&self, id: &Id) -> Option<&Record> {
        let base = || self.replica.base.get(id).filter(|_| !self.writes.clear);
        self.rows.get(id).or_else(|| base().filter(|_| !self.cut.contains(id)))
    }

    fn cut_scope(&mut self, scope: Scope) {
        let held = self.replica.base.values().filter(|record| record.scope == scope);
        self.cut.extend(held.map(|record| record.id));
        self.rows.retain(|_, record| record.scope != scope);
    }

    /// All of it as writes. `more`: the server has not told all it knows yet.
    pub(super) fn finish(mut self, more: bool) -> Writes {
        if !self.writes.clear {
            let put = std::mem::take(&mut self.writes.cursors_put);
            let (replica, sent) = (self.replica, self.sent);
            let rows = std::mem::take(&mut self.rows);
            self.settle(|id, (scope, ver)| {
                let to = replica.read_to(scope, &put);
                // the row itself came with a page that goes as far
                let here = rows.get(&id).is_some_and(|row| row.scope == scope)
                    && to.is_some_and(|to| to >= Cursor::within(ver, id));
                // or all was told, and it lies where the person does not read
                let asked = sent.cursors.get(&scope) == replica.cursors.get(&scope);
                here || (!more && asked && to.is_none_or(|to| to >= Cursor::whole(ver)))
            });
            self.writes.cursors_put = put;
            let cut = self.cut.into_iter().filter(|id| !rows.contains_key(id));
            self.writes.rows_cut.extend(cut);
            self.rows = rows;
        }
        self.writes.rows_put = self.rows.into_values().collect();
        self.writes
    }

    /// Stops replaying the taken changes of which this is true: what they did is among the records, or out of sight.
    fn settle(&mut self, told: impl Fn(Id, (Scope, u64)) -> bool) {
        for kept in self.replica.waiting() {
            if kept.seen.is_some_and(|seen| told(kept.change.id, seen)) {
                self.writes.journal_put.push(Kept { seen: None, ..kept.clone() });
            }
        }
    }
}
