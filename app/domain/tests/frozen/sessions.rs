//! Every act in a session and what it makes of a record, as they lie on phones and in the database.

use std::collections::BTreeMap;

use domain::{
    Act, Change, Id, Kind, Record, Role, Scope, SessionAct, Stage, apply_among,
    session::{
        Check, Convene, Duty, Hand, How, Mode, Part, Promise, Seat, Sort, State, Topic, Verdict,
        Word, papers_of,
    },
};

use crate::{hold, id};

const SESSION: Id = id(500);
const DAY: i64 = 1_789_729_200_000;

fn convene() -> Convene {
    Convene {
        title: "先干哪三件".into(),
        title_en: None,
        village: id(1),
        mode: Mode::B,
        issues: Vec::new(),
        on: None,
        place: None,
        agenda: Vec::new(),
        follows: None,
    }
}

fn full() -> Convene {
    let name = Some("看现场".to_owned());
    let agenda = [
        (Topic::Opening, None),
        (Topic::Facts, None),
        (Topic::Questions, None),
        (Topic::Villagers, None),
        (Topic::Experts, None),
        (Topic::Departments, None),
        (Topic::Consensus, None),
        (Topic::Tasks, None),
        (Topic::Other, name),
    ];
    let part = |(topic, name)| Part { topic, name, minutes: 8 };
    Convene {
        title_en: Some("Which three first".into()),
        mode: Mode::A,
        issues: vec![id(21), id(22)],
        on: Some(DAY),
        place: Some("老街古樟树下".into()),
        agenda: agenda.map(part).into(),
        follows: Some(id(499)),
        ..convene()
    }
}

fn on_the_way() -> Vec<SessionAct> {
    use SessionAct as S;
    let why = || Some("下雨".to_owned());
    let mut acts = vec![
        S::Convene(convene()),
        S::Convene(full()),
        S::Move { on: DAY, place: "文化礼堂".into(), why: None },
        S::Move { on: DAY, place: "文化礼堂".into(), why: why() },
        S::Escalate { why: "要三个部门".into() },
        S::Arrange { agenda: full().agenda },
        S::Reach { part: 3 },
        S::Seal { digest: "0f".repeat(32) },
    ];
    let stages = Stage::ALL.into_iter().zip(Stage::ALL.into_iter().skip(1));
    acts.extend(stages.map(|(from, to)| S::Proceed { from, to, why: None }));
    acts.push(S::Proceed { from: Stage::Cancelled, to: Stage::Planned, why: why() });
    acts
}

fn seats() -> Vec<SessionAct> {
    use SessionAct as S;
    let bare = Seat {
        name: "姜月仙".into(),
        role: Role::Villager,
        label: None,
        group: None,
        person: None,
        duty: None,
        remote: false,
        order: 0,
        salt: None,
    };
    let seat = |duty| Seat {
        label: Some("村委委员".into()),
        group: Some("三组".into()),
        person: Some(id(11)),
        duty: Some(duty),
        remote: true,
        order: 4,
        ..bare.clone()
    };
    let tell = |how| S::Tell { on: DAY, place: "文化礼堂".into(), how };
    let mut acts = vec![S::Seat(bare.clone())];
    acts.extend([Duty::Host, Duty::Recorder, Duty::Witness].map(|duty| S::Seat(seat(duty))));
    acts.extend([None, Some(true), Some(false)].map(|present| S::Attend { present }));
    acts.extend([How::Here, How::Own, How::Phone, How::Paper, How::Chat].map(tell));
    acts.extend([S::Raise { up: true }, S::Raise { up: false }]);
    acts.extend([S::Speak { seat: id(510) }, S::Hush]);
    acts
}

fn said() -> Vec<SessionAct> {
    use SessionAct as S;
    let state = |sort| S::State(State { sort, seat: None, part: 0, words: None, named: false });
    let full = State {
        sort: Sort::Opinion,
        seat: Some(id(510)),
        part: 3,
        words: Some("灯杆装在转弯头。".into()),
        named: true,
    };
    let promise = |statement, what: Option<&str>, due| {
        S::Promise(Promise {
            statement, what: what.map(str::to_owned), owner: "四组".into(), due
        })
    };
    let mut acts: Vec<SessionAct> = Sort::ALL.map(state).into();
    acts.push(S::State(full));
    acts.extend([S::Ask { words: "先装三盏？".into(), part: 0 }]);
    acts.extend([S::Ask { words: "先装三盏？".into(), part: 6 }]);
    acts.extend([Hand::Yes, Hand::No, Hand::Unsure].map(|hand| S::Count { hand, by: -1 }));
    acts.extend([promise(None, None, None), promise(Some(id(502)), Some("出工"), Some(DAY))]);
    acts
}

