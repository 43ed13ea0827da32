//! 重复登记: who looks as if entered twice, and which issues of two villages look like one, as the server tells it to the
//! region's office. Nothing of it is stored but that two are two.

use crate::{Category, Form, Id, Millis, Role, Standing};

/// All of them, in the order of the map.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Doubles {
    /// People.
    pub people: Vec<Pair>,
    /// Issues.
    pub issues: Vec<Twins>,
    /// How many more pairs there are of each.
    pub more: (u32, u32),
}

/// Why two people look like one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Form)]
pub enum Alike {
    /// They have one name.
    Name,
    /// The name of one stands in that of the other.
    Within,
    /// Their names differ in one character, and the same stands beside both.
    Sign,
    /// Somebody chose them.
    #[default]
    Chosen,
}

/// Two entries.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Pair {
    /// Why.
    pub alike: Alike,
    /// Both, in the order of the map.
    pub both: Vec<Entry>,
}

/// An entry of a directory.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Entry {
    /// Whose.
    pub person: Id,
    /// By what name.
    pub name: String,
    /// What stands beside it.
    pub note: Option<String>,
    /// The role people know them by.
    pub role: Option<Role>,
    /// The village in whose directory it stands; none for the region's.
    pub village: Option<Id>,
    /// The group they live in.
    pub group: Option<Id>,
    /// Whether they are signed in on a phone.
    pub phone: bool,
}

/// Two issues of two villages.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Twins {
    /// Both, in the order of the map.
    pub both: Vec<Matter>,
    /// What both say.
    pub shared: Vec<String>,
}

/// An issue.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Matter {
    /// Which.
    pub issue: Id,
    /// Of which village.
    pub village: Id,
    /// Its number there.
    pub number: Option<u32>,
    /// Its heading.
    pub title: String,
    /// What it is about.
    pub category: Category,
    /// How far it is.
    pub standing: Standing,
    /// Since when.
    pub raised_at: Millis,
}

/// Two that are two: they are not suggested any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub struct Asunder {
    /// One.
    pub one: Id,
    /// The other.
    pub other: Id,
}
