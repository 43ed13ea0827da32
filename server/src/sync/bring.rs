//! Brings before the judge what a push is about: the records, what goes along with them, what their guards look at, and
//! who asks.

use std::collections::{BTreeMap, BTreeSet};

use domain::sync::Arrived;
use domain::sync::authority::Stamps;
use domain::{Act, Change, Id, Kind, Millis, Record, Scope};
use sqlx::PgConnection;

use super::joining;
use super::naming::{ACTIONS_OF_SESSIONS, ADVICE_BESIDE, naming};
use super::records;
use super::sitting::{Around, Sitting};
use crate::accounts::member;
use crate::accounts::who::SignedIn;

/// Brings the records and the caller's roles before the judge.
pub(super) async fn open(
    db: &mut PgConnection,
    caller: &SignedIn,
    read: &[Arrived],
    now: Millis,
    sent_at: Millis,
) -> sqlx::Result<Sitting> {
    let mut ids: Vec<Id> = read.iter().flatten().map(|change| change.id).collect();
    ids.extend(joining::reached(db, read).await?);
    ids.sort_unstable();
    ids.dedup();
    let mut held = records::hold(db, &ids).await?;
    held.extend(beside(db, read, &held).await?);
    held.extend(records::hold_within(db, &sealed(read), &Kind::Action).await?);
    held.extend(records::hold_within(db, &handed_over(read), &Kind::Advice).await?);
    let who = member::who(db, caller.person).await?;
    let around = around(db, caller, read, &held).await?;
    Ok(Sitting::new(who, now, now.saturating_sub(sent_at), held, around))
}

/// What goes along with the issues that may come before the village now.
async fn beside(
    db: &mut PgConnection,
    read: &[Arrived],
    held: &BTreeMap<Id, (Record, Stamps)>,
) -> sqlx::Result<BTreeMap<Id, (Record, Stamps)>> {
    let moving = read.iter().flatten().filter(|change| change.act.leads_to().is_some());
    let lies = |change: &Change| Some((change.id, held.get(&change.id)?.0.scope));
    let back = moving.filter_map(lies).filter(|(_, scope)| matches!(scope, Scope::Draft(_)));
    let (issues, scopes): (Vec<Id>, Vec<Scope>) = back.unzip();
    records::hold_beside(db, &issues, &scopes).await
}

/// What the changes name beside the records they are done to, and who may lose a value by them.
async fn around(
    db: &mut PgConnection,
    caller: &SignedIn,
    read: &[Arrived],
    held: &BTreeMap<Id, (Record, Stamps)>,
) -> sqlx::Result<Around> {
    let changes = || read.iter().flatten();
    let named: BTreeSet<Id> = changes().filter_map(|change| change.act.names()).collect();
    let loses = |change: &Change| {
        let Act::Edit { field, .. } = &change.act else { return None };
        Some(held.get(&change.id)?.1.get(field)?.by)
    };
    let mut authors: BTreeSet<Id> = changes().filter_map(loses).collect();
    authors.remove(&caller.person);
    let (seated, places) = joining::around(read, held);
    let sat_in = sessions(read, held).into_iter().chain(seated).collect();
    let mut seen = records::sessions(db, sat_in).await?;
    seen.extend(records::seen(db, places).await?);
    seen.extend(records::within(db, &surveyed(read, held)).await?);
    seen.extend(records::plans(db, &frozen(read)).await?);
    seen.extend(naming(db, ACTIONS_OF_SESSIONS, &closing(read)).await?);
    seen.extend(naming(db, ADVICE_BESIDE, &grouped(read)).await?);
    seen.extend(records::seen(db, named).await?);
    seen.extend(records::seen(db, convened(read, held)).await?);
    let speakers = speakers(read, &seen);
    seen.extend(records::seen(db, speakers).await?);
    let apart = joining::apart(db, caller, read).await?;
    Ok(Around { named: seen, authors: member::several(db, authors).await?, apart })
}

/// The seats of those whose words are taken for advice: whose it is goes with it.
fn speakers(read: &[Arrived], seen: &BTreeMap<Id, Record>) -> BTreeSet<Id> {
    let advice = read.iter().flatten().filter(|change| change.kind == Kind::Advice);
    let of = advice.filter_map(|change| change.act.names());
    of.filter_map(|statement| seen.get(&statement)?.link("seat")).collect()
}

/// The sessions that were convened for entries of a plan: what is done to an entry depends on where its session stands.
fn convened(read: &[Arrived], held: &BTreeMap<Id, (Record, Stamps)>) -> BTreeSet<Id> {
    let entries = read.iter().flatten().filter(|change| change.kind == Kind::Plan);
    entries.filter_map(|change| held.get(&change.id)?.0.link("session")).collect()
}

/// The session a change is done in.
fn session_of(change: &Change, held: &BTreeMap<Id, (Record, Stamps)>) -> Option<Id> {
    let scope = held.get(&change.id).map_or(change.scope, |(record, _)| record.scope);
    match scope {
        Scope::Session(id) => Some(id),
        _ if change.kind == Kind::Session => Some(change.id),
        Scope::Region(_)
        | Scope::Village(_)
        | Scope::Draft(_)
        | Scope::User(_)
        | Scope::District(_) => None,
    }
}

/// The sessions in which something is written.
fn sessions(read: &[Arrived], held: &BTreeMap<Id, (Record, Stamps)>) -> BTreeSet<Id> {
    read.iter().flatten().filter_map(|change| session_of(change, held)).collect()
}

/// The sessions that a guard looks over.
fn surveyed(read: &[Arrived], held: &BTreeMap<Id, (Record, Stamps)>) -> BTreeSet<Scope> {
    let surveys = read.iter().flatten().filter(|change| change.act.surveys());
    surveys.filter_map(|change| session_of(change, held)).map(Scope::Session).collect()
}

/// The villages whose blueprint is kept as it stands now.
fn frozen(read: &[Arrived]) -> BTreeSet<Scope> {
    let freeze = read.iter().flatten().filter(|change| change.act.freezes());
    freeze.map(|change| change.scope).collect()
}

/// The sessions that may be sealed now.
fn sealed(read: &[Arrived]) -> BTreeSet<Scope> {
    these(read, Act::seals)
}

/// The sessions that may be handed over now.
fn handed_over(read: &[Arrived]) -> BTreeSet<Scope> {
    these(read, Act::hands_over)
}

/// The sessions that may be closed now, if all that came of them is.
fn closing(read: &[Arrived]) -> Vec<Id> {
    ids(read, Act::closes)
}

/// The advice that is put beside other advice now, if none was put beside it.
fn grouped(read: &[Arrived]) -> Vec<Id> {
    ids(read, Act::groups)
}

fn ids(read: &[Arrived], are: impl Fn(&Act) -> bool) -> Vec<Id> {
    let those = read.iter().flatten().filter(|change| are(&change.act));
    those.map(|change| change.id).collect()
}

fn these(read: &[Arrived], are: impl Fn(&Act) -> bool) -> BTreeSet<Scope> {
    ids(read, are).into_iter().map(Scope::Session).collect()
}
