//! Who did what: written beside the deed, in the same transaction, in ids and codes alone.

use domain::Scope;
use sqlx::PgConnection;
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
}

/// Writes deeds down, all in one statement.
pub(crate) async fn note(db: &mut PgConnection, deeds: &[Deed]) -> sqlx::Result<()> {
    if deeds.is_empty() {
        return Ok(());
    }
    let scope = |deed: &Deed| deed.scope.map(|scope| scope.to_string());
    sqlx::query(
        "insert into audit (person, device, deed, about, scope, code)
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[],
                              $6::text[])",
    )
    .bind(deeds.iter().map(|deed| deed.person).collect::<Vec<_>>())
    .bind(deeds.iter().map(|deed| deed.device).collect::<Vec<_>>())
    .bind(deeds.iter().map(|deed| deed.deed).collect::<Vec<_>>())
    .bind(deeds.iter().map(|deed| deed.about).collect::<Vec<_>>())
    .bind(deeds.iter().map(scope).collect::<Vec<_>>())
    .bind(deeds.iter().map(|deed| deed.code).collect::<Vec<_>>())
    .execute(db)
    .await?;
    Ok(())
}
