//! The wings of the district's desk.

/// A page of the district's desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wing {
    /// `/app/district`: all at a glance.
    Overview,
    /// `/plan`: what the year is to bring, month by month.
    Year,
    /// `/waits`: who waits for whom.
    Waits,
    /// `/figures`: each with what it means.
    Figures,
    /// `/experts`: who can help whom.
    Experts,
    /// `/reports`: what goes out, and what comes in again.
    Reports,
}

impl Wing {
    const ALL: [(Self, &str); 6] = [
        (Self::Overview, ""),
        (Self::Year, "plan"),
        (Self::Waits, "waits"),
        (Self::Figures, "figures"),
        (Self::Experts, "experts"),
        (Self::Reports, "reports"),
    ];

    /// The wing of a word.
    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name)| *name == word).map(|(wing, _)| *wing)
    }

    /// Its word.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(wing, _)| *wing == self).map_or("", |(_, name)| name)
    }

    /// All of them, in the order of the menu.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Self::ALL.iter().map(|(wing, _)| *wing)
    }
}
