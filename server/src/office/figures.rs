//! Figures of a region by SQL over the typed views, and the rows behind each: counted and shown by the same statements, in
//! administrative order, and never about a person.

mod asked;
mod counted;

use axum::extract::{Path, Query, State};
use domain::burden::{Sum, Task};
use domain::figures::{FEW, Figure, Figures, Part, Row, Rows, Told};
use domain::{Form, Id, Millis};
use sqlx::{AssertSqlSafe, PgConnection};

use self::asked::{Asked, Frame};
use super::district::District;
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::Answered;
use crate::sync::now;

/// So many rows are a page.
const PAGE: i64 = 50;
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
    let told = counted(&mut tx, &Figure::ALL, &frame, at).await?;
    let months = months(&mut tx, &frame, at).await?;
    let burden = burden(&mut tx, &frame).await?;
    let since = since(&mut tx, &district).await?;
    tx.commit().await?;
    let (year, place) = (asked.year, asked.place);
    Ok(Answered(Figures { year, place, at, told, months, burden, since }))
}

/// Tells a page of the rows behind a figure.
pub(crate) async fn rows(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path((region, figure)): Path<(Id, String)>,
    Query(asked): Query<Asked>,
) -> Result<Answered<Rows>, Error> {
    let mut tx = hall.pool.begin_with(LOOK).await?;
    let district = District::open(&mut tx, region, caller.person).await?;
    let figure = Figure::of(&figure).ok_or(Code::NoSuchAddress)?;
    let frame = Frame::of(&mut tx, &district, &asked).await?;
    let at = now();
    let told = counted(&mut tx, &[figure], &frame, at).await?;
    let Some(told) = told.first() else { return Err(Code::NoSuchAddress.into()) };
    if told.few {
        return Ok(Answered(Rows { few: true, ..Rows::default() }));
    }
    let counted = asked.part.as_deref().map_or(told.all, |part| told.count(part));
    let all = match figure {
        Figure::Satisfaction => shown(&mut tx, figure, &frame, (at, &asked)).await?,
        _ => counted,
    };
    let rows = page(&mut tx, figure, &frame, (at, &asked)).await?;
    tx.commit().await?;
    Ok(Answered(Rows { rows, all, few: all < counted }))
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
    let of = |figure: Figure| counted.iter().filter(move |one| one.figure == figure.as_str());
    Ok(figures.iter().map(|figure| one(*figure, &of(*figure).collect::<Vec<_>>())).collect())
}

/// One figure, of the counts of its parts and of all.
fn one(figure: Figure, counted: &[&Counted]) -> Told {
    let mut told = Told { figure, all: 0, parts: Vec::new(), median: None, few: false };
    let Some(whole) = counted.iter().find(|one| one.part.is_none()) else { return told };
    if (1..i64::from(FEW)).contains(&whole.people.unwrap_or(0)) {
        return Told { few: true, ..told };
    }
    told.all = count(whole.count);
    told.median = whole.middle.map(count);
    for part in figure.parts() {
        let found = counted.iter().find(|one| one.part.as_deref() == Some(part));
        told.parts.extend(found.map(|one| Part { part: part.to_owned(), count: count(one.count) }));
    }
    told
}

#[derive(sqlx::FromRow)]
struct Found {
    part: String,
    kind: String,
    id: Id,
    village: Id,
    at: i64,
    title: String,
    title_en: Option<String>,
    state: Option<String>,
    due: Option<i64>,
    n: Option<i64>,
    why: Option<String>,
    session: Option<Id>,
    issue: Option<Id>,
}

/// A page of rows: villages in administrative order, in each the older first.
async fn page(
    db: &mut PgConnection,
    figure: Figure,
    frame: &Frame,
    (at, asked): (Millis, &Asked),
) -> sqlx::Result<Vec<Row>> {
    let found: Vec<Found> = sqlx::query_as(AssertSqlSafe(paging(figure)))
        .bind(frame.scopes())
        .bind(frame.from)
        .bind(frame.to)
        .bind(at)
        .bind(asked.part.as_deref())
        .bind(PAGE)
        .bind(i64::from(asked.from))
        .fetch_all(db)
        .await?;
    let named = |id| frame.villages.iter().find(|(village, _)| *village == id);
    let row = |found: Found| Row {
        village_name: named(found.village).map(|(_, name)| name.clone()).unwrap_or_default(),
        at: (found.kind != "place").then_some(found.at),
        days: found.n.filter(|_| figure == Figure::Days).map(count),
        kind: found.kind,
        id: found.id,
        part: found.part,
        village: found.village,
        title: found.title,
        title_en: found.title_en,
        state: found.state,
        due: found.due,
        why: found.why,
        session: found.session,
        issue: found.issue,
    };
    Ok(found.into_iter().map(row).collect())
}

fn paging(figure: Figure) -> String {
    format!(
        "select * from ({}) as row where $5::text is null or part = $5
         order by array_position($1, 'v:' || village), at, id, part limit $6 offset $7",
        counted::rows(figure)
    )
}

/// How many rows may be shown, where it is not all of them.
async fn shown(
    db: &mut PgConnection,
    figure: Figure,
    frame: &Frame,
    (at, asked): (Millis, &Asked),
) -> sqlx::Result<u32> {
    let shown = sqlx::query_scalar(AssertSqlSafe(showing(figure)))
        .bind(frame.scopes())
        .bind(frame.from)
        .bind(frame.to)
        .bind(at)
        .bind(asked.part.as_deref());
    shown.fetch_one(db).await.map(count)
}

fn showing(figure: Figure) -> String {
    format!(
        "select count(*) from ({}) as row where $5::text is null or part = $5",
        counted::rows(figure)
    )
}

/// How many actions were done in each month.
async fn months(db: &mut PgConnection, frame: &Frame, at: Millis) -> sqlx::Result<Vec<u32>> {
    let begins = frame.months();
    if begins.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<(i32, i64)> = sqlx::query_as(AssertSqlSafe(by_month()))
        .bind(frame.scopes())
        .bind(frame.from)
        .bind(frame.to)
        .bind(at)
        .bind(begins)
        .fetch_all(db)
        .await?;
    let month = |nth| found.iter().find(|(month, _)| *month == nth).map_or(0, |(_, n)| count(*n));
    Ok((1..=12).map(month).collect())
}

fn by_month() -> String {
    format!(
        "select width_bucket(at, $5::bigint[]), count(*) from ({}) as row where part = 'done' group by 1",
        counted::rows(Figure::Actions)
    )
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
    let rows = Figure::ALL.map(|figure| (format!("rows: {}", figure.as_str()), paging(figure)));
    let counts =
        Figure::ALL.map(|one| (format!("figure: {}", one.as_str()), counted::counts(&[one])));
    let whole = [("figures".to_owned(), counted::counts(&Figure::ALL))];
    let months = [("figures by month".to_owned(), by_month())];
    let shown = [("rows that are shown".to_owned(), showing(Figure::Satisfaction))];
    whole.into_iter().chain(counts).chain(rows).chain(months).chain(shown).collect()
}
