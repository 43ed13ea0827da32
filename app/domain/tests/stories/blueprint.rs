//! The blueprint: no line without somebody who spoke up, what it said before and why it changed, years that are kept
//! for good, what is known of the village, and the team that takes over.

use std::collections::BTreeMap;

use domain::{
    Act, FollowAct, Id, Kind, Millis, Record, Refusal, Role, SessionAct, Standing, apply_among,
    follow::{
        Line, LineState, Section, Undertaking, blueprint_of,
        term::{self, Inaugurate, Inherited, Term},
        version::{self, Mark, Version},
        version_of,
    },
    may,
    session::{Advise, Answer, Lacking, Verdict, advice::Voice, facts},
};

use crate::cast::{CHEN, JIANG, LAMP, NOW, SHANGFENG, VILLAGE, WU, change, edit, id, lamp_at, who};

const SESSION: Id = id(500);
const ADVICE: Id = id(501);
const LINE: Id = id(601);

/// A village that things happen to, one after the other.
#[derive(Default)]
struct Told {
    records: BTreeMap<Id, Record>,
    n: u64,
}

impl Told {
    fn act(&mut self, by: Id, kind: Kind, record: Id, act: impl Into<Act>) -> Result<(), Refusal> {
        self.n += 1;
        let change = change(self.n, kind, record, VILLAGE, act.into());
        let at = NOW + Millis::try_from(self.n).expect("few");
        let before = self.records.get(&record);
        let applied = apply_among(before, &change, (by, at), &self.records)?;
        self.records.insert(record, applied.record);
        Ok(())
    }

    fn does(&mut self, kind: Kind, record: Id, act: impl Into<Act>) {
        self.act(CHEN, kind, record, act).expect("it may");
    }

    fn line(&self, id: Id) -> Line {
        self.records[&id].read().expect("a line")
    }

    fn lines(&self) -> Vec<(Id, Line)> {
        version::lines(&self.records.values().collect::<Vec<_>>())
    }

    fn version(&self, year: u32) -> Version {
        self.records[&version_of(SHANGFENG, year)].read().expect("a version")
    }

    fn freeze(&mut self, year: u32) -> Result<(), Refusal> {
        self.act(WU, Kind::Version, version_of(SHANGFENG, year), FollowAct::Freeze { year })
    }
}

fn sketch(words: &str, cites: &[Id]) -> FollowAct {
    FollowAct::Sketch {
        section: Section::Living,
        words: words.into(),
        words_en: Some("In English".into()),
        first: None,
        cites: cites.to_vec(),
        why: None,
    }
}

fn rewrite(words: &str, why: &str) -> FollowAct {
    FollowAct::Rewrite { words: words.into(), why: why.into(), cites: vec![ADVICE] }
}

fn carry(to: LineState, why: Option<&str>, cites: &[Id]) -> FollowAct {
    FollowAct::Carry { to, why: why.map(str::to_owned), cites: cites.to_vec() }
}

fn know(name: &str, value: &str) -> SessionAct {
    SessionAct::Know { name: name.into(), value: value.into(), of: None, source: None }
}

#[test]
fn a_line_is_listed_only_with_a_source() {
    let mut told = Told::default();
    told.does(Kind::Line, LINE, sketch("村口装灯", &[]));
    assert_eq!(told.line(LINE).state, LineState::Idea);
    let listed = told.act(CHEN, Kind::Line, LINE, carry(LineState::Listed, None, &[]));
    assert_eq!(listed, Err(Refusal::Lacks { what: vec![Lacking::Source] }));
    told.does(Kind::Line, LINE, carry(LineState::Listed, None, &[SESSION]));
    assert_eq!(told.line(LINE).state, LineState::Listed);
    told.does(Kind::Line, id(602), sketch("机耕路", &[SESSION, SESSION]));
    let line = told.line(id(602));
    assert_eq!((line.state, line.cites()), (LineState::Listed, vec![SESSION]));
}

