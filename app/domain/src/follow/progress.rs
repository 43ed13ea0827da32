//! 进度: how far an action is, in words and, where it can be counted, in numbers.

use crate::{Form, Id, Millis, Refusal, said::count};

/// What is said of how far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Report {
    /// The action.
    pub action: Id,
    /// What was done, or what holds it up.
    pub words: String,
    /// How much is done, such as 9 of 12 lamps.
    #[form(sparse)]
    pub done: Option<u32>,
    /// Of how much.
    #[form(sparse)]
    pub of: Option<u32>,
    /// Of what: 盏, 天, 米.
    #[form(sparse)]
    pub unit: Option<String>,
}

/// A progress record, read.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Progress {
    /// What was said.
    #[form(flatten)]
    pub report: Report,
    /// By whom.
    pub said_by: Id,
    /// When.
    pub said_at: Millis,
}

/// Whether the numbers can be.
pub(super) fn counted(report: &Report) -> Result<(), Refusal> {
    let of = report.of.map(|of| count("of", of.into())).transpose()?;
    let done = report.done.map(|done| count("done", done.into())).transpose()?;
    match (done, of) {
        (Some(done), Some(of)) if of > 0 && done <= of => Ok(()),
        (None, None) => Ok(()),
        _ => Err(crate::said::wrong("done")),
    }
}
