//! What the bench costs people: how many boxes a task asks for and how many seconds it takes, in sums. Nobody and nothing
//! that was written is in them.

use crate::{Form, Millis, Sorted};

/// A sort of task that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Task {
    /// 提: an issue is raised.
    Raise,
    /// An issue is sorted by the five questions.
    Triage,
    /// A session is planned.
    Plan,
    /// Somebody is given a seat.
    Seat,
    /// What was said is put before its speaker.
    Confirm,
    /// A piece of advice is answered.
    Answer,
    /// How far an action is.
    Report,
    /// How something was done.
    Rate,
    /// A task of a newer version.
    #[form(other)]
    Else,
}

impl Task {
    /// Those that are measured, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Raise,
        Self::Triage,
        Self::Plan,
        Self::Seat,
        Self::Confirm,
        Self::Answer,
        Self::Report,
        Self::Rate,
    ];

    /// The word on the wire and in SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Raise => "raise",
            Self::Triage => "triage",
            Self::Plan => "plan",
            Self::Seat => "seat",
            Self::Confirm => "confirm",
            Self::Answer => "answer",
            Self::Report => "report",
            Self::Rate => "rate",
            Self::Else => "else",
        }
    }
}

/// The most that one task may be said to have asked and taken: more is a phone that lay open, or a lie.
const FIELDS: u32 = 60;
const SECONDS: u32 = 2 * 60 * 60;
/// The most often that one phone does one task in a day.
const TIMES: u32 = 200;
/// How many days late a phone may come with a day's sums.
const LATE: i64 = 31;

/// What one sort of task cost in a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub struct Sum {
    /// Which task.
    pub task: Task,
    /// How often it was done.
    pub times: u32,
    /// How many boxes it asked for, all together.
    pub fields: u32,
    /// How long it took, all together.
    pub seconds: u32,
}

impl Sum {
    /// A task done once. Nobody sat over one for longer than two hours.
    #[must_use]
    pub fn once(task: Task, fields: u32, seconds: u32) -> Self {
        Self { task, times: 1, fields: fields.min(FIELDS), seconds: seconds.min(SECONDS) }
    }

    /// Whether it can be.
    #[must_use]
    pub fn plausible(&self) -> bool {
        let most = |each: u32| self.times.saturating_mul(each);
        self.task != Task::Else
            && (1..=TIMES).contains(&self.times)
            && self.fields <= most(FIELDS)
            && self.seconds <= most(SECONDS)
    }
}

/// What one of so many times cost, when all together cost so much.
#[must_use]
pub fn mean(all: u32, times: u32) -> u32 {
    let times = times.max(1);
    all.saturating_add(times / 2) / times
}

/// What one day cost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Spent {
    /// Which day: so many since 1970, by the clocks of the valley.
    pub day: i64,
    /// By task.
    pub sums: Vec<Sum>,
}

impl Spent {
    /// Whether all of it can be, told on a day.
    #[must_use]
    pub fn plausible(&self, today: i64) -> bool {
        let tasks: Sorted<Task, ()> = self.sums.iter().map(|sum| (sum.task, ())).collect();
        // a clock may be a little ahead
        (today - LATE..=today + 1).contains(&self.day)
            && tasks.len() == self.sums.len()
            && self.sums.iter().all(Sum::plausible)
    }
}

/// What was spent on a phone, day by day, and what of it the server has been told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Book {
    /// The days, in their order.
    pub days: Vec<Spent>,
    /// The last day that the server was told.
    pub told: i64,
}

impl Book {
    /// Notes a task, done on a day; what is older than two months is let go.
    pub fn note(&mut self, day: i64, sum: Sum) {
        self.days.retain(|spent| spent.day > day - 62);
        match self.days.iter_mut().find(|spent| spent.day == day) {
            Some(spent) => add(&mut spent.sums, sum),
            None => self.days.push(Spent { day, sums: vec![sum] }),
        }
    }

    /// The days that are over and that the server does not know: nothing more comes to them.
    #[must_use]
    pub fn untold(&self, today: i64) -> Vec<Spent> {
        let over = self.days.iter().filter(|spent| spent.day < today && spent.day > self.told);
        over.cloned().collect()
    }

    /// All that was spent since a day, by task.
    #[must_use]
    pub fn since(&self, day: i64) -> Vec<Sum> {
        let mut all = Vec::new();
        let days = self.days.iter().filter(|spent| spent.day >= day);
        days.flat_map(|spent| &spent.sums).for_each(|sum| add(&mut all, *sum));
        all
    }
}

/// Adds one sum to others.
pub fn add(sums: &mut Vec<Sum>, more: Sum) {
    match sums.iter_mut().find(|sum| sum.task == more.task) {
        Some(sum) => {
            sum.times = sum.times.saturating_add(more.times);
            sum.fields = sum.fields.saturating_add(more.fields);
            sum.seconds = sum.seconds.saturating_add(more.seconds);
        }
        None => sums.push(more),
    }
}

/// The day of a moment, by the clocks of the valley.
#[must_use]
pub fn day_of(at: Millis) -> i64 {
    (at + 8 * 60 * 60 * 1000).div_euclid(crate::DAY)
}

/// What all phones have told, as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Sums {
    /// Of the last 90 days, by task; what was done by few is not told.
    pub sums: Vec<Sum>,
}
