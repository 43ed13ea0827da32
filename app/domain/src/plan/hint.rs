//! 也许该坐一坐了: how long ago a village last sat down, and what is ripe. A hint, and no demand; nothing is counted
//! against anybody.

use super::{Entry, Month, year::sat};
use crate::{
    DAY, Id, Ids, Issue, Kind, Millis, Record, Stage, Standing, civil::calendar_day,
    session::Convened, triage::Way,
};

/// So many days after a bench nobody is reminded of the next.
const QUIET: i64 = 30;
/// What is entered for a month that begins within so many days is a bench that is ahead.
const SOON: i64 = 31;

/// What might be said of one village.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// So many days ago people last sat down; nothing where they never did.
    pub days: Option<i64>,
    /// So many issues lie parked.
    pub parked: usize,
    /// So many, of those and of the others, wait for nothing but a bench.
    pub ripe: usize,
    /// One of those: the one that touches most households, and of several the first.
    pub pick: Id,
    /// How many it touches.
    pub households: Option<u32>,
}

/// Whether an issue waits for nothing but a bench.
///
/// Its question is approved; or it was parked after that, or although its five answers say that it is for the bench:
/// then it waits for time alone.
#[must_use]
pub fn ripe(issue: &Issue) -> bool {
    match issue.standing {
        Standing::Approved | Standing::Posted => true,
        Standing::Parked => {
            let approved = issue.trail.iter().any(|step| step.to == Standing::Approved);
            approved || issue.answers.is_some_and(|answers| answers.proposes() == Way::Draft)
        }
        Standing::Lead
        | Standing::Received
        | Standing::Triaged
        | Standing::Settled
        | Standing::Redirected
        | Standing::Merged
        | Standing::Drafted
        | Standing::Scheduled
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => false,
    }
}

/// What might be said of a village whose records these are; nothing while a bench is ahead, or was lately, or while
/// nothing is ripe. What is entered for this month or a later one is seen to already.
#[must_use]
pub fn hint<'a>(records: impl Iterator<Item = &'a Record>, now: Millis) -> Option<Hint> {
    let (mut last, mut ahead) = (None::<Millis>, false);
    let (mut parked, mut ripe_) = (0, Vec::new());
    let (mut entries, mut convened) = (Vec::new(), Ids::new());
    for record in records.filter(|record| !record.gone) {
        if record.kind == Kind::Session {
            let Ok(session) = record.read::<Convened>() else { continue };
            ahead |= session.stage.ahead() && session.on.is_some_and(|on| on >= now);
            let day = session.began.or(session.on).filter(|_| sat(&session));
            last = last.max(day);
            convened.extend((session.stage != Stage::Cancelled).then_some(record.id));
        }
        if record.kind == Kind::Issue {
            let Ok(issue) = record.read::<Issue>() else { continue };
            parked += usize::from(issue.standing == Standing::Parked);
            if ripe(&issue) {
                ripe_.push((record.id, issue.households));
            }
        }
        if record.kind == Kind::Plan {
            entries.extend(record.read().ok().filter(|entry: &Entry| !entry.off));
        }
    }
    entries.retain(|entry| entry.says.when >= Month::of(now));
    // one that has its session is ahead as that session is
    let waits = |entry: &&Entry| entry.session.is_none_or(|session| !convened.contains(&session));
    let soon = Month::of(now + SOON * DAY);
    ahead |= entries.iter().filter(waits).any(|entry| entry.says.when <= soon);
    let entered: Ids = entries.iter().filter_map(|entry| entry.says.issue).collect();
    ripe_.retain(|(id, _)| !entered.contains(id));
    let days = last.map(|last| calendar_day(now) - calendar_day(last));
    let lately = days.is_some_and(|days| days < QUIET);
    // the first of several: so the last of the greatest, counted from behind
    let pick = ripe_.iter().rev().max_by_key(|(_, households)| households.unwrap_or(0));
    let (pick, households) = *pick.filter(|_| !ahead && !lately)?;
    Some(Hint { days, parked, ripe: ripe_.len(), pick, households })
}
