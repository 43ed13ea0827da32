//! Who could help with what, as the server suggests it: each with the reasons, as words of this crate. How well somebody
//! fits is told to nobody: a person decides.

use crate::{Category, Form, Id, Kind, Millis, Role, expertise::Manner};

/// Why somebody may be of help.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
#[form(tag = "because")]
pub enum Reason {
    /// The title or the words are about something they know.
    Knows {
        /// What they know: a code of the catalogue, or a word of somebody's own.
        word: String,
    },
    /// The category is one that they know about.
    Category {
        /// What they know.
        word: String,
    },
    /// Their entry says it in the same words.
    Words {
        /// The words.
        words: String,
    },
    /// They live in the village, or in a village of the same town.
    Lives {
        /// The village, or the town.
        place: Id,
    },
    /// They know the village, its town, or a village next to it.
    Place {
        /// The place that they know.
        place: Id,
    },
    /// They sat on benches where matters of this category were talked through.
    Past {
        /// The category.
        category: Category,
        /// How many.
        times: u32,
    },
    /// A newer version knows; this one does not.
    #[form(other)]
    Else,
}

/// Somebody who may be of help.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Suggestion {
    /// Who.
    pub person: Id,
    /// The name.
    pub name: String,
    /// The role people know them by.
    #[form(sparse)]
    pub role: Option<Role>,
    /// What is said beside the name.
    #[form(sparse)]
    pub note: Option<String>,
    /// How they like to be asked.
    #[form(sparse)]
    pub manner: Option<Manner>,
    /// Why, the best reason first.
    pub reasons: Vec<Reason>,
    /// How often they were asked within a year.
    #[form(sparse)]
    pub asked: u32,
}

/// Up to five of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Suggestions {
    /// Who fits better first; of two who fit alike, who was asked less.
    pub people: Vec<Suggestion>,
}

/// An issue or a session without anybody who knows.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Need {
    /// It.
    pub about: Id,
    /// Which of the two it is.
    pub kind: Kind,
    /// The village.
    pub village: Id,
    /// What it is called.
    pub title: String,
    /// About how many households.
    #[form(sparse)]
    pub households: Option<u32>,
    /// When people sit down, where that is known.
    #[form(sparse)]
    pub on: Option<Millis>,
    /// Who could be asked first; nobody where the directory has nobody who fits.
    pub best: Option<Suggestion>,
}

/// What waits for somebody who knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Needs {
    /// Sessions by their day, then issues, the one that waits longest first.
    pub needs: Vec<Need>,
    /// How many more there are.
    #[form(sparse)]
    pub more: u32,
}

/// How often somebody was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub struct Times {
    /// Who.
    pub person: Id,
    /// How often, within a year: an evening counts once, each page more that was sent for it once more.
    pub times: u32,
}

/// How often each of a region's directory was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Asked {
    /// In the order of their ids; who was not asked is left out.
    pub people: Vec<Times>,
}
