//! A year as the table shows it: the plan and the sessions laid over one another, in the order of the calendar and by no
//! result.

use super::{Entry, Month};
use crate::{
    Id, Ids, Kind, Millis, Record, Sorted, Stage,
    session::{Convened, Mode},
};

/// How a bench of the year stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// 坐了: people sat down.
    Sat,
    /// 打算
    Planned,
    /// 改期: it waits for another month, or another day, than it was first meant for.
    Moved,
    /// 不坐了
    Off,
}

impl Mark {
    /// The word in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sat => "sat",
            Self::Planned => "planned",
            Self::Moved => "moved",
            Self::Off => "off",
        }
    }
}

/// One bench of the year: an entry of the plan, a session, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Bench {
    /// The entry.
    pub entry: Option<Id>,
    /// The session.
    pub session: Option<Id>,
    /// The village.
    pub village: Id,
    /// The month it is in.
    pub when: Month,
    /// How it stands.
    pub mark: Mark,
    /// Who prepares it.
    pub mode: Mode,
    /// What it is about, where that was said.
    pub topic: Option<String>,
    /// The issue it is for.
    pub issue: Option<Id>,
    /// Who leads.
    pub lead: Option<String>,
    /// The day, once it has one.
    pub on: Option<Millis>,
}

/// How often people sat down, of how often they meant to. Whoever sat down without a plan meant to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Sat down.
    pub sat: usize,
    /// Sat down, or mean to.
    pub meant: usize,
}

/// Counts them.
#[must_use]
pub fn tally(benches: &[Bench]) -> Tally {
    let count = |of: fn(Mark) -> bool| benches.iter().filter(|bench| of(bench.mark)).count();
    Tally { sat: count(|mark| mark == Mark::Sat), meant: count(|mark| mark != Mark::Off) }
}

/// The next bench that is ahead: by its day, or by its month while it has none.
#[must_use]
pub fn next(benches: &[Bench], now: Millis) -> Option<&Bench> {
    let this = Month::of(now);
    let waits = |bench: &&Bench| matches!(bench.mark, Mark::Planned | Mark::Moved);
    let ahead = benches.iter().filter(waits).filter(|bench| bench.when >= this);
    ahead.min_by_key(|bench| (bench.when, bench.on.unwrap_or(Millis::MAX)))
}

/// All benches of a year among some records, in the order of the calendar.
#[must_use]
pub fn year_of<'a>(records: impl Iterator<Item = &'a Record>, year: u32) -> Vec<Bench> {
    let (mut entries, mut sessions) = (Vec::new(), Sorted::<Id, Convened>::new());
    for record in records.filter(|record| !record.gone) {
        match record.kind {
            Kind::Plan => entries.extend(record.read().ok().map(|e: Entry| (record.id, e))),
            Kind::Session => {
                let session = record.read().ok();
                session.and_then(|session| sessions.insert(record.id, session));
            }
            _ => {}
        }
    }
    let mut all = Sorted::<(Month, Millis, u32, Id), Bench>::new();
    let mut met = Ids::new();
    for (id, entry) in entries {
        let session = entry.session.and_then(|id| Some((id, sessions.get(&id)?)));
        let session = session.filter(|(_, session)| session.stage != Stage::Cancelled);
        met.extend(session.map(|(id, _)| id));
        let order = entry.says.order;
        let bench = planned(id, entry, session);
        all.insert((bench.when, bench.on.unwrap_or(0), order, id), bench);
    }
    for (id, session) in sessions.iter().filter(|(id, _)| !met.contains(id)) {
        let Some(bench) = convened(*id, session) else { continue };
        all.insert((bench.when, bench.on.unwrap_or(0), 0, *id), bench);
    }
    all.into_iter().map(|(_, bench)| bench).filter(|bench| bench.when.year == year).collect()
}

/// An entry, in the month of its session once that has a day.
fn planned(id: Id, entry: Entry, session: Option<(Id, &Convened)>) -> Bench {
    let day = session.and_then(|(_, session)| day(session));
    let mark = match session {
        _ if entry.off => Mark::Off,
        Some((_, session)) if sat(session) => Mark::Sat,
        _ if entry.moved().is_some() || session.is_some_and(|(_, it)| moved(it)) => Mark::Moved,
        _ => Mark::Planned,
    };
    let of_session = || session.map(|(_, session)| session.title.clone());
    Bench {
        entry: Some(id),
        session: session.map(|(id, _)| id),
        village: entry.says.village,
        when: day.map_or(entry.says.when, Month::of),
        mark,
        mode: session.map_or(entry.says.mode, |(_, session)| session.mode),
        topic: of_session().or(entry.says.topic),
        issue: entry.says.issue,
        lead: entry.says.lead,
        on: day,
    }
}

/// A session that no entry was made for. One without a day, or that is not to be, is on no table.
fn convened(id: Id, session: &Convened) -> Option<Bench> {
    let on = day(session).filter(|_| session.stage != Stage::Cancelled)?;
    let mark = match session {
        session if sat(session) => Mark::Sat,
        session if moved(session) => Mark::Moved,
        _ => Mark::Planned,
    };
    Some(Bench {
        entry: None,
        session: Some(id),
        village: session.village,
        when: Month::of(on),
        mark,
        mode: session.mode,
        topic: Some(session.title.clone()),
        issue: session.issues.first().copied(),
        lead: None,
        on: Some(on),
    })
}

fn day(session: &Convened) -> Option<Millis> {
    session.began.or(session.on)
}

/// Whether people sat down.
pub(super) fn sat(session: &Convened) -> bool {
    session.stage.passed(Stage::InSession)
}

fn moved(session: &Convened) -> bool {
    let elsewhere = session.trail.iter().any(|step| step.moved_from.is_some());
    elsewhere || session.stage == Stage::Postponed
}
