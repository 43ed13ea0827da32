//! Changes arrive one by one: one that cannot be read is refused alone and does not stop those behind it.

use serde_json::{Value, json};

use crate::{Act, Change, Form, Id, Refusal, form::Fault};

/// A change; or which one it was meant to be, as far as that can be told, and what is wrong with it.
pub type Arrived = Result<Change, (Id, Refusal)>;

/// Reads a change of a push.
///
/// # Errors
/// `UnknownAct` for what a newer version may know, `Malformed` for what nobody can read or keep.
pub fn arrived(sent: &Value) -> Arrived {
    let uuid = sent.get("uuid").and_then(Value::as_str);
    let uuid = uuid.and_then(|text| Id::parse_str(text).ok()).unwrap_or_default();
    let change = Change::read(sent.clone()).map_err(|_| (uuid, unreadable(sent)))?;
    let numbered = change.seq > 0 && i64::try_from(change.seq).is_ok();
    if !numbered || change.uuid.is_nil() || change.id.is_nil() || !storable(sent) {
        return Err((uuid, Refusal::Malformed));
    }
    Ok(change)
}

/// A word that this version does not know is told apart from rubbish: a newer server will know it.
fn unreadable(sent: &Value) -> Refusal {
    let word = sent.pointer("/act/do").and_then(Value::as_str);
    let step = sent.pointer("/act/step").and_then(Value::as_str);
    let unknown = word.is_some_and(|word| {
        let bare = Act::read(json!({ "do": word, "step": step }));
        bare.is_err_and(|misread| misread.fault == Fault::Unknown)
    });
    if unknown { Refusal::UnknownAct } else { Refusal::Malformed }
}

/// PostgreSQL's text has no NUL.
fn storable(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.contains('\0'),
        Value::Array(values) => values.iter().all(storable),
        Value::Object(fields) => {
            fields.iter().all(|(name, value)| !name.contains('\0') && storable(value))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(act: &Value) -> Value {
        let id = "0198a2b0-0000-7000-8000-000000000001";
        json!({ "uuid": id, "seq": 1, "at": 0, "kind": "comment", "id": id,
                "scope": format!("v:{id}"), "act": act })
    }

    fn refused(sent: &Value) -> Refusal {
        arrived(sent).expect_err("it should not be readable").1
    }

    #[test]
    fn an_act_of_a_newer_version_is_told_apart_from_rubbish() {
        assert!(arrived(&sent(&json!({ "do": "withdraw" }))).is_ok());
        assert_eq!(refused(&sent(&json!({ "do": "sing" }))), Refusal::UnknownAct);
        let step = |step: &str| sent(&json!({ "do": "session", "step": step }));
        assert_eq!(refused(&step("sing")), Refusal::UnknownAct);
        assert_eq!(refused(&step("seat")), Refusal::Malformed);
        assert_eq!(refused(&sent(&json!({ "do": "say", "words": 5 }))), Refusal::Malformed);
        assert_eq!(refused(&sent(&json!("withdraw now"))), Refusal::Malformed);
        assert_eq!(refused(&json!(7)), Refusal::Malformed);
    }

    #[test]
    fn what_the_database_cannot_hold_is_refused_alone() {
        let id = "0198a2b0-0000-7000-8000-000000000001";
        let words = json!({ "do": "say", "issue": id, "words": "a\0b" });
        assert_eq!(refused(&sent(&words)), Refusal::Malformed);
        let mut unnumbered = sent(&json!({ "do": "withdraw" }));
        unnumbered["seq"] = json!(0);
        assert_eq!(refused(&unnumbered), Refusal::Malformed);
        unnumbered["seq"] = json!(u64::MAX);
        assert_eq!(refused(&unnumbered), Refusal::Malformed);
    }
}
