//! What a record becomes by an act: the one place where the guards of the life-cycles live.
//!
//! The phone uses it for what it shows, the server for what is true.

use serde_json::{Value, json};

use crate::{
    Act, Change, Id, Kind, Millis, Record, Refusal,
    edit::edit,
    issue,
    small::{PICTURE, REMARK},
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

/// Applies a change that `by` made at `at` to the record as it stands.
///
/// # Errors
/// When a guard says no. The record then stays as it was.
pub fn apply(
    before: Option<&Record>,
    change: &Change,
    by: Id,
    at: Millis,
) -> Result<Applied, Refusal> {
    let mut record = opened(before, change)?;
    let mut applied = None;
    match &change.act {
        Act::Raise(raise) => issue::raise(&mut record, raise, by, at)?,
        Act::Edit { field, from, to } => {
            writable(&record)?;
            let edited = edit(&mut record, field, from, to)?;
            applied = Some((field, edited));
        }
        Act::Say { issue, words } => say(&mut record, *issue, words, by, at)?,
        Act::Withdraw | Act::LayDown => record.gone = true,
        Act::Attach { issue, sha256, bytes, mime } => {
            attach(&mut record, *issue, (sha256, *bytes, mime))?;
        }
        Act::Found(place) => found(&mut record, &place.name, json!(place))?,
        Act::Introduce(person) => found(&mut record, &person.name, json!(person))?,
        act => {
            let to = act.leads_to().ok_or(Refusal::WrongKind)?;
            issue::advance(&mut record, act, to, by, at)?;
        }
    }
    if before.is_none_or(|before| *before != record) {
        record.rev += 1;
        record.by = Some(by);
        record.at = at;
    }
    let (lost, merged, both) = match applied {
        Some((field, edited)) => {
            (edited.lost.map(|value| (field.clone(), value)), edited.merged, edited.both)
        }
        None => (None, false, false),
    };
    Ok(Applied { record, lost, merged, both })
}

/// The record the act is for: a blank one for acts that begin one, the present one for the others.
fn opened(before: Option<&Record>, change: &Change) -> Result<Record, Refusal> {
    let begins = match change.act {
        Act::Raise(_) => Some(Kind::Issue),
        Act::Say { .. } => Some(Kind::Comment),
        Act::Attach { .. } => Some(Kind::Photo),
        Act::Found(_) => Some(Kind::Place),
        Act::Introduce(_) => Some(Kind::Person),
        _ => None,
    };
    match (begins, before) {
        (Some(_), Some(_)) => Err(Refusal::AlreadyThere),
        (Some(kind), None) if kind != change.kind => Err(Refusal::WrongKind),
        (Some(kind), None) => Ok(Record::blank(kind, change.id, change.scope)),
        (None, None) => Err(Refusal::NoSuchRecord),
        (None, Some(record)) if record.gone => Err(Refusal::Gone),
        (None, Some(record)) if !fits(&record.kind, &change.act) => Err(Refusal::WrongKind),
        (None, Some(record)) => Ok(record.clone()),
    }
}

fn fits(kind: &Kind, act: &Act) -> bool {
    match kind {
        Kind::Issue => act.leads_to().is_some() || matches!(act, Act::Edit { .. }),
        Kind::Comment => matches!(act, Act::Edit { .. } | Act::Withdraw),
        Kind::Photo => matches!(act, Act::Withdraw),
        Kind::Place | Kind::Person => matches!(act, Act::Edit { .. }),
        Kind::Clash => matches!(act, Act::LayDown),
        Kind::Membership | Kind::Other(_) => false,
    }
}

fn writable(record: &Record) -> Result<(), Refusal> {
    if record.kind != Kind::Issue {
        return Ok(());
    }
    let (now, _) = issue::standing(record)?;
    if now.finished() { Err(Refusal::Finished { now }) } else { Ok(()) }
}

fn say(record: &mut Record, issue: Id, words: &str, by: Id, at: Millis) -> Result<(), Refusal> {
    let words = issue::said("words", words, REMARK)?;
    record.set("issue", issue.to_string());
    record.set("words", words);
    record.set("said_by", by.to_string());
    record.set("said_at", at);
    Ok(())
}

fn attach(
    record: &mut Record,
    issue: Id,
    (sha256, bytes, mime): (&str, u32, &str),
) -> Result<(), Refusal> {
    let wrong = |field: &str| Refusal::WrongValue { field: field.to_owned() };
    let hex = sha256.len() == 64 && sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if !hex {
        return Err(wrong("sha256"));
    }
    if bytes == 0 || bytes > PICTURE {
        return Err(wrong("bytes"));
    }
    if !matches!(mime, "image/jpeg" | "image/webp" | "image/png") {
        return Err(wrong("mime"));
    }
    record.set("issue", issue.to_string());
    record.set("sha256", sha256);
    record.set("bytes", bytes);
    record.set("mime", mime);
    Ok(())
}

/// Lays down a directory entry: all its fields at once, those that say nothing left out.
fn found(record: &mut Record, name: &str, fields: Value) -> Result<(), Refusal> {
    issue::said("name", name, issue::LINE)?;
    if let Value::Object(fields) = fields {
        for (field, value) in fields {
            record.set(&field, value);
        }
    }
    Ok(())
}
