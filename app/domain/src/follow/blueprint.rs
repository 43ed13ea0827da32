//! 蓝图: a vision and its lines, each with the sessions, advice and actions that made it or changed it.

use crate::{
    Form, Id, Ids, Millis, Record, Refusal,
    form::Value,
    issue::{LINE, WORDS},
    said::{reason, said, said_perhaps, wrong},
    session::Lacking,
};

/// The most sources one step may name.
const CITES: usize = 20;

/// One of the five categories of a blueprint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Section {
    /// 产业
    #[default]
    Industry,
    /// 人居
    Living,
    /// 民生
    Livelihood,
    /// 文化
    Culture,
    /// 治理
    Governance,
}

impl Section {
    /// All five, in the order of the page.
    pub const ALL: [Self; 5] =
        [Self::Industry, Self::Living, Self::Livelihood, Self::Culture, Self::Governance];

    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::Living => "living",
            Self::Livelihood => "livelihood",
            Self::Culture => "culture",
            Self::Governance => "governance",
        }
    }

    /// The section of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.as_str() == word)
    }
}

/// Where a line stands (PRODUCT.md, "The five life-cycles"). That it was changed is no place to stand: it is a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum LineState {
    /// 设想
    #[default]
    Idea,
    /// 列入
    Listed,
    /// 在做
    CarriedOut,
    /// 完成
    Done,
    /// 取消
    Dropped,
}

impl LineState {
    /// All of them, in the order of the life-cycle.
    pub const ALL: [Self; 5] =
        [Self::Idea, Self::Listed, Self::CarriedOut, Self::Done, Self::Dropped];

    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Listed => "listed",
            Self::CarriedOut => "carried_out",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Where a line may go from here.
    #[must_use]
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Idea => &[Self::Listed, Self::Dropped],
            Self::Listed => &[Self::CarriedOut, Self::Done, Self::Dropped],
            Self::CarriedOut => &[Self::Done, Self::Dropped],
            // it is begun again, or was not done after all
            Self::Done => &[Self::CarriedOut],
            Self::Dropped => &[Self::Listed],
        }
    }
}

/// One step of the way a line has come.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Step {
    /// Where it came to; where it was, when only its words changed.
    pub to: LineState,
    /// Who brought it there.
    pub by: Id,
    /// When.
    pub at: Millis,
    /// Why.
    #[form(sparse)]
    pub why: Option<String>,
    /// What it said before, where its words changed.
    #[form(sparse)]
    pub was: Option<String>,
    /// The sessions, advice and actions that made it so.
    #[form(sparse)]
    pub cites: Vec<Id>,
}

/// A line of the blueprint, read.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Line {
    /// Which of the five.
    pub section: Section,
    /// What is to be.
    pub words: String,
    /// The same in English.
    pub words_en: Option<String>,
    /// 先干一, 先干二, 先干三.
    pub first: Option<u32>,
    /// Where it stands.
    pub state: LineState,
    /// How far it is, in a word: 刚起步, 明年春.
    pub progress: Option<String>,
    /// The way it has come.
    pub trail: Vec<Step>,
    /// Fields that two people wrote in one place.
    pub check: Vec<String>,
}

impl Line {
    /// Everything that made it or changed it, each once, the first first.
    #[must_use]
    pub fn cites(&self) -> Vec<Id> {
        let mut seen = Ids::new();
        let all = self.trail.iter().flat_map(|step| &step.cites);
        all.filter(|id| seen.insert(**id)).copied().collect()
    }
}

/// A village's blueprint, read: what is not in its lines.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Blueprint {
    /// The vision, a line each.
    pub vision: Option<String>,
    /// The same in English.
    pub vision_en: Option<String>,
    /// For which years: 2026–2028.
    pub years: Option<String>,
    /// Fields that two people wrote in one place.
    pub check: Vec<String>,
}

/// The id of a village's blueprint: one for each village, so that two people write on the same.
#[must_use]
pub fn blueprint_of(village: Id) -> Id {
    Id::from_u128(village.as_u128() ^ (1 << 13))
}

/// What one step may name as its sources: each once, and not without end.
fn cited(cites: &[Id]) -> Result<Vec<Id>, Refusal> {
    let mut seen = Ids::new();
    let once: Vec<Id> = cites.iter().filter(|id| seen.insert(**id)).copied().collect();
    if once.len() > CITES { Err(wrong("cites")) } else { Ok(once) }
}

/// A line begins; one with a source is listed, one without is an idea.
pub(super) fn sketched(
    record: &mut Record,
    (cites, why): (&[Id], Option<&String>),
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let cites = cited(cites)?;
    let why = said_perhaps("why", why, WORDS)?;
    record.set("cites", Value::Null);
    record.set("why", Value::Null);
    let to = if cites.is_empty() { LineState::Idea } else { LineState::Listed };
    step(record, &Step { to, by, at, why, was: None, cites });
    Ok(())
}

pub(super) fn rewrite(
    record: &mut Record,
    (words, why, cites): (&str, &str, &[Id]),
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let line: Line = record.read().map_err(|_| Refusal::WrongKind)?;
    let (words, cites) = (said("words", words, LINE)?, cited(cites)?);
    if line.words == words {
        return Ok(());
    }
    let why = Some(reason(why)?);
    record.set("words", words);
    // it said the same in English, and does so no longer
    record.set("words_en", Value::Null);
    let was = Some(line.words.clone());
    step(record, &Step { to: line.state, by, at, why, was, cites });
    Ok(())
}

pub(super) fn carry(
    record: &mut Record,
    to: LineState,
    (why, cites): (Option<&String>, &[Id]),
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let line: Line = record.read().map_err(|_| Refusal::WrongKind)?;
    let (why, cites) = (said_perhaps("why", why, WORDS)?, cited(cites)?);
    if line.state == to && cites.is_empty() {
        return Ok(());
    }
    // a further source is a step, too
    if line.state != to && !line.state.next().contains(&to) {
        let last = line.trail.last();
        return Err(Refusal::WrongLine {
            now: line.state,
            wanted: to,
            by: last.map(|step| step.by),
            at: last.map_or(0, |step| step.at),
        });
    }
    if to == LineState::Listed && cites.is_empty() && line.cites().is_empty() {
        return Err(Refusal::Lacks { what: vec![Lacking::Source] });
    }
    if to == LineState::Dropped && why.is_none() {
        return Err(Refusal::NeedsReason);
    }
    step(record, &Step { to, by, at, why, was: None, cites });
    Ok(())
}

fn step(record: &mut Record, step: &Step) {
    record.set("state", step.to.as_str());
    record.push("trail", step.form());
}
