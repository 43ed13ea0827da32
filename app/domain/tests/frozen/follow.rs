//! Every act after the bench and what it makes of a record, as they lie on phones and in the database.

use std::collections::BTreeMap;

use domain::{
    Act, Change, FollowAct, Id, Kind, Record, Scope, SessionAct, apply_among,
    follow::{
        LineState, Satisfaction, Section, Tidings, Undertaking, blueprint_of,
        echo::Tell,
        progress::Report,
        rating::{Rate, Way},
        term::{Inaugurate, Inherited},
        version_of,
    },
    session::{
        Advise, Answer, Verdict,
        advice::{Via, Voice},
    },
};

use crate::{hold, id};

const VILLAGE: Id = id(1);
const DAY: i64 = 1_789_729_200_000;

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn advised() -> SessionAct {
    let voice = Voice {
        name: "徐志强".into(),
        role: Some(domain::Role::Representative),
        label: some("开民宿"),
        group: some("五组"),
        person: Some(id(13)),
    };
    SessionAct::Advise(Advise {
        issue: Some(id(21)),
        via: Some(Via::Paper),
        voice: Some(voice),
        ..Advise::said(None, "停车场收五块。")
    })
}

fn answered() -> SessionAct {
    SessionAct::Answer(Answer {
        action: Some(id(601)),
        line: Some(id(602)),
        ends: true,
        ..Answer::of(Verdict::Partly, Some("先试行周末"))
    })
}

fn undertaking() -> Undertaking {
    Undertaking {
        what: "周末收停车费".into(),
        what_en: some("Weekend parking fee"),
        owner: some("村委会"),
        lead: Some(id(12)),
        partners: some("文旅企业"),
        due: Some(DAY),
        money: some("停车费自己出"),
        criterion: some("消防通道周末不被占"),
        advice: Some(id(600)),
        issue: Some(id(21)),
        session: Some(id(500)),
    }
}

fn rate(result: Satisfaction, words: Option<&str>, name: Option<&str>, way: Way) -> FollowAct {
    let words = words.map(str::to_owned);
    let name = name.map(str::to_owned);
    FollowAct::Rate(Rate { result, heard: Some(true), words, name, way })
}

