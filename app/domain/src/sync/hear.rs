//! What the server's answers are to write on the phone.
//!
//! Each of the four guards was found to be needed by a model of the protocol: answers of another epoch are dropped,
//! a page applies only where it follows on, a row never goes back in revisions, and a record that left a scope is
//! cut only if it still lies there.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Attention, Kept, Meta, NotColumns, Page, Pull, PullReply, Push, PushReply, Replica, Trouble,
    Writes,
    wire::{Outcome, Taken},
};
use crate::{Change, Id, Millis, Record, Scope};

/// How long a taken change is kept to be offered again: 30 days.
const JOURNAL: Millis = 30 * 24 * 60 * 60 * 1000;

impl Replica {
    /// What the answer to a push is to write. `fresh` names this copy anew should it turn out to be a twin.
    #[must_use]
    pub fn hear_push(&self, sent: &Push, reply: &PushReply, now: Millis, fresh: Id) -> Writes {
        match reply {
            PushReply::Fork { .. } if sent.client == self.meta.client => {
                let meta = Some(Meta { client: fresh, ..self.meta.clone() });
                Writes { meta, ..Writes::default() }
            }
            PushReply::Fork { .. } => Writes::default(),
            // an answer of another epoch speaks of a server that is no more
            PushReply::Taken(taken) if Some(&taken.epoch) != self.meta.epoch.as_ref() => {
                Writes::default()
            }
            PushReply::Taken(taken) => self.hear_answers(taken, now),
        }
    }

    fn hear_answers(&self, taken: &Taken, now: Millis) -> Writes {
        let mut writes = Writes::default();
        let ours: BTreeMap<Id, &Change> = self.outbox.values().map(|c| (c.uuid, c)).collect();
        for answer in &taken.results {
            let Some(change) = ours.get(&answer.uuid).copied() else { continue };
            writes.outbox_cut.push(change.seq);
            let change = change.clone();
            match &answer.outcome {
                Outcome::Refused { refusal } => {
                    let trouble = Trouble::Refused { refusal: refusal.clone() };
                    writes.attention_put.push(Attention { change, trouble, heard_at: now });
                }
                outcome @ (Outcome::Ok | Outcome::Merged | Outcome::Both) => {
                    let (outcome, seen) = (outcome.clone(), answer.seen);
                    writes.journal_put.push(Kept { change, outcome, seen, heard_at: now });
                }
            }
        }
        writes.meta = Some(self.heard(now, taken.server_at));
        writes
    }

    /// What the answer to a pull is to write. `fresh` names this copy anew should the server have begun anew.
    ///
    /// # Errors
    /// When a page is torn; then nothing of the answer is believed.
    pub fn hear_pull(
        &self,
        sent: &Pull,
        reply: &PullReply,
        now: Millis,
        fresh: Id,
    ) -> Result<Writes, NotColumns> {
        if sent.epoch != self.meta.epoch {
            return Ok(Writes::default());
        }
        let mut writes = Writes::default();
        let mut meta = self.heard(now, reply.server_at);
        meta.min_build.clone_from(&reply.min_build);
        let anew = meta.epoch.as_ref() != Some(&reply.epoch);
        if anew && meta.epoch.is_some() {
            meta.client = fresh;
            self.begin_anew(&mut writes);
        }
        meta.epoch = Some(reply.epoch.clone());
        writes.meta = Some(meta);
        for scope in &reply.revoked {
            self.forget(*scope, now, &mut writes);
        }
        let mut told = Told { replica: self, writes, rows: BTreeMap::new(), cut: BTreeSet::new() };
        for page in &reply.pages {
            told.page(page, anew)?;
        }
        let mut writes = told.finish();
        self.age_journal(&mut writes, now);
        Ok(writes)
    }

