//! Somebody's name taken out of the database: found where it stands, taken out by `erasing`, written back with news for the
//! phones.

use std::collections::{BTreeMap, BTreeSet};

use domain::form::Value;
use domain::ledger::Erased;
use domain::place::Person;
use domain::sync::authority::Stamps;
use domain::{Id, Record, Role, Scope};
use sqlx::PgConnection;

use super::erasing::{Eraser, role_in_words, session_of};
use super::united;
use crate::error::Error;
use crate::sync::scopes::{self, Need};
use crate::sync::{now, records};

/// A record with its stamps, and whether its seal was opened.
type Opened = (Record, Stamps, bool);

/// Takes the name out wherever it stands, with those under which the same person was entered besides; gives how often that
/// was and the scopes that have news. Nothing when there is nobody of that id, or they are erased already.
pub(super) async fn strike(
    db: &mut PgConnection,
    person: Id,
) -> Result<Option<(Erased, BTreeMap<Scope, u64>)>, Error> {
    let entries = united::entries(db, person).await?;
    let Some((_, home)) = entries.iter().find(|(id, _)| *id == person) else { return Ok(None) };
    let own = area(db, person, *home).await?;
    let all: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let (mut erased, mut vers) = (Erased { records: 0, past: 0, struck: 0 }, BTreeMap::new());
    for (entry, home) in entries {
        let mut area = area(db, entry, home).await?;
        area.extend(own.iter().cloned());
        let (more, news) = one(db, entry, (&all, &area)).await?;
        erased.records += more.records;
        erased.past += more.past;
        erased.struck += more.struck;
        vers.extend(news);
    }
    Ok(Some((erased, vers)))
}

/// Takes the name of one entry out.
async fn one(
    db: &mut PgConnection,
    person: Id,
    (entries, area): (&[Id], &[String]),
) -> Result<(Erased, BTreeMap<Scope, u64>), Error> {
    let record = records::read(db, person).await?.map(|(record, _)| record);
    let known = record.and_then(|record| record.read::<Person>().ok());
    let Some(known) = known.filter(|known| !known.name.is_empty()) else {
        return Ok((Erased { records: 0, past: 0, struck: 0 }, BTreeMap::new()));
    };
    let others: Vec<String> = sqlx::query_scalar(
        "select distinct fields->>'name' from record
         where kind in ('person', 'seat') and id <> all($1) and fields->>'name' is not null
           and scope = any($2)",
    )
    .bind(entries)
    .bind(area)
    .fetch_all(&mut *db)
    .await?;
    let instead = role_in_words(known.role.unwrap_or(Role::Villager));
    let mut eraser = Eraser::new((person, known.name, instead), &others, now());
    let found = found(db, &eraser, area).await?;
    for session in found.values().filter_map(session_of).collect::<BTreeSet<Id>>() {
        let held = records::seen(db, BTreeSet::from([session])).await?.remove(&session);
        let within = records::within(db, &BTreeSet::from([Scope::Session(session)])).await?;
        if let Some(held) = held {
            eraser.look_at(&held, &within.values().collect::<Vec<_>>());
        }
    }
    let past = past(db, &eraser, area).await? + changes(db, &eraser, area).await?;
    let (records, struck, vers) = put(db, &eraser, &found.into_keys().collect::<Vec<_>>()).await?;
    Ok((Erased { records, past, struck }, vers))
}