#[test]
fn each_change_of_a_line_keeps_what_it_said_and_why() {
    let mut told = Told::default();
    told.does(Kind::Line, LINE, sketch("全线拓宽到 5 米", &[SESSION]));
    let silent = told.act(CHEN, Kind::Line, LINE, rewrite("设三处错车道", " "));
    assert_eq!(silent, Err(Refusal::NeedsReason));
    told.does(Kind::Line, LINE, rewrite("设三处错车道", "紧挨农田，拓不了"));
    let dropped = told.act(CHEN, Kind::Line, LINE, carry(LineState::Dropped, None, &[]));
    assert_eq!(dropped, Err(Refusal::NeedsReason));
    told.does(Kind::Line, LINE, carry(LineState::Dropped, Some("今年没有钱"), &[]));
    let line = told.line(LINE);
    let trail: Vec<_> =
        line.trail.iter().map(|step| (step.was.as_deref(), step.why.as_deref())).collect();
    let rewritten = (Some("全线拓宽到 5 米"), Some("紧挨农田，拓不了"));
    assert_eq!(trail, [(None, None), rewritten, (None, Some("今年没有钱"))]);
    assert_eq!(line.cites(), [SESSION, ADVICE]);
    assert_eq!(line.words_en, None, "it said something else in English");
    let far = told.act(CHEN, Kind::Line, LINE, carry(LineState::Done, None, &[]));
    assert!(matches!(far, Err(Refusal::WrongLine { now: LineState::Dropped, .. })));
    let silently = told.act(CHEN, Kind::Line, LINE, edit("words", "设三处错车道", "不设了"));
    assert_eq!(silently, Err(Refusal::NotEditable { field: "words".into() }));
}

#[test]
fn a_year_that_is_kept_never_changes_and_is_kept_once() {
    let mut told = Told::default();
    let plan = blueprint_of(SHANGFENG);
    told.does(Kind::Blueprint, plan, FollowAct::Envision);
    told.does(Kind::Blueprint, plan, edit("vision", (), "老街有人气\n晚上有灯亮"));
    told.does(Kind::Line, LINE, sketch("村口装灯", &[SESSION]));
    told.does(Kind::Fact, id(701), know("户数", "412 户"));
    told.freeze(2025).expect("it may");
    let kept = told.version(2025);
    assert_eq!(kept.vision.as_deref(), Some("老街有人气\n晚上有灯亮"));
    assert_eq!((kept.frozen_by, kept.lines[0].cites.as_slice()), (Some(WU), &[SESSION][..]));
    assert_eq!(kept.facts[0].value, "412 户");
    told.does(Kind::Line, LINE, rewrite("村口装 12 盏灯", "数过了"));
    told.does(Kind::Blueprint, plan, edit("vision", "老街有人气\n晚上有灯亮", "山上有活路"));
    told.does(Kind::Fact, id(702), know("户数", "415 户"));
    assert_eq!(told.freeze(2025), Err(Refusal::AlreadyThere));
    let record = version_of(SHANGFENG, 2025);
    let mended = told.act(WU, Kind::Version, record, edit("vision", "", "改一改"));
    assert!(mended.is_err());
    assert_eq!(told.version(2025), kept);
    let elsewhere = told.act(WU, Kind::Version, id(9), FollowAct::Freeze { year: 2025 });
    assert!(matches!(elsewhere, Err(Refusal::WrongValue { .. })), "{elsewhere:?}");
    told.freeze(2026).expect("another year");
}

#[test]
fn what_has_changed_since_a_year_says_why_and_what_made_it_so() {
    let mut told = Told::default();
    for (record, words) in [(id(611), "停车场"), (id(612), "拓宽到 5 米"), (id(613), "装灯")]
    {
        told.does(Kind::Line, record, sketch(words, &[SESSION]));
    }
    told.freeze(2025).expect("it may");
    told.does(Kind::Line, id(611), carry(LineState::Dropped, Some("占农田"), &[SESSION]));
    told.does(Kind::Line, id(612), rewrite("设错车道", "方教授说的"));
    told.does(Kind::Line, id(614), sketch("食堂", &[ADVICE]));
    told.does(Kind::Line, id(614), rewrite("食堂分三档", "五块太贵"));
    let since = version::since(Some(&told.version(2025)), &told.lines());
    let marks: Vec<_> = since.iter().map(|since| (since.line, since.mark.clone())).collect();
    let changed = Mark::Changed { was: "拓宽到 5 米".into() };
    assert_eq!(
        marks,
        [(id(611), Mark::Dropped), (id(612), changed), (id(613), Mark::Same), (id(614), Mark::New)]
    );
    assert_eq!(since[1].steps.len(), 1);
    assert_eq!(since[1].steps[0].why.as_deref(), Some("方教授说的"));
    assert_eq!(since[1].steps[0].cites, [ADVICE]);
    assert!(since[2].steps.is_empty());
}

