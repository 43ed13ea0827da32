//! What the command `bandeng chain` says.

use domain::Id;
use sqlx::PgPool;

use super::{Walked, walk};
use crate::accounts::guests::{GuestError, entry};

/// A line for each village, and whether all chains are whole.
///
/// # Errors
/// When there is no such village, or the database fails.
pub async fn report(
    pool: &PgPool,
    village: Option<&str>,
) -> Result<(Vec<String>, bool), GuestError> {
    let village = match village {
        Some(said) => Some(entry(pool, "place", said).await?),
        None => None,
    };
    let mut tx = pool.begin_with("begin isolation level repeatable read read only").await?;
    let walked = walk(&mut tx, village).await?;
    tx.commit().await?;
    let mut lines = Vec::new();
    for one in &walked {
        let name = name(pool, one.village).await?;
        lines.push(line(one, &name));
    }
    if walked.is_empty() {
        lines.push("nothing is sealed yet".to_owned());
    }
    Ok((lines, walked.iter().all(|one| one.broken.is_none())))
}

async fn name(pool: &PgPool, village: Id) -> sqlx::Result<String> {
    let name: Option<Option<String>> =
        sqlx::query_scalar("select fields->>'name' from record where id = $1")
            .bind(village)
            .fetch_optional(pool)
            .await?;
    Ok(name.flatten().unwrap_or_else(|| village.to_string()))
}

fn line(one: &Walked, name: &str) -> String {
    let Some((link, flaw)) = &one.broken else {
        return format!("{name}: {} sealed, all as they were pressed", one.seals);
    };
    let number = link.number().map_or("without a number".to_owned(), |n| format!("number {n}"));
    let code = link.seal.as_ref().map_or("no code", |seal| &seal.code);
    let what = if link.is_annex() { "annex" } else { "session" };
    format!("{name}: seal {number} ({code}, {what} {}): {flaw}", link.record.id)
}
