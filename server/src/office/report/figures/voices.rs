//! Whose words were heard: advice with its answers, and the groups from which nothing came.

use std::collections::{BTreeMap, BTreeSet};

use domain::session::Verdict;
use domain::{Id, Scope};
use sqlx::PgConnection;

use super::super::super::district::District;
use super::super::Span;
use super::super::places::Places;
use super::Figures;

/// As much of a piece of advice as is counted.
#[derive(sqlx::FromRow)]
pub(super) struct Advised {
    id: Id,
    beside: Option<Id>,
    verdict: Option<String>,
    at: i64,
    pub(super) issue: Option<Id>,
    home: String,
    part: Option<String>,
}

/// All advice of these villages, wherever it lies.
pub(super) async fn advice(
    db: &mut PgConnection,
    scopes: &[String],
    span: Span,
    told: &mut Figures,
) -> sqlx::Result<BTreeMap<Id, Advised>> {
    let rows: Vec<Advised> = sqlx::query_as(
        "select advice.id, (advice.fields->>'with')::uuid as beside, advice.fields->>'verdict' as verdict,
                coalesce((advice.fields->>'offered_at')::bigint, advice.at) as at,
                (advice.fields->>'issue')::uuid as issue, session.scope as home,
                advice.fields->'voice'->>'group' as part
         from record session
         join record advice on advice.fields->>'session' = session.id::text
         where session.kind = 'session' and not session.gone and session.scope = any($1)
           and advice.kind = 'advice' and not advice.gone",
    )
    .bind(scopes)
    .fetch_all(db)
    .await?;
    let all: BTreeMap<Id, Advised> = rows.into_iter().map(|row| (row.id, row)).collect();
    let up = |one: &&Advised| one.beside.and_then(|head| all.get(&head));
    let mut given = BTreeMap::<Verdict, usize>::new();
    for one in all.values().filter(|one| span.has(one.at)) {
        // the last one speaks for all; a ring, which cannot be, ends as well
        let head = std::iter::successors(Some(one), up).take(50).last().unwrap_or(one);
        told.advised += 1;
        match head.verdict.as_deref().and_then(Verdict::of) {
            Some(verdict) => *given.entry(verdict).or_default() += 1,
            None => told.unanswered += 1,
        }
    }
    told.answers = Verdict::ALL
        .into_iter()
        .map(|verdict| (verdict, given.get(&verdict).copied().unwrap_or_default()))
        .collect();
    Ok(all)
}

/// Which groups were heard: by an issue, by advice, by something said on a bench.
pub(super) async fn groups(
    db: &mut PgConnection,
    district: &District,
    (scopes, span): (&[String], Span),
    (advice, told): (&BTreeMap<Id, Advised>, &mut Figures),
) -> sqlx::Result<()> {
    let places = Places::find(db, district.region).await?;
    let raised: Vec<Id> = sqlx::query_scalar(
        "select distinct (fields->>'group')::uuid from record
         where kind = 'issue' and not gone and scope = any($1) and fields ? 'group'
           and (fields#>>'{trail,0,at}')::bigint >= $2 and (fields#>>'{trail,0,at}')::bigint < $3",
    )
    .bind(scopes)
    .bind(span.from)
    .bind(span.until)
    .fetch_all(&mut *db)
    .await?;
    let said: Vec<(String, String)> = sqlx::query_as(
        "select distinct session.scope, seat.fields->>'group'
         from record session
         join record said on said.scope = 's:' || session.id and said.kind = 'statement' and not said.gone
         join record seat on seat.id = (said.fields->>'seat')::uuid
         where session.kind = 'session' and not session.gone and session.scope = any($1)
           and (session.fields->>'on')::bigint >= $2 and (session.fields->>'on')::bigint < $3
           and seat.fields->>'group' is not null",
    )
    .bind(scopes)
    .bind(span.from)
    .bind(span.until)
    .fetch_all(db)
    .await?;
    let raised: BTreeSet<Id> = raised.into_iter().collect();
    let advised = advice.values().filter(|one| span.has(one.at));
    let advised = advised.filter_map(|one| Some((one.home.clone(), one.part.clone()?)));
    let said: BTreeSet<(String, String)> = said.into_iter().chain(advised).collect();
    let heard = |(village, id, name): &&(Id, Id, String)| {
        let home = Scope::Village(*village).to_string();
        raised.contains(id) || said.contains(&(home, name.clone()))
    };
    told.groups = places.groups.len();
    told.unheard = told.groups - places.groups.iter().filter(heard).count();
    Ok(())
}
