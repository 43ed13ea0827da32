//! Who did what: written beside the deed, in the same transaction, in ids and codes alone. It is kept for two years.

use domain::{Act, Form, Scope};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

/// One deed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Deed {
    pub(crate) person: Option<Uuid>,
    pub(crate) device: Option<Uuid>,
    /// What was done, in one word: `sign_in`, `revoke`, `invite`, `grant`, `accepted` …
    pub(crate) deed: &'static str,
    pub(crate) about: Option<Uuid>,
    pub(crate) scope: Option<Scope>,
    pub(crate) code: Option<&'static str>,
    /// By which word a change was made: `raise`, `triage`, `edit title` …
    pub(crate) act: Option<String>,
}

/// The word of an act; with an edit, which field. A field is a word of the program's own, and any other says nothing.
pub(crate) fn word(act: &Act) -> String {
    if let Act::Edit { field, .. } = act {
        let plain = field.len() <= 30 && field.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        return if plain { format!("edit {field}") } else { "edit".to_owned() };
    }
    let form = act.form();
    let word = ["step", "move", "entry", "do"].iter().find_map(|tag| form.get(tag)?.as_str());
    word.unwrap_or_default().to_owned()
}

/// Forgets what was done more than two years ago; gives how much that was.
///
/// # Errors
/// When the database fails.
pub async fn tidy(pool: &PgPool) -> sqlx::Result<u64> {
    let old = sqlx::query("delete from audit where at < now() - interval '2 years'");
    Ok(old.execute(pool).await?.rows_affected())
}

/// Writes deeds down, all in one statement.
pub(crate) async fn note(db: &mut PgConnection, deeds: &[Deed]) -> sqlx::Result<()> {
    if deeds.is_empty() {
        return Ok(());
    }
    let scope = |deed: &Deed| deed.scope.map(|scope| scope.to_string());
    sqlx::query(
        "insert into audit (person, device, deed, about, scope, code, act)
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[],
                              $6::text[], $7::text[])",
    )
    .bind(deeds.iter().map(|deed| deed.person).collect::<Vec<_>>())
    .bind(deeds.iter().map(|deed| deed.device).collect::<Vec<_>>())
    .bind(deeds.iter().map(|deed| deed.deed).collect::<Vec<_>>())
    .bind(deeds.iter().map(|deed| deed.about).collect::<Vec<_>>())
    .bind(deeds.iter().map(scope).collect::<Vec<_>>())
    .bind(deeds.iter().map(|deed| deed.code).collect::<Vec<_>>())
    .bind(deeds.iter().map(|deed| deed.act.clone()).collect::<Vec<_>>())
    .execute(db)
    .await?;
    Ok(())
}
