//! What was done of it, and how long that took.

use std::collections::{BTreeMap, BTreeSet};

use domain::Id;
use domain::follow::{Action, State};
use domain::session::Lacking;
use futures_util::TryStreamExt;
use sqlx::PgConnection;
use words::calendar_day;

use super::super::Span;
use super::Figures;
use super::voices::Advised;
use crate::sync::records::Row;

/// When something was done, and what may say when it was first spoken of.
struct Done {
    at: i64,
    issue: Option<Id>,
    session: Option<Id>,
}

/// Counts what was done, rated and begun anew.
pub(super) async fn actions(
    db: &mut PgConnection,
    scopes: &[String],
    span: Span,
    (advice, told): (&BTreeMap<Id, Advised>, &mut Figures),
) -> sqlx::Result<()> {
    let mut done = Vec::new();
    {
        let mut rows = sqlx::query_as::<_, Row>(
            "select scope, kind, id, rev, by, at, gone, fields from record
             where kind = 'action' and not gone and scope = any($1)",
        )
        .bind(scopes)
        .fetch(&mut *db);
        while let Some(row) = rows.try_next().await? {
            let Some(Ok(action)) = row.record().map(|record| record.read::<Action>()) else {
                continue;
            };
            done.extend(counted(&action, span, (advice, told)));
        }
    }
    told.days = middle(days(db, &done).await?);
    Ok(())
}

/// Counts one action; what was done of it, if it was done.
fn counted(
    action: &Action,
    span: Span,
    (advice, told): (&BTreeMap<Id, Advised>, &mut Figures),
) -> Option<Done> {
    let before = std::iter::once(State::Unclaimed).chain(action.trail.iter().map(|step| step.to));
    let again = before
        .zip(&action.trail)
        .filter(|(from, step)| step.to == State::Redo && *from != State::Redo && span.has(step.at));
    told.reopened += again.count();
    for rating in action.ratings.iter().filter(|rating| span.has(rating.at)) {
        if let Some(count) = told.rated.get_mut(rating.result as usize) {
            *count += 1;
        }
    }
    let at = action.done_at().filter(|at| span.has(*at))?;
    told.done += 1;
    told.told += usize::from(!action.lacking().contains(&Lacking::Echo));
    let advised = || advice.get(&action.advice?)?.issue;
    Some(Done { at, issue: action.issue.or_else(advised), session: action.session })
}

/// From the day on which an issue was raised to the day on which it was done. What says neither its issue nor advice that
/// does is of the one issue of its session, where that has one.
async fn days(db: &mut PgConnection, done: &[Done]) -> sqlx::Result<Vec<i64>> {
    let sessions: Vec<Id> =
        done.iter().filter(|done| done.issue.is_none()).filter_map(|done| done.session).collect();
    let only: Vec<(Id, Id)> = sqlx::query_as(
        "select id, (fields->'issues'->>0)::uuid from record
         where id = any($1) and kind = 'session' and jsonb_array_length(fields->'issues') = 1",
    )
    .bind(sessions)
    .fetch_all(&mut *db)
    .await?;
    let only: BTreeMap<Id, Id> = only.into_iter().collect();
    let of = |done: &Done| done.issue.or_else(|| only.get(&done.session?).copied());
    let issues: BTreeSet<Id> = done.iter().filter_map(of).collect();
    let raised: Vec<(Id, Option<i64>)> = sqlx::query_as(
        "select id, (fields#>>'{trail,0,at}')::bigint from record where id = any($1) and kind = 'issue'",
    )
    .bind(issues.into_iter().collect::<Vec<_>>())
    .fetch_all(db)
    .await?;
    let raised: BTreeMap<Id, i64> =
        raised.into_iter().filter_map(|(id, at)| Some((id, at?))).collect();
    let days = |done: &Done| Some(calendar_day(done.at) - calendar_day(*raised.get(&of(done)?)?));
    Ok(done.iter().filter_map(days).collect())
}

/// The one in the middle; of two the smaller.
fn middle(mut days: Vec<i64>) -> Option<i64> {
    days.sort_unstable();
    days.get(days.len().checked_sub(1)? / 2).copied()
}
