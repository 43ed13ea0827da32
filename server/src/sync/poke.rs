//! Tells a phone at once that there is something to pull. Only a hint: losing it is harmless.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use domain::{Scope, form};
use futures_util::stream::{self, Stream};
use sqlx::PgPool;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use super::{News, scopes};
use crate::accounts::member;
use crate::accounts::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;

/// Mobile networks forget a silent connection after half a minute.
const HEARTBEAT: Duration = Duration::from_secs(25);

/// Opens the stream. The first event says how far each scope is, so that what was written while the phone was
/// still on its way here is not missed; then there is one per scope with news: `[[scope, version]]`.
pub(crate) async fn poke(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<impl IntoResponse, Error> {
    let phone = Phone {
        news: hall.news.subscribe(),
        scopes: readable(&hall.pool, &caller).await?,
        greeted: false,
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
    /// Whether it has been told how far each scope is.
    greeted: bool,
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
        if !self.greeted {
            self.greeted = true;
            return self.present().await;
        }
        loop {
            match self.news.recv().await {
                Ok(News::Written(scope, ver)) if self.scopes.contains(&scope) => {
                    if scope == Scope::User(self.caller.person) {
                        // it may be a new role, or the loss of one
                        self.scopes = readable(&self.pool, &self.caller).await.ok()?;
                    }
                    return Some(Event::default().data(form::text(&vec![(scope, ver)])));
                }
                Ok(News::Written(..)) => {}
                Ok(News::Revoked(device)) if device == self.caller.device => return None,
                Ok(News::Revoked(_)) => {}
                Ok(News::Missed) | Err(RecvError::Lagged(_)) => return self.present().await,
                Ok(News::Closing) | Err(RecvError::Closed) => return None,
            }
        }
    }

    /// How far each scope is; asked after subscribing, so that nothing falls in between.
    async fn present(&self) -> Option<Event> {
        let mut db = self.pool.acquire().await.ok()?;
        let vers = scopes::present(&mut db, self.scopes.clone()).await.ok()?;
        let vers: Vec<(Scope, u64)> = vers.into_iter().collect();
        Some(Event::default().data(form::text(&vers)))
    }
}

async fn readable(pool: &PgPool, caller: &SignedIn) -> sqlx::Result<BTreeSet<Scope>> {
    let mut db = pool.acquire().await?;
    let who = member::who(&mut db, caller.person).await?;
    Ok(who.scopes().into_iter().collect())
}
