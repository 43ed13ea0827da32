//! What all parts of the bench share: the evening as its records say, the clock, and what was done last.

use std::sync::Arc;

use domain::{
    Act, Id, Kind, Millis, Record, Scope, SessionAct, Stage,
    session::{Convened, Duty, Part, Sort, State},
};

use super::floor::{Floor, Place};
use crate::{
    desk::{CommitError, Desk, desk},
    look::words,
    prelude::*,
};

/// One act on one record.
pub(super) type Step = (Kind, Id, Scope, Act);

/// What was done last, and what takes it back.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Done {
    /// Who did it, or what it is about.
    pub(super) who: String,
    /// What.
    pub(super) what: String,
    /// What takes it back; nothing when that cannot be.
    pub(super) undo: Vec<Step>,
    /// The statement that a few words can be written to.
    pub(super) statement: Option<Id>,
    /// Whether something was taken down, and not merely done.
    pub(super) taken: bool,
}

/// The table in the middle: a few words long, so that every part can hold it.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) id: Id,
    pub(super) desk: Desk,
    /// What it says: a tap is heard outside of the page's context, and cannot ask there.
    pub(super) w: &'static words::Words,
    pub(super) session: Memo<Option<Arc<Convened>>>,
    pub(super) floor: Memo<Floor>,
    /// The clock on the wall, set right; it moves once a second.
    pub(super) now: RwSignal<Millis>,
    pub(super) done: RwSignal<Option<Done>>,
    pub(super) error: RwSignal<Option<CommitError>>,
    /// Whether the roll is being called.
    pub(super) rolling: RwSignal<bool>,
    /// Whether a tap on a name notes a raised hand.
    pub(super) hands_up: RwSignal<bool>,
    /// Whether a tap on a counter takes a hand off.
    pub(super) less: RwSignal<bool>,
    /// Which sheet lies over the bench.
    pub(super) sheet: RwSignal<Option<Sheet>>,
    turns: StoredValue<Turns>,
}

/// What was tapped while something else was being stored: each tap is judged on what the one before made of it.
#[derive(Default)]
struct Turns {
    busy: bool,
    waits: Vec<Box<dyn FnOnce(Table)>>,
}

/// A sheet over the bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    /// Who said what is to be taken down.
    Whose(Sort),
    /// By when it is to be done.
    Due(Option<Id>),
    /// A few words to a statement.
    Write(Id),
    /// The sentence that is put to a show of hands.
    Ask,
    /// Somebody comes late.
    Late,
    /// Who has not spoken.
    Silent,
    /// What was taken down.
    Log,
    /// The rules, to be read out.
    Rules,
    /// Whether to end.
    End,
}

impl Table {
    /// Lays the table for a session, and lets the clock run.
    pub(super) fn lay(id: Id) -> Self {
        let desk = desk();
        let session = Memo::new(move |before: Option<&Option<Arc<Convened>>>| {
            // what leaves the phone while it is looked at stays on the screen
            let now = desk.evening(id).map(|evening| Arc::new(evening.session));
            now.or_else(|| before.cloned().flatten())
        });
        let floor = Memo::new(move |_| {
            let part = session.with(|session| part_of(session.as_deref()?).cloned());
            desk.in_room(id, |room| Floor::of(room, part.as_ref())).unwrap_or_default()
        });
        let now = RwSignal::new(desk.now());
        let table = Self {
            id,
            desk,
            w: words(),
            session,
            floor,
            now,
            done: RwSignal::new(None),
            error: RwSignal::new(None),
            rolling: RwSignal::new(false),
            hands_up: RwSignal::new(false),
            less: RwSignal::new(false),
            sheet: RwSignal::new(None),
            turns: StoredValue::new(Turns::default()),
        };
        provide_context(table);
        table
    }

    /// The scope of all that lies in the session.
    pub(super) fn scope(self) -> Scope {
        Scope::Session(self.id)
    }

    /// The time, set right.
    pub(super) fn time(self) -> Millis {
        self.desk.now()
    }

    /// Where the session stands; tracked.
    pub(super) fn stage(self) -> Option<Stage> {
        self.session.with(|session| session.as_ref().map(|session| session.stage))
    }

