//! What was a double's goes over to whoever carries on, when two entries of the directory become one.

use serde_json::Value;

use super::authority::{Lost, Stamps, overwritten, stamped};
use crate::{Id, Kind, Millis, Record, follow::State};

/// What is said of somebody, which whoever carries on is given where nothing was said of them.
const SAID: [&str; 6] = ["note", "group", "role", "tongues", "manner", "past"];
/// The same of lists, to which it is added.
const LISTED: [(&str, usize); 2] =
    [("knows", crate::expertise::KNOWS), ("places", crate::expertise::PLACES)];

/// Two entries became one.
#[derive(Clone, Copy, Debug)]
pub struct Over<'a> {
    /// The one that was struck.
    pub double: &'a Record,
    /// The one that carries on.
    pub into: Id,
    /// Who said so.
    pub by: Id,
    /// When.
    pub at: Millis,
}

/// Writes on a record what goes over. Gives what was written over there, and nothing for a record that stays as it is.
///
/// A seat goes over as a whole; an action that is not closed is led by whoever carries on; doubles of the double are
/// those of the other; and of what was said about the double, the other's own entry in the same directory is given what
/// it has no word on.
pub fn go_over(record: &mut Record, stamps: &mut Stamps, over: Over<'_>) -> Option<Vec<Lost>> {
    let before = record.clone();
    let names = |field| before.link(field) == Some(over.double.id);
    let field = match record.kind {
        Kind::Seat if names("person") => Some("person"),
        Kind::Action if names("lead") && before.text("state") != Some(State::Closed.as_str()) => {
            Some("lead")
        }
        Kind::Person if names("into") => Some("into"),
        _ => None,
    };
    if let Some(field) = field {
        record.set(field, over.into.to_string());
    } else if record.id == over.into && record.scope == over.double.scope {
        fill(record, over.double);
    }
    if *record == before {
        return None;
    }
    record.rev += 1;
    (record.by, record.at) = (Some(over.by), over.at);
    let lost = overwritten(Some(&before), record, stamps);
    *stamps = stamped(Some(&before), stamps, record, (over.by, over.at));
    Some(lost)
}

fn fill(record: &mut Record, double: &Record) {
    for field in SAID {
        if let Some(said) = double.fields.get(field).filter(|_| !record.fields.contains_key(field))
        {
            record.set(field, said.clone());
        }
    }
    for (field, most) in LISTED {
        let list = |record: &Record| record.fields.get(field).and_then(Value::as_array).cloned();
        let mut all = list(record).unwrap_or_default();
        for one in list(double).unwrap_or_default() {
            if all.len() < most && !all.contains(&one) {
                all.push(one);
            }
        }
        if !all.is_empty() {
            record.set(field, Value::Array(all));
        }
    }
}
