//! Forgets what left a scope long ago. Whoever has not read so far reads the scope anew.

use std::time::Duration;

use sqlx::PgPool;

use crate::accounts::{audit, burden, knock, post};
use crate::photos;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Forgets what left its scope more than so many days ago; gives how much that was.
///
/// # Errors
/// When the database fails; the scopes before that one are done.
pub async fn compact(pool: &PgPool, days: u16) -> sqlx::Result<u64> {
    let scopes: Vec<String> = sqlx::query_scalar(
        "select distinct scope from scope_left where at < now() - make_interval(days => $1)",
    )
    .bind(i32::from(days))
    .fetch_all(pool)
    .await?;
    let mut forgotten = 0;
    for scope in scopes {
        forgotten += shorten(pool, &scope, days).await?;
    }
    Ok(forgotten)
}

/// Raises the floor of one scope above its old markers, and drops those below it. A reader's snapshot
/// has both or neither.
async fn shorten(pool: &PgPool, scope: &str, days: u16) -> sqlx::Result<u64> {
    let mut tx = pool.begin().await?;
    // the counter first, as writers do
    sqlx::query("select ver from scope where id = $1 for update")
        .bind(scope)
        .execute(&mut *tx)
        .await?;
    sqlx::query(
        "update scope set floor = greatest(floor, (
           select max(ver) from scope_left
           where scope = $1 and at < now() - make_interval(days => $2)))
         where id = $1",
    )
    .bind(scope)
    .bind(i32::from(days))
    .execute(&mut *tx)
    .await?;
    let dropped = sqlx::query(
        "delete from scope_left using scope
         where scope.id = $1 and scope_left.scope = $1 and scope_left.ver <= scope.floor",
    )
    .bind(scope)
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(dropped.rows_affected())
}

/// Does so once a day for as long as the server runs.
pub(crate) async fn daily(pool: PgPool, days: u16) {
    while !pool.is_closed() {
        match compact(&pool, days).await {
            Ok(0) => {}
            Ok(forgotten) => tracing::info!(forgotten, "forgot what left its scope long ago"),
            Err(error) => tracing::warn!(%error, "old markers stay for another day"),
        }
        match photos::sweep(&pool).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "threw away pictures that nobody can see"),
            Err(error) => {
                tracing::warn!(%error, "pictures that nobody can see stay for another day")
            }
        }
        if pool.is_closed() {
            return;
        }
        match post::tidy(&pool).await {
            Ok(0) => {}
            Ok(taken) => tracing::info!(taken, "took roles that have run out"),
            Err(error) => tracing::warn!(%error, "roles that have run out stay listed for a day"),
        }
        if let Err(error) = knock::tidy(&pool).await {
            tracing::warn!(%error, "old digits and tries stay for another day");
        }
        match audit::tidy(&pool).await {
            Ok(0) => {}
            Ok(old) => tracing::info!(old, "forgot who did what more than two years ago"),
            Err(error) => tracing::warn!(%error, "old lines of who did what stay for another day"),
        }
        if let Err(error) = burden::tidy(&pool).await {
            tracing::warn!(%error, "old sums of what tasks cost stay for another day");
        }
        tokio::time::sleep(DAY).await;
    }
}
