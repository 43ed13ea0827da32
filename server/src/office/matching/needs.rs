//! What waits for somebody who knows: sessions that are planned and issues on their way to one, with nobody on the bench
//! who fits.

use domain::matching::{Need, Needs, Suggestion};
use domain::{Id, Kind, Millis, Record, Standing};
use sqlx::PgConnection;

use super::matter::{Matter, ahead};
use super::search;
use crate::error::Error;
use crate::office::district::District;
use crate::sync::records;

/// So many are shown.
const SHOWN: usize = 8;
/// So many are looked at, at most: an answer in a moment is worth more than all of them.
const LOOKED_AT: usize = 32;

/// Where an issue is on its way to a bench.
const OPEN: [Standing; 5] = [
    Standing::Triaged,
    Standing::Drafted,
    Standing::Approved,
    Standing::Posted,
    Standing::Scheduled,
];

/// What is on its way: sessions by their day, then issues without a session, the one that waits longest first.
const OPEN_MATTERS: &str = include_str!("open.sql");

/// Looks for them.
pub(super) async fn needs(
    db: &mut PgConnection,
    district: &District,
    now: Millis,
) -> Result<Needs, Error> {
    let standings: Vec<&str> = OPEN.iter().map(|standing| standing.as_str()).collect();
    let open: Vec<Id> = sqlx::query_scalar(OPEN_MATTERS)
        .bind(district.scopes())
        .bind(ahead())
        .bind(standings)
        .fetch_all(&mut *db)
        .await?;
    let next: Vec<Id> = open.iter().take(LOOKED_AT).copied().collect();
    let found = records::seen(db, next.iter().copied().collect()).await?;
    let matters = Matter::all(db, next.iter().filter_map(|about| found.get(about))).await?;
    let mut fitting = search::search(db, district, &matters, now).await?;
    let mut needs = Vec::new();
    let mut looked_at = 0;
    for about in &next {
        if needs.len() == SHOWN {
            break;
        }
        looked_at += 1;
        let matter = matters.iter().find(|matter| matter.about == *about && !matter.stranger);
        let (Some(matter), Some(record)) = (matter, found.get(about)) else { continue };
        needs.extend(need(record, matter, fitting.remove(about).unwrap_or_default()));
    }
    let more = u32::try_from(open.len() - looked_at).unwrap_or(u32::MAX);
    Ok(Needs { needs, more })
}

/// One of them; nothing where somebody sits there who fits.
fn need(record: &Record, matter: &Matter, fitting: Vec<Suggestion>) -> Option<Need> {
    if fitting.iter().any(|one| matter.seated.contains(&one.person)) {
        return None;
    }
    let count = |field: &str| u32::try_from(record.number(field)).ok().filter(|n| *n > 0);
    let day = (record.kind == Kind::Session).then(|| record.number("on")).filter(|on| *on > 0);
    Some(Need {
        about: matter.about,
        kind: record.kind.clone(),
        village: matter.village,
        title: matter.title.clone(),
        households: count("households"),
        on: day,
        best: fitting.into_iter().next(),
    })
}
