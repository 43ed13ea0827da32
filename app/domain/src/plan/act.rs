//! What one person can do to an entry of the plan. An act once shipped stays readable for ever.

use std::sync::Arc;

use super::{Enter, Month};
use crate::{Act, Form, Id, Kind};

/// An act on the plan, told by its word in the field `entry`.
#[derive(Clone, Debug, PartialEq, Form)]
#[form(tag = "entry")]
pub enum PlanAct {
    /// 列入: a bench is meant for a month.
    Enter(Enter),
    /// An open slot is given its issue.
    Fill {
        /// The issue.
        issue: Id,
    },
    /// 改期: to another month, with a reason.
    Shift {
        /// Which.
        to: Month,
        /// Why.
        why: String,
    },
    /// 不坐了: it is called off, with a reason.
    Cancel {
        /// Why.
        why: String,
    },
    /// A session was convened for it. Whether people sat down is that session's to say.
    Bind {
        /// The session.
        session: Id,
    },
}

impl From<PlanAct> for Act {
    fn from(act: PlanAct) -> Self {
        Self::Plan(Arc::new(act))
    }
}

impl PlanAct {
    /// The kind of record that begins with this act.
    #[must_use]
    pub fn begins(&self) -> Option<Kind> {
        matches!(self, Self::Enter(_)).then_some(Kind::Plan)
    }

    /// The record that this act names beside the entry, and that must be there.
    #[must_use]
    pub fn names(&self) -> Option<Id> {
        match self {
            Self::Enter(enter) => enter.issue,
            Self::Fill { issue } => Some(*issue),
            Self::Bind { session } => Some(*session),
            Self::Shift { .. } | Self::Cancel { .. } => None,
        }
    }
}
