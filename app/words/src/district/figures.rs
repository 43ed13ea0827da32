//! The district's figures: what each is called, what exactly it counts, and what it says.

mod en;
mod zh;

use domain::{
    Standing,
    figures::{Figure, Told},
    follow::Satisfaction,
    session::Verdict,
};

use self::{en::EN, zh::ZH};
use crate::{Lang, Words, follow::satisfaction, session::verdict};

/// Of which time something is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// This year.
    Now,
    /// Another year.
    Year(u32),
    /// All years.
    All,
}

/// What the figures say.
#[derive(Debug)]
pub struct Figures {
    /// A figure by name.
    pub name: fn(Figure) -> &'static str,
    /// What exactly it counts.
    pub means: fn(Figure) -> &'static str,
    /// A figure in a sentence.
    pub says: fn(&Told) -> String,
    /// A part of a figure that has no name of its own elsewhere.
    pub part: fn(&str) -> &'static str,
    /// It is of so few people that no more is told.
    pub few: &'static str,
    /// What so few of a village said is not in the list.
    pub few_rows: &'static str,
    /// There is nothing to count.
    pub nothing: &'static str,
    /// The choice of a year.
    pub year: &'static str,
    /// All years.
    pub every_year: &'static str,
    /// A year.
    pub year_of: fn(u32) -> String,
    /// The choice of a place.
    pub place: &'static str,
    /// All of the district.
    pub whole: &'static str,
    /// The way to so many rows, of a figure by name.
    pub rows: fn(u32, &str) -> String,
    /// The choice of one part of the rows.
    pub which: &'static str,
    /// All parts.
    pub every_part: &'static str,
    /// More rows.
    pub more: &'static str,
    /// The way back to the figures.
    pub back: &'static str,
    /// The table beside a drawing.
    pub table: &'static str,
    /// The heading over the parts of a table.
    pub parts: &'static str,
    /// The heading over numbers.
    pub count: &'static str,
    /// That it takes a signal.
    pub offline: &'static str,
    /// What is shown was counted at a moment.
    pub kept: fn(&str) -> String,
    /// What stands before, between and after four numbers: planned, held, advised, unanswered.
    pub lead: fn(Span) -> [String; 5],
    /// Heading over what has become of advice.
    pub advice_card: &'static str,
    /// So many were not adopted as they were said, and so many of them have no reason.
    pub reasons: fn(u32, u32) -> String,
    /// Heading over what was done.
    pub done_card: &'static str,
    /// Done, of how many.
    pub done_of: fn(u32, u32) -> String,
    /// Done month by month, read aloud.
    pub by_month: fn(&[u32]) -> String,
    /// A month's name.
    pub month: fn(usize) -> String,
    /// The days in the middle: its name, and what stands after the number.
    pub median: (&'static str, &'static str),
    /// Echoes: its name, and of how many.
    pub echoes: (&'static str, fn(u32) -> String),
    /// Begun anew: its name, and what stands after the number.
    pub redone: (&'static str, &'static str),
    /// Heading over what the tool costs.
    pub burden: &'static str,
    /// What exactly that counts.
    pub burden_means: &'static str,
    /// By when it was to be done.
    pub due: fn(&str) -> String,
    /// How long it took.
    pub took: fn(u32) -> String,
}

impl Words {
    /// The district's figures.
    #[must_use]
    pub fn figures(&self) -> &'static Figures {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }

    /// A part of a figure by name.
    #[must_use]
    pub fn figure_part(&self, figure: Figure, part: &str) -> &'static str {
        let f = self.figures();
        let standing = || Standing::ALL.into_iter().find(|standing| standing.as_str() == part);
        let named = match figure {
            Figure::Issues => standing().map(self.names.standing),
            Figure::Advice => Verdict::of(part).map(|one| verdict(self.lang, one)),
            Figure::Satisfaction => Satisfaction::of(part).map(|one| satisfaction(self.lang, one)),
            Figure::Sessions
            | Figure::Reasons
            | Figure::Actions
            | Figure::Redone
            | Figure::Days
            | Figure::Echoes
            | Figure::Voice
            | Figure::Round => None,
        };
        named.unwrap_or_else(|| (f.part)(part))
    }

    /// All parts of a figure with their numbers, as they are read aloud beside its drawing.
    #[must_use]
    pub fn figure_aloud(&self, told: &Told) -> String {
        let (comma, colon) = match self.lang {
            Lang::Zh => ("，", "："),
            Lang::En => (", ", ": "),
        };
        let parts = told.parts.iter();
        let parts =
            parts.map(|one| format!("{} {}", self.figure_part(told.figure, &one.part), one.count));
        let name = (self.figures().name)(told.figure);
        format!("{name}{colon}{}", parts.collect::<Vec<_>>().join(comma))
    }
}
