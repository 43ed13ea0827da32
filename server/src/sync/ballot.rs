//! A rating by a link: whoever holds the secret may say how one action was done, and nothing else.

use std::collections::BTreeSet;

use domain::follow::{
    Action, FollowAct, State,
    rating::{Rate, Rating, Way},
};
use domain::{Change, Id, Kind, Millis, Record, Refusal, Role, Scope, Who};
use sqlx::PgConnection;

use super::linked;
use super::records;
use super::sitting::{Around, Sitting};
use crate::error::Error;
use crate::hall::Hall;

/// A ballot with the action it is for.
#[derive(Debug)]
pub(crate) struct Asked {
    /// Its record's id.
    pub(crate) id: Id,
    /// Whose it is.
    pub(crate) name: String,
    /// The action's record.
    pub(crate) record: Record,
    /// The same, read.
    pub(crate) action: Action,
    /// Whether it is of the person's own doing.
    pub(crate) own: bool,
}

impl Asked {
    /// What the person said before, of this doing or of an earlier one.
    pub(crate) fn before(&self) -> Option<&Rating> {
        let mine = |rating: &&Rating| rating.name.as_ref() == Some(&self.name);
        self.action.ratings.iter().filter(mine).max_by_key(|rating| (rating.round, rating.at))
    }

    /// Whether something may be said now: it is done and checked, and not closed.
    fn may(&self) -> Result<(), Refusal> {
        let last = self.action.trail.last();
        match self.action.state() {
            _ if self.own => Err(Refusal::OwnDeed),
            State::Checked => Ok(()),
            now => Err(Refusal::WrongState {
                now,
                wanted: State::Checked,
                by: last.map(|step| step.by),
                at: last.map_or(0, |step| step.at),
            }),
        }
    }

    /// Whether this was said already.
    fn stands(&self, rate: &Rate) -> bool {
        self.before().is_some_and(|before| {
            before.round == self.action.round()
                && before.result == rate.result
                && before.heard == rate.heard
                && before.words == rate.words
        })
    }
}

/// The ballot whose secret has this digest.
pub(crate) async fn find(db: &mut PgConnection, key: &str) -> sqlx::Result<Option<Asked>> {
    let found: Option<(Id, String, String, String)> = sqlx::query_as(
        "select id, scope, fields->>'name', fields->>'action' from record
         where kind = 'ballot' and not gone and fields->>'key' = $1
         order by id limit 1",
    )
    .bind(key)
    .fetch_optional(&mut *db)
    .await?;
    let Some((id, scope, name, of)) = found else { return Ok(None) };
    let (Ok(Scope::Draft(village)), Ok(of)) = (scope.parse(), Id::try_parse(&of)) else {
        return Ok(None);
    };
    let record = records::seen(db, BTreeSet::from([of])).await?.remove(&of);
    // a link of one village opens nothing of another
    let here = |record: &Record| {
        record.kind == Kind::Action && !record.gone && record.scope == Scope::Village(village)
    };
    let Some(record) = record.filter(here) else { return Ok(None) };
    let Ok(mut action) = record.read::<Action>() else { return Ok(None) };
    if let (None, Some(said)) = (&action.what, action.statement) {
        // what was promised in a statement says so in the words of the statement
        let said = records::seen(db, BTreeSet::from([said])).await?.remove(&said);
        action.what = said.and_then(|said| Some(said.text("words")?.to_owned()));
    }
    let own = own(db, &action, &name).await?;
    Ok(Some(Asked { id, name, record, action, own }))
}

/// Whether somebody of that name did it, or has it: whoever has a stake does not rate.
async fn own(db: &mut PgConnection, action: &Action, name: &str) -> sqlx::Result<bool> {
    let doers: BTreeSet<Id> = action.doers.iter().chain(&action.lead).copied().collect();
    let doers = records::seen(db, doers).await?;
    let did = doers.values().any(|person| person.text("name") == Some(name));
    Ok(did || action.owner.as_deref().is_some_and(|owner| owner.contains(name)))
}

/// What came of a rating; nothing when there is no such ballot.
type Taken = Option<Result<(), Refusal>>;

/// Takes what was said, and tells the phones. What is said later counts.
///
/// # Errors
/// When the database fails.
pub(crate) async fn take(hall: &Hall, key: &str, said: &Rate, now: Millis) -> Result<Taken, Error> {
    hall.patiently(|| attempt(hall, key, said, now)).await
}

async fn attempt(hall: &Hall, key: &str, said: &Rate, now: Millis) -> Result<Taken, Error> {
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    let Some(asked) = find(&mut tx, key).await? else { return Ok(None) };
    // two who rate at once come one after the other, and the second sees what the first has left
    let held = records::hold(&mut tx, &[asked.record.id]).await?;
    let Some(asked) = find(&mut tx, key).await? else { return Ok(None) };
    let rate = Rate { name: Some(asked.name.clone()), way: Way::Link, ..said.clone() };
    if let Err(refusal) = asked.may() {
        return Ok(Some(Err(refusal)));
    }
    if asked.stands(&rate) {
        return Ok(Some(Ok(())));
    }
    let scope = asked.record.scope;
    // the link is the right to this act: no other is put before the judge
    let who = Who { person: asked.id, roles: vec![(Role::Representative, scope)] };
    let act = FollowAct::Rate(rate).into();
    let (uuid, id, kind) = (Id::now_v7(), asked.record.id, Kind::Action);
    let change = Change { uuid, seq: 0, at: now, kind, id, scope, act, made_on: None };
    let around = Around::default();
    let sitting = Sitting::new(who, now, 0, held, around);
    linked::settle(hall, tx, sitting, &change, "rated").await.map(Some)
}
