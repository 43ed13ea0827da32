//! Values that were written over: kept as they go, and told to whoever reads the record and read where they stood.

use std::collections::BTreeSet;

use axum::extract::State;
use domain::form::Value;
use domain::past::{AskPast, Past, past};
use domain::sync::authority::{Lost, Stamp};
use domain::{Id, Scope};
use sqlx::PgConnection;

#[cfg(feature = "planted")]
use super::planted::{self, Planted};
use super::records;
use crate::accounts::member;
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::{Answered, Sent};

/// Tells the past of one record. Whoever may not read it is told the same as of one that is not there.
pub(crate) async fn tell(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(asked): Sent<AskPast>,
) -> Result<Answered<Past>, Error> {
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    hall.awake(&mut tx).await?;
    let readable: BTreeSet<Scope> =
        member::who(&mut tx, caller.person).await?.scopes().into_iter().collect();
    let found = records::read(&mut tx, asked.record).await?;
    #[cfg(feature = "planted")]
    let readable = match (planted::defect(&mut tx).await?, &found) {
        (Some(Planted::Gossip), Some((record, _))) => BTreeSet::from([record.scope]),
        _ => readable,
    };
    let Some((record, stamps)) = found.filter(|(record, _)| readable.contains(&record.scope))
    else {
        return Err(Code::NoSuchAddress.into());
    };
    let over = over(&mut tx, record.id, &readable).await?;
    tx.commit().await?;
    Ok(Answered(past(&record, &stamps, &over)))
}

#[derive(sqlx::FromRow)]
struct Over {
    field: String,
    rev: i64,
    value: Value,
    by: Option<Id>,
    at: Option<i64>,
    scope: Option<String>,
}

/// What was written over, the oldest first, each with whether it stood where the reader reads.
async fn over(
    db: &mut PgConnection,
    record: Id,
    readable: &BTreeSet<Scope>,
) -> sqlx::Result<Vec<(Lost, bool)>> {
    let rows: Vec<Over> = sqlx::query_as(
        "select field, rev, value, by, at, scope from field_history where record = $1 order by rev",
    )
    .bind(record)
    .fetch_all(db)
    .await?;
    let told = rows.into_iter().map(|Over { field, rev, value, by, at, scope }| {
        let scope: Option<Scope> = scope.and_then(|scope| scope.parse().ok());
        let stamp = by.zip(at).map(|(by, at)| Stamp { by, at, rev: rev.cast_unsigned() });
        (Lost { field, value, stamp }, scope.is_some_and(|scope| readable.contains(&scope)))
    });
    Ok(told.collect())
}

/// Keeps values of a record that were written over, each with the revision that did, and where it stood.
pub(super) async fn remember(
    db: &mut PgConnection,
    record: Id,
    over: &[(u64, Scope, Lost)],
) -> sqlx::Result<()> {
    for (rev, scope, lost) in over {
        sqlx::query(
            "insert into field_history (record, field, rev, value, by, at, scope)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(record)
        .bind(&lost.field)
        .bind(rev.cast_signed())
        .bind(&lost.value)
        .bind(lost.stamp.as_ref().map(|stamp| stamp.by))
        .bind(lost.stamp.as_ref().map(|stamp| stamp.at))
        .bind(scope.to_string())
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}
