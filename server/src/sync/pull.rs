//! Tells a phone what it has not read yet, scope by scope, from one snapshot: the roles, the
//! counters and the rows are those of one moment.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;
use axum::response::IntoResponse;
use domain::sync::{Columns, Cursor, Page, Pull, PullReply};
use domain::{Id, Record, Scope};
use futures_util::TryStreamExt;
use sqlx::PgConnection;

use super::records::Row;
use crate::accounts::member;
use crate::accounts::session;
use crate::accounts::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::{Answered, Sent};

/// Tells what is new.
pub(crate) async fn pull(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<Pull>,
) -> Result<impl IntoResponse, Error> {
    caller.speaks_for(sent.person)?;
    let reply = tell(&hall, caller.person, &sent, Room::default()).await?;
    Ok((session::renewed(caller), Answered(reply)))
}

/// What `person` has not read yet, as much of it as there is room for.
///
/// # Errors
/// When the database fails, or has come back from a backup while this server went on.
pub async fn tell(
    hall: &Hall,
    person: Id,
    sent: &Pull,
    mut room: Room,
) -> Result<PullReply, Error> {
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    hall.awake(&mut tx).await?;
    let readable: BTreeSet<Scope> =
        member::who(&mut tx, person).await?.scopes().into_iter().collect();
    let heads = heads(&mut tx, &readable).await?;
    let known = sent.epoch.as_deref() == Some(&*hall.epoch);
    let (mut pages, mut more) = (Vec::new(), false);
    for scope in &readable {
        let head = heads.get(scope).copied().unwrap_or_default();
        let held = sent.cursors.get(scope).copied().filter(|_| known);
        if held.is_some_and(|held| held.ver > head.ver) {
            tracing::error!(
                %scope,
                "a phone has read further than the database goes: was it restored from a backup? \
                 Then set a new BANDENG_EPOCH for all its servers, so that phones offer again what it lost"
            );
        }
        let from = held.filter(|from| from.follows(head.floor, head.ver));
        if from == Some(Cursor::whole(head.ver)) {
            continue;
        }
        if room.full() {
            more = true;
            break;
        }
        let page = page(&mut tx, *scope, from, head, &mut room).await?;
        more |= page.to != Cursor::whole(head.ver);
        pages.push(page);
    }
    tx.commit().await?;
    let revoked = sent.cursors.keys().filter(|scope| !readable.contains(scope)).copied().collect();
    Ok(PullReply {
        epoch: hall.epoch.to_string(),
        reset: !known && sent.epoch.is_some(),
        min_build: hall.min_build.as_deref().map(str::to_owned),
        server_at: super::now(),
        revoked,
        pages,
        more,
    })
}

/// How far a scope has come, and from where on its history is kept.
#[derive(Clone, Copy, Debug, Default)]
struct Head {
    ver: u64,
    floor: u64,
}

async fn heads(
    db: &mut PgConnection,
    scopes: &BTreeSet<Scope>,
) -> sqlx::Result<BTreeMap<Scope, Head>> {
    let names: Vec<String> = scopes.iter().map(Scope::to_string).collect();
    let rows: Vec<(String, i64, i64)> =
        sqlx::query_as("select id, ver, floor from scope where id = any($1)")
            .bind(names)
            .fetch_all(db)
            .await?;
    let heads = rows.into_iter().filter_map(|(scope, ver, floor)| {
        let head = Head { ver: ver.cast_unsigned(), floor: floor.cast_unsigned() };
        Some((scope.parse().ok()?, head))
    });
    Ok(heads.collect())
}

/// What a reply still has room for.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// So many records.
    pub records: usize,
    /// About so many bytes of fields, before they are compressed.
    pub bytes: usize,
}

/// A phone on 2G gets this in half a minute, and starts again behind it when the signal breaks.
impl Default for Room {
    fn default() -> Self {
        Self { records: 2_000, bytes: 400_000 }
    }
}

impl Room {
    fn full(&self) -> bool {
        self.records == 0 || self.bytes == 0
    }
}

#[derive(sqlx::FromRow)]
struct Versioned {
    ver: i64,
    bytes: i32,
    #[sqlx(flatten)]
    row: Row,
}

async fn page(
    db: &mut PgConnection,
    scope: Scope,
    from: Option<Cursor>,
    head: Head,
    room: &mut Room,
) -> sqlx::Result<Page> {
    let mut to = Cursor::whole(head.ver);
    let mut records = Vec::<Record>::new();
    let start = from.unwrap_or_default();
    let mut rows = sqlx::query_as::<_, Versioned>(
        "select scope, ver, kind, id, rev, by, at, gone, fields,
                octet_length(fields::text) as bytes
         from record where scope = $1 and (ver, id) > ($2, $3)
         order by ver, id limit $4",
    )
    .bind(scope.to_string())
    .bind(start.ver.cast_signed())
    .bind(start.after.unwrap_or(Id::max()))
    // one more than there is room for, to know whether it was the last
    .bind(i64::try_from(room.records + 1).unwrap_or(i64::MAX))
    .fetch(&mut *db);
    let mut last = None;
    while let Some(Versioned { ver, bytes, row }) = rows.try_next().await? {
        if room.full() {
            to = last.unwrap_or(start);
            break;
        }
        room.records -= 1;
        room.bytes = room.bytes.saturating_sub(usize::try_from(bytes).unwrap_or(0) + 120);
        if let Some(record) = row.record() {
            last = Some(Cursor::within(ver.cast_unsigned(), record.id));
            records.push(record);
        }
    }
    drop(rows);
    let left = match from {
        Some(from) => left(db, scope, from.ver, to.ver).await?,
        None => Vec::new(),
    };
    let to = to.on(from, head.ver);
    Ok(Page { scope, from, to, left, rows: Columns::of(&records) })
}

/// What left the scope after one version and up to another.
async fn left(
    db: &mut PgConnection,
    scope: Scope,
    after: u64,
    up_to: u64,
) -> sqlx::Result<Vec<(Id, u64)>> {
    let rows: Vec<(Id, i64)> = sqlx::query_as(
        "select id, rev from scope_left where scope = $1 and ver > $2 and ver <= $3
         order by ver, id",
    )
    .bind(scope.to_string())
    .bind(after.cast_signed())
    .bind(up_to.cast_signed())
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|(id, rev)| (id, rev.cast_unsigned())).collect())
}
