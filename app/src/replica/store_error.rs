//! Why the phone's store said no, as far as it matters to whoever asked.

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
    /// A newer version of the app has taken the store over: this page is to be opened anew.
    #[error("a newer version has the store")]
    Newer,
    /// Another tab has written meanwhile: read anew, then decide anew.
    #[error("another tab has written meanwhile")]
    Stale,
    /// The connection broke, and breaks again when tried anew.
    #[error("the store does not answer")]
    Broken,
}

/// As the browser says it.
impl From<JsValue> for StoreError {
    fn from(error: JsValue) -> Self {
        let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        match name.as_deref() {
            Some("QuotaExceededError") => Self::Full,
            Some("SecurityError") => Self::NotThere,
            Some("VersionError") => Self::Newer,
            _ => Self::Broken,
        }
    }
}
