//! JSON in and out, by way of one untyped value: a reader and a writer for all shapes instead of one pair for
//! each, which a phone would have to download.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Error, Value};

/// Reads a text.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_value(untyped(text)?)
}

/// Writes a value as a text.
pub(crate) fn write<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_value(value).map(|value| value.to_string())
}

#[inline(never)]
fn untyped(text: &str) -> Result<Value, Error> {
    serde_json::from_str(text)
}
