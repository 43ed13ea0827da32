//! What an act makes of an action: each move by its own guard.

use super::{
    Satisfaction,
    action::{Action, Asked, Proposer, State, Step, Undertaking, Visit, read, step},
    rating,
};
use crate::{
    Form, Id, Millis, Record, Refusal,
    form::Value,
    issue::{LINE, WORDS},
    said::{day, reason, said, said_perhaps, wrong},
    session::Lacking,
    sync::planted::Planted,
};

/// Something is to be done: by whom the answered advice or the sorted issue it comes from is told of it.
pub(super) fn undertaken(
    record: &mut Record,
    undertaking: &Undertaking,
    tell: &[Proposer],
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    undertaking.due.map(|due| day("due", due)).transpose()?;
    let owned = record.text("owner").is_some();
    let to = if owned { State::Claimed } else { State::Unclaimed };
    if !tell.is_empty() {
        record.set("tell", tell.to_vec().form());
    }
    step(record, &Step::to(to, by, at));
    Ok(())
}

/// The refusal of a way that is not open from where the action stands.
fn strayed(action: &Action, wanted: State) -> Refusal {
    let last = action.trail.last();
    Refusal::WrongState {
        now: action.state(),
        wanted,
        by: last.map(|step| step.by).or(action.lead),
        at: last.map_or(0, |step| step.at),
    }
}

/// Whether an action stands where a way to another begins.
fn from(action: &Action, may: &[State], wanted: State) -> Result<(), Refusal> {
    if may.contains(&action.state()) { Ok(()) } else { Err(strayed(action, wanted)) }
}

fn not_the_doer(action: &Action, by: Id) -> Result<(), Refusal> {
    if action.doer(by) && !Planted::DoerRates.here() { Err(Refusal::OwnDeed) } else { Ok(()) }
}

pub(super) fn claim(record: &mut Record, owner: &str, by: Id, at: Millis) -> Result<(), Refusal> {
    let action = read(record)?;
    let owner = said("owner", owner, LINE)?;
    // the same tap from another phone of the same person
    if action.state() == State::Claimed && action.lead == Some(by) {
        return Ok(());
    }
    if !Planted::ClaimedTwice.here() {
        from(&action, &[State::Unclaimed], State::Claimed)?;
    }
    record.set("owner", owner);
    record.set("lead", by.to_string());
    step(record, &Step::to(State::Claimed, by, at));
    Ok(())
}

pub(super) fn accept(record: &mut Record, by: Id, at: Millis) -> Result<(), Refusal> {
    let action = read(record)?;
    if action.state() == State::Acting {
        return Ok(());
    }
    from(&action, &[State::Claimed, State::Redo], State::Acting)?;
    step(record, &Step::to(State::Acting, by, at));
    Ok(())
}

pub(super) fn ask_time(
    record: &mut Record,
    due: Millis,
    why: &str,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let action = read(record)?;
    from(&action, &[State::Claimed, State::Acting, State::Redo], State::Acting)?;
    let (due, why) = (day("due", due)?, reason(why)?);
    if action.due == Some(due) {
        return Err(wrong("due"));
    }
    record.set("asked", Asked { due, why, by, at }.form());
    Ok(())
}

pub(super) fn give_time(
    record: &mut Record,
    due: Option<Millis>,
    why: Option<&String>,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let action = read(record)?;
    let Some(asked) = &action.asked else { return Err(Refusal::NothingAsked) };
    if asked.by == by {
        return Err(Refusal::OwnDeed);
    }
    let why = said_perhaps("why", why, WORDS)?;
    if due.is_none() && why.is_none() {
        return Err(Refusal::NeedsReason);
    }
    record.set("asked", Value::Null);
    let mut moved = Step { why: why.or_else(|| Some(asked.why.clone())), ..here(&action, by, at) };
    if let Some(due) = due {
        record.set("due", day("due", due)?);
        moved.due_from = action.due;
    }
    step(record, &moved);
    Ok(())
}