#[test]
fn facts_keep_their_history() {
    let mut told = Told::default();
    told.does(Kind::Fact, id(701), know("户数", "412 户"));
    told.does(Kind::Fact, id(702), know("人口", "1,236 人"));
    // the later value comes with an id that sorts first
    told.does(Kind::Fact, id(700), know("户数", "415 户"));
    let within: Vec<&Record> = told.records.values().collect();
    let now: Vec<_> = facts(&within).into_iter().map(|(id, fact)| (id, fact.value)).collect();
    assert_eq!(now, [(id(700), "415 户".to_owned()), (id(702), "1,236 人".to_owned())]);
    assert_eq!(told.records[&id(701)].text("value"), Some("412 户"));
    assert_eq!(told.records[&id(701)].link("known_by"), Some(CHEN));
}

fn inaugurate(until: Option<Millis>) -> FollowAct {
    FollowAct::Inaugurate(Inaugurate {
        team: "2026 届村班子".into(),
        secretary: WU,
        name: "吴国良".into(),
        from: NOW,
        until,
        members: None,
    })
}

#[test]
fn only_the_new_secretary_takes_over_once_and_what_was_read_stays() {
    let mut told = Told::default();
    let term = id(800);
    let backwards = told.act(JIANG, Kind::Term, term, inaugurate(Some(NOW - 1)));
    assert!(matches!(backwards, Err(Refusal::WrongValue { .. })), "{backwards:?}");
    told.does(Kind::Term, term, inaugurate(None));
    let read = Inherited { issues: vec![LAMP], ..Inherited::default() };
    let ack = |read: &Inherited| FollowAct::Acknowledge(read.clone());
    assert_eq!(told.act(CHEN, Kind::Term, term, ack(&read)), Err(Refusal::NotThePerson));
    told.act(WU, Kind::Term, term, ack(&read)).expect("it is his");
    let taken: Term = told.records[&term].read().expect("a term");
    assert_eq!(taken.inherited, read);
    told.act(WU, Kind::Term, term, ack(&Inherited::default())).expect("from a second phone");
    assert_eq!(told.records[&term].read::<Term>().expect("a term"), taken);
    let founds = |role| {
        let change = change(1, Kind::Term, id(801), VILLAGE, inaugurate(None).into());
        may(&who(CHEN, &[(role, VILLAGE)]), &change, None)
    };
    assert!(founds(Role::Secretary).is_ok() && founds(Role::Office).is_ok());
    assert!(founds(Role::Recorder).is_err());
}

#[test]
fn what_is_handed_over_is_what_is_open() {
    let mut told = Told::default();
    told.records.insert(LAMP, lamp_at(Standing::Parked));
    for (record, verdict) in
        [(ADVICE, None), (id(502), Some(Verdict::Deferred)), (id(503), Some(Verdict::Adopted))]
    {
        let voice = Some(Voice { name: "王彩娣".into(), ..Voice::default() });
        let issue = Some(LAMP);
        told.does(
            Kind::Advice,
            record,
            SessionAct::Advise(Advise { voice, issue, ..Advise::said(None, "装在转弯头") }),
        );
        if let Some(verdict) = verdict {
            let answer = SessionAct::Answer(Answer::of(verdict, Some("明年再看")));
            told.act(WU, Kind::Advice, record, answer).expect("it may");
        }
    }
    let action = Undertaking { what: "装灯".into(), issue: Some(LAMP), ..Undertaking::default() };
    told.does(Kind::Action, id(510), FollowAct::Undertake(action));
    let open = term::open(SHANGFENG, &[], &told.records);
    assert_eq!(
        (open.actions, open.advice, open.issues),
        (vec![id(510)], vec![ADVICE, id(502)], vec![LAMP])
    );
}
