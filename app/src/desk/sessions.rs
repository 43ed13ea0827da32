//! The sessions on this phone, and what lies in each.

use domain::{
    Id, Kind, Record,
    session::{Convened, Room},
};

use super::{Desk, Marks, Whereabouts};
use crate::order::oldest_first;

/// A session as the screen shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Evening {
    /// The session's id.
    pub(crate) id: Id,
    /// What it says.
    pub(crate) session: Convened,
    /// Where its newest words are.
    pub(crate) whereabouts: Whereabouts,
}

impl Desk {
    /// All sessions of the village shown, the earliest first; those without a day come last; tracked.
    pub(crate) fn evenings(self) -> Vec<Evening> {
        let village = self.village();
        let mut evenings: Vec<Evening> = self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let sessions = replica.view().values().filter(|r| r.kind == Kind::Session);
            sessions.filter_map(|record| evening(record, &marks)).collect()
        });
        evenings.retain(|evening| Some(evening.session.village) == village);
        evenings.sort_by_cached_key(|evening| {
            oldest_first(0, evening.session.on.unwrap_or(i64::MAX), evening.id)
        });
        evenings
    }

    /// The sessions that are ahead in every village on this phone, the earliest first; tracked.
    pub(crate) fn ahead(self) -> Vec<Evening> {
        let now = self.now();
        let mut ahead: Vec<Evening> = self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let sessions = replica.view().values().filter(|r| r.kind == Kind::Session);
            let ahead = sessions.filter(|r| r.number("on") + domain::DAY > now);
            ahead.filter_map(|record| evening(record, &marks)).collect()
        });
        ahead.retain(|evening| evening.session.stage.ahead());
        ahead.sort_by_cached_key(|evening| {
            oldest_first(0, evening.session.on.unwrap_or(i64::MAX), evening.id)
        });
        ahead
    }

    /// One session; tracked.
    pub(crate) fn evening(self, id: Id) -> Option<Evening> {
        self.replica.with(|replica| evening(replica.view().get(&id)?, &Marks::of(replica)))
    }

    /// Looks at what lies in a session; tracked. None when this phone does not have it.
    pub(crate) fn in_room<R>(self, id: Id, look: impl FnOnce(&Room<'_>) -> R) -> Option<R> {
        self.replica.with(|replica| {
            let session = replica.view().get(&id)?;
            Room::of(session, replica.view()).ok().map(|room| look(&room))
        })
    }
}

fn evening(record: &Record, marks: &Marks) -> Option<Evening> {
    let there = record.kind == Kind::Session && !record.gone;
    let session = there.then(|| record.read().ok())??;
    Some(Evening { id: record.id, session, whereabouts: marks.whereabouts(record.id) })
}
