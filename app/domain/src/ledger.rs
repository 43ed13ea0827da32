//! Who did what, as it is read: in ids and codes, which the phone of whoever reads it puts names to.

use crate::{Form, Id, Millis};

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct AskLedger {
    /// Only what came before this line.
    #[form(sparse)]
    pub before: Option<i64>,
    /// Only what this person did, or what was done to them.
    #[form(sparse)]
    pub person: Option<Id>,
    /// Only what was refused.
    #[form(sparse)]
    pub refused: bool,
}

/// A page of it, the newest line first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Ledger {
    /// The lines.
    pub lines: Vec<Line>,
    /// Whether there are older ones.
    pub more: bool,
}

/// One deed.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Line {
    /// Its number.
    pub id: i64,
    /// When.
    pub at: Millis,
    /// Who; nobody known where somebody did not come in.
    #[form(sparse)]
    pub person: Option<Id>,
    /// From which phone: its kind and browser.
    #[form(sparse)]
    pub device: Option<String>,
    /// What was done, in one word.
    pub deed: String,
    /// The word of the act, where it was a change; with an edit, which field.
    #[form(sparse)]
    pub act: Option<String>,
    /// What it was done to.
    #[form(sparse)]
    pub about: Option<Id>,
    /// What that is.
    #[form(sparse)]
    pub kind: Option<String>,
    /// Its number, where it is an issue that has one.
    #[form(sparse)]
    pub number: u32,
    /// Why not, where it was refused; by which way, where somebody came in.
    #[form(sparse)]
    pub code: Option<String>,
}

impl Line {
    /// Whether it came to nothing.
    #[must_use]
    pub fn refused(&self) -> bool {
        matches!(&*self.deed, "refused" | "sign_in_failed")
            || (self.act.is_some() && self.code.is_some())
    }
}

/// Who is to be erased.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Erase {
    /// The person of the directory.
    pub person: Id,
    /// The name, typed by whoever asks for it; nothing to ask only in how many places it stands.
    #[form(sparse)]
    pub name: Option<String>,
}

/// In how many places somebody's name stands, or stood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Erased {
    /// Records.
    pub records: u32,
    /// Words that were written over, and changes as they arrived.
    pub past: u32,
    /// Seals whose text had the name in clear, and cannot be hashed anew any more.
    pub struck: u32,
}

/// Whose data are asked for: one's own without a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct AskExport {
    /// The person.
    #[form(sparse)]
    pub person: Option<Id>,
}
