//! The pages for people without the app. Only the server has their sentences: each is reached by a call.

mod ballot;
mod brief;
mod edition;
mod line;
mod verify;

pub use self::{ballot::Ballot, brief::Brief, edition::Edition, line::Line, verify::Verify};
use crate::{Lang, Words};

/// What the app says of them.
#[derive(Debug)]
pub struct Public {
    /// Their heading.
    pub title: &'static str,
}

pub(crate) static ZH: Public = Public { title: "公示栏" };

pub(crate) static EN: Public = Public { title: "Notice board" };

impl Words {
    /// Whether a paper is what was sealed.
    #[must_use]
    pub fn verify(&self) -> &'static Verify {
        match self.lang {
            Lang::Zh => &verify::ZH,
            Lang::En => &verify::EN,
        }
    }

    /// The public edition of a sealed session.
    #[must_use]
    pub fn edition(&self) -> &'static Edition {
        match self.lang {
            Lang::Zh => &edition::ZH,
            Lang::En => &edition::EN,
        }
    }

    /// The page an expert is asked by.
    #[must_use]
    pub fn brief(&self) -> &'static Brief {
        match self.lang {
            Lang::Zh => &brief::ZH,
            Lang::En => &brief::EN,
        }
    }

    /// One issue's whole line, for everybody.
    #[must_use]
    pub fn line(&self) -> &'static Line {
        match self.lang {
            Lang::Zh => &line::ZH,
            Lang::En => &line::EN,
        }
    }

    /// The page by which one person says how something was done.
    #[must_use]
    pub fn ballot(&self) -> &'static Ballot {
        match self.lang {
            Lang::Zh => &ballot::ZH,
            Lang::En => &ballot::EN,
        }
    }
}
