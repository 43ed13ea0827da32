//! The server's half: judges one change on one record. The server brings the record and stores the verdict.

use serde_json::Value;

pub use super::along::{Along, Goes, take_along};
pub use super::over::{Over, go_over};
use super::{Outcome, planted::Planted};
use crate::{
    Act, Applied, Around, Change, Fields, Form, Id, Kind, Millis, Record, Refusal, Scope, Sorted,
    Who, apply_among, form::Fielded, may, small::Clash, united::may_carry,
};

/// Who last wrote a field, and when: so that a value that gives way is shown to its author.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Stamp {
    /// Who.
    pub by: Id,
    /// When.
    pub at: Millis,
    /// In which revision of the record.
    pub rev: u64,
}

/// The stamps of a record's fields.
pub type Stamps = Sorted<String, Stamp>;

/// All that a verdict depends on.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// Who asks, with the roles held at this moment.
    pub who: &'a Who,
    /// What is asked.
    pub change: &'a Change,
    /// The record as it stands; none if there is none.
    pub before: Option<&'a Record>,
    /// The stamps of its fields.
    pub stamps: &'a Stamps,
    /// What else there is: for an act in a session, the session and what the act names; for one that surveys
    /// ([`Act::surveys`]), all that lies in the session.
    pub around: &'a dyn Around,
    /// When, by the server's clock.
    pub now: Millis,
    /// How far the server's clock is ahead of the phone's.
    pub skew: Millis,
}

/// A value that gave way: it goes into the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Lost {
    /// The field.
    pub field: String,
    /// The value.
    pub value: Value,
    /// Whose it was, if it is known.
    pub stamp: Option<Stamp>,
}

/// What is to be stored when a change is accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The record as it now stands.
    pub record: Record,
    /// The stamps of its fields.
    pub stamps: Stamps,
    /// The scope it left, if it moved.
    pub left: Option<Scope>,
    /// What goes along with it, from where to where ([`take_along`]).
    pub along: Option<Along>,
    /// Whether it was sealed just now, and is to be given its place in the village's chain.
    pub wants_chain: bool,
    /// Values that were written over, seen or unseen: the history of the record.
    pub over: Vec<Lost>,
    /// What the author whose value gave way unseen is to be shown.
    pub clash: Option<Record>,
    /// Whether the record should be given a number in the scope it now lies in (an issue's 第 n 号):
    /// it came before the village just now, newly raised or held back till then.
    pub wants_number: bool,
    /// What to answer.
    pub outcome: Outcome,
}

/// The judgement of one change.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It says what already stands: nothing is written, no counter moves.
    Unchanged,
    /// It is to be stored.
    Accepted(Box<Accepted>),
}

/// Judges a change.
///
/// # Errors
/// When the person may not, or a guard says no.
pub fn judge(case: Case<'_>) -> Result<Verdict, Refusal> {
    let Case { who, change, before, .. } = case;
    if !Planted::AnybodyMay.here() {
        may(who, change, before)?;
        may_carry(who, change, before, case.around)?;
    }
    let at = moment(case);
    let applied = apply_among(before, change, (who.person, at), case.around)?;
    let same = before.is_some_and(|before| *before == applied.record);
    if same && !Planted::RepeatWritten.here() {
        return Ok(Verdict::Unchanged);
    }
    let left = before.map(|before| before.scope).filter(|scope| *scope != applied.record.scope);
    let asks = left.is_some() && !Planted::MovedOutOfSight.here();
    if asks && !who.reads(applied.record.scope) {
        return Err(Refusal::NotAMember);
    }
    let over = overwritten(before, &applied.record, case.stamps);
    let clash = clash(case, &applied, at);
    let outcome = match &applied {
        Applied { both: true, .. } | Applied { lost: Some(_), .. } => Outcome::Both,
        Applied { merged: true, .. } => Outcome::Merged,
        Applied { .. } => Outcome::Ok,
    };
    let stamps = stamped(before, case.stamps, &applied.record, (who.person, at));
    let wants_number = wants_number(&applied.record);
    let record = applied.record;
    let wants_chain = change.act.seals();
    let inside = Scope::Session(record.id);
    let along = |what, from| Some(Along { what, from, to: record.scope });
    let along = match left {
        Some(from) => along(Goes::Beside, from),
        // what was promised comes before the village with what was agreed, what was advised with its answers
        None if wants_chain => along(Goes::Promised, inside),
        None if change.act.hands_over() => along(Goes::Advised, inside),
        None => None,
    };
    Ok(Verdict::Accepted(Box::new(Accepted {
        record,
        stamps,
        left,
        along,
        wants_chain,
        over,
        clash,
        wants_number,
        outcome,
    })))
}

/// Whether somebody may name a record in an act: it must be there, be what the act is about, and be theirs to read.
/// `named` is what it is and where it lies.
///
/// # Errors
/// The same whether there is none or it is hidden, so that nobody can learn of it by naming it.
pub fn may_name(who: &Who, act: &Act, named: Option<(&Kind, Scope)>) -> Result<(), Refusal> {
    let wanted = match act {
        // its guard has looked at what it names
        Act::Session(_) | Act::Follow(_) | Act::Plan(_) | Act::Found(_) => None,
        Act::Schedule { .. } | Act::Consult { .. } => Some(Kind::Session),
        Act::Edit { .. } => Some(Kind::Seat),
        Act::Unite { .. } => Some(Kind::Person),
        _ => Some(Kind::Issue),
    };
    match named {
        Some((kind, scope)) if who.reads(scope) => match wanted {
            Some(wanted) if wanted != *kind => Err(Refusal::WrongKind),
            Some(_) | None => Ok(()),
        },
        Some(_) | None => Err(Refusal::NoSuchRecord),
    }
}

