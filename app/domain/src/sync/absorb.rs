//! What is stored goes into memory, and what the screen shows is computed from it: base records, then own changes.

use std::collections::BTreeMap;

use super::{Kept, Replica, Writes, planted::Planted};
use crate::{Around, Change, Id, Ids, Kind, Record, Scope, Sorted, apply_among};

/// What the screen shows so far, around own words that are only to be shown.
struct Shown<'a>(&'a BTreeMap<Id, Record>);

impl Around for Shown<'_> {
    fn record(&self, id: Id) -> Option<&Record> {
        self.0.get(&id)
    }

    fn within(&self, scope: Scope) -> Vec<&Record> {
        self.0.within(scope)
    }

    fn only_shows(&self) -> bool {
        true
    }
}

impl Replica {
    /// Takes stored writes into memory, and gives the records whose view may have changed.
    pub fn absorb(&mut self, writes: &Writes) -> Ids {
        let mut touched = self.touched(writes);
        // a tab that missed a step stays behind, so that the store refuses what it decides until it has read anew
        self.turn += u64::from(writes.turn == Some(self.turn));
        if writes.clear {
            touched.extend(self.base.keys().copied());
            self.base.clear();
            self.cursors.clear();
        }
        let cut = writes.rows_cut.iter().filter(|_| !Planted::CutForgotten.here());
        cut.for_each(|id| drop(self.base.remove(id)));
        self.base.extend(writes.rows_put.iter().map(|row| (row.id, row.clone())));
        // at one go: each cut alone would move all that lie behind it
        let mut sent = writes.outbox_cut.clone();
        sent.sort_unstable();
        self.outbox.retain(|seq, _| sent.binary_search(seq).is_err());
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
        self.beside(&mut touched, &writes.rows_put);
        self.look_again(&touched);
        touched
    }

    /// What is done in a session is judged on what lies there: own changes there are looked at again with anything of
    /// it that comes, above all with the session itself.
    fn beside(&self, touched: &mut Ids, rows: &[Record]) {
        let session = |scope| if let Scope::Session(id) = scope { Some(id) } else { None };
        let pending = || self.outbox.values().chain(self.waiting().map(|kept| &kept.change));
        let mut sessions: Ids = rows.iter().filter_map(|row| session(row.scope)).collect();
        let own = pending().filter(|change| touched.contains(&change.id));
        sessions.extend(own.filter_map(|change| session(change.scope)));
        let looks = |id: &Id| touched.contains(id) || sessions.contains(id);
        let again: Ids = pending()
            .filter(|change| session(change.scope).is_some_and(|id| looks(&id)))
            .map(|change| change.id)
            .collect();
        touched.extend(again);
    }

    /// The records whose view may change: what is put and cut, and what own changes are about that come or go. When
    /// the clock turns out to be another, all own changes are of another time.
    fn touched(&self, writes: &Writes) -> Ids {
        let clock = writes.meta.as_ref().is_some_and(|meta| meta.skew != self.meta.skew);
        let mut touched = if clock || writes.clear { self.pending() } else { Ids::new() };
        touched.extend(writes.rows_cut.iter().copied().chain(writes.rows_put.iter().map(|r| r.id)));
        let gone = writes.outbox_cut.iter().filter_map(|seq| self.outbox.get(seq));
        touched.extend(gone.chain(&writes.outbox_put).map(|change| change.id));
        let gone = writes.journal_cut.iter().filter_map(|uuid| self.journal.get(uuid));
        touched.extend(gone.chain(&writes.journal_put).map(|kept| kept.change.id));
        let gone = writes.attention_cut.iter().filter_map(|uuid| self.attention.get(uuid));
        touched.extend(gone.chain(&writes.attention_put).map(|attention| attention.change.id));
        touched
    }

    /// Records that the own changes touch.
    pub(super) fn pending(&self) -> Ids {
        self.outbox.values().map(|c| c.id).chain(self.waiting().map(|k| k.change.id)).collect()
    }

    /// Changes the server took but that no page has brought back yet.
    pub(super) fn waiting(&self) -> impl Iterator<Item = &Kept> {
        self.journal.values().filter(|kept| kept.seen.is_some())
    }

    /// Computes the view of some records anew: what the server told, then the own changes in their order.
    /// A change that no longer fits is passed over here; the server will say so, and it comes to attention.
    pub(super) fn look_again(&mut self, ids: &Ids) {
        let gives = |record: Option<&Record>| record.is_some_and(gives_roles);
        let gave = ids.iter().any(|id| gives(self.view.get(id)));
        let mut view = std::mem::take(&mut self.view);
        for id in ids.iter() {
            match self.base.get(id) {
                Some(record) => drop(view.insert(*id, record.clone())),
                None => drop(view.remove(id)),
            }
        }
        let about = |change: &&Change| ids.contains(&change.id);
        let waiting = self.waiting().map(|kept| &kept.change).filter(about);
        for change in in_order(waiting, self.outbox.values().filter(about)).values() {
            let before = view.get(&change.id);
            let here = (self.person(), self.corrected(change.at));
            if let Ok(applied) = apply_among(before, change, here, &Shown(&view)) {
                view.insert(change.id, applied.record);
            }
        }
        self.view = view;
        if gave || ids.iter().any(|id| gives(self.view.get(id))) {
            self.who = self.held();
        }
    }
}

/// Whether a record may give somebody a role ([`crate::Who::take_up`]).
fn gives_roles(record: &Record) -> bool {
    matches!(record.kind, Kind::Membership | Kind::Session | Kind::Seat)
}

/// Own changes as they were made, by the store's own count and no clock: clocks are set back and forth.
pub(super) fn in_order<'a>(
    taken: impl Iterator<Item = &'a Change>,
    outbox: impl Iterator<Item = &'a Change>,
) -> Sorted<(u64, Id), &'a Change> {
    let count = |change: &Change| if Planted::ReplayUnordered.here() { 0 } else { change.seq };
    taken.chain(outbox).map(|change| ((count(change), change.uuid), change)).collect()
}
