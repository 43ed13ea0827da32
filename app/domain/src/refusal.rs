//! Why something was not accepted, as a value: the words for it are in the catalogue.

use crate::{
    Form, Id, Millis, Role, Standing,
    follow::{LineState, State},
    session::{Lacking, Stage},
};

/// Why two entries of the directory, or two issues, are not made one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub enum Apart {
    /// The double is signed in on a phone of its own, whose words would be lost.
    Phone,
    /// They belong to two regions.
    Region,
    /// One of them watches over what the other carries along.
    Watched,
    /// What the double is would become the writer's own.
    Own,
    /// The issue that is to carry on is not one that the public may read.
    Hidden,
    /// The issue that is to carry on is carried on by another itself.
    Joined,
}

/// One reason each. It crosses the wire and is kept beside the change it stopped.
#[derive(Clone, Debug, PartialEq, Eq, Form, thiserror::Error)]
#[form(tag = "code")]
pub enum Refusal {
    /// The person holds no role in the scope.
    #[error("not a member of this scope")]
    NotAMember,
    /// The person is a member, but this is for others to do.
    #[error("this is for {needs:?} to do")]
    NotYourPart {
        /// Who may.
        needs: Vec<Role>,
    },
    /// The life-cycle does not go from here to there; usually somebody moved it meanwhile.
    #[error("an issue that is {now:?} cannot become {wanted:?}")]
    WrongStanding {
        /// Where it stands.
        now: Standing,
        /// Where the act would have brought it.
        wanted: Standing,
        /// Who brought it where it stands.
        by: Option<Id>,
        /// When.
        at: Millis,
    },
    /// Nothing more may be written on it.
    #[error("the issue is {now:?}, nothing more may be written on it")]
    Finished {
        /// How it ended.
        now: Standing,
        /// Who ended it, if the sender knows to say so.
        #[form(sparse)]
        by: Option<Id>,
        /// When.
        #[form(sparse)]
        at: Option<Millis>,
    },
    /// A reason must be given.
    #[error("a reason must be given")]
    NeedsReason,
    /// A field that must say something says nothing.
    #[error("{field} is empty")]
    Empty {
        /// Which.
        field: String,
    },
    /// A field says too much.
    #[error("{field} is longer than {max} characters")]
    TooLong {
        /// Which.
        field: String,
        /// How many characters it may have.
        max: usize,
    },
    /// A list says too much.
    #[error("{field} has more than {max} entries")]
    TooMany {
        /// Which.
        field: String,
        /// How many it may have.
        max: usize,
    },
    /// A field has a value of the wrong shape, or one that cannot be.
    #[error("{field} cannot be that")]
    WrongValue {
        /// Which.
        field: String,
    },
    /// The record has no such field, or nobody may edit it.
    #[error("{field} cannot be edited")]
    NotEditable {
        /// Which.
        field: String,
    },
    /// The record is not there: never was, or never arrived.
    #[error("there is no such record")]
    NoSuchRecord,
    /// A record of that id is there already.
    #[error("there is such a record already")]
    AlreadyThere,
    /// It was withdrawn meanwhile.
    #[error("it was withdrawn meanwhile")]
    Gone {
        /// Who withdrew it, if the sender knows to say so.
        #[form(sparse)]
        by: Option<Id>,
        /// When.
        #[form(sparse)]
        at: Option<Millis>,
    },
    /// An issue cannot be merged into itself.
    #[error("an issue cannot be merged into itself")]
    IntoItself,
    /// The life-cycle of a session does not go from here to there.
    #[error("a session that is {now:?} cannot become {wanted:?}")]
    WrongStage {
        /// Where it stands.
        now: Stage,
        /// Where the act would have brought it.
        wanted: Stage,
        /// Who brought it where it stands.
        by: Option<Id>,
        /// When.
        at: Millis,
    },
    /// It is sealed, or the session is not to be: nothing more may be written on it.
    #[error("the session is {now:?}, nothing more may be written on it")]
    Frozen {
        /// Where it stands.
        now: Stage,
        /// Who brought it there, if the sender knows to say so.
        #[form(sparse)]
        by: Option<Id>,
        /// When.
        #[form(sparse)]
        at: Option<Millis>,
    },
    /// Something must be there first.
    #[error("there must first be {what:?}")]
    Lacks {
        /// What.
        what: Vec<Lacking>,
    },
    /// The life-cycle of an action does not go from here to there; usually somebody moved it meanwhile.
    #[error("an action that is {now:?} cannot become {wanted:?}")]
    WrongState {
        /// Where it stands.
        now: State,
        /// Where the act would have brought it.
        wanted: State,
        /// Who brought it where it stands.
        by: Option<Id>,
        /// When.
        at: Millis,
    },
    /// A line of the blueprint does not go from here to there.
    #[error("a line that is {now:?} cannot become {wanted:?}")]
    WrongLine {
        /// Where it stands.
        now: LineState,
        /// Where the act would have brought it.
        wanted: LineState,
        /// Who brought it where it stands.
        by: Option<Id>,
        /// When.
        at: Millis,
    },
    /// Whoever does it neither checks nor rates it, nor grants himself more time.
    #[error("whoever does it cannot say so")]
    OwnDeed,
    /// Only the person it is about can say so.
    #[error("only the person it is about can say so")]
    NotThePerson,
    /// No more time was asked for, or it was answered meanwhile.
    #[error("no more time was asked for")]
    NothingAsked,
    /// Only the speaker can say this for the speaker.
    #[error("only the speaker can say so on a phone of their own")]
    NotTheSpeaker,
    /// Only the host signs as host.
    #[error("only the host signs as host")]
    NotTheHost,
    /// Whoever hosts cannot also be the witness.
    #[error("the host cannot also be the witness")]
    OwnWitness,
    /// What was signed or is to be sealed is not what stands now.
    #[error("what stands now is not what was read")]
    ContentChanged,
    /// Only what is sealed has an annex.
    #[error("only what is sealed has an annex")]
    NotSealed,
    /// It was called off meanwhile.
    #[error("it is not in the plan any more")]
    OffThePlan {
        /// Who called it off, if the sender knows to say so.
        #[form(sparse)]
        by: Option<Id>,
        /// When.
        #[form(sparse)]
        at: Option<Millis>,
    },
    /// A session was convened for it: day and fate are that session's.
    #[error("a session was convened for it, which is {now:?}")]
    HasSession {
        /// Where that stands.
        now: Stage,
    },
    /// The issue is not sorted yet, or done with.
    #[error("an issue that is {now:?} is not for the plan")]
    Unripe {
        /// Where it stands.
        now: Standing,
    },
    /// Two entries, or two issues, are not made one.
    #[error("these two stay apart: {why:?}")]
    Apart {
        /// Why.
        why: Apart,
    },
    /// This act is not for this kind of record.
    #[error("this act is not for this kind of record")]
    WrongKind,
    /// The sender is newer than the reader, or broken.
    #[error("an act that this version does not know")]
    UnknownAct,
    /// Not readable at all. A reason that a newer server gives and this version does not know reads as this one.
    #[error("not readable")]
    #[form(other)]
    Malformed,
}

