//! The blueprint of a year, kept as it stood; and what has changed since, and why.

use super::blueprint::{Blueprint, Line, LineState, Section, Step, blueprint_of};
use crate::{
    Form, Id, Kind, Millis, Record, Refusal, Scope, Sorted,
    said::wrong,
    session::{Around, Fact, facts},
};

/// A line as it stood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Frozen {
    /// The line.
    pub line: Id,
    /// Which of the five.
    pub section: Section,
    /// What it said.
    pub words: String,
    /// 先干一, 先干二, 先干三.
    #[form(sparse)]
    pub first: Option<u32>,
    /// Where it stood.
    pub state: LineState,
    /// What had made it so.
    #[form(sparse)]
    pub cites: Vec<Id>,
}

/// The blueprint of a year, read.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Version {
    /// Of which year.
    pub year: u32,
    /// The vision.
    pub vision: Option<String>,
    /// The lines, in the order of the page.
    pub lines: Vec<Frozen>,
    /// What was known of the village.
    pub facts: Vec<Fact>,
    /// Who kept it.
    pub frozen_by: Option<Id>,
    /// When.
    pub frozen_at: Millis,
}

/// The id of a village's blueprint of a year: there is one.
#[must_use]
pub fn version_of(village: Id, year: u32) -> Id {
    Id::from_u128(village.as_u128() ^ (1 << 13) ^ u128::from(year))
}

/// Keeps the blueprint as it stands.
pub(super) fn freeze(
    record: &mut Record,
    year: u32,
    around: &dyn Around,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let Scope::Village(village) = record.scope else { return Err(wrong("scope")) };
    if !(1949..=2199).contains(&year) {
        return Err(wrong("year"));
    }
    if record.id != version_of(village, year) {
        return Err(wrong("id"));
    }
    let within = around.within(record.scope);
    let plan = within.iter().find(|record| record.id == blueprint_of(village));
    let plan: Blueprint = plan.and_then(|record| record.read().ok()).unwrap_or_default();
    let lines: Vec<Frozen> = lines(&within).into_iter().map(frozen).collect();
    record.set("vision", plan.vision);
    record.set("lines", lines.form());
    record
        .set("facts", facts(&within).into_iter().map(|(_, fact)| fact).collect::<Vec<_>>().form());
    record.set("frozen_by", by.to_string());
    record.set("frozen_at", at);
    Ok(())
}

fn frozen((line, says): (Id, Line)) -> Frozen {
    let cites = says.cites();
    Frozen {
        line,
        section: says.section,
        words: says.words,
        first: says.first,
        state: says.state,
        cites,
    }
}

/// The lines among some records, in the order of the page: by category, and in it as they came.
#[must_use]
pub fn lines(within: &[&Record]) -> Vec<(Id, Line)> {
    let mut found = Sorted::<(Section, Id), Line>::new();
    for record in within.iter().filter(|record| record.kind == Kind::Line && !record.gone) {
        if let Ok(line) = record.read::<Line>() {
            found.insert((line.section, record.id), line);
        }
    }
    found.into_iter().map(|((_, id), line)| (id, line)).collect()
}

/// What became of a line since a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It stands as it stood.
    Same,
    /// 新增
    New,
    /// 改了: it said something else.
    Changed {
        /// What.
        was: String,
    },
    /// 取消
    Dropped,
}

/// A line as it stands, and what became of it since a version, with the steps that made it so.
#[derive(Clone, Debug, PartialEq)]
pub struct Since {
    /// The line.
    pub line: Id,
    /// What it says.
    pub says: Line,
    /// What became of it.
    pub mark: Mark,
    /// The steps since: why, and what they cite.
    pub steps: Vec<Step>,
}

/// What has become of each line since a version; since the beginning without one.
#[must_use]
pub fn since(version: Option<&Version>, now: &[(Id, Line)]) -> Vec<Since> {
    let kept_at = version.map_or(0, |version| version.frozen_at);
    let stood = |line: Id| version.and_then(|v| v.lines.iter().find(|old| old.line == line));
    let since = now.iter().map(|(line, says)| {
        let dropped = says.state == LineState::Dropped;
        let mark = match stood(*line) {
            Some(old) if dropped && old.state != LineState::Dropped => Mark::Dropped,
            Some(old) if old.words != says.words => Mark::Changed { was: old.words.clone() },
            Some(_) => Mark::Same,
            None if dropped => Mark::Dropped,
            None if version.is_some() => Mark::New,
            None => match says.trail.iter().find_map(|step| step.was.clone()) {
                Some(was) => Mark::Changed { was },
                None => Mark::New,
            },
        };
        let steps = says.trail.iter().filter(|step| version.is_none() || step.at > kept_at);
        Since { line: *line, says: says.clone(), mark, steps: steps.cloned().collect() }
    });
    since.collect()
}
