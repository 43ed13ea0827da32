//! What an older version makes of what a newer one says.

use domain::{
    Act, Change, Form, Issue, Kind, Record, Refusal,
    sync::{PullReply, Push, PushReply, Snapshot},
};
use serde_json::{Map, Value, json};

use crate::{acts, id, messages, told};

/// The same, with a field that this version does not know in every object of it that is not a set of names.
fn newer(value: Value, sets: &[&str]) -> Value {
    match value {
        Value::Object(fields) => {
            let grown = |(name, value): (String, Value)| {
                let set = sets.contains(&name.as_str());
                let value = if set { value } else { newer(value, sets) };
                (name, value)
            };
            let mut fields: Map<String, Value> = fields.into_iter().map(grown).collect();
            fields.insert("newer".into(), json!({"a": [1]}));
            Value::Object(fields)
        }
        Value::Array(values) => Value::Array(values.into_iter().map(|v| newer(v, sets)).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

fn still_read<T: Form>(lines: &str, sets: &[&str]) {
    for line in lines.lines() {
        let told = told(line);
        let read = T::read(newer(told.clone(), sets)).expect("it is read all the same");
        assert_eq!(read.form(), told);
    }
}

#[test]
fn fields_of_a_newer_version_are_passed_by() {
    // what a custom says is kept as it was said, and read where it is judged
    still_read::<Act>(include_str!("acts.json"), &["says"]);
    still_read::<Act>(include_str!("session_acts.json"), &[]);
    still_read::<Record>(include_str!("session_records.json"), &["fields"]);
    still_read::<Change>(include_str!("change.json"), &[]);
    still_read::<Push>(include_str!("push.json"), &[]);
    still_read::<PushReply>(include_str!("push_reply.json"), &["rows", "fields"]);
    still_read::<PullReply>(include_str!("pull_reply.json"), &["rows"]);
    still_read::<Snapshot>(include_str!("snapshot.json"), &["fields"]);
}

#[test]
fn fields_of_a_record_that_this_version_does_not_know_are_kept() {
    let mut told = messages::record().form();
    told["fields"]["song"] = json!({"of": ["the", "lamp"]});
    let record: Record = Form::read(told.clone()).expect("it is a record");
    assert_eq!(record.form(), told);
}

#[test]
fn a_kind_that_this_version_does_not_know_is_kept_as_its_word() {
    let kind = Kind::read(json!("poem")).expect("any word is a kind");
    assert_eq!((kind.as_str(), kind.form()), ("poem", json!("poem")));
    for word in ["place", "person", "membership", "issue", "comment", "photo", "clash"] {
        assert!(!matches!(Kind::from(word.to_owned()), Kind::Other(_)), "{word}");
    }
}

#[test]
fn an_act_that_this_version_does_not_know_is_an_error_of_that_change_alone() {
    let mut sung = acts::change(Act::Approve).form();
    sung["act"] = json!({"do": "sing", "song": "lamp"});
    assert!(Change::read(sung.clone()).is_err());
    let changes = json!([sung, acts::change(Act::Approve).form()]);
    let push = json!({"proto": 1, "build": "2", "client": id(1), "sent_at": 5, "changes": changes});
    let push: Push<Value> = Form::read(push).expect("the envelope can be read");
    assert_eq!(push.epoch, None);
    let read: Vec<bool> = push.changes.into_iter().map(|c| Change::read(c).is_ok()).collect();
    assert_eq!(read, [false, true]);
}

#[test]
fn a_thing_that_a_newer_version_lacks_is_something_else() {
    let told = json!({"code": "lacks", "what": ["moon", "day"]});
    let what = vec![domain::session::Lacking::Else, domain::session::Lacking::Day];
    assert_eq!(Refusal::read(told).expect("it is read"), Refusal::Lacks { what });
}

#[test]
fn a_refusal_that_this_version_does_not_know_does_not_silence_the_others() {
    let told = json!({"epoch": "e1", "server_at": 5, "results": [
        {"uuid": id(1), "r": "refused", "refusal": {"code": "full_moon", "until": 7}},
        {"uuid": id(2), "r": "ok"},
    ]});
    let Ok(PushReply::Taken(taken)) = Form::read(told) else { panic!("it can be read") };
    let refused = domain::sync::Outcome::Refused { refusal: Refusal::Malformed };
    assert_eq!((&taken.results[0].outcome, taken.results.len()), (&refused, 2));
}

#[test]
fn a_field_that_is_null_is_a_field_that_is_not_there() {
    let page =
        json!({"#id": [id(21)], "#rev": [1], "#at": [5], "title": ["灯"], "title_en": [null]});
    let columns: domain::sync::Columns = Form::read(json!({"issue": page})).expect("columns");
    let records = columns.records(domain::Scope::Village(id(1))).expect("they are whole");
    assert_eq!(records[0].fields.keys().collect::<Vec<_>>(), ["title"]);
}

#[test]
fn an_issue_without_what_came_later_can_be_read() {
    let mut record = messages::record();
    let first = json!({
        "words": "村口的路灯坏了。", "title": "路灯", "village": id(1), "category": "living", "raised_by": id(13),
        "standing": "lead", "trail": [{"to": "lead", "by": id(13), "at": 5}], "song": true,
    });
    record.fields = first.as_object().cloned().expect("an object");
    let issue: Issue = record.read().expect("it is an issue");
    assert_eq!((issue.number, issue.check, issue.named), (None, Vec::new(), false));
}
