//! Links by which calendars follow the sessions of a place: what is asked, and what is told.

use crate::{Form, Id, Millis, Role, Scope, Who, may::CADRES};

/// Whether somebody may make such links for a place: those who carry things along in a village, the office in a district.
#[must_use]
pub fn may_make(who: &Who, place: Scope) -> bool {
    let makers = match place {
        Scope::Village(_) => CADRES,
        Scope::Region(_) => &[Role::Office],
        Scope::Draft(_) | Scope::Session(_) | Scope::User(_) | Scope::District(_) => &[],
    };
    who.roles_in(place).any(|role| makers.contains(&role))
}

/// A link is to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct MakeFeed {
    /// The language in which a calendar is told.
    pub lang: String,
}

/// A link that was made. What is secret in it is told this once.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct MadeFeed {
    /// The link.
    pub feed: Feed,
    /// Its address on this server.
    pub path: String,
}

/// A link that is open.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Feed {
    /// What names it here. It opens nothing.
    pub id: Id,
    /// The village, or the district.
    pub place: Id,
    /// Who made it.
    pub made_by: Id,
    /// When.
    pub made_at: Millis,
}

/// The links that are open, and that whoever asks may take back: the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Feeds {
    /// They.
    pub feeds: Vec<Feed>,
}

/// A link is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub struct CloseFeed {
    /// Which.
    pub id: Id,
}
