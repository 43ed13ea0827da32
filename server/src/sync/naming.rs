//! Records that name others: what came of a session, of an issue, of a piece of advice. Each question has its index.

use std::collections::BTreeMap;

use domain::{Id, Record};
use sqlx::PgConnection;

use super::records::{Row, by_id};

/// What is done of what came of sessions.
pub(crate) const ACTIONS_OF_SESSIONS: &str = "select scope, kind, id, rev, by, at, gone, fields
     from record where kind = 'action' and not gone and fields->>'session' = any($1)";

/// Advice that was put beside other advice.
pub(crate) const ADVICE_BESIDE: &str = "select scope, kind, id, rev, by, at, gone, fields
     from record where kind = 'advice' and not gone and fields->>'with' = any($1)";

/// What was advised and what is done, by a session or an issue.
pub(crate) const OF_ISSUES: &str = "select scope, kind, id, rev, by, at, gone, fields
     from record where kind in ('action', 'advice') and not gone
       and (fields->>'issue' = any($1) or fields->>'session' = any($1))";

/// What is done of what was advised.
pub(crate) const ACTIONS_OF_ADVICE: &str = "select scope, kind, id, rev, by, at, gone, fields
     from record where kind = 'action' and not gone and fields->>'advice' = any($1)";

/// How far it is.
pub(crate) const PROGRESS_OF_ACTIONS: &str = "select scope, kind, id, rev, by, at, gone, fields
     from record where kind = 'progress' and not gone and fields->>'action' = any($1)";

/// The lines of the blueprints of villages, by their scopes.
pub(crate) const LINES: &str = "select scope, kind, id, rev, by, at, gone, fields
     from record where kind = 'blueprint_line' and not gone and scope = any($1)";

/// The sessions in which one of these issues is talked through, among those of villages.
pub(crate) const SESSIONS_OF_ISSUES: &str = "select scope, kind, id, rev, by, at, gone, fields
     from record where kind = 'session' and not gone and fields->'issues' ?| $1";

/// The same without what was sealed, which can be long: how far they have come.
pub(crate) const STAGES_OF_ISSUES: &str =
    "select scope, kind, id, rev, by, at, gone, fields - 'seal' as fields
     from record where kind = 'session' and not gone and fields->'issues' ?| $1";

/// Records that name one of these, by one of the questions above.
pub(crate) async fn naming(
    db: &mut PgConnection,
    question: &'static str,
    these: &[impl ToString],
) -> sqlx::Result<BTreeMap<Id, Record>> {
    if these.is_empty() {
        return Ok(BTreeMap::new());
    }
    let named: Vec<String> = these.iter().map(ToString::to_string).collect();
    let rows: Vec<Row> = sqlx::query_as(question).bind(named).fetch_all(db).await?;
    Ok(by_id(rows))
}
