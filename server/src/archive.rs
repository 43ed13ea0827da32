//! 存档: all that a district has said and done in one file, to be read in twenty years by anybody, and to be taken into an
//! empty server again.
//!
//! It is a plain tar: lines of JSON, pictures and recordings as files, the minutes of what was sealed as PDF, and at its
//! end `SHA256SUMS`, as the tool of that name reads it. What anybody signs in by is not in it. (A backup is another thing:
//! byte for byte, for the operator alone.)

pub(crate) mod door;
mod making;
mod readme;
mod tables;
mod taking;
mod tar;

pub use making::{MakeError, make, write};
pub use taking::{TakeError, take};

/// The name of what says what the file is, and of which version.
const ABOUT: &str = "about.json";
/// The version of the form.
const VERSION: u64 = 1;
