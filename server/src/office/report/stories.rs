//! Three lines that were walked to their end, chosen by a rule and not by how they turned out: of the issues that were
//! closed in the span, with an echo and a rating, the last ones, from different towns first.

use std::collections::BTreeSet;

use domain::Id;
use sqlx::PgConnection;

use super::Look;
use crate::pages::thread::{self, Story};

/// So many are told.
const STORIES: usize = 3;

/// The stories, each with its village, in administrative order.
pub(super) async fn stories(
    db: &mut PgConnection,
    look: &Look<'_>,
) -> sqlx::Result<Vec<(String, Story)>> {
    let mut told = Vec::new();
    for (id, village) in chosen(db, look).await? {
        let Some(story) = thread::story(db, id, look.lang()).await? else { continue };
        // its page has the veil of its village; a report goes out to all of them
        let over = |text: &String| look.veils.over(village, text);
        let story =
            Story { title: over(&story.title), told: story.told.iter().map(over).collect() };
        told.push((look.called(village), story));
    }
    Ok(told)
}

/// Issues that were closed, the last first, with what was done of each.
pub(super) const CLOSED: &str = "
with closed as (
  select id, scope, fields, (fields->'trail'->-1->>'at')::bigint as at from record
  where kind = 'issue' and not gone and scope = any($1) and fields->>'standing' = 'closed'
    and (fields->'trail'->-1->>'at')::bigint >= $2
    and (fields->'trail'->-1->>'at')::bigint < $3
), done as (
  select closed.id, action.fields from closed
  join record action on action.fields->>'issue' = closed.id::text
  where action.kind = 'action' and not action.gone
  union all
  select closed.id, action.fields from closed
  join record session on session.fields->'issues' ? closed.id::text
    and session.kind = 'session' and not session.gone
  join record action on action.fields->>'session' = session.id::text
    and action.kind = 'action' and not action.gone
  where action.fields->>'issue' is null
)
select id, substring(scope from 3)::uuid from closed
where exists (select from done where done.id = closed.id and done.fields ? 'ratings')
  and (fields ? 'echoes'
       or exists (select from done where done.id = closed.id and done.fields ? 'echoes'))
order by at desc, id";

/// Which, and whose.
async fn chosen(db: &mut PgConnection, look: &Look<'_>) -> sqlx::Result<Vec<(Id, Id)>> {
    let rows: Vec<(Id, Id)> = sqlx::query_as(CLOSED)
        .bind(look.district.scopes())
        .bind(look.span.from)
        .bind(look.span.until)
        .fetch_all(db)
        .await?;
    let town = |village: Id| look.places.village(village).map_or(village, |spot| spot.town);
    let mut towns = BTreeSet::new();
    let (first, others): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(_, village)| towns.insert(town(*village)));
    let mut chosen: Vec<(Id, Id)> = first.into_iter().chain(others).take(STORIES).collect();
    chosen.sort_by_key(|(id, village)| (look.places.nth(*village), *id));
    Ok(chosen)
}
