//! 谁懂行: who of a region's directory could help with an issue or a session, with the reasons; what waits for somebody
//! who knows; and how often each was asked lately, which is counted and kept nowhere.

mod matter;
mod needs;
mod search;
mod vocabulary;

pub(super) use self::vocabulary::idle;
use axum::extract::{Path, Query, State};
use domain::matching::{Asked, Needs, Suggestions, Times};
use domain::{Id, Kind, Scope};
use serde::Deserialize;

use self::matter::Matter;
use super::district::District;
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::Answered;
use crate::sync::now;

const ASKED: &str = concat!(include_str!("matching/sat.sql"), include_str!("matching/asked.sql"));
/// So many are suggested.
const SUGGESTED: usize = 5;

/// What somebody is sought for: one of the two.
#[derive(Debug, Deserialize)]
pub(crate) struct Sought {
    issue: Option<Id>,
    session: Option<Id>,
}

/// Suggests who could help: to the office, and to a secretary with what is of their village.
pub(crate) async fn matches(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(region): Path<Id>,
    Query(sought): Query<Sought>,
) -> Result<Answered<Suggestions>, Error> {
    let mut db = hall.pool.acquire().await?;
    let (district, theirs) = District::open_to_deciders(&mut db, region, caller.person).await?;
    let (about, kind) = match (sought.issue, sought.session) {
        (Some(issue), None) => (issue, Kind::Issue),
        (None, Some(session)) => (session, Kind::Session),
        _ => return Err(Code::Malformed.into()),
    };
    let matter = Matter::find(&mut db, &district, about, &kind).await?;
    let Some(matter) = matter.filter(|matter| theirs.contains(&matter.village)) else {
        return Err(Code::NoSuchAddress.into());
    };
    let mut found =
        search::search(&mut db, &district, std::slice::from_ref(&matter), now()).await?;
    let mut people = found.remove(&about).unwrap_or_default();
    people.retain(|one| !matter.seated.contains(&one.person));
    people.truncate(SUGGESTED);
    Ok(Answered(Suggestions { people }))
}

/// Tells what waits for somebody who knows.
pub(crate) async fn needs(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(region): Path<Id>,
) -> Result<Answered<Needs>, Error> {
    let mut db = hall.pool.acquire().await?;
    let district = District::open(&mut db, region, caller.person).await?;
    Ok(Answered(needs::needs(&mut db, &district, now()).await?))
}

/// Tells how often each of the directory was asked within a year: an evening counts once, each page more that was sent
/// for it once more.
pub(crate) async fn asked(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(region): Path<Id>,
) -> Result<Answered<Asked>, Error> {
    let mut db = hall.pool.acquire().await?;
    let district = District::open(&mut db, region, caller.person).await?;
    let rows: Vec<(Id, i64)> = sqlx::query_as(ASKED)
        .bind(Scope::Region(region).to_string())
        .bind(district.scopes())
        .bind(now() - search::YEAR)
        .fetch_all(&mut *db)
        .await?;
    let times = |(person, times): (Id, i64)| Times {
        person,
        times: u32::try_from(times).unwrap_or(u32::MAX),
    };
    Ok(Answered(Asked { people: rows.into_iter().map(times).collect() }))
}
