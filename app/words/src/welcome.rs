//! The welcome page behind an invite.

/// What the screen says.
#[derive(Debug)]
pub struct Welcome {
    /// Its heading.
    pub title: &'static str,
}

pub(crate) static ZH: Welcome = Welcome { title: "" };

pub(crate) static EN: Welcome = Welcome { title: "" };
