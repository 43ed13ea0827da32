//! Figures of a region by SQL over the typed views, and the rows behind each: counted and shown by the same statements, in
//! administrative order, and never about a person.

mod asked;
mod counted;
mod rows;

use axum::extract::{Path, Query, State};
use domain::burden::{Sum, Task};
use domain::figures::{FEW, Figure, Figures, Part, Told};
use domain::{Form, Id, Millis};
use sqlx::{AssertSqlSafe, PgConnection};

use self::asked::{Asked, Frame};
pub(super) use self::rows::rows;
use super::district::District;
use crate::accounts::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::Answered;
use crate::sync::now;

/// All that is told is of one moment.
const LOOK: &str = "begin isolation level repeatable read read only";

/// Tells all figures of a region.
pub(crate) async fn told(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(region): Path<Id>,
    Query(asked): Query<Asked>,
) -> Result<Answered<Figures>, Error> {
    let mut tx = hall.pool.begin_with(LOOK).await?;
    let district = District::open(&mut tx, region, caller.person).await?;
    let frame = Frame::of(&mut tx, &district, &asked).await?;
    let at = now();
    let (told, months) = told_by_month(&mut tx, &frame, at).await?;
    let burden = burden(&mut tx, &frame).await?;
    let since = since(&mut tx, &district).await?;
    tx.commit().await?;
    let (year, place) = (asked.year, asked.place);
    Ok(Answered(Figures { year, place, at, told, months, burden, since }))
}

/// Tells all figures of a district from one moment until before another, as a report has them.
pub(super) async fn between(
    db: &mut PgConnection,
    district: &District,
    (from, to): (Millis, Millis),
    at: Millis,
) -> sqlx::Result<Vec<Told>> {
    let villages = district.villages.iter().map(|village| (*village, String::new())).collect();
    let frame = Frame { villages, from, to, year: None };
    counted(db, &Figure::ALL, &frame, at).await
}

#[derive(sqlx::FromRow)]
struct Counted {
    figure: String,
    part: Option<String>,
    count: i64,
    middle: Option<i64>,
    /// How many people are behind it; nothing where nobody asks who they are.
    people: Option<i64>,
}

/// Counts the rows of figures by their parts, all in one statement.
async fn counted(
    db: &mut PgConnection,
    figures: &[Figure],
    frame: &Frame,
    at: Millis,
) -> sqlx::Result<Vec<Told>> {
    let counted: Vec<Counted> = sqlx::query_as(AssertSqlSafe(counted::counts(figures)))
        .bind(frame.scopes())
        .bind(frame.from)
        .bind(frame.to)
        .bind(at)
        .fetch_all(db)
        .await?;
    Ok(figures.iter().map(|figure| one(*figure, &counted)).collect())
}

/// Counts all figures, and how many actions were done in each month of the year, if one is asked for.
async fn told_by_month(
    db: &mut PgConnection,
    frame: &Frame,
    at: Millis,
) -> sqlx::Result<(Vec<Told>, Vec<u32>)> {
    let begins = frame.months();
    if begins.is_empty() {
        return Ok((counted(db, &Figure::ALL, frame, at).await?, Vec::new()));
    }
    let counted: Vec<Counted> = sqlx::query_as(AssertSqlSafe(counted::by_month()))
        .bind(frame.scopes())
        .bind(frame.from)
        .bind(frame.to)
        .bind(at)
        .bind(begins)
        .fetch_all(db)
        .await?;
    let month = |nth: u32| {
        let nth = nth.to_string();
        let is = |one: &&Counted| one.figure == counted::MONTH && one.part.as_ref() == Some(&nth);
        counted.iter().find(is).map_or(0, |one| count(one.count))
    };
    let told = Figure::ALL.iter().map(|figure| one(*figure, &counted)).collect();
    Ok((told, (1..=12).map(month).collect()))
}

/// One figure, of the counts of its parts and of all.
fn one(figure: Figure, counted: &[Counted]) -> Told {
    let mut told = Told { figure, all: 0, parts: Vec::new(), median: None, few: false };
    let counted = || counted.iter().filter(|one| one.figure == figure.as_str());
    let Some(whole) = counted().find(|one| one.part.is_none()) else { return told };
    if (1..i64::from(FEW)).contains(&whole.people.unwrap_or(0)) {
        return Told { few: true, ..told };
    }
    told.all = count(whole.count);
    told.median = whole.middle.map(count);
    for part in figure.parts() {
        let found = counted().find(|one| one.part.as_deref() == Some(part));
        told.parts.extend(found.map(|one| Part { part: part.to_owned(), count: count(one.count) }));
    }
    told
}

/// What tasks cost on all phones, in sums; what was done by few is not told.
async fn burden(db: &mut PgConnection, frame: &Frame) -> sqlx::Result<Vec<Sum>> {
    let rows: Vec<(String, i64, i64, i64)> = sqlx::query_as(
        "select task, sum(times), sum(fields), sum(seconds) from burden
         where $1::bigint is null or extract(year from day) = $1
         group by task having sum(times) >= $2",
    )
    .bind(frame.year.map(i64::from))
    .bind(i64::from(FEW))
    .fetch_all(db)
    .await?;
    let sum = |(task, times, fields, seconds): &(String, i64, i64, i64)| Sum {
        task: Task::read(task.clone().into()).unwrap_or(Task::Else),
        times: count(*times),
        fields: count(*fields),
        seconds: count(*seconds),
    };
    let of = |task: Task| rows.iter().find(|(word, ..)| word == task.as_str()).map(sum);
    Ok(Task::ALL.into_iter().filter_map(of).collect())
}

/// The year in which the first issue was raised.
async fn since(db: &mut PgConnection, district: &District) -> sqlx::Result<Option<u32>> {
    let first: Option<i64> = sqlx::query_scalar(
        "select raised_at from issue where scope = any($1) order by raised_at limit 1",
    )
    .bind(district.scopes())
    .fetch_optional(db)
    .await?;
    Ok(first.and_then(|at| u32::try_from(words::civil(at).year).ok()))
}

fn count(n: i64) -> u32 {
    u32::try_from(n.max(0)).unwrap_or(u32::MAX)
}

/// The statements that are asked, by name, for whoever looks how PostgreSQL goes about them.
pub(super) fn statements() -> Vec<(String, String)> {
    let rows =
        Figure::ALL.map(|figure| (format!("rows: {}", figure.as_str()), rows::paging(figure)));
    let counts =
        Figure::ALL.map(|one| (format!("figure: {}", one.as_str()), counted::counts(&[one])));
    let whole = [("figures".to_owned(), counted::counts(&Figure::ALL))];
    let months = [("figures by month".to_owned(), counted::by_month())];
    whole.into_iter().chain(counts).chain(rows).chain(months).collect()
}
