//! 懂行: what somebody of a region's directory can help with, where, and how they like to be asked.
//!
//! It lies beside the name in the person's own record, so there is one entry a person. What is known is a set of words:
//! those of the catalogue by their code, others as somebody wrote them; the vocabulary of a region is what its people's
//! entries say. There are no numbers to ring in it, and nothing of how often somebody was asked, which is counted.

mod field;

use serde_json::Value;

pub use self::field::Field;
use crate::{
    Act, Form, Id, Kind, Record, Refusal, Role, Scope, Who,
    place::Person,
    said::{said, wrong},
    session::veil,
};

/// The most words one entry has.
pub const KNOWS: usize = 16;
/// The most places one entry has.
pub const PLACES: usize = 24;
/// The longest word, in characters.
pub const WORD: usize = 16;

/// How somebody likes to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub enum Manner {
    /// 打电话
    Phone,
    /// 发一页纸: a link with one question.
    Link,
    /// 当面
    Person,
}

impl Manner {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Phone, Self::Link, Self::Person];

    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Link => "link",
            Self::Person => "person",
        }
    }

    /// The manner of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|manner| manner.as_str() == word)
    }
}

/// What is added to an entry and taken out of it. What is not named stays, so two who add at once both have added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Profess {
    /// Words that are added.
    #[form(sparse)]
    pub knows: Vec<String>,
    /// Words that are taken out.
    #[form(sparse)]
    pub forgets: Vec<String>,
    /// Places that are added.
    #[form(sparse)]
    pub places: Vec<Id>,
    /// Places that are taken out.
    #[form(sparse)]
    pub leaves: Vec<Id>,
}

/// A person's record, read with what is known of them.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Entry {
    /// Name, what is said beside it, group and role.
    #[form(flatten)]
    pub person: Person,
    /// What they know: codes of the catalogue, and words of somebody's own.
    pub knows: Vec<String>,
    /// The places they know.
    pub places: Vec<Id>,
    /// What they speak: 本地话、普通话.
    pub tongues: Option<String>,
    /// How they like to be asked.
    pub manner: Option<Manner>,
    /// A line about what they have done.
    pub past: Option<String>,
    /// Whether they cannot be asked at present.
    pub away: bool,
}

/// Writes what somebody can help with into their entry.
pub(crate) fn profess(record: &mut Record, profess: &Profess) -> Result<(), Refusal> {
    if !matches!(record.scope, Scope::Region(_)) {
        return Err(wrong("scope"));
    }
    let mut words = Vec::new();
    for word in &profess.knows {
        let word = said("knows", word, WORD)?;
        // a number to ring is in nobody's entry
        if veil::rings(&word) {
            return Err(wrong("knows"));
        }
        words.push(Value::from(word));
    }
    let ids = |ids: &[Id]| ids.iter().map(|id| id.form()).collect::<Vec<_>>();
    let forgets: Vec<Value> = profess.forgets.iter().map(|word| word.trim().into()).collect();
    alter(record, ("knows", KNOWS), words, &forgets)?;
    alter(record, ("places", PLACES), ids(&profess.places), &ids(&profess.leaves))
}

/// Adds to a list of a record and takes from it; each value is in it once, and it has no more than so many.
fn alter(
    record: &mut Record,
    (field, max): (&str, usize),
    adds: Vec<Value>,
    drops: &[Value],
) -> Result<(), Refusal> {
    let mut list = match record.fields.get(field) {
        Some(Value::Array(list)) => list.clone(),
        _ => Vec::new(),
    };
    list.retain(|value| !drops.contains(value));
    for value in adds {
        if !list.contains(&value) {
            list.push(value);
        }
    }
    if list.len() > max {
        return Err(Refusal::TooMany { field: field.to_owned(), max });
    }
    record.set(field, if list.is_empty() { Value::Null } else { Value::Array(list) });
    Ok(())
}

/// Whether an entry is the reader's own: experts and members speak for themselves.
pub(crate) fn own(who: &Who, record: &Record) -> bool {
    record.kind == Kind::Person
        && record.id == who.person
        && who.roles_in(record.scope).any(|role| matches!(role, Role::Expert | Role::Member))
}

/// What somebody may say of themselves. Name, role and what stands beside the name are the office's to write.
pub(crate) fn own_part(act: &Act) -> bool {
    match act {
        Act::Profess(_) => true,
        Act::Edit { field, .. } => matches!(&**field, "tongues" | "manner" | "past" | "away"),
        _ => false,
    }
}
