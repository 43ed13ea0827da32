//! 办理事项: who does what by when, how one can tell that it is done, and the way it has come.

pub use super::state::State;
use super::{
    echo::{self, Echo, Errand},
    rating::{self, Rating},
};
use crate::{DAY, Form, Id, Millis, Record, Refusal, session::Lacking, sync::planted::Planted};

/// What is said when something is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Undertaking {
    /// What is to be done.
    pub what: String,
    /// The same in English, where somebody wrote it.
    #[form(sparse)]
    pub what_en: Option<String>,
    /// Who does it, by name and office; whoever claims it without one.
    #[form(sparse)]
    pub owner: Option<String>,
    /// Who that is, when in the directory.
    #[form(sparse)]
    pub lead: Option<Id>,
    /// 协办: who helps.
    #[form(sparse)]
    pub partners: Option<String>,
    /// By when.
    #[form(sparse)]
    pub due: Option<Millis>,
    /// Where the money comes from.
    #[form(sparse)]
    pub money: Option<String>,
    /// 怎样算办成: one sentence that somebody can check.
    #[form(sparse)]
    pub criterion: Option<String>,
    /// The advice it comes from, which has its answer.
    #[form(sparse)]
    pub advice: Option<Id>,
    /// The issue it is about.
    #[form(sparse)]
    pub issue: Option<Id>,
    /// The session it comes from.
    #[form(sparse)]
    pub session: Option<Id>,
}

/// One step of the way an action has come.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Step {
    /// Where it came to; where it was, when only the day or the owner changed.
    pub to: State,
    /// Who brought it there.
    pub by: Id,
    /// When.
    pub at: Millis,
    /// The words that go with it.
    #[form(sparse)]
    pub why: Option<String>,
    /// The day that was left.
    #[form(sparse)]
    pub due_from: Option<Millis>,
    /// Who had it before.
    #[form(sparse)]
    pub owner_from: Option<String>,
}

/// More time that was asked for and is not granted yet.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Asked {
    /// By when it would be done.
    pub due: Millis,
    /// Why it takes longer.
    pub why: String,
    /// Who asks.
    pub by: Id,
    /// When.
    pub at: Millis,
}

/// A look back at what was closed.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Visit {
    /// Whether it still holds.
    pub holds: bool,
    /// What was seen.
    pub words: String,
    /// Who looked.
    pub by: Id,
    /// When.
    pub at: Millis,
}

/// Somebody who is to hear of it.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Proposer {
    /// By what name.
    pub name: String,
    /// Who that is, when in the directory.
    #[form(sparse)]
    pub person: Option<Id>,
    /// The group, by its name.
    #[form(sparse)]
    pub group: Option<String>,
}

/// An action record, read.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Action {
    /// What is to be done; the words of the statement it was promised in without it.
    pub what: Option<String>,
    /// The same in English.
    pub what_en: Option<String>,
    /// Who does it.
    pub owner: Option<String>,
    /// Who that is, when in the directory.
    pub lead: Option<Id>,
    /// Who helps.
    pub partners: Option<String>,
    /// By when.
    pub due: Option<Millis>,
    /// Where the money comes from.
    pub money: Option<String>,
    /// How one can tell that it is done.
    pub criterion: Option<String>,
    /// The advice it comes from.
    pub advice: Option<Id>,
    /// The issue it is about.
    pub issue: Option<Id>,
    /// The session it comes from.
    pub session: Option<Id>,
    /// The statement it was promised in.
    pub statement: Option<Id>,
    /// Who is to hear of it.
    pub tell: Vec<Proposer>,
    /// Who did it so far.
    pub doers: Vec<Id>,
    /// The way it has come; empty for a promise that nothing has happened to yet.
    pub trail: Vec<Step>,
    /// More time that was asked for.
    pub asked: Option<Asked>,
    /// What was said of how it was done.
    pub ratings: Vec<Rating>,
    /// Who was told.
    pub echoes: Vec<Echo>,
    /// Doors that somebody was asked to knock at.
    pub errands: Vec<Errand>,
    /// Looks back.
    pub visits: Vec<Visit>,
    /// Fields that two people wrote in one place.
    pub check: Vec<String>,
}

