//! What is sealed, read with its names: for papers that stay with those who were there.

use domain::form::Value;
use domain::session::bench::Count;
use domain::session::{Mode, Part, Seat, Sort};
use domain::{Form, Millis};

/// The content of a session.
#[derive(Debug, Form)]
pub(super) struct Content {
    pub(super) title: String,
    pub(super) mode: Mode,
    pub(super) on: Option<Millis>,
    #[form(rename = "where")]
    pub(super) place: Option<String>,
    #[form(default)]
    pub(super) agenda: Vec<Part>,
    #[form(default)]
    pub(super) seats: Vec<Sat>,
    #[form(default)]
    pub(super) facts: Vec<String>,
    #[form(default)]
    pub(super) consensus: Vec<String>,
    #[form(default)]
    pub(super) statements: Vec<Line>,
    #[form(default)]
    pub(super) counts: Vec<Count>,
    #[form(default)]
    pub(super) actions: Vec<Doing>,
}

/// Somebody who had a seat.
#[derive(Debug, Form)]
pub(super) struct Sat {
    #[form(flatten)]
    pub(super) seat: Seat,
    pub(super) present: Option<bool>,
}

/// Something that was said.
#[derive(Debug, Form)]
pub(super) struct Line {
    pub(super) seat: Option<u32>,
    pub(super) sort: Sort,
    #[form(default)]
    pub(super) part: u32,
    pub(super) words: Option<String>,
    pub(super) against: Option<String>,
}

/// Something that was promised.
#[derive(Debug, Form)]
pub(super) struct Doing {
    pub(super) what: Option<String>,
    pub(super) owner: String,
    pub(super) due: Option<Millis>,
}

impl Content {
    /// Reads it; nothing when it is not a session's.
    pub(super) fn of(content: &Value) -> Option<Self> {
        Self::read(content.clone()).ok()
    }

    /// Who was there; everybody who had a seat, where no roll was called.
    pub(super) fn here(&self) -> impl Iterator<Item = &Seat> {
        let called = self.seats.iter().any(|sat| sat.present.is_some());
        let here = self.seats.iter().filter(move |sat| sat.present == Some(true) || !called);
        here.map(|sat| &sat.seat)
    }

    /// Whose a line is.
    pub(super) fn speaker(&self, line: &Line) -> Option<&Seat> {
        let at = usize::try_from(line.seat?).ok()?;
        self.seats.get(at).map(|sat| &sat.seat)
    }
}
