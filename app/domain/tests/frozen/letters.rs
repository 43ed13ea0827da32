//! Every act of a letter, and what comes by the door that needs no account, as they lie in the database.

use std::collections::BTreeMap;

use domain::{
    Act, Change, FollowAct, Id, Kind, Record, Scope,
    act::{Door, Raise},
    apply_among,
    follow::{
        Satisfaction,
        letter::{Sort, Write},
        rating::{Rate, Way},
    },
};

use crate::{acts::raise, hold, id};

const DAY: i64 = 1_789_729_200_000;
const VILLAGE: Id = id(1);

fn key() -> String {
    "0e".repeat(32)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn by_the_door() -> Raise {
    Raise { door: Some(Door { slip: key(), name: some("老周") }), ..raise() }
}

fn rating() -> Write {
    Write {
        sort: Sort::Rating,
        words: some("扶手高了"),
        action: Some(id(601)),
        result: Some(Satisfaction::Basically),
        heard: Some(true),
        ..Write::default()
    }
}

fn complaint() -> Write {
    let (words, name, slip) = (some("字太小"), some("老周"), Some(key()));
    Write { sort: Sort::Complaint, words, name, slip, listed: true, ..Write::default() }
}

fn acts() -> Vec<Act> {
    let follow = |act: FollowAct| Act::from(act);
    let rate = Rate {
        result: Satisfaction::Basically,
        heard: Some(true),
        words: some("扶手高了"),
        name: some("扫码村民"),
        way: Way::Link,
        letter: Some(id(700)),
    };
    let nameless = Raise { door: Some(Door { slip: key(), name: None }), ..raise() };
    vec![
        Act::Raise(by_the_door()),
        Act::Raise(nameless),
        follow(FollowAct::Write(rating())),
        follow(FollowAct::Write(complaint())),
        follow(FollowAct::Write(Write {
            sort: Sort::Suggestion,
            words: some("能念出来就好"),
            ..Write::default()
        })),
        follow(FollowAct::Answer { words: "下个月有大字版".into() }),
        follow(FollowAct::Take { action: id(601) }),
        follow(FollowAct::LayAside { why: "写了两遍".into(), action: None }),
        follow(FollowAct::LayAside { why: "外村人写的".into(), action: Some(id(601)) }),
        follow(FollowAct::Rate(rate)),
    ]
}

#[test]
fn every_act_of_a_letter_keeps_its_form() {
    hold(include_str!("letter_acts.json"), &acts());
}

/// What the acts make of records.
fn records() -> Vec<Record> {
    let action = r#"{"kind":"action","id":"01980000-0000-7000-8000-000000000259","scope":"v:01980000-0000-7000-8000-000000000001","rev":3,"at":1,"fields":{"what":"装灯","trail":[{"to":"checked","by":"01980000-0000-7000-8000-00000000000b","at":1}]}}"#;
    let action: Record = domain::form::parse(action).expect("an action");
    let mut around = BTreeMap::from([(action.id, action)]);
    let mut all = Vec::new();
    let [drafts, office] = [Scope::Draft(VILLAGE), Scope::District(id(2))];
    let (chen, li) = (id(11), id(15));
    let aside = FollowAct::LayAside { why: "外村人写的".into(), action: Some(id(601)) };
    let steps: [(Kind, Id, Scope, Id, Act); 7] = [
        (Kind::Issue, id(21), drafts, id(21), Act::Raise(by_the_door())),
        (Kind::Letter, id(700), drafts, id(700), FollowAct::Write(rating()).into()),
        (Kind::Letter, id(700), drafts, chen, FollowAct::Take { action: id(601) }.into()),
        (Kind::Letter, id(701), drafts, id(701), FollowAct::Write(rating()).into()),
        (Kind::Letter, id(701), drafts, chen, aside.into()),
        (Kind::Letter, id(702), office, id(702), FollowAct::Write(complaint()).into()),
        (
            Kind::Letter,
            id(702),
            office,
            li,
            FollowAct::Answer { words: "下个月有大字版".into() }.into(),
        ),
    ];
    for (n, (kind, id_, scope, by, act)) in (0..).zip(steps) {
        let (uuid, seq, at) = (id(2000), 0, 0);
        let change = Change { uuid, seq, at, kind, id: id_, scope, act, made_on: None };
        let made = apply_among(around.get(&id_), &change, (by, DAY + n), &around);
        let record = made.expect("it is accepted").record;
        around.insert(id_, record.clone());
        all.push(record);
    }
    all
}

#[test]
fn what_came_by_a_door_keeps_its_form() {
    hold(include_str!("letter_records.json"), &records());
}
