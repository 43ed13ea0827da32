//! The five questions and the ways.

/// What the screen says.
#[derive(Debug)]
pub struct Triage {
    /// Its heading.
    pub title: &'static str,
}

pub(crate) static ZH: Triage = Triage { title: "" };

pub(crate) static EN: Triage = Triage { title: "" };