fn acts() -> Vec<FollowAct> {
    use FollowAct as F;
    let tell = |how| {
        F::Tell(Tell {
            to: "徐志强".into(), person: Some(id(13)), how, words: some("晓得了")
        })
    };
    let cites = || vec![id(600), id(601)];
    let mut acts = vec![
        F::Undertake(undertaking()),
        F::Undertake(Undertaking {
            what: "补一盏灯".into(),
            issue: Some(id(21)),
            ..Undertaking::default()
        }),
        F::Claim { owner: "区水利局".into() },
        F::Accept,
        F::Report(Report {
            action: id(601),
            words: "装了九盏".into(),
            done: Some(9),
            of: Some(12),
            unit: some("盏"),
        }),
        F::Report(Report { action: id(601), words: "灶台坏了".into(), ..Report::default() }),
        F::AskTime { due: DAY, why: "灶台坏了两周".into() },
        F::GiveTime { due: Some(DAY), why: None },
        F::GiveTime { due: None, why: some("等不起") },
        F::Finish { words: "都装好了".into() },
        F::Check { ok: true, words: None },
        F::Check { ok: false, words: some("少一盏") },
        F::Close { how: None },
        F::Close { how: some("亮了") },
        F::Revisit { holds: true, words: "还亮着".into() },
        F::Reassign { owner: "镇农办".into(), lead: None, why: "换届".into() },
        F::Reassign { owner: "镇农办".into(), lead: Some(id(14)), why: "换届".into() },
        F::Send { to: "施阿根".into(), who: id(11) },
        F::Enclose {
            about: id(601),
            sha256: "0e".repeat(32),
            bytes: 90_000,
            mime: "image/jpeg".into(),
        },
        F::Ballot { action: id(601), name: "施阿根".into(), key: "0e".repeat(32) },
        F::Group { with: Some(id(600)) },
        F::Group { with: None },
        F::Envision,
        F::Rewrite { words: "分三档".into(), why: "太贵".into(), cites: cites() },
        F::Carry { to: LineState::Listed, why: None, cites: cites() },
        F::Carry { to: LineState::Dropped, why: some("占农田"), cites: Vec::new() },
        F::Freeze { year: 2026 },
        F::Inaugurate(Inaugurate {
            team: "2026 届".into(),
            secretary: id(12),
            name: "施建林".into(),
            from: DAY,
            until: Some(DAY + 1),
            members: some("陈素琴"),
        }),
        F::Acknowledge(Inherited {
            actions: vec![id(601)],
            advice: vec![id(600)],
            issues: vec![id(21)],
        }),
    ];
    acts.extend(Tidings::ALL.map(tell));
    acts.extend([
        rate(Satisfaction::Satisfied, None, None, Way::Own),
        rate(Satisfaction::Basically, None, Some("施阿根"), Way::Paper),
        rate(Satisfaction::Not, Some("第三盏不亮"), Some("施阿根"), Way::Link),
        rate(Satisfaction::Satisfied, None, Some("施阿根"), Way::Phone),
        rate(Satisfaction::Satisfied, None, Some("施阿根"), Way::Here),
    ]);
    acts.extend(Section::ALL.map(|section| F::Sketch {
        section,
        words: "枫溪小食合做".into(),
        words_en: some("One shared food brand"),
        first: Some(3),
        cites: cites(),
        why: some("一家做不大"),
    }));
    acts.extend(LineState::ALL.map(|to| F::Carry { to, why: None, cites: Vec::new() }));
    acts
}

#[test]
fn every_act_after_the_bench_keeps_its_form() {
    let acts: Vec<Act> = acts().into_iter().map(Act::from).collect();
    let worded = [advised(), answered()].map(Act::from);
    hold(include_str!("follow_acts.json"), &[acts, worded.into()].concat());
}

