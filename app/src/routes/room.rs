//! The rooms of a session.

/// A room of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    /// What it is, where it stands and what comes next.
    Overview,
    /// `/seats`: who is invited, who knows, the roll.
    Seats,
    /// `/agenda`
    Agenda,
    /// `/paper`: the one page that everybody reads before, facts, notes.
    Paper,
    /// `/print`: roll, slips and the page, on paper.
    Print,
    /// `/bench`: the evening itself.
    Bench,
    /// `/minutes`: the draft.
    Minutes,
    /// `/check`: read back, sentence by sentence.
    Check,
    /// `/advice`: every piece of advice gets its answer.
    Advice,
    /// `/seal`: signatures, the seal, and what goes out.
    Seal,
}

impl Room {
    const ALL: [(Self, &str); 10] = [
        (Self::Overview, ""),
        (Self::Seats, "seats"),
        (Self::Agenda, "agenda"),
        (Self::Paper, "paper"),
        (Self::Print, "print"),
        (Self::Bench, "bench"),
        (Self::Minutes, "minutes"),
        (Self::Check, "check"),
        (Self::Advice, "advice"),
        (Self::Seal, "seal"),
    ];

    /// The room of a word.
    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name)| *name == word).map(|(room, _)| *room)
    }

    /// Its word.
    pub(super) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(room, _)| *room == self).map_or("", |(_, name)| name)
    }
}
