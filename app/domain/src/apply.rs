//! What a record becomes by an act: the one place where the guards of the life-cycles live.
//!
//! The phone uses it for what it shows, the server for what is true.

use serde_json::Value;

use crate::{
    Act, Change, Id, Kind, Millis, Record, Refusal, SessionAct,
    edit::edit,
    expertise, issue, place,
    rules::{rules, stands_alone},
    session::{Alone, Around},
    small, united,
};

/// What came of an act.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The record as it now stands; the same as before when the act changed nothing.
    pub record: Record,
    /// A field whose value gave way unseen, with that value.
    pub lost: Option<(String, Value)>,
    /// Two texts became one.
    pub merged: bool,
    /// Two texts stand side by side in places.
    pub both: bool,
}

/// Applies a change that `by` made at `at` to a record that stands alone: nothing of a session.
///
/// # Errors
/// As [`apply_among`].
pub fn apply(
    before: Option<&Record>,
    change: &Change,
    by: Id,
    at: Millis,
) -> Result<Applied, Refusal> {
    apply_among(before, change, (by, at), &Alone)
}

/// Applies a change that somebody made at a moment to the record as it stands, among the records around it.
///
/// # Errors
/// When a guard says no. The record then stays as it was.
pub fn apply_among(
    before: Option<&Record>,
    change: &Change,
    (by, at): (Id, Millis),
    around: &dyn Around,
) -> Result<Applied, Refusal> {
    let record = opened(before, change)?;
    if !outlasts(&change.act) && !stands_alone(&record.kind) {
        (rules()?.writable)(&record, &change.act, around)?;
    }
    let mut applied = Applied { record, lost: None, merged: false, both: false };
    done(&mut applied, &change.act, (by, at), around)?;
    if before.is_none_or(|before| *before != applied.record) {
        applied.record.rev += 1;
        applied.record.by = Some(by);
        applied.record.at = at;
    }
    Ok(applied)
}

/// The record the act is for: a blank one for acts that begin one, the present one for the others.
fn opened(before: Option<&Record>, change: &Change) -> Result<Record, Refusal> {
    match (change.act.begins(), before) {
        // a session has one pair of papers, whoever begins them
        (Some(Kind::Minutes), Some(record)) if record.kind == Kind::Minutes => Ok(record.clone()),
        // and a village one blueprint
        (Some(Kind::Blueprint), Some(record)) if record.kind == Kind::Blueprint => {
            Ok(record.clone())
        }
        // two phones enter one issue, or one rhythm: its guard looks whether they mean the same
        (Some(Kind::Plan), Some(record)) if record.kind == Kind::Plan => Ok(record.clone()),
        (Some(_), Some(_)) => Err(Refusal::AlreadyThere),
        (Some(kind), None) if kind != change.kind => Err(Refusal::WrongKind),
        (Some(kind), None) => Ok(Record::blank(kind, change.id, change.scope)),
        (None, None) => Err(Refusal::NoSuchRecord),
        (None, Some(record)) if !fits(&record.kind, &change.act)? => Err(Refusal::WrongKind),
        // what is gone can be taken away once more: another phone of the same person may have been first
        (None, Some(record)) if record.gone && !takes_away(&change.act, record) => {
            Err(Refusal::Gone { by: record.by, at: Some(record.at) })
        }
        (None, Some(record)) => Ok(record.clone()),
    }
}

/// Whether an act says by itself what may come after the seal, such as handing a session over.
fn outlasts(act: &Act) -> bool {
    let Act::Session(act) = act else { return false };
    matches!(
        **act,
        SessionAct::Convene(_)
            | SessionAct::Proceed { .. }
            | SessionAct::Move { .. }
            | SessionAct::Escalate { .. }
            | SessionAct::Arrange { .. }
            | SessionAct::Reach { .. }
            | SessionAct::Seal { .. }
    )
}

fn takes_away(act: &Act, record: &Record) -> bool {
    match act {
        Act::Withdraw | Act::LayDown => true,
        Act::Unite { into } => record.link("into") == Some(*into),
        _ => false,
    }
}

fn fits(kind: &Kind, act: &Act) -> Result<bool, Refusal> {
    Ok(match (kind, act) {
        (Kind::Issue, Act::Edit { .. }) => true,
        (Kind::Issue, _) if act.leads_to().is_some() => true,
        (Kind::Comment, _) => matches!(act, Act::Edit { .. } | Act::Withdraw),
        (Kind::Photo, _) => matches!(act, Act::Withdraw),
        (Kind::Place, _) => matches!(act, Act::Edit { .. } | Act::Custom { .. }),
        (Kind::Person, _) => {
            matches!(act, Act::Edit { .. } | Act::Profess(_) | Act::Unite { .. })
        }
        (Kind::Clash, _) => matches!(act, Act::LayDown),
        (Kind::Membership | Kind::Other(_), _) => false,
        // whoever raised it hears what has become of it
        (Kind::Issue, _) => matches!(act, Act::Follow(_)) && (rules()?.fits)(kind, act),
        _ => (rules()?.fits)(kind, act),
    })
}

fn done(
    applied: &mut Applied,
    act: &Act,
    (by, at): (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    let record = &mut applied.record;
    match act {
        Act::Raise(raise) => issue::raise(record, raise, by, at),
        Act::Edit { field, from, to } => {
            writable(record)?;
            if let (Kind::Statement, "seat", Some(seat)) = (&record.kind, &**field, act.names()) {
                (rules()?.speaks)(record, seat, around)?;
            }
            let edited = edit(record, field, from, to)?;
            applied.lost = edited.lost.map(|value| (field.clone(), value));
            (applied.merged, applied.both) = (edited.merged, edited.both);
            Ok(())
        }
        Act::Say { issue, words } => small::say(record, *issue, words, by, at),
        Act::Attach { issue, sha256, bytes, mime } => {
            small::attach(record, *issue, (sha256, *bytes, mime))
        }
        Act::Withdraw | Act::LayDown => {
            if matches!(record.kind, Kind::Plan) {
                (rules()?.unplan)(record, (by, at))?;
            }
            record.gone = true;
            Ok(())
        }
        Act::Session(act) => (rules()?.session)(record, act, (by, at), around),
        Act::Follow(act) => (rules()?.follow)(record, act, (by, at), around),
        Act::Plan(act) => (rules()?.plan)(record, act, (by, at), around),
        Act::Custom { says } => (rules()?.custom)(record, says, (by, at), around),
        Act::Found(place) => place::found(record, place, around),
        Act::Introduce(person) => place::introduce(record, person),
        Act::Profess(profess) => expertise::profess(record, profess),
        Act::Unite { into } => united::unite(record, *into, around),
        Act::Merge { into } => {
            issue::advance(record, act, by, at)?;
            united::carried(record, *into, around)
        }
        Act::Receive
        | Act::Triage { .. }
        | Act::Settle { .. }
        | Act::Redirect { .. }
        | Act::Park { .. }
        | Act::Draft { .. }
        | Act::Approve
        | Act::Post
        | Act::Schedule { .. }
        | Act::Consult { .. }
        | Act::Close { .. }
        | Act::Decline { .. }
        | Act::Resume { .. } => issue::advance(record, act, by, at),
    }
}

fn writable(record: &Record) -> Result<(), Refusal> {
    if record.kind != Kind::Issue {
        return Ok(());
    }
    let (now, last) = issue::standing(record)?;
    if !now.finished() {
        return Ok(());
    }
    let (by, at) = (last.as_ref().map(|step| step.by), last.map(|step| step.at));
    Err(Refusal::Finished { now, by, at })
}
