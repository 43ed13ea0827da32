//! The life-cycle of a session, every stage against every act: where it goes, what must be there first, and what is
//! told to whoever cannot.

use std::fmt::Write;

use domain::{
    Act, Form, Kind, Refusal, SessionAct, Stage,
    session::{Convened, Duty, How, Lacking, Seal, Sort, Verdict, Word, seal},
};

use crate::{
    cast::{JIANG, WU},
    evening::{BENCH, DAY, Evening, SESSION, planned},
    stages::{There, at, ended, proceed},
};

/// Each stage, and where a session goes from there when nothing is lacking. What is not here is refused.
const WAYS: &str = "\
planned: researching noticed postponed cancelled
researching: noticed postponed cancelled
noticed: ready postponed cancelled
ready: noticed in_session postponed cancelled
in_session: drafting
drafting: in_session checking
checking: drafting SEALED
sealed: handed_over
handed_over: acting
acting: closed
closed: revisited
revisited: revisited archived
archived:
postponed: planned cancelled
cancelled:
";

#[test]
fn a_session_goes_where_the_table_says_and_nowhere_else() {
    let mut ways = String::new();
    for now in Stage::ALL {
        write!(ways, "{}:", now.as_str()).expect("a string takes all");
        for to in Stage::ALL {
            let There { mut evening, advice, .. } = at(now);
            evening.now += 200 * DAY;
            if now == Stage::Sealed {
                let answer = SessionAct::Answer(ended(Verdict::Adopted));
                evening.does(WU, (Kind::Advice, advice, BENCH), answer.into()).expect("answered");
            }
            if now == Stage::Checking {
                evening.signs(WU, Duty::Host).expect("the host signs");
                evening.signs(JIANG, Duty::Witness).expect("a witness signs");
            }
            let before = evening.records[&SESSION].clone();
            let step = proceed(&mut evening, to);
            let pressed = if to == Stage::Sealed { evening.seals() } else { Ok(SESSION) };
            let moved = evening.records[&SESSION] != before;
            if moved {
                assert_eq!(evening.stage(), to, "from {now:?}");
                let word = if to == Stage::Sealed { "SEALED" } else { to.as_str() };
                write!(ways, " {word}").expect("a string takes all");
            }
            // a step alone seals nothing, and what is not open is told with who was last here, and when
            let step = if to == Stage::Sealed && now != to {
                step.err()
            } else {
                step.err().filter(|_| !moved)
            };
            if let Some(refusal) = step.or(pressed.err()) {
                let last = before.read::<Convened>().expect("a session");
                let last = last.last_step().expect("a step").clone();
                let told = Refusal::WrongStage { now, wanted: to, by: Some(WU), at: last.at };
                assert_eq!(refusal, told, "{now:?} to {to:?}");
            }
        }
        ways.push('\n');
    }
    assert_eq!(ways, WAYS);
}

#[test]
fn the_seal_wants_both_signatures_on_what_stands_and_every_quoted_word_settled() {
    use Lacking as L;
    // whether each is there: the host's name, the witness's, an answer to what was said
    for n in 0..8 {
        let [host, witness, asked] = [n & 1 > 0, n & 2 > 0, n & 4 > 0];
        let There { mut evening, seat, .. } = at(Stage::Checking);
        let more = evening.states(seat, Sort::Opinion, Some("还有一件。"));
        evening.states(seat, Sort::Opinion, None);
        if asked {
            evening.checks(more, Word::Disputed, How::Here).expect_err("an objection has words");
            evening.checks(more, Word::Corrected, How::Here).expect("she is asked");
        }
        for (signs, by, duty) in [(host, WU, Duty::Host), (witness, JIANG, Duty::Witness)] {
            if signs {
                evening.signs(by, duty).expect("it is signed");
            }
        }
        let lacks = [(asked, L::Unasked), (host, L::HostSignature), (witness, L::WitnessSignature)];
        let what: Vec<L> = lacks.into_iter().filter(|(is, _)| !is).map(|(_, what)| what).collect();
        let told = evening.seals();
        if what.is_empty() {
            assert_eq!((told, evening.stage()), (Ok(SESSION), Stage::Sealed));
        } else {
            assert_eq!((told, evening.stage()), (Err(Refusal::Lacks { what }), Stage::Checking));
        }
    }
}

