//! The archive for the office, by download: only for whoever is the office of all that lies here, and noted as a deed.

use std::io;
use std::sync::Arc;

use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::{Id, Role, Scope};
use futures_util::stream;
use sqlx::PgConnection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use words::civil;

use super::making::make;
use crate::accounts::audit::{self, Deed};
use crate::accounts::member;
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::office::district::District;
use crate::papers::Press;
use crate::sync::now;

/// So many pieces wait for a slow reader.
const AHEAD: usize = 4;

/// Who makes archives here: one at a time.
#[derive(Clone, Debug)]
pub(crate) struct Keeper {
    pub(crate) press: Press,
    pub(crate) origin: Arc<str>,
    turn: Arc<Semaphore>,
}

impl Keeper {
    pub(crate) fn new(press: Press, origin: Arc<str>) -> Self {
        Self { press, origin, turn: Arc::new(Semaphore::new(1)) }
    }
}

/// Gives the archive, as it is made.
pub(crate) async fn download(
    State(hall): State<Hall>,
    Extension(keeper): Extension<Keeper>,
    caller: SignedIn,
    Path(region): Path<Id>,
) -> Result<Response, Error> {
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    District::open(&mut tx, region, caller.person).await?;
    all(&mut tx, caller.person).await?;
    let turn = Arc::clone(&keeper.turn).try_acquire_owned().map_err(|_| Code::Busy)?;
    let (person, device) = (Some(caller.person), Some(caller.device));
    let scope = Some(Scope::Region(region));
    let deed =
        Deed { person, device, deed: "archive", about: Some(region), scope, ..Deed::default() };
    audit::note(&mut tx, &[deed]).await?;
    tx.commit().await?;
    let words::Day { year, month, day, .. } = civil(now());
    let name = format!("attachment; filename=\"bandeng-archive-{year}-{month:02}-{day:02}.tar\"");
    let head = [
        (CONTENT_TYPE, "application/x-tar".to_owned()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((head, streamed(hall, keeper, turn)).into_response())
}

/// An archive holds every region of the server, and so is only for the office of each.
async fn all(db: &mut PgConnection, person: Id) -> Result<(), Error> {
    let regions: Vec<String> =
        sqlx::query_scalar("select id from scope where id like 'g:%'").fetch_all(&mut *db).await?;
    let who = member::who(db, person).await?;
    let its = |region: &String| {
        region.parse().is_ok_and(|scope: Scope| who.roles.contains(&(Role::Office, scope)))
    };
    if regions.iter().all(its) { Ok(()) } else { Err(Code::NotYours.into()) }
}

/// The body, made as it is read. What fails in the middle is broken off, so that nobody takes half of it for the whole.
fn streamed(hall: Hall, keeper: Keeper, turn: OwnedSemaphorePermit) -> Body {
    let (to, from) = mpsc::channel::<Bytes>(AHEAD);
    let making = tokio::spawn(async move {
        let made = make(&hall.pool, &keeper.press, &keeper.origin, &to).await;
        drop(turn);
        made
    });
    Body::from_stream(stream::unfold(Some((from, making)), async |state| {
        let (mut from, making) = state?;
        if let Some(bytes) = from.recv().await {
            return Some((Ok::<Bytes, io::Error>(bytes), Some((from, making))));
        }
        let error = match making.await {
            Ok(Ok(())) => return None,
            Ok(Err(error)) => error.to_string(),
            Err(error) => error.to_string(),
        };
        tracing::error!(%error, "an archive was broken off");
        Some((Err(io::Error::other("broken off")), None))
    }))
}
