//! 报告: a quarter or a year of a district as its office signs it: what was sat about, what came of it, figures, three
//! lines told as stories, what is owed, what comes next. There is no name in it, and nothing is in the order of a result.

pub(crate) mod figures;
mod owed;
pub(crate) mod paper;
pub(crate) mod places;
mod reasons;
mod sat;
mod stories;

use domain::report::Period;
use domain::session::Verdict;
use domain::{Id, Millis};
use sqlx::PgConnection;
use words::{Lang, moment_of};

use self::figures::{Figures, figures};
use self::owed::Owing;
use self::places::Places;
use self::sat::Sat;
use super::district::District;
use super::veils::Veils;
use crate::pages::thread::Story;

/// From a moment until before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: Millis,
    pub(crate) until: Millis,
}

impl Span {
    /// The days of a period, by the calendar of the district.
    pub(crate) fn of(period: Period) -> Option<Self> {
        let begins = |period: Period| moment_of(period.year.into(), period.months().0, 1, 0, 0);
        Some(Self { from: begins(period)?, until: begins(period.next())? })
    }
}

/// A report, as it goes on paper: made once, and read by nothing but the paper.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) lang: Lang,
    /// What the region is called.
    pub(crate) district: String,
    pub(crate) period: Period,
    pub(crate) span: Span,
    /// When it was made; the period may not be over then.
    pub(crate) made: Millis,
    pub(crate) figures: Figures,
    /// What was sat about, in administrative order and that of the days.
    pub(crate) sat: Vec<Sat>,
    /// What was not adopted and why, and how much more there is of it.
    pub(crate) reasons: (Vec<Reason>, usize),
    /// Lines that were walked to their end: where, and what is told.
    pub(crate) stories: Vec<(String, Story)>,
    /// What is owed now, by village, in the words of the queue.
    pub(crate) owed: Vec<(String, Owing)>,
    /// What is planned from now on: when, where, what about.
    pub(crate) next: Vec<(Millis, String, String)>,
}

/// A piece of advice that was not adopted whole.
#[derive(Debug)]
pub(crate) struct Reason {
    pub(crate) verdict: Verdict,
    pub(crate) advice: String,
    pub(crate) why: Option<String>,
}

/// Makes the report of a district.
pub(crate) async fn report(
    db: &mut PgConnection,
    district: &District,
    (period, span): (Period, Span),
    (lang, now): (Lang, Millis),
) -> sqlx::Result<Report> {
    let places = Places::find(db, district.region).await?;
    let veils = Veils::of(db, district.region, district.villages.iter().copied(), lang).await?;
    let look = Look { district, places: &places, veils: &veils, span, now };
    let stories = stories::stories(db, &look).await?;
    Ok(Report {
        lang,
        district: places.called(lang).to_owned(),
        period,
        span,
        made: now,
        figures: figures(db, &look).await?,
        sat: sat::sat(db, &look).await?,
        reasons: reasons::reasons(db, &look).await?,
        stories,
        owed: owed::owed(db, &look).await?,
        next: sat::ahead(db, &look).await?,
    })
}

/// What every chapter is written from.
struct Look<'a> {
    district: &'a District,
    places: &'a Places,
    veils: &'a Veils,
    span: Span,
    now: Millis,
}

impl Look<'_> {
    fn lang(&self) -> Lang {
        self.veils.lang()
    }

    /// What a village is called, with its town.
    fn called(&self, village: Id) -> String {
        self.places.village(village).map_or_else(String::new, |spot| spot.called(self.lang()))
    }
}

/// The statements of a report beside the desk's own figures, by name, for whoever looks how PostgreSQL goes about them.
pub(super) fn statements() -> Vec<(String, String)> {
    let told = [
        ("report: cancelled", figures::CANCELLED.to_owned()),
        ("report: reasons", reasons::REASONS.to_owned()),
        ("report: days", sat::DAYS.to_owned()),
        ("report: stories", stories::CLOSED.to_owned()),
        ("report: owed", owed::counting()),
    ];
    told.map(|(name, sql)| (name.to_owned(), sql)).into()
}
