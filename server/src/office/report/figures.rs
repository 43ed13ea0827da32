//! The figures of a report: counted over all villages of a district, and never by person. What is asked for here is one
//! function, [`figures`]; whoever counts better takes its place.

mod done;
mod voices;

use domain::burden::{Sum, Task};
use domain::session::Verdict;
use domain::{Form, Stage, Standing};
use sqlx::PgConnection;
use words::calendar_day;

use super::super::district::District;
use super::Span;

/// What fewer than so many did says something of somebody, and is not told.
const FEW: i64 = 5;

/// What is counted of a district in a span of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Sessions whose day lies in it, but for those that were cancelled; those; and in which people sat down.
    pub(crate) planned: i64,
    pub(crate) cancelled: i64,
    pub(crate) held: i64,
    /// Issues that were raised in it, and where they stand now, in the order of the life-cycle.
    pub(crate) raised: i64,
    pub(crate) standings: Vec<(Standing, i64)>,
    /// Advice that was given in it, by the answer it has now; advice beside other advice has that one's.
    pub(crate) advised: usize,
    pub(crate) answers: Vec<(Verdict, usize)>,
    pub(crate) unanswered: usize,
    /// Actions that were done in it, as they now are, and how often one was begun anew.
    pub(crate) done: usize,
    pub(crate) reopened: usize,
    /// Of those done, of how many everybody who was to hear of it has heard.
    pub(crate) told: usize,
    /// The middle one of the days from the first word to the deed.
    pub(crate) days: Option<i64>,
    /// 满意, 基本满意, 不满意, as they were said in it.
    pub(crate) rated: [usize; 3],
    /// The groups of all villages, and those from which nothing was heard in it.
    pub(crate) groups: usize,
    pub(crate) unheard: usize,
    /// What tasks cost everybody in it.
    pub(crate) burden: Vec<Sum>,
}

/// Counts.
pub(crate) async fn figures(
    db: &mut PgConnection,
    district: &District,
    span: Span,
) -> sqlx::Result<Figures> {
    let mut told = Figures::default();
    let scopes = district.scopes();
    sessions(db, &scopes, span, &mut told).await?;
    issues(db, &scopes, span, &mut told).await?;
    let advice = voices::advice(db, &scopes, span, &mut told).await?;
    done::actions(db, &scopes, span, (&advice, &mut told)).await?;
    voices::groups(db, district, (&scopes, span), (&advice, &mut told)).await?;
    told.burden = burden(db, span).await?;
    Ok(told)
}

/// The stages of a session in which people have sat down.
pub(super) fn sat() -> Vec<&'static str> {
    let sat = Stage::ALL.into_iter().filter(|stage| stage.passed(Stage::InSession));
    sat.map(Stage::as_str).collect()
}

async fn sessions(
    db: &mut PgConnection,
    scopes: &[String],
    span: Span,
    told: &mut Figures,
) -> sqlx::Result<()> {
    (told.planned, told.cancelled, told.held) = sqlx::query_as(
        "select count(*) filter (where fields->>'stage' <> 'cancelled'),
                count(*) filter (where fields->>'stage' = 'cancelled'),
                count(*) filter (where fields->>'stage' = any($4))
         from record
         where kind = 'session' and not gone and scope = any($1)
           and (fields->>'on')::bigint >= $2 and (fields->>'on')::bigint < $3",
    )
    .bind(scopes)
    .bind(span.from)
    .bind(span.until)
    .bind(sat())
    .fetch_one(db)
    .await?;
    Ok(())
}

async fn issues(
    db: &mut PgConnection,
    scopes: &[String],
    span: Span,
    told: &mut Figures,
) -> sqlx::Result<()> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "select coalesce(fields->>'standing', ''), count(*) from record
         where kind = 'issue' and not gone and scope = any($1)
           and (fields#>>'{trail,0,at}')::bigint >= $2 and (fields#>>'{trail,0,at}')::bigint < $3
         group by 1",
    )
    .bind(scopes)
    .bind(span.from)
    .bind(span.until)
    .fetch_all(db)
    .await?;
    told.raised = rows.iter().map(|(_, count)| count).sum();
    let count = |standing: Standing| {
        let row = rows.iter().find(|(word, _)| word == standing.as_str());
        row.map(|(_, count)| (standing, *count))
    };
    told.standings = Standing::ALL.into_iter().filter_map(count).collect();
    Ok(())
}

async fn burden(db: &mut PgConnection, span: Span) -> sqlx::Result<Vec<Sum>> {
    let day = |at| i32::try_from(calendar_day(at)).unwrap_or_default();
    let rows: Vec<(String, i64, i64, i64)> = sqlx::query_as(
        "select task, sum(times), sum(fields), sum(seconds) from burden
         where day >= date '1970-01-01' + $1 and day < date '1970-01-01' + $2
         group by task having sum(times) >= $3",
    )
    .bind(day(span.from))
    .bind(day(span.until))
    .bind(FEW)
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
