//! The roll, the agenda, the hands, and taking back.

use domain::{
    Act, Id, Kind, SessionAct, Stage,
    session::{
        Hand,
        bench::{Action, Count},
    },
};

use super::table::{Done, Step, Table};

impl Table {
    /// Somebody is here, or is not.
    pub(super) fn attend(self, seat: Id) {
        let before = self.floor.with_untracked(|floor| floor.place(seat).and_then(|p| p.present));
        let present = before != Some(true);
        let mark = |present| self.on(Kind::Seat, seat, SessionAct::Attend { present });
        let what = self.w.bench().did[if present { 4 } else { 5 }];
        self.run(vec![mark(Some(present))], Some(self.did(seat, what, vec![mark(before)])));
    }

    /// All who are left are here, or none of them.
    pub(super) fn call(self, present: bool, after: impl FnOnce(Self) + 'static) {
        let w = self.w.bench();
        let floor = self.floor.get_untracked();
        let left = floor.places.iter().filter(|place| match place.present {
            None => true,
            Some(here) => present && !here,
        });
        let mark = |id, present| self.on(Kind::Seat, id, SessionAct::Attend { present });
        let (mut steps, mut undo) = (Vec::new(), Vec::new());
        for place in left {
            steps.push(mark(place.id, Some(present)));
            undo.push(mark(place.id, place.present));
        }
        if steps.is_empty() {
            return after(self);
        }
        let what = w.all_did[usize::from(!present)].to_owned();
        let done = Done { who: String::new(), what, undo, statement: None, taken: false };
        self.then(steps, move |table| {
            table.done.set(Some(done));
            after(table);
        });
    }

    /// The bench comes to another part of the agenda.
    pub(super) fn reach(self, part: u32, name: String) {
        let back = self.move_on(SessionAct::Reach { part: self.part() });
        let undo = back.into_iter().collect();
        let what = self.w.bench().all_did[2].to_owned();
        let done = Done { who: name, what, undo, statement: None, taken: false };
        let steps = self.move_on(SessionAct::Reach { part }).into_iter().collect();
        self.run(steps, Some(done));
    }

    /// Moves the session along, stage by stage, in one go.
    pub(super) fn proceed(self, stages: &[Stage], after: impl FnOnce(Self) + 'static) {
        let mut from = self.session.with_untracked(|session| session.as_ref().map(|s| s.stage));
        let mut steps = Vec::new();
        for to in stages {
            let Some(now) = from.replace(*to) else { return };
            steps.extend(self.move_on(SessionAct::Proceed { from: now, to: *to, why: None }));
        }
        self.then(steps, after);
    }

    /// Whoever speaks has ended, and so has the evening.
    pub(super) fn end(self, after: impl FnOnce(Self) + 'static) {
        let mut steps = self.floor.with_untracked(|floor| self.hushes(&floor.open));
        let to = SessionAct::Proceed { from: Stage::InSession, to: Stage::Drafting, why: None };
        steps.extend(self.move_on(to));
        self.then(steps, after);
    }

    /// A hand more, or fewer.
    pub(super) fn count(self, id: Id, hand: Hand, by: i64) {
        let w = self.w;
        let count = self.record(id).and_then(|record| record.read::<Count>().ok());
        let Some(count) = count else { return };
        if by < 0 && of(&count, hand) + by < 0 {
            return;
        }
        let turn = |by| self.on(Kind::Count, id, SessionAct::Count { hand, by });
        let name = words::session::hand(w.lang, hand);
        let sign = if by > 0 { "+" } else { "−" };
        let what = format!("{name} {sign}{}", by.abs());
        let done =
            Done { who: String::new(), what, undo: vec![turn(-by)], statement: None, taken: false };
        self.run(vec![turn(by)], Some(done));
    }

    /// Takes back what was done last.
    pub(super) fn undo(self) {
        let Some(done) = self.done.get_untracked() else { return };
        if done.undo.is_empty() {
            return;
        }
        let what = format!("{} {}", done.who, done.what);
        let who = self.w.bench().undo[1].to_owned();
        let back = Done { who, what, undo: Vec::new(), statement: None, taken: false };
        self.run(done.undo, Some(back));
    }

    /// Everything that goes with a statement when it is taken back: recordings beside it, and what was promised in it.
    pub(super) fn with_it(self, statement: Id) -> Vec<Step> {
        let mut steps = Vec::new();
        for (field, kind) in [("about", Kind::Voice), ("statement", Kind::Action)] {
            for id in self.beside(field, &kind, statement) {
                steps.push(self.on(kind.clone(), id, Act::Withdraw));
            }
        }
        steps.push(self.on(Kind::Statement, statement, Act::Withdraw));
        steps
    }

    /// The records of a kind that name another in a field; tracked.
    pub(super) fn beside(self, field: &str, kind: &Kind, other: Id) -> Vec<Id> {
        let found = self.desk.in_room(self.id, |room| {
            let its = room.within().iter().filter(|r| r.kind == *kind && !r.gone);
            its.filter(|r| r.link(field) == Some(other)).map(|r| r.id).collect()
        });
        found.unwrap_or_default()
    }

    /// What was promised in a statement; tracked.
    pub(super) fn promised(self, statement: Id) -> Option<Action> {
        self.desk.in_room(self.id, |room| {
            let within = room.within().iter();
            let mut actions = within.filter(|r| r.kind == Kind::Action && !r.gone);
            actions.find(|r| r.link("statement") == Some(statement))?.read().ok()
        })?
    }
}

/// How many hands are up for one of the three.
pub(super) fn of(count: &Count, hand: Hand) -> i64 {
    match hand {
        Hand::Yes => count.yes,
        Hand::No => count.no,
        Hand::Unsure => count.unsure,
    }
}
