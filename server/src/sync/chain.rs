//! Whether what is sealed is still what was sealed: each link of a village's chain is made anew from the records.

mod look;
mod report;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use domain::form::Value;
use domain::session::{Seal, seal};
use domain::{Form, Id, Kind, Record, Scope, Stage};
use sqlx::PgConnection;

pub use report::report;

use super::records;

/// What is not as it was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It counts as sealed, and there is no seal that can be read.
    Unreadable,
    /// It has a seal, and the village's list of seals does not know it, or not as this one.
    Unlisted,
    /// A seal before it is missing.
    Gap,
    /// What is kept as its content does not give its digest.
    Content,
    /// A name kept beside the content is not the one that was sealed.
    Name,
    /// The check code is not that of the digest.
    Code,
    /// The list has another digest than the record.
    Digest,
    /// The list has another place for it than the record.
    Number,
    /// It does not follow on the seal before it.
    Before,
    /// Its link does not come of the one before and its digest.
    Chain,
    /// The seal behind it follows on something else.
    After,
    /// What lies in the session now is not what was sealed.
    Differs,
}

impl fmt::Display for Flaw {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Unreadable => "it counts as sealed, but its seal cannot be read",
            Self::Unlisted => "its record has a seal that the table of seals does not have so",
            Self::Gap => "a seal before it is missing",
            Self::Content => "the content kept in its seal does not give its digest",
            Self::Name => "a name kept beside its content does not fit its mark",
            Self::Code => "its check code is not that of its digest",
            Self::Digest => "the table of seals has another digest than its record",
            Self::Number => "the table of seals has another number than its record",
            Self::Before => "it does not follow on the seal before it",
            Self::Chain => "its link of the chain does not come of the one before and its digest",
            Self::After => "the seal behind it follows on something else",
            Self::Differs => "what lies in the session now differs from what was sealed",
        })
    }
}

/// A row of the table of seals.
#[derive(Clone, Debug, sqlx::FromRow)]
struct Row {
    record: Id,
    session: Id,
    scope: String,
    number: i32,
    code: String,
    digest: String,
    prev: String,
    chain: String,
    /// Whether a name was taken out of the content, which then does not give the digest any more.
    struck: bool,
}

/// Something that is sealed: its record, and its row in the table of seals.
#[derive(Clone, Debug)]
pub struct Link {
    /// The session's record, or the annex's.
    pub record: Record,
    /// Its seal, as the record has it.
    pub seal: Option<Seal>,
    row: Option<Row>,
    /// What was sealed, as it is read now.
    held: Option<Value>,
    /// What lies in the session now, as it would be read.
    now: Option<Value>,
}

impl Link {
    /// The how-manyth of its village it is by the table of seals.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        self.row.as_ref().map(|row| row.number.cast_unsigned())
    }

    /// Whether it mends something, on a page of its own.
    #[must_use]
    pub fn is_annex(&self) -> bool {
        self.record.kind == Kind::Annex
    }

    /// The session it is, or belongs to.
    #[must_use]
    pub fn session(&self) -> Id {
        let to = self.seal.as_ref().and_then(|seal| seal.content.get("session")?.as_str());
        to.and_then(|id| Id::try_parse(id).ok()).unwrap_or(self.record.id)
    }

    /// What is not as it was sealed, if anything; `before` is the chain of the seal before it.
    #[must_use]
    pub fn flaw(&self, before: Option<&str>) -> Option<Flaw> {
        let Some(held) = &self.seal else { return Some(Flaw::Unreadable) };
        let Some(row) = &self.row else { return Some(Flaw::Unlisted) };
        let (first, struck) = (row.number == 1, row.struck);
        [
            (!struck && seal::digest(&held.content) != held.digest, Flaw::Content),
            (struck != held.struck.is_some(), Flaw::Unlisted),
            (!held.named_rightly(), Flaw::Name),
            (row.digest != held.digest, Flaw::Digest),
            (
                seal::code(&held.digest).as_ref() != Some(&held.code) || row.code != held.code,
                Flaw::Code,
            ),
            (row.scope != self.record.scope.to_string(), Flaw::Unlisted),
            (row.session != self.session(), Flaw::Unlisted),
            (held.number != self.number(), Flaw::Number),
            (!first && before.is_none(), Flaw::Gap),
            (row.prev != before.filter(|_| !first).unwrap_or_default(), Flaw::Before),
            (held.prev.as_ref() != Some(&row.prev), Flaw::Before),
            (seal::chain(&row.prev, &row.digest) != row.chain, Flaw::Chain),
            (held.chain.as_ref() != Some(&row.chain), Flaw::Chain),
            (!self.stands(), Flaw::Differs),
        ]
        .into_iter()
        .find_map(|(is, flaw)| is.then_some(flaw))
    }

    /// Whether what lies in the session now is what was sealed, but for what was promised: that lives on.
    /// Names that were erased are gone from both.
    fn stands(&self) -> bool {
        let lasting = |content: &Value| {
            let mut content = content.clone();
            if let Value::Object(fields) = &mut content {
                fields.remove("actions");
            }
            content
        };
        let held = self.held.as_ref().map(lasting);
        held.is_some() && self.now.as_ref().map(lasting) == held
    }
}

