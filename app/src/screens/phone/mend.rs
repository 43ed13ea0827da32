//! Mending a change that was not accepted: the few words in it that its author can write anew.

use domain::{Act, Category, Change, Form, Id, Kind, Refusal, sync::Attention, sync::Trouble};
use serde_json::Value;

use crate::clock;

/// One box of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blank {
    /// Where it stands in the act.
    pub(super) slot: &'static str,
    /// The name of the field, for its label.
    pub(super) field: String,
    /// What it says now.
    pub(super) value: String,
    /// How it is filled in.
    pub(super) sort: Sort,
}

/// How a box is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A sentence or more.
    Prose,
    /// One line.
    Line,
    /// A number; empty for none.
    Number,
    /// One of the twelve drawers.
    Category,
    /// A group of the village; empty for the whole of it.
    Group,
}

/// The boxes of an act; none for acts that say nothing of their own.
pub(super) fn blanks(act: &Act) -> Vec<Blank> {
    let slots: &[(&'static str, &str, Sort)] = match act {
        Act::Raise(_) => &[
            ("words", "words", Sort::Prose),
            ("title", "title", Sort::Line),
            ("households", "households", Sort::Number),
        ],
        Act::Edit { field, .. } => return edited(act, field),
        Act::Say { .. } => &[("words", "words", Sort::Prose)],
        Act::Settle { .. } | Act::Close { .. } => &[("how", "why", Sort::Prose)],
        Act::Redirect { .. } => &[("to", "to", Sort::Line), ("why", "why", Sort::Prose)],
        Act::Park { .. } | Act::Decline { .. } | Act::Resume { .. } => {
            &[("why", "why", Sort::Prose)]
        }
        Act::Draft { .. } => &[("question", "question", Sort::Prose)],
        Act::Schedule { .. } => &[("where", "where", Sort::Line)],
        Act::Consult { .. } => &[("outcome", "why", Sort::Prose)],
        Act::Receive
        | Act::Triage { .. }
        | Act::Merge { .. }
        | Act::Approve
        | Act::Post
        | Act::Withdraw
        | Act::Attach { .. }
        | Act::Found(_)
        | Act::Introduce(_)
        | Act::Profess(_)
        | Act::Unite { .. }
        | Act::LayDown
        | Act::Session(_)
        | Act::Follow(_)
        | Act::Plan(_)
        | Act::Custom { .. } => &[],
    };
    let said = act.form();
    let blank = |(slot, field, sort): &(&'static str, &str, Sort)| Blank {
        slot,
        field: (*field).to_owned(),
        value: text(&said[*slot]),
        sort: *sort,
    };
    slots.iter().map(blank).collect()
}

fn edited(act: &Act, field: &str) -> Vec<Blank> {
    let sort = match field {
        "words" | "question" => Sort::Prose,
        "category" => Sort::Category,
        "group" => Sort::Group,
        "households" | "order" => Sort::Number,
        "named" | "scheduled_on" | "role" | "manner" | "away" => return Vec::new(),
        _ => Sort::Line,
    };
    vec![Blank { slot: "to", field: field.to_owned(), value: text(&act.form()["to"]), sort }]
}

/// The act with the boxes' new words. `now` is what an edited field says at this moment.
///
/// # Errors
/// When a number is none, or a box has a value that cannot be.
pub(super) fn mended(act: &Act, filled: &[Blank], now: Value) -> Result<Act, Refusal> {
    let wrong = |blank: &Blank| Refusal::WrongValue { field: blank.field.clone() };
    let mut said = act.form();
    for blank in filled {
        let typed = blank.value.trim();
        said[blank.slot] = match blank.sort {
            Sort::Prose | Sort::Line => Value::from(typed),
            Sort::Number | Sort::Group if typed.is_empty() => Value::Null,
            Sort::Number => Value::from(typed.parse::<u32>().map_err(|_| wrong(blank))?),
            Sort::Category => {
                Category::of(typed).map(|_| Value::from(typed)).ok_or_else(|| wrong(blank))?
            }
            Sort::Group => {
                Id::try_parse(typed).map(|_| Value::from(typed)).map_err(|_| wrong(blank))?
            }
        };
        // a heading that was emptied is made from the words again
        if blank.slot == "title" && typed.is_empty() {
            said[blank.slot] = Value::Null;
        }
    }
    if matches!(act, Act::Edit { .. }) {
        said["from"] = now;
    }
    Act::read(said).map_err(|_| Refusal::Malformed)
}

/// The kind and id of the record that the mended change is for. What begins a record that is there already
/// begins another.
pub(super) fn about(attention: &Attention) -> (Kind, Id) {
    let Change { kind, id, act, .. } = &attention.change;
    let taken = matches!(&attention.trouble, Trouble::Refused { refusal: Refusal::AlreadyThere });
    let id = if taken && act.begins().is_some() { clock::fresh() } else { *id };
    (kind.clone(), id)
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn act(told: Value) -> Act {
        Act::read(told).expect("an act")
    }

    #[test]
    fn a_mended_act_says_the_new_words_and_keeps_the_rest() {
        let park = act(json!({"do": "park", "why": ""}));
        let mut form = blanks(&park);
        assert_eq!(form.len(), 1);
        form[0].value = " 等镇里的预算 ".into();
        let mended = mended(&park, &form, Value::Null);
        assert_eq!(mended, Ok(Act::Park { why: "等镇里的预算".into() }));
    }

    #[test]
    fn a_mended_edit_is_made_from_what_stands_there_now() {
        let edit = act(json!({"do": "edit", "field": "households", "from": 30, "to": 900_000}));
        let mut form = blanks(&edit);
        assert_eq!((form[0].value.as_str(), form[0].sort), ("900000", Sort::Number));
        form[0].value = "90".into();
        let mended = mended(&edit, &form, json!(40));
        let (from, to) = (json!(40), json!(90));
        assert_eq!(mended, Ok(Act::Edit { field: "households".into(), from, to }));
        form[0].value = "九十".into();
        assert!(super::mended(&edit, &form, Value::Null).is_err());
    }

    #[test]
    fn what_says_nothing_of_its_own_has_no_form() {
        assert_eq!(blanks(&Act::Approve), []);
        assert_eq!(blanks(&Act::Receive), []);
    }
}
