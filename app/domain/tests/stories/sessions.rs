//! One evening on the benches, from the plan to the seal: the guards in the order in which people meet them.

use domain::{
    Act, Id, Kind, Refusal, SessionAct, Stage,
    session::{
        Check, Duty, Hand, How, Lacking, Mode, Promise, Sort, Word, bench, minutes, papers_of, seal,
    },
};

use crate::{
    cast::{CHEN, JIANG, NOW, VILLAGE, WU, edit, id},
    evening::{BENCH, DAY, SESSION, checking, planned, seated},
};

fn lacks(what: &[Lacking]) -> Result<Id, Refusal> {
    Err(Refusal::Lacks { what: what.into() })
}

#[test]
fn a_session_is_announced_once_there_is_a_day_a_place_seats_and_a_host() {
    let mut evening = planned();
    let all = [Lacking::Day, Lacking::Place, Lacking::Seats, Lacking::Host];
    assert_eq!(evening.proceed(Stage::Noticed), lacks(&all));
    let (mut evening, [_, recorder, _]) = seated();
    assert!(evening.proceed(Stage::Noticed).is_ok());
    evening.does(CHEN, (Kind::Seat, recorder, BENCH), Act::Withdraw).expect("he cannot come");
    assert_eq!(evening.proceed(Stage::Ready), lacks(&[Lacking::Recorder]));
    assert_eq!(evening.convened().agenda.len(), 8);
}

#[test]
fn two_recorders_who_both_open_and_both_end_the_evening_are_not_told_off() {
    let (mut evening, _) = seated();
    for stage in [Stage::Noticed, Stage::Ready] {
        evening.proceed(stage).expect("the way is open");
    }
    let step = |from, to| SessionAct::Proceed { from, to, why: None };
    let open = || step(Stage::Ready, Stage::InSession);
    evening.session(open()).expect("the first opens it");
    let after = evening.records[&SESSION].clone();
    evening.session(open()).expect("the second finds it open");
    assert_eq!(evening.records[&SESSION], after);
    evening.session(step(Stage::InSession, Stage::Drafting)).expect("the first ends it");
    evening.session(open()).expect("a late word opens nothing again");
    assert_eq!(evening.stage(), Stage::Drafting);
    evening.session(step(Stage::Drafting, Stage::InSession)).expect("one more word is said");
    assert_eq!(evening.stage(), Stage::InSession);
}

#[test]
fn what_cannot_be_is_told_with_who_was_first_and_when() {
    let (mut evening, _) = seated();
    evening.proceed(Stage::Cancelled).expect("it rains");
    let told = evening.proceed(Stage::Noticed);
    let Err(Refusal::WrongStage { now, wanted, by, at }) = told else { panic!("{told:?}") };
    assert_eq!((now, wanted, by), (Stage::Cancelled, Stage::Noticed, Some(WU)));
    assert_eq!(at, evening.now - 1_000);
}

#[test]
fn nobody_is_quoted_without_having_been_asked() {
    let (mut evening, _, said) = checking();
    let signatures = [Lacking::HostSignature, Lacking::WitnessSignature];
    assert_eq!(evening.seals(), lacks(&[&[Lacking::Unasked][..], &signatures].concat()));
    evening.checks(said, Word::Asked, How::Phone).expect("she was rung up");
    assert_eq!(evening.seals(), lacks(&[&[Lacking::Waiting][..], &signatures].concat()));
    evening.now += minutes::SILENCE;
    assert_eq!(evening.seals(), lacks(&signatures));
}

#[test]
fn an_answer_is_good_for_the_words_that_were_read_out_and_no_others() {
    let (mut evening, _, said) = checking();
    evening.checks(said, Word::Confirmed, How::Here).expect("she nods");
    let edit = edit("words", "灯杆装在转弯头。", "灯杆装在桥头。");
    evening.does(CHEN, (Kind::Statement, said, BENCH), edit).expect("somebody writes it anew");
    assert_eq!(domain::session::unsettled(&evening.room(), evening.now), (1, 0));
}

