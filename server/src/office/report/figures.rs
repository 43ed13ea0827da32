//! The figures of a report: those of the desk, counted by the same statements, over all villages of a district from the
//! first day of its span to the last.

use domain::Form;
use domain::burden::{Sum, Task};
use domain::figures::{FEW, Figure, Told};
use sqlx::PgConnection;
use words::calendar_day;

use super::super::district::District;
use super::super::figures::between;
use super::{Look, Span};

/// What is counted of a district in a span of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Each figure, as the desk tells it.
    pub(crate) told: Vec<Told>,
    /// Sessions of these days that were cancelled; they are in no figure.
    pub(crate) cancelled: i64,
    /// What tasks cost everybody in it.
    pub(crate) burden: Vec<Sum>,
}

impl Figures {
    /// How many of a figure there are in all.
    pub(crate) fn all(&self, figure: Figure) -> u32 {
        self.told.iter().find(|told| told.figure == figure).map_or(0, |told| told.all)
    }

    /// How many are in a part of one.
    pub(crate) fn count(&self, figure: Figure, part: &str) -> u32 {
        self.told.iter().find(|told| told.figure == figure).map_or(0, |told| told.count(part))
    }
}

/// Counts.
pub(super) async fn figures(db: &mut PgConnection, look: &Look<'_>) -> sqlx::Result<Figures> {
    let (district, span) = (look.district, look.span);
    let told = between(db, district, (span.from, span.until), look.now).await?;
    let cancelled = cancelled(db, district, span).await?;
    Ok(Figures { told, cancelled, burden: burden(db, span).await? })
}

async fn cancelled(db: &mut PgConnection, district: &District, span: Span) -> sqlx::Result<i64> {
    sqlx::query_scalar(CANCELLED)
        .bind(district.scopes())
        .bind(span.from)
        .bind(span.until)
        .fetch_one(db)
        .await
}

pub(super) const CANCELLED: &str = "
select count(*) from session where scope = any($1) and stage = 'cancelled' and day >= $2 and day < $3";

async fn burden(db: &mut PgConnection, span: Span) -> sqlx::Result<Vec<Sum>> {
    let day = |at| i32::try_from(calendar_day(at)).unwrap_or_default();
    let rows: Vec<(String, i64, i64, i64)> = sqlx::query_as(
        "select task, sum(times), sum(fields), sum(seconds) from burden
         where day >= date '1970-01-01' + $1 and day < date '1970-01-01' + $2
         group by task having sum(times) >= $3",
    )
    .bind(day(span.from))
    .bind(day(span.until))
    .bind(i64::from(FEW))
    .fetch_all(db)
    .await?;
    let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    let sums: Vec<Sum> = rows
        .into_iter()
        .map(|(task, times, fields, seconds)| {
            let task = Task::read(task.into()).unwrap_or(Task::Else);
            Sum { task, times: count(times), fields: count(fields), seconds: count(seconds) }
        })
        .collect();
    // in the order of the work, as everywhere
    Ok(Task::ALL
        .into_iter()
        .filter_map(|task| sums.iter().find(|s| s.task == task).copied())
        .collect())
}
