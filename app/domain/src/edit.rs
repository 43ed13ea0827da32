//! Writing one field when somebody else may have written it too.
//!
//! A fact goes to whoever arrives last, and the value that gave way is kept for its author. A text is
//! merged clause by clause, and what overlaps stands side by side.

use serde_json::{Value, json};

use crate::{
    Category, Id, Kind, Record, Refusal,
    issue::{LINE, WORDS, said},
    text,
};

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
    let to = checked(field, to)?;
    let now = record.fields.get(field).cloned().unwrap_or(Value::Null);
    let mut edited = Edited::default();
    match policy {
        _ if now == to => {}
        Policy::Fact => {
            edited.lost = (now != *from).then_some(now);
            record.set(field, to);
        }
        Policy::Text if now == *from => {
            record.set(field, to);
            mark(record, field, false);
        }
        Policy::Text => {
            let [base, mine, theirs] = [from, &to, &now].map(|text| text.as_str().unwrap_or(""));
            let met = text::merge(base, mine, theirs);
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
        check.push(json!(field));
    }
    record.set("check", if check.is_empty() { Value::Null } else { Value::Array(check) });
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

/// The value as it may stand in the field, or why it may not.
fn checked(field: &str, to: &Value) -> Result<Value, Refusal> {
    let wrong = || Refusal::WrongValue { field: field.to_owned() };
    let must_say = matches!(field, "words" | "title" | "name" | "question" | "scheduled_where");
    match (field, to) {
        (_, Value::Null) if !must_say && field != "category" => Ok(Value::Null),
        ("words" | "question" | "title" | "name" | "scheduled_where", Value::String(text)) => {
            said(field, text, if field == "words" { WORDS } else { LINE }).map(Value::from)
        }
        ("title_en" | "name_en" | "note", Value::String(text)) => {
            said(field, text, LINE).map(Value::from)
        }
        ("category", Value::String(word)) => {
            Category::of(word).map(|_| to.clone()).ok_or_else(wrong)
        }
        ("role", Value::String(word)) => {
            crate::Role::of(word).map(|_| to.clone()).ok_or_else(wrong)
        }
        ("group", Value::String(id)) => Id::parse_str(id).map(|_| to.clone()).map_err(|_| wrong()),
        ("households" | "order", Value::Number(n)) => {
            n.as_u64().filter(|n| *n <= 100_000).map(|_| to.clone()).ok_or_else(wrong)
        }
        ("scheduled_on", Value::Number(n)) => n.as_i64().map(|_| to.clone()).ok_or_else(wrong),
        ("named", Value::Bool(named)) => Ok(if *named { json!(true) } else { Value::Null }),
        _ if must_say && (to.is_null() || *to == json!("")) => {
            Err(Refusal::Empty { field: field.to_owned() })
        }
        _ => Err(wrong()),
    }
}
