//! The phone's half: what it holds, what it shows, and what each act or answer is to write.
//!
//! Deciding and doing are apart. A decision takes `&self` and gives [`Writes`]; the store writes them; only then
//! does [`Replica::absorb`] take them into memory, in this tab and in the others.

use std::collections::BTreeMap;

use super::{
    Attention, Cursor, Kept, Meta, Trouble, Writes,
    planted::Planted,
    wire::{PROTO, Pull, Push},
};
use crate::{
    Act, Change, Form, Id, Ids, Kind, Millis, Record, Refusal, Scope, Sorted, Who, form,
    rules::called_for, small::Membership,
};

/// The most bytes of changes in one push, but for a single change that is larger.
const PUSH: usize = 192 * 1024;

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
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Snapshot {
    /// How many steps the store has written.
    pub turn: u64,
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

impl Snapshot {
    /// Whether what waits, or was just taken, is judged by rules that come in a part of their own ([`crate::rules`]).
    #[must_use]
    pub fn calls_for_rules(&self) -> bool {
        // what was taken and has come back is not replayed
        let waiting = self.journal.iter().filter(|kept| kept.seen.is_some());
        self.outbox.iter().chain(waiting.map(|kept| &kept.change)).any(called_for)
    }
}

/// One person's copy on one phone.
#[derive(Clone, Debug)]
pub struct Replica {
    person: Id,
    pub(super) turn: u64,
    pub(super) meta: Meta,
    pub(super) base: BTreeMap<Id, Record>,
    pub(super) outbox: Sorted<u64, Change>,
    pub(super) journal: Sorted<Id, Kept>,
    pub(super) attention: Sorted<Id, Attention>,
    pub(super) cursors: Sorted<Scope, Cursor>,
    pub(super) view: BTreeMap<Id, Record>,
    /// The roles that the view gives: each tap asks for them, and the view is thousands of records.
    pub(super) who: Who,
}

impl Replica {
    /// Takes up what the stores hold. `fresh` names this copy of the app if it has no name yet.
    #[must_use]
    pub fn restore(person: Id, snapshot: Snapshot, fresh: Id) -> Self {
        let blank = Meta {
            client: fresh,
            epoch: None,
            skew: 0,
            heard_at: None,
            min_build: None,
            anew_at: None,
        };
        let mut replica = Self {
            person,
            turn: snapshot.turn,
            meta: snapshot.meta.unwrap_or(blank),
            base: BTreeMap::new(),
            outbox: snapshot.outbox.into_iter().map(|change| (change.seq, change)).collect(),
            journal: snapshot.journal.into_iter().map(|kept| (kept.change.uuid, kept)).collect(),
            attention: snapshot.attention.into_iter().map(|a| (a.change.uuid, a)).collect(),
            cursors: snapshot.cursors.into_iter().collect(),
            view: BTreeMap::new(),
            who: Who { person, roles: Vec::new() },
        };
        replica.base.extend(snapshot.rows.into_iter().map(|row| (row.id, row)));
        replica.view = replica.base.clone();
        replica.look_again(&replica.pending());
        replica.who = replica.held();
        replica
    }

    /// The same of a copy that is laid out: another tab may have written something since.
    #[must_use]
    pub fn calls_for_rules(&self) -> bool {
        self.outbox.values().chain(self.waiting().map(|kept| &kept.change)).any(called_for)
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

    /// Whether a stored step, told by another tab, follows on what this one knows. If not, this one has missed a
    /// step and must read the store anew.
    #[must_use]
    pub fn follows(&self, writes: &Writes) -> bool {
        writes.turn.is_none_or(|turn| turn == self.turn) || Planted::StepsMissed.here()
    }

    /// The person with the roles that the synced memberships say, and those that sessions and seats give.
    #[must_use]
    pub fn who(&self) -> Who {
        self.who.clone()
    }

    /// The roles that the view gives now.
    pub(super) fn held(&self) -> Who {
        let mine = Scope::User(self.person);
        let mut who = Who { person: self.person, roles: Vec::new() };
        let mut given = Vec::new();
        for record in self.view.values() {
            match record.kind {
                Kind::Membership if record.scope == mine && !record.gone => {
                    let held = record.read::<Membership>();
                    who.roles.extend(held.ok().map(|held| (held.role, held.scope)));
                }
                Kind::Session | Kind::Seat => given.push(record),
                _ => {}
            }
        }
        given.into_iter().for_each(|record| who.take_up(record));
        who.take_along();
        who
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

    /// Changes that were not taken: they need their author's eyes, unless they are only [`Replica::early`].
    pub fn attention(&self) -> impl ExactSizeIterator<Item = &Attention> {
        self.attention.values()
    }

    /// Changes the server took in the last 30 days.
    pub fn journal(&self) -> impl ExactSizeIterator<Item = &Kept> {
        self.journal.values()
    }

    /// How far each scope is read.
    #[must_use]
    pub fn cursors(&self) -> &Sorted<Scope, Cursor> {
        &self.cursors
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

    /// What to write when a change that waits can never go, too large or not readable even alone: it waits for its
    /// author's eyes, and the others go on. Nothing, when it does not wait any more.
    #[must_use]
    pub fn set_aside(&self, uuid: Id, now: Millis) -> Writes {
        let stuck = self.outbox.values().find(|change| change.uuid == uuid);
        let Some(change) = stuck.cloned() else { return Writes::default() };
        let trouble = Trouble::Refused { refusal: Refusal::Malformed };
        Writes {
            turn: Some(self.turn),
            outbox_cut: vec![change.seq],
            attention_put: if Planted::SetAsideDropped.here() {
                Vec::new()
            } else {
                vec![Attention { change, trouble, heard_at: self.corrected(now) }]
            },
            ..Writes::default()
        }
    }

    /// What to write to take in changes that another phone of the same person put into a file.
    #[must_use]
    pub fn take_in(&self, changes: Vec<Change>) -> Writes {
        let mut known: Ids = self.outbox.values().map(|change| change.uuid).collect();
        known.extend(self.journal.keys().chain(self.attention.keys()).copied());
        let fresh = changes.into_iter().filter(|change| known.insert(change.uuid));
        let outbox_add = fresh.map(|change| Change { seq: 0, ..change }).collect();
        Writes { outbox_add, ..Writes::default() }
    }

    /// The next push: up to `limit` changes, and no more than a thin line carries at once. None when there is nothing
    /// to send, or nobody known to send it to.
    #[must_use]
    pub fn push(&self, limit: usize, build: &str, now: Millis) -> Option<Push> {
        let mut bytes = 0;
        let fits = |change: &&Change| {
            let first = bytes == 0;
            bytes += form::text(*change).len();
            first || bytes <= PUSH
        };
        let changes: Vec<Change> =
            self.outbox.values().take(limit).take_while(fits).cloned().collect();
        (!changes.is_empty() && self.meta.epoch.is_some()).then(|| Push {
            proto: PROTO,
            build: build.to_owned(),
            epoch: self.meta.epoch.clone(),
            person: Some(self.person),
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
            person: Some(self.person),
            client: self.meta.client,
            cursors: self.cursors.clone(),
        }
    }

    /// A moment of the phone's clock by the server's.
    #[must_use]
    pub fn corrected(&self, at: Millis) -> Millis {
        at.saturating_add(self.meta.skew)
    }
}
