//! Figures counted by another way: every record is read into the domain's own types, and folded here.

mod plan;
mod voices;

use std::collections::BTreeMap;

use domain::figures::Figure;
use domain::follow::action::{Action, State};
use domain::follow::echo;
use domain::place::{Level, Person, Place};
use domain::plan::Month;
use domain::report::Period;
use domain::session::Convened;
use domain::session::advice::{self, Advice, Verdict};
use domain::{Form, Id, Issue, Kind, Millis, Record, Scope, Sorted};
use sqlx::types::Json;
use sqlx::{PgPool, Row};
use words::calendar_day;

/// Everything that is in the table, but for what is gone.
pub(crate) struct All {
    records: BTreeMap<Id, Record>,
    advice: Sorted<Id, Advice>,
}

/// What is counted: in which villages, of which time, at which moment.
pub(crate) struct Asked<'a> {
    pub(crate) villages: &'a [Id],
    pub(crate) of: Option<Period>,
    pub(crate) now: Millis,
}

/// A figure's parts, in the order of the figure's own list, and the days in the middle.
pub(crate) type Counted = (Vec<(&'static str, u32)>, Option<u32>);

impl Asked<'_> {
    /// The first month, and the first one after it.
    fn months(&self) -> Option<[Month; 2]> {
        let first = |of: Period| Month { year: of.year, month: of.months().0 };
        self.of.map(|of| [first(of), first(of.next())])
    }

    fn within(&self, at: Millis) -> bool {
        self.begun(at) && self.unfinished_before(at)
    }

    /// Not later than the end of it.
    fn begun(&self, at: Millis) -> bool {
        self.months().is_none_or(|[_, next]| Month::of(at) < next)
    }

    /// Not before it.
    fn unfinished_before(&self, at: Millis) -> bool {
        self.months().is_none_or(|[first, _]| Month::of(at) >= first)
    }
}

impl All {
    pub(crate) async fn read(pool: &PgPool) -> Self {
        let rows = sqlx::query("select scope, kind, id, rev, by, at, gone, fields from record");
        let rows = rows.fetch_all(pool).await.unwrap();
        let record = |row: &sqlx::postgres::PgRow| Record {
            scope: row.get::<String, _>(0).parse().unwrap(),
            kind: Kind::from(row.get::<String, _>(1)),
            id: row.get(2),
            rev: row.get::<i64, _>(3).cast_unsigned(),
            by: row.get(4),
            at: row.get(5),
            gone: row.get(6),
            fields: row.get::<Json<_>, _>(7).0,
        };
        let there = rows.iter().map(record).filter(|record| !record.gone);
        let records: BTreeMap<Id, Record> = there.map(|record| (record.id, record)).collect();
        let advice = advice::all(&records.values().collect::<Vec<_>>());
        Self { records, advice }
    }

    fn of<T: Form>(&self, kind: &Kind) -> Vec<(&Record, T)> {
        let of = self.records.values().filter(|record| record.kind == *kind);
        of.map(|record| (record, record.read().unwrap())).collect()
    }

    /// The villages of a place, as the place tree has them.
    pub(crate) fn villages(&self, place: Id) -> Vec<Id> {
        let places: BTreeMap<Id, Place> =
            self.of::<Place>(&Kind::Place).into_iter().map(|(r, place)| (r.id, place)).collect();
        let below = |mut id: Id| loop {
            if id == place {
                return true;
            }
            match places.get(&id).and_then(|place| place.parent) {
                Some(parent) => id = parent,
                None => return false,
            }
        };
        let villages = places.iter().filter(|(_, place)| place.level == Level::Village);
        villages.map(|(id, _)| *id).filter(|id| below(*id)).collect()
    }

    fn village(&self, record: &Record) -> Option<Id> {
        match record.scope {
            Scope::Village(village) => Some(village),
            Scope::Session(session) => self.records.get(&session)?.link("village"),
            _ => None,
        }
    }

    fn here<'a, T: Form>(&'a self, asked: &'a Asked<'_>, kind: &Kind) -> Vec<(&'a Record, T)> {
        let mut all = self.of::<T>(kind);
        all.retain(|(record, _)| self.village(record).is_some_and(|v| asked.villages.contains(&v)));
        all
    }

    /// The advice whose answer holds for one.
    fn answered(&self, id: Id) -> &Advice {
        self.advice.get(&advice::head(&self.advice, id)).unwrap()
    }

    /// Counts a figure; nothing where it is of too few people to be told.
    pub(crate) fn count(&self, figure: Figure, asked: &Asked<'_>) -> Option<Counted> {
        let mut median = None;
        let found = match figure {
            Figure::Sessions => self.benches(asked),
            Figure::Issues => self.issues(asked),
            Figure::Advice => self
                .replies(asked, |verdict, _| Some(verdict.map_or("unanswered", Verdict::as_str))),
            Figure::Reasons => self.replies(asked, |verdict, why| {
                let bare = why.is_none_or(|why| why.trim().is_empty());
                let other = verdict.is_some_and(|verdict| verdict != Verdict::Adopted);
                other.then_some(if bare { "bare" } else { "reasoned" })
            }),
            Figure::Actions => self.actions(asked, |action| match action.done_at() {
                Some(done) if asked.begun(done) => "done",
                Some(_) => "later",
                None if action.days_over(asked.now) > 0 => "overdue",
                None => "open",
            }),
            Figure::Redone => self.actions(asked, |action| {
                if redone(action).into_iter().any(|at| asked.within(at)) {
                    "redone"
                } else {
                    "once"
                }
            }),
            Figure::Days => {
                let mut days = self.days(asked);
                days.sort_unstable();
                let middle = days.len().checked_sub(1).map(|last| days[last / 2]);
                median = middle.map(|days| u32::try_from(days).unwrap());
                let part = |days: Millis| match days {
                    ..=30 => "month",
                    31..=90 => "season",
                    91..=180 => "half",
                    _ => "longer",
                };
                days.into_iter().map(part).collect()
            }
            Figure::Echoes => self.echoes(asked),
            Figure::Satisfaction => self.ratings(asked)?,
            Figure::Voice => self.voices(asked),
            Figure::Round => self.rounds(asked),
        };
        let count = |part: &&str| u32::try_from(found.iter().filter(|one| *one == part).count());
        let parts = figure.parts().into_iter().map(|part| (part, count(&part).unwrap()));
        let parts: Vec<_> = parts.filter(|(_, count)| *count > 0).collect();
        let all: u32 = parts.iter().map(|(_, count)| count).sum();
        assert_eq!(all as usize, found.len(), "{figure:?} has parts that are not in its list");
        Some((parts, median))
    }

    fn issues(&self, asked: &Asked<'_>) -> Vec<&'static str> {
        let issues = self.here::<Issue>(asked, &Kind::Issue).into_iter();
        let issues = issues.filter(|(_, issue)| asked.within(issue.raised_at()));
        issues.map(|(_, issue)| issue.standing.as_str()).collect()
    }

    fn replies(
        &self,
        asked: &Asked<'_>,
        part: impl Fn(Option<Verdict>, Option<&String>) -> Option<&'static str>,
    ) -> Vec<&'static str> {
        let advice = self.here::<Advice>(asked, &Kind::Advice).into_iter();
        let advice = advice.filter(|(r, one)| asked.within(one.offered_at.unwrap_or(r.at)));
        let answer = advice.map(|(record, _)| self.answered(record.id));
        answer.filter_map(|answer| part(answer.verdict, answer.why.as_ref())).collect()
    }

    /// What was to be done in the year.
    fn actions(
        &self,
        asked: &Asked<'_>,
        part: impl Fn(&Action) -> &'static str,
    ) -> Vec<&'static str> {
        let actions = self.here::<Action>(asked, &Kind::Action).into_iter();
        let open = actions.filter(|(record, action)| {
            let begun = match record.number("promised_at") {
                0 => action.trail.first().map_or(record.at, |step| step.at),
                at => at,
            };
            asked.begun(begun) && action.done_at().is_none_or(|at| asked.unfinished_before(at))
        });
        open.map(|(_, action)| part(&action)).collect()
    }

    fn days(&self, asked: &Asked<'_>) -> Vec<Millis> {
        let mut days = Vec::new();
        for (_, action) in self.here::<Action>(asked, &Kind::Action) {
            let Some(done) = action.done_at().filter(|at| asked.within(*at)) else { continue };
            let of_advice = || self.advice.get(&action.advice?)?.issue;
            let of_session = || {
                let session: Convened = self.records.get(&action.session?)?.read().unwrap();
                <[Id; 1]>::try_from(session.issues).ok().map(|[only]| only)
            };
            let issue = action.issue.or_else(of_advice).or_else(of_session);
            let Some(issue) = issue.and_then(|id| self.records.get(&id)) else { continue };
            let raised = issue.read::<Issue>().unwrap().raised_at();
            days.push((calendar_day(done) - calendar_day(raised)).max(0));
        }
        days
    }

    /// Everybody who was to be told: whom the domain would have told if nobody had been.
    fn echoes(&self, asked: &Asked<'_>) -> Vec<&'static str> {
        let name = |id: Id| {
            let person = self.records.get(&id).filter(|record| record.kind == Kind::Person)?;
            Some(person.read::<Person>().unwrap().name)
        };
        let mut found = Vec::new();
        for record in self.records.values() {
            let home = match record.scope {
                // the office reads what nobody published, and waits for its echo as well
                Scope::Draft(village) if record.kind == Kind::Issue => Some(village),
                _ => self.village(record),
            };
            let here = home.is_some_and(|village| asked.villages.contains(&village));
            if !here || !matches!(record.kind, Kind::Advice | Kind::Action | Kind::Issue) {
                continue;
            }
            let head = (record.kind == Kind::Advice).then(|| self.answered(record.id));
            let mut untold = record.clone();
            untold.fields.remove("echoes");
            let waits = echo::owed(record, head, &name);
            for owed in echo::owed(&untold, head, &name) {
                if asked.within(owed.since) {
                    found.push(if waits.contains(&owed) { "waiting" } else { "told" });
                }
            }
        }
        found
    }
}

/// The moments at which it was begun anew; the domain says how many.
fn redone(action: &Action) -> Vec<Millis> {
    let mut before = State::Unclaimed;
    let mut moments = Vec::new();
    for step in &action.trail {
        if step.to == State::Redo && before != State::Redo {
            moments.push(step.at);
        }
        before = step.to;
    }
    assert_eq!(moments.len(), action.round() as usize);
    moments
}
