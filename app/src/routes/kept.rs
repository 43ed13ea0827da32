//! The pages about what is kept: who touched what, and whose data.

/// What is kept about people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// About the reader.
    Data,
    /// About somebody else, for the office.
    Others,
    /// Who touched what.
    Deeds,
}

impl Kept {
    /// The page of a word.
    pub(super) fn of(word: &str) -> Self {
        match word {
            "deeds" => Self::Deeds,
            "others" => Self::Others,
            _ => Self::Data,
        }
    }

    /// Its word.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Others => "others",
            Self::Deeds => "deeds",
        }
    }
}
