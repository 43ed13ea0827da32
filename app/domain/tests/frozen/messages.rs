//! What phone and server say to each other, refusals among it.

use domain::{
    Act, Form, Kind, Record, Refusal, Role, Scope, Stage, Standing,
    past::{AskPast, Past, Turn},
    refusal::Apart,
    session::Lacking,
    small::Membership,
    sync::{
        Answer, Columns, Cursor, Digests, Edited, Outcome, Page, Pull, PullReply, Push, PushReply,
        Step, Sum, Taken, Unheard,
    },
};
use serde_json::json;

use crate::{acts::change, hold, id};

#[test]
fn a_push_keeps_its_form() {
    let push = |epoch: Option<&str>, changes| Push {
        proto: 1,
        build: "0.1.0".into(),
        epoch: epoch.map(str::to_owned),
        person: epoch.map(|_| id(11)),
        client: id(9000),
        sent_at: 1_775_000_000_000,
        changes,
    };
    let samples = [push(None, Vec::new()), push(Some("e1"), vec![change(Act::Receive)])];
    hold(include_str!("push.json"), &samples);
}

#[test]
fn the_answer_to_a_push_keeps_its_form() {
    let answer = |outcome, dup, seen| Answer { uuid: id(1001), outcome, dup, seen };
    let seen = Some((Scope::Village(id(1)), 5));
    let results = vec![
        answer(Outcome::Ok, false, seen),
        answer(Outcome::Merged, true, seen),
        answer(Outcome::Both, false, None),
        answer(Outcome::Refused { refusal: Refusal::NotAMember }, false, None),
    ];
    let steps = Vec::new();
    let taken = Taken { epoch: "e1".into(), server_at: 1_775_000_000_000, results, steps };
    let told = Taken { results: Vec::new(), steps: steps_of_all_kinds(), ..taken.clone() };
    let samples = [PushReply::Taken(taken), PushReply::Fork { fork: true }, PushReply::Taken(told)];
    hold(include_str!("push_reply.json"), &samples);
}

/// A record that came before the village, and one that is changed.
fn steps_of_all_kinds() -> Vec<Step> {
    let before = Record { by: None, ..record() };
    let mut now = Record { rev: 4, by: Some(id(12)), at: before.at + 5, ..before.clone() };
    now.fields.insert("title".into(), json!("井"));
    now.fields.remove("named");
    let gone = Record { rev: 5, by: None, gone: true, ..before.clone() };
    let edits = [&now, &gone].map(|now| Edited::between(&before, now).expect("it stayed"));
    let rows = Some(Columns::of(&[Record { id: id(22), ..record() }]));
    let left = vec![(id(22), 3)];
    vec![
        Step { scope: Scope::Village(id(1)), ver: 7, left: vec![], rows, edits: edits.into() },
        Step { scope: Scope::Draft(id(1)), ver: 3, left, rows: None, edits: vec![] },
    ]
}

#[test]
fn a_pull_keeps_its_form() {
    let cursors = [
        (Scope::Village(id(1)), Cursor::whole(5)),
        (Scope::Draft(id(1)), Cursor::within(4, id(21))),
        (Scope::User(id(11)), Cursor { begun: Some(9), ..Cursor::within(4, id(21)) }),
    ];
    let pull = Pull {
        proto: 1,
        build: "0.1.0".into(),
        epoch: Some("e1".into()),
        person: None,
        client: id(9000),
        cursors: cursors.into_iter().collect(),
    };
    hold(include_str!("pull.json"), &[pull]);
}

pub(crate) fn record() -> Record {
    let mut record = Record::blank(Kind::Issue, id(21), Scope::Village(id(1)));
    (record.rev, record.by, record.at) = (3, Some(id(11)), 1_775_000_000_000);
    record.fields.insert("named".into(), json!(true));
    record.fields.insert("title".into(), json!("路灯"));
    record
}

#[test]
fn the_answer_to_a_pull_keeps_its_form() {
    let gone =
        Record { id: id(22), by: None, gone: true, fields: [].into_iter().collect(), ..record() };
    let comment = Record { kind: Kind::Comment, id: id(31), ..record() };
    let scope = Scope::Village(id(1));
    let page =
        |from, to, left, rows: &[Record]| Page { scope, from, to, left, rows: Columns::of(rows) };
    let reply = PullReply {
        epoch: "e1".into(),
        reset: false,
        min_build: None,
        server_at: 1_775_000_000_000,
        revoked: Vec::new(),
        pages: Vec::new(),
        more: false,
    };
    let news = PullReply {
        reset: true,
        min_build: Some("0.0.9".into()),
        revoked: vec![Scope::Draft(id(1))],
        pages: vec![
            page(None, Cursor::within(3, id(31)), Vec::new(), &[record(), gone, comment]),
            page(Some(Cursor::whole(3)), Cursor::whole(5), vec![(id(23), 4)], &[]),
        ],
        more: true,
        ..reply.clone()
    };
    hold(include_str!("pull_reply.json"), &[reply, news]);
}

