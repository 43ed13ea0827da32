//! Takes what a phone wrote: every change with an answer of its own, all of them in one
//! transaction, and those that were taken before answered as they were then.

use std::collections::BTreeMap;

use axum::extract::State;
use domain::place::{Level, Place};
use domain::sync::authority;
use domain::sync::{Answer, Arrived, Outcome, Push, PushReply, Taken};
use domain::{Act, Change, Id, Millis, Refusal, Scope};
use serde_json::Value;
use sqlx::PgConnection;

use super::Notice;
use super::bring::open;
use super::changes::{self, Seen};
use super::joining;
use super::past;
use super::records;
use super::scopes::{self, Drawn};
use super::seals;
use super::sitting::Sitting;
use super::steps;
use crate::accounts::audit::{self, Deed};
use crate::accounts::post;
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::{Answered, Sent};

/// Takes a push, and tells the other phones.
pub(crate) async fn push(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<Push<Value>>,
) -> Result<Answered<PushReply>, Error> {
    if sent.build.len() > 80 || sent.build.contains('\0') || sent.client.is_nil() {
        return Err(Code::Malformed.into());
    }
    caller.speaks_for(sent.person)?;
    let (reply, notice) = take(&hall, &caller, &sent, super::now()).await?;
    super::tell(&hall.pool, &notice).await;
    Ok(Answered(reply))
}

/// Takes a push at the moment `now`; also gives what others are to be told of it.
pub async fn take(
    hall: &Hall,
    caller: &SignedIn,
    sent: &Push<Value>,
    now: Millis,
) -> Result<(PushReply, Notice), Error> {
    hall.patiently(|| attempt(hall, caller, sent, now)).await
}

pub(super) type News = BTreeMap<Scope, u64>;

async fn attempt(
    hall: &Hall,
    caller: &SignedIn,
    sent: &Push<Value>,
    now: Millis,
) -> Result<(PushReply, Notice), Error> {
    let epoch = hall.epoch.to_string();
    let taken = |results, steps| {
        PushReply::Taken(Taken { epoch: epoch.clone(), server_at: now, results, steps })
    };
    // the phone will hear of the new epoch when it pulls, and offer everything anew
    if sent.epoch.as_deref().is_some_and(|epoch| *epoch != *hall.epoch) {
        return Ok((taken(Vec::new(), Vec::new()), Notice::default()));
    }
    let read: Vec<Arrived> = sent.changes.iter().map(domain::sync::arrived).collect();
    let known: Vec<(Id, u64)> = read.iter().flatten().map(|c| (c.uuid, c.seq)).collect();
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    if twins(&known)
        || !changes::take_client(&mut tx, sent.client, caller, &sent.build).await?
        || changes::forked(&mut tx, sent.client, &known).await?
    {
        return Ok((PushReply::Fork { fork: true }, Notice::default()));
    }
    let mut sitting = open(&mut tx, caller, &read, now, sent.sent_at).await?;
    let before = steps::standing(&sitting);
    let mut answers = hear(&mut tx, &mut sitting, caller, &read).await?;
    audit::note(&mut tx, &deeds(caller, &answers)).await?;
    joining::entitle(&mut tx, &mut sitting, &answers).await?;
    let mut news = store(&mut tx, &mut sitting).await?;
    let mut founded = founded(&mut tx, &answers).await?;
    founded.extend(joining::settle(&mut tx, caller, &answers).await?);
    let mut vers = scopes::present(&mut tx, sitting.unwritten()).await?;
    vers.extend(&news);
    for (answer, change) in &mut answers {
        let Some(change) = change else { continue };
        let place = sitting.place(change, &answer.outcome);
        answer.seen = place.and_then(|scope| Some((scope, *vers.get(&scope)?)));
    }
    let judged: Vec<_> = answers.iter().filter_map(|(a, change)| Some(((*change)?, a))).collect();
    changes::keep(&mut tx, sent.client, caller, &judged).await?;
    tx.commit().await?;
    let steps = steps::steps(&before, &sitting, &news);
    let own = steps.iter().filter(|step| sitting.who.reads(step.scope)).cloned().collect();
    let reply = taken(answers.into_iter().map(|(answer, _)| answer).collect(), own);
    // who has founded a village has new roles to hear of, which are in no step
    let device = if founded.is_empty() { caller.device } else { Id::nil() };
    news.extend(founded);
    let vers = news.into_iter().collect();
    Ok((reply, Notice { epoch, device, vers, steps }))
}