#[test]
fn only_the_speaker_says_yes_on_a_phone_of_their_own() {
    let (mut evening, _, said) = checking();
    let of = "灯杆装在转弯头。".to_owned();
    let check = |word| {
        let (words, named) = (None, Some(true));
        SessionAct::Confirm(Check {
            statement: said,
            of: of.clone(),
            word,
            how: How::Own,
            words,
            named,
        })
    };
    assert_eq!(evening.begin(WU, check(Word::Confirmed)), Err(Refusal::NotTheSpeaker));
    assert!(evening.begin(JIANG, check(Word::Confirmed)).is_ok());
    assert_eq!(evening.begin(JIANG, check(Word::Disputed)), Err(Refusal::NeedsReason));
}

#[test]
fn host_and_witness_sign_what_stands_and_a_change_unsigns_it() {
    let (mut evening, _, said) = checking();
    evening.checks(said, Word::Confirmed, How::Here).expect("she nods");
    assert_eq!(evening.signs(CHEN, Duty::Host), Err(Refusal::NotTheHost));
    assert_eq!(evening.signs(WU, Duty::Witness), Err(Refusal::OwnWitness));
    evening.signs(WU, Duty::Host).expect("the host signs");
    let edit = edit("consensus", "", "先装三盏。");
    let papers = (Kind::Minutes, papers_of(SESSION), BENCH);
    evening.does(CHEN, papers, edit).expect("something was forgotten");
    evening.signs(JIANG, Duty::Witness).expect("a witness signs");
    assert_eq!(evening.seals(), lacks(&[Lacking::HostSignature]));
    evening.signs(WU, Duty::Host).expect("the host reads it again");
    evening.seals().expect("it is sealed");
    assert_eq!(evening.stage(), Stage::Sealed);
}

#[test]
fn what_is_sealed_stays_as_it_is_and_what_comes_after_has_a_page_of_its_own() {
    let (mut evening, seats, said) = checking();
    evening.checks(said, Word::Confirmed, How::Here).expect("she nods");
    evening.signs(WU, Duty::Host).expect("the host signs");
    evening.signs(JIANG, Duty::Witness).expect("a witness signs");
    evening.seals().expect("it is sealed");
    let frozen = |told: Result<Id, Refusal>| matches!(told, Err(Refusal::Frozen { .. }));
    let words = edit("words", "灯杆装在转弯头。", "灯杆装在桥头。");
    assert!(frozen(evening.does(CHEN, (Kind::Statement, said, BENCH), words)));
    assert!(frozen(evening.does(CHEN, (Kind::Seat, seats[0], BENCH), Act::Withdraw)));
    let title = edit("title", "新班子 新蓝图 · 先干哪三件", "别的");
    assert!(frozen(evening.does(WU, (Kind::Session, SESSION, VILLAGE), title)));
    assert!(frozen(evening.signs(WU, Duty::Host)));
    let words = "第一条“三处”应为“两处”。".to_owned();
    let annex = evening.begin(CHEN, SessionAct::Annex { words }).expect("a page of its own");
    let digest = {
        let annex = &evening.records[&annex];
        seal::digest(&evening.room().content(annex).expect("content"))
    };
    for (by, duty) in [(WU, Duty::Host), (JIANG, Duty::Witness)] {
        let sign = SessionAct::Sign { about: annex, duty, digest: digest.clone() };
        evening.begin(by, sign).expect("it is signed");
    }
    let press = SessionAct::Seal { digest }.into();
    evening.does(WU, (Kind::Annex, annex, BENCH), press).expect("it has a seal of its own");
    assert_eq!(evening.records[&annex].scope, VILLAGE);
}

