//! What a debt is about, as this phone's own copy has it: the server tells ids, and names nobody of a village.

use domain::{
    Id, Kind, Sorted,
    session::veil::Veil,
    waits::{Debt, Ower, Wait},
};

use crate::{
    clock,
    desk::Desk,
    look::words,
    prelude::*,
    routes::{Room, Route},
};

/// A debt as it stands on the screen.
#[derive(Clone, PartialEq)]
pub(super) struct Line {
    pub(super) wait: Wait,
    /// The village, by name.
    pub(super) village: String,
    /// Who waits.
    pub(super) who: String,
    /// Who owes.
    pub(super) whom: String,
    /// What it is about; nothing when this phone does not have it.
    pub(super) what: Option<String>,
    /// For how many days.
    pub(super) days: u32,
}

impl Line {
    /// What tells a row from all others, and from itself as it was.
    pub(super) fn key(&self) -> String {
        let Self { wait, who, whom, what, days, .. } = self;
        let what = what.as_deref().unwrap_or_default();
        format!("{} {} {days} {who} {whom} {what} {:?}", wait.debt.as_str(), wait.about, wait.asked)
    }

    /// What is owed, in a few words.
    pub(super) fn owed(&self) -> String {
        let w = words().waits();
        let Wait { debt, count, due, asked, .. } = self.wait;
        let owed = (w.owed)(debt, count, self.wait.kind == "session");
        let due = (w.due)(due, asked, clock::now()).filter(|_| debt == Debt::Overdue);
        due.map_or_else(|| owed.clone(), |due| (w.both)(&due, &owed))
    }

    /// Where it is seen, and answered by whoever owes it.
    pub(super) fn route(&self, desk: Desk) -> Route {
        let Wait { about, session, debt, .. } = self.wait;
        let issue = || {
            let record = untrack(|| desk.record(about));
            record.and_then(|record| record.link("issue")).map_or(Route::Board, Route::Issue)
        };
        match (debt, Kind::from(self.wait.kind.clone()), session) {
            (Debt::Letter, ..) => Route::Letters,
            (Debt::Minutes, ..) => Route::Session(about, Room::Minutes),
            (Debt::Brief, _, Some(session)) => Route::Session(session, Room::Paper),
            (_, Kind::Session, _) => Route::Session(about, Room::Advice),
            (_, Kind::Action, _) => Route::Action(about),
            (_, Kind::Issue, _) => Route::Issue(about),
            (_, Kind::Advice, Some(session)) => Route::Session(session, Room::Advice),
            _ => issue(),
        }
    }
}

/// All of them; not tracked, as the wing asks anew when something came.
pub(super) fn lines(desk: Desk, rows: &[Wait], now: i64) -> Vec<Line> {
    let mut veils: Sorted<Id, Veil> = Sorted::new();
    let line = |wait: &Wait| {
        let w = words().waits();
        let name = |id| untrack(|| desk.place_name(id));
        let village = wait.village.and_then(name).unwrap_or_default();
        let name = match (wait.ower, wait.village) {
            (Ower::Holder, Some(id)) => {
                if veils.get(&id).is_none() {
                    veils.insert(id, desk.veil(id));
                }
                holder(desk, wait.about).zip(veils.get(&id)).map(|(it, veil)| veil.over(&it, None))
            }
            _ => wait.name.clone(),
        };
        Line {
            who: (w.waiter)(wait.waiter, wait.count, &village),
            whom: (w.ower)(wait.ower, &village, name.as_deref()),
            what: untrack(|| what(desk, wait)),
            days: wait.days(now),
            wait: wait.clone(),
            village,
        }
    };
    rows.iter().map(line).collect()
}

/// Who has an action, as it says.
fn holder(desk: Desk, action: Id) -> Option<String> {
    untrack(|| desk.doing(action)).and_then(|doing| doing.action.owner)
}

fn what(desk: Desk, wait: &Wait) -> Option<String> {
    let record = desk.record(wait.about)?;
    let text = |field| record.text(field).map(str::to_owned);
    match record.kind {
        Kind::Action => desk.doing(wait.about).map(|doing| doing.what),
        Kind::Session => desk.evening(wait.about).map(|evening| evening.session.title),
        Kind::Issue => text("title"),
        Kind::Advice => text("words"),
        Kind::Brief => desk.evening(wait.session?).map(|evening| evening.session.title),
        Kind::Letter => {
            let [_, complaint, suggestion] = words().tray().sorts;
            let complains = record.text("sort") == Some("complaint");
            Some(if complains { complaint } else { suggestion }.to_owned())
        }
        _ => None,
    }
}
