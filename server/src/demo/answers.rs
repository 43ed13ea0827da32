//! What was advised on 18 September, and how it was answered: two voices still wait.

use domain::session::advice::{Via, Voice};
use domain::session::{Advise, Answer, Verdict};
use domain::{Id, Kind, Millis, SessionAct};

use super::bench::Bench;
use super::blueprint::{SAID, SIGNED};
use super::directory::Who::{ChenSuqin, ShiJianlin};
use super::matter::{at, issue};
use super::plan::{LINES, line};

/// Which statement is advice, about which issue of the evening (0 for all of it), and its answer.
struct Piece {
    said: usize,
    about: u8,
    answer: Option<(Verdict, &'static str)>,
    /// Which of the evening's tasks comes of it.
    task: Option<usize>,
    /// Which line of the blueprint.
    line: Option<usize>,
}

const fn piece(said: usize, about: u8) -> Piece {
    Piece { said, about, answer: None, task: None, line: None }
}

const PIECES: [Piece; 9] = [
    Piece { answer: Some((Verdict::Adopted, "")), task: Some(1), line: Some(2), ..piece(2, 2) },
    Piece { answer: Some((Verdict::Adopted, "")), task: Some(2), ..piece(3, 0) },
    piece(4, 0),
    piece(5, 0),
    Piece { answer: Some((Verdict::Adopted, "")), line: Some(0), ..piece(6, 14) },
    Piece {
        answer: Some((Verdict::Reference, "道理都认，三年里就照这个挑；眼下先把三件干起来。")),
        ..piece(8, 22)
    },
    Piece { answer: Some((Verdict::Adopted, "")), task: Some(0), line: Some(3), ..piece(9, 1) },
    Piece { answer: Some((Verdict::Adopted, "")), line: Some(1), ..piece(10, 0) },
    Piece {
        answer: Some((Verdict::Partly, "排班已经合表；周三下午补人，等医共体的编制定下来。")),
        line: Some(6),
        ..piece(12, 0)
    },
];

const PAPER: Millis = at(9, 21, 9, 0);

/// Tells it all; `statements` and `tasks` are those of the evening, in their order. Gives the advice, in its order.
pub(super) fn told(bench: &mut Bench, statements: &[Id], tasks: &[Id]) -> Vec<Id> {
    bench.told.clear();
    let mut advice = Vec::new();
    for piece in &PIECES {
        let words = SAID[piece.said].3;
        let about = (piece.about > 0).then(|| issue(piece.about));
        let advise =
            Advise { issue: about, ..Advise::said(statements.get(piece.said).copied(), words) };
        advice.push(bench.begin((SIGNED, ChenSuqin), SessionAct::Advise(advise)));
    }
    let voice =
        Voice { name: "一位村民".into(), group: Some("二组".into()), ..Voice::default() };
    let slip = Advise {
        via: Some(Via::Paper),
        voice: Some(voice),
        ..Advise::said(None, "在基本农田边建停车场。")
    };
    let slip = bench.begin((PAPER, ChenSuqin), SessionAct::Advise(slip));
    let mut minute = 0;
    for (piece, id) in PIECES.iter().zip(&advice) {
        let Some((verdict, why)) = piece.answer else { continue };
        let why = (!why.is_empty()).then_some(why);
        let answer = Answer {
            action: piece.task.and_then(|task| tasks.get(task)).copied(),
            line: piece.line.and_then(|line| LINES.get(line)).map(|(number, ..)| line(*number)),
            ..Answer::of(verdict, why)
        };
        minute += 4;
        let here = (at(9, 22, 10, minute), ShiJianlin);
        bench.does(here, Kind::Advice, *id, SessionAct::Answer(answer).into());
    }
    let no = Answer::of(Verdict::Declined, Some("涉及永久基本农田，依法不可。"));
    bench.does((at(9, 22, 11, 0), ShiJianlin), Kind::Advice, slip, SessionAct::Answer(no).into());
    advice.push(slip);
    advice
}
