//! The rows behind a figure, page by page: counted and shown by one statement, read once for both.

use axum::extract::{Path, Query, State};
use domain::figures::{FEW, Figure, Row, Rows};
use domain::{Id, Millis};
use sqlx::{AssertSqlSafe, PgConnection};

use super::asked::{Asked, Frame};
use super::{LOOK, count, counted};
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::office::district::District;
use crate::sent::Answered;
use crate::sync::now;

/// So many rows are a page.
const PAGE: i64 = 50;

/// Tells a page of the rows behind a figure: villages in administrative order, in each the older first.
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
    let found = page(&mut tx, figure, &frame, (now(), &asked)).await?;
    tx.commit().await?;
    let Some(Paged { counted, shown, people, .. }) = found.first() else {
        return Ok(Answered(Rows::default()));
    };
    if (1..i64::from(FEW)).contains(&people.unwrap_or(0)) {
        return Ok(Answered(Rows { few: true, ..Rows::default() }));
    }
    let (all, few) = (count(*shown), shown < counted);
    let rows = found.into_iter().filter_map(|paged| paged.row.told(figure, &frame)).collect();
    Ok(Answered(Rows { rows, all, few }))
}

/// A row of a page, beside the sums of all; without one, where the page has none.
#[derive(sqlx::FromRow)]
struct Paged {
    counted: i64,
    shown: i64,
    /// How many people are behind all of it; nothing where nobody asks who they are.
    people: Option<i64>,
    #[sqlx(flatten)]
    row: Found,
}

#[derive(sqlx::FromRow)]
struct Found {
    part: Option<String>,
    kind: Option<String>,
    id: Option<Id>,
    village: Option<Id>,
    at: Option<i64>,
    title: Option<String>,
    title_en: Option<String>,
    state: Option<String>,
    due: Option<i64>,
    n: Option<i64>,
    why: Option<String>,
    session: Option<Id>,
    issue: Option<Id>,
}

impl Found {
    fn told(self, figure: Figure, frame: &Frame) -> Option<Row> {
        let (village, kind) = (self.village?, self.kind?);
        let named = frame.villages.iter().find(|(id, _)| *id == village);
        Some(Row {
            village_name: named.map(|(_, name)| name.clone()).unwrap_or_default(),
            at: self.at.filter(|_| kind != "place"),
            days: self.n.filter(|_| figure == Figure::Days).map(count),
            kind,
            id: self.id?,
            part: self.part?,
            village,
            title: self.title?,
            title_en: self.title_en,
            state: self.state,
            due: self.due,
            why: self.why,
            session: self.session,
            issue: self.issue,
        })
    }
}

async fn page(
    db: &mut PgConnection,
    figure: Figure,
    frame: &Frame,
    (at, asked): (Millis, &Asked),
) -> sqlx::Result<Vec<Paged>> {
    sqlx::query_as(AssertSqlSafe(paging(figure)))
        .bind(frame.scopes())
        .bind(frame.from)
        .bind(frame.to)
        .bind(at)
        .bind(asked.part.as_deref())
        .bind(PAGE)
        .bind(i64::from(asked.from))
        .fetch_all(db)
        .await
}

/// `$5` is the part that is asked for, or nothing; `$6` how many rows a page has, `$7` how many have been read.
pub(super) fn paging(figure: Figure) -> String {
    let people = counted::people(figure);
    format!(
        "{},
         sums as (
           select {people} as people, count(*) filter (where $5::text is null or part = $5) as counted from counted
         ), page as (
           select * from shown where $5::text is null or part = $5
           order by array_position($1, 'v:' || village), at, id, part limit $6 offset $7
         )
         select sums.*, (select count(*) from shown where $5::text is null or part = $5) as shown, page.*
         from sums left join page on true
         order by array_position($1, 'v:' || page.village), page.at, page.id, page.part",
        counted::rows(figure)
    )
}