/// A step that stays where the action is.
fn here(action: &Action, by: Id, at: Millis) -> Step {
    Step::to(action.state(), by, at)
}

pub(super) fn finish(record: &mut Record, words: &str, by: Id, at: Millis) -> Result<(), Refusal> {
    let action = read(record)?;
    let why = Some(said("words", words, WORDS)?);
    from(&action, &[State::Claimed, State::Acting, State::Redo], State::Done)?;
    record.set("asked", Value::Null);
    // a recorder who says it for whoever has it did not do it; where nobody is known to have it, whoever says it did
    let doer = action.lead.unwrap_or(by);
    if !action.doers.contains(&doer) {
        record.push("doers", doer.form());
    }
    step(record, &Step { why, ..Step::to(State::Done, by, at) });
    Ok(())
}

pub(super) fn check(
    record: &mut Record,
    ok: bool,
    words: Option<&String>,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let action = read(record)?;
    let to = if ok { State::Checked } else { State::Acting };
    let why = said_perhaps("words", words, WORDS)?;
    from(&action, &[State::Done], to)?;
    not_the_doer(&action, by)?;
    if !ok && why.is_none() {
        return Err(Refusal::NeedsReason);
    }
    step(record, &Step { why, ..Step::to(to, by, at) });
    Ok(())
}

pub(super) fn rate(
    record: &mut Record,
    rate: &rating::Rate,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let action = read(record)?;
    from(&action, &[State::Checked, State::Closed], State::Checked)?;
    let rating = rating::given(rate, &action, (by, at))?;
    if rating.by_hand() {
        // whoever has a stake does not write down what others think of it
        not_the_doer(&action, by)?;
    }
    let mut ratings = action.ratings.clone();
    ratings.retain(|other| other.round != rating.round || !other.same_voice(&rating));
    if ratings.len() >= rating::MOST {
        return Err(wrong("ratings"));
    }
    let again = rating.result == Satisfaction::Not;
    let why = rating.words.clone();
    ratings.push(rating);
    record.set("ratings", ratings.form());
    if again && !Planted::DislikeIgnored.here() {
        step(record, &Step { why, ..Step::to(State::Redo, by, at) });
    }
    Ok(())
}

pub(super) fn close(
    record: &mut Record,
    how: Option<&String>,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let action = read(record)?;
    if action.state() == State::Closed {
        return Ok(());
    }
    let why = said_perhaps("how", how, WORDS)?;
    from(&action, &[State::Checked], State::Closed)?;
    let what = action.lacking();
    if !what.is_empty() {
        return Err(Refusal::Lacks { what });
    }
    step(record, &Step { why, ..Step::to(State::Closed, by, at) });
    Ok(())
}

pub(super) fn revisit(
    record: &mut Record,
    holds: bool,
    words: &str,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let action = read(record)?;
    from(&action, &[State::Closed], State::Redo)?;
    not_the_doer(&action, by)?;
    let words = said("words", words, WORDS)?;
    if !action.revisit_due(at) {
        return Err(Refusal::Lacks { what: vec![Lacking::Time] });
    }
    record.push("visits", Visit { holds, words: words.clone(), by, at }.form());
    if !holds {
        step(record, &Step { why: Some(words), ..Step::to(State::Redo, by, at) });
    }
    Ok(())
}

pub(super) fn reassign(
    record: &mut Record,
    (owner, lead, why): (&str, Option<Id>, &str),
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let action = read(record)?;
    let (owner, why) = (said("owner", owner, LINE)?, reason(why)?);
    from(&action, &[State::Unclaimed, State::Claimed, State::Acting, State::Redo], State::Claimed)?;
    record.set("owner", owner);
    record.set("lead", lead.map(|lead| lead.to_string()));
    record.set("asked", Value::Null);
    let owner_from = action.owner;
    step(record, &Step { why: Some(why), owner_from, ..Step::to(State::Claimed, by, at) });
    Ok(())
}
