//! What the pages of one answer tell, gathered so that a later page sees what an earlier one wrote.
//!
//! Each guard was found to be needed by a failing seed of a simulation: the pages of an answer apply together, and
//! only where they follow on; a row never goes back in revisions; a record that left a scope is cut only if it still
//! lies there.

use std::collections::BTreeMap;

use super::{
    Attention, Cursor, Kept, NotColumns, Page, Replica, Trouble, Writes, planted::Planted,
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
    /// How far the phone had read when it asked.
    asked: &'a Sorted<Scope, Cursor>,
    writes: Writes,
    rows: BTreeMap<Id, Record>,
    /// What is to go, unless it is among the rows.
    cut: Ids,
}

impl<'a> Told<'a> {
    pub(super) fn new(
        replica: &'a Replica,
        asked: &'a Sorted<Scope, Cursor>,
        writes: Writes,
    ) -> Self {
        Self { replica, asked, writes, rows: BTreeMap::new(), cut: Ids::new() }
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
        self.settle(Some(scope), true);
    }

    pub(super) fn page(&mut self, page: &Page) -> Result<(), NotColumns> {
        let told = match page.rows.records(page.scope) {
            Err(_) if Planted::TornPageBelieved.here() => Vec::new(),
            told => told?,
        };
        if page.from.is_none() && !Planted::WholePageKeeps.here() {
            self.cut_scope(page.scope);
        }
        self.lay(page.scope, &page.left, told, page.to);
        Ok(())
    }

    /// Lays down what a scope comes to: what left it, the rows that are new or changed, and how far that is.
    pub(super) fn lay(
        &mut self,
        scope: Scope,
        left: &[(Id, u64)],
        rows: Vec<Record>,
        mut to: Cursor,
    ) {
        for (id, _) in left {
            let lies = |record: &Record| record.scope == scope || Planted::LeftCutsElsewhere.here();
            if self.record(id).is_some_and(lies) {
                self.rows.remove(id);
                self.cut.insert(*id);
            }
        }
        for row in rows {
            let newer = |held: &Record| row.rev >= held.rev || Planted::RevisionsGoBack.here();
            if self.record(&row.id).is_none_or(newer) {
                self.rows.insert(row.id, row);
            }
        }
        self.writes.cursors_cut.retain(|cut| *cut != scope);
        if Planted::OldPagesTaken.here() {
            to = self.replica.read_to(scope, &[]).map_or(to, |held| held.max(to));
        }
        self.writes.cursors_put.push((scope, to));
    }

    /// Whether what goes from one cursor to another goes on where this phone is. All pages of an answer must: one alone could
    /// take a record out of the scope it left, while the one that brings it elsewhere is passed over.
    pub(super) fn follows(&self, scope: Scope, from: Option<Cursor>, to: Cursor) -> bool {
        if self.writes.clear {
            return from.is_none();
        }
        let held = self.replica.cursors.get(&scope);
        match from {
            // of the same reading: one asked for before a reading from the start may bring what is long dropped
            Some(from) => held.is_some_and(|held| {
                (from.begun == held.begun
                    || Planted::ReadingsMixed.here()
                    || Planted::GapsTaken.here())
                    && (from <= *held || Planted::GapsTaken.here())
                    && (*held <= to || Planted::OldPagesTaken.here())
            }),
            // asked for by a phone that stood where it stands, or else news even so: seen further, and no earlier
            None => {
                let begun = |cursor: Option<&Cursor>| cursor.map(|cursor| cursor.begun);
                let asked = self.asked.get(&scope);
                let head = to.begun.unwrap_or(to.ver);
                let news =
                    |held: &Cursor| *held <= to && held.begun.is_none_or(|begun| begun <= head);
                (held == asked && begun(held) == begun(asked)) || held.is_none_or(news)
            }
        }
    }

    /// The record as it stands after the pages read so far.
    pub(super) fn record(&self, id: &Id) -> Option<&Record> {
        let base = || self.replica.base.get(id).filter(|_| !self.writes.clear);
        self.rows.get(id).or_else(|| base().filter(|_| !self.cut.contains(id)))
    }

    fn cut_scope(&mut self, scope: Scope) {
        let held = self.replica.base.values().filter(|record| record.scope == scope);
        self.cut.extend(held.map(|record| record.id));
        self.rows.retain(|_, record| record.scope != scope);
    }

    /// The writes as if nothing had been told.
    pub(super) fn unsaid(mut self) -> Writes {
        self.writes.cursors_put.clear();
        self.writes
    }

    /// All of it as writes. `more`: the server has not told all it knows yet.
    pub(super) fn finish(mut self, more: bool) -> Writes {
        if !self.writes.clear {
            self.settle(None, more);
            let rows = &self.rows;
            let cut = std::mem::take(&mut self.cut).into_iter();
            self.writes.rows_cut.extend(cut.filter(|id| !rows.contains_key(id)));
        }
        self.writes.rows_put = self.rows.into_values().collect();
        self.writes
    }

    /// Whether what a change did, and the server has seen at a version of a scope, has come to this copy.
    fn has_come(&self, id: Id, (scope, ver): (Scope, u64), more: bool) -> bool {
        let to = self.replica.read_to(scope, &self.writes.cursors_put);
        if Planted::HalfVersionSettles.here() {
            return to.is_none_or(|to| to.ver >= ver);
        }
        // the row itself came with a page that goes as far
        let here = self.rows.get(&id).is_some_and(|row| row.scope == scope)
            && to.is_some_and(|to| to >= Cursor::within(ver, id));
        // or all was told, and it lies where the person does not read
        let asked = self.asked.get(&scope) == self.replica.cursors.get(&scope);
        let moved = moved_on(self.record(&id).map(|record| record.scope), scope);
        here || moved || (!more && asked && to.is_none_or(|to| to >= Cursor::whole(ver)))
    }

    /// Stops replaying the taken changes whose doings are among the records now, or out of sight: in the scope that is
    /// closed, if one is.
    fn settle(&mut self, closed: Option<Scope>, more: bool) {
        // those that the same answer has just said were taken are among the writes
        let mut taken = std::mem::take(&mut self.writes.journal_put);
        for kept in &mut taken {
            if self.is_settled(kept, closed, more) {
                kept.seen = None;
            }
        }
        for kept in self.replica.waiting() {
            if self.is_settled(kept, closed, more) {
                taken.push(Kept { seen: None, ..kept.clone() });
            }
        }
        self.writes.journal_put = taken;
    }

    fn is_settled(&self, kept: &Kept, closed: Option<Scope>, more: bool) -> bool {
        let Some(seen) = kept.seen.filter(|_| !Planted::NeverSettled.here()) else { return false };
        Planted::SettledAtOnce.here()
            || match closed {
                Some(closed) => seen.0 == closed,
                None => self.has_come(kept.change.id, seen, more),
            }
    }
}
