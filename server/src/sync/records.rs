//! Records in the database: brought before the judge, and put back.

use std::collections::{BTreeMap, BTreeSet};

use domain::form::Value;
use domain::sync::authority::Stamps;
use domain::{Fields, Form, Id, Kind, Record, Scope};
use sqlx::PgConnection;
use sqlx::types::Json;

#[cfg(feature = "planted")]
use super::planted::{self, Planted};

/// A row of the table, but for its version.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    scope: String,
    kind: String,
    id: Id,
    rev: i64,
    by: Option<Id>,
    at: i64,
    gone: bool,
    fields: Json<Fields>,
}

impl Row {
    /// The record it holds; none if its scope is of a kind this version does not know.
    pub(crate) fn record(self) -> Option<Record> {
        Some(Record {
            kind: Kind::from(self.kind),
            id: self.id,
            scope: self.scope.parse().ok()?,
            rev: self.rev.cast_unsigned(),
            by: self.by,
            at: self.at,
            gone: self.gone,
            fields: self.fields.0,
        })
    }
}

#[derive(sqlx::FromRow)]
struct Stamped {
    #[sqlx(flatten)]
    row: Row,
    stamps: Value,
}

/// The records of these ids with the stamps of their fields, locked until the end of the
/// transaction. Locks are taken in the order of the ids, whatever order they are asked for in.
pub(crate) async fn hold(
    db: &mut PgConnection,
    ids: &[Id],
) -> sqlx::Result<BTreeMap<Id, (Record, Stamps)>> {
    let held = "select scope, kind, id, rev, by, at, gone, fields, stamps
         from record where id = any($1) order by id for update";
    #[cfg(feature = "planted")]
    let held = if planted::defect(db).await? == Some(Planted::Unheld) {
        held.trim_end_matches(" for update")
    } else {
        held
    };
    let rows: Vec<Stamped> = sqlx::query_as(held).bind(ids).fetch_all(db).await?;
    let mut held = BTreeMap::new();
    for Stamped { row, stamps } in rows {
        let stamps = Stamps::read(stamps).map_err(|misread| sqlx::Error::Decode(misread.into()))?;
        if let Some(record) = row.record() {
            held.insert(record.id, (record, stamps));
        }
    }
    Ok(held)
}

/// One record as it stands, with the stamps of its fields.
pub(crate) async fn read(db: &mut PgConnection, id: Id) -> sqlx::Result<Option<(Record, Stamps)>> {
    let row: Option<Stamped> = sqlx::query_as(
        "select scope, kind, id, rev, by, at, gone, fields, stamps from record where id = $1",
    )
    .bind(id)
    .fetch_optional(db)
    .await?;
    let Some(Stamped { row, stamps }) = row else { return Ok(None) };
    let stamps = Stamps::read(stamps).map_err(|misread| sqlx::Error::Decode(misread.into()))?;
    Ok(row.record().map(|record| (record, stamps)))
}

/// What lies beside these issues in scopes that are held back, to go along when the issue comes before the village;
/// locked, too.
pub(crate) async fn hold_beside(
    db: &mut PgConnection,
    issues: &[Id],
    scopes: &[Scope],
) -> sqlx::Result<BTreeMap<Id, (Record, Stamps)>> {
    if issues.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<Id> = sqlx::query_scalar(
        "select id from record where scope = any($1) and kind in ('comment', 'photo')
           and fields->>'issue' = any($2)",
    )
    .bind(scopes.iter().map(Scope::to_string).collect::<Vec<_>>())
    .bind(issues.iter().map(Id::to_string).collect::<Vec<_>>())
    .fetch_all(db.as_mut())
    .await?;
    hold(db, &ids).await
}

/// Records as they stand. They may be changed, moved or begun meanwhile: whoever asks only names them.
pub(crate) async fn seen(
    db: &mut PgConnection,
    ids: BTreeSet<Id>,
) -> sqlx::Result<BTreeMap<Id, Record>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<Row> = sqlx::query_as(
        "select scope, kind, id, rev, by, at, gone, fields from record where id = any($1)",
    )
    .bind(ids.into_iter().collect::<Vec<_>>())
    .fetch_all(db)
    .await?;
    Ok(by_id(rows))
}

/// The sessions of these ids, as they stand until the end of the transaction: nobody seals one while something is
/// written in it.
pub(crate) async fn sessions(
    db: &mut PgConnection,
    ids: BTreeSet<Id>,
) -> sqlx::Result<BTreeMap<Id, Record>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<Row> = sqlx::query_as(
        "select scope, kind, id, rev, by, at, gone, fields from record
         where id = any($1) and kind = 'session' order by id for share",
    )
    .bind(ids.into_iter().collect::<Vec<_>>())
    .fetch_all(db)
    .await?;
    Ok(by_id(rows))
}

/// Everything that lies in these scopes.
pub(crate) async fn within(
    db: &mut PgConnection,
    scopes: &BTreeSet<Scope>,
) -> sqlx::Result<BTreeMap<Id, Record>> {
    if scopes.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<Row> = sqlx::query_as(
        "select scope, kind, id, rev, by, at, gone, fields from record where scope = any($1)",
    )
    .bind(scopes.iter().map(Scope::to_string).collect::<Vec<_>>())
    .fetch_all(db)
    .await?;
    Ok(by_id(rows))
}

