//! What is said when an issue is raised, and for whom.

use crate::{Category, Form, Id};

/// How it was checked with the person somebody else wrote for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub enum Confirmed {
    /// 当面念过
    Face,
    /// 打过电话
    Phone,
    /// 有纸条
    Paper,
}

/// 代录: the words are somebody else's.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Proxy {
    /// Whose words they are.
    pub name: String,
    /// How it was checked with them.
    pub confirmed: Confirmed,
}

/// It came by the door that needs no account.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Door {
    /// SHA-256 of the number by which whoever raised it asks for the answer, in lower-case hexadecimal.
    pub slip: String,
    /// What to call that person.
    #[form(sparse)]
    pub name: Option<String>,
}

/// What is said when an issue is raised.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Raise {
    /// The words, as they were said.
    pub words: String,
    /// A heading; without one the first clause of the words serves.
    #[form(sparse)]
    pub title: Option<String>,
    /// The heading in English, where somebody wrote one.
    #[form(sparse)]
    pub title_en: Option<String>,
    /// The village it is about.
    pub village: Id,
    /// Which drawer.
    pub category: Category,
    /// The group it is about; without one it is the whole village's.
    #[form(sparse)]
    pub group: Option<Id>,
    /// About how many households it touches.
    #[form(sparse)]
    pub households: Option<u32>,
    /// Whose words they are, when not the raiser's own.
    #[form(sparse)]
    pub proxy: Option<Proxy>,
    /// Whether the public edition may name the speaker.
    #[form(sparse)]
    pub named: bool,
    /// Whether a cadre who raises it has thereby received it.
    #[form(sparse)]
    pub received: bool,
    /// Where nobody with an account raises it: it came by the door.
    #[form(sparse)]
    pub door: Option<Door>,
}
