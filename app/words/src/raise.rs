//! Raising an issue.

/// What the screen says.
#[derive(Debug)]
pub struct Raise {
    /// Its heading.
    pub title: &'static str,
}

pub(crate) static ZH: Raise = Raise { title: "" };

pub(crate) static EN: Raise = Raise { title: "" };
