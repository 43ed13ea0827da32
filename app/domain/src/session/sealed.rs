//! What is sealed, read again: with the names of those who were there.

use super::{Mode, Part, Sort, bench::Count, seat::Seat};
use crate::{Form, Millis};

/// The content of a sealed session.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Content {
    /// The topic.
    pub title: String,
    /// Who prepared the bench.
    pub mode: Mode,
    /// When.
    pub on: Option<Millis>,
    /// Where.
    #[form(rename = "where")]
    pub place: Option<String>,
    /// The agenda.
    #[form(default)]
    pub agenda: Vec<Part>,
    /// The seats, in the order of the ring.
    #[form(default)]
    pub seats: Vec<Sat>,
    /// What was reported.
    #[form(default)]
    pub facts: Vec<String>,
    /// What was agreed on.
    #[form(default)]
    pub consensus: Vec<String>,
    /// What was said.
    #[form(default)]
    pub statements: Vec<Said>,
    /// Shows of hands.
    #[form(default)]
    pub counts: Vec<Count>,
    /// What was promised.
    #[form(default)]
    pub actions: Vec<Doing>,
}

/// Somebody who had a seat.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Sat {
    /// Who.
    #[form(flatten)]
    pub seat: Seat,
    /// Whether the person was here; nothing where no roll was called.
    pub present: Option<bool>,
    /// Whether the name was erased, and what stands for it is no name.
    #[form(sparse)]
    pub erased: bool,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Said {
    /// Whose it is, by the place among the seats.
    pub seat: Option<u32>,
    /// What sort of thing.
    pub sort: Sort,
    /// In which part of the agenda.
    #[form(default)]
    pub part: u32,
    /// The words.
    pub words: Option<String>,
    /// The speaker's objection to how it was taken down.
    pub against: Option<String>,
    /// What the speaker said of the words: a word of `minutes::Word`, or that there was no answer.
    pub check: String,
    /// Whether the public edition may name the speaker.
    #[form(default)]
    pub named: bool,
}

/// Something that was promised.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Doing {
    /// What.
    pub what: Option<String>,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<Millis>,
}

impl Content {
    /// Who came. Where no roll was called, everybody who had a seat.
    pub fn here(&self) -> impl Iterator<Item = &Seat> {
        let called = self.seats.iter().any(|sat| sat.present.is_some());
        let here = self.seats.iter().filter(move |sat| sat.present == Some(true) || !called);
        here.map(|sat| &sat.seat)
    }

    /// The place of whoever said something, with what is known of it.
    #[must_use]
    pub fn sat(&self, said: &Said) -> Option<&Sat> {
        self.seats.get(usize::try_from(said.seat?).ok()?)
    }

    /// Whose something that was said is.
    #[must_use]
    pub fn speaker(&self, said: &Said) -> Option<&Seat> {
        self.sat(said).map(|sat| &sat.seat)
    }
}