fn papers() -> Vec<SessionAct> {
    use SessionAct as S;
    let key = || "0e".repeat(32);
    let enclose = |mime: &str, lasts| S::Enclose {
        about: id(502),
        sha256: key(),
        bytes: 90_000,
        mime: mime.into(),
        lasts,
    };
    let check = |word, words: Option<&str>, named| {
        let (of, how, words) = ("灯杆装在转弯头。".into(), How::Phone, words.map(str::to_owned));
        S::Confirm(Check { statement: id(502), of, word, how, words, named })
    };
    let advise = |statement| S::Advise(domain::session::Advise::said(statement, "先修路。"));
    let answer = |verdict| S::Answer(domain::session::Answer::of(verdict, None));
    let know = |of: Option<&str>, source: Option<&str>| S::Know {
        name: "集体收入".into(),
        value: "62 万元".into(),
        of: of.map(str::to_owned),
        source: source.map(str::to_owned),
    };
    let mut acts = vec![
        S::Minute,
        S::Note { about: None, words: "量过了。".into() },
        S::Note { about: Some(id(502)), words: "量过了。".into() },
        enclose("image/jpeg", 0),
        enclose("audio/webm", 5_000),
        S::Brief { seat: id(510), question: "多宽？".into(), key: key() },
        S::Reply { words: "三米五。".into(), named: false },
        S::Reply { words: "三米五。".into(), named: true },
        check(Word::Asked, None, None),
        check(Word::Confirmed, None, Some(true)),
        check(Word::Corrected, None, Some(false)),
        check(Word::Disputed, Some("我没这么说。"), None),
        S::Annex { words: "三处应为两处。".into() },
        advise(None),
        advise(Some(id(502))),
        S::Answer(domain::session::Answer::of(Verdict::Declined, Some("没有钱"))),
        know(None, None),
        know(Some("2025"), Some("三资公示")),
    ];
    let sign = |duty| S::Sign { about: SESSION, duty, digest: "0f".repeat(32) };
    acts.extend([Duty::Host, Duty::Recorder, Duty::Witness].map(sign));
    let verdicts = [Verdict::Adopted, Verdict::Partly, Verdict::Reference, Verdict::Deferred];
    acts.extend(verdicts.map(answer));
    acts
}

/// Every act in a session, with each of its words at least once.
pub(crate) fn acts() -> Vec<Act> {
    let all = [on_the_way(), seats(), said(), papers()].concat();
    all.into_iter().map(Act::from).collect()
}

#[test]
fn every_act_in_a_session_keeps_its_form() {
    hold(include_str!("session_acts.json"), &acts());
}

/// The records of one evening, each as its first act leaves it, and some as later ones do.
fn records() -> Vec<Record> {
    use SessionAct as S;
    let mut there = BTreeMap::<Id, Record>::new();
    let mut told = Vec::new();
    let mut at = DAY;
    let mut does = |kind: Kind, name: Id, scope, act: SessionAct| {
        at += 1_000;
        let (uuid, act) = (id(10_000), Act::from(act));
        let change = Change { uuid, seq: 1, at, kind, id: name, scope, act, made_on: None };
        let applied = apply_among(there.get(&name), &change, (id(11), at), &there);
        let record = applied.expect("it can be done").record;
        there.insert(name, record.clone());
        told.push(record);
    };
    let (village, bench) = (Scope::Village(id(1)), Scope::Session(SESSION));
    does(Kind::Session, SESSION, village, S::Convene(full()));
    for act in on_the_way().into_iter().skip(3).take(3) {
        does(Kind::Session, SESSION, village, act);
    }
    does(Kind::Minutes, papers_of(SESSION), bench, S::Minute);
    for (name, act) in
        seats().into_iter().filter(|act| act.begins() == Some(Kind::Seat)).enumerate()
    {
        does(Kind::Seat, id(510 + 100 * name as u128), bench, act);
    }
    for act in seats().into_iter().filter(|act| matches!(act, S::Attend { .. } | S::Raise { .. })) {
        does(Kind::Seat, id(510), bench, act);
    }
    does(Kind::Seat, id(510), bench, S::Tell { on: DAY, place: "堂".into(), how: How::Here });
    does(Kind::Statement, id(502), bench, said().remove(5));
    let all = [seats(), said(), papers()].concat();
    for (name, act) in all.iter().enumerate() {
        let kind = act.begins().filter(|kind| !matches!(kind, Kind::Seat | Kind::Minutes));
        let unsigned = !matches!(act, S::Sign { .. } | S::Annex { .. });
        if let Some(kind) = kind.filter(|_| unsigned) {
            let scope = if kind == Kind::Fact { village } else { bench };
            does(kind, id(2_000 + name as u128), scope, act.clone());
        }
    }
    for (kind, act) in [
        (Kind::Speech, S::Hush),
        (Kind::Count, S::Count { hand: Hand::Yes, by: 12 }),
        (Kind::Brief, S::Reply { words: "三米五。".into(), named: true }),
        (Kind::Advice, S::Answer(domain::session::Answer::of(Verdict::Adopted, None))),
    ] {
        let name = all.iter().position(|act| act.begins() == Some(kind.clone()));
        does(kind, id(2_000 + name.expect("it was begun") as u128), bench, act);
    }
    told
}

#[test]
fn every_record_of_a_session_keeps_its_form() {
    hold(include_str!("session_records.json"), &records());
}
