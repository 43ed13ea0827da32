//! 一条板凳线: one issue's whole line, from the sentence to the lamp and back again.

use super::{Action, State, action, rating};
use crate::{
    Id, Ids, Issue, Kind, Record, Sorted, Station,
    session::{
        Convened, Stage,
        advice::{self, Advice},
    },
};

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
        let mut thread = Self::default();
        thread.sessions =
            kind(Kind::Session).filter(|session| held(session).any(|id| id == issue)).collect();
        let sat: Ids = thread.sessions.iter().map(|session| session.id).collect();
        let of_session =
            |record: &Record| record.link("session").is_some_and(|id| sat.contains(&id));
        let about = |record: &&Record| match record.link("issue") {
            Some(of) => of == issue,
            None => of_session(record),
        };
        thread.advice = kind(Kind::Advice).filter(about).collect();
        let advised: Ids = thread.advice.iter().map(|advice| advice.id).collect();
        let from_advice =
            |record: &Record| record.link("advice").is_some_and(|id| advised.contains(&id));
        thread.actions = kind(Kind::Action).filter(|r| from_advice(r) || about(r)).collect();
        let acts: Ids = thread.actions.iter().map(|action| action.id).collect();
        let of_action =
            |record: &Record| record.link("action").is_some_and(|id| acts.contains(&id));
        thread.progress = kind(Kind::Progress).filter(|record| of_action(record)).collect();
        thread.lines = kind(Kind::Line)
            .filter(|record| {
                let line = record.read::<super::Line>();
                let cites = line.map(|line| line.cites()).unwrap_or_default();
                cites.iter().any(|id| advised.contains(id) || acts.contains(id) || *id == issue)
            })
            .collect();
        thread
    }

    /// The station that the issue has reached: by its own standing, and by what has come of it since.
    #[must_use]
    pub fn station(&self, issue: &Issue) -> Station {
        reached(issue, self.sessions.iter().copied(), &self.advice, &self.actions)
    }
}

/// The issues that are talked through in a session.
fn held(session: &Record) -> impl Iterator<Item = Id> {
    let issues = session.fields.get("issues").and_then(serde_json::Value::as_array);
    issues.into_iter().flatten().filter_map(|id| Id::try_parse(id.as_str()?).ok())
}

/// The stations of all issues that were talked through, in one walk over what a phone holds: a board of hundreds of
/// cards asks for each.
#[must_use]
pub fn stations<'a>(records: impl Iterator<Item = &'a Record>) -> Sorted<Id, Station> {
    let mut sat = Sorted::<Id, Vec<&Record>>::new();
    let mut advice = Sorted::<Id, Vec<&Record>>::new();
    let mut actions = Sorted::<Id, Vec<&Record>>::new();
    let (mut issues, mut undertaken) = (Vec::new(), Vec::new());
    let mut advised = Sorted::<Id, Id>::new();
    let about = |record: &Record| record.link("issue").or_else(|| record.link("session"));
    for record in records.filter(|record| !record.gone) {
        match record.kind {
            Kind::Issue => issues.push(record),
            Kind::Session => held(record).for_each(|of| sat.or_default(of).push(record)),
            Kind::Advice => {
                let Some(of) = about(record) else { continue };
                advised.insert(record.id, of);
                advice.or_default(of).push(record);
            }
            Kind::Action => undertaken.push(record),
            _ => {}
        }
    }
    for record in undertaken {
        // what says only which advice it comes from is about what the advice is about
        let of_advice = || advised.get(&record.link("advice")?).copied();
        if let Some(of) = about(record).or_else(of_advice) {
            actions.or_default(of).push(record);
        }
    }
    let mut found = Sorted::new();
    for record in issues {
        let Ok(issue) = record.read::<Issue>() else { continue };
        let sat = sat.get(&record.id).map(Vec::as_slice).unwrap_or_default();
        let of = |by: &Sorted<Id, Vec<&'a Record>>| -> Vec<&Record> {
            let here = sat.iter().map(|session| session.id).chain([record.id]);
            here.filter_map(|id| by.get(&id)).flatten().copied().collect()
        };
        let (advice, actions) = (of(&advice), of(&actions));
        if !sat.is_empty() || !advice.is_empty() || !actions.is_empty() {
            found.insert(record.id, reached(&issue, sat.iter().copied(), &advice, &actions));
        }
    }
    found
}

fn reached<'a>(
    issue: &Issue,
    sessions: impl Iterator<Item = &'a Record>,
    advice: &[&Record],
    actions: &[&Record],
) -> Station {
    let own = issue.standing.station();
    let read: Vec<Action> = actions.iter().filter_map(|record| action::read(record).ok()).collect();
    if !read.is_empty() && read.iter().all(|action| rated(action)) {
        return own.max(Station::Rated);
    }
    if read.iter().any(|action| !action.trail.is_empty()) {
        return own.max(Station::Done);
    }
    let all: Vec<Advice> = advice::all(advice).into_iter().map(|(_, advice)| advice).collect();
    let mut sat = sessions.filter_map(|session| session.read::<Convened>().ok());
    let over = sat.any(|session| session.stage.sealed() && session.stage > Stage::Sealed);
    if over || all.iter().any(|advice| advice.verdict.is_some()) {
        return own.max(Station::Answered);
    }
    if all.is_empty() { own } else { own.max(Station::Advised) }
}

fn rated(action: &Action) -> bool {
    let tally = rating::tally(&action.ratings, action.round());
    action.state() == State::Closed || (action.state() == State::Checked && tally.all() > 0)
}
