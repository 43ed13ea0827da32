//! Writing one field when somebody else may have written it too.
//!
//! A fact goes to whoever arrives last, and the value that gave way is kept for its author. A text is
//! merged clause by clause, and what overlaps stands side by side.

use serde_json::Value;

use crate::{
    Category, Form, Id, Kind, Record, Refusal, Role,
    expertise::Manner,
    issue::{LINE, WORDS},
    said::{count, day, said, wrong},
    session::{Duty, PARTS, Sort, veil},
    small::REMARK,
    text,
};

/// The longest text that a merge may leave behind, in characters: longer ones are for a person to put together.
pub(crate) const MERGED: usize = 3 * WORDS;

/// How two hands meet in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Policy {
    /// One value; the last to arrive stands.
    Fact,
    /// Prose; merged by clause.
    Text,
}

/// How an edit went.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Edited {
    /// The value that gave way unseen.
    pub(crate) lost: Option<Value>,
    /// Two texts became one.
    pub(crate) merged: bool,
    /// Two texts stand side by side in places.
    pub(crate) both: bool,
}

/// Writes `to` into the field, `from` being what the writer saw there.
pub(crate) fn edit(
    record: &mut Record,
    field: &str,
    from: &Value,
    to: &Value,
) -> Result<Edited, Refusal> {
    let policy = policy(&record.kind, field)?;
    let now = record.fields.get(field).cloned().unwrap_or(Value::Null);
    if (comes_with_its_step(field) && now.is_null())
        || answered(record)
        || (comes_with_reason(record, field) && !now.is_null())
    {
        return Err(Refusal::NotEditable { field: field.to_owned() });
    }
    seen(field, from)?;
    let to = checked(&record.kind, field, to)?;
    let from = if nothing(from) { &Value::Null } else { from };
    let mut edited = Edited::default();
    match policy {
        Policy::Text if now == *from => {
            // written with open eyes; who writes it as it stands has read it through and finds it good
            record.set(field, to);
            mark(record, field, false);
        }
        Policy::Fact | Policy::Text if now == to => {}
        Policy::Fact => {
            edited.lost = (now != *from).then_some(now);
            record.set(field, to);
        }
        Policy::Text => {
            let [base, mine, theirs] = [from, &to, &now].map(|text| text.as_str().unwrap_or(""));
            let met = text::merge(base, mine, theirs);
            if met.text.chars().count() > MERGED {
                return Err(Refusal::TooLong { field: field.to_owned(), max: MERGED });
            }
            // each struck out what the other had left: nobody meant to say nothing
            if matches!(said(field, &met.text, MERGED), Err(Refusal::Empty { .. })) {
                return Err(Refusal::Empty { field: field.to_owned() });
            }
            edited.merged = true;
            edited.both = met.both;
            record.set(field, met.text);
            mark(record, field, true);
        }
    }
    Ok(edited)
}

/// Notes that somebody should read the field through, or that somebody just wrote it with open eyes.
fn mark(record: &mut Record, field: &str, needed: bool) {
    let mut check: Vec<Value> =
        record.fields.get("check").and_then(Value::as_array).cloned().unwrap_or_default();
    check.retain(|name| name != field);
    if needed {
        check.push(field.into());
    }
    record.set("check", if check.is_empty() { Value::Null } else { Value::Array(check) });
}

/// Whether people write this field themselves.
pub(crate) fn editable(kind: &Kind, field: &str) -> bool {
    policy(kind, field).is_ok()
}

fn policy(kind: &Kind, field: &str) -> Result<Policy, Refusal> {
    match (kind, field) {
        (
            Kind::Issue
            | Kind::Comment
            | Kind::Statement
            | Kind::Count
            | Kind::Note
            | Kind::Annex
            | Kind::Advice
            | Kind::Progress,
            "words",
        )
        | (Kind::Blueprint, "vision" | "vision_en")
        | (Kind::Term, "members")
        | (Kind::Issue, "question")
        | (Kind::Minutes, "background" | "facts" | "consensus") => Ok(Policy::Text),
        (
            Kind::Issue,
            "title" | "title_en" | "category" | "group" | "households" | "named" | "scheduled_on"
            | "scheduled_where",
        )
        | (Kind::Session, "title" | "title_en")
        | (Kind::Seat, "name" | "label" | "group" | "role" | "duty" | "remote" | "order")
        | (Kind::Statement, "sort" | "seat" | "named" | "part")
        | (
            Kind::Action,
            "what" | "what_en" | "owner" | "due" | "partners" | "money" | "criterion" | "issue",
        )
        | (Kind::Advice, "issue")
        | (Kind::Line, "words_en" | "first" | "progress")
        | (Kind::Blueprint, "years")
        | (Kind::Brief, "question")
        | (Kind::Fact, "name" | "value" | "of" | "source")
        | (Kind::Plan, "topic" | "lead" | "mode" | "order")
        | (
            Kind::Person,
            "name" | "note" | "group" | "role" | "tongues" | "manner" | "past" | "away",
        )
        | (Kind::Place, "name" | "name_en" | "order") => Ok(Policy::Fact),
        _ => Err(Refusal::NotEditable { field: field.to_owned() }),
    }
}

/// Fields that a step of the life-cycle writes first; until then there is nothing to edit.
fn comes_with_its_step(field: &str) -> bool {
    matches!(field, "question" | "scheduled_on" | "scheduled_where")
}

