//! The blueprint of the village, what is known of it, and the teams that hand it on.

use domain::{
    Id, Kind, Record, Scope, Sorted,
    follow::{
        Action, Line, State,
        blueprint::Blueprint,
        blueprint_of,
        progress::Progress,
        term::{self, Inherited, Term},
        version::{Since, Version, lines, since},
    },
    session::{Fact, facts},
    sync::Replica,
};

use super::{Desk, Marks, Whereabouts};
use crate::order::newest_first;

/// How far a line is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum HowFar {
    /// So much of so much, as the latest note on an action says.
    Counted { done: u32, of: u32, unit: String },
    /// In a word.
    Words(String),
    /// As far as the action that it comes to.
    State(State),
}

/// A line as the screen shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outlook {
    /// What it says, and what has become of it since the year that was kept last.
    pub(crate) since: Since,
    /// How far it is.
    pub(crate) far: Option<HowFar>,
    /// Where its newest words are.
    pub(crate) whereabouts: Whereabouts,
}

/// A value of something that is known of the village.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Known {
    /// Its record.
    pub(crate) id: Id,
    /// What it says.
    pub(crate) fact: Fact,
    /// Who entered it.
    pub(crate) by: Option<Id>,
    /// Where its newest words are.
    pub(crate) whereabouts: Whereabouts,
}

/// All of a village's blueprint.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    /// The village.
    pub(crate) village: Id,
    /// What is not in its lines; nothing while nobody has begun.
    pub(crate) blueprint: Option<Blueprint>,
    /// Where its newest words are.
    pub(crate) whereabouts: Whereabouts,
    /// The lines, in the order of the page.
    pub(crate) lines: Vec<Outlook>,
    /// The years that are kept, the first first.
    pub(crate) kept: Vec<Version>,
    /// What is known of the village now.
    pub(crate) facts: Vec<Known>,
}

impl Plan {
    /// One of its lines.
    pub(crate) fn line(&self, id: Id) -> Option<&Outlook> {
        self.lines.iter().find(|line| line.since.line == id)
    }
}

impl Desk {
    /// The blueprint of a village; tracked.
    pub(crate) fn plan(self, village: Id) -> Plan {
        self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let within = within(replica, Scope::Village(village));
            let plan = blueprint_of(village);
            let begun = within.iter().find(|record| record.id == plan);
            let kept = kept(&within);
            let doings = Doings::among(&within);
            let lines = since(kept.last(), &lines(&within)).into_iter().map(|since| Outlook {
                far: doings.how_far(replica, &since.says),
                whereabouts: marks.whereabouts(since.line),
                since,
            });
            let known = |(id, fact)| known(id, fact, replica, &marks);
            Plan {
                village,
                blueprint: begun.and_then(|record| record.read().ok()),
                whereabouts: marks.whereabouts(plan),
                lines: lines.collect(),
                facts: facts(&within).into_iter().map(known).collect(),
                kept,
            }
        })
    }

    /// All values that were ever entered under a name, the newest first; tracked.
    pub(crate) fn history(self, village: Id, name: &str) -> Vec<Known> {
        self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let named =
                |record: &&Record| record.kind == Kind::Fact && record.text("name") == Some(name);
            let within = within(replica, Scope::Village(village));
            let all = within.into_iter().filter(named);
            let all = all.filter_map(|r| Some(known(r.id, r.read().ok()?, replica, &marks)));
            let mut all: Vec<Known> = all.collect();
            all.sort_by_cached_key(|known| {
                newest_first(0, known.fact.known_at.unwrap_or(0), known.id)
            });
            all
        })
    }

    /// The teams of a village, the newest first; tracked.
    pub(crate) fn terms(self, village: Id) -> Vec<(Id, Term, Whereabouts)> {
        self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let within = within(replica, Scope::Village(village));
            let terms = within.into_iter().filter(|record| record.kind == Kind::Term);
            let terms = terms.filter_map(|r| Some((r.id, r.read().ok()?, marks.whereabouts(r.id))));
            let mut terms: Vec<(Id, Term, Whereabouts)> = terms.collect();
            terms.sort_by_cached_key(|(id, term, _)| newest_first(0, term.team.from, *id));
            terms
        })
    }

    /// What would be handed over now; tracked.
    pub(crate) fn open(self, village: Id) -> Inherited {
        self.replica.with(|replica| {
            let sessions = within(replica, Scope::Village(village)).into_iter();
            let sessions = sessions.filter(|record| record.kind == Kind::Session);
            let sessions: Vec<Id> = sessions.map(|record| record.id).collect();
            term::open(village, &sessions, replica.view())
        })
    }
}

