//! What one person can do to one record. An act once shipped never changes its meaning and stays readable for ever.

mod raise;

use std::sync::Arc;

use serde_json::Value;

pub use self::raise::{Confirmed, Door, Proxy, Raise};
use crate::{
    Form, Id, Kind, Millis, Standing,
    expertise::Profess,
    follow::FollowAct,
    place::{Person, Place},
    plan::PlanAct,
    session::SessionAct,
    triage::Triage,
};

/// An act, told by its word in the field `do`.
#[derive(Clone, Debug, PartialEq, Form)]
#[form(tag = "do")]
pub enum Act {
    /// 提: somebody says what the matter is.
    Raise(Raise),
    /// Writes one field. Carries the value it was made from, so that it needs no revision number to be judged:
    /// a row of edits made without a signal stays right however late it arrives.
    Edit {
        /// Which field.
        field: String,
        /// What the writer saw in it; null for nothing.
        #[form(default)]
        from: Value,
        /// What the writer wants in it; null for nothing.
        #[form(default)]
        to: Value,
    },
    /// 收到: a cadre has looked at a lead; what was held back is now read by the village.
    Receive,
    /// The five questions are answered.
    Triage {
        /// The answers.
        answers: Triage,
    },
    /// 当场办
    Settle {
        /// What was done about it.
        how: String,
    },
    /// 转办
    Redirect {
        /// Where it goes.
        to: String,
        /// Why there.
        why: String,
    },
    /// 合并
    Merge {
        /// The issue that carries on.
        into: Id,
    },
    /// 暂存
    Park {
        /// What it waits for.
        why: String,
    },
    /// 拟题
    Draft {
        /// The question that will be put to the bench.
        question: String,
    },
    /// 审定
    Approve,
    /// 公示
    Post,
    /// 入计划
    Schedule {
        /// When people sit down.
        on: Millis,
        /// Where.
        #[form(rename = "where")]
        place: String,
        /// The session that was planned for it.
        #[form(sparse)]
        session: Option<Id>,
    },
    /// It was talked through.
    Consult {
        /// One sentence of what came of it.
        outcome: String,
        /// The session in which it was.
        #[form(sparse)]
        session: Option<Id>,
    },
    /// 办结
    Close {
        /// How it ended.
        how: String,
    },
    /// 不予协商
    Decline {
        /// Why not.
        why: String,
    },
    /// Something laid aside or sent away comes back to be sorted anew.
    Resume {
        /// What is new.
        why: String,
    },
    /// A remark under an issue.
    Say {
        /// The issue.
        issue: Id,
        /// The remark.
        words: String,
    },
    /// The author takes a remark or a picture back.
    Withdraw,
    /// A picture is laid beside an issue.
    Attach {
        /// The issue.
        issue: Id,
        /// What names the bytes: SHA-256 in lower-case hexadecimal.
        sha256: String,
        /// How many bytes.
        bytes: u32,
        /// Their type, such as `image/jpeg`.
        mime: String,
    },
    /// The office lays a place on the map.
    Found(Place),
    /// The office enters a person in the directory.
    Introduce(Person),
    /// 懂行: what somebody of the directory can help with, and where.
    Profess(Profess),
    /// 并到: somebody was entered twice. This entry is struck from the directory, the other carries on.
    Unite {
        /// The entry that carries on.
        into: Id,
    },
    /// The person has looked at a clash and is content.
    LayDown,
    /// What is done in and around a session.
    Session(Arc<SessionAct>),
    /// What is done after the bench.
    Follow(Arc<FollowAct>),
    /// What is done to the year's plan.
    Plan(Arc<PlanAct>),
    /// 惯例: the office says how its district goes about it.
    Custom {
        /// A [`Custom`](crate::Custom) in its form: it is read where it is judged, and a board need not know it.
        says: Value,
    },
}