/// The scopes in which it is this person who is meant: those of the villages the person belongs to or sat in; of somebody
/// who belongs to none, those of all.
async fn area(db: &mut PgConnection, person: Id, home: Scope) -> sqlx::Result<Vec<String>> {
    let villages: Vec<String> = sqlx::query_scalar(
        "select scope from member where person = $1 and scope like 'v:%'
         union
         select session.scope from record seat join record session
           on seat.scope = 's:' || session.id and session.kind = 'session'
         where seat.kind = 'seat' and seat.fields->>'person' = $1::text
         union
         select 'v:' || (home.fields->>'parent') from record own join record home
           on home.id = (own.fields->>'group')::uuid
         where own.id = $1 and home.fields->>'parent' is not null",
    )
    .bind(person)
    .fetch_all(&mut *db)
    .await?;
    sqlx::query_scalar(
        "with village as (
           select substring(id from 3) as id from scope
           where id = any($1) or id = $2
             or cardinality($1::text[]) = 0 and $2 like 'g:%' and id like 'v:%'
         )
         select $2 union select 'u:' || $3
         union select 'v:' || id from village union select 'd:' || id from village
         union select 'l:' || substring(place.scope from 3) from record place join village
           on place.id::text = village.id and place.kind = 'place'
         union select 's:' || record.id from record join village on record.scope = 'v:' || village.id
           where record.kind = 'session'
         union select 'u:' || member.person from member join village
           on member.scope = 'v:' || village.id
         union select 'u:' || (seat.fields->>'person') from village
           join record session on session.scope = 'v:' || village.id and session.kind = 'session'
           join record seat on seat.scope = 's:' || session.id and seat.kind = 'seat'
           where seat.fields->>'person' is not null
         union select 'l:' || substring($2 from 3) where $2 like 'g:%'",
    )
    .bind(&villages)
    .bind(home.to_string())
    .bind(person.to_string())
    .fetch_all(db)
    .await
}

/// A text as it stands in the text of a JSON value.
fn in_json(text: &str) -> String {
    Value::from(text).to_string().trim_matches('"').to_owned()
}

/// The records in which the name stands, or the person's id beside a name.
async fn found(
    db: &mut PgConnection,
    eraser: &Eraser,
    area: &[String],
) -> sqlx::Result<BTreeMap<Id, Record>> {
    let ids: Vec<Id> = sqlx::query_scalar(
        "select id from record where scope = any($1)
           and (strpos(fields::text, $2) > 0 or strpos(fields::text, $3) > 0 or id = $4)",
    )
    .bind(area)
    .bind(in_json(&eraser.name))
    .bind(eraser.person.to_string())
    .bind(eraser.person)
    .fetch_all(&mut *db)
    .await?;
    records::seen(db, ids.into_iter().collect()).await
}

/// Writes the records without the name; gives how many, how many seals were opened, and the scopes with their versions.
async fn put(
    db: &mut PgConnection,
    eraser: &Eraser,
    ids: &[Id],
) -> sqlx::Result<(u32, u32, BTreeMap<Scope, u64>)> {
    let held = records::hold(db, ids).await?;
    let mut changed = Vec::new();
    for (record, stamps) in held.into_values() {
        if let Some((mut struck, opened)) = eraser.record(&record) {
            (struck.rev, struck.at, struck.by) = (record.rev + 1, eraser.at, None);
            changed.push((struck, stamps, opened));
        }
    }
    changed.extend(recordings(db, eraser, &changed).await?);
    let needs = changed.iter().map(|(record, ..)| (record.scope, Need { write: true, numbers: 0 }));
    let drawn = scopes::draw(db, &needs.collect()).await?;
    let ver = |scope: &Scope| drawn.get(scope).map_or(0, |drawn| drawn.ver);
    let mut count = 0;
    for (record, stamps, opened) in &changed {
        records::put(db, (record, stamps, ver(&record.scope))).await?;
        if *opened {
            count += 1;
            sqlx::query("update seal set struck = coalesce(struck, now()) where record = $1")
                .bind(record.id)
                .execute(&mut *db)
                .await?;
        }
    }
    let records = u32::try_from(changed.len()).unwrap_or(u32::MAX);
    Ok((records, count, drawn.keys().map(|scope| (*scope, ver(scope))).collect()))
}

