//! What the server finds in its own database about the rules against formalism. Nothing here is about a person.

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::Millis;
use domain::burden::mean;
use sqlx::{PgConnection, PgPool};
use tokio::sync::Mutex;

use crate::accounts::burden;
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
    /// Boxes and seconds of a task of the last 90 days, on average over so many; nothing where those are few.
    pub(super) cost: Option<(u32, u32, u32)>,
    /// Letters about the tool, and those that wait.
    pub(super) letters: (u32, u32),
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
    let counted = counted(&mut tx).await?;
    let spent = burden::altogether(&mut tx).await?;
    let barred = columns.iter().chain(&fields).filter(|name| is_barred(name)).cloned().collect();
    Ok(Found {
        looked: (len(&columns), len(&fields)),
        barred,
        sat: (count(counted.seats), count(counted.strangers)),
        raised: (count(counted.issues), count(counted.by_door)),
        done: (count(counted.done), count(counted.bare)),
        cost: spent
            .map(|(fields, seconds, times)| (mean(fields, times), mean(seconds, times), times)),
        letters: (count(counted.letters), count(counted.waiting)),
        at: now(),
    })
}

/// How much there is of what the page tells.
#[derive(sqlx::FromRow)]
struct Counted {
    seats: i64,
    strangers: i64,
    issues: i64,
    by_door: i64,
    done: i64,
    bare: i64,
    letters: i64,
    waiting: i64,
}

async fn counted(db: &mut PgConnection) -> sqlx::Result<Counted> {
    sqlx::query_as(
        "with pictured as (
           select distinct coalesce(progress.fields->>'action', photo.fields->>'issue') as action
           from record photo left join record progress
             on progress.id::text = photo.fields->>'issue' and progress.kind = 'progress'
           where photo.kind = 'photo' and not photo.gone and photo.fields ? 'issue'),
         told as (
           select kind, id, fields from record
           where not gone and case kind
             when 'issue' then true
             when 'seat' then fields->'present' = 'true'
             when 'action' then fields->>'state' in ('done', 'checked', 'closed')
             when 'letter' then fields->>'sort' in ('complaint', 'suggestion')
           end)
         select
           count(*) filter (where kind = 'seat') as seats,
           count(*) filter (where kind = 'seat' and not exists
             (select from account where person::text = fields->>'person')) as strangers,
           count(*) filter (where kind = 'issue') as issues,
           count(*) filter (where kind = 'issue' and fields ? 'door') as by_door,
           count(*) filter (where kind = 'action') as done,
           count(*) filter (where kind = 'action'
             and id::text not in (select action from pictured)) as bare,
           count(*) filter (where kind = 'letter') as letters,
           count(*) filter (where kind = 'letter' and fields->>'fate' = 'held') as waiting
         from told",
    )
    .fetch_one(db)
    .await
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
}
