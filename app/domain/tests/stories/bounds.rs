//! What nobody may do in a session, however they ask: beyond all bounds, beside the session, or in another's name.

use domain::{
    Act, Id, Kind, Refusal, Role, Scope, SessionAct, Who, may,
    session::{Check, Convene, Duty, Hand, How, Promise, Seat, Sort, State, Verdict, Word, seal},
    sync::authority,
};

use crate::{
    cast::{CHEN, JIANG, NOW, SHANGFENG, VILLAGE, WU, change, edit, id, who},
    evening::{BENCH, Evening, SESSION, checking, convene, planned, seated},
};

fn wrong(field: &str) -> Result<Id, Refusal> {
    Err(Refusal::WrongValue { field: field.into() })
}

#[test]
fn nothing_is_counted_beyond_all_counting() {
    let (mut evening, [seat, ..]) = seated();
    let ask = |part| SessionAct::Ask { words: "先装三盏？".into(), part };
    let count = evening.begin(CHEN, ask(19)).expect("the last part there can be");
    assert_eq!(evening.begin(CHEN, ask(20)), wrong("part"));
    for by in [i64::MIN, i64::MAX, 0, 10_001, -10_001] {
        let act = SessionAct::Count { hand: Hand::Yes, by }.into();
        assert_eq!(evening.does(CHEN, (Kind::Count, count, BENCH), act), wrong("by"));
    }
    let less = SessionAct::Count { hand: Hand::No, by: -3 }.into();
    evening.does(CHEN, (Kind::Count, count, BENCH), less).expect("the hand may come later");
    let content = evening.room().content(&evening.records[&SESSION]).expect("content");
    assert_eq!(content["counts"][0]["no"], 0, "no fewer hands than none are sealed");
    let state =
        |part| State { sort: Sort::Opinion, seat: Some(seat), part, words: None, named: false };
    assert_eq!(evening.begin(CHEN, SessionAct::State(state(u32::MAX))), wrong("part"));
    let said = evening.begin(CHEN, SessionAct::State(state(0))).expect("it is taken down");
    let part = |part: u64| edit("part", 0, part);
    assert_eq!(evening.does(CHEN, (Kind::Statement, said, BENCH), part(20)), wrong("part"));
    let reach = SessionAct::Reach { part: u32::MAX };
    assert_eq!(evening.session(reach), wrong("part"));
    let seat = Seat { order: 100_001, ..seat_of(JIANG, Role::Villager) };
    assert_eq!(evening.begin(CHEN, SessionAct::Seat(seat)), wrong("order"));
}

fn seat_of(person: Id, role: Role) -> Seat {
    Seat {
        name: "姜月仙".into(),
        role,
        label: None,
        group: None,
        person: Some(person),
        duty: None,
        remote: false,
        order: 7,
        salt: None,
    }
}

#[test]
fn what_is_laid_beside_a_session_is_about_something_in_it() {
    let (mut evening, [seat, ..]) = seated();
    evening.records.insert(id(21), domain::Record::blank(Kind::Issue, id(21), VILLAGE));
    let enclose = |about, mime: &str, lasts| SessionAct::Enclose {
        about,
        sha256: "0f".repeat(32),
        bytes: 90_000,
        mime: mime.into(),
        lasts,
    };
    for about in [SESSION, seat] {
        evening.begin(CHEN, enclose(about, "audio/webm", 5_000)).expect("it is there");
    }
    evening.does(CHEN, (Kind::Seat, seat, BENCH), Act::Withdraw).expect("he cannot come");
    // what lies elsewhere, what is not there, what was taken back
    for about in [id(21), id(77), seat] {
        let refused = evening.begin(CHEN, enclose(about, "image/jpeg", 0));
        assert_eq!(refused, Err(Refusal::NoSuchRecord));
    }
    assert_eq!(evening.begin(CHEN, enclose(SESSION, "image/jpeg", 1)), wrong("lasts"));
    assert_eq!(evening.begin(CHEN, enclose(SESSION, "audio/webm", u32::MAX)), wrong("lasts"));
    assert_eq!(evening.begin(CHEN, enclose(SESSION, "audio/wav", 0)), wrong("mime"));
}

