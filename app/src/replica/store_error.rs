//! Why the phone's store said no, as far as it matters to whoever asked.

use indexed_db_futures::error::{DomException, Error, OpenDbError, SimpleValueError};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Why the store said no. Nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum StoreError {
    /// The browser has no store, or does not let us use it.
    #[error("no IndexedDB")]
    NotThere,
    /// No room is left.
    #[error("the phone is full")]
    Full,
    /// Another tab holds an older version open.
    #[error("another tab holds the store")]
    Blocked,
    /// Another tab has written meanwhile: read anew, then decide anew.
    #[error("another tab has written meanwhile")]
    Stale,
    /// The connection broke, and breaks again when tried anew.
    #[error("the store does not answer")]
    Broken,
}

impl StoreError {
    /// Why a transaction did not go through: that there is no room is found out only then, and stands nowhere but
    /// on the transaction itself.
    pub(crate) fn of_commit(transaction: &JsValue, error: Error) -> Self {
        let why = Reflect::get(transaction, &"error".into());
        let name = why.and_then(|why| Reflect::get(&why, &"name".into()));
        match name.ok().and_then(|name| name.as_string()).as_deref() {
            Some("QuotaExceededError") => Self::Full,
            _ => error.into(),
        }
    }
}

impl From<OpenDbError> for StoreError {
    fn from(error: OpenDbError) -> Self {
        match error {
            OpenDbError::Base(error) => error.into(),
            OpenDbError::VersionZero
            | OpenDbError::UnsupportedEnvironment
            | OpenDbError::NullFactory => Self::NotThere,
        }
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        let Error::DomException(exception) = error else { return Self::Broken };
        let DomException::Other(other) = exception else { return Self::Broken };
        match other.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "SecurityError" => Self::NotThere,
            _ => Self::Broken,
        }
    }
}

impl From<SimpleValueError> for StoreError {
    fn from(_: SimpleValueError) -> Self {
        Self::Broken
    }
}
