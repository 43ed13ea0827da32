//! What the server finds in its own database about the rules against formalism. Nothing here is about a person.

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::Millis;
use sqlx::{PgConnection, PgPool};
use tokio::sync::Mutex;

use crate::sync::now;

/// Words that name what is not to be kept: ranks, scores, checking in, time online, places of people.
const BARRED: [&str; 14] = [
    "rank",
    "score",
    "points",
    "credit",
    "level_up",
    "badge",
    "streak",
    "checkin",
    "check_in",
    "online_time",
    "latitude",
    "longitude",
    "gps",
    "track",
];

/// For so long one look is good for everybody.
const FRESH: Duration = Duration::from_secs(600);

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Columns and names of fields that were looked through.
    pub(super) looked: (u32, u32),
    /// Those that are barred.
    pub(super) barred: Vec<String>,
    /// Seats that were taken, and those of people without an account.
    pub(super) sat: (u32, u32),
    /// Issues, and those that came by the door.
    pub(super) raised: (u32, u32),
    /// Things done, and those without a picture.
    pub(super) done: (u32, u32),
    /// Boxes, seconds and tasks of the last 90 days; nothing where those are few.
    pub(super) cost: Option<(u32, u32, u32)>,
    /// Letters about the tool, those that were seen to, and those that wait.
    pub(super) letters: (u32, u32, u32),
    /// When.
    pub(super) at: Millis,
}

/// The last look, shared by all who ask.
#[derive(Clone, Debug, Default)]
pub(super) struct Last(Arc<Mutex<Option<(Instant, Found)>>>);

impl Last {
    /// What was found a moment ago, or is found now; while somebody looks, others wait for the same.
    pub(super) async fn look(&self, pool: &PgPool) -> sqlx::Result<Found> {
        let mut last = self.0.lock().await;
        if let Some((at, found)) = &*last
            && at.elapsed() < FRESH
        {
            return Ok(found.clone());
        }
        let found = look(pool).await?;
        *last = Some((Instant::now(), found.clone()));
        Ok(found)
    }
}

/// Looks.
async fn look(pool: &PgPool) -> sqlx::Result<Found> {
    let mut tx = pool.begin_with("begin isolation level repeatable read read only").await?;
    let columns: Vec<String> = sqlx::query_scalar(
        "select table_name || '.' || column_name from information_schema.columns
         where table_schema = current_schema() order by 1",
    )
    .fetch_all(&mut *tx)
    .await?;
    let fields: Vec<String> = sqlx::query_scalar(
        "select distinct kind || '.' || name from record, jsonb_object_keys(fields) name order by 1",
    )
    .fetch_all(&mut *tx)
    .await?;
    let [sat, without, issues, by_door, done, bare, letters, seen, wait] = counted(&mut tx).await?;
    let spent: (i64, i64, i64) = sqlx::query_as(
        "select coalesce(sum(fields), 0)::bigint, coalesce(sum(seconds), 0)::bigint,
                coalesce(sum(times), 0)::bigint
         from burden where day > current_date - 90",
    )
    .fetch_one(&mut *tx)
    .await?;
    let barred = columns.iter().chain(&fields).filter(|name| is_barred(name)).cloned().collect();
    Ok(Found {
        looked: (len(&columns), len(&fields)),
        barred,
        sat: (sat, without),
        raised: (issues, by_door),
        done: (done, bare),
        cost: mean(spent),
        letters: (letters, seen, wait),
        at: now(),
    })
}

/// Seats and those without an account, issues and those by the door, things done and those without a picture, letters
/// about the tool, those seen to and those that wait.
async fn counted(db: &mut PgConnection) -> sqlx::Result<[u32; 9]> {
    let row: (i64, i64, i64, i64, i64, i64, i64, i64, i64) = sqlx::query_as(
        "with pictured as (
           select distinct coalesce(progress.fields->>'action', photo.fields->>'issue') as action
           from record photo left join record progress
             on progress.id::text = photo.fields->>'issue' and progress.kind = 'progress'
           where photo.kind = 'photo' and not photo.gone and photo.fields ? 'issue')
         select
           count(*) filter (where kind = 'seat' and fields->'present' = 'true'),
           count(*) filter (where kind = 'seat' and fields->'present' = 'true' and not exists
             (select from account where person::text = fields->>'person')),
           count(*) filter (where kind = 'issue'),
           count(*) filter (where kind = 'issue' and fields ? 'door'),
           count(*) filter (where kind = 'action' and fields->>'state' in ('done', 'checked', 'closed')),
           count(*) filter (where kind = 'action' and fields->>'state' in ('done', 'checked', 'closed')
             and id::text not in (select action from pictured)),
           count(*) filter (where kind = 'letter' and fields->>'sort' in ('complaint', 'suggestion')),
           count(*) filter (where kind = 'letter' and fields->>'sort' in ('complaint', 'suggestion')
             and fields->>'fate' <> 'held'),
           count(*) filter (where kind = 'letter' and fields->>'sort' in ('complaint', 'suggestion')
             and fields->>'fate' = 'held')
         from record
         where not gone and kind in ('seat', 'issue', 'action', 'letter')",
    )
    .fetch_one(&mut *db)
    .await?;
    Ok([row.0, row.1, row.2, row.3, row.4, row.5, row.6, row.7, row.8].map(count))
}

/// Whether the last part of a name is one that is barred, or has one in it as a word of its own.
fn is_barred(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    BARRED.iter().any(|barred| {
        last == *barred
            || last.starts_with(&format!("{barred}_"))
            || last.ends_with(&format!("_{barred}"))
    })
}

/// What fewer than five did says something of somebody.
fn mean((fields, seconds, times): (i64, i64, i64)) -> Option<(u32, u32, u32)> {
    let each = |all: i64| count((all + times / 2) / times.max(1));
    (times >= 5).then(|| (each(fields), each(seconds), count(times)))
}

fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn len(all: &[String]) -> u32 {
    u32::try_from(all.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ranks_people_is_barred_and_what_only_sounds_like_it_is_not() {
        for barred in ["member.rank", "record.fields.score", "device.gps_at", "seat.online_time"] {
            assert!(is_barred(barred), "{barred}");
        }
        for plain in ["action.partners", "place.order", "seat.present", "issue.trail", "a.frank"] {
            assert!(!is_barred(plain), "{plain}");
        }
    }

    #[test]
    fn a_mean_is_rounded_and_that_of_few_is_not_told() {
        assert_eq!(mean((30, 400, 7)), Some((4, 57, 7)));
        assert_eq!(mean((30, 400, 4)), None);
        assert_eq!(mean((0, 0, 0)), None);
    }
}