/// A change with what it begins beside an issue laid where the issue lies now. `named` is what it names, and where.
///
/// The issue may have come before the village since the phone last looked, and what is said of one that is held back
/// is for no other eyes.
#[must_use]
pub fn laid(who: &Who, change: &Change, named: Option<(&Kind, Scope)>) -> Change {
    let beside = matches!(change.act, Act::Say { .. } | Act::Attach { .. });
    // where the author may not look, the answer must not depend on where it lies
    let lies = named
        .filter(|(kind, scope)| beside && **kind == Kind::Issue && who.reads(*scope))
        .map(|(_, scope)| scope);
    Change { scope: lies.unwrap_or(change.scope), ..change.clone() }
}

/// Gives a seal its place in the village's chain: after the one whose chain is `prev`, empty for the first.
pub fn link(record: &mut Record, number: u32, prev: &str) {
    let Some(Value::Object(seal)) = record.fields.get_mut("seal") else { return };
    let prev = if Planted::ChainBroken.here() { "" } else { prev };
    let digest = seal.get("digest").and_then(Value::as_str).unwrap_or_default();
    let chain = crate::session::seal::chain(prev, digest);
    seal.insert("number".to_owned(), number.into());
    seal.insert("prev".to_owned(), prev.into());
    seal.insert("chain".to_owned(), chain.into());
}

/// What is still held back takes no number: the village would see the gap.
fn wants_number(record: &Record) -> bool {
    record.kind == Kind::Issue
        && matches!(record.scope, Scope::Village(_))
        && !record.fields.contains_key("number")
}

/// Gives an issue its number in the village.
pub fn number(record: &mut Record, number: u32) {
    record.set("number", number);
}

/// What a letter may take on a bad line, in milliseconds. Less than that says nothing about the phone's clock, and
/// would put two remarks of one minute in another order when one letter was slower than the next.
const ON_ITS_WAY: Millis = 2 * 60 * 1000;

/// When it was done: the phone's word, set right by how wrong its clock is, and never in the future.
fn moment(case: Case<'_>) -> Millis {
    let wrong = case.skew.unsigned_abs() > ON_ITS_WAY.unsigned_abs();
    let at = if wrong { case.change.at.saturating_add(case.skew) } else { case.change.at };
    if Planted::FutureBelieved.here() { at.max(0) } else { at.min(case.now).max(0) }
}

/// The fields' values before, where another stands now.
pub(super) fn overwritten(before: Option<&Record>, after: &Record, stamps: &Stamps) -> Vec<Lost> {
    let known = before.filter(|_| !Planted::HistoryDropped.here());
    let Some(before) = known else { return Vec::new() };
    let now = |field: &str| after.fields.get(field).unwrap_or(&Value::Null);
    // what somebody had struck out said nothing on purpose
    let struck = stamps.keys().filter(|field| !before.fields.contains_key(*field));
    let was = before.fields.iter().chain(struck.map(|field| (field, &Value::Null)));
    was.filter(|(field, value)| now(field) != *value && !keeps_itself(field))
        .map(|(field, value)| Lost {
            field: field.clone(),
            value: value.clone(),
            stamp: stamps.get(field).cloned(),
        })
        .collect()
}

/// The trail is its own history, the standing is its last step, and the marks are nobody's words.
fn keeps_itself(field: &str) -> bool {
    matches!(
        field,
        "trail"
            | "standing"
            | "state"
            | "check"
            | "answers"
            | "ratings"
            | "echoes"
            | "errands"
            | "visits"
            | "doers"
    )
}

/// The stamps of a record's fields as somebody has left them at a moment.
pub(super) fn stamped(
    before: Option<&Record>,
    stamps: &Stamps,
    after: &Record,
    (by, at): (Id, Millis),
) -> Stamps {
    let nothing = Fields::new();
    let was = before.map_or(&nothing, |record| &record.fields);
    let mut stamps = stamps.clone();
    let names = was.keys().chain(after.fields.keys()).filter(|name| !keeps_itself(name));
    for name in names {
        if was.get(name) != after.fields.get(name) {
            stamps.insert(name.clone(), Stamp { by, at, rev: after.rev });
        }
    }
    stamps
}

/// What the author of a value that gave way unseen is shown. Its id is the change's: one change loses one value.
fn clash(case: Case<'_>, applied: &Applied, at: Millis) -> Option<Record> {
    let (field, value) = applied.lost.as_ref()?;
    let stamp = case.stamps.get(field).filter(|_| !Planted::ClashUntold.here())?;
    let clash = Clash {
        about: applied.record.id,
        field: field.clone(),
        mine: value.clone(),
        mine_at: stamp.at,
        theirs: applied.record.fields.get(field).cloned().unwrap_or(Value::Null),
        theirs_by: case.who.person,
        theirs_at: at,
        before: if let Act::Edit { from, .. } = &case.change.act {
            from.clone()
        } else {
            Value::Null
        },
    };
    let mut record = Record::blank(Kind::Clash, case.change.uuid, Scope::User(stamp.by));
    record.rev = 1;
    record.at = at;
    let mut fields = Fields::new();
    clash.put(&mut fields);
    fields.into_iter().for_each(|(name, value)| record.set(&name, value));
    Some(record)
}