impl Action {
    /// Where it stands: a promise made on the bench has an owner, and is claimed.
    #[must_use]
    pub fn state(&self) -> State {
        let begun = if self.owner.is_some() { State::Claimed } else { State::Unclaimed };
        self.trail.last().map_or(begun, |step| step.to)
    }

    /// How often it was begun anew.
    #[must_use]
    pub fn round(&self) -> u32 {
        // more time that is granted while it waits to be begun anew is a step that stays there
        let comes = |from: State, to: State| to == State::Redo && from != State::Redo;
        let before = std::iter::once(State::Unclaimed).chain(self.trail.iter().map(|step| step.to));
        let again = before.zip(&self.trail).filter(|(from, step)| comes(*from, step.to));
        u32::try_from(again.count()).unwrap_or(u32::MAX)
    }

    /// When it last came to a state.
    #[must_use]
    pub fn last_at(&self, state: State) -> Option<Millis> {
        self.trail.iter().rev().find(|step| step.to == state).map(|step| step.at)
    }

    /// When it was done, as it now is; nothing while it is not.
    #[must_use]
    pub fn done_at(&self) -> Option<Millis> {
        let done = self.trail.iter().rposition(|step| step.to == State::Done)?;
        let undone = |step: &Step| step.to.running();
        let stands = !self.trail.iter().skip(done).any(undone);
        stands.then(|| self.trail.get(done).map(|step| step.at))?
    }

    /// How many days it is over its day at a moment; 0 when it is not. That is said, and nobody is punished for it.
    #[must_use]
    pub fn days_over(&self, now: Millis) -> Millis {
        match self.due {
            Some(due) if self.state().running() && now > due => (now - due) / DAY,
            Some(_) | None => 0,
        }
    }

    /// Whether somebody did it, or helped to: the doer neither checks nor rates.
    #[must_use]
    pub fn doer(&self, person: Id) -> bool {
        self.lead == Some(person) || self.doers.contains(&person)
    }

    /// What is lacking before it can be closed, in the order in which it is best mended.
    #[must_use]
    pub fn lacking(&self) -> Vec<Lacking> {
        let mut lacks = Vec::new();
        if !self.all_told() && !Planted::ClosedUntold.here() {
            lacks.push(Lacking::Echo);
        }
        let tally = rating::tally(&self.ratings, self.round());
        if tally.all() == 0 && !Planted::ClosedUnrated.here() {
            lacks.push(Lacking::Rating);
        }
        lacks
    }

    /// Whether everybody who is to hear of it has heard since it was done; somebody, at the least.
    fn all_told(&self) -> bool {
        let Some(since) = self.done_at() else { return false };
        let told = |name: &str| echo::told(&self.echoes, name, since);
        let anybody = self.echoes.iter().any(|echo| echo.at >= since);
        anybody && self.tell.iter().all(|proposer| told(&proposer.name))
    }

    /// When it is next looked back on: 90 days after it was closed, and 180.
    #[must_use]
    pub fn looks_back_at(&self) -> Option<Millis> {
        let closed = self.last_at(State::Closed).filter(|_| self.state() == State::Closed)?;
        let looks = self.visits.iter().filter(|visit| visit.at >= closed).count();
        [90, 180].get(looks).map(|days| closed.saturating_add(days * DAY))
    }

    /// Whether it is to be looked back on at a moment.
    #[must_use]
    pub fn revisit_due(&self, now: Millis) -> bool {
        self.looks_back_at().is_some_and(|due| now >= due)
    }
}

/// The action that lies in a record.
pub(super) fn read(record: &Record) -> Result<Action, Refusal> {
    record.read().map_err(|_| Refusal::WrongKind)
}

impl Step {
    pub(super) fn to(to: State, by: Id, at: Millis) -> Self {
        Self { to, by, at, why: None, due_from: None, owner_from: None }
    }
}

/// Adds a step to the way an action has come.
pub(super) fn step(record: &mut Record, step: &Step) {
    record.set("state", step.to.as_str());
    record.push("trail", step.form());
}
