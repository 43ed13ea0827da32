//! This phone: waiting, attention, export.

/// What the screen says.
#[derive(Debug)]
pub struct Phone {
    /// Its heading.
    pub title: &'static str,
}

pub(crate) static ZH: Phone = Phone { title: "" };

pub(crate) static EN: Phone = Phone { title: "" };
