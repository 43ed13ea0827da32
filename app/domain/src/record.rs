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
    /// 协商: an evening on the benches.
    Session,
    /// A place on the bench.
    Seat,
    /// Somebody's time to speak.
    Speech,
    /// Something that was said.
    Statement,
    /// A show of hands.
    Count,
    /// The papers of a session.
    Minutes,
    /// A note of research or a comment in a session.
    Note,
    /// A recording's particulars; its bytes travel as a picture's do.
    Voice,
    /// A statement was put before its speaker.
    Confirmation,
    /// Host or witness stand by what they read.
    Signature,
    /// A correction of what is sealed.
    Annex,
    /// One question for one person who is not there.
    Brief,
    /// 办理事项
    Action,
    /// 意见建议
    Advice,
    /// Something known about a village.
    Fact,
    /// 进度: how far an action is.
    Progress,
    /// A link for one person to rate an action by.
    Ballot,
    /// 来信: what came by a door and waits for a look.
    Letter,
    /// 蓝图: a village's vision.
    Blueprint,
    /// 蓝图项目: a line of the blueprint.
    Line,
    /// The blueprint of a year, kept as it stood.
    Version,
    /// 届: a team's term of office.
    Term,
    /// 年度计划: a bench that is meant for a month.
    Plan,
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
            Self::Session => "session",
            Self::Seat => "seat",
            Self::Speech => "speech",
            Self::Statement => "statement",
            Self::Count => "count",
            Self::Minutes => "minutes",
            Self::Note => "note",
            Self::Voice => "voice",
            Self::Confirmation => "confirmation",
            Self::Signature => "signature",
            Self::Annex => "annex",
            Self::Brief => "brief",
            Self::Action => "action",
            Self::Advice => "advice",
            Self::Fact => "fact",
            Self::Progress => "progress",
            Self::Ballot => "ballot",
            Self::Letter => "letter",
            Self::Blueprint => "blueprint",
            Self::Line => "blueprint_line",
            Self::Version => "blueprint_version",
            Self::Term => "term",
            Self::Plan => "plan",
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
            "session" => Self::Session,
            "seat" => Self::Seat,
            "speech" => Self::Speech,
            "statement" => Self::Statement,
            "count" => Self::Count,
            "minutes" => Self::Minutes,
            "note" => Self::Note,
            "voice" => Self::Voice,
            "confirmation" => Self::Confirmation,
            "signature" => Self::Signature,
            "annex" => Self::Annex,
            "brief" => Self::Brief,
            "action" => Self::Action,
            "advice" => Self::Advice,
            "fact" => Self::Fact,
            "progress" => Self::Progress,
            "ballot" => Self::Ballot,
            "letter" => Self::Letter,
            "blueprint" => Self::Blueprint,
            "blueprint_line" => Self::Line,
            "blueprint_version" => Self::Version,
            "term" => Self::Term,
            "plan" => Self::Plan,
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

    /// One field as a number; 0 without one.
    #[must_use]
    pub fn number(&self, field: &str) -> i64 {
        self.fields.get(field).and_then(Value::as_i64).unwrap_or(0)
    }

    /// Writes all fields of something; what says nothing is left out.
    pub(crate) fn fill(&mut self, from: &dyn form::Fielded) {
        from.put(&mut self.fields);
        self.fields.retain(|_, value| !value.is_null());
    }

    /// Adds to a field that is a list.
    pub(crate) fn push(&mut self, field: &str, value: Value) {
        match self.fields.get_mut(field) {
            Some(Value::Array(list)) => list.push(value),
            _ => self.set(field, vec![value]),
        }
    }

    /// Writes a field; nothing (null) takes it away.
    pub(crate) fn set(&mut self, field: &str, value: impl Into<Value>) {
        match value.into() {
            Value::Null => drop(self.fields.remove(field)),
            value => drop(self.fields.insert(field.to_owned(), value)),
        }
    }
}
