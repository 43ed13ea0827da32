//! Who waits for whom in a region: one answer over all its villages, who waits longest first. Nobody of a village is named in
//! it; what each debt is about, the office's phone reads in its own copy.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use domain::form;
use domain::waits::{Debt, MINUTES, Tally, Wait, Waits};
use domain::{Form, Id, Millis, Scope, Stage};
use serde::Deserialize;
use sqlx::PgConnection;
use sqlx::types::Json;

use super::district::District;
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::Answered;
use crate::sync::{now, reply};

/// So many debts are a page.
const PAGE: usize = 50;

/// The question.
const WAITS: &str = include_str!("waits.sql");

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    /// One sort of debt, or `office`: all that the office owes; everything without one.
    kind: Option<String>,
    /// What came last before this page, as that page told it.
    after: Option<String>,
}

/// The word for what the office owes, whatever it is.
const OURS: &str = "office";

/// Tells a page of it, to the office of the region.
pub(crate) async fn list(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(region): Path<Id>,
    Query(wanted): Query<Wanted>,
) -> Result<Answered<Waits>, Error> {
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    hall.awake(&mut tx).await?;
    let district = District::open(&mut tx, region, caller.person).await?;
    let asked = Asked::read(&wanted).ok_or(Code::Malformed)?;
    Ok(Answered(waiting(&mut tx, &district, &asked, now()).await?))
}

/// What is asked for, understood.
#[derive(Debug, Default)]
struct Asked {
    debt: Option<Debt>,
    ours: bool,
    after: Option<(Millis, Debt, Id)>,
}

impl Asked {
    fn read(wanted: &Wanted) -> Option<Self> {
        let kind = wanted.kind.as_deref().filter(|kind| !kind.is_empty());
        let debt = kind.filter(|kind| *kind != OURS);
        Some(Self {
            debt: match debt {
                Some(word) => Some(Debt::of(word)?),
                None => None,
            },
            ours: kind == Some(OURS),
            after: match wanted.after.as_deref().filter(|after| !after.is_empty()) {
                Some(text) => Some(place(text)?),
                None => None,
            },
        })
    }
}

/// Where a page begins: since when, which sort, about what.
fn place(text: &str) -> Option<(Millis, Debt, Id)> {
    let mut parts = text.splitn(3, '.');
    let since = parts.next()?.parse().ok()?;
    let debt = Debt::of(parts.next()?)?;
    Some((since, debt, Id::try_parse(parts.next()?).ok()?))
}

#[derive(sqlx::FromRow)]
struct Row {
    tally: Json<BTreeMap<String, u32>>,
    ours: i64,
    #[sqlx(flatten)]
    owed: Owed,
}

/// A debt; all of it is missing where nothing is owed and only the sums are told.
#[derive(sqlx::FromRow)]
struct Owed {
    debt: Option<String>,
    about: Option<Id>,
    kind: Option<String>,
    village: Option<Id>,
    session: Option<Id>,
    waiter: Option<String>,
    ower: Option<String>,
    name: Option<String>,
    count: Option<i32>,
    since: Option<Millis>,
    due: Option<Millis>,
    asked: Option<Millis>,
    again: Option<bool>,
}

async fn waiting(
    db: &mut PgConnection,
    district: &District,
    asked: &Asked,
    now: Millis,
) -> sqlx::Result<Waits> {
    let villages = district.scopes();
    let drafts: Vec<String> =
        district.villages.iter().map(|village| Scope::Draft(*village).to_string()).collect();
    let frozen = Stage::ALL.into_iter().filter(|stage| stage.frozen()).map(Stage::as_str);
    let (since, debt, about) = match asked.after {
        Some((since, debt, about)) => (Some(since), Some(debt.as_str()), Some(about)),
        None => (None, None, None),
    };
    let rows: Vec<Row> = sqlx::query_as(WAITS)
        .bind(villages)
        .bind(drafts)
        .bind(Scope::District(district.region).to_string())
        .bind(now)
        .bind(reply::OPEN)
        .bind(MINUTES)
        .bind(frozen.collect::<Vec<_>>())
        .bind(asked.debt.map(Debt::as_str))
        .bind(asked.ours)
        .bind(since)
        .bind(debt)
        .bind(about)
        .bind(i64::try_from(PAGE + 1).unwrap_or_default())
        .fetch_all(db)
        .await?;
    Ok(page(rows, now))
}

fn page(rows: Vec<Row>, now: Millis) -> Waits {
    let Some(first) = rows.first() else { return Waits { at: now, ..Waits::default() } };
    let count = |debt: Debt| first.tally.get(debt.as_str()).copied().unwrap_or_default();
    let tally = Debt::ALL.map(|debt| Tally { debt, count: count(debt) }).to_vec();
    let ours = u32::try_from(first.ours).unwrap_or(u32::MAX);
    let more = rows.len() > PAGE;
    let rows: Vec<Wait> = rows.into_iter().take(PAGE).filter_map(|row| row.owed.wait()).collect();
    let last = rows.last().filter(|_| more);
    let more = last.map(|last| format!("{}.{}.{}", last.since, last.debt.as_str(), last.about));
    Waits { at: now, rows, tally, ours, more }
}

impl Owed {
    fn wait(self) -> Option<Wait> {
        Some(Wait {
            debt: Debt::of(&self.debt?)?,
            about: self.about?,
            kind: self.kind?,
            village: self.village,
            session: self.session,
            waiter: word(&self.waiter?)?,
            ower: word(&self.ower?)?,
            name: self.name,
            count: self.count?.try_into().unwrap_or_default(),
            since: self.since?,
            due: self.due,
            asked: self.asked,
            again: self.again.unwrap_or_default(),
        })
    }
}

/// A value of its word.
fn word<T: Form>(word: &str) -> Option<T> {
    T::read(form::said(word)).ok()
}