impl Refusal {
    /// The word on the wire.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAMember => "not_a_member",
            Self::NotYourPart { .. } => "not_your_part",
            Self::WrongStanding { .. } => "wrong_standing",
            Self::Finished { .. } => "finished",
            Self::NeedsReason => "needs_reason",
            Self::Empty { .. } => "empty",
            Self::TooLong { .. } => "too_long",
            Self::TooMany { .. } => "too_many",
            Self::WrongValue { .. } => "wrong_value",
            Self::NotEditable { .. } => "not_editable",
            Self::NoSuchRecord => "no_such_record",
            Self::AlreadyThere => "already_there",
            Self::Gone { .. } => "gone",
            Self::IntoItself => "into_itself",
            Self::WrongStage { .. } => "wrong_stage",
            Self::Frozen { .. } => "frozen",
            Self::Lacks { .. } => "lacks",
            Self::WrongState { .. } => "wrong_state",
            Self::WrongLine { .. } => "wrong_line",
            Self::OwnDeed => "own_deed",
            Self::NotThePerson => "not_the_person",
            Self::NothingAsked => "nothing_asked",
            Self::NotTheSpeaker => "not_the_speaker",
            Self::NotTheHost => "not_the_host",
            Self::OwnWitness => "own_witness",
            Self::ContentChanged => "content_changed",
            Self::NotSealed => "not_sealed",
            Self::OffThePlan { .. } => "off_the_plan",
            Self::HasSession { .. } => "has_session",
            Self::Unripe { .. } => "unripe",
            Self::Apart { .. } => "apart",
            Self::WrongKind => "wrong_kind",
            Self::UnknownAct => "unknown_act",
            Self::Malformed => "malformed",
        }
    }
}