/// The person's voice is taken out with the name: recordings of what was said from their seats.
async fn recordings(
    db: &mut PgConnection,
    eraser: &Eraser,
    besides: &[Opened],
) -> sqlx::Result<Vec<Opened>> {
    let ids: Vec<Id> = sqlx::query_scalar(
        "select voice.id from record voice join record said
           on voice.fields->>'about' = said.id::text and said.kind = 'statement'
         where voice.kind = 'voice' and not voice.gone and said.fields->>'seat' = any($1)",
    )
    .bind(eraser.seats.iter().map(Id::to_string).collect::<Vec<_>>())
    .fetch_all(&mut *db)
    .await?;
    for table in
        ["delete from photo_piece where photo = any($1)", "delete from photo where id = any($1)"]
    {
        sqlx::query(table).bind(&ids).execute(&mut *db).await?;
    }
    let held = records::hold(db, &ids).await?;
    let fresh = held.into_iter().filter(|(id, _)| besides.iter().all(|(r, ..)| r.id != *id));
    let gone = fresh.map(|(_, (record, stamps))| {
        let record = Record { gone: true, rev: record.rev + 1, at: eraser.at, by: None, ..record };
        (record, stamps, false)
    });
    Ok(gone.collect())
}

/// Takes the name out of values that were written over; gives how many that were.
async fn past(db: &mut PgConnection, eraser: &Eraser, area: &[String]) -> sqlx::Result<u32> {
    let rows: Vec<(Id, String, i64, Value, String, String)> = sqlx::query_as(
        "select record, field, past.rev, value, record.scope, record.kind
         from field_history past join record on record.id = past.record
         where record.scope = any($1) and (strpos(value::text, $2) > 0 or record.id = $3)",
    )
    .bind(area)
    .bind(in_json(&eraser.name))
    .bind(eraser.person)
    .fetch_all(&mut *db)
    .await?;
    let mut count = 0;
    for (record, field, rev, value, scope, kind) in rows {
        // somebody else of the same name keeps it
        if kind == "person" && record != eraser.person && field == "name" {
            continue;
        }
        let place = scope.parse().ok().map(|scope| (record, scope));
        let struck = match eraser.value(&value, place) {
            _ if record == eraser.person => Value::from(eraser.instead.clone()),
            Some(struck) => struck,
            None => continue,
        };
        sqlx::query(
            "update field_history set value = $4 where record = $1 and field = $2 and rev = $3",
        )
        .bind(record)
        .bind(field)
        .bind(rev)
        .bind(struck)
        .execute(&mut *db)
        .await?;
        count += 1;
    }
    Ok(count)
}

/// A change as it arrived, with where its record lies now.
#[derive(sqlx::FromRow)]
struct Arrived {
    uuid: Id,
    record: Id,
    scope: Option<String>,
    kind: Option<String>,
    act: Value,
    outcome: Value,
}

/// Takes the name out of changes as they arrived, and of what was answered; gives how many that were.
async fn changes(db: &mut PgConnection, eraser: &Eraser, area: &[String]) -> sqlx::Result<u32> {
    let rows: Vec<Arrived> = sqlx::query_as(
        "select change.uuid, change.record, record.scope, record.kind, change.act, change.outcome
         from change left join record on record.id = change.record
         where (record.scope = any($1)
             or record.id is null and 'u:' || change.person = any($1))
           and (strpos(act::text, $2) > 0 or strpos(outcome::text, $2) > 0 or record.id = any($3)
             or record.id = $4)",
    )
    .bind(area)
    .bind(in_json(&eraser.name))
    .bind(&eraser.seats)
    .bind(eraser.person)
    .fetch_all(&mut *db)
    .await?;
    let mut count = 0;
    for Arrived { uuid, record, scope, kind, act, outcome } in rows {
        if kind.as_deref() == Some("person") && record != eraser.person {
            continue;
        }
        let place = scope.and_then(|scope| scope.parse().ok()).map(|scope| (record, scope));
        let mut struck = [eraser.value(&act, place), eraser.value(&outcome, place)];
        if record == eraser.person {
            struck[0] = Eraser::own_act(&act, struck[0].take());
        }
        if struck.iter().all(Option::is_none) {
            continue;
        }
        let [act, outcome] =
            [(0, act), (1, outcome)].map(|(at, was)| struck[at].take().unwrap_or(was));
        sqlx::query("update change set act = $2, outcome = $3 where uuid = $1")
            .bind(uuid)
            .bind(act)
            .bind(outcome)
            .execute(&mut *db)
            .await?;
        count += 1;
    }
    Ok(count)
}