#[test]
fn a_session_is_about_some_issues_each_once_and_goes_on_from_another() {
    let SessionAct::Convene(plan) = convene() else { panic!("a plan") };
    let tried = |plan: Convene| Evening::new().session(SessionAct::Convene(plan));
    assert_eq!(tried(Convene { issues: vec![id(21), id(21)], ..plan.clone() }), wrong("issues"));
    let many = (0..13).map(|n| id(1_000 + n)).collect();
    assert_eq!(tried(Convene { issues: many, ..plan.clone() }), wrong("issues"));
    assert_eq!(tried(Convene { follows: Some(SESSION), ..plan.clone() }), wrong("follows"));
    assert_eq!(tried(Convene { village: id(2), ..plan.clone() }), wrong("scope"));
    assert!(tried(Convene { follows: Some(id(499)), ..plan }).is_ok());
}

#[test]
fn what_is_sealed_with_the_village_is_not_unsaid_there() {
    let (mut evening, seats, said) = checking();
    let promise = Promise { statement: Some(said), what: None, owner: "四组".into(), due: None };
    let promised = evening.begin(CHEN, SessionAct::Promise(promise)).expect("a promise");
    evening.checks(said, Word::Confirmed, How::Here).expect("she nods");
    evening.signs(WU, Duty::Host).expect("the host signs");
    evening.signs(JIANG, Duty::Witness).expect("a witness signs");
    evening.seals().expect("it is sealed");
    let mut action = evening.records[&promised].clone();
    let along = authority::Along { what: authority::Goes::Promised, from: BENCH, to: VILLAGE };
    assert!(authority::take_along(&mut action, SESSION, along).is_some());
    evening.records.insert(promised, action);
    let frozen = |told: Result<Id, Refusal>| matches!(told, Err(Refusal::Frozen { .. }));
    assert!(frozen(evening.does(CHEN, (Kind::Action, promised, VILLAGE), Act::Withdraw)));
    let due = edit("due", serde_json::Value::Null, NOW);
    assert!(evening.does(CHEN, (Kind::Action, promised, VILLAGE), due).is_ok(), "it goes on");
    let annex =
        evening.begin(CHEN, SessionAct::Annex { words: "应为两处。".into() }).expect("an annex");
    let digest = seal::digest(&evening.room().content(&evening.records[&annex]).expect("content"));
    let sign = |duty| SessionAct::Sign { about: annex, duty, digest: digest.clone() };
    let press = || Act::from(SessionAct::Seal { digest: digest.clone() });
    let unsigned = evening.does(WU, (Kind::Annex, annex, BENCH), press());
    assert!(matches!(unsigned, Err(Refusal::Lacks { .. })));
    evening.begin(WU, sign(Duty::Host)).expect("the host signs");
    evening.begin(JIANG, sign(Duty::Witness)).expect("a witness signs");
    evening.does(WU, (Kind::Annex, annex, BENCH), press()).expect("it has a seal of its own");
    let sealed = evening.records[&annex].clone();
    evening.does(CHEN, (Kind::Annex, annex, BENCH), press()).expect("it is done");
    assert_eq!(evening.records[&annex], sealed);
    let told = Refusal::Frozen { now: domain::Stage::Sealed, by: Some(WU), at: Some(sealed.at) };
    for act in [edit("words", "应为两处。", "别的"), Act::Withdraw] {
        assert_eq!(evening.does(CHEN, (Kind::Annex, annex, VILLAGE), act), Err(told.clone()));
    }
    assert_eq!(evening.begin(WU, sign(Duty::Host)), Err(told));
    assert!(evening.records[&seats[0]].scope == BENCH);
}

#[test]
fn what_was_answered_is_not_asked_otherwise_afterwards() {
    let (mut evening, [seat, ..]) = seated();
    let question = "长".repeat(900);
    let key = seal::digest_of("link");
    let brief = SessionAct::Brief { seat, question: question.clone(), key: key.clone() };
    let brief = evening.begin(CHEN, brief).expect("a question");
    let ask = |from: &str, to: &str| edit("question", from, to);
    let longer = format!("{question}？");
    evening.does(CHEN, (Kind::Brief, brief, BENCH), ask(&question, &longer)).expect("mended");
    let bare = SessionAct::Brief { seat, question: "多宽？".into(), key: "link".into() };
    assert_eq!(evening.begin(CHEN, bare), wrong("key"));
    let reply = |words: &str| Act::from(SessionAct::Reply { words: words.into(), named: false });
    evening.does(CHEN, (Kind::Brief, brief, BENCH), reply("三米五。")).expect("an answer");
    let field = || Err(Refusal::NotEditable { field: "question".into() });
    assert_eq!(evening.does(CHEN, (Kind::Brief, brief, BENCH), ask(&longer, "别的")), field());
    let again = evening.does(CHEN, (Kind::Brief, brief, BENCH), reply("不是三米五。"));
    assert_eq!(again, Err(Refusal::AlreadyThere));
    let advise = SessionAct::Advise(domain::session::Advise::said(None, "先修路。"));
    let advice = evening.begin(JIANG, advise).expect("advice");
    let answer = SessionAct::Answer(domain::session::Answer::of(Verdict::Adopted, None));
    evening.does(WU, (Kind::Advice, advice, BENCH), answer.into()).expect("an answer");
    let words =
        evening.does(CHEN, (Kind::Advice, advice, BENCH), edit("words", "先修路。", "别的"));
    assert_eq!(words, Err(Refusal::NotEditable { field: "words".into() }));
    // nor is it taken back, by whomever
    for by in [CHEN, JIANG] {
        let withdraw = change(9, Kind::Advice, advice, BENCH, Act::Withdraw);
        let asks = who(by, &[(Role::Recorder, BENCH)]);
        let refused = may(&asks, &withdraw, evening.records.get(&advice));
        assert_eq!(refused, Err(Refusal::NotYourPart { needs: Vec::new() }));
    }
}