/// Whose it is and by when is changed by acts that say why, once it lies with the village: nothing changes hands
/// silently. What nobody had said yet may be written.
fn comes_with_reason(record: &Record, field: &str) -> bool {
    let village = matches!(record.scope, crate::Scope::Village(_));
    record.kind == Kind::Action && village && matches!(field, "owner" | "due")
}

/// What was answered is not asked otherwise afterwards.
fn answered(record: &Record) -> bool {
    match record.kind {
        Kind::Brief => record.fields.contains_key("answer"),
        Kind::Advice => record.fields.contains_key("verdict"),
        Kind::Plan => record.fields.contains_key("off"),
        _ => false,
    }
}

/// A form shows what is not there as an empty line or an open box.
fn nothing(from: &Value) -> bool {
    *from == "" || *from == false
}

/// Whether the value the writer says to have seen can have been in a field at all.
fn seen(field: &str, from: &Value) -> Result<(), Refusal> {
    match from {
        Value::String(text) if text.chars().count() > MERGED || text.contains('\0') => {
            Err(wrong(field))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
        Value::Array(_) | Value::Object(_) => Err(wrong(field)),
    }
}

/// The value as it may stand in the field, or why it may not.
fn checked(kind: &Kind, field: &str, to: &Value) -> Result<Value, Refusal> {
    let must_say =
        matches!(field, "title" | "name" | "question" | "scheduled_where" | "owner" | "value")
            || (field == "words" && *kind != Kind::Statement);
    let must_be = matches!(field, "category" | "scheduled_on" | "sort")
        || (*kind == Kind::Seat && field == "role");
    if let Some(checked) = of_session(kind, field, to) {
        return checked;
    }
    match (field, to) {
        (_, Value::Null) if must_be => Err(wrong(field)),
        (_, Value::Null) if must_say => Err(Refusal::Empty { field: field.to_owned() }),
        (_, Value::Null) => Ok(Value::Null),
        ("words", Value::String(text)) => {
            let longest = match kind {
                Kind::Comment => REMARK,
                Kind::Count => LINE,
                _ => WORDS,
            };
            match said(field, text, longest) {
                Err(Refusal::Empty { .. }) if !must_say => Ok(Value::Null),
                words => words.map(Value::from),
            }
        }
        // the directory has no numbers: whoever asks somebody knows them, or sends a link
        ("tongues" | "past", Value::String(text)) if veil::rings(text) => Err(wrong(field)),
        (
            "title" | "title_en" | "name" | "name_en" | "note" | "question" | "scheduled_where"
            | "label" | "owner" | "what" | "what_en" | "value" | "of" | "source" | "partners"
            | "money" | "criterion" | "words_en" | "progress" | "years" | "topic" | "lead"
            | "tongues" | "past",
            Value::String(text),
        ) => match said(field, text, if *kind == Kind::Brief { WORDS } else { LINE }) {
            Err(Refusal::Empty { .. }) if !must_say => Ok(Value::Null),
            line => line.map(Value::from),
        },
        ("category", Value::String(word)) if Category::of(word).is_some() => Ok(to.clone()),
        ("manner", Value::String(word)) if Manner::of(word).is_some() => Ok(to.clone()),
        ("role", Value::String(word)) if Role::of(word).is_some() => Ok(to.clone()),
        ("group" | "issue", Value::String(id)) => {
            Id::try_parse(id).map(|id| id.form()).map_err(|_| wrong(field))
        }
        ("households" | "order" | "first", Value::Number(n)) => {
            n.as_u64().ok_or_else(|| wrong(field)).and_then(|n| count(field, n)).map(Value::from)
        }
        ("scheduled_on", Value::Number(n)) => {
            n.as_i64().ok_or_else(|| wrong(field)).and_then(|at| day(field, at)).map(Value::from)
        }
        ("due", Value::Number(n)) => {
            n.as_i64().ok_or_else(|| wrong(field)).and_then(|at| day(field, at)).map(Value::from)
        }
        ("named" | "remote" | "away", Value::Bool(named)) => {
            Ok(if *named { Value::Bool(true) } else { Value::Null })
        }
        _ => Err(wrong(field)),
    }
}

/// Values that mean something else in a session than elsewhere.
fn of_session(kind: &Kind, field: &str, to: &Value) -> Option<Result<Value, Refusal>> {
    let word = to.as_str();
    let known = match (kind, field) {
        (Kind::Minutes, _)
        | (Kind::Blueprint, "vision" | "vision_en")
        | (Kind::Term, "members") => {
            let text = word.unwrap_or_default();
            return Some(match said(field, text, 2 * WORDS) {
                Err(Refusal::Empty { .. }) if to.is_null() || word.is_some() => Ok(Value::Null),
                text => text.map(Value::from),
            });
        }
        // a group by its name: the seat must be readable where the places are not known
        (Kind::Seat, "group") => {
            let text = word.unwrap_or_default();
            return Some(match said(field, text, LINE) {
                Err(Refusal::Empty { .. }) => Ok(Value::Null),
                text => text.map(Value::from),
            });
        }
        (Kind::Seat, "duty") => to.is_null() || word.is_some_and(|word| Duty::of(word).is_some()),
        (Kind::Plan, "mode") => word.is_some_and(|word| matches!(word, "a" | "b")),
        (Kind::Statement, "sort") => word.is_some_and(|word| Sort::of(word).is_some()),
        (Kind::Statement, "seat") => {
            to.is_null() || word.is_some_and(|id| Id::try_parse(id).is_ok())
        }
        (Kind::Statement, "part") => to.as_u64().is_some_and(|part| part < PARTS.into()),
        _ => return None,
    };
    Some(if known { Ok(to.clone()) } else { Err(wrong(field)) })
}
