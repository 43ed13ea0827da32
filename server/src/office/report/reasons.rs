//! What was advised in a span, handed over and not adopted whole, each with its reason, in administrative order.

use domain::Id;
use domain::session::Verdict;
use sqlx::PgConnection;

use super::{Look, Reason};

/// The most that one report tells.
const MOST: usize = 40;

#[derive(sqlx::FromRow)]
struct Row {
    id: Id,
    village: Id,
    verdict: String,
    words: String,
    why: Option<String>,
    at: i64,
}

/// What lies with a village: advice of a session comes there when that is handed over, and a slip beside an issue is there
/// from the first. Before that nobody outside has read it, and no paper says it.
pub(super) const REASONS: &str = "
select id, substr(scope, 3)::uuid as village, verdict, words, why, offered_at as at
from advice
where scope = any($1) and \"with\" is null and verdict = any($4) and offered_at >= $2 and offered_at < $3";

/// The first of them, and how many more there are. Advice that goes with other advice is told with that one.
pub(super) async fn reasons(
    db: &mut PgConnection,
    look: &Look<'_>,
) -> sqlx::Result<(Vec<Reason>, usize)> {
    let others = Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::Adopted);
    let others: Vec<&str> = others.map(Verdict::as_str).collect();
    let mut rows: Vec<Row> = sqlx::query_as(REASONS)
        .bind(look.district.scopes())
        .bind(look.span.from)
        .bind(look.span.until)
        .bind(others)
        .fetch_all(db)
        .await?;
    rows.sort_by_key(|row| (look.places.nth(row.village), row.at, row.id));
    let more = rows.len().saturating_sub(MOST);
    rows.truncate(MOST);
    let told = rows.into_iter().filter_map(|row| {
        let verdict = Verdict::of(&row.verdict)?;
        let advice = look.veils.over(row.village, &row.words);
        let why = row.why.map(|why| look.veils.over(row.village, &why));
        Some(Reason { verdict, advice, why })
    });
    Ok((told.collect(), more))
}
