//! The message catalogue: every sentence a person reads, Chinese first, English complete.
//!
//! Each screen has a file with one struct and its two values; a phrase that is missing in one language does not compile.

pub mod actions;
pub mod admin;
mod advice;
pub mod bench;
pub mod blueprint;
mod board;
mod calendar;
mod coming_in;
mod common;
mod courier;
pub mod customs;
mod dates;
pub mod district;
mod find;
pub mod follow;
pub mod gather;
mod issue;
mod lang;
mod me;
mod minutes;
mod names;
mod office;
pub mod paper;
mod papers;
mod people;
mod phone;
mod pictures;
mod pin;
pub mod planning;
mod public;
mod raise;
mod refusals;
pub mod session;
mod session_refusals;
mod stand;
pub mod thread;
pub mod tray;
mod triage;
mod trouble;
mod ways;
mod welcome;
mod whose;

pub use actions::Actions;
pub use admin::{Admin, Places, Sheets};
pub use advice::{Advice, Answering, Gate, Handover, Item, Job, Out, Sources, handover};
pub use bench::Bench;
pub use blueprint::Blueprint;
pub use board::Board;
pub use calendar::{Entry, Occasion, calendar, feed};
pub use coming_in::ComingIn;
pub use common::Common;
pub use courier::Courier;
pub use dates::{Day, calendar_day, civil, moment_of};
pub use district::{District, Reports};
pub use find::number_in;
pub use issue::Issue;
pub use lang::Lang;
pub use me::Me;
pub use minutes::{Annex, Check, Minutes, Roll, Sealing};
pub use names::Names;
pub use office::{Deeds, Office};
pub use papers::{HandOver, Papers, Report};
pub use people::People;
pub use phone::Phone;
pub use pictures::Pictures;
pub use pin::Pin;
pub use planning::Planning;
pub use public::{
    Asking, Assess, Ballot, Brief, Complaint, Edition, Line, Policy, Public, Raising, Verify,
};
pub use raise::Raise;
pub use stand::Stand;
pub use thread::Thread;
pub use tray::Tray;
pub use triage::Triage;
pub use trouble::Trouble;
pub use ways::Ways;
pub use welcome::{Browser, Install, Welcome};
pub use whose::Whose;

/// All sentences of one language.
#[derive(Debug)]
pub struct Words {
    /// Which language.
    pub lang: Lang,
    /// What two screens or more say.
    pub common: &'static Common,
    /// The field's own names: roles, categories, standings, stations.
    pub names: &'static Names,
    /// The issue board.
    pub board: &'static Board,
    /// What to do when something does not work.
    pub trouble: &'static Trouble,
    /// The pages for people without the app.
    pub public: &'static Public,
}

/// What one screen says is reached by a call, so that it comes to the phone with that screen.
impl Words {
    /// Raising an issue, for oneself or for somebody.
    #[must_use]
    pub fn raise(&self) -> &'static Raise {
        match self.lang {
            Lang::Zh => &raise::ZH,
            Lang::En => &raise::EN,
        }
    }

    /// One issue's page.
    #[must_use]
    pub fn issue(&self) -> &'static Issue {
        match self.lang {
            Lang::Zh => &issue::ZH,
            Lang::En => &issue::EN,
        }
    }

    /// The five questions and the ways.
    #[must_use]
    pub fn triage(&self) -> &'static Triage {
        match self.lang {
            Lang::Zh => &triage::ZH,
            Lang::En => &triage::EN,
        }
    }

    /// This phone: waiting, attention, export.
    #[must_use]
    pub fn phone(&self) -> &'static Phone {
        match self.lang {
            Lang::Zh => &phone::ZH,
            Lang::En => &phone::EN,
        }
    }

    /// Me: language, text size, devices.
    #[must_use]
    pub fn me(&self) -> &'static Me {
        match self.lang {
            Lang::Zh => &me::ZH,
            Lang::En => &me::EN,
        }
    }

    /// Pictures beside issues.
    #[must_use]
    pub fn pictures(&self) -> &'static Pictures {
        match self.lang {
            Lang::Zh => &pictures::ZH,
            Lang::En => &pictures::EN,
        }
    }

    /// Minutes, poster and scripts. No screen calls it: it stays with the server.
    #[must_use]
    pub fn papers(&self) -> &'static Papers {
        match self.lang {
            Lang::Zh => &papers::ZH,
            Lang::En => &papers::EN,
        }
    }

    /// What comes of an evening: minutes, read-back, seal.
    #[must_use]
    pub fn minutes(&self) -> &'static Minutes {
        match self.lang {
            Lang::Zh => &minutes::ZH,
            Lang::En => &minutes::EN,
        }
    }

    /// What has come of an issue beyond the bench.
    #[must_use]
    pub fn thread(&self) -> &'static Thread {
        match self.lang {
            Lang::Zh => &thread::ZH,
            Lang::En => &thread::EN,
        }
    }

    /// Passing things on without a signal.
    #[must_use]
    pub fn courier(&self) -> &'static Courier {
        match self.lang {
            Lang::Zh => &courier::ZH,
            Lang::En => &courier::EN,
        }
    }

    /// The evening itself.
    #[must_use]
    pub fn bench(&self) -> &'static Bench {
        match self.lang {
            Lang::Zh => &bench::ZH,
            Lang::En => &bench::EN,
        }
    }

    /// What was advised, and its answers.
    #[must_use]
    pub fn advice(&self) -> &'static Advice {
        match self.lang {
            Lang::Zh => &advice::ZH,
            Lang::En => &advice::EN,
        }
    }

    /// What is done, who is told, how it is rated.
    #[must_use]
    pub fn actions(&self) -> &'static Actions {
        match self.lang {
            Lang::Zh => &actions::ZH,
            Lang::En => &actions::EN,
        }
    }

    /// The blueprint and its teams.
    #[must_use]
    pub fn blueprint(&self) -> &'static Blueprint {
        match self.lang {
            Lang::Zh => &blueprint::ZH,
            Lang::En => &blueprint::EN,
        }
    }

    /// The welcome page behind an invite.
    #[must_use]
    pub fn welcome(&self) -> &'static Welcome {
        match self.lang {
            Lang::Zh => &welcome::ZH,
            Lang::En => &welcome::EN,
        }
    }
}

static ZH: Words = Words {
    lang: Lang::Zh,
    common: &common::ZH,
    names: &names::ZH,
    board: &board::ZH,
    trouble: &trouble::ZH,
    public: &public::ZH,
};

static EN: Words = Words {
    lang: Lang::En,
    common: &common::EN,
    names: &names::EN,
    board: &board::EN,
    trouble: &trouble::EN,
    public: &public::EN,
};
