//! 重复登记: who of a region looks as if entered twice, and which issues of two villages look like one matter. Looked for
//! when it is asked, in the order of the map; what the office has said to be two is not suggested again.

mod issues;
mod people;

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use domain::doubles::{Alike, Asunder, Doubles, Pair};
use domain::{Fields, Id, Scope};
use sqlx::PgConnection;

use super::district::District;
use super::report::places::Places;
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::{Answered, Sent};

/// So many pairs of people and of issues are shown at once.
const SHOWN: usize = 24;

/// Pairs that are two, each with the smaller id first.
type Parted = BTreeSet<(Id, Id)>;

/// Suggests what could be made one.
pub(crate) async fn list(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(region): Path<Id>,
) -> Result<Answered<Doubles>, Error> {
    let mut db = hall.pool.acquire().await?;
    let district = District::open(&mut db, region, caller.person).await?;
    let places = Places::find(&mut db, region).await?;
    let parted = parted(&mut db).await?;
    let entries = people::entries(&mut db, &scopes(&district)).await?;
    let mut people = people::alike(&entries, &places);
    people.retain(|pair| apart_from(&parted, pair.both[0].person, pair.both[1].person));
    let matters = issues::open(&mut db, &district).await?;
    let mut issues = issues::alike(&matters, &places);
    issues.retain(|twins| apart_from(&parted, twins.both[0].issue, twins.both[1].issue));
    let more = |all: usize| u32::try_from(all.saturating_sub(SHOWN)).unwrap_or(u32::MAX);
    let more = (more(people.len()), more(issues.len()));
    people.truncate(SHOWN);
    issues.truncate(SHOWN);
    people::look_for_phones(&mut db, people.iter_mut().flat_map(|pair| &mut pair.both)).await?;
    Ok(Answered(Doubles { people, issues, more }))
}

/// Tells of two people that somebody chose what is told of those who are suggested.
pub(crate) async fn two(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path((region, one, other)): Path<(Id, Id, Id)>,
) -> Result<Answered<Pair>, Error> {
    let mut db = hall.pool.acquire().await?;
    let district = District::open(&mut db, region, caller.person).await?;
    let places = Places::find(&mut db, region).await?;
    let mut both = people::entries(&mut db, &scopes(&district)).await?;
    both.retain(|entry| entry.person == one || entry.person == other);
    if both.len() != 2 {
        return Err(Code::NoSuchAddress.into());
    }
    people::in_order(&mut both, &places);
    people::look_for_phones(&mut db, both.iter_mut()).await?;
    Ok(Answered(Pair { alike: Alike::Chosen, both }))
}

/// Notes that two are two.
pub(crate) async fn part(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(region): Path<Id>,
    Sent(sent): Sent<Asunder>,
) -> Result<Answered<Fields>, Error> {
    let mut db = hall.pool.acquire().await?;
    let district = District::open(&mut db, region, caller.person).await?;
    let here: i64 = sqlx::query_scalar(
        "select count(*) from record
         where id = any($1) and scope = any($2) and kind in ('person', 'issue')",
    )
    .bind(vec![sent.one, sent.other])
    .bind(scopes(&district))
    .fetch_one(&mut *db)
    .await?;
    if here != 2 {
        return Err(Code::NoSuchAddress.into());
    }
    let (one, other) = sorted(sent.one, sent.other);
    sqlx::query("insert into asunder (one, other, by) values ($1, $2, $3) on conflict do nothing")
        .bind(one)
        .bind(other)
        .bind(caller.person)
        .execute(&mut *db)
        .await?;
    Ok(Answered(Fields::new()))
}

/// The statements by which they are looked for, by name.
pub(super) fn statements() -> [(&'static str, &'static str); 2] {
    [("entries of a directory", people::ENTRIES), ("open issues", issues::OPEN)]
}

/// The scopes of a district in which people are entered and issues raised.
fn scopes(district: &District) -> Vec<String> {
    let of = |village: &Id| [Scope::Village(*village), Scope::Draft(*village)];
    let scopes = district.villages.iter().flat_map(of).chain([Scope::Region(district.region)]);
    scopes.map(|scope| scope.to_string()).collect()
}

async fn parted(db: &mut PgConnection) -> sqlx::Result<Parted> {
    let rows: Vec<(Id, Id)> =
        sqlx::query_as("select one, other from asunder").fetch_all(db).await?;
    Ok(rows.into_iter().collect())
}

fn apart_from(parted: &Parted, one: Id, other: Id) -> bool {
    !parted.contains(&sorted(one, other))
}

fn sorted(one: Id, other: Id) -> (Id, Id) {
    (one.min(other), one.max(other))
}
