//! One issue's page.

/// What the screen says.
#[derive(Debug)]
pub struct Issue {
    /// Its heading.
    pub title: &'static str,
}

pub(crate) static ZH: Issue = Issue { title: "" };

pub(crate) static EN: Issue = Issue { title: "" };
