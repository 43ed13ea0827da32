//! Figures of a district: what is counted, in parts that add up, and the rows behind each. None of them is about a person,
//! and none of them orders places.

use crate::{
    Form, Id, Millis, Standing,
    burden::Sum,
    follow::Satisfaction,
    form::{self, Reader, Value},
    session::Verdict,
};

/// What fewer than so many people did or said is not told: it would be a figure about them.
pub const FEW: u32 = 5;

/// Something that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// 协商: planned as the year's table has it, and held.
    Sessions,
    /// 议题: by where they stand.
    Issues,
    /// 建议: by answer.
    Advice,
    /// 理由: of what was not adopted as it was said, what has one in writing.
    Reasons,
    /// 事项: done, open, over their day.
    Actions,
    /// 重办: begun anew, for somebody was not satisfied or it did not hold.
    Redone,
    /// 从提到办成: how many days.
    Days,
    /// 回音: who was told, of all who were to be.
    Echoes,
    /// 满意: what was said of how it was done, by sort.
    Satisfaction,
    /// 说上话: which groups of the villages have never been heard on a bench; of those from which few came, only that.
    Voice,
    /// 坐得全不全: in how many sessions every group of the village had a seat.
    Round,
}

impl Figure {
    /// All of them, in the order of the thread.
    pub const ALL: [Self; 11] = [
        Self::Sessions,
        Self::Issues,
        Self::Advice,
        Self::Reasons,
        Self::Actions,
        Self::Redone,
        Self::Days,
        Self::Echoes,
        Self::Satisfaction,
        Self::Voice,
        Self::Round,
    ];

    /// The word in addresses and on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sessions => "sessions",
            Self::Issues => "issues",
            Self::Advice => "advice",
            Self::Reasons => "reasons",
            Self::Actions => "actions",
            Self::Redone => "redone",
            Self::Days => "days",
            Self::Echoes => "echoes",
            Self::Satisfaction => "satisfaction",
            Self::Voice => "voice",
            Self::Round => "round",
        }
    }

    /// The figure of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.as_str() == word)
    }

    /// Its parts, in the order in which they are told. Each row is in one of them, so that they add up to all.
    #[must_use]
    pub fn parts(self) -> Vec<&'static str> {
        match self {
            Self::Sessions => vec!["held", "ahead", "postponed", "unconvened"],
            Self::Issues => Standing::ALL.map(Standing::as_str).to_vec(),
            Self::Advice => {
                Verdict::ALL.into_iter().map(Verdict::as_str).chain(["unanswered"]).collect()
            }
            Self::Reasons => vec!["reasoned", "bare"],
            Self::Actions => vec!["done", "later", "open", "overdue"],
            Self::Redone => vec!["redone", "once"],
            Self::Days => vec!["month", "season", "half", "longer"],
            Self::Echoes => vec!["told", "waiting"],
            Self::Satisfaction => Satisfaction::ALL.map(Satisfaction::as_str).to_vec(),
            Self::Voice => vec!["spoke", "sat", "few", "never"],
            Self::Round => vec!["whole", "halfway", "fewer"],
        }
    }
}

impl Form for Figure {
    fn form(&self) -> Value {
        form::said(self.as_str())
    }

    fn take(from: &mut Reader) -> Self {
        from.word("a figure", Self::of).unwrap_or(Self::Sessions)
    }
}

/// How many are in a part.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Part {
    /// The part's word.
    pub part: String,
    /// How many.
    pub count: u32,
}

/// A figure, as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Told {
    /// Which.
    pub figure: Figure,
    /// Of how many it is: the parts add up to it.
    pub all: u32,
    /// The parts that have any, in their order.
    #[form(sparse)]
    pub parts: Vec<Part>,
    /// The days in the middle of all, where days are counted.
    #[form(sparse)]
    pub median: Option<u32>,
    /// Whether it is of so few people that no more is told.
    #[form(sparse)]
    pub few: bool,
}

impl Told {
    /// How many are in a part.
    #[must_use]
    pub fn count(&self, part: &str) -> u32 {
        self.parts.iter().find(|one| one.part == part).map_or(0, |one| one.count)
    }
}

/// All figures of a region, or of one place of it, at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Figures {
    /// Of which year by Shanghai's calendar; of all time without one.
    #[form(sparse)]
    pub year: Option<u32>,
    /// Of which town or village; of the whole region without one.
    #[form(sparse)]
    pub place: Option<Id>,
    /// When it was counted.
    pub at: Millis,
    /// The figures, in the order of the thread.
    pub told: Vec<Told>,
    /// Actions done in each month of the year.
    #[form(sparse)]
    pub months: Vec<u32>,
    /// What tasks cost on the phones of all places of this server, by task: nobody keeps whose phone it was.
    #[form(sparse)]
    pub burden: Vec<Sum>,
    /// The first year of which anything is known.
    #[form(sparse)]
    pub since: Option<u32>,
}

impl Figures {
    /// One of them.
    #[must_use]
    pub fn figure(&self, figure: Figure) -> Option<&Told> {
        self.told.iter().find(|told| told.figure == figure)
    }

    /// How many are in a part of one of them.
    #[must_use]
    pub fn count(&self, figure: Figure, part: &str) -> u32 {
        self.figure(figure).map_or(0, |told| told.count(part))
    }
}

/// A row behind a figure. Rows stand in the administrative order of their villages, then by their day.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Row {
    /// What it is: an issue, a session, an entry of the plan, a piece of advice, an action, or a place.
    pub kind: String,
    /// Which.
    pub id: Id,
    /// In which part it is counted.
    pub part: String,
    /// Where.
    pub village: Id,
    /// The name of that village.
    pub village_name: String,
    /// Its heading.
    pub title: String,
    /// Its heading in English, where somebody wrote one.
    #[form(sparse)]
    pub title_en: Option<String>,
    /// Where it stands, in its own word.
    #[form(sparse)]
    pub state: Option<String>,
    /// The day it is counted on.
    #[form(sparse)]
    pub at: Option<Millis>,
    /// By when it was to be done.
    #[form(sparse)]
    pub due: Option<Millis>,
    /// How many days it took.
    #[form(sparse)]
    pub days: Option<u32>,
    /// The reason that was given.
    #[form(sparse)]
    pub why: Option<String>,
    /// The session it belongs to.
    #[form(sparse)]
    pub session: Option<Id>,
    /// The issue it is about.
    #[form(sparse)]
    pub issue: Option<Id>,
}

/// A page of the rows behind a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many there are in all that are told.
    pub all: u32,
    /// Whether some are of so few people that they are not told.
    #[form(sparse)]
    pub few: bool,
}
