//! What screens know and do: they read the phone's copy through it and write through it, and never touch
//! IndexedDB or the network themselves.

mod actions;
mod blueprint;
mod customs;
mod directory;
mod issues;
mod letters;
mod map;
mod marks;
mod names;
mod past;
mod pictures;
mod plan;
mod sessions;
mod write;

use std::{ops::Deref, rc::Rc, sync::Arc};

use domain::{
    Act, Change, Id, Ids, Issue, Kind, Millis, Record, Refusal, Scope, Sorted, Station, Who,
    follow::thread,
    may,
    small::Comment,
    sync::{Attention, Replica},
};

pub(crate) use self::{
    actions::{Doing, Glance},
    blueprint::{HowFar, Known, Outlook, Plan},
    letters::{Lead, Posted},
    map::{Ground, moved},
    marks::Marks,
    past::Told,
    pictures::{Album, Shot},
    plan::Land,
    sessions::Evening,
};
use self::{issues::Issues, marks::only_here};
use crate::{
    clock,
    order::oldest_first,
    prelude::*,
    replica::{Agreed, Line, Store, StoreError, Tabs},
};

/// Where a record's newest words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whereabouts {
    /// 存在本机: the server has not answered yet.
    Local,
    /// 已送达
    Sent,
    /// 没送成: a change of it needs eyes.
    Trouble,
}

/// An issue as the screen shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seen {
    /// The issue's id.
    pub(crate) id: Id,
    /// Who reads it.
    pub(crate) scope: Scope,
    /// What it says.
    pub(crate) issue: Issue,
    /// Where its newest words are.
    pub(crate) whereabouts: Whereabouts,
}

/// Why an act was not stored.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub(crate) enum CommitError {
    /// A rule says no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The phone's store said no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The phone's copy and the ways to write on it: a word long, as every second closure of a screen holds one.
