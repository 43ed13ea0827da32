//! The message catalogue: every sentence a person reads, Chinese first, English complete.
//!
//! Each screen has a file with one struct and its two values; a phrase that is missing in one language does not compile.

mod board;
mod common;
mod courier;
mod dates;
mod find;
mod issue;
mod me;
mod names;
mod phone;
mod public;
mod raise;
mod refusals;
mod stand;
mod triage;
mod trouble;
mod welcome;

pub use board::Board;
pub use common::Common;
pub use courier::Courier;
pub use dates::{Day, civil, moment_of};
pub use find::number_in;
pub use issue::Issue;
pub use me::Me;
pub use names::Names;
pub use phone::Phone;
pub use public::Public;
pub use raise::Raise;
pub use stand::Stand;
pub use triage::Triage;
pub use trouble::Trouble;
pub use welcome::{Browser, Install, Welcome};

/// A language of the catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// The tag for `lang` attributes.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// What it calls itself, whatever the page speaks.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "English",
        }
    }

    /// The language of a tag or an `Accept-Language` header; Chinese unless English is asked for first.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let first = tag.split([',', ';']).next().unwrap_or("").trim();
        if first.get(..2).is_some_and(|two| two.eq_ignore_ascii_case("en")) {
            Self::En
        } else {
            Self::Zh
        }
    }

    /// The catalogue in this language.
    #[must_use]
    pub fn words(self) -> &'static Words {
        match self {
            Self::Zh => &ZH,
            Self::En => &EN,
        }
    }
}

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
    /// Raising an issue, for oneself or for somebody.
    pub raise: &'static Raise,
    /// One issue's page.
    pub issue: &'static Issue,
    /// The five questions and the ways.
    pub triage: &'static Triage,
    /// This phone: waiting, attention, export.
    pub phone: &'static Phone,
    /// Me: language, text size, devices.
    pub me: &'static Me,
    /// The welcome page behind an invite.
    pub welcome: &'static Welcome,
    /// What to do when something does not work.
    pub trouble: &'static Trouble,
    /// The pages for people without the app.
    pub public: &'static Public,
}

static ZH: Words = Words {
    lang: Lang::Zh,
    common: &common::ZH,
    names: &names::ZH,
    board: &board::ZH,
    raise: &raise::ZH,
    issue: &issue::ZH,
    triage: &triage::ZH,
    phone: &phone::ZH,
    me: &me::ZH,
    welcome: &welcome::ZH,
    trouble: &trouble::ZH,
    public: &public::ZH,
};

static EN: Words = Words {
    lang: Lang::En,
    common: &common::EN,
    names: &names::EN,
    board: &board::EN,
    raise: &raise::EN,
    issue: &issue::EN,
    triage: &triage::EN,
    phone: &phone::EN,
    me: &me::EN,
    welcome: &welcome::EN,
    trouble: &trouble::EN,
    public: &public::EN,
};
