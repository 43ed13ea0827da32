//! What a district's report says: the sentences of the paper, and of each figure what it counts.

mod en;
mod zh;

use domain::report::Period;

use crate::{Lang, Words};

/// The sentences.
#[derive(Debug)]
pub struct Report {
    /// The red head, with the district.
    pub head: fn(&str) -> String,
    /// Who issues it, with the district.
    pub issuer: fn(&str) -> String,
    /// The title: which period.
    pub title: fn(Period) -> String,
    /// Between two of a row.
    pub between: &'static str,
    /// Between two that are rows themselves.
    pub apart: &'static str,
    /// The first paragraph: the first and the last day, held, raised, advice, done.
    pub opening: fn((&str, &str), [u32; 4]) -> String,
    /// That the period is not over.
    pub so_far: fn(&str) -> String,
    /// That there are no names, and that nothing is ranked.
    pub without: &'static str,
    /// Heading: what was sat about, and by whom.
    pub sessions: &'static str,
    /// Nobody sat down.
    pub no_sessions: &'static str,
    /// A session: where, the day, what about, who was there.
    pub session: fn(&str, &str, &str, Option<&str>) -> String,
    /// What came of a session: agreed, to be done, done.
    pub came: fn(usize, usize, usize) -> String,
    /// The minutes are not sealed yet.
    pub unsealed: &'static str,
    /// Heading: the figures.
    pub figures: &'static str,
    /// A figure in a sentence, and its parts in a row.
    pub figure: fn(&str, &str) -> String,
    /// So many sessions were cancelled.
    pub cancelled: fn(u64) -> String,
    /// The label of what the tool costs.
    pub burden: &'static str,
    /// A task: by name, how often, boxes and seconds on average.
    pub cost: fn(&str, u32, u32, u32) -> String,
    /// No task was done often enough to be told.
    pub no_cost: &'static str,
    /// Before what each figure counts.
    pub counted: &'static str,
    /// What a figure counts, by its name.
    pub means: fn(&str, &str) -> String,
    /// Heading: what was not adopted, and why.
    pub reasons: &'static str,
    /// All was adopted.
    pub no_reasons: &'static str,
    /// So many more are in the open data.
    pub more: fn(usize) -> String,
    /// Heading: three lines.
    pub stories: &'static str,
    /// How they were chosen.
    pub chosen: &'static str,
    /// None is closed.
    pub no_stories: &'static str,
    /// A story: where, what about.
    pub story: fn(&str, &str) -> String,
    /// Raised: when, by whom, the words.
    pub raised: fn(&str, &str, &str) -> String,
    /// The question for the bench.
    pub asked: fn(&str) -> String,
    /// Sat: when, where, how many.
    pub sat: fn(&str, Option<&str>, Option<usize>) -> String,
    /// Advice: whose, the words, the answer, why.
    pub advised: fn(&str, &str, Option<&str>, Option<&str>) -> String,
    /// Done: what, by whom, when, in which words.
    pub done: fn(&str, Option<&str>, &str, Option<&str>) -> String,
    /// Being done: what, by whom, where it stands.
    pub doing: fn(&str, Option<&str>, &str) -> String,
    /// Told: when, how.
    pub heard: fn(&str, &str) -> String,
    /// Rated: in a row.
    pub rated: fn(&str) -> String,
    /// Heading: what is owed.
    pub owed: &'static str,
    /// As of which day.
    pub owed_on: fn(&str) -> String,
    /// Nothing is.
    pub no_owed: &'static str,
    /// What is owed in a village, in a row.
    pub owing: fn(&str, &str) -> String,
    /// Heading: what comes next.
    pub next: &'static str,
    /// Nothing is planned.
    pub no_next: &'static str,
    /// A session to come: where, the day, what about.
    pub ahead: fn(&str, &str, &str) -> String,
    /// Who signs.
    pub signs: &'static str,
    /// The label of the day of signing, and the room for it.
    pub signed_on: [&'static str; 2],
}

impl Words {
    /// The paper of a report. No screen calls it: it stays with the server.
    #[must_use]
    pub fn report(&self) -> &'static Report {
        match self.lang {
            Lang::Zh => &zh::ZH,
            Lang::En => &en::EN,
        }
    }
}
