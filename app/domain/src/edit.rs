//! Writing one field when somebody else may have written it too.
//!
//! A fact goes to whoever arrives last, and the value that gave way is kept for its author. A text is
//! merged clause by clause, and what overlaps stands side by side.

use serde_json::Value;

use crate::{
    Category, Form, Id, Kind, Record, Refusal, Role,
    issue::{LINE, WORDS},
    said::{count, day, said, wrong},
    small::REMARK,
    text,
};

/// The longest text that a merge may leave behind, in characters: longer ones are for a person to put together.
const MERGED: usize = 3 * WORDS;

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
    if comes_with_its_step(field) && now.is_null() {
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
        (Kind::Issue | Kind::Comment, "words") | (Kind::Issue, "question") => Ok(Policy::Text),
        (
            Kind::Issue,
            "title" | "title_en" | "category" | "group" | "households" | "named" | "scheduled_on"
            | "scheduled_where",
        )
        | (Kind::Person, "name" | "note" | "group" | "role")
        | (Kind::Place, "name" | "name_en" | "order") => Ok(Policy::Fact),
        _ => Err(Refusal::NotEditable { field: field.to_owned() }),
    }
}

/// Fields that a step of the life-cycle writes first; until then there is nothing to edit.
fn comes_with_its_step(field: &str) -> bool {
    matches!(field, "question" | "scheduled_on" | "scheduled_where")
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
    let must_say = matches!(field, "words" | "title" | "name" | "question" | "scheduled_where");
    let must_be = matches!(field, "category" | "scheduled_on");
    match (field, to) {
        (_, Value::Null) if must_be => Err(wrong(field)),
        (_, Value::Null) if must_say => Err(Refusal::Empty { field: field.to_owned() }),
        (_, Value::Null) => Ok(Value::Null),
        ("words", Value::String(text)) => {
            said(field, text, if *kind == Kind::Comment { REMARK } else { WORDS }).map(Value::from)
        }
        (
            "title" | "title_en" | "name" | "name_en" | "note" | "question" | "scheduled_where",
            Value::String(text),
        ) => match said(field, text, LINE) {
            Err(Refusal::Empty { .. }) if !must_say => Ok(Value::Null),
            line => line.map(Value::from),
        },
        ("category", Value::String(word)) if Category::of(word).is_some() => Ok(to.clone()),
        ("role", Value::String(word)) if Role::of(word).is_some() => Ok(to.clone()),
        ("group", Value::String(id)) => {
            Id::try_parse(id).map(|id| id.form()).map_err(|_| wrong(field))
        }
        ("households" | "order", Value::Number(n)) => {
            n.as_u64().ok_or_else(|| wrong(field)).and_then(|n| count(field, n)).map(Value::from)
        }
        ("scheduled_on", Value::Number(n)) => {
            n.as_i64().ok_or_else(|| wrong(field)).and_then(|at| day(field, at)).map(Value::from)
        }
        ("named", Value::Bool(named)) => Ok(if *named { Value::Bool(true) } else { Value::Null }),
        _ => Err(wrong(field)),
    }
}