/// What is sealed with a check code, and what is not right about it.
///
/// # Errors
/// When the database fails.
pub(crate) async fn by_code(
    db: &mut PgConnection,
    code: &str,
) -> sqlx::Result<Option<(Link, Option<Flaw>)>> {
    let ids: BTreeSet<Id> = sqlx::query_scalar(
        "select record from seal where code = $1
         union select id from record
         where kind in ('session', 'annex') and fields->'seal'->>'code' = $1",
    )
    .bind(code)
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .collect();
    let Some(link) = links(db, ids).await?.pop() else { return Ok(None) };
    let Some(row) = &link.row else { return Ok(Some((link, Some(Flaw::Unlisted)))) };
    let beside: Vec<Row> = sqlx::query_as(
        "select record, session, scope, number, code, digest, prev, chain,
                struck is not null as struck
         from seal where scope = $1 and number in ($2, $3)",
    )
    .bind(&row.scope)
    .bind(row.number - 1)
    .bind(row.number.saturating_add(1))
    .fetch_all(&mut *db)
    .await?;
    let at = |number: i32| beside.iter().find(|beside| beside.number == number);
    let before = at(row.number - 1).map(|before| before.chain.as_str());
    let torn = at(row.number + 1).is_some_and(|after| after.prev != row.chain);
    let flaw = link.flaw(before).or_else(|| torn.then_some(Flaw::After));
    Ok(Some((link, flaw)))
}

/// The sealed annexes of a session, in the order in which they were sealed.
///
/// # Errors
/// When the database fails.
pub(crate) async fn annexes(db: &mut PgConnection, session: Id) -> sqlx::Result<Vec<Link>> {
    let ids = sqlx::query_scalar("select record from seal where session = $1 and record <> $1")
        .bind(session)
        .fetch_all(&mut *db)
        .await?;
    links(db, ids.into_iter().collect()).await
}

/// A village's chain: how many seals it has, and the first that is not right.
#[derive(Debug)]
pub struct Walked {
    /// The village.
    pub village: Id,
    /// How many seals it has.
    pub seals: usize,
    /// The first that is not as it was sealed.
    pub broken: Option<(Link, Flaw)>,
}

/// Walks along the chain of a village, or of every village.
///
/// # Errors
/// When the database fails.
pub async fn walk(db: &mut PgConnection, village: Option<Id>) -> sqlx::Result<Vec<Walked>> {
    let sealed = Stage::ALL.into_iter().filter(|stage| stage.sealed());
    let sealed: Vec<&str> = sealed.map(Stage::as_str).collect();
    let found: Vec<(String, Id)> = sqlx::query_as(
        "select scope, record from seal where $1::text is null or scope = $1
         union
         select scope, id from record
         where ($1::text is null or scope = $1) and kind in ('session', 'annex')
           and (fields ? 'seal' or fields->>'stage' = any($2))",
    )
    .bind(village.map(|id| Scope::Village(id).to_string()))
    .bind(sealed)
    .fetch_all(&mut *db)
    .await?;
    let mut villages = BTreeMap::<Id, BTreeSet<Id>>::new();
    for (scope, record) in found {
        if let Ok(Scope::Village(id)) = scope.parse() {
            villages.entry(id).or_default().insert(record);
        }
    }
    let mut walked = Vec::new();
    for (village, ids) in villages {
        let seals = ids.len();
        let broken = broken(links(db, ids).await?);
        walked.push(Walked { village, seals, broken });
    }
    Ok(walked)
}

/// The first link of a chain that is not right.
fn broken(links: Vec<Link>) -> Option<(Link, Flaw)> {
    let mut before: Option<(i32, String)> = None;
    for link in links {
        let follows = |number| link.row.as_ref().is_some_and(|row| row.number == number + 1);
        let chain = before.as_ref().filter(|(number, _)| follows(*number));
        if let Some(flaw) = link.flaw(chain.map(|(_, chain)| chain.as_str())) {
            return Some((link, flaw));
        }
        before = link.row.map(|row| (row.number, row.chain));
    }
    None
}

/// What is sealed, of these ids, in the order of the table of seals; what it does not have comes last.
async fn links(db: &mut PgConnection, ids: BTreeSet<Id>) -> sqlx::Result<Vec<Link>> {
    let mut rows: BTreeMap<Id, Row> = sqlx::query_as::<_, Row>(
        "select record, session, scope, number, code, digest, prev, chain,
                struck is not null as struck
         from seal where record = any($1)",
    )
    .bind(ids.iter().copied().collect::<Vec<_>>())
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|row| (row.record, row))
    .collect();
    let mut links = Vec::new();
    for (id, record) in records::seen(db, ids).await? {
        let seal = record.fields.get("seal").cloned().and_then(|seal| Seal::read(seal).ok());
        let mut link = Link { record, seal, row: rows.remove(&id), held: None, now: None };
        look::look(db, &mut link).await?;
        links.push(link);
    }
    links.sort_by_key(|link| (link.row.is_none(), link.row.as_ref().map(|row| row.number)));
    Ok(links)
}
