//! What one person can do to one record of what comes after the bench. An act once shipped stays readable for ever.

use std::sync::Arc;

use super::{
    LineState, Section, Undertaking,
    echo::Tell,
    letter::Write,
    progress::Report,
    rating::Rate,
    term::{Inaugurate, Inherited},
};
use crate::{Act, Form, Id, Kind, Millis};

/// An act after the bench, told by its word in the field `move`.
#[derive(Clone, Debug, PartialEq, Form)]
#[form(tag = "move")]
pub enum FollowAct {
    /// 立项: something is to be done.
    Undertake(Undertaking),
    /// 认领: somebody says that it is theirs. The first one has it, the second is told.
    Claim {
        /// Who does it, by name and office.
        owner: String,
    },
    /// 接下来办: whoever has it begins, or takes it up again.
    Accept,
    /// 进度: a note on how far it is.
    Report(Report),
    /// 申请延期
    AskTime {
        /// By when it will be done.
        due: Millis,
        /// Why it takes longer.
        why: String,
    },
    /// 同意或不同意延期
    GiveTime {
        /// By when it is to be done now; the old day stands without one.
        due: Option<Millis>,
        /// Why not; a yes may go without.
        #[form(sparse)]
        why: Option<String>,
    },
    /// 办完了: done, and to be checked.
    Finish {
        /// What was done.
        words: String,
    },
    /// 核一核: somebody else held it against its criterion.
    Check {
        /// Whether it holds.
        ok: bool,
        /// What was seen; what is missing where it does not hold.
        #[form(sparse)]
        words: Option<String>,
    },
    /// 评一评
    Rate(Rate),
    /// 办结
    Close {
        /// How it ended, in a sentence.
        #[form(sparse)]
        how: Option<String>,
    },
    /// 回头看: whether it still holds, after 90 days and after 180.
    Revisit {
        /// Whether it does.
        holds: bool,
        /// What was seen.
        words: String,
    },
    /// 换人办: nothing changes hands silently.
    Reassign {
        /// Who does it from now on.
        owner: String,
        /// Who that is, when in the directory.
        #[form(sparse)]
        lead: Option<Id>,
        /// Why.
        why: String,
    },
    /// 回音: somebody was told what has become of it. On an issue, a piece of advice or an action.
    Tell(Tell),
    /// 请人跑一趟: somebody is asked to knock at a door.
    Send {
        /// Whose door.
        to: String,
        /// Who is asked to go.
        who: Id,
    },
    /// A picture is laid beside an action or a note on how far it is.
    Enclose {
        /// The record.
        about: Id,
        /// What names the bytes: SHA-256 in lower-case hexadecimal.
        sha256: String,
        /// How many bytes.
        bytes: u32,
        /// Their type, such as `image/jpeg`.
        mime: String,
    },
    /// A link for one person without an account to rate one action by.
    Ballot {
        /// The action.
        action: Id,
        /// Whose it is.
        name: String,
        /// SHA-256 of the link's secret, in lower-case hexadecimal.
        key: String,
    },
    /// 来信: somebody without an account writes, by a door.
    Write(Write),
    /// 答复: the office answers a complaint or a suggestion.
    Answer {
        /// What it says.
        words: String,
    },
    /// 收进评价: a letter is written down as a rating, in a change of its own.
    Take {
        /// The action that the letter is about.
        action: Id,
    },
    /// 放一边: a letter is not what it says it is, or leads nowhere.
    LayAside {
        /// Why.
        why: String,
        /// The action that the letter is about, if it is a rating.
        #[form(sparse)]
        action: Option<Id>,
    },
    /// 归到一起: this advice says what another says. Each keeps its voice, one answer is for all.
    Group {
        /// The advice that speaks for both; nothing takes it out again.
        with: Option<Id>,
    },
    /// The village's blueprint begins: a vision, in the village's words.
    Envision,
    /// 设想: a line of the blueprint.
    Sketch {
        /// Which of the five.
        section: Section,
        /// What is to be, in a sentence.
        words: String,
        /// The same in English, where somebody wrote it.
        #[form(sparse)]
        words_en: Option<String>,
        /// 先干一, 先干二, 先干三.
        #[form(sparse)]
        first: Option<u32>,
        /// The sessions, advice and actions it comes from.
        #[form(sparse)]
        cites: Vec<Id>,
        /// Why.
        #[form(sparse)]
        why: Option<String>,
    },
    /// 改: a line says something else, and says why.
    Rewrite {
        /// What it says now.
        words: String,
        /// Why.
        why: String,
        /// The sessions, advice and actions that made it so.
        #[form(sparse)]
        cites: Vec<Id>,
    },
    /// A line goes along its way.
    Carry {
        /// Where it goes.
        to: LineState,
        /// Why; only a line that is dropped must say so.
        #[form(sparse)]
        why: Option<String>,
        /// The sessions, advice and actions that made it so.
        #[form(sparse)]
        cites: Vec<Id>,
    },
    /// 定稿一年: the blueprint as it stands is kept for good.
    Freeze {
        /// Of which year.
        year: u32,
    },
    /// 换届: a new team takes over.
    Inaugurate(Inaugurate),
    /// 接手: the new secretary has read what is open.
    Acknowledge(Inherited),
}

