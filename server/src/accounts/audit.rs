//! Who did what: written beside the deed, in the same transaction, in ids and codes alone.

use domain::Scope;
use sqlx::PgConnection;
use uuid::Uuid;

/// One deed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Deed {
    pub(crate) person: Option<Uuid>,
    pub(crate) device: Option<Uuid>,
    /// What was done, in one word: `sign_in`, `revoke`, `invite`, `grant` …
    pub(crate) deed: &'static str,
    pub(crate) about: Option<Uuid>,
    pub(crate) scope: Option<Scope>,
    pub(crate) code: Option<&'static str>,
}

/// Writes deeds down.
pub(crate) async fn note(db: &mut PgConnection, deeds: &[Deed]) -> sqlx::Result<()> {
    for deed in deeds {
        sqlx::query(
            "insert into audit (person, device, deed, about, scope, code)
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(deed.person)
        .bind(deed.device)
        .bind(deed.deed)
        .bind(deed.about)
        .bind(deed.scope.map(|scope| scope.to_string()))
        .bind(deed.code)
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}
