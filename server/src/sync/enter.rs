//! A record that the server itself is asked to begin, judged and stored as any other, in a transaction of the caller's.

use std::collections::BTreeMap;

use domain::sync::Outcome;
use domain::{Change, Refusal, Scope, Who};
use sqlx::PgConnection;

use super::push;
use super::sitting::{Around, Sitting};

/// Puts one act that begins a record before the judge, and stores what comes of it; says which scopes have news.
pub(crate) async fn enter(
    db: &mut PgConnection,
    who: Who,
    change: &Change,
) -> sqlx::Result<Result<Vec<(Scope, u64)>, Refusal>> {
    let mut sitting = Sitting::new(who, super::now(), 0, BTreeMap::new(), Around::default());
    match sitting.judge(change).outcome {
        Outcome::Refused { refusal } => return Ok(Err(refusal)),
        Outcome::Ok | Outcome::Merged | Outcome::Both => {}
    }
    Ok(Ok(push::store(db, &mut sitting).await?.into_iter().collect()))
}