    /// The part of the agenda that the bench has come to, counted from 0.
    pub(super) fn part(self) -> u32 {
        self.session.with_untracked(|session| session.as_ref()?.part).unwrap_or(0)
    }

    /// Begins a record of the session.
    pub(super) fn begin(self, id: Id, act: SessionAct) -> Option<Step> {
        Some((act.begins()?, id, self.scope(), act.into()))
    }

    /// Does something to a record of the session that is there.
    pub(super) fn on(self, kind: Kind, id: Id, act: impl Into<Act>) -> Step {
        (kind, id, self.scope(), act.into())
    }

    /// Does something to the session itself.
    pub(super) fn move_on(self, act: SessionAct) -> Option<Step> {
        let village = self.session.with_untracked(|session| session.as_ref().map(|s| s.village))?;
        Some((Kind::Session, self.id, Scope::Village(village), act.into()))
    }

    /// Does something as soon as all that was tapped before is stored.
    pub(super) fn soon(self, deed: impl FnOnce(Self) + 'static) {
        let deed = Box::new(deed);
        let waits = self.turns.try_update_value(|turns| {
            let busy = turns.busy;
            if busy {
                turns.waits.push(deed);
                return None;
            }
            Some(deed)
        });
        if let Some(deed) = waits.flatten() {
            deed(self);
        }
    }

    /// The next of those that wait, until one of them stores something.
    fn next_turn(self) {
        loop {
            let next = self.turns.try_update_value(|turns| {
                if turns.busy || turns.waits.is_empty() {
                    return None;
                }
                Some(turns.waits.remove(0))
            });
            let Some(deed) = next.flatten() else { return };
            deed(self);
        }
    }

    /// Stores what was done, all of it or nothing, and says so once it is on the phone.
    pub(super) fn run(self, steps: Vec<Step>, done: Option<Done>) {
        self.then(steps, move |table| table.done.set(done));
    }

    /// The same, with something to do afterwards.
    pub(super) fn then(self, steps: Vec<Step>, after: impl FnOnce(Self) + 'static) {
        self.turns.try_update_value(|turns| turns.busy = true);
        leptos::task::spawn_local(async move {
            let kept = self.desk.commit_acts(steps).await;
            // the screen may have been left meanwhile: then nobody waits any more
            if self.turns.try_update_value(|turns| turns.busy = false).is_none() {
                return;
            }
            self.error.set(kept.err());
            if self.error.with_untracked(Option::is_none) {
                after(self);
            }
            self.next_turn();
        });
    }

    /// Looks at a record of the session; untracked.
    pub(super) fn record(self, id: Id) -> Option<Record> {
        self.desk.replica.with_untracked(|replica| replica.view().get(&id).cloned())
    }

    /// Whether the reader may take things down; tracked.
    pub(super) fn may(self) -> bool {
        let sort = Sort::Opinion;
        let act = SessionAct::State(State { sort, seat: None, part: 0, words: None, named: false });
        self.desk.may(Kind::Statement, Id::nil(), self.scope(), act.into()).is_ok()
    }

    /// The name on a seat, or nothing.
    pub(super) fn name(self, seat: Id) -> String {
        self.floor.with_untracked(|floor| {
            floor.place(seat).map(|place| place.seat.name.clone()).unwrap_or_default()
        })
    }
}

/// The part of the agenda that a session has come to.
pub(super) fn part_of(session: &Convened) -> Option<&Part> {
    session.agenda.get(session.part.unwrap_or(0) as usize)
}

/// What stands under a name: far away, what the person does here, where from, or what as.
pub(super) fn under(w: &words::Words, place: &Place) -> String {
    let seat = &place.seat;
    if seat.remote {
        return w.bench().far.to_owned();
    }
    let duty = seat.duty.filter(|duty| *duty != Duty::Witness);
    if let Some(duty) = duty {
        return words::session::duty(w.lang, duty).to_owned();
    }
    let said = seat.label.clone().or_else(|| seat.group.clone());
    said.unwrap_or_else(|| (w.names.role)(seat.role).to_owned())
}

/// The table, from anywhere on the bench.
pub(super) fn table() -> Table {
    expect_context()
}
