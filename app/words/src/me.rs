//! Me: language, text size, devices.

/// What the screen says.
#[derive(Debug)]
pub struct Me {
    /// Its heading.
    pub title: &'static str,
}

pub(crate) static ZH: Me = Me { title: "" };

pub(crate) static EN: Me = Me { title: "" };
