//! The rules of sessions, of what comes after the bench, of the plan and of a district's customs, as a table.
//!
//! A phone whose program comes in parts is given them after the board is on the screen (feature `parts`); everybody else
//! has them from the start.

use serde_json::Value;

use crate::{
    Act, Change, FollowAct, Id, Kind, Millis, PlanAct, Record, Refusal, SessionAct, customs,
    follow, plan,
    session::{self, Around},
};

/// What becomes of a record by an act.
type Done<A> = fn(&mut Record, &A, (Id, Millis), &dyn Around) -> Result<(), Refusal>;

/// The table.
pub(crate) struct Rules {
    pub(crate) fits: fn(&Kind, &Act) -> bool,
    pub(crate) writable: fn(&Record, &Act, &dyn Around) -> Result<(), Refusal>,
    pub(crate) speaks: fn(&Record, Id, &dyn Around) -> Result<(), Refusal>,
    pub(crate) session: Done<SessionAct>,
    pub(crate) follow: Done<FollowAct>,
    pub(crate) plan: Done<PlanAct>,
    pub(crate) unplan: fn(&Record, (Id, Millis)) -> Result<(), Refusal>,
    pub(crate) custom: Done<Value>,
}

static ALL: Rules = Rules {
    fits: |kind, act| match kind {
        Kind::Plan => plan::fits(kind, act),
        _ => session::fits(kind, act) || follow::fits(kind, act),
    },
    writable: session::writable,
    speaks: session::speaks,
    session: session::done,
    follow: follow::done,
    plan: plan::done,
    unplan: plan::taken_back,
    custom: |record, says, by, _| customs::kept(record, says, by),
};

/// Whether records of a kind stand alone: what is done to them is judged without the table.
pub(crate) fn stands_alone(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Place
            | Kind::Person
            | Kind::Membership
            | Kind::Issue
            | Kind::Comment
            | Kind::Photo
            | Kind::Clash
            | Kind::Other(_)
    )
}

/// Whether a change is judged by the table.
pub(crate) fn called_for(change: &Change) -> bool {
    !stands_alone(&change.kind)
        || matches!(
            change.act,
            Act::Session(_) | Act::Follow(_) | Act::Plan(_) | Act::Custom { .. }
        )
}

#[cfg(feature = "parts")]
mod table {
    use std::sync::OnceLock;

    use super::{ALL, Rules};
    use crate::Refusal;

    static LEARNT: OnceLock<&'static Rules> = OnceLock::new();

    /// Gives the table to this program. It is there from now on.
    pub fn learn() {
        LEARNT.get_or_init(|| &ALL);
    }

    pub(crate) fn rules() -> Result<&'static Rules, Refusal> {
        LEARNT.get().copied().ok_or(Refusal::UnknownAct)
    }
}

#[cfg(not(feature = "parts"))]
mod table {
    use super::{ALL, Rules};
    use crate::Refusal;

    /// Gives the table to this program, which has it.
    pub fn learn() {}

    #[expect(clippy::unnecessary_wraps, reason = "a program in parts may not have it yet")]
    pub(crate) fn rules() -> Result<&'static Rules, Refusal> {
        Ok(&ALL)
    }
}

pub use table::learn;
pub(crate) use table::rules;
