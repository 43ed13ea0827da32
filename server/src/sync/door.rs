//! What comes by a door that needs no account: one thing at a time, judged and stored as any other, and held until
//! somebody has looked. It is its own author, since nobody else is known.

use std::collections::{BTreeMap, BTreeSet};

use domain::act::Raise;
use domain::follow::letter::Write;
use domain::{Act, Change, FollowAct, Id, Kind, Millis, Record, Refusal, Role, Scope, Who};
use sqlx::PgConnection;

use super::linked;
use super::records;
use super::sitting::{Around, Sitting};
use crate::error::Error;
use crate::hall::Hall;
use crate::redraw::{MIME, Small};

/// So much may wait for a look in one village, or in one district: a flood drowns nobody, and what people wrote before it
/// can still be found.
const MOST: i64 = 200;

/// What came of something that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Came {
    /// It is here.
    Now,
    /// It was here before: the same form once more.
    Before,
    /// Too much waits for a look.
    Full,
    /// The domain says no.
    Refused(Refusal),
}

/// What is sent: the record it becomes, where that lies, and the act.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) id: Id,
    pub(crate) scope: Scope,
    act: Act,
}

impl Sent {
    /// An issue of a village.
    pub(crate) fn issue(id: Id, raise: Raise) -> Self {
        Self { id, scope: Scope::Draft(raise.village), act: Act::Raise(raise) }
    }

    /// A letter to whoever reads the scope.
    pub(crate) fn letter(id: Id, scope: Scope, write: Write) -> Self {
        Self { id, scope, act: FollowAct::Write(write).into() }
    }

    fn kind(&self) -> Kind {
        self.act.begins().unwrap_or(Kind::Letter)
    }
}

/// Takes it, once, and tells the phones of those who look.
///
/// # Errors
/// When the database fails.
pub(crate) async fn take(hall: &Hall, sent: &Sent, now: Millis) -> Result<Came, Error> {
    // the same form may come twice at once; the second time the first one is there
    hall.patiently(|| attempt(hall, sent, now)).await
}

async fn attempt(hall: &Hall, sent: &Sent, now: Millis) -> Result<Came, Error> {
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    if exists(&mut tx, sent.id).await? {
        return Ok(Came::Before);
    }
    if waiting(&mut tx, sent).await? >= MOST {
        return Ok(Came::Full);
    }
    let named = sent.act.names().into_iter().collect::<BTreeSet<Id>>();
    let named = records::seen(&mut tx, named).await?;
    let sitting = sits(sent.id, sent.scope, named, now);
    let outcome = linked::settle(hall, tx, sitting, &change(sent, now), "by_door").await?;
    Ok(outcome.map_or_else(Came::Refused, |()| Came::Now))
}

/// Lays a picture beside an issue that came by the door; nothing happens if it is there.
///
/// # Errors
/// When the database fails.
pub(crate) async fn attach(
    hall: &Hall,
    of: (Id, Id),
    small: &Small,
    now: Millis,
) -> Result<Came, Error> {
    hall.patiently(|| lay_beside(hall, of, small, now)).await
}

async fn lay_beside(
    hall: &Hall,
    (issue, photo): (Id, Id),
    small: &Small,
    now: Millis,
) -> Result<Came, Error> {
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    let named = records::seen(&mut tx, BTreeSet::from([issue])).await?;
    let Some(record) = named.get(&issue) else { return Ok(Came::Refused(Refusal::NoSuchRecord)) };
    if exists(&mut tx, photo).await? {
        return Ok(Came::Before);
    }
    let bytes = u32::try_from(small.bytes.len()).unwrap_or(u32::MAX);
    let (sha256, mime) = (small.sha256.clone(), MIME.to_owned());
    let scope = record.scope;
    let act = Act::Attach { issue, sha256, bytes, mime };
    let sent = Sent { id: photo, scope, act };
    let mut sitting = sits(issue, scope, named, now);
    let (outcome, news) =
        linked::lay(&mut tx, &mut sitting, &change(&sent, now), "by_door").await?;
    if outcome.is_ok() {
        sqlx::query("insert into photo (id, mime) values ($1, $2)")
            .bind(photo)
            .bind(MIME)
            .execute(&mut *tx)
            .await?;
        sqlx::query("insert into photo_piece (photo, at, bytes) values ($1, 0, $2)")
            .bind(photo)
            .bind(&small.bytes)
            .execute(&mut *tx)
            .await?;
    }
    linked::close(hall, tx, news).await?;
    Ok(outcome.map_or_else(Came::Refused, |()| Came::Now))
}

/// The door is the right to this one act: whoever it names as its author may see what the act is about, and has no other.
fn sits(author: Id, scope: Scope, named: BTreeMap<Id, Record>, now: Millis) -> Sitting {
    let seen = named.values().map(|record| record.scope);
    let roles = seen.chain([scope]).map(|scope| (Role::Villager, scope)).collect();
    let around = Around { named, ..Around::default() };
    Sitting::new(Who { person: author, roles }, now, 0, BTreeMap::new(), around)
}

fn change(sent: &Sent, now: Millis) -> Change {
    let (uuid, kind, act) = (Id::now_v7(), sent.kind(), sent.act.clone());
    Change { uuid, seq: 0, at: now, kind, id: sent.id, scope: sent.scope, act, made_on: None }
}

async fn exists(db: &mut PgConnection, id: Id) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select from record where id = $1)")
        .bind(id)
        .fetch_one(db)
        .await
}

/// How much waits for a look where this would lie.
async fn waiting(db: &mut PgConnection, sent: &Sent) -> sqlx::Result<i64> {
    let held = match sent.kind() {
        Kind::Issue => {
            "select count(*) from record
             where scope = $1 and kind = 'issue' and fields ? 'door'
               and fields->>'standing' = 'lead' and not gone"
        }
        _ => {
            "select count(*) from record
             where scope = $1 and kind = 'letter' and fields->>'fate' = 'held' and not gone"
        }
    };
    sqlx::query_scalar(held).bind(sent.scope.to_string()).fetch_one(db).await
}

/// What has this number: an issue or a letter.
pub(crate) async fn by_slip(db: &mut PgConnection, key: &str) -> sqlx::Result<Option<Record>> {
    let found: Option<Id> = sqlx::query_scalar(
        "select id from record
         where kind = 'issue' and fields ? 'door' and fields->'door'->>'slip' = $1
         union all
         select id from record where kind = 'letter' and fields ? 'slip' and fields->>'slip' = $1
         limit 1",
    )
    .bind(key)
    .fetch_optional(&mut *db)
    .await?;
    let Some(id) = found else { return Ok(None) };
    let record = records::seen(db, BTreeSet::from([id])).await?.remove(&id);
    Ok(record.filter(|record| !record.gone))
}

/// Letters of a district that were answered and may be read by all, the newest first.
pub(crate) async fn answered(
    db: &mut PgConnection,
    district: Scope,
    most: i64,
) -> sqlx::Result<Vec<Record>> {
    let ids: Vec<Id> = sqlx::query_scalar(
        "select id from record
         where scope = $1 and kind = 'letter' and fields->>'fate' = 'answered'
           and fields ? 'listed' and not gone
         order by (fields->>'looked_at')::bigint desc, id
         limit $2",
    )
    .bind(district.to_string())
    .bind(most)
    .fetch_all(&mut *db)
    .await?;
    let mut found = records::seen(db, ids.iter().copied().collect()).await?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}
