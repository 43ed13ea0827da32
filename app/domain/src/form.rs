//! Values as JSON, and JSON as values, by way of one untyped value: one reader and one writer of text for all
//! shapes, and little code a shape, since a phone downloads it.
//!
//! What is missing is an error, unless the type can be unsaid; what nobody asks for is passed by.

mod plain;

pub use serde_json::Value;

use crate::Fields;

/// What has a form in JSON. `#[derive(Form)]` writes it; its marks are told in the crate `domain-derive`.
pub trait Form: Sized {
    /// The value, untyped.
    fn form(&self) -> Value;

    /// The value again.
    ///
    /// # Errors
    /// When it is not the form of one.
    fn read(value: Value) -> Result<Self, Misread>;

    /// What it is where nobody says it; none when it must be said.
    #[must_use]
    fn unsaid() -> Option<Self> {
        None
    }

    /// Whether it says nothing, so that a sparse field leaves it out.
    #[must_use]
    fn silent(&self) -> bool {
        false
    }
}

/// What has fields, so that they can stand among those of another.
pub trait Fielded: Sized {
    /// Puts them among the others.
    fn put(&self, fields: &mut Fields);

    /// Takes them from among the others, and leaves nulls in their places.
    ///
    /// # Errors
    /// When one that must be there is not, or is not the form of what it should be.
    fn take(fields: &mut Fields) -> Result<Self, Misread>;
}

/// Which field could not be read, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {fault}")]
pub struct Misread {
    /// The innermost field with a name; empty when there is none.
    pub field: &'static str,
    /// What is the matter with it.
    pub fault: Fault,
}

/// What is the matter with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The text is no JSON.
    #[error("no JSON")]
    NotJson,
    /// It must be there, and is not.
    #[error("missing")]
    Missing,
    /// A word that this version does not know.
    #[error("a word that this version does not know")]
    Unknown,
    /// Something else was expected.
    #[error("it should be {wanted}, and is {found}")]
    Other {
        /// What it should be.
        wanted: &'static str,
        /// What it is.
        found: &'static str,
    },
}

impl Misread {
    /// In that field stands a word that this version does not know.
    #[must_use]
    pub fn unknown(field: &'static str) -> Self {
        Self { field, fault: Fault::Unknown }
    }

    pub(crate) fn other(wanted: &'static str, value: &Value) -> Self {
        let found = match value {
            Value::Null => "nothing",
            Value::Bool(_) => "yes or no",
            Value::Number(_) => "another number",
            Value::String(_) => "another text",
            Value::Array(_) => "another list",
            Value::Object(_) => "another object",
        };
        Self { field: "", fault: Fault::Other { wanted, found } }
    }

    fn within(self, field: &'static str) -> Self {
        if self.field.is_empty() { Self { field, ..self } } else { self }
    }
}

/// The value as a text.
pub fn text<T: Form>(value: &T) -> String {
    value.form().to_string()
}

/// The value that a text says.
///
/// # Errors
/// When the text is no JSON, or not the form of such a value.
pub fn parse<T: Form>(text: &str) -> Result<T, Misread> {
    T::read(untyped(text)?)
}

#[inline(never)]
fn untyped(text: &str) -> Result<Value, Misread> {
    serde_json::from_str(text).map_err(|_| Misread { field: "", fault: Fault::NotJson })
}

/// The form of what has fields.
pub fn whole<T: Fielded>(value: &T) -> Value {
    let mut fields = Fields::new();
    value.put(&mut fields);
    Value::Object(fields)
}

/// What has fields, from its form.
///
/// # Errors
/// When it has no fields, or not these.
pub fn taken<T: Fielded>(value: Value) -> Result<T, Misread> {
    match value {
        Value::Object(mut fields) => T::take(&mut fields),
        other => Err(Misread::other("an object", &other)),
    }
}

/// Puts one field.
#[inline(never)]
pub fn put(fields: &mut Fields, name: &'static str, value: Value) {
    drop(fields.insert(name.to_owned(), value));
}

/// Puts one field, unless it says nothing.
pub fn put_said<T: Form>(fields: &mut Fields, name: &'static str, value: &T) {
    if !value.silent() {
        put(fields, name, value.form());
    }
}

/// Takes one field out, and leaves null in its place.
#[inline(never)]
fn lift(fields: &mut Fields, name: &str) -> Option<Value> {
    fields.get_mut(name).map(Value::take)
}

/// Takes a field that must be there, unless it can be unsaid.
///
/// # Errors
/// When it is missing, or not the form of what it should be.
pub fn need<T: Form>(fields: &mut Fields, name: &'static str) -> Result<T, Misread> {
    match lift(fields, name) {
        Some(value) => T::read(value).map_err(|misread| misread.within(name)),
        None => T::unsaid().ok_or(Misread { field: name, fault: Fault::Missing }),
    }
}

/// Takes a field that is its type's default where it is missing.
///
/// # Errors
/// When it is there, but not the form of what it should be.
pub fn fill<T: Form + Default>(fields: &mut Fields, name: &'static str) -> Result<T, Misread> {
    match lift(fields, name) {
        Some(value) => T::read(value).map_err(|misread| misread.within(name)),
        None => Ok(T::default()),
    }
}

/// The form of a word.
#[inline(never)]
#[must_use]
pub fn said(word: &str) -> Value {
    Value::String(word.to_owned())
}

/// The place of a word among those that are known; their number for one that is not.
///
/// # Errors
/// When it is no word.
#[inline(never)]
pub fn which(value: &Value, words: &[&str]) -> Result<usize, Misread> {
    match value {
        Value::String(said) => {
            Ok(words.iter().position(|word| word == said).unwrap_or(words.len()))
        }
        other => Err(Misread::other("a word", other)),
    }
}

/// The same for the word in a field.
///
/// # Errors
/// When there is none.
pub fn told_by(fields: &mut Fields, tag: &'static str, words: &[&str]) -> Result<usize, Misread> {
    let word = lift(fields, tag).ok_or(Misread { field: tag, fault: Fault::Missing })?;
    which(&word, words).map_err(|misread| misread.within(tag))
}