#[test]
fn a_recorder_takes_back_what_a_recorder_noted_and_not_what_the_speaker_said() {
    let (mut evening, _, said) = checking();
    for (by, how, may_recorder) in [(CHEN, How::Phone, true), (JIANG, How::Own, false)] {
        let of = "灯杆装在转弯头。".to_owned();
        let words = Some("我没这么说。".to_owned());
        let check = Check { statement: said, of, word: Word::Disputed, how, words, named: None };
        let noted = evening.begin(by, SessionAct::Confirm(check)).expect("it is noted");
        let withdraw = change(9, Kind::Confirmation, noted, BENCH, Act::Withdraw);
        let asks = |person| {
            may(&who(person, &[(Role::Recorder, BENCH)]), &withdraw, evening.records.get(&noted))
        };
        assert_eq!(asks(WU).is_ok(), may_recorder, "{how:?}");
        assert_eq!(asks(by), Ok(()));
    }
}

#[test]
fn a_seat_makes_nobody_a_witness_or_a_cadre() {
    for role in Role::ALL {
        let mut evening = planned();
        let seat = evening.seat("姜月仙", role, |seat| seat.person = Some(JIANG));
        let mut guest = Who { person: JIANG, roles: Vec::new() };
        guest.take_up(&evening.records[&SESSION]);
        assert!(guest.roles.is_empty(), "a stranger in the village is no cadre in its sessions");
        guest.take_up(&evening.records[&seat]);
        assert!(
            guest.reads(BENCH) && !guest.reads(VILLAGE) && !guest.reads(Scope::Draft(SHANGFENG))
        );
        let sign = SessionAct::Sign { about: SESSION, duty: Duty::Witness, digest: String::new() };
        let answer = SessionAct::Answer(domain::session::Answer::of(Verdict::Adopted, None));
        let seal = SessionAct::Seal { digest: String::new() };
        let may = |kind, act: SessionAct, before| {
            may(&guest, &change(9, kind, id(77), BENCH, act.into()), before).is_ok()
        };
        assert!(!may(Kind::Signature, sign, None), "{role:?} signs");
        let advice = domain::Record::blank(Kind::Advice, id(77), BENCH);
        assert_eq!(may(Kind::Advice, answer, Some(&advice)), role == Role::Department);
        let annex = domain::Record::blank(Kind::Annex, id(77), BENCH);
        assert_eq!(may(Kind::Annex, seal, Some(&annex)), role == Role::Recorder);
    }
}

#[test]
fn a_check_code_is_known_however_it_is_typed() {
    for typed in ["G47KG8UK", "g47k-g8uk", " G47K G8UK ", "Ｇ４７Ｋ－Ｇ８ＵＫ", "核验码：g47kg8uk"]
    {
        assert_eq!(seal::typed(typed).as_deref(), Some("G47KG8UK"), "{typed}");
    }
    for none in ["", "G47KG8U", "G47KG8UK2", "G47KG8U0", "G47KG8UI"] {
        assert_eq!(seal::typed(none), None, "{none}");
    }
}

#[test]
fn a_villager_without_a_seat_knows_of_the_session_and_of_nothing_in_it() {
    for role in Role::ALL.into_iter().filter(|role| !role.reads_drafts()) {
        let mut who = who(JIANG, &[(role, VILLAGE)]);
        who.take_up(&planned().records[&SESSION]);
        assert!(who.reads(VILLAGE) && !who.reads(BENCH), "{role:?}");
    }
}
