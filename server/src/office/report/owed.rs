//! What is owed now: by village, in administrative order. It is the village's and its partners' to know, and no figure of
//! anybody's.

use std::collections::BTreeMap;

use domain::follow::{Action, State, echo};
use domain::session::advice::{self, Advice};
use domain::{DAY, Id, Kind, Record, Scope, Sorted};
use sqlx::PgConnection;
use words::Owing;

use super::Look;
use crate::sync::records::{Row, by_id};

/// So long minutes may take after an evening.
const MINUTES: i64 = 7 * DAY;

/// What is owed in each village that owes anything.
pub(super) async fn owed(
    db: &mut PgConnection,
    look: &Look<'_>,
) -> sqlx::Result<Vec<(String, Owing)>> {
    let mut all = Vec::new();
    for spot in &look.places.villages {
        let owing = of(db, spot.id, look.now).await?;
        if owing.iter().any(|count| *count > 0) {
            all.push((spot.called(look.lang()), owing));
        }
    }
    Ok(all)
}

/// One village: advice without an answer, what nobody has claimed, what is over its day, people who were not told,
/// sessions without minutes.
async fn of(db: &mut PgConnection, village: Id, now: i64) -> sqlx::Result<Owing> {
    let scope = Scope::Village(village).to_string();
    let late: i64 = sqlx::query_scalar(
        "select count(*) from record where kind = 'session' and not gone and scope = $1
           and fields->>'stage' in ('in_session', 'drafting', 'checking')
           and (fields->>'on')::bigint < $2",
    )
    .bind(&scope)
    .bind(now - MINUTES)
    .fetch_one(&mut *db)
    .await?;
    let found = following(db, &scope).await?;
    let records: Vec<&Record> = found.values().collect();
    let advised = advice::all(&records);
    let unanswered = advised.values().filter(|advice| advice.verdict.is_none());
    let unanswered = unanswered.filter(|advice| advice.with.is_none()).count();
    let actions = records.iter().filter(|record| record.kind == Kind::Action);
    let actions: Vec<Action> = actions.filter_map(|record| record.read().ok()).collect();
    let unclaimed = actions.iter().filter(|action| action.state() == State::Unclaimed).count();
    let over = actions.iter().filter(|action| action.days_over(now) > 0).count();
    let untold = records.iter().map(|record| waiting(record, &advised)).sum();
    Ok([unanswered, unclaimed, over, untold, usize::try_from(late).unwrap_or_default()])
}

/// How many wait to be told of a record.
fn waiting(record: &Record, advised: &Sorted<Id, Advice>) -> usize {
    let head = advised.get(&advice::head(advised, record.id));
    echo::owed(record, head, &|_| None).len()
}

/// The advice and the actions of a village, wherever they lie.
async fn following(db: &mut PgConnection, scope: &str) -> sqlx::Result<BTreeMap<Id, Record>> {
    let rows: Vec<Row> = sqlx::query_as(
        "select scope, kind, id, rev, by, at, gone, fields from record
         where kind = 'action' and not gone and scope = $1
         union all
         select advice.scope, advice.kind, advice.id, advice.rev, advice.by, advice.at, advice.gone, advice.fields
         from record session
         join record advice on advice.fields->>'session' = session.id::text
         where session.kind = 'session' and not session.gone and session.scope = $1
           and advice.kind = 'advice' and not advice.gone",
    )
    .bind(scope)
    .fetch_all(db)
    .await?;
    Ok(by_id(rows))
}
