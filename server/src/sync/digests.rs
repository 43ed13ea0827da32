//! Tells a phone what its copy should come to, scope by scope, so that one that went wrong is found.

use axum::extract::State;
use domain::sync::{Digest, Digests, Sum};
use domain::{Id, Scope, Sorted};
use futures_util::TryStreamExt;
use sqlx::PgConnection;

use super::scopes;
use crate::accounts::member;
use crate::accounts::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::Answered;

/// How far each scope of the caller is, and the digest of what lies in it, all of one moment.
pub(crate) async fn digests(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<Answered<Digests>, Error> {
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    hall.awake(&mut tx).await?;
    let readable = member::who(&mut tx, caller.person).await?.scopes();
    let vers = scopes::present(&mut tx, readable.into_iter().collect()).await?;
    let mut told = Sorted::new();
    for (scope, ver) in vers {
        let digest = digest(&mut tx, scope).await?.word();
        told.insert(scope, Sum { ver, digest });
    }
    tx.commit().await?;
    Ok(Answered(Digests { epoch: hall.epoch.to_string(), scopes: told }))
}

async fn digest(db: &mut PgConnection, scope: Scope) -> sqlx::Result<Digest> {
    let mut digest = Digest::default();
    let mut rows =
        sqlx::query_as::<_, (Id, i64)>("select id, rev from record where scope = $1 order by id")
            .bind(scope.to_string())
            .fetch(db);
    while let Some((id, rev)) = rows.try_next().await? {
        digest.take(id, rev.cast_unsigned());
    }
    Ok(digest)
}