#[test]
fn the_seal_holds_what_was_signed_and_its_code_has_no_letters_people_mix_up() {
    let (mut evening, _, said) = checking();
    evening.checks(said, Word::Confirmed, How::Here).expect("she nods");
    evening.signs(WU, Duty::Host).expect("the host signs");
    evening.signs(JIANG, Duty::Witness).expect("a witness signs");
    evening.seals().expect("it is sealed");
    let seal = evening.convened().seal.expect("there is a seal");
    assert_eq!(seal.digest, seal::digest(&seal.content));
    assert_eq!(Some(&seal.code), seal::code(&seal.digest).as_ref());
    assert_eq!(seal.code.len(), 8);
    assert_eq!(seal::typed(&seal.code.to_lowercase()), Some(seal.code.clone()));
    assert_eq!(seal.signed.len(), 2);
    assert_eq!(seal.number, None);
}

#[test]
fn hands_that_two_recorders_count_are_added_up() {
    let (mut evening, _) = seated();
    let words = "路灯先装学校这一段？".to_owned();
    let count = evening.begin(CHEN, SessionAct::Ask { words, part: 3 }).expect("a question");
    for (by, hand, n) in [(CHEN, Hand::Yes, 8), (WU, Hand::Yes, 6), (CHEN, Hand::Yes, -1)] {
        let act = SessionAct::Count { hand, by: n }.into();
        evening.does(by, (Kind::Count, count, BENCH), act).expect("hands");
    }
    let count: bench::Count = evening.records[&count].read().expect("a count");
    assert_eq!((count.yes, count.no, count.unsure), (13, 0, 0));
}

#[test]
fn one_speech_that_two_recorders_noted_is_one() {
    let speech = |seat, began, ended| bench::Speech { seat, began, ended };
    let noted = [
        speech(id(1), 0, Some(100)),
        speech(id(1), 20, Some(110)),
        speech(id(2), 50, None),
        speech(id(1), 300, Some(310)),
    ];
    let times = bench::times_spoken(&noted);
    assert_eq!((times.get(&id(1)), times.get(&id(2))), (Some(&2), Some(&1)));
}

#[test]
fn a_promise_is_an_action_with_an_owner_and_a_day() {
    let (mut evening, seats) = seated();
    let said = evening.states(seats[2], Sort::Promise, Some("我们组出工。"));
    let (statement, what, owner) = (Some(said), None, "四组".to_owned());
    let promise = Promise { statement, what, owner, due: Some(NOW + 30 * DAY) };
    let action = evening.begin(CHEN, SessionAct::Promise(promise)).expect("it is taken down");
    let action: bench::Action = evening.records[&action].read().expect("an action");
    assert_eq!((action.session, action.owner.as_str()), (SESSION, "四组"));
}

#[test]
fn a_day_that_was_announced_is_not_moved_without_a_word() {
    let (mut evening, seats) = seated();
    evening.proceed(Stage::Noticed).expect("announced");
    let place = "文化礼堂".to_owned();
    let moved = |why| SessionAct::Move { on: NOW + 2 * DAY, place: place.clone(), why };
    assert_eq!(evening.session(moved(None)), Err(Refusal::NeedsReason));
    evening.session(moved(Some("下雨".into()))).expect("moved");
    let step = evening.convened().last_step().cloned().expect("a step");
    assert_eq!((step.moved_from, step.why.as_deref()), (Some(NOW + DAY), Some("下雨")));
    let tell = |how| {
        let (on, place) = (NOW + 2 * DAY, place.clone());
        Act::from(SessionAct::Tell { on, place, how })
    };
    let seat = (Kind::Seat, seats[2], BENCH);
    assert_eq!(evening.does(WU, seat.clone(), tell(How::Own)), Err(Refusal::NotTheSpeaker));
    assert!(evening.does(JIANG, seat, tell(How::Own)).is_ok());
}

#[test]
fn the_district_takes_over_and_the_thread_goes_on() {
    let (mut evening, _) = seated();
    let why = |why: &str| SessionAct::Escalate { why: why.into() };
    assert_eq!(evening.session(why(" ")), Err(Refusal::NeedsReason));
    evening.session(why("要三个部门一起来")).expect("the district hosts");
    let convened = evening.convened();
    assert_eq!((convened.mode, convened.issues), (Mode::A, vec![id(21)]));
}
