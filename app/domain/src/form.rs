//! Values as JSON, and JSON as values, by way of one untyped value: one reader and one writer of text for all
//! shapes, and little code a shape, since a phone downloads it.
//!
//! What is missing is an error, unless the type can be unsaid; what nobody asks for is passed by.

mod plain;
mod reader;
pub mod short;

pub use reader::Reader;
pub use serde_json::Value;

use crate::Fields;

/// What has a form in JSON. `#[derive(Form)]` writes it; its marks are told in the crate `domain-derive`.
pub trait Form: Sized {
    /// The value, untyped.
    fn form(&self) -> Value;

    /// Takes the value that the reader has come to: a blank, its default if it has one, where it is not said or is
    /// not the form of one. The reader notes which.
    fn take(from: &mut Reader) -> Self;

    /// The value again.
    ///
    /// # Errors
    /// When it is not the form of one.
    fn read(value: Value) -> Result<Self, Box<Misread>> {
        read(Reader::new(value), Self::take)
    }
}

/// What has fields, so that they can stand among those of another.
pub trait Fielded {
    /// Puts them among the others.
    fn put(&self, fields: &mut Fields);

    /// Takes them from the object that the reader is in.
    fn take(from: &mut Reader) -> Self
    where
        Self: Sized;
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

/// The value as a text.
pub fn text<T: Form>(value: &T) -> String {
    told(value.form())
}

#[inline(never)]
fn told(value: Value) -> String {
    let text = value.to_string();
    drop(value);
    text
}

/// The value that a text says.
///
/// # Errors
/// When the text is no JSON, or not the form of such a value.
pub fn parse<T: Form>(text: &str) -> Result<T, Box<Misread>> {
    read(Reader::of(text), T::take)
}

/// The value that a text says, if there is one, and it says one.
pub fn perhaps<T: Form>(text: Option<String>) -> Option<T> {
    read(Reader::perhaps(text), T::take).ok()
}

fn read<T>(mut from: Reader, take: fn(&mut Reader) -> T) -> Result<T, Box<Misread>> {
    let mut read = Ok(take(&mut from));
    if let Some(misread) = from.end() {
        read = Err(misread);
    }
    read
}

/// The form of what has fields.
#[inline(never)]
pub fn whole(value: &dyn Fielded) -> Value {
    let mut fields = Fields::new();
    value.put(&mut fields);
    Value::Object(fields)
}

/// What has fields, from the object that the reader has come to.
pub fn inside<T: Fielded>(from: &mut Reader) -> T {
    from.open();
    let value = T::take(from);
    from.close();
    value
}

/// Puts one field.
#[inline(never)]
pub fn put(fields: &mut Fields, name: &'static str, value: Value) {
    drop(fields.insert(name.to_owned(), value));
}

/// Puts one field, unless it says nothing: null, no, or an empty list.
#[inline(never)]
pub fn put_said(fields: &mut Fields, name: &'static str, value: Value) {
    let silent = match &value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(values) => values.is_empty(),
        Value::Bool(true) | Value::Number(_) | Value::String(_) | Value::Object(_) => false,
    };
    if !silent {
        put(fields, name, value);
    }
}

/// The form of a word.
#[inline(never)]
#[must_use]
pub fn said(word: &str) -> Value {
    Value::String(word.to_owned())
}
