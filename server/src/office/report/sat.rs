//! What was sat about and by whom, as roles; and what is planned.

use std::collections::BTreeSet;

use domain::follow::{Action, State};
use domain::session::Convened;
use domain::session::edition::Edition;
use domain::{Id, Millis, Role, Stage};
use sqlx::PgConnection;

use super::Look;
use crate::pages::role_of;
use crate::sync::naming::{ACTIONS_OF_SESSIONS, naming};
use crate::sync::records;

/// The most sessions that are looked ahead to.
const AHEAD: usize = 40;

/// A session in which people sat down.
#[derive(Debug)]
pub(crate) struct Sat {
    pub(crate) place: String,
    pub(crate) on: Millis,
    pub(crate) title: String,
    /// What is sealed of it; nothing while the minutes are not.
    pub(crate) sealed: Option<Sealed>,
}

/// What the seal says, and what has come of it since.
#[derive(Debug)]
pub(crate) struct Sealed {
    /// How many of which role.
    pub(crate) present: Vec<(Role, usize)>,
    pub(crate) remote: usize,
    pub(crate) agreed: usize,
    /// To be done, and done.
    pub(crate) tasks: usize,
    pub(crate) done: usize,
}

/// What was sat about in the span.
pub(super) async fn sat(db: &mut PgConnection, look: &Look<'_>) -> sqlx::Result<Vec<Sat>> {
    let mut all = Vec::new();
    let within = (look.span.from, look.span.until);
    for (id, village, on) in days(db, look, within, &sat_down()).await? {
        // one by one: what is sealed can be long
        let record = records::seen(db, BTreeSet::from([id])).await?.remove(&id);
        let Some(Ok(convened)) = record.map(|record| record.read::<Convened>()) else { continue };
        let sealed = sealed(db, look, id, &convened).await?;
        let title = look.veils.over(village, &convened.title);
        all.push(Sat { place: look.called(village), on, title, sealed });
    }
    Ok(all)
}

async fn sealed(
    db: &mut PgConnection,
    look: &Look<'_>,
    id: Id,
    convened: &Convened,
) -> sqlx::Result<Option<Sealed>> {
    let Some(seal) = &convened.seal else { return Ok(None) };
    let names = look.veils.names(convened.village);
    let role = |role| role_of(look.lang(), role).to_owned();
    let Some(edition) = Edition::of(&seal.clear(), names, &role) else { return Ok(None) };
    let actions = naming(db, ACTIONS_OF_SESSIONS, &[id]).await?;
    let actions = actions.values().filter_map(|record| record.read::<Action>().ok());
    let states: Vec<State> = actions.map(|action| action.state()).collect();
    let done = |state: &&State| matches!(state, State::Done | State::Checked | State::Closed);
    Ok(Some(Sealed {
        present: edition.present,
        remote: edition.remote,
        agreed: edition.consensus.len(),
        tasks: states.len(),
        done: states.iter().filter(done).count(),
    }))
}

/// What is planned from now on.
pub(super) async fn ahead(
    db: &mut PgConnection,
    look: &Look<'_>,
) -> sqlx::Result<Vec<(Millis, String, String)>> {
    let stages = Stage::ALL.into_iter().filter(|stage| stage.ahead() && *stage != Stage::Postponed);
    let stages: Vec<&str> = stages.map(Stage::as_str).collect();
    let mut all = days(db, look, (look.now, Millis::MAX), &stages).await?;
    all.truncate(AHEAD);
    let ids = all.iter().map(|(id, ..)| *id).collect();
    let found = records::seen(db, ids).await?;
    let row = |(id, village, on): &(Id, Id, Millis)| {
        let title = look.veils.over(*village, found.get(id)?.text("title")?);
        Some((*on, look.called(*village), title))
    };
    Ok(all.iter().filter_map(row).collect())
}

/// Sessions of these stages with their village and their day, in administrative order and that of the days.
async fn days(
    db: &mut PgConnection,
    look: &Look<'_>,
    (from, until): (Millis, Millis),
    stages: &[&str],
) -> sqlx::Result<Vec<(Id, Id, Millis)>> {
    let mut all: Vec<(Id, Id, Millis)> = sqlx::query_as(DAYS)
        .bind(look.district.scopes())
        .bind(from)
        .bind(until)
        .bind(stages)
        .fetch_all(db)
        .await?;
    all.sort_by_key(|(id, village, on)| (look.places.nth(*village), *on, *id));
    Ok(all)
}

pub(super) const DAYS: &str = "
select id, village, day from session where scope = any($1) and stage = any($4) and day >= $2 and day < $3";

/// The stages of a session in which people have sat down.
fn sat_down() -> Vec<&'static str> {
    let sat = Stage::ALL.into_iter().filter(|stage| stage.passed(Stage::InSession));
    sat.map(Stage::as_str).collect()
}
