//! The pages for people without the app. Only the server has their sentences: each is reached by a call.

mod asking;
mod assess;
mod ballot;
mod brief;
mod complaint;
mod edition;
mod line;
mod policy;
mod raising;
mod verify;

pub use self::{
    asking::Asking, assess::Assess, ballot::Ballot, brief::Brief, complaint::Complaint,
    edition::Edition, line::Line, policy::Policy, raising::Raising, verify::Verify,
};
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

    /// The page by which somebody without an account raises an issue.
    #[must_use]
    pub fn raising(&self) -> &'static Raising {
        match self.lang {
            Lang::Zh => &raising::ZH,
            Lang::En => &raising::EN,
        }
    }

    /// The page on which somebody asks by a number.
    #[must_use]
    pub fn asking(&self) -> &'static Asking {
        match self.lang {
            Lang::Zh => &asking::ZH,
            Lang::En => &asking::EN,
        }
    }

    /// The page for complaints and suggestions about this tool.
    #[must_use]
    pub fn complaint(&self) -> &'static Complaint {
        match self.lang {
            Lang::Zh => &complaint::ZH,
            Lang::En => &complaint::EN,
        }
    }

    /// What is kept and why, and the rules against formalism.
    #[must_use]
    pub fn policy(&self) -> &'static Policy {
        match self.lang {
            Lang::Zh => &policy::ZH,
            Lang::En => &policy::EN,
        }
    }

    /// The page by which anybody with a session's code rates.
    #[must_use]
    pub fn assess(&self) -> &'static Assess {
        match self.lang {
            Lang::Zh => &assess::ZH,
            Lang::En => &assess::EN,
        }
    }
}
