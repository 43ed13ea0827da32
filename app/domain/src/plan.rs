//! 年度计划: for what, when and with whom a village means to sit down, a month at a time.
//!
//! An entry lies with its village, so that the village sees what is planned for it. It is moved and called off with a
//! reason, and whether people sat down follows from the session that was convened for it: nobody says so by hand.

mod act;
mod cadence;
mod done;
mod hint;
mod year;

pub(crate) use self::done::{done, fits, roles, taken_back};
pub use self::{
    act::PlanAct,
    cadence::{cadence, entry_of, slot_of},
    hint::{Hint, hint, ripe},
    year::{Bench, Mark, Tally, next, tally, year_of},
};
use crate::{Form, Id, Millis, Standing, civil::calendar_day, session::Mode};

/// A month of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Form)]
#[form(default)]
pub struct Month {
    /// 2026
    pub year: u32,
    /// 1–12
    pub month: u32,
}

impl Month {
    /// The month that a moment is in, by Shanghai's calendar.
    #[must_use]
    pub fn of(at: Millis) -> Self {
        let day = crate::civil::civil(at);
        Self { year: u32::try_from(day.year).unwrap_or(0), month: day.month }
    }

    /// So many months later.
    #[must_use]
    pub fn after(self, months: u32) -> Self {
        let all = self.year * 12 + self.month.saturating_sub(1) + months;
        Self { year: all / 12, month: all % 12 + 1 }
    }
}

/// What is said when something is entered. Without a topic and without an issue it is an open slot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Enter {
    /// The village whose bench it is.
    pub village: Id,
    /// When.
    #[form(flatten)]
    pub when: Month,
    /// Who prepares the bench.
    pub mode: Mode,
    /// What it is about, in a few words.
    #[form(sparse)]
    pub topic: Option<String>,
    /// The issue it is for.
    #[form(sparse)]
    pub issue: Option<Id>,
    /// Who leads, by name or office.
    #[form(sparse)]
    pub lead: Option<String>,
    /// Who that is, when in the directory.
    #[form(sparse)]
    pub leader: Option<Id>,
    /// Where it stands among the entries of its month.
    #[form(sparse)]
    pub order: u32,
}

/// One step of the way an entry has come.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Step {
    /// Who did it.
    pub by: Id,
    /// When.
    pub at: Millis,
    /// Why.
    #[form(sparse)]
    pub why: Option<String>,
    /// The month that was left, when it was moved.
    #[form(sparse)]
    pub moved_from: Option<Month>,
    /// Whether it was called off.
    #[form(sparse)]
    pub off: bool,
}

/// An entry, read.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Entry {
    /// What it says now.
    #[form(flatten)]
    pub says: Enter,
    /// The session that was convened for it.
    pub session: Option<Id>,
    /// Whether it was called off.
    pub off: bool,
    /// The way it has come.
    pub trail: Vec<Step>,
}

impl Entry {
    /// Whether somebody may take it back without a reason: their own, on the day it was entered, while nothing hangs on
    /// it. Later it is called off.
    #[must_use]
    pub fn fresh(&self, by: Id, now: Millis) -> bool {
        let [entered] = self.trail.as_slice() else { return false };
        let today = calendar_day(entered.at) == calendar_day(now);
        self.session.is_none() && entered.by == by && today
    }

    /// The last move, if it was ever moved: where from, and why.
    #[must_use]
    pub fn moved(&self) -> Option<&Step> {
        self.trail.iter().rev().find(|step| step.moved_from.is_some())
    }
}

/// Whether an issue that stands here can be entered: it was sorted, and nobody has sat down for it yet.
#[must_use]
pub fn plannable(now: Standing) -> bool {
    match now {
        Standing::Triaged
        | Standing::Parked
        | Standing::Drafted
        | Standing::Approved
        | Standing::Posted
        | Standing::Scheduled => true,
        Standing::Lead
        | Standing::Received
        | Standing::Settled
        | Standing::Redirected
        | Standing::Merged
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => false,
    }
}
