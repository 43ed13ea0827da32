//! What can keep a bundle from being made, in words for whoever ran it.

use std::path::PathBuf;

/// Why there is no bundle.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// Not started in the root of the project.
    #[error("there is no app/index.html here: run this in the root of the project")]
    NotTheRoot,
    /// Weighed before it was made.
    #[error("there is no target/site yet: run bundle first")]
    NoSite,
    /// A file or folder could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A command could not be started.
    #[error("cannot run {command}: {source}")]
    Start {
        /// The command.
        command: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A command ended badly; it has said why itself.
    #[error("{0} failed")]
    Command(String),
    /// `wasm-bindgen` refused the module.
    #[error("wasm-bindgen: {0}")]
    Bindgen(String),
    /// The module could not be cut into parts.
    #[error("wasm-split: {0}")]
    Split(String),
    /// The glue has changed shape: `boot.js` would wait for an event that never comes.
    #[error("the glue of wasm-bindgen has no `__wbg_init`: boot.js could not start it")]
    Glue,
    /// A dependency carries its own JavaScript, which this bundle does not ship.
    #[error("a dependency of app brings JavaScript files of its own ({0}): choose another")]
    Snippets(String),
    /// The module needs a browser newer than the ones we promise.
    #[error("the wasm needs more than the oldest browser we promise: {0}")]
    TooNew(String),
    /// The shell lacks a place the bundle has to fill.
    #[error("app/index.html has no `{0}`")]
    Place(&'static str),
    /// A JSON file does not parse.
    #[error("{path}: {source}")]
    Json {
        /// The file.
        path: PathBuf,
        /// What the parser said.
        source: serde_json::Error,
    },
    /// More bytes than a phone on 2G should be asked for.
    #[error("a part of the program is {got} bytes of brotli, its budget is {budget}")]
    Budget {
        /// What they weigh.
        got: u64,
        /// What they may weigh.
        budget: u64,
    },
}

impl Trouble {
    /// For `map_err`: the error of the system, and the path it is about.
    pub(crate) fn at(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
