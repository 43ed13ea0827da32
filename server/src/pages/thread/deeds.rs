//! What is done of an issue, as the public may know it.

use domain::follow::{
    Action, Line, LineState, Satisfaction, Section, State, Thread, Tidings,
    action::Step,
    echo::Echo,
    progress::Progress,
    rating::{Tally, tally},
};
use domain::session::{Convened, sealed::Content};
use domain::{Form, Id, Millis};

use super::super::kept;
use super::told::{Eye, MOST};
use crate::sync::now;

/// Something that is done.
#[derive(Debug)]
pub(super) struct Doing {
    pub(super) id: Id,
    pub(super) what: String,
    pub(super) what_en: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) partners: Option<String>,
    pub(super) due: Option<Millis>,
    pub(super) state: State,
    pub(super) days_over: Millis,
    pub(super) criterion: Option<String>,
    pub(super) advice: Option<Id>,
    pub(super) session: Option<Id>,
    /// The days and the owners that were left, each with the reason.
    pub(super) moved: Vec<Moved>,
    /// When and what was noted of how far it is, and so much of so much.
    pub(super) notes: Vec<Note>,
    /// When it was done, and what.
    pub(super) done: Option<(Millis, Option<String>)>,
    /// Whether somebody who looked found it so, and what they saw.
    pub(super) checked: Option<(bool, Option<String>)>,
    pub(super) echoes: Vec<(Millis, Tidings)>,
    /// How often it was done anew, and why.
    pub(super) again: Vec<Option<String>>,
    pub(super) tally: Tally,
    pub(super) words: Vec<(Satisfaction, String)>,
    pub(super) rated_at: Option<Millis>,
    pub(super) closed: Option<(Millis, Option<String>)>,
    pub(super) visits: Vec<(Millis, bool, String)>,
    /// From which day on it is looked at again.
    pub(super) revisit: Option<Millis>,
}

/// A line of the blueprint.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) section: Section,
    pub(super) words: String,
    pub(super) words_en: Option<String>,
    pub(super) state: LineState,
}

/// A day or an owner that was left, and why.
pub(super) type Moved = (Option<Millis>, Option<String>, Option<String>);

/// When something was noted of how far it is, what, and so much of so much.
pub(super) type Note = (Millis, String, Option<(u32, u32, String)>);

/// An action, as the public may know it.
pub(super) fn doing((id, action): (Id, &Action), thread: &Thread<'_>, eye: &Eye<'_>) -> Doing {
    let round = action.round();
    let what = action.what.clone().or_else(|| promised(id, action, thread)).unwrap_or_default();
    let last = |to| action.trail.iter().rev().find(|step| step.to == to);
    let done = action.done_at().and_then(|_| last(State::Done));
    let said = |step: &Step| (step.at, eye.perhaps(step.why.as_ref()));
    let moved = |step: &&Step| step.due_from.is_some() || step.owner_from.is_some();
    let left = |step: &Step| {
        (step.due_from, eye.perhaps(step.owner_from.as_ref()), eye.perhaps(step.why.as_ref()))
    };
    let again = action.trail.iter().filter(|step| step.to == State::Redo);
    let now_ = action.ratings.iter().filter(|rating| rating.round == round);
    let words = now_.clone().filter_map(|r| Some((r.result, eye.over(r.words.as_ref()?))));
    Doing {
        id,
        what: eye.over(&what),
        what_en: eye.perhaps(action.what_en.as_ref()),
        owner: eye.perhaps(action.owner.as_ref()),
        partners: eye.perhaps(action.partners.as_ref()),
        due: action.due,
        state: action.state(),
        days_over: action.days_over(now()),
        criterion: eye.perhaps(action.criterion.as_ref()),
        advice: action.advice,
        session: action.session,
        moved: action.trail.iter().filter(moved).map(left).collect(),
        notes: notes(id, thread, eye),
        done: done.map(said),
        checked: checked(action, eye),
        echoes: when_told(&action.echoes),
        again: again.map(|step| eye.perhaps(step.why.as_ref())).collect(),
        tally: tally(&action.ratings, round),
        words: words.rev().take(MOST).collect(),
        rated_at: now_.map(|rating| rating.at).max(),
        closed: last(State::Closed).filter(|_| action.state() == State::Closed).map(said),
        revisit: action.looks_back_at(),
        visits: action.visits.iter().map(|v| (v.at, v.holds, eye.over(&v.words))).collect(),
    }
}

/// What was promised in a statement of its session has the words that were sealed there.
fn promised(id: Id, action: &Action, thread: &Thread<'_>) -> Option<String> {
    let session = thread.sessions.iter().find(|session| Some(session.id) == action.session)?;
    let convened: Convened = session.read().ok()?;
    let content = Content::read(convened.seal?.clear()).ok()?;
    let kept = kept::promised(&thread.actions, session.id);
    let at = kept.iter().position(|record| record.id == id)?;
    if kept.len() == content.actions.len() { content.actions.get(at)?.what.clone() } else { None }
}

/// The last notes on how far it is.
fn notes(id: Id, thread: &Thread<'_>, eye: &Eye<'_>) -> Vec<Note> {
    let of = thread.progress.iter().filter(|record| record.link("action") == Some(id));
    let mut notes: Vec<Progress> = of.filter_map(|record| record.read().ok()).collect();
    notes.sort_by_key(|note| std::cmp::Reverse(note.said_at));
    notes.truncate(MOST);
    let note = |Progress { report, said_at, .. }: Progress| {
        let unit = eye.over(report.unit.as_deref().unwrap_or_default());
        let count = report.done.zip(report.of).map(|(done, of)| (done, of, unit));
        (said_at, eye.over(&report.words), count)
    };
    notes.into_iter().map(note).collect()
}

/// Whether whoever looked last, since it was done last, found it so.
fn checked(action: &Action, eye: &Eye<'_>) -> Option<(bool, Option<String>)> {
    let done = action.trail.iter().rposition(|step| step.to == State::Done)?;
    let after = action.trail.get(done + 1)?;
    match after.to {
        State::Checked if action.done_at().is_some() => {
            Some((true, eye.perhaps(after.why.as_ref())))
        }
        State::Acting => Some((false, eye.perhaps(after.why.as_ref()))),
        _ => None,
    }
}

/// When somebody was told, and by which way; not who.
pub(super) fn when_told(echoes: &[Echo]) -> Vec<(Millis, Tidings)> {
    echoes.iter().map(|echo| (echo.at, echo.how)).collect()
}

/// The lines of the blueprint that come of it.
pub(super) fn lines(thread: &Thread<'_>, eye: &Eye<'_>) -> Vec<Planned> {
    let read = thread.lines.iter().filter_map(|record| record.read::<Line>().ok());
    let planned = read.map(|line| Planned {
        section: line.section,
        words: eye.over(&line.words),
        words_en: eye.perhaps(line.words_en.as_ref()),
        state: line.state,
    });
    planned.collect()
}
