//! What one person can do to one record of a session. An act once shipped stays readable for ever.
//!
//! A record of a session lies in the session's own scope, so that no act need say which session it belongs to.

use std::sync::Arc;

use super::{
    Check, Convene, Duty, Hand, How, Part, Promise, Seat, Stage, State,
    advice::{Advise, Answer},
};
use crate::{Act, Form, Id, Kind, Millis};

/// An act in or around a session, told by its word in the field `step`.
#[derive(Clone, Debug, PartialEq, Form)]
#[form(tag = "step")]
pub enum SessionAct {
    /// A session is planned.
    Convene(Convene),
    /// It moves along its life-cycle. `from` is where the writer saw it: whoever comes second is not told off.
    Proceed {
        /// Where the writer saw it.
        from: Stage,
        /// Where it goes.
        to: Stage,
        /// Why, where a reason is asked for.
        #[form(sparse)]
        why: Option<String>,
    },
    /// 改期: another day or another place, with a reason; those invited are to be told.
    Move {
        /// When people sit down.
        on: Millis,
        /// Where.
        #[form(rename = "where")]
        place: String,
        /// Why it is moved.
        #[form(sparse)]
        why: Option<String>,
    },
    /// B→A: the district takes over as host, the thread goes on.
    Escalate {
        /// Why the village alone cannot settle it.
        why: String,
    },
    /// The agenda, all of it.
    Arrange {
        /// Its parts, in order.
        agenda: Vec<Part>,
    },
    /// The bench has come to a part of the agenda.
    Reach {
        /// Which, counted from 0.
        part: u32,
    },
    /// 定稿盖印: the content of this digest is frozen. On a session, or on an annex to a sealed one.
    Seal {
        /// SHA-256 of the canonical content, in lower-case hexadecimal.
        digest: String,
    },
    /// Somebody has a place on the bench.
    Seat(Seat),
    /// 签到: a tap on the roll.
    Attend {
        /// Whether the person is here; nothing when that is not known after all. No is said as loudly as yes.
        present: Option<bool>,
    },
    /// The person knows of the day and the place.
    Tell {
        /// Which day was told.
        on: Millis,
        /// Which place.
        #[form(rename = "where")]
        place: String,
        /// How it was told.
        how: How,
    },
    /// A hand goes up or down: the queue of those who want to speak.
    Raise {
        /// Whether it is up.
        up: bool,
    },
    /// Somebody begins to speak.
    Speak {
        /// The seat.
        seat: Id,
    },
    /// Whoever speaks has ended.
    Hush,
    /// 意见、提问、解答、承诺、保留意见: something that was said.
    State(State),
    /// A sentence is put to a show of hands.
    Ask {
        /// The sentence.
        words: String,
        /// In which part of the agenda.
        #[form(sparse)]
        part: u32,
    },
    /// Hands are counted: so many more, or fewer.
    Count {
        /// For what.
        hand: Hand,
        /// How many.
        by: i64,
    },
    /// What was promised is to be done.
    Promise(Promise),
    /// The papers of the session begin: background, facts, consensus.
    Minute,
    /// A note of research, or an expert's comment.
    Note {
        /// The statement it is about; the session itself without one.
        #[form(sparse)]
        about: Option<Id>,
        /// The words.
        words: String,
    },
    /// A picture or a recording is laid beside a record of the session.
    Enclose {
        /// The record.
        about: Id,
        /// What names the bytes: SHA-256 in lower-case hexadecimal.
        sha256: String,
        /// How many bytes.
        bytes: u32,
        /// Their type, such as `image/jpeg` or `audio/webm`.
        mime: String,
        /// How long a recording lasts, in milliseconds.
        #[form(sparse)]
        lasts: u32,
    },
    /// One question for one person who is not here, with a link to answer it by.
    Brief {
        /// The seat of whoever is asked.
        seat: Id,
        /// The question.
        question: String,
        /// SHA-256 of the link's secret, in lower-case hexadecimal.
        key: String,
    },
    /// The answer to a brief: by its link, or read over the telephone and taken down.
    Reply {
        /// The answer.
        words: String,
        /// Whether the public edition may name the expert.
        #[form(sparse)]
        named: bool,
    },
    /// A statement was put before its speaker.
    Confirm(Check),
    /// Host or witness have read the content of this digest and stand by it.
    Sign {
        /// The session, or the annex.
        about: Id,
        /// As what.
        duty: Duty,
        /// SHA-256 of the canonical content.
        digest: String,
    },
    /// What is wrong in a sealed record, on a page of its own.
    Annex {
        /// The correction.
        words: String,
    },
    /// Something said on the bench is advice that wants an answer.
    Advise(Advise),
    /// The answer to a piece of advice.
    Answer(Answer),
    /// A fact about the village, such as its collective income, with its source.
    Know {
        /// Which.
        name: String,
        /// What it is now.
        value: String,
        /// Of when.
        #[form(sparse)]
        of: Option<String>,
        /// Where it was read.
        #[form(sparse)]
        source: Option<String>,
    },
}

