//! Every act on the year's plan, and what they make of entries, as they lie on phones and in the database.

use std::collections::BTreeMap;

use domain::{
    Act, Change, Id, Kind, PlanAct, Record, Scope, apply_among,
    plan::{Enter, Month},
    session::Mode,
};

use crate::{hold, id};

const DAY: i64 = 1_789_729_200_000;
const VILLAGE: Id = id(1);
const WHEN: Month = Month { year: 2026, month: 11 };

fn whole() -> Enter {
    Enter {
        village: VILLAGE,
        when: WHEN,
        mode: Mode::A,
        topic: Some("早班公交".into()),
        issue: Some(id(21)),
        lead: Some("区政协办".into()),
        leader: Some(id(15)),
        order: 2,
    }
}

fn acts() -> Vec<PlanAct> {
    let why = |why: &str| why.to_owned();
    vec![
        PlanAct::Enter(whole()),
        PlanAct::Enter(Enter { village: VILLAGE, when: WHEN, ..Enter::default() }),
        PlanAct::Fill { issue: id(21) },
        PlanAct::Shift { to: Month { year: 2027, month: 1 }, why: why("下雨，没坐成") },
        PlanAct::Cancel { why: why("并到镇里谈") },
        PlanAct::Bind { session: id(500) },
    ]
}

#[test]
fn every_act_on_the_plan_keeps_its_form() {
    let acts: Vec<Act> = acts().into_iter().map(Act::from).collect();
    hold(include_str!("plan_acts.json"), &acts);
}

/// What the acts make of entries.
fn records() -> Vec<Record> {
    let issue = r#"{"kind":"issue","id":"01980000-0000-7000-8000-000000000015","scope":"v:01980000-0000-7000-8000-000000000001","rev":3,"at":1,"fields":{"words":"没有早班车","standing":"parked"}}"#;
    let session = r#"{"kind":"session","id":"01980000-0000-7000-8000-0000000001f4","scope":"v:01980000-0000-7000-8000-000000000001","rev":3,"at":1,"fields":{"title":"早班公交"}}"#;
    let lies = [issue, session].map(|text| domain::form::parse::<Record>(text).expect("a record"));
    let mut around: BTreeMap<Id, Record> = lies.into_iter().map(|r| (r.id, r)).collect();
    let mut acts = acts().into_iter();
    let mut all = Vec::new();
    for n in [700, 701, 701, 701, 701, 700] {
        let act = acts.next().expect("as many").into();
        let (kind, scope, made_on) = (Kind::Plan, Scope::Village(VILLAGE), None);
        let change = Change { uuid: id(2000), seq: 0, at: 0, kind, id: id(n), scope, act, made_on };
        let here = (id(12), DAY + i64::try_from(all.len()).expect("few"));
        let made = apply_among(around.get(&id(n)), &change, here, &around);
        let record = made.expect("it is accepted").record;
        around.insert(id(n), record.clone());
        all.push(record);
    }
    all
}

#[test]
fn what_is_in_the_plan_keeps_its_form() {
    hold(include_str!("plan_records.json"), &records());
}
