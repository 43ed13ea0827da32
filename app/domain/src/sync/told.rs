//! What the pages of one answer tell, gathered so that a later page sees what an earlier one wrote.
//!
//! Each guard was found to be needed by a failing seed of a simulation: the pages of an answer apply together, and
//! only where they follow on; a row never goes back in revisions; a record that left a scope is cut only if it still
//! lies there.

use std::collections::BTreeMap;

use super::{
    Attention, Cursor, Kept, NotColumns, Page, Pull, Replica, Trouble, Writes, planted::Planted,
};
use crate::{Id, Ids, Millis, Record, Scope, Sorted};

/// Whether a record has moved on from where a change of it was seen, and carries that change with it: records move
/// only towards the front of the order of scopes.
pub(super) fn moved_on(lies: Option<Scope>, seen: Scope) -> bool {
    lies.is_some_and(|lies| lies < seen) && !Planted::MovedOnReplayed.here()
}

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
        if !Planted::RevokedCursorKept.here() {
            self.writes.cursors_cut.push(scope);
        }
        if !Planted::RevokedRowsKept.here() {
            self.cut_scope(scope);
        }
        let lies_in = |id: &Id| replica.base.get(id).map(|record| record.scope);
        for change in replica.outbox.values() {
            if lies_in(&change.id).unwrap_or(change.scope) == scope {
                self.writes.outbox_cut.push(change.seq);
                let (change, trouble) = (change.clone(), Trouble::Revoked);
                if !Planted::RevokedWordsDropped.here() {
                    self.writes.attention_put.push(Attention { change, trouble, heard_at });
                }
            }
        }
        self.settle(|_, (lies, _)| lies == scope);
    }

    pub(super) fn page(&mut self, page: &Page) -> Result<(), NotColumns> {
        let told = match page.rows.records(page.scope) {
            Err(_) if Planted::TornPageBelieved.here() => Vec::new(),
            told => told?,
        };
        if page.from.is_none() && !Planted::WholePageKeeps.here() {
            self.cut_scope(page.scope);
        }
        for (id, _) in &page.left {
            let lies =
                |record: &Record| record.scope == page.scope || Planted::LeftCutsElsewhere.here();
            if self.record(id).is_some_and(lies) {
                self.rows.remove(id);
                self.cut.insert(*id);
            }
        }
        for row in told {
            let newer = |held: &Record| row.rev >= held.rev || Planted::RevisionsGoBack.here();
            if self.record(&row.id).is_none_or(newer) {
                self.rows.insert(row.id, row);
            }
        }
        self.writes.cursors_cut.retain(|scope| *scope != page.scope);
        let mut to = page.to;
        if Planted::OldPagesTaken.here() {
            to = self.replica.read_to(page.scope, &[]).map_or(to, |held| held.max(to));
        }
        self.writes.cursors_put.push((page.scope, to));
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
            // of the same reading: one asked for before a reading from the start may bring what is long dropped
            Some(from) => held.is_some_and(|held| {
                (from.begun == held.begun
                    || Planted::ReadingsMixed.here()
                    || Planted::GapsTaken.here())
                    && (from <= *held || Planted::GapsTaken.here())
                    && (*held <= page.to || Planted::OldPagesTaken.here())
            }),
            // asked for by a phone that stood where it stands, or else news even so: seen further, and no earlier
            None => {
                let begun = |cursor: Option<&Cursor>| cursor.map(|cursor| cursor.begun);
                let asked = self.sent.cursors.get(&page.scope);
                let head = page.to.begun.unwrap_or(page.to.ver);
                let news = |held: &Cursor| {
                    *held <= page.to && held.begun.is_none_or(|begun| begun <= head)
                };
                (held == asked && begun(held) == begun(asked)) || held.is_none_or(news)
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
            let waiting = replica.waiting().map(|kept| kept.change.id);
            let lying: Sorted<Id, Scope> =
                waiting.filter_map(|id| Some((id, self.record(&id)?.scope))).collect();
            let rows = std::mem::take(&mut self.rows);
            self.settle(|id, (scope, ver)| {
                let to = replica.read_to(scope, &put);
                if Planted::HalfVersionSettles.here() {
                    return to.is_none_or(|to| to.ver >= ver);
                }
                // the row itself came with a page that goes as far
                let here = rows.get(&id).is_some_and(|row| row.scope == scope)
                    && to.is_some_and(|to| to >= Cursor::within(ver, id));
                // or all was told, and it lies where the person does not read
                let asked = sent.cursors.get(&scope) == replica.cursors.get(&scope);
                let moved = moved_on(lying.get(&id).copied(), scope);
                here || moved || (!more && asked && to.is_none_or(|to| to >= Cursor::whole(ver)))
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
            let settled = |seen| {
                !Planted::NeverSettled.here()
                    && (Planted::SettledAtOnce.here() || told(kept.change.id, seen))
            };
            if kept.seen.is_some_and(settled) {
                self.writes.journal_put.push(Kept { seen: None, ..kept.clone() });
            }
        }
    }
}