impl Act {
    /// The kind of record that begins with this act; nothing for acts on a record that is there.
    #[must_use]
    pub fn begins(&self) -> Option<Kind> {
        match self {
            Self::Raise(_) => Some(Kind::Issue),
            Self::Say { .. } => Some(Kind::Comment),
            Self::Attach { .. } => Some(Kind::Photo),
            Self::Found(_) => Some(Kind::Place),
            Self::Introduce(_) => Some(Kind::Person),
            Self::Session(act) => act.begins(),
            Self::Follow(act) => act.begins(),
            Self::Plan(act) => act.begins(),
            Self::Edit { .. }
            | Self::Receive
            | Self::Triage { .. }
            | Self::Settle { .. }
            | Self::Redirect { .. }
            | Self::Merge { .. }
            | Self::Park { .. }
            | Self::Draft { .. }
            | Self::Approve
            | Self::Post
            | Self::Schedule { .. }
            | Self::Consult { .. }
            | Self::Close { .. }
            | Self::Decline { .. }
            | Self::Resume { .. }
            | Self::Withdraw
            | Self::Profess(_)
            | Self::Custom { .. }
            | Self::Unite { .. }
            | Self::LayDown => None,
        }
    }

    /// The record this act names beside the one it is done to. Its author must be able to see it.
    #[must_use]
    pub fn names(&self) -> Option<Id> {
        match self {
            Self::Say { issue, .. } | Self::Attach { issue, .. } => Some(*issue),
            Self::Merge { into } | Self::Unite { into } => Some(*into),
            Self::Schedule { session, .. } | Self::Consult { session, .. } => *session,
            Self::Session(act) => act.names(),
            Self::Follow(act) => act.names(),
            Self::Plan(act) => act.names(),
            Self::Found(place) => place.parent,
            // whoever said it after all
            Self::Edit { field, to, .. } if field == "seat" => {
                to.as_str().and_then(|seat| Id::try_parse(seat).ok())
            }
            Self::Raise(_)
            | Self::Edit { .. }
            | Self::Receive
            | Self::Triage { .. }
            | Self::Settle { .. }
            | Self::Redirect { .. }
            | Self::Park { .. }
            | Self::Draft { .. }
            | Self::Approve
            | Self::Post
            | Self::Close { .. }
            | Self::Decline { .. }
            | Self::Resume { .. }
            | Self::Withdraw
            | Self::Introduce(_)
            | Self::Profess(_)
            | Self::Custom { .. }
            | Self::LayDown => None,
        }
    }

    /// The standing an issue gets by this act; nothing for acts that do not move it.
    #[must_use]
    pub fn leads_to(&self) -> Option<Standing> {
        match self {
            Self::Receive => Some(Standing::Received),
            Self::Triage { .. } | Self::Resume { .. } => Some(Standing::Triaged),
            Self::Settle { .. } => Some(Standing::Settled),
            Self::Redirect { .. } => Some(Standing::Redirected),
            Self::Merge { .. } => Some(Standing::Merged),
            Self::Park { .. } => Some(Standing::Parked),
            Self::Draft { .. } => Some(Standing::Drafted),
            Self::Approve => Some(Standing::Approved),
            Self::Post => Some(Standing::Posted),
            Self::Schedule { .. } => Some(Standing::Scheduled),
            Self::Consult { .. } => Some(Standing::Consulted),
            Self::Close { .. } => Some(Standing::Closed),
            Self::Decline { .. } => Some(Standing::Declined),
            Self::Raise(_)
            | Self::Edit { .. }
            | Self::Say { .. }
            | Self::Withdraw
            | Self::Attach { .. }
            | Self::Found(_)
            | Self::Introduce(_)
            | Self::Profess(_)
            | Self::Unite { .. }
            | Self::LayDown
            | Self::Session(_)
            | Self::Follow(_)
            | Self::Plan(_)
            | Self::Custom { .. } => None,
        }
    }
}
