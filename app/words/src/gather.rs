//! Sessions before and around the evening: the list, the plan, one session's page and the rooms that prepare it.

mod agenda;
mod day;
mod invite;
mod list;
mod overview;
mod pack;
mod paper;
mod plan;
mod print;
mod seats;

pub use self::{
    agenda::Agenda, invite::Invite, list::List, overview::Overview, pack::Pack, paper::Paper,
    plan::Plan, print::Print, seats::Seats,
};
use crate::{Lang, Words};

/// What these screens say, one drawer each.
#[derive(Debug)]
pub struct Gather {
    /// The list of sessions.
    pub list: &'static List,
    /// Planning one.
    pub plan: &'static Plan,
    /// One session's page.
    pub overview: &'static Overview,
    /// Who is invited.
    pub seats: &'static Seats,
    /// The agenda.
    pub agenda: &'static Agenda,
    /// The one page, facts, notes and questions to experts.
    pub paper: &'static Paper,
    /// The invitation for a chat and for a calendar.
    pub invite: &'static Invite,
    /// What is printed.
    pub print: &'static Print,
    /// What must be on the phone before the evening.
    pub pack: &'static Pack,
}

static ZH: Gather = Gather {
    list: &list::ZH,
    plan: &plan::ZH,
    overview: &overview::ZH,
    seats: &seats::ZH,
    agenda: &agenda::ZH,
    paper: &paper::ZH,
    invite: &invite::ZH,
    print: &print::ZH,
    pack: &pack::ZH,
};

static EN: Gather = Gather {
    list: &list::EN,
    plan: &plan::EN,
    overview: &overview::EN,
    seats: &seats::EN,
    agenda: &agenda::EN,
    paper: &paper::EN,
    invite: &invite::EN,
    print: &print::EN,
    pack: &pack::EN,
};

impl Words {
    /// Sessions before and around the evening.
    #[must_use]
    pub fn gather(&self) -> &'static Gather {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}
