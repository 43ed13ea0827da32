//! Every act, and a change around one.

use domain::{
    Act, Category, Change, Custom, Kind, Role, Scope,
    act::{Confirmed, Proxy, Raise},
    expertise::Profess,
    place::{Level, Person, Place},
    session::{Mode, Part, Topic},
    triage::Triage,
};
use serde_json::{Value, json};

use crate::{hold, id};

pub(crate) fn raise() -> Raise {
    Raise {
        words: "村口的路灯坏了。".into(),
        title: None,
        title_en: None,
        village: id(1),
        category: Category::Living,
        group: None,
        households: None,
        proxy: None,
        named: false,
        received: false,
        door: None,
    }
}

fn full() -> Raise {
    Raise {
        title: Some("路灯".into()),
        title_en: Some("Street lamp".into()),
        group: Some(id(2)),
        households: Some(12),
        proxy: Some(Proxy { name: "姜月仙".into(), confirmed: Confirmed::Face }),
        named: true,
        received: true,
        ..raise()
    }
}

fn steps() -> Vec<Act> {
    let why = || "因为".to_owned();
    let answers = Triage { small: Some(true), lawful: Some(false), ..Triage::default() };
    vec![
        Act::Receive,
        Act::Triage { answers },
        Act::Settle { how: why() },
        Act::Redirect { to: "供电所".into(), why: why() },
        Act::Merge { into: id(22) },
        Act::Park { why: why() },
        Act::Draft { question: "几盏？".into() },
        Act::Approve,
        Act::Post,
        Act::Schedule { on: 1_775_000_000_000, place: "祠堂".into(), session: None },
        Act::Consult { outcome: why(), session: None },
        Act::Close { how: why() },
        Act::Decline { why: why() },
        Act::Resume { why: why() },
    ]
}

fn others() -> Vec<Act> {
    let place = Place {
        name: "上枫村".into(),
        name_en: Some("Shangfeng".into()),
        level: Level::Village,
        parent: Some(id(4)),
        order: 3,
    };
    let person = Person {
        name: "陈素琴".into(),
        note: Some("村委委员".into()),
        group: None,
        role: Some(Role::Recorder),
    };
    let sha256 = "0f".repeat(32);
    vec![
        Act::Edit { field: "title".into(), from: Value::Null, to: json!("路灯") },
        Act::Say { issue: id(21), words: "对".into() },
        Act::Withdraw,
        Act::Attach { issue: id(21), sha256, bytes: 180_000, mime: "image/webp".into() },
        Act::Found(place),
        Act::Introduce(person),
        Act::LayDown,
        Act::Profess(Profess {
            knows: vec!["forestry".into(), "古戏台".into()],
            forgets: vec!["food".into()],
            places: vec![id(2)],
            leaves: vec![id(3)],
        }),
        Act::Profess(Profess::default()),
        Act::Unite { into: id(12) },
    ]
}

fn customs() -> Vec<Act> {
    let parts = vec![
        Part { topic: Topic::Opening, name: None, minutes: 2 },
        Part { topic: Topic::Other, name: Some("看现场".into()), minutes: 10 },
    ];
    let customs = [
        Custom::Agenda { mode: Mode::A, parts },
        Custom::Agenda { mode: Mode::B, parts: Vec::new() },
        Custom::Rules { lines: vec!["先举手".into(), "不打断".into()] },
        Custom::Drawers { drawers: vec![Category::Road, Category::Living] },
        Custom::Hints { drawer: Category::Road, words: vec!["便道".into()] },
    ];
    customs.map(Act::from).into()
}

#[test]
fn every_act_keeps_its_form() {
    let raised = vec![Act::Raise(raise()), Act::Raise(full())];
    hold(include_str!("acts.json"), &[raised, steps(), others(), customs()].concat());
}

pub(crate) fn change(act: Act) -> Change {
    let (uuid, id_, scope) = (id(1001), id(21), Scope::Village(id(1)));
    Change {
        uuid,
        seq: 7,
        at: 1_775_000_000_000,
        kind: Kind::Issue,
        id: id_,
        scope,
        act,
        made_on: None,
    }
}

#[test]
fn a_change_keeps_its_form() {
    hold(include_str!("change.json"), &[change(Act::Approve)]);
}