#[test]
fn a_seal_of_other_words_than_were_signed_is_not_pressed() {
    let There { mut evening, .. } = at(Stage::Checking);
    evening.signs(WU, Duty::Host).expect("the host signs");
    evening.signs(JIANG, Duty::Witness).expect("a witness signs");
    let other = SessionAct::Seal { digest: seal::digest_of("别的") };
    assert_eq!(evening.session(other.clone()), Err(Refusal::ContentChanged));
    let sign =
        SessionAct::Sign { about: SESSION, duty: Duty::Host, digest: seal::digest_of("别的") };
    assert_eq!(evening.begin(WU, sign), Err(Refusal::ContentChanged));
    evening.seals().expect("it is sealed");
    // whoever presses it second finds it done; another is told who was first
    let (pressed, sealed) =
        (evening.convened().seal.expect("a seal"), evening.records[&SESSION].clone());
    evening.session(SessionAct::Seal { digest: pressed.digest.clone() }).expect("it is done");
    assert_eq!(evening.records[&SESSION], sealed);
    let Err(Refusal::WrongStage { by, at, .. }) = evening.session(other) else {
        panic!("it is sealed")
    };
    assert_eq!((by, at), (Some(WU), pressed.at));
    assert_eq!(Seal::read(pressed.form()).as_ref(), Ok(&pressed));
}

#[test]
fn what_is_lacking_is_told_in_the_order_in_which_it_is_mended() {
    let mut evening = planned();
    evening.proceed(Stage::Noticed).expect_err("nothing is there");
    let There { mut evening, advice, .. } = at(Stage::Sealed);
    let unanswered = Err(Refusal::Lacks { what: vec![Lacking::Unanswered] });
    assert_eq!(evening.proceed(Stage::HandedOver), unanswered);
    let answer = |why: Option<&str>| {
        let verdict = Verdict::Declined;
        Act::from(SessionAct::Answer(domain::session::Answer::of(verdict, why)))
    };
    let to = (Kind::Advice, advice, BENCH);
    assert_eq!(evening.does(WU, to.clone(), answer(Some(" "))), Err(Refusal::NeedsReason));
    evening.does(WU, to, answer(Some("没有钱"))).expect("an answer");
    evening.proceed(Stage::HandedOver).expect("handed over");
    let mut evening = at(Stage::Closed).evening;
    evening.now += 89 * DAY;
    let early = Err(Refusal::Lacks { what: vec![Lacking::Time] });
    assert_eq!(proceed(&mut evening, Stage::Revisited), early);
}

#[test]
fn it_is_looked_back_on_twice_and_whoever_comes_second_is_not_told_off() {
    let There { mut evening, .. } = at(Stage::Revisited);
    let look =
        |from| SessionAct::Proceed { from, to: Stage::Revisited, why: Some("还亮着".into()) };
    let looks = |evening: &Evening| {
        let trail = evening.convened().trail;
        trail.iter().filter(|step| step.to == Stage::Revisited).count()
    };
    evening.session(look(Stage::Closed)).expect("the second to look finds it looked at");
    assert_eq!(looks(&evening), 1);
    let early = Err(Refusal::Lacks { what: vec![Lacking::Time] });
    assert_eq!(evening.session(look(Stage::Revisited)), early);
    evening.now += 90 * DAY;
    let mute =
        SessionAct::Proceed { from: Stage::Revisited, to: Stage::Revisited, why: Some(" ".into()) };
    assert_eq!(evening.session(mute), Err(Refusal::NeedsReason));
    for _ in 0..2 {
        evening.session(look(Stage::Revisited)).expect("half a year is over");
    }
    assert_eq!(looks(&evening), 2);
}