impl From<SessionAct> for Act {
    fn from(act: SessionAct) -> Self {
        Self::Session(Arc::new(act))
    }
}

impl SessionAct {
    /// The kind of record that begins with this act.
    #[must_use]
    pub fn begins(&self) -> Option<Kind> {
        match self {
            Self::Convene(_) => Some(Kind::Session),
            Self::Seat(_) => Some(Kind::Seat),
            Self::Speak { .. } => Some(Kind::Speech),
            Self::State(_) => Some(Kind::Statement),
            Self::Ask { .. } => Some(Kind::Count),
            Self::Promise(_) => Some(Kind::Action),
            Self::Minute => Some(Kind::Minutes),
            Self::Note { .. } => Some(Kind::Note),
            Self::Enclose { mime, .. } if mime.starts_with("audio/") => Some(Kind::Voice),
            Self::Enclose { .. } => Some(Kind::Photo),
            Self::Brief { .. } => Some(Kind::Brief),
            Self::Confirm(_) => Some(Kind::Confirmation),
            Self::Sign { .. } => Some(Kind::Signature),
            Self::Annex { .. } => Some(Kind::Annex),
            Self::Advise(_) => Some(Kind::Advice),
            Self::Know { .. } => Some(Kind::Fact),
            Self::Proceed { .. }
            | Self::Move { .. }
            | Self::Escalate { .. }
            | Self::Arrange { .. }
            | Self::Reach { .. }
            | Self::Seal { .. }
            | Self::Attend { .. }
            | Self::Tell { .. }
            | Self::Raise { .. }
            | Self::Hush
            | Self::Count { .. }
            | Self::Reply { .. }
            | Self::Answer(_) => None,
        }
    }

    /// The record of the session that this act names beside the one it is done to.
    #[must_use]
    pub fn names(&self) -> Option<Id> {
        match self {
            Self::Speak { seat } | Self::Brief { seat, .. } => Some(*seat),
            Self::State(state) => state.seat,
            Self::Promise(promise) => promise.statement,
            Self::Confirm(check) => Some(check.statement),
            Self::Note { about, .. } => *about,
            Self::Enclose { about, .. } | Self::Sign { about, .. } => Some(*about),
            // said on the bench it is of a statement; from elsewhere it is beside an issue
            Self::Advise(advise) => advise.statement.or(advise.issue),
            Self::Convene(_)
            | Self::Proceed { .. }
            | Self::Move { .. }
            | Self::Escalate { .. }
            | Self::Arrange { .. }
            | Self::Reach { .. }
            | Self::Seal { .. }
            | Self::Seat(_)
            | Self::Attend { .. }
            | Self::Tell { .. }
            | Self::Raise { .. }
            | Self::Hush
            | Self::Ask { .. }
            | Self::Count { .. }
            | Self::Minute
            | Self::Reply { .. }
            | Self::Annex { .. }
            | Self::Answer(_)
            | Self::Know { .. } => None,
        }
    }

    /// Whether its guard looks over all that lies in the session.
    #[must_use]
    pub fn surveys(&self) -> bool {
        matches!(
            self,
            Self::Proceed { .. } | Self::Seal { .. } | Self::Sign { .. } | Self::Confirm(_)
        )
    }
}