/// What the acts make of records, one on another, in the order of a village's year.
fn records() -> Vec<Record> {
    let village = Scope::Village(VILLAGE);
    let mut around = BTreeMap::<Id, Record>::new();
    let mut all = Vec::new();
    let sorted = r#"{"kind":"issue","id":"01980000-0000-7000-8000-000000000015","scope":"v:01980000-0000-7000-8000-000000000001","rev":3,"at":1,"fields":{"standing":"triaged"}}"#;
    let issue: Record = domain::form::parse(sorted).expect("an issue");
    around.insert(issue.id, issue);
    let (chen, shi, xu) = (id(11), id(12), id(13));
    let mut step = |n: i64, by: Id, kind: Kind, id_: Id, act: Act| {
        let scope = if kind == Kind::Ballot { Scope::Draft(VILLAGE) } else { village };
        let change = Change {
            uuid: id(2000 + u128::try_from(n).unwrap_or(0)),
            seq: 0,
            at: 0,
            kind,
            id: id_,
            scope,
            act,
            made_on: None,
        };
        let made = apply_among(around.get(&id_), &change, (by, DAY + n), &around);
        let record = made.expect("it is accepted").record;
        around.insert(id_, record.clone());
        all.push(record);
    };
    let (advice, action, line) = (id(600), id(601), id(602));
    let mut acts = acts().into_iter();
    let mut next = || Act::from(acts.next().expect("an act"));
    step(1, chen, Kind::Advice, advice, advised().into());
    step(2, shi, Kind::Advice, advice, answered().into());
    let Act::Follow(first) = next() else { return Vec::new() };
    step(3, chen, Kind::Action, action, Act::Follow(first));
    let by_hand = [next(), next()];
    let [from_issue, claim] = by_hand;
    step(4, chen, Kind::Action, id(603), from_issue);
    step(5, xu, Kind::Action, id(603), claim);
    step(6, shi, Kind::Action, action, next());
    step(7, shi, Kind::Progress, id(604), next());
    step(8, shi, Kind::Progress, id(605), next());
    let ask = FollowAct::AskTime { due: DAY + 9, why: "灶台坏了两周".into() };
    step(9, shi, Kind::Action, action, ask.into());
    let give = FollowAct::GiveTime { due: Some(DAY + 9), why: None };
    step(10, chen, Kind::Action, action, give.into());
    step(11, shi, Kind::Action, action, FollowAct::Finish { words: "都好了".into() }.into());
    step(12, chen, Kind::Action, action, FollowAct::Check { ok: true, words: None }.into());
    let name = Some("施阿根");
    let not = rate(Satisfaction::Not, Some("第三盏不亮"), name, Way::Paper);
    step(13, chen, Kind::Action, action, not.into());
    step(14, shi, Kind::Action, action, FollowAct::Accept.into());
    step(15, shi, Kind::Action, action, FollowAct::Finish { words: "换了".into() }.into());
    step(16, chen, Kind::Action, action, FollowAct::Check { ok: true, words: some("亮了") }.into());
    step(17, xu, Kind::Action, action, rate(Satisfaction::Satisfied, None, None, Way::Own).into());
    step(18, chen, Kind::Action, action, FollowAct::Send { to: "徐志强".into(), who: chen }.into());
    let tell =
        Tell {
            to: "徐志强".into(), person: Some(xu), how: Tidings::Door, words: some("晓得了")
        };
    step(19, chen, Kind::Action, action, FollowAct::Tell(tell.clone()).into());
    step(20, chen, Kind::Action, action, FollowAct::Close { how: some("亮了") }.into());
    let later = DAY / 10;
    let look = FollowAct::Revisit { holds: true, words: "还亮着".into() };
    step(later, chen, Kind::Action, action, look.into());
    step(21, chen, Kind::Advice, advice, FollowAct::Tell(tell).into());
    step(22, chen, Kind::Blueprint, blueprint_of(VILLAGE), FollowAct::Envision.into());
    let sketch = FollowAct::Sketch {
        section: Section::Industry,
        words: "枫溪小食合做".into(),
        words_en: None,
        first: Some(3),
        cites: vec![advice],
        why: some("一家做不大"),
    };
    step(23, chen, Kind::Line, line, sketch.into());
    let rewrite =
        FollowAct::Rewrite {
            words: "先合做一样".into(), why: "先试".into(), cites: vec![action]
        };
    step(24, chen, Kind::Line, line, rewrite.into());
    let carry = FollowAct::Carry { to: LineState::CarriedOut, why: None, cites: Vec::new() };
    step(25, chen, Kind::Line, line, carry.into());
    let freeze = FollowAct::Freeze { year: 2026 };
    step(26, shi, Kind::Version, version_of(VILLAGE, 2026), freeze.into());
    let ballot = FollowAct::Ballot { action, name: "施阿根".into(), key: "0e".repeat(32) };
    step(27, chen, Kind::Ballot, id(606), ballot.into());
    let term = Inaugurate {
        team: "2026 届".into(),
        secretary: shi,
        name: "施建林".into(),
        from: DAY,
        until: None,
        members: some("陈素琴"),
    };
    step(28, chen, Kind::Term, id(607), FollowAct::Inaugurate(term).into());
    let read = Inherited { actions: vec![id(603)], advice: Vec::new(), issues: Vec::new() };
    step(29, shi, Kind::Term, id(607), FollowAct::Acknowledge(read).into());
    let enclose = FollowAct::Enclose {
        about: id(604),
        sha256: "0e".repeat(32),
        bytes: 90_000,
        mime: "image/jpeg".into(),
    };
    step(30, shi, Kind::Photo, id(608), enclose.into());
    all
}

#[test]
fn every_record_after_the_bench_keeps_its_form() {
    hold(include_str!("follow_records.json"), &records());
}
