//! The blueprint: the plan and its lines, kept years, what is known of the village, teams that hand it on.

mod fact;
mod line;
mod plan;
mod term;
mod year;

pub use self::{fact::Known, line::PlanLine, plan::Plan, term::Terms, year::Year};

/// The sentences, one drawer for each part of it.
#[derive(Debug)]
pub struct Blueprint {
    /// The page.
    pub plan: &'static Plan,
    /// One line: how it came, and how it is written anew.
    pub line: &'static PlanLine,
    /// What is known of the village.
    pub fact: &'static Known,
    /// A year that is kept.
    pub year: &'static Year,
    /// Teams and their hand-over.
    pub term: &'static Terms,
}

pub(crate) static ZH: Blueprint = Blueprint {
    plan: &plan::ZH,
    line: &line::ZH,
    fact: &fact::ZH,
    year: &year::ZH,
    term: &term::ZH,
};

pub(crate) static EN: Blueprint = Blueprint {
    plan: &plan::EN,
    line: &line::EN,
    fact: &fact::EN,
    year: &year::EN,
    term: &term::EN,
};
