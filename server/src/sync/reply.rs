//! The answer to a brief, by its link: whoever holds the secret may do this one act, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use domain::session::minutes::Brief;
use domain::{
    Act, Change, DAY, Id, Kind, Millis, Record, Refusal, Role, Scope, SessionAct, Stage, Who,
};
use sqlx::PgConnection;

use super::linked;
use super::records;
use super::sitting::{Around, Sitting};
use crate::error::Error;
use crate::hall::Hall;

/// A brief is open for so long, unless its session is sealed before.
pub(crate) const OPEN: Millis = 14 * DAY;

/// A brief with what stands around it.
#[derive(Debug)]
pub(crate) struct Asked {
    /// Its record's id.
    pub(crate) id: Id,
    /// What is asked, and the answer.
    pub(crate) brief: Brief,
    /// The session.
    pub(crate) session: Record,
    /// The seat of whoever is asked; none when it was taken away.
    pub(crate) seat: Option<Record>,
}

impl Asked {
    /// Whether an answer is still taken.
    pub(crate) fn open(&self, now: Millis) -> bool {
        let stage = self.session.text("stage").unwrap_or_default();
        let frozen = Stage::ALL.into_iter().any(|s| s.frozen() && s.as_str() == stage);
        !frozen && self.seat.is_some() && now.saturating_sub(self.brief.asked_at) < OPEN
    }

    /// Who answers: whoever has the seat, or the seat itself when nobody knows more of the person than a name.
    fn author(&self) -> Id {
        let person = self.seat.as_ref().and_then(|seat| seat.link("person"));
        person.unwrap_or(self.brief.seat)
    }
}

/// The brief whose secret has this digest.
pub(crate) async fn find(db: &mut PgConnection, key: &str) -> sqlx::Result<Option<Asked>> {
    let found: Option<(Id, String)> = sqlx::query_as(
        "select id, scope from record where kind = 'brief' and not gone and fields->>'key' = $1
         order by id limit 1",
    )
    .bind(key)
    .fetch_optional(&mut *db)
    .await?;
    let Some((id, scope)) = found else { return Ok(None) };
    let Ok(Scope::Session(session)) = scope.parse() else { return Ok(None) };
    let mut sessions = records::sessions(db, BTreeSet::from([session])).await?;
    let mut around = records::seen(db, BTreeSet::from([id])).await?;
    let (Some(session), Some(record)) = (sessions.remove(&session), around.remove(&id)) else {
        return Ok(None);
    };
    let Ok(brief) = record.read::<Brief>() else { return Ok(None) };
    let seat = records::seen(db, BTreeSet::from([brief.seat])).await?.remove(&brief.seat);
    let seat = seat.filter(|seat| !seat.gone && seat.scope == record.scope);
    Ok(Some(Asked { id, brief, session, seat }))
}

/// What came of an answer; nothing when there is no such brief.
type Taken = Option<Result<(), Refusal>>;

/// Takes the answer, once, and tells the phones.
///
/// # Errors
/// When the database fails.
pub(crate) async fn take(
    hall: &Hall,
    key: &str,
    written: (&str, bool),
    now: Millis,
) -> Result<Taken, Error> {
    hall.patiently(|| attempt(hall, key, written, now)).await
}

async fn attempt(
    hall: &Hall,
    key: &str,
    (words, named): (&str, bool),
    now: Millis,
) -> Result<Taken, Error> {
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    let Some(asked) = find(&mut tx, key).await? else { return Ok(None) };
    // two who answer at once come one after the other
    let held = records::hold(&mut tx, &[asked.id]).await?;
    if !asked.open(now) {
        return Ok(Some(Err(Refusal::Gone { by: None, at: None })));
    }
    let scope = Scope::Session(asked.session.id);
    // the link is the right to this act: no other is put before the judge
    let who = Who { person: asked.author(), roles: vec![(Role::Recorder, scope)] };
    let act: Act = SessionAct::Reply { words: words.to_owned(), named }.into();
    let (uuid, id, kind) = (Id::now_v7(), asked.id, Kind::Brief);
    let change = Change { uuid, seq: 0, at: now, kind, id, scope, act, made_on: None };
    let named = BTreeMap::from([(asked.session.id, asked.session)]);
    let around = Around { named, ..Around::default() };
    let sitting = Sitting::new(who, now, 0, held, around);
    linked::settle(hall, tx, sitting, &change, "replied").await.map(Some)
}
