//! What the server's answers are to write on the phone: an answer to a push, and an answer to a pull.
//!
//! Answers of another epoch are dropped: they speak of a server that is no more.

use super::{
    Attention, Cursor, Kept, Meta, NotColumns, Page, Pull, PullReply, Push, PushReply, Replica,
    Taken, Trouble, Writes,
    absorb::in_order,
    planted::Planted,
    told::{Told, moved_on},
    wire::Outcome,
};
use crate::{Change, DAY, Id, Ids, Millis, Scope, Sorted};

/// How long a taken change is kept to be offered again: 30 days.
const JOURNAL: Millis = 30 * DAY;

/// Clocks that differ by less than this run alike, in milliseconds.
const JITTER: Millis = 2_000;

impl Replica {
    /// What the answer to a push is to write. `fresh` names this copy anew should it turn out to be a twin.
    #[must_use]
    pub fn hear_push(&self, sent: &Push, reply: &PushReply, now: Millis, fresh: Id) -> Writes {
        match reply {
            PushReply::Fork { .. }
                if sent.client == self.meta.client && !Planted::ForkUnheard.here() =>
            {
                let meta = Some(Meta { client: fresh, ..self.meta.clone() });
                Writes { meta, ..self.decided() }
            }
            PushReply::Fork { .. } => Writes::default(),
            PushReply::Taken(taken)
                if Some(&taken.epoch) != self.meta.epoch.as_ref()
                    && !Planted::OldPushBelieved.here() =>
            {
                Writes::default()
            }
            PushReply::Taken(taken) => self.hear_answers(taken, now),
        }
    }

    fn hear_answers(&self, taken: &Taken, now: Millis) -> Writes {
        let mut writes = self.decided();
        let answers: Sorted<Id, _> = taken.results.iter().map(|a| (a.uuid, a)).collect();
        for change in self.outbox.values() {
            let Some(answer) = answers.get(&change.uuid) else { continue };
            writes.outbox_cut.push(change.seq);
            let (change, heard_at) = (change.clone(), taken.server_at);
            match &answer.outcome {
                Outcome::Refused { .. } if Planted::RefusedDropped.here() => {}
                Outcome::Refused { refusal } => {
                    let trouble = Trouble::Refused { refusal: refusal.clone() };
                    writes.attention_put.push(Attention { change, trouble, heard_at });
                }
                _ if Planted::TakenForgotten.here() => {}
                outcome @ (Outcome::Ok | Outcome::Merged | Outcome::Both) => {
                    // when a page was faster than this answer, nothing is left to replay
                    let lies = self.base.get(&change.id).map(|record| record.scope);
                    let waits = |(scope, _): &(Scope, u64)| !moved_on(lies, *scope);
                    let (outcome, seen) = (outcome.clone(), answer.seen.filter(waits));
                    writes.journal_put.push(Kept { change, outcome, seen, heard_at });
                }
            }
        }
        writes.meta = Some(self.heard(now, taken.server_at));
        if !taken.steps.is_empty() {
            // where they do not begin where this copy stands, a pull will tell
            self.step(&taken.steps, &mut writes, taken.server_at);
        }
        writes
    }

    /// Whether all that the server has taken from here has come back to this copy: then nothing is to be asked on
    /// its account.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.waiting().next().is_none()
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
        if sent.epoch != self.meta.epoch && !Planted::OldPullBelieved.here() {
            return Ok(Writes::default());
        }
        let mut writes = self.decided();
        let mut meta = self.heard(now, reply.server_at);
        meta.min_build.clone_from(&reply.min_build);
        if meta.epoch.as_ref().is_some_and(|epoch| *epoch != reply.epoch) {
            meta.client = fresh;
            meta.anew_at = Some(reply.server_at);
            self.begin_anew(&mut writes);
        }
        meta.epoch = Some(reply.epoch.clone());
        writes.meta = Some(meta);
        let mut told = Told::new(self, &sent.cursors, writes);
        reply.revoked.iter().for_each(|scope| told.forget(*scope, reply.server_at));
        let goes_on = |told: &Told, page: &Page| told.follows(page.scope, page.from, page.to);
        let follows = reply.pages.iter().all(|page| goes_on(&told, page));
        for page in &reply.pages {
            if follows || (Planted::PagesOneByOne.here() && goes_on(&told, page)) {
                told.page(page)?;
            }
        }
        let mut writes = told.finish(reply.more || !follows);
        let by = if Planted::JournalAgedByPhone.here() { now } else { reply.server_at };
        self.age_journal(&mut writes, by);
        self.offer_early(&mut writes, reply.server_at);
        Ok(writes)
    }

    /// The server came back from a backup: all is read anew, and all it may have lost is offered again.
    fn begin_anew(&self, writes: &mut Writes) {
        let offered = |_: &&Kept| !Planted::JournalNotOffered.here();
        let taken = self.journal.values().filter(offered);
        let again = in_order(taken.map(|kept| &kept.change), self.outbox.values());
        writes.clear = true;
        writes.outbox_add =
            again.values().map(|change| Change { seq: 0, ..(*change).clone() }).collect();
        writes.outbox_cut = self.outbox.keys().copied().collect();
        writes.journal_cut = self.journal.keys().copied().collect();
    }

    /// Writes that are right only on the store as this tab knows it.
    pub(super) fn decided(&self) -> Writes {
        let turn = Some(self.turn).filter(|_| !Planted::AnyTurn.here());
        Writes { turn, ..Writes::default() }
    }

    pub(super) fn heard(&self, now: Millis, server_at: Millis) -> Meta {
        let skew = server_at.saturating_sub(now);
        // how long an answer travels is not the clock: else all own changes would move with each answer
        let still = (skew - self.meta.skew).abs() < JITTER;
        let skew = if still { self.meta.skew } else { skew };
        Meta { skew, heard_at: Some(now), ..self.meta.clone() }
    }

    /// By the server's clock: a phone whose date jumps years ahead must not forget what it may have to offer again.
    fn age_journal(&self, writes: &mut Writes, server_at: Millis) {
        let known: Ids = writes.journal_cut.iter().copied().collect();
        let settled = self.journal.values().filter(|kept| kept.seen.is_none());
        let old = settled.filter(|kept| server_at.saturating_sub(kept.heard_at) > JOURNAL);
        let old = old.map(|kept| kept.change.uuid).filter(|uuid| !known.contains(uuid));
        writes.journal_cut.extend(old);
    }

    /// How far a scope is read once some cursors are put.
    pub(super) fn read_to(&self, scope: Scope, put: &[(Scope, Cursor)]) -> Option<Cursor> {
        let fresh = put.iter().rev().find(|(of, _)| *of == scope).map(|(_, cursor)| *cursor);
        fresh.or_else(|| self.cursors.get(&scope).copied())
    }
}
