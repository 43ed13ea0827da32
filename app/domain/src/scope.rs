//! Who shares a record: the unit of permission, of the cursor and of what a phone may forget.

use std::{fmt, str::FromStr};

use crate::{
    Form, Id,
    form::{Reader, Value},
};

/// A record is in exactly one scope; publishing moves it from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Places, and people who serve the whole region.
    Region(Id),
    /// What all members of a village read.
    Village(Id),
    /// What only the village's cadres read.
    Draft(Id),
    /// One consultation, with its invited guests.
    Session(Id),
    /// One person: memberships, clashes, notices.
    User(Id),
    /// What is written to a district's office.
    District(Id),
}

impl Scope {
    /// The place, session or person the scope belongs to.
    #[must_use]
    pub fn owner(self) -> Id {
        match self {
            Self::Region(id)
            | Self::Village(id)
            | Self::Draft(id)
            | Self::Session(id)
            | Self::User(id)
            | Self::District(id) => id,
        }
    }

    fn letter(self) -> char {
        match self {
            Self::Region(_) => 'g',
            Self::Village(_) => 'v',
            Self::Draft(_) => 'd',
            Self::Session(_) => 's',
            Self::User(_) => 'u',
            Self::District(_) => 'l',
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.letter(), self.owner())
    }
}

/// The text is not a letter, a colon and a UUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a scope")]
pub struct NotAScope;

impl FromStr for Scope {
    type Err = NotAScope;

    fn from_str(text: &str) -> Result<Self, NotAScope> {
        let (letter, id) = text.split_once(':').ok_or(NotAScope)?;
        let id = Id::try_parse(id).map_err(|_| NotAScope)?;
        match letter {
            "g" => Ok(Self::Region(id)),
            "v" => Ok(Self::Village(id)),
            "d" => Ok(Self::Draft(id)),
            "s" => Ok(Self::Session(id)),
            "u" => Ok(Self::User(id)),
            "l" => Ok(Self::District(id)),
            _ => Err(NotAScope),
        }
    }
}

impl Form for Scope {
    fn form(&self) -> Value {
        Value::String(self.to_string())
    }

    #[inline(never)]
    fn take(from: &mut Reader) -> Self {
        let scope = from.word("a scope", |text| text.parse().ok());
        scope.unwrap_or(Self::Region(Id::nil()))
    }
}
