//! Who may see what, asked of the database in one sentence and in other words than the server asks.

use std::collections::BTreeSet;

use domain::Id;
use sqlx::PgPool;

/// What each text of a record carries, so that it is known again wherever it comes out.
pub(crate) fn mark(id: Id) -> String {
    format!("zq{}", id.simple())
}

/// The marks in what somebody was told.
pub(crate) fn marks(told: &[u8]) -> BTreeSet<Id> {
    let told = String::from_utf8_lossy(told);
    let found = told.match_indices("zq").filter_map(|(at, _)| told.get(at + 2..at + 34));
    found.filter_map(|hex| Id::try_parse(hex).ok()).collect()
}

/// Of these records those that somebody (none: the public) may not see, asked in one sentence.
const ORACLE: &str = "select told.id from unnest($2::uuid[]) told (id) where not exists (
   select from record r where r.id = told.id and (
     r.scope = 'u:' || $1
     or exists (select from member m where m.person = $1::uuid and m.scope = r.scope)
     or exists (select from record s where s.kind = 'seat' and not s.gone and s.scope = r.scope
                  and s.fields->>'person' = $1)
     or exists (select from record s join member m on m.scope = s.scope
                where s.id = substring(r.scope from 3)::uuid and s.kind = 'session' and not s.gone
                  and r.scope like 's:%' and m.person = $1::uuid
                  and m.role in ('secretary', 'recorder', 'supervisor', 'first_secretary', 'office'))
     or (r.kind = 'issue' and r.scope like 'v:%' and not r.gone
         and r.fields->>'standing' in ('posted', 'scheduled', 'consulted', 'closed'))
     or (r.kind = 'session' and not r.gone and exists (
           select from record i where i.kind = 'issue' and i.scope = r.scope and not i.gone
             and i.fields->>'standing' in ('posted', 'scheduled', 'consulted', 'closed')
             and r.fields->'issues' ? i.id::text))))";

pub(crate) async fn hidden(pool: &PgPool, person: Option<Id>, told: &BTreeSet<Id>) -> Vec<Id> {
    let told: Vec<Id> = told.iter().copied().collect();
    let asked = sqlx::query_scalar(ORACLE).bind(person.map(|id| id.to_string())).bind(told);
    asked.fetch_all(pool).await.unwrap()
}
