//! Tells a phone at once that there is something to pull. Only a hint: losing it is harmless.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use domain::Scope;
use futures_util::stream::{self, Stream};
use serde_json::json;
use sqlx::PgPool;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use super::News;
use crate::accounts::member;
use crate::accounts::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;

/// Mobile networks forget a silent connection after half a minute.
const HEARTBEAT: Duration = Duration::from_secs(25);

/// Opens the stream: one event per scope with news, `[[scope, version]]`.
pub(crate) async fn poke(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<impl IntoResponse, Error> {
    let phone = Phone {
        news: hall.news.subscribe(),
        scopes: scopes(&hall.pool, &caller).await?,
        pool: hall.pool,
        caller,
    };
    let unbuffered = (HeaderName::from_static("x-accel-buffering"), "no");
    let events = Sse::new(phone.events()).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    Ok(([(header::CACHE_CONTROL, "no-store"), unbuffered], events))
}

struct Phone {
    news: Receiver<News>,
    scopes: BTreeSet<Scope>,
    pool: PgPool,
    caller: SignedIn,
}

impl Phone {
    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(self, |mut phone| async move {
            let event = phone.next().await?;
            Some((Ok(event), phone))
        })
    }

    /// The next event for this phone; none when it is to be closed.
    async fn next(&mut self) -> Option<Event> {
        loop {
            match self.news.recv().await {
                Ok(News::Written(scope, ver)) if self.scopes.contains(&scope) => {
                    if scope == Scope::User(self.caller.person) {
                        // it may be a new role, or the loss of one
                        self.scopes = scopes(&self.pool, &self.caller).await.ok()?;
                    }
                    return Some(Event::default().data(json!([[scope, ver]]).to_string()));
                }
                Ok(News::Written(..)) => {}
                Ok(News::Revoked(device)) if device == self.caller.device => return None,
                Ok(News::Revoked(_)) => {}
                // told without a scope: pull everything
                Ok(News::Missed) | Err(RecvError::Lagged(_)) => {
                    return Some(Event::default().data("[]"));
                }
                Ok(News::Closing) | Err(RecvError::Closed) => return None,
            }
        }
    }
}

async fn scopes(pool: &PgPool, caller: &SignedIn) -> sqlx::Result<BTreeSet<Scope>> {
    let mut db = pool.acquire().await?;
    let who = member::who(&mut db, caller.person).await?;
    Ok(who.scopes().into_iter().collect())
}
