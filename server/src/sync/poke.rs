//! Tells a phone at once that there is something to pull, and what it is, where that is little. Only a hint: losing
//! it is harmless.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::form::short::Short;
use domain::sync::door;
use domain::{Scope, form};
use futures_util::stream::{self, Stream};
use sqlx::PgPool;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use super::{News, Notice, scopes};
use crate::accounts::member;
use crate::accounts::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;

/// Mobile networks forget a silent connection after half a minute.
const HEARTBEAT: Duration = Duration::from_secs(25);

/// Opens the stream. The first event says how far each scope is, so that what was written while the phone was
/// still on its way here is not missed: `[[scope, version]]`. It bears the name of the door. Then there is one for each
/// push with news, of the same form; or what it wrote, in short, where that is little.
pub(crate) async fn poke(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<impl IntoResponse, Error> {
    let phone = Phone {
        news: hall.news.subscribe(),
        scopes: readable(&hall.pool, &caller).await?.unwrap_or_default(),
        greeted: false,
        epoch: hall.epoch,
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
    epoch: Arc<str>,
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
                // whoever wrote it has its answer
                Ok(News::Written(notice)) if notice.device == self.caller.device => {}
                Ok(News::Written(notice)) => {
                    if let Some(event) = self.knock(&notice).await? {
                        return Some(event);
                    }
                }
                Ok(News::Revoked(device)) if device == self.caller.device => return None,
                Ok(News::Revoked(_)) => {}
                Ok(News::Missed) | Err(RecvError::Lagged(_)) => return self.present().await,
                Ok(News::Closing) | Err(RecvError::Closed) => return None,
            }
        }
    }

    /// What this phone is told of a notice, which may be nothing; none when it is to be closed.
    async fn knock(&mut self, notice: &Notice) -> Option<Option<Event>> {
        let news = notice.vers.iter().filter(|(scope, _)| self.scopes.contains(scope));
        let news: Vec<(Scope, u64)> = news.copied().collect();
        if news.is_empty() {
            return Some(None);
        }
        let told = !notice.steps.is_empty() && *notice.epoch == *self.epoch;
        if told || news.iter().any(|(scope, _)| *scope == Scope::User(self.caller.person)) {
            // there may be a new role, or the loss of one
            self.scopes = readable(&self.pool, &self.caller).await.ok()??;
        }
        if !told {
            return Some(Some(Event::default().data(form::text(&news))));
        }
        let steps = notice.steps.iter().filter(|step| self.scopes.contains(&step.scope));
        let steps: Vec<_> = steps.cloned().collect();
        let data = BASE64_STANDARD.encode(Short::new().write(&form::text(&steps)));
        Some((!steps.is_empty()).then(|| Event::default().data(data)))
    }

    /// How far each scope is; asked after subscribing, so that nothing falls in between.
    async fn present(&self) -> Option<Event> {
        let mut db = self.pool.acquire().await.ok()?;
        let vers = scopes::present(&mut db, self.scopes.clone()).await.ok()?;
        let vers: Vec<(Scope, u64)> = vers.into_iter().collect();
        let name = door(&self.epoch, self.caller.person);
        Some(Event::default().id(name).data(form::text(&vers)))
    }
}

/// What the caller may read at this moment; none once the device is signed in no more.
async fn readable(pool: &PgPool, caller: &SignedIn) -> sqlx::Result<Option<BTreeSet<Scope>>> {
    let mut db = pool.acquire().await?;
    if !caller.stays(&mut db).await? {
        return Ok(None);
    }
    let who = member::who(&mut db, caller.person).await?;
    Ok(Some(who.scopes().into_iter().collect()))
}
