//! The one shape everything shared has, so that sync need not know what it carries.

use serde_json::{Map, Value};

use crate::{
    Form, Id, Millis, Scope,
    form::{self, Misread, Reader},
};

/// A field is absent or has a value; null is never stored. Fields of a newer version are kept untouched.
pub type Fields = Map<String, Value>;

/// What a record is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A district, town, village or group.
    Place,
    /// Somebody in the village's or the region's directory.
    Person,
    /// A role that the reader of this scope holds in another scope.
    Membership,
    /// 议题
    Issue,
    /// A remark under an issue.
    Comment,
    /// A picture's particulars; its bytes travel by another road.
    Photo,
    /// Two people wrote one field; this is what the one whose value gave way is shown.
    Clash,
    /// From a newer version: kept, passed on, not shown.
    Other(String),
}

impl Kind {
    /// The word used in SQL, on the wire and in IndexedDB.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Place => "place",
            Self::Person => "person",
            Self::Membership => "membership",
            Self::Issue => "issue",
            Self::Comment => "comment",
            Self::Photo => "photo",
            Self::Clash => "clash",
            Self::Other(word) => word,
        }
    }
}

impl Form for Kind {
    fn form(&self) -> Value {
        form::said(self.as_str())
    }

    #[inline(never)]
    fn take(from: &mut Reader) -> Self {
        Self::from(String::take(from))
    }
}

impl From<String> for Kind {
    fn from(word: String) -> Self {
        match word.as_str() {
            "place" => Self::Place,
            "person" => Self::Person,
            "membership" => Self::Membership,
            "issue" => Self::Issue,
            "comment" => Self::Comment,
            "photo" => Self::Photo,
            "clash" => Self::Clash,
            _ => Self::Other(word),
        }
    }
}

/// One thing that people share, as it stands after all changes that were accepted so far.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Record {
    /// What it is.
    pub kind: Kind,
    /// Its name for ever.
    pub id: Id,
    /// Who shares it.
    pub scope: Scope,
    /// How often it was changed; a copy with a smaller number is older.
    pub rev: u64,
    /// Who made the last change; nobody when the authority did.
    #[form(sparse)]
    pub by: Option<Id>,
    /// When the last change was made.
    pub at: Millis,
    /// Withdrawn or laid down: no screen shows it, and it is kept for history.
    #[form(sparse)]
    pub gone: bool,
    /// What it says.
    #[form(default)]
    pub fields: Fields,
}

impl Record {
    /// A fresh record that says nothing yet. Its first change makes it revision 1.
    #[must_use]
    pub fn blank(kind: Kind, id: Id, scope: Scope) -> Self {
        Self { kind, id, scope, rev: 0, by: None, at: 0, gone: false, fields: Fields::new() }
    }

    /// The fields as one of the typed views of this crate; missing ones take their default.
    ///
    /// # Errors
    /// When a field has a shape that this version does not know.
    pub fn read<T: Form>(&self) -> Result<T, Box<Misread>> {
        T::read(Value::Object(self.fields.clone()))
    }

    /// One field as text.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.fields.get(field).and_then(Value::as_str)
    }

    /// One field as the id of another record.
    #[must_use]
    pub fn link(&self, field: &str) -> Option<Id> {
        self.text(field).and_then(|text| Id::try_parse(text).ok())
    }

    /// Writes a field; nothing (null) takes it away.
    pub(crate) fn set(&mut self, field: &str, value: impl Into<Value>) {
        match value.into() {
            Value::Null => drop(self.fields.remove(field)),
            value => drop(self.fields.insert(field.to_owned(), value)),
        }
    }
}
