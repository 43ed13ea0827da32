//! 评一评: how it was done, by those it was done for. One rating a person; the latest counts.

use super::Action;
use crate::{
    Form, Id, Millis, Refusal,
    issue::{LINE, WORDS},
    said::{said_perhaps, wrong},
};

/// The most ratings one action keeps.
pub(super) const MOST: usize = 2000;

/// How somebody finds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Satisfaction {
    /// 满意
    #[default]
    Satisfied,
    /// 基本满意
    Basically,
    /// 不满意
    Not,
}

impl Satisfaction {
    /// All three, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Satisfied, Self::Basically, Self::Not];

    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Basically => "basically",
            Self::Not => "not",
        }
    }

    /// The answer of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|result| result.as_str() == word)
    }
}

/// By which way a rating came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Form)]
pub enum Way {
    /// 本人手机
    #[default]
    Own,
    /// 链接: without an account.
    Link,
    /// 纸上
    Paper,
    /// 电话
    Phone,
    /// 当面
    Here,
}

impl Way {
    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Link => "link",
            Self::Paper => "paper",
            Self::Phone => "phone",
            Self::Here => "here",
        }
    }
}

/// What is said when somebody rates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Rate {
    /// How somebody finds it.
    pub result: Satisfaction,
    /// 让我说上话了吗: whether the person was heard; nothing where that was not asked.
    #[form(sparse)]
    pub heard: Option<bool>,
    /// A word with it; what is wrong where somebody is not satisfied.
    #[form(sparse)]
    pub words: Option<String>,
    /// Whose rating it is, where somebody else writes it down.
    #[form(sparse)]
    pub name: Option<String>,
    /// By which way it came.
    pub way: Way,
    /// The letter it was taken from.
    #[form(sparse)]
    pub letter: Option<Id>,
}

/// A rating, as an action keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Rating {
    /// What was said.
    pub result: Satisfaction,
    /// Whether the person was heard.
    #[form(sparse)]
    pub heard: Option<bool>,
    /// A word with it.
    #[form(sparse)]
    pub words: Option<String>,
    /// Whose it is, where somebody else wrote it down.
    #[form(sparse)]
    pub name: Option<String>,
    /// By which way it came.
    pub way: Way,
    /// Who wrote it down.
    pub by: Option<Id>,
    /// When.
    pub at: Millis,
    /// Of the how-manyth doing: 0 for the first.
    #[form(sparse)]
    pub round: u32,
    /// The letter it was taken from.
    #[form(sparse)]
    pub letter: Option<Id>,
}

impl Rating {
    /// Whether somebody wrote it down, as against a link that was opened.
    pub(super) fn by_hand(&self) -> bool {
        self.way != Way::Link || self.letter.is_some()
    }

    /// Whether two are of one person.
    pub(super) fn same_voice(&self, other: &Self) -> bool {
        // who wrote letters is not known: each of them is a voice of its own, however it is called
        if self.letter.is_some() || other.letter.is_some() {
            return self.letter == other.letter;
        }
        match (&self.name, &other.name) {
            (Some(mine), Some(theirs)) => mine == theirs,
            (None, None) => self.by == other.by,
            _ => false,
        }
    }
}

/// A rating as it is kept.
pub(super) fn given(
    rate: &Rate,
    action: &Action,
    (by, at): (Id, Millis),
) -> Result<Rating, Refusal> {
    let words = said_perhaps("words", rate.words.as_ref(), WORDS)?;
    let name = said_perhaps("name", rate.name.as_ref(), LINE)?;
    // nobody rates for somebody who is not named, and nobody in another's name on a phone of their own
    if (rate.way == Way::Own) != name.is_none() || (rate.letter.is_some() && rate.way != Way::Link)
    {
        return Err(wrong("name"));
    }
    if rate.result == Satisfaction::Not && words.is_none() {
        return Err(Refusal::NeedsReason);
    }
    let owner = action.owner.as_deref().unwrap_or_default();
    if name.as_deref().is_some_and(|name| owner.contains(name)) {
        return Err(Refusal::OwnDeed);
    }
    let (round, by) = (action.round(), Some(by));
    let Rate { result, heard, way, letter, .. } = *rate;
    Ok(Rating { result, heard, words, name, way, by, at, round, letter })
}

/// How many said what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// 满意
    pub satisfied: usize,
    /// 基本满意
    pub basically: usize,
    /// 不满意
    pub not: usize,
    /// Who say that they were heard.
    pub heard: usize,
}

impl Tally {
    /// How many there are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.satisfied + self.basically + self.not
    }
}

/// How many said what of the how-manyth doing.
#[must_use]
pub fn tally(ratings: &[Rating], round: u32) -> Tally {
    let mut tally = Tally::default();
    for rating in ratings.iter().filter(|rating| rating.round == round) {
        match rating.result {
            Satisfaction::Satisfied => tally.satisfied += 1,
            Satisfaction::Basically => tally.basically += 1,
            Satisfaction::Not => tally.not += 1,
        }
        tally.heard += usize::from(rating.heard == Some(true));
    }
    tally
}