fn within(replica: &Replica, scope: Scope) -> Vec<&Record> {
    replica.view().values().filter(|record| record.scope == scope && !record.gone).collect()
}

fn kept(within: &[&Record]) -> Vec<Version> {
    let versions = within.iter().filter(|record| record.kind == Kind::Version);
    let versions = versions.filter_map(|record| record.read::<Version>().ok());
    let by_year: Sorted<u32, Version> = versions.map(|v| (v.year, v)).collect();
    by_year.into_iter().map(|(_, version)| version).collect()
}

fn known(id: Id, fact: Fact, replica: &Replica, marks: &Marks) -> Known {
    let record = replica.view().get(&id);
    let by = record.and_then(|record| record.link("known_by").or(record.by));
    Known { id, fact, by, whereabouts: marks.whereabouts(id) }
}

/// What is done in the village, looked for once for all lines.
struct Doings {
    /// The latest note on each action.
    latest: Sorted<Id, Progress>,
    /// The action that comes of a piece of advice.
    of_advice: Sorted<Id, Id>,
}

impl Doings {
    fn among(within: &[&Record]) -> Self {
        let mut doings = Self { latest: Sorted::new(), of_advice: Sorted::new() };
        for record in within {
            match record.kind {
                Kind::Action => doings.comes_of(record.link("advice"), Some(record.id)),
                Kind::Advice => doings.comes_of(Some(record.id), record.link("action")),
                Kind::Progress => doings.note(record),
                _ => {}
            }
        }
        doings
    }

    fn comes_of(&mut self, advice: Option<Id>, action: Option<Id>) {
        if let (Some(advice), Some(action)) = (advice, action) {
            self.of_advice.insert(advice, action);
        }
    }

    fn note(&mut self, record: &Record) {
        let Ok(progress) = record.read::<Progress>() else { return };
        let action = progress.report.action;
        let newer = |before: &Progress| before.said_at <= progress.said_at;
        if self.latest.get(&action).is_none_or(newer) {
            self.latest.insert(action, progress);
        }
    }

    /// By the latest note on what the line cites, or else by its own words, or else by where the action stands.
    fn how_far(&self, replica: &Replica, line: &Line) -> Option<HowFar> {
        let actions = line.cites().into_iter().filter_map(|id| match replica.view().get(&id) {
            Some(record) if record.kind == Kind::Action => Some(id),
            _ => self.of_advice.get(&id).copied(),
        });
        let actions: Vec<Id> = actions.collect();
        let notes = actions.iter().filter_map(|id| self.latest.get(id));
        let latest = notes.max_by_key(|progress| progress.said_at).map(|progress| &progress.report);
        let counted = latest.and_then(|report| {
            let (done, of) = report.done.zip(report.of)?;
            Some(HowFar::Counted { done, of, unit: report.unit.clone().unwrap_or_default() })
        });
        let own = || line.progress.clone().map(HowFar::Words);
        let said = || latest.map(|report| HowFar::Words(report.words.clone()));
        let state = || {
            let record = actions.iter().find_map(|id| replica.view().get(id))?;
            record.read::<Action>().ok().map(|action| HowFar::State(action.state()))
        };
        counted.or_else(own).or_else(said).or_else(state)
    }
}
