//! The pages for people without the app.

/// What the screen says.
#[derive(Debug)]
pub struct Public {
    /// Its heading.
    pub title: &'static str,
}

pub(crate) static ZH: Public = Public { title: "" };

pub(crate) static EN: Public = Public { title: "" };
