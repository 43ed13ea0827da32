//! One issue's whole line: what hangs on it, whatever names what, and how far it has come; the same for one issue as
//! for a whole board.

use domain::{
    Id, Issue, Kind, Record, Station,
    follow::{Thread, thread::stations},
};
use serde_json::{Value, json};

use crate::cast::{VILLAGE, id};

fn record(kind: Kind, n: u128, fields: &Value) -> Record {
    let mut record = Record::blank(kind, id(n), VILLAGE);
    record.fields = fields.as_object().expect("fields").clone();
    record
}

fn issue(n: u128, standing: &str) -> Record {
    let fields = json!({
        "words": "没有路灯", "title": "没有路灯", "village": VILLAGE.owner().to_string(), "category": "living",
        "raised_by": id(90).to_string(), "standing": standing, "trail": [],
    });
    record(Kind::Issue, n, &fields)
}

fn session(n: u128, issues: &[Id]) -> Record {
    let issues: Vec<String> = issues.iter().map(Id::to_string).collect();
    record(Kind::Session, n, &json!({ "issues": issues }))
}

fn step(to: &str) -> Value {
    json!({ "to": to, "by": id(90).to_string(), "at": 5 })
}

#[track_caller]
fn at(records: &[Record], of: u128, wanted: Station, counts: [usize; 3]) {
    let all: Vec<&Record> = records.iter().collect();
    let thread = Thread::of(id(of), &all);
    assert_eq!([thread.sessions.len(), thread.advice.len(), thread.actions.len()], counts);
    let read: Issue =
        records.iter().find(|r| r.id == id(of)).expect("it").read().expect("an issue");
    assert_eq!(thread.station(&read), wanted);
    let all = stations(records.iter());
    assert_eq!(all.get(&id(of)).copied().unwrap_or(read.standing.station()), wanted);
}

#[test]
fn what_hangs_on_an_issue_is_found_by_whatever_it_names() {
    let mut records = vec![issue(1, "consulted"), issue(2, "posted"), session(10, &[id(1)])];
    at(&records, 1, Station::Advised, [1, 0, 0]);
    at(&records, 2, Station::Sat, [0, 0, 0]);
    let said = |n: u128, more: Value| {
        let mut advice = record(Kind::Advice, n, &json!({ "words": "装在转弯头" }));
        advice.fields.extend(more.as_object().expect("fields").clone());
        advice
    };
    // what a session says of no issue in particular is said of each of its issues
    records.push(said(20, json!({ "session": id(10).to_string() })));
    records.push(said(21, json!({ "issue": id(2).to_string() })));
    at(&records, 1, Station::Advised, [1, 1, 0]);
    at(&records, 2, Station::Advised, [0, 1, 0]);
    records[3].fields.insert("verdict".into(), json!("adopted"));
    at(&records, 1, Station::Answered, [1, 1, 0]);
    // it names the advice alone
    let trail = json!([step("claimed")]);
    let fields = json!({ "what": "装灯", "advice": id(20).to_string(), "trail": trail });
    records.push(record(Kind::Action, 30, &fields));
    at(&records, 1, Station::Done, [1, 1, 1]);
    at(&records, 2, Station::Advised, [0, 1, 0]);
    let action = records.last_mut().expect("the action");
    action.fields.insert("trail".into(), json!([step("checked"), step("closed")]));
    at(&records, 1, Station::Rated, [1, 1, 1]);
    // what is gone hangs on nothing
    records.last_mut().expect("the action").gone = true;
    at(&records, 1, Station::Answered, [1, 1, 0]);
}