#[derive(Clone, Copy)]
pub(crate) struct Desk(&'static Drawers);

/// What is on the desk.
pub(crate) struct Drawers {
    pub(crate) replica: RwSignal<Replica>,
    issues: RwSignal<Arc<Issues>>,
    /// Issues that have come further than their own standing says.
    stations: RwSignal<Sorted<Id, Station>>,
    /// Whether what was kept here has vanished, and nobody has been told yet.
    pub(crate) lost: RwSignal<bool>,
    /// The pictures on this phone.
    pub(crate) album: RwSignal<Album>,
    /// What the connection is doing.
    pub(crate) line: RwSignal<Line>,
    /// What the last comparison with the village's copy found.
    pub(crate) agreed: RwSignal<Option<Agreed>>,
    pub(crate) store: StoredValue<Rc<Store>>,
    pub(crate) tabs: StoredValue<Rc<Tabs>>,
    /// The name of the person whose copy this is.
    pub(crate) name: StoredValue<String>,
    /// The village shown, when the person has several.
    pub(crate) chosen: RwSignal<Option<Id>>,
    /// Rung after something was stored that wants to go out.
    pub(crate) bell: RwSignal<u32>,
}

impl Deref for Desk {
    type Target = Drawers;

    fn deref(&self) -> &Drawers {
        self.0
    }
}

impl Desk {
    /// Lays out a copy that was read from the store.
    pub(crate) fn new(replica: Replica, name: String, store: Rc<Store>, tabs: Rc<Tabs>) -> Self {
        let drawers = Drawers {
            issues: RwSignal::new(Arc::default()),
            stations: RwSignal::new(Sorted::new()),
            lost: RwSignal::new(false),
            album: RwSignal::new(Album::default()),
            line: RwSignal::new(Line::Asking),
            agreed: RwSignal::new(None),
            store: StoredValue::new(store),
            tabs: StoredValue::new(tabs),
            name: StoredValue::new(name),
            chosen: RwSignal::new(crate::shelf::read("bandeng.village")),
            bell: RwSignal::new(0),
            replica: RwSignal::new(replica),
        };
        // given away for good: a hundred bytes each time somebody sits down
        let desk = Self(Box::leak(Box::new(drawers)));
        desk.look_again(None);
        desk
    }

    /// Reads issues anew: those touched, or all.
    fn look_again(self, touched: Option<Ids>) {
        let anew = touched.is_none();
        let mut issues =
            if anew { Issues::default() } else { (*self.issues.get_untracked()).clone() };
        let changed = self.replica.with_untracked(|replica| {
            if touched.as_ref().is_none_or(|some| some.iter().any(|id| leads_on(replica, *id))) {
                self.look_along(replica);
            }
            let all: Vec<Id> = match touched {
                Some(some) => some.into_iter().chain(issues.stale(replica)).collect(),
                None => replica.view().keys().copied().collect(),
            };
            let marks = Marks::of(replica);
            let mut changed = anew;
            for id in all {
                changed |= match replica.view().get(&id).and_then(|record| marks.see(record)) {
                    Some(seen) => issues.put(seen),
                    None => issues.leave_out(id),
                };
            }
            changed
        });
        if changed {
            self.issues.set(Arc::new(issues));
        }
    }

    /// Looks anew how far each issue has come.
    fn look_along(self, replica: &Replica) {
        let stations = thread::stations(replica.view().values());
        if self.stations.with_untracked(|before| *before != stations) {
            self.stations.set(stations);
        }
    }

    /// The station that an issue has reached: by its own standing, or by what has come of it since; tracked.
    pub(crate) fn station(self, seen: &Seen) -> Station {
        let own = seen.issue.standing.station();
        self.stations.with(|come| come.get(&seen.id).map_or(own, |station| own.max(*station)))
    }

    /// All issues on this phone; tracked.
    pub(crate) fn issues(self) -> Arc<Issues> {
        self.issues.get()
    }

    /// One issue; tracked.
    pub(crate) fn issue(self, id: Id) -> Option<Arc<Seen>> {
        self.issues.with(|issues| issues.get(id).cloned())
    }

    /// The remarks under an issue, oldest first, with their ids and whereabouts; tracked.
    pub(crate) fn comments(self, issue: Id) -> Vec<(Id, Comment, Whereabouts)> {
        self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let all = replica.view().values().filter(|r| r.kind == Kind::Comment && !r.gone);
            let mut comments: Vec<_> = all
                .filter(|record| record.link("issue") == Some(issue))
                .filter_map(|r| Some((r.id, r.read::<Comment>().ok()?, marks.whereabouts(r.id))))
                .collect();
            comments.sort_by_cached_key(|(id, comment, _)| oldest_first(0, comment.said_at, *id));
            comments
        })
    }

    /// A record of any kind; tracked.
    pub(crate) fn record(self, id: Id) -> Option<Record> {
        self.replica.with(|replica| replica.view().get(&id).cloned())
    }

    /// Clashes that wait for a look; tracked.
    pub(crate) fn clashes(self) -> Vec<Record> {
        self.replica.with(|replica| {
            let all = replica.view().values();
            all.filter(|record| record.kind == Kind::Clash && !record.gone).cloned().collect()
        })
    }

    /// Changes that need eyes; tracked.
    pub(crate) fn attention(self) -> Vec<Attention> {
        self.replica.with(|replica| replica.eyes().cloned().collect())
    }

    /// Changes that are only on this phone, in the order in which they go; tracked.
    pub(crate) fn only_here(self) -> Vec<Change> {
        self.replica.with(|replica| only_here(replica).cloned().collect())
    }

    /// How many changes and pictures are only on this phone; tracked.
    pub(crate) fn unsent(self) -> usize {
        self.replica.with(|replica| only_here(replica).count()) + self.pictures_waiting()
    }

    /// How many things need eyes: changes not accepted, and clashes; tracked.
    pub(crate) fn wants_eyes(self) -> usize {
        self.attention().len() + self.clashes().len()
    }

    /// Now, as the village's clock has it.
    pub(crate) fn now(self) -> Millis {
        self.replica.with_untracked(|replica| replica.corrected(clock::now()))
    }

    /// The person with the roles held; tracked.
    pub(crate) fn who(self) -> Who {
        self.replica.with(Replica::who)
    }

    /// Whose copy this is.
    pub(crate) fn person(self) -> Id {
        self.replica.with_untracked(Replica::person)
    }

    /// Whether the person may do this to a record that is on this phone, or begin one in a scope; tracked.
    pub(crate) fn may(self, kind: Kind, id: Id, scope: Scope, act: Act) -> Result<(), Refusal> {
        self.replica.with(|replica| {
            let before = replica.view().get(&id);
            let (uuid, at, seq) = (Id::nil(), 0, 0);
            may(
                &replica.who(),
                &Change { uuid, seq, at, kind, id, scope, act, made_on: None },
                before,
            )
        })
    }

    /// Rings the bell: go and see whether something can be sent.
    pub(crate) fn nudge(self) {
        self.bell.update(|rung| *rung += 1);
    }
}

/// Whether a record can say how far an issue has come, or has left.
fn leads_on(replica: &Replica, id: Id) -> bool {
    let kind = replica.view().get(&id).map(|record| &record.kind);
    kind.is_none_or(|kind| {
        matches!(kind, Kind::Issue | Kind::Session | Kind::Advice | Kind::Action)
    })
}

/// The desk, from anywhere behind the sign-in.
pub(crate) fn desk() -> Desk {
    expect_context()
}
