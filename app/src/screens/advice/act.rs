//! What this screen does, as acts: for asking whether one may, and for doing it.

use domain::{
    Act, FollowAct, Id, Refusal, SessionAct,
    follow::{Section, Undertaking},
    session::{
        Verdict,
        advice::{Advise, Answer},
    },
};

use crate::desk::Desk;

use super::Piece;

/// Any answer: only the role is asked after.
pub(super) fn an_answer() -> Act {
    SessionAct::Answer(Answer::of(Verdict::Adopted, None)).into()
}

/// Any advice.
pub(super) fn an_advice() -> Act {
    SessionAct::Advise(Advise::said(None, "")).into()
}

/// Anything that is to be done.
pub(super) fn an_undertaking() -> Act {
    FollowAct::Undertake(Undertaking::default()).into()
}

/// Any line of the blueprint that comes from somewhere.
pub(super) fn a_line() -> Act {
    let (section, words, cites) = (Section::default(), String::new(), vec![Id::nil()]);
    FollowAct::Sketch { section, words, words_en: None, first: None, cites, why: None }.into()
}

/// Why the reader may not do this to a piece of advice; tracked.
pub(super) fn barred(desk: Desk, piece: &Piece, act: Act) -> Option<Refusal> {
    desk.may(domain::Kind::Advice, piece.id, piece.scope, act).err()
}