impl From<FollowAct> for Act {
    fn from(act: FollowAct) -> Self {
        Self::Follow(Arc::new(act))
    }
}

impl FollowAct {
    /// The kind of record that begins with this act.
    #[must_use]
    pub fn begins(&self) -> Option<Kind> {
        match self {
            Self::Undertake(_) => Some(Kind::Action),
            Self::Report(_) => Some(Kind::Progress),
            Self::Enclose { .. } => Some(Kind::Photo),
            Self::Ballot { .. } => Some(Kind::Ballot),
            Self::Write(_) => Some(Kind::Letter),
            Self::Envision => Some(Kind::Blueprint),
            Self::Sketch { .. } => Some(Kind::Line),
            Self::Freeze { .. } => Some(Kind::Version),
            Self::Inaugurate(_) => Some(Kind::Term),
            Self::Claim { .. }
            | Self::Accept
            | Self::AskTime { .. }
            | Self::GiveTime { .. }
            | Self::Finish { .. }
            | Self::Check { .. }
            | Self::Rate(_)
            | Self::Close { .. }
            | Self::Revisit { .. }
            | Self::Reassign { .. }
            | Self::Tell(_)
            | Self::Send { .. }
            | Self::Group { .. }
            | Self::Rewrite { .. }
            | Self::Carry { .. }
            | Self::Acknowledge(_)
            | Self::Answer { .. }
            | Self::Take { .. }
            | Self::LayAside { .. } => None,
        }
    }

    /// The record that this act names beside the one it is done to, and that must be there.
    #[must_use]
    pub fn names(&self) -> Option<Id> {
        match self {
            Self::Undertake(undertaking) => undertaking.advice.or(undertaking.issue),
            Self::Report(report) => Some(report.action),
            Self::Enclose { about, .. } => Some(*about),
            Self::Ballot { action, .. } => Some(*action),
            Self::Group { with } => *with,
            Self::Write(write) => write.action,
            Self::Take { action } => Some(*action),
            Self::LayAside { action, .. } => *action,
            Self::Rate(rate) => rate.letter,
            Self::Claim { .. }
            | Self::Accept
            | Self::AskTime { .. }
            | Self::GiveTime { .. }
            | Self::Finish { .. }
            | Self::Check { .. }
            | Self::Close { .. }
            | Self::Revisit { .. }
            | Self::Reassign { .. }
            | Self::Tell(_)
            | Self::Send { .. }
            | Self::Answer { .. }
            | Self::Envision
            | Self::Sketch { .. }
            | Self::Rewrite { .. }
            | Self::Carry { .. }
            | Self::Freeze { .. }
            | Self::Inaugurate(_)
            | Self::Acknowledge(_) => None,
        }
    }
}
