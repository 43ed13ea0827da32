//! What came before what it names. When the server came back from a backup, phones offer again what it lost, in
//! whatever order they call: a remark may come before the issue. It waits quietly for a day, and goes again as soon as
//! the issue is there.

use super::{Attention, Replica, Trouble, Writes, planted::Planted};
use crate::{Change, DAY, Id, Millis, Refusal, Scope, Sorted};

/// How long the other phones are given to bring what is named: a day.
const GRACE: Millis = DAY;
/// How long to wait before offering it again to a server that should have it, and said it has not.
const PAUSE: Millis = 60 * 1000;

impl Replica {
    /// Changes that were not taken and wait for nothing but their author's eyes.
    pub fn eyes(&self) -> impl Iterator<Item = &Attention> {
        self.attention.values().filter(|attention| !self.is_early(attention))
    }

    /// Changes that came before what they name and will go again by themselves.
    pub fn early(&self) -> impl Iterator<Item = &Attention> {
        self.attention.values().filter(|attention| self.is_early(attention))
    }

    fn is_early(&self, attention: &Attention) -> bool {
        let not_there = match &attention.trouble {
            Trouble::Refused { refusal: Refusal::NoSuchRecord } => true,
            // of a session that is not there, nobody is a member
            Trouble::Refused { refusal: Refusal::NotAMember } => {
                session(&attention.change).is_some()
            }
            Trouble::Refused { .. } | Trouble::Revoked => false,
        };
        let heard = self.meta.heard_at.map(|at| self.corrected(at));
        not_there
            && self.meta.anew_at.zip(heard).is_some_and(|(anew, heard)| {
                attention.heard_at >= anew && heard.saturating_sub(anew) < GRACE
            })
    }

    /// Offers again what came too early, where the news has brought what it names.
    pub(super) fn offer_early(&self, writes: &mut Writes, server_at: Millis) {
        let told = |id: &Id| writes.rows_put.iter().any(|row| row.id == *id);
        let held = |id: &Id| self.base.get(id).is_some_and(|row| !row.gone);
        let there = |attention: &&Attention| {
            let waited = server_at.saturating_sub(attention.heard_at) >= PAUSE;
            let Attention { change, .. } = attention;
            let stranger =
                matches!(attention.trouble, Trouble::Refused { refusal: Refusal::NotAMember });
            let come = match session(change).filter(|_| stranger) {
                Some(id) => told(&id) || (waited && self.who().reads(Scope::Session(id))),
                None => needs(change).any(|id| told(&id) || (waited && held(&id))),
            };
            !Planted::EarlyForgotten.here() && come
        };
        let again = self.early().filter(there).map(|attention| &attention.change);
        let again: Sorted<(u64, Id), &Change> =
            again.map(|change| ((change.seq, change.uuid), change)).collect();
        writes.attention_cut.extend(again.values().map(|change| change.uuid));
        writes.outbox_add.extend(again.values().map(|change| change.again()));
    }
}

/// The records that must be there before a change can be done.
fn needs(change: &Change) -> impl Iterator<Item = Id> {
    let own = change.act.begins().is_none().then_some(change.id);
    own.into_iter().chain(change.act.names())
}

/// The session in which a change is done.
fn session(change: &Change) -> Option<Id> {
    if let Scope::Session(session) = change.scope { Some(session) } else { None }
}
