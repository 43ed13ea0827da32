//! An evening at each of its stages.

use domain::{
    Id, Kind, Refusal, SessionAct, Stage,
    session::{Answer, Duty, How, Sort, Verdict, Word, seal},
};

use crate::{
    cast::{CHEN, JIANG, WU},
    evening::{BENCH, DAY, Evening, seated},
};

/// An evening at a stage, by the shortest way, with something of everything in it; and what there is to do it to.
pub(crate) struct There {
    pub(crate) evening: Evening,
    pub(crate) seat: Id,
    pub(crate) said: Id,
    pub(crate) advice: Id,
    pub(crate) signature: Id,
    pub(crate) speech: Id,
    pub(crate) count: Id,
    pub(crate) brief: Id,
}

fn way(to: Stage) -> Vec<Stage> {
    let whole = [
        Stage::Noticed,
        Stage::Ready,
        Stage::InSession,
        Stage::Drafting,
        Stage::Checking,
        Stage::Sealed,
        Stage::HandedOver,
        Stage::Acting,
        Stage::Closed,
        Stage::Revisited,
        Stage::Archived,
    ];
    match to {
        Stage::Planned => Vec::new(),
        Stage::Researching | Stage::Postponed | Stage::Cancelled => vec![to],
        _ => whole.into_iter().take_while(|stage| *stage <= to).collect(),
    }
}

pub(crate) fn at(to: Stage) -> There {
    let (mut evening, seats) = seated();
    evening.begin(CHEN, SessionAct::Minute).expect("papers");
    let said = evening.states(seats[2], Sort::Opinion, Some("灯杆装在转弯头。"));
    evening.checks(said, Word::Confirmed, How::Here).expect("she nods");
    let advise = SessionAct::Advise(domain::session::Advise::said(Some(said), "先修路。"));
    let advice = evening.begin(JIANG, advise).expect("advice");
    let speech = evening.begin(CHEN, SessionAct::Speak { seat: seats[2] }).expect("she speaks");
    let ask = SessionAct::Ask { words: "先装三盏？".into(), part: 3 };
    let count = evening.begin(CHEN, ask).expect("hands");
    let key = seal::digest_of("link");
    let brief = SessionAct::Brief { seat: seats[2], question: "多宽？".into(), key };
    let brief = evening.begin(CHEN, brief).expect("a question");
    let mut signature = evening.signs(WU, Duty::Host).expect("the host signs");
    for stage in way(to) {
        match stage {
            Stage::Sealed => {
                signature = evening.signs(WU, Duty::Host).expect("the host signs");
                evening.signs(JIANG, Duty::Witness).expect("a witness signs");
                evening.seals().expect("it is sealed");
            }
            Stage::HandedOver => {
                let answer = SessionAct::Answer(ended(Verdict::Adopted));
                evening.does(WU, (Kind::Advice, advice, BENCH), answer.into()).expect("answered");
                evening.proceed(stage).expect("the way is open");
            }
            Stage::Revisited => {
                evening.now += 90 * DAY;
                proceed(&mut evening, stage).expect("the way is open");
            }
            _ => drop(evening.proceed(stage).expect("the way is open")),
        }
        assert_eq!(evening.stage(), stage);
    }
    let [_, _, seat] = seats;
    There { evening, seat, said, advice, signature, speech, count, brief }
}

/// An answer with which the matter ends.
pub(crate) fn ended(verdict: Verdict) -> Answer {
    Answer { ends: true, ..Answer::of(verdict, None) }
}

pub(crate) fn proceed(evening: &mut Evening, to: Stage) -> Result<Id, Refusal> {
    let (from, why) = (evening.stage(), Some("因为".to_owned()));
    evening.session(SessionAct::Proceed { from, to, why })
}
