//! Who speaks, and what is taken down of it: one or a few acts that belong together, and what takes them back.

use domain::{
    Act, Id, Kind, Millis, SessionAct,
    session::{Promise, Sort, State},
};

use super::{
    floor::Place,
    table::{Done, Sheet, Step, Table, under},
};
use crate::clock;

impl Table {
    /// Somebody begins to speak; whoever spoke before has ended.
    pub(super) fn speak(self, seat: Id) {
        let w = self.w.bench();
        let floor = self.floor.get_untracked();
        if floor.now.is_some_and(|now| now.seat == seat) {
            return;
        }
        let mut steps = self.hushes(&floor.open);
        let speech = clock::fresh();
        let mut undo = vec![self.on(Kind::Speech, speech, Act::Withdraw)];
        if floor.place(seat).is_some_and(|place| place.hand_at.is_some()) {
            steps.push(self.on(Kind::Seat, seat, SessionAct::Raise { up: false }));
            undo.push(self.on(Kind::Seat, seat, SessionAct::Raise { up: true }));
        }
        steps.extend(self.begin(speech, SessionAct::Speak { seat }));
        self.run(steps, Some(self.did(seat, w.did[0], undo)));
    }

    /// Whoever speaks has ended.
    pub(super) fn hush(self) {
        let floor = self.floor.get_untracked();
        let Some(now) = floor.now else { return };
        let done = self.did(now.seat, self.w.bench().did[1], Vec::new());
        self.run(self.hushes(&floor.open), Some(done));
    }

    pub(super) fn hushes(self, open: &[Id]) -> Vec<Step> {
        open.iter().map(|speech| self.on(Kind::Speech, *speech, SessionAct::Hush)).collect()
    }

    /// A hand goes up, or down again.
    pub(super) fn raise(self, seat: Id) {
        let up = self
            .floor
            .with_untracked(|floor| floor.place(seat).is_some_and(|place| place.hand_at.is_none()));
        let flip = |up| self.on(Kind::Seat, seat, SessionAct::Raise { up });
        let what = self.w.bench().did[if up { 2 } else { 3 }];
        self.run(vec![flip(up)], Some(self.did(seat, what, vec![flip(!up)])));
    }

    /// What is said is taken down, or it is asked first what cannot be known.
    pub(super) fn capture(self, sort: Sort) {
        let seat = self.floor.with_untracked(|floor| floor.last.map(|last| last.seat));
        match (seat, sort) {
            (None, _) => self.sheet.set(Some(Sheet::Whose(sort))),
            (Some(seat), Sort::Promise) => self.sheet.set(Some(Sheet::Due(Some(seat)))),
            (Some(seat), _) => self.state(sort, Some(seat)),
        }
    }

    /// Takes a statement down.
    pub(super) fn state(self, sort: Sort, seat: Option<Id>) {
        let id = clock::fresh();
        let steps = self.begin(id, self.statement(sort, seat)).into_iter().collect();
        let undo = vec![self.on(Kind::Statement, id, Act::Withdraw)];
        self.run(steps, Some(self.stated(sort, seat, id, undo, None)));
    }

    /// Takes a promise down, and what is to be done about it.
    pub(super) fn promise(self, seat: Option<Id>, due: Option<Millis>) {
        let (statement, action) = (clock::fresh(), clock::fresh());
        let owner = self.floor.with_untracked(|floor| {
            seat.and_then(|seat| floor.place(seat).map(|place| owner(self.w, place)))
        });
        let owner = owner.unwrap_or_else(|| self.w.common.whole_village.to_owned());
        let promise = Promise { statement: Some(statement), what: None, owner, due };
        let steps = [
            self.begin(statement, self.statement(Sort::Promise, seat)),
            self.begin(action, SessionAct::Promise(promise)),
        ];
        let undo = vec![
            self.on(Kind::Action, action, Act::Withdraw),
            self.on(Kind::Statement, statement, Act::Withdraw),
        ];
        let mut done = self.stated(Sort::Promise, seat, statement, undo, None);
        if let Some(due) = due {
            let w = self.w;
            let day = w.lang.date(due, self.time());
            done.what = format!("{} {}", done.what, (w.bench().due_by)(&day));
        }
        self.run(steps.into_iter().flatten().collect(), Some(done));
    }

    pub(super) fn statement(self, sort: Sort, seat: Option<Id>) -> SessionAct {
        SessionAct::State(State { sort, seat, part: self.part(), words: None, named: false })
    }

    pub(super) fn stated(
        self,
        sort: Sort,
        seat: Option<Id>,
        id: Id,
        undo: Vec<Step>,
        length: Option<&str>,
    ) -> Done {
        let w = self.w;
        let who = seat.map(|seat| self.name(seat)).unwrap_or_default();
        let what = (w.bench().stated)(w.lang, sort, length);
        Done { who, what, undo, statement: Some(id), taken: true }
    }

    pub(super) fn did(self, seat: Id, what: &str, undo: Vec<Step>) -> Done {
        Done { who: self.name(seat), what: what.to_owned(), undo, statement: None, taken: false }
    }
}

/// Who does what was promised: by name and office, or group.
fn owner(w: &words::Words, place: &Place) -> String {
    let seat = &place.seat;
    let said = seat.label.clone().or_else(|| seat.group.clone());
    let said = said.unwrap_or_else(|| under(w, place));
    (w.bench().owner)(&seat.name, &said)
}