/// The blueprints of these villages with their lines, and what is known there, as they stand until the end of the
/// transaction: nobody rewrites a line while it is kept for good.
pub(crate) async fn plans(
    db: &mut PgConnection,
    villages: &BTreeSet<Scope>,
) -> sqlx::Result<BTreeMap<Id, Record>> {
    if villages.is_empty() {
        return Ok(BTreeMap::new());
    }
    let kinds = [Kind::Blueprint, Kind::Line, Kind::Fact];
    let rows: Vec<Row> = sqlx::query_as(
        "select scope, kind, id, rev, by, at, gone, fields from record
         where scope = any($1) and kind = any($2) order by id for share",
    )
    .bind(villages.iter().map(Scope::to_string).collect::<Vec<_>>())
    .bind(kinds.iter().map(|kind| kind.as_str().to_owned()).collect::<Vec<_>>())
    .fetch_all(db)
    .await?;
    Ok(by_id(rows))
}

/// What goes along with sessions: what was promised when one is sealed, what was advised when one is handed over; locked,
/// too.
pub(crate) async fn hold_within(
    db: &mut PgConnection,
    sessions: &BTreeSet<Scope>,
    kind: &Kind,
) -> sqlx::Result<BTreeMap<Id, (Record, Stamps)>> {
    if sessions.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<Id> =
        sqlx::query_scalar("select id from record where scope = any($1) and kind = $2")
            .bind(sessions.iter().map(Scope::to_string).collect::<Vec<_>>())
            .bind(kind.as_str())
            .fetch_all(db.as_mut())
            .await?;
    hold(db, &ids).await
}

pub(crate) fn by_id(rows: Vec<Row>) -> BTreeMap<Id, Record> {
    rows.into_iter().filter_map(Row::record).map(|record| (record.id, record)).collect()
}

/// A record as it stands since a version of its scope, with the stamps of its fields.
pub(crate) type Standing<'a> = (&'a Record, &'a Stamps, u64);

/// Stores records that were not there, all in one statement. If somebody else was faster, the
/// transaction fails and is judged anew.
pub(crate) async fn add(db: &mut PgConnection, fresh: &[Standing<'_>]) -> sqlx::Result<()> {
    sqlx::query(
        "insert into record (scope, ver, kind, id, rev, by, at, gone, fields, stamps)
         select * from unnest($1::text[], $2::bigint[], $3::text[], $4::uuid[], $5::bigint[],
                              $6::uuid[], $7::bigint[], $8::boolean[], $9::jsonb[], $10::jsonb[])",
    )
    .bind(fresh.iter().map(|(record, ..)| record.scope.to_string()).collect::<Vec<_>>())
    .bind(fresh.iter().map(|(.., ver)| ver.cast_signed()).collect::<Vec<_>>())
    .bind(fresh.iter().map(|(record, ..)| record.kind.as_str()).collect::<Vec<_>>())
    .bind(fresh.iter().map(|(record, ..)| record.id).collect::<Vec<_>>())
    .bind(fresh.iter().map(|(record, ..)| record.rev.cast_signed()).collect::<Vec<_>>())
    .bind(fresh.iter().map(|(record, ..)| record.by).collect::<Vec<_>>())
    .bind(fresh.iter().map(|(record, ..)| record.at).collect::<Vec<_>>())
    .bind(fresh.iter().map(|(record, ..)| record.gone).collect::<Vec<_>>())
    .bind(fresh.iter().map(|(record, ..)| Json(&record.fields)).collect::<Vec<_>>())
    .bind(fresh.iter().map(|(_, stamps, _)| stamps.form()).collect::<Vec<_>>())
    .execute(db)
    .await?;
    Ok(())
}

/// Stores a record that was held.
pub(crate) async fn put(
    db: &mut PgConnection,
    (record, stamps, ver): Standing<'_>,
) -> sqlx::Result<()> {
    sqlx::query(
        "update record set scope = $1, ver = $2, rev = $4, by = $5, at = $6, gone = $7,
                fields = $8, stamps = $9
         where id = $3",
    )
    .bind(record.scope.to_string())
    .bind(ver.cast_signed())
    .bind(record.id)
    .bind(record.rev.cast_signed())
    .bind(record.by)
    .bind(record.at)
    .bind(record.gone)
    .bind(Json(&record.fields))
    .bind(stamps.form())
    .execute(db)
    .await?;
    Ok(())
}

/// Notes that `record` left a scope with revision `rev` at the scope's version `ver`, for those who read only that scope.
pub(crate) async fn leave(
    db: &mut PgConnection,
    scope: Scope,
    record: &Record,
    (rev, ver): (u64, u64),
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into scope_left (scope, id, ver, rev) values ($1, $2, $3, $4)
         on conflict (scope, id) do update
           set ver = excluded.ver, rev = excluded.rev, at = excluded.at",
    )
    .bind(scope.to_string())
    .bind(record.id)
    .bind(ver.cast_signed())
    .bind(rev.cast_signed())
    .execute(&mut *db)
    .await?;
    sqlx::query("delete from scope_left where scope = $1 and id = $2")
        .bind(record.scope.to_string())
        .bind(record.id)
        .execute(db)
        .await?;
    Ok(())
}
