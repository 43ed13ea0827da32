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
    FollowAct::Rate(Rate { result, heard: Some(true), words, name, way, letter: None })
}

fn acts() -> Vec<FollowAct> {
    use FollowAct as F;
    let tell = |how| {
        F::Tell(Tell {
            to: "徐志强".into(), person: Some(id(13)), how, words: some("晓得了")
        })
    };
    let mut acts = on_an_action();
    acts.extend(on_the_plan());
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

fn cites() -> Vec<Id> {
    vec![id(600), id(601)]
}

fn enclose(about: Id) -> FollowAct {
    let (sha256, mime) = ("0e".repeat(32), "image/jpeg".into());
    FollowAct::Enclose { about, sha256, bytes: 90_000, mime }
}

fn ballot() -> FollowAct {
    FollowAct::Ballot { action: id(601), name: "施阿根".into(), key: "0e".repeat(32) }
}

fn on_an_action() -> Vec<FollowAct> {
    use FollowAct as F;
    let counted = Report {
        action: id(601),
        words: "装了九盏".into(),
        done: Some(9),
        of: Some(12),
        unit: some("盏"),
    };
    let bare =
        Undertaking { what: "补一盏灯".into(), issue: Some(id(21)), ..Undertaking::default() };
    let reassign = |lead| F::Reassign { owner: "镇农办".into(), lead, why: "换届".into() };
    vec![
        F::Undertake(undertaking()),
        F::Undertake(bare),
        F::Claim { owner: "区水利局".into() },
        F::Accept,
        F::Report(counted),
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
        reassign(None),
        reassign(Some(id(14))),
        F::Send { to: "施阿根".into(), who: id(11) },
        enclose(id(601)),
        ballot(),
    ]
}

fn on_the_plan() -> Vec<FollowAct> {
    use FollowAct as F;
    let team = Inaugurate {
        team: "2026 届".into(),
        secretary: id(12),
        name: "施建林".into(),
        from: DAY,
        until: Some(DAY + 1),
        members: some("陈素琴"),
    };
    let read = Inherited { actions: vec![id(601)], advice: vec![id(600)], issues: vec![id(21)] };
    vec![
        F::Group { with: Some(id(600)) },
        F::Group { with: None },
        F::Envision,
        F::Rewrite { words: "分三档".into(), why: "太贵".into(), cites: cites() },
        F::Carry { to: LineState::Listed, why: None, cites: cites() },
        F::Carry { to: LineState::Dropped, why: some("占农田"), cites: Vec::new() },
        F::Freeze { year: 2026 },
        F::Inaugurate(team),
        F::Acknowledge(read),
    ]
}

#[test]
fn every_act_after_the_bench_keeps_its_form() {
    let acts: Vec<Act> = acts().into_iter().map(Act::from).collect();
    let worded = [advised(), answered()].map(Act::from);
    hold(include_str!("follow_acts.json"), &[acts, worded.into()].concat());
}

/// What the acts make of records, one on another, in the order of a village's year.
struct Year {
    around: BTreeMap<Id, Record>,
    all: Vec<Record>,
}

const CHEN: Id = id(11);
const SHI: Id = id(12);
const XU: Id = id(13);

impl Year {
    fn step(&mut self, n: i64, by: Id, (kind, id_): (Kind, Id), act: impl Into<Act>) {
        let village = Scope::Village(VILLAGE);
        let scope = if kind == Kind::Ballot { Scope::Draft(VILLAGE) } else { village };
        let uuid = id(2000 + u128::try_from(n).unwrap_or(0));
        let (seq, at, act) = (0, 0, act.into());
        let change = Change { uuid, seq, at, kind, id: id_, scope, act, made_on: None };
        let before = self.around.get(&id_);
        let made = apply_among(before, &change, (by, DAY + n), &self.around);
        let record = made.expect("it is accepted").record;
        self.around.insert(id_, record.clone());
        self.all.push(record);
    }
}

fn told() -> Tell {
    let (to, how) = ("徐志强".into(), Tidings::Door);
    Tell { to, person: Some(XU), how, words: some("晓得了") }
}

fn records() -> Vec<Record> {
    let sorted = r#"{"kind":"issue","id":"01980000-0000-7000-8000-000000000015","scope":"v:01980000-0000-7000-8000-000000000001","rev":3,"at":1,"fields":{"standing":"triaged"}}"#;
    let issue: Record = domain::form::parse(sorted).expect("an issue");
    let mut year = Year { around: BTreeMap::from([(issue.id, issue)]), all: Vec::new() };
    followed(&mut year);
    planned(&mut year);
    year.all
}

fn followed(year: &mut Year) {
    use FollowAct as F;
    let [advice, action] = [(Kind::Advice, id(600)), (Kind::Action, id(601))];
    let mut acts = on_an_action().into_iter();
    let mut next = || acts.next().expect("an act");
    year.step(1, CHEN, advice.clone(), advised());
    year.step(2, SHI, advice.clone(), answered());
    year.step(3, CHEN, action.clone(), next());
    year.step(4, CHEN, (Kind::Action, id(603)), next());
    year.step(5, XU, (Kind::Action, id(603)), next());
    year.step(6, SHI, action.clone(), next());
    year.step(7, SHI, (Kind::Progress, id(604)), next());
    year.step(8, SHI, (Kind::Progress, id(605)), next());
    let ask = F::AskTime { due: DAY + 9, why: "灶台坏了两周".into() };
    year.step(9, SHI, action.clone(), ask);
    year.step(10, CHEN, action.clone(), F::GiveTime { due: Some(DAY + 9), why: None });
    year.step(11, SHI, action.clone(), F::Finish { words: "都好了".into() });
    year.step(12, CHEN, action.clone(), F::Check { ok: true, words: None });
    let not = rate(Satisfaction::Not, Some("第三盏不亮"), Some("施阿根"), Way::Paper);
    year.step(13, CHEN, action.clone(), not);
    year.step(14, SHI, action.clone(), F::Accept);
    year.step(15, SHI, action.clone(), F::Finish { words: "换了".into() });
    year.step(16, CHEN, action.clone(), F::Check { ok: true, words: some("亮了") });
    year.step(17, XU, action.clone(), rate(Satisfaction::Satisfied, None, None, Way::Own));
    year.step(18, CHEN, action.clone(), F::Send { to: "徐志强".into(), who: CHEN });
    year.step(19, CHEN, action.clone(), F::Tell(told()));
    year.step(20, CHEN, action.clone(), F::Close { how: some("亮了") });
    year.step(DAY / 10, CHEN, action, F::Revisit { holds: true, words: "还亮着".into() });
    year.step(21, CHEN, advice, F::Tell(told()));
}

fn planned(year: &mut Year) {
    use FollowAct as F;
    let line = (Kind::Line, id(602));
    year.step(22, CHEN, (Kind::Blueprint, blueprint_of(VILLAGE)), F::Envision);
    let sketch = F::Sketch {
        section: Section::Industry,
        words: "枫溪小食合做".into(),
        words_en: None,
        first: Some(3),
        cites: vec![id(600)],
        why: some("一家做不大"),
    };
    year.step(23, CHEN, line.clone(), sketch);
    let (words, why) = ("先合做一样".into(), "先试".into());
    year.step(24, CHEN, line.clone(), F::Rewrite { words, why, cites: vec![id(601)] });
    let carry = F::Carry { to: LineState::CarriedOut, why: None, cites: Vec::new() };
    year.step(25, CHEN, line, carry);
    year.step(26, SHI, (Kind::Version, version_of(VILLAGE, 2026)), F::Freeze { year: 2026 });
    year.step(27, CHEN, (Kind::Ballot, id(606)), ballot());
    let team = Inaugurate {
        team: "2026 届".into(),
        secretary: SHI,
        name: "施建林".into(),
        from: DAY,
        until: None,
        members: some("陈素琴"),
    };
    year.step(28, CHEN, (Kind::Term, id(607)), F::Inaugurate(team));
    let read = Inherited { actions: vec![id(603)], advice: Vec::new(), issues: Vec::new() };
    year.step(29, SHI, (Kind::Term, id(607)), F::Acknowledge(read));
    year.step(30, SHI, (Kind::Photo, id(608)), enclose(id(604)));
}

#[test]
fn every_record_after_the_bench_keeps_its_form() {
    hold(include_str!("follow_records.json"), &records());
}