/// Lets the offices of a region into the villages that were founded just now.
async fn founded(
    db: &mut PgConnection,
    answers: &[(Answer, Option<&Change>)],
) -> sqlx::Result<Vec<(Scope, u64)>> {
    let mut told = Vec::new();
    for (answer, change) in answers {
        let Some(change) = change.filter(|_| !matches!(answer.outcome, Outcome::Refused { .. }))
        else {
            continue;
        };
        if let (Act::Found(Place { level: Level::Village, .. }), Scope::Region(region)) =
            (&change.act, change.scope)
        {
            told.extend(post::found(db, region, change.id).await?);
        }
    }
    Ok(told)
}

/// Whether one number stands on two changes.
fn twins(changes: &[(Id, u64)]) -> bool {
    let mut numbers = BTreeMap::new();
    changes.iter().any(|(uuid, seq)| *numbers.entry(seq).or_insert(uuid) != uuid)
}

/// One answer a change, in order; with the change if it was judged now and is to be kept.
async fn hear<'a>(
    db: &mut PgConnection,
    sitting: &mut Sitting,
    caller: &SignedIn,
    read: &'a [Arrived],
) -> sqlx::Result<Vec<(Answer, Option<&'a Change>)>> {
    let uuids: Vec<Id> = read.iter().flatten().map(|change| change.uuid).collect();
    let mut seen = changes::seen(db, &uuids).await?;
    let mut answers = Vec::with_capacity(read.len());
    for change in read {
        answers.push(match change {
            Err((uuid, refusal)) => (refused(*uuid, refusal.clone()), None),
            Ok(change) => match seen.get(&change.uuid) {
                Some(seen) if seen.person == caller.person => (seen.answer.clone(), None),
                Some(_) => (refused(change.uuid, Refusal::AlreadyThere), None),
                None => {
                    let answer = sitting.judge(change);
                    let again = Answer { dup: true, ..answer.clone() };
                    seen.insert(change.uuid, Seen { person: caller.person, answer: again });
                    (answer, Some(change))
                }
            },
        });
    }
    Ok(answers)
}

fn refused(uuid: Id, refusal: Refusal) -> Answer {
    Answer { uuid, outcome: Outcome::Refused { refusal }, dup: false, seen: None }
}

/// Stores what lies on the table. Nothing is written, and no counter moves, if nothing changed.
pub(super) async fn store(db: &mut PgConnection, sitting: &mut Sitting) -> sqlx::Result<News> {
    let needs = sitting.needs();
    let drawn = scopes::draw(db, &needs).await?;
    let mut numbers = sitting.first_numbers(&drawn);
    let sheets = sitting.sheets.values_mut();
    let mut fresh: Vec<_> = sheets.filter(|sheet| sheet.wants_number.is_some()).collect();
    fresh.sort_by_key(|sheet| sheet.wants_number);
    for sheet in fresh {
        if let Some(number) = numbers.get_mut(&sheet.record.scope) {
            *number += 1;
            authority::number(&mut sheet.record, *number);
        }
    }
    for sheet in sitting.sheets.values_mut().filter(|sheet| sheet.wants_chain) {
        seals::link(db, &mut sheet.record).await?;
    }
    put(db, sitting, &drawn).await?;
    let written = needs.iter().filter(|(_, need)| need.write);
    Ok(written.filter_map(|(scope, _)| Some((*scope, drawn.get(scope)?.ver))).collect())
}

async fn put(
    db: &mut PgConnection,
    sitting: &Sitting,
    drawn: &BTreeMap<Scope, Drawn>,
) -> sqlx::Result<()> {
    let ver = |scope: &Scope| drawn.get(scope).map_or(0, |drawn| drawn.ver);
    let written = || sitting.sheets.values().filter(|sheet| sheet.written);
    let fresh: Vec<_> =
        written().filter(|sheet| sheet.fresh).map(|sheet| sheet.standing(drawn)).collect();
    if !fresh.is_empty() {
        records::add(db, &fresh).await?;
    }
    for sheet in written() {
        if !sheet.fresh {
            records::put(db, sheet.standing(drawn)).await?;
        }
        for (scope, rev) in &sheet.left {
            records::leave(db, *scope, &sheet.record, (*rev, ver(scope))).await?;
        }
        past::remember(db, sheet.record.id, &sheet.over).await?;
    }
    Ok(())
}

fn deeds(caller: &SignedIn, answers: &[(Answer, Option<&Change>)]) -> Vec<Deed> {
    let judged = answers.iter().filter_map(|(answer, change)| Some((answer, (*change)?)));
    judged
        .map(|(answer, change)| {
            let (deed, code) = match &answer.outcome {
                Outcome::Refused { refusal } => ("refused", Some(refusal.code())),
                Outcome::Ok | Outcome::Merged | Outcome::Both => ("accepted", None),
            };
            let (person, device) = (Some(caller.person), Some(caller.device));
            let (about, scope) = (Some(change.id), Some(change.scope));
            let act = Some(audit::word(&change.act));
            Deed { person, device, deed, about, scope, code, act }
        })
        .collect()
}
