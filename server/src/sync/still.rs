//! Tells in one word whether a phone has read all there is.

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use axum::response::IntoResponse;
use domain::Scope;
use domain::sync::still::{Still, word};

use super::scopes;
use crate::accounts::member;
use crate::accounts::session;
use crate::accounts::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::Answered;

/// Whether the caller's word is the one that all readable scopes come to, all of one moment.
pub(crate) async fn still(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(given): Path<String>,
) -> Result<impl IntoResponse, Error> {
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    hall.awake(&mut tx).await?;
    let readable: BTreeSet<Scope> =
        member::who(&mut tx, caller.person).await?.scopes().into_iter().collect();
    let vers = scopes::present(&mut tx, readable.clone()).await?;
    tx.commit().await?;
    // a scope in which nothing was ever written is read up to nothing
    let read = readable.into_iter().map(|scope| (scope, vers.get(&scope).copied().unwrap_or(0)));
    let is = word(&hall.epoch, caller.person, hall.min_build.as_deref(), read);
    let told = Still { server_at: super::now(), still: is == given };
    Ok((session::renewed(caller), Answered(told)))
}
