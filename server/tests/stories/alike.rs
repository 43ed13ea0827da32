//! What two servers say, as far as they can say the same: without moments, and without the ids that each draws.

use domain::sync::{Edited, Outcome, PullReply, PushReply, Step};
use domain::{Id, Kind, Record};
use serde_json::{Value, json};

/// What was answered, but for moments, which differ by what a letter takes.
pub(crate) fn answers(reply: &PushReply) -> Vec<String> {
    match reply {
        PushReply::Fork { .. } => vec!["fork".into()],
        PushReply::Taken(taken) => taken
            .results
            .iter()
            .map(|answer| {
                let outcome = match &answer.outcome {
                    Outcome::Refused { refusal } => refusal.code(),
                    Outcome::Ok => "ok",
                    Outcome::Merged => "merged",
                    Outcome::Both => "both",
                };
                format!("{} {outcome} {} {:?}", answer.uuid, answer.dup, answer.seen)
            })
            .collect(),
    }
}

/// What the push wrote, without moments and without the ids that each of them draws.
pub(crate) fn steps(reply: &PushReply) -> Vec<String> {
    let PushReply::Taken(taken) = reply else { return Vec::new() };
    let mut told = Vec::new();
    for Step { scope, ver, left, rows, edits } in &taken.steps {
        let mut left = left.clone();
        left.sort_unstable();
        told.push(format!("{scope} {ver} left {left:?}"));
        let rows = rows.as_ref().map_or(Vec::new(), |rows| rows.records(*scope).unwrap());
        let mut here: Vec<_> = rows.iter().map(row).collect();
        here.extend(edits.iter().map(|Edited { id, was, rev, by, gone, fields, .. }| {
            let mut fields = json!(fields);
            forget_moments(&mut fields);
            format!("{id} {was} to {rev} {by:?} {gone} {fields}")
        }));
        here.sort_unstable();
        told.append(&mut here);
    }
    told
}

/// Whether that much is more than the server tells unasked, or nearly so.
pub(crate) fn long(told: &[String]) -> bool {
    told.iter().map(String::len).sum::<usize>() > 800
}

/// What was told, without moments and without the ids that each of them draws.
pub(crate) fn told(reply: &PullReply) -> Vec<String> {
    let mut told = vec![format!("{} {} revoked {:?}", reply.reset, reply.more, reply.revoked)];
    for page in &reply.pages {
        let mut left = page.left.clone();
        left.sort_unstable();
        told.push(format!("{} {:?} {:?} left {left:?}", page.scope, page.from, page.to));
        let mut rows: Vec<_> = page.rows.records(page.scope).unwrap().iter().map(row).collect();
        rows.sort_unstable();
        told.append(&mut rows);
    }
    told
}

fn row(record: &Record) -> String {
    let drawn = matches!(record.kind, Kind::Clash | Kind::Membership);
    let id = if drawn { Id::nil() } else { record.id };
    let mut fields = json!(record.fields);
    forget_moments(&mut fields);
    format!("{} {id} {} {:?} {} {fields}", record.kind.as_str(), record.rev, record.by, record.gone)
}

fn forget_moments(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| name != "at" && !name.ends_with("_at"));
            fields.values_mut().for_each(forget_moments);
        }
        Value::Array(values) => values.iter_mut().for_each(forget_moments),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
