//! Who holds which role in the villages of a region until when, as its office is told; and the invites that it has made
//! for many at once, a sheet a village.

use crate::{Form, Id, Millis, Role};

/// So many days before its end a role is spoken of.
pub const SOON: Millis = 60 * crate::DAY;
/// So many can be asked in by one sheet.
pub const MOST: usize = 400;

/// All roles of a region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Roster {
    /// Each role that somebody holds, by place.
    pub posts: Vec<Post>,
}

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Post {
    /// The village, or the region.
    pub place: Id,
    /// Who.
    pub person: Id,
    /// As what.
    pub role: Role,
    /// The first moment at which it is held no more; for good without it.
    #[form(sparse)]
    pub until: Option<Millis>,
    /// Whether nobody is signed in by their name; told of those whom the office may ask in.
    #[form(sparse)]
    pub away: bool,
    /// Until when an invite for them is open; told of the same.
    #[form(sparse)]
    pub invited: Option<Millis>,
}

impl Post {
    /// Whether it ends within so many days that it is spoken of.
    #[must_use]
    pub fn ends_soon(&self, now: Millis) -> bool {
        self.until.is_some_and(|until| until - now <= SOON)
    }
}

/// Whom the office asks in, all at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct AskSheet {
    /// Each with the village and the role they hold there, or are to hold.
    pub guests: Vec<Guest>,
}

/// Somebody of the directory who is asked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub struct Guest {
    /// The village.
    pub place: Id,
    /// Who.
    pub person: Id,
    /// As what.
    pub role: Role,
}

/// The invites: their codes are said this once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Invited {
    /// A slip for each.
    pub slips: Vec<Slip>,
    /// Those for whom none was made: they are nobody of this region's, or hold a role that is others' to give.
    pub left: Vec<Id>,
}

/// One invite.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Slip {
    /// The village.
    pub place: Id,
    /// Who.
    pub person: Id,
    /// As what.
    pub role: Role,
    /// The code.
    pub invite: String,
    /// Until when it is good.
    pub expires_at: Millis,
}