    /// The server came back from a backup: all is read anew, and all it may have lost is offered again.
    fn begin_anew(&self, writes: &mut Writes) {
        writes.clear = true;
        let mut again: Vec<&Kept> = self.journal.values().collect();
        again.sort_unstable_by_key(|kept| (kept.heard_at, kept.change.seq));
        let again = again.into_iter().map(|kept| &kept.change).chain(self.outbox.values());
        writes.outbox_add = again.map(|change| Change { seq: 0, ..change.clone() }).collect();
        writes.outbox_cut = self.outbox.keys().copied().collect();
        writes.journal_cut = self.journal.keys().copied().collect();
    }

    /// The person may no longer read a scope: its records go, the person's own unsent words stay.
    fn forget(&self, scope: Scope, now: Millis, writes: &mut Writes) {
        writes.cursors_cut.push(scope);
        let lies_in = |id: &Id| self.base.get(id).map(|record| record.scope);
        writes.rows_cut.extend(self.base.values().filter(|r| r.scope == scope).map(|r| r.id));
        for change in self.outbox.values() {
            if lies_in(&change.id).unwrap_or(change.scope) == scope && !writes.clear {
                writes.outbox_cut.push(change.seq);
                let change = change.clone();
                let trouble = Trouble::Revoked;
                writes.attention_put.push(Attention { change, trouble, heard_at: now });
            }
        }
        let gone = self.journal.values().filter(|k| k.seen.is_some_and(|(s, _)| s == scope));
        writes.journal_cut.extend(gone.map(|kept| kept.change.uuid));
    }

    fn heard(&self, now: Millis, server_at: Millis) -> Meta {
        Meta { skew: server_at.saturating_sub(now), heard_at: Some(now), ..self.meta.clone() }
    }

    fn age_journal(&self, writes: &mut Writes, now: Millis) {
        let waiting: BTreeSet<Id> = self.waiting().map(|kept| kept.change.uuid).collect();
        let old = self.journal.values().filter(|kept| now.saturating_sub(kept.heard_at) > JOURNAL);
        let old = old.map(|kept| kept.change.uuid).filter(|uuid| !waiting.contains(uuid));
        let old: Vec<Id> = old.filter(|uuid| !writes.journal_cut.contains(uuid)).collect();
        writes.journal_cut.extend(old);
    }
}

/// What a reply's pages tell, gathered so that a later page sees what an earlier one wrote.
struct Told<'a> {
    replica: &'a Replica,
    writes: Writes,
    rows: BTreeMap<Id, Record>,
    cut: BTreeSet<Id>,
}

impl Told<'_> {
    fn page(&mut self, page: &Page, anew: bool) -> Result<(), NotColumns> {
        let told = page.rows.records(page.scope)?;
        match page.from {
            Some(from) => {
                let held = self.replica.cursors.get(&page.scope).filter(|_| !anew);
                if held.is_none_or(|held| from > *held || page.to < *held) {
                    return Ok(());
                }
            }
            None => self.cut_scope(page.scope),
        }
        for (id, _) in &page.left {
            if self.record(id).is_some_and(|record| record.scope == page.scope) {
                self.rows.remove(id);
                self.cut.insert(*id);
            }
        }
        for row in told {
            if self.record(&row.id).is_none_or(|held| row.rev >= held.rev) {
                self.cut.remove(&row.id);
                self.rows.insert(row.id, row);
            }
        }
        self.writes.cursors_put.push((page.scope, page.to));
        Ok(())
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

    fn finish(mut self) -> Writes {
        if !self.writes.clear {
            let cut = self.cut.into_iter().filter(|id| !self.rows.contains_key(id));
            self.writes.rows_cut.extend(cut);
        }
        // a scope that was given back in the same answer keeps what its page brought
        self.writes.rows_cut.retain(|id| !self.rows.contains_key(id));
        let put: BTreeSet<Scope> =
            self.writes.cursors_put.iter().map(|(scope, _)| *scope).collect();
        self.writes.cursors_cut.retain(|scope| !put.contains(scope));
        self.writes.rows_put = self.rows.into_values().collect();
        self.writes
    }
}
