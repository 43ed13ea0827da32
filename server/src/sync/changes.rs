//! Changes in the database: what a client has sent before, and what came of it.

use std::collections::BTreeMap;

use domain::form::Value;
use domain::sync::Answer;
use domain::{Change, Form, Id};
use sqlx::PgConnection;

use crate::accounts::who::SignedIn;

/// Enters the client, or finds it and lets nobody else speak for it until the end of the
/// transaction. False if it is somebody else's.
pub(crate) async fn take_client(
    db: &mut PgConnection,
    client: Id,
    caller: &SignedIn,
    build: &str,
) -> sqlx::Result<bool> {
    let owner: Id = sqlx::query_scalar(
        "insert into client (id, person, device, build) values ($1, $2, $3, $4)
         on conflict (id) do update set
           last_seen = now(),
           device = case when client.person = $2 then $3 else client.device end,
           build = case when client.person = $2 then $4 else client.build end
         returning person",
    )
    .bind(client)
    .bind(caller.person)
    .bind(caller.device)
    .bind(build)
    .fetch_one(db)
    .await?;
    Ok(owner == caller.person)
}

/// A change that was seen before.
#[derive(Debug)]
pub(crate) struct Seen {
    /// Who made it.
    pub(crate) person: Id,
    /// What was answered.
    pub(crate) answer: Answer,
}

/// Those of `uuids` that were seen before.
pub(crate) async fn seen(db: &mut PgConnection, uuids: &[Id]) -> sqlx::Result<BTreeMap<Id, Seen>> {
    let rows: Vec<(Id, Id, Value)> =
        sqlx::query_as("select uuid, person, outcome from change where uuid = any($1)")
            .bind(uuids)
            .fetch_all(db)
            .await?;
    let seen = rows.into_iter().map(|(uuid, person, answer)| {
        let answer = Answer::read(answer).map_err(|misread| sqlx::Error::Decode(misread.into()))?;
        Ok((uuid, Seen { person, answer: Answer { dup: true, ..answer } }))
    });
    seen.collect()
}

/// Whether the client has used one of these numbers for another change: then it is a twin, made
/// by a restored or copied phone.
pub(crate) async fn forked(
    db: &mut PgConnection,
    client: Id,
    changes: &[(Id, u64)],
) -> sqlx::Result<bool> {
    // by the numbers alone, which the index has: a join is planned as a walk over all that the client ever sent
    let used: Vec<(i64, Id)> =
        sqlx::query_as("select seq, uuid from change where client = $1 and seq = any($2)")
            .bind(client)
            .bind(changes.iter().map(|(_, seq)| seq.cast_signed()).collect::<Vec<_>>())
            .fetch_all(db)
            .await?;
    let used: BTreeMap<u64, Id> =
        used.into_iter().map(|(seq, uuid)| (seq.cast_unsigned(), uuid)).collect();
    Ok(changes.iter().any(|(uuid, seq)| used.get(seq).is_some_and(|other| other != uuid)))
}

/// Keeps changes with what came of them, all in one statement.
pub(crate) async fn keep(
    db: &mut PgConnection,
    client: Id,
    caller: &SignedIn,
    judged: &[(&Change, &Answer)],
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into change (client, person, device, uuid, seq, record, act, outcome, made_on)
         select $1, $2, $3, * from unnest($4::uuid[], $5::bigint[], $6::uuid[], $7::jsonb[],
                                          $8::jsonb[], $9::uuid[])",
    )
    .bind(client)
    .bind(caller.person)
    .bind(caller.device)
    .bind(judged.iter().map(|(change, _)| change.uuid).collect::<Vec<_>>())
    .bind(judged.iter().map(|(change, _)| change.seq.cast_signed()).collect::<Vec<_>>())
    .bind(judged.iter().map(|(change, _)| change.id).collect::<Vec<_>>())
    .bind(judged.iter().map(|(change, _)| change.act.form()).collect::<Vec<_>>())
    .bind(judged.iter().map(|(_, answer)| answer.form()).collect::<Vec<_>>())
    .bind(judged.iter().map(|(change, _)| change.made_on).collect::<Vec<_>>())
    .execute(db)
    .await?;
    Ok(())
}