#[test]
fn digests_keep_their_form() {
    let sum = Sum { ver: 7, digest: "2-02749ab2118d83e7".into() };
    let scopes = [(Scope::Village(id(1)), sum)].into_iter().collect();
    hold(include_str!("digests.json"), &[Digests { epoch: "e1".into(), scopes }]);
}

#[test]
fn the_past_of_a_record_keeps_its_form() {
    let turn = |from, to, by, at| Turn { field: "households".into(), from, to, by, at };
    let known = turn(json!(30), json!(45), Some(id(11)), Some(1_775_000_000_000));
    let turns = vec![known, turn(json!(null), json!(30), None, None)];
    hold(include_str!("past.json"), &[Past { turns }]);
    hold(include_str!("ask_past.json"), &[AskPast { record: id(21) }]);
}

#[test]
fn every_refusal_keeps_its_form_and_its_code() {
    let field = || "title".to_owned();
    let (now, wanted) = (Standing::Closed, Standing::Parked);
    let stage = Stage::Sealed;
    let lacking = [
        Lacking::Day,
        Lacking::Place,
        Lacking::Seats,
        Lacking::Host,
        Lacking::Recorder,
        Lacking::Anything,
        Lacking::Unasked,
        Lacking::Waiting,
        Lacking::HostSignature,
        Lacking::WitnessSignature,
        Lacking::Unanswered,
        Lacking::Time,
    ];
    let samples = [
        Refusal::NotAMember,
        Refusal::NotYourPart { needs: vec![Role::Secretary, Role::FirstSecretary] },
        Refusal::WrongStanding { now, wanted, by: Some(id(11)), at: 5 },
        Refusal::Finished { now, by: None, at: None },
        Refusal::NeedsReason,
        Refusal::Empty { field: field() },
        Refusal::TooLong { field: field(), max: 200 },
        Refusal::WrongValue { field: field() },
        Refusal::NotEditable { field: field() },
        Refusal::NoSuchRecord,
        Refusal::AlreadyThere,
        Refusal::Gone { by: None, at: None },
        Refusal::IntoItself,
        Refusal::WrongKind,
        Refusal::UnknownAct,
        Refusal::Malformed,
        Refusal::Finished { now, by: Some(id(11)), at: Some(5) },
        Refusal::Gone { by: Some(id(11)), at: Some(5) },
        Refusal::WrongStage { now: stage, wanted: Stage::Noticed, by: Some(id(12)), at: 5 },
        Refusal::WrongStage { now: stage, wanted: Stage::Noticed, by: None, at: 0 },
        Refusal::Frozen { now: stage, by: Some(id(12)), at: Some(5) },
        Refusal::Frozen { now: stage, by: None, at: None },
        Refusal::Lacks { what: lacking.into() },
        Refusal::NotTheSpeaker,
        Refusal::NotTheHost,
        Refusal::OwnWitness,
        Refusal::ContentChanged,
        Refusal::NotSealed,
        Refusal::OffThePlan { by: Some(id(12)), at: Some(5) },
        Refusal::OffThePlan { by: None, at: None },
        Refusal::HasSession { now: stage },
        Refusal::Unripe { now },
        Refusal::TooMany { field: field(), max: 16 },
    ];
    let apart =
        [Apart::Phone, Apart::Region, Apart::Watched, Apart::Own, Apart::Hidden, Apart::Joined];
    let apart = apart.map(|why| Refusal::Apart { why });
    let samples = [&samples[..], &apart].concat();
    hold(include_str!("refusals.json"), &samples);
    for refusal in samples {
        assert_eq!(refusal.form()["code"], refusal.code());
    }
}

#[test]
fn an_error_keeps_its_form() {
    let unheard = Unheard { code: "signed_out".into(), words: "请重新登录。".into() };
    hold(include_str!("unheard.json"), &[unheard]);
}

#[test]
fn a_membership_keeps_its_form() {
    let (scope, role) = (Scope::Village(id(1)), Role::Recorder);
    let held = |until| Membership { scope, role, until };
    hold(include_str!("memberships.json"), &[held(None), held(Some(1_775_000_000_000))]);
}
