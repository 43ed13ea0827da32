//! 一条板凳线: one issue's whole line, from the sentence to the lamp and back again.

use serde_json::Value;

use super::{Line, State};
use crate::{Id, Ids, Issue, Kind, Record, Sorted, Stage, Station};

/// All that hangs on one issue, each in the order of time.
#[derive(Debug, Default)]
pub struct Thread<'a> {
    /// The sessions in which it was talked through.
    pub sessions: Vec<&'a Record>,
    /// What was advised.
    pub advice: Vec<&'a Record>,
    /// What is done.
    pub actions: Vec<&'a Record>,
    /// How far it is.
    pub progress: Vec<&'a Record>,
    /// Lines of the blueprint that come of it.
    pub lines: Vec<&'a Record>,
}

impl<'a> Thread<'a> {
    /// Gathers what hangs on an issue, among some records. What a session says of no issue in particular is said of each
    /// of its issues.
    #[must_use]
    pub fn of(issue: Id, records: &[&'a Record]) -> Self {
        let there = || records.iter().copied().filter(|record| !record.gone);
        let kind = |kind: Kind| there().filter(move |record| record.kind == kind);
        let sessions: Vec<_> =
            kind(Kind::Session).filter(|one| held(one).any(|id| id == issue)).collect();
        let ids = |of: &[&Record]| of.iter().map(|record| record.id).collect::<Ids>();
        let among = |record: &Record, field: &str, ids: &Ids| {
            record.link(field).is_some_and(|id| ids.contains(&id))
        };
        let sat = ids(&sessions);
        let about = |record: &&Record| match record.link("issue") {
            Some(of) => of == issue,
            None => among(record, "session", &sat),
        };
        let advice: Vec<_> = kind(Kind::Advice).filter(about).collect();
        let advised = ids(&advice);
        let comes = |record: &&Record| among(record, "advice", &advised) || about(record);
        let actions: Vec<_> = kind(Kind::Action).filter(comes).collect();
        let acts = ids(&actions);
        let progress = kind(Kind::Progress).filter(|one| among(one, "action", &acts)).collect();
        let cites = |record: &&Record| {
            let cites = record.read::<Line>().map(|line| line.cites()).unwrap_or_default();
            cites.iter().any(|id| advised.contains(id) || acts.contains(id) || *id == issue)
        };
        let lines = kind(Kind::Line).filter(cites).collect();
        Self { sessions, advice, actions, progress, lines }
    }

    /// The station that the issue has reached: by its own standing, or by what has come of it since.
    #[must_use]
    pub fn station(&self, issue: &Issue) -> Station {
        let own = issue.standing.station();
        let mut come = Come::default();
        let all = self.sessions.iter().chain(&self.advice).chain(&self.actions);
        all.for_each(|record| come.take(record));
        come.station().map_or(own, |station| own.max(station))
    }
}

/// The issues that are talked through in a session.
fn held(session: &Record) -> impl Iterator<Item = Id> {
    let issues = session.fields.get("issues").and_then(Value::as_array);
    issues.into_iter().flatten().filter_map(|id| Id::try_parse(id.as_str()?).ok())
}

/// The stations of those issues that have come further than their own standing says.
///
/// That is by what was advised, answered, done and rated since. One walk over what a phone holds, and over bare fields: a
/// board of hundreds of cards asks for each whenever anything moves.
#[must_use]
pub fn stations<'a>(records: impl Iterator<Item = &'a Record>) -> Sorted<Id, Station> {
    let (mut issues, mut sessions, mut actions) = (Vec::new(), Vec::new(), Vec::new());
    let (mut come, mut advised) = (Sorted::<Id, Come>::new(), Sorted::<Id, Id>::new());
    let about = |record: &Record| record.link("issue").or_else(|| record.link("session"));
    for record in records.filter(|record| !record.gone) {
        match record.kind {
            Kind::Issue => issues.push(record.id),
            Kind::Session => {
                sessions.push(record);
                come.or_default(record.id).take(record);
            }
            Kind::Action => actions.push(record),
            Kind::Advice => {
                if let Some(about) = about(record) {
                    advised.insert(record.id, about);
                    come.or_default(about).take(record);
                }
            }
            _ => {}
        }
    }
    for action in actions {
        // what says only which advice it comes from is about what the advice is about
        let of_advice = || advised.get(&action.link("advice")?).copied();
        if let Some(about) = about(action).or_else(of_advice) {
            come.or_default(about).take(action);
        }
    }
    // what a session says of no issue in particular is said of each of its issues
    for session in sessions {
        let sat = come.get(&session.id).copied().unwrap_or_default();
        held(session).for_each(|issue| come.or_default(issue).add(sat));
    }
    let station = |id: Id| Some((id, come.get(&id)?.station()?));
    issues.into_iter().filter_map(station).collect()
}

/// What has come of an issue, or of a session for each of its issues.
#[derive(Clone, Copy, Debug, Default)]
struct Come {
    advised: bool,
    answered: bool,
    begun: bool,
    actions: usize,
    rated: usize,
}

impl Come {
    fn take(&mut self, record: &Record) {
        match record.kind {
            Kind::Session => self.answered |= handed_over(record),
            Kind::Advice => {
                self.advised = true;
                self.answered |= record.fields.contains_key("verdict");
            }
            Kind::Action => {
                self.actions += 1;
                self.rated += usize::from(rated(record));
                self.begun |= record.fields.contains_key("trail");
            }
            _ => {}
        }
    }

    fn add(&mut self, other: Self) {
        self.advised |= other.advised;
        self.answered |= other.answered;
        self.begun |= other.begun;
        self.actions += other.actions;
        self.rated += other.rated;
    }

    fn station(self) -> Option<Station> {
        match self {
            Self { actions, rated, .. } if actions > 0 && actions == rated => Some(Station::Rated),
            Self { begun: true, .. } => Some(Station::Done),
            Self { answered: true, .. } => Some(Station::Answered),
            Self { advised: true, .. } => Some(Station::Advised),
            Self { .. } => None,
        }
    }
}

fn handed_over(session: &Record) -> bool {
    let after =
        [Stage::HandedOver, Stage::Acting, Stage::Closed, Stage::Revisited, Stage::Archived];
    let stage = session.text("stage");
    after.iter().any(|after| Some(after.as_str()) == stage)
}

/// Whether an action was rated as it is done now.
fn rated(action: &Record) -> bool {
    let list = |field: &str| action.fields.get(field).and_then(Value::as_array);
    let at = |of: &Value| of.get("at").and_then(Value::as_i64).unwrap_or_default();
    let to =
        |step: &Value, state: State| step.get("to").and_then(Value::as_str) == Some(state.as_str());
    let Some(trail) = list("trail") else { return false };
    match trail.last() {
        Some(last) if to(last, State::Closed) => true,
        Some(last) if to(last, State::Checked) => {
            let since = trail.iter().rev().find(|step| to(step, State::Done)).map_or(0, at);
            list("ratings").is_some_and(|ratings| ratings.iter().any(|rating| at(rating) >= since))
        }
        _ => false,
    }
}
