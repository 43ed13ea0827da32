//! The chain of a village's seals: each follows on the one before, in the order in which they came.

use domain::sync::authority;
use domain::{Form, Id, Record, session::Seal};
use sqlx::PgConnection;

/// Gives a fresh seal its place after the village's last one, and notes it. The village's counter is drawn by then,
/// so that no other seal comes between.
pub(super) async fn link(db: &mut PgConnection, record: &mut Record) -> sqlx::Result<()> {
    let village = record.scope.to_string();
    let last: Option<(i32, String)> = sqlx::query_as(
        "select number, chain from seal where scope = $1 order by number desc limit 1",
    )
    .bind(&village)
    .fetch_optional(&mut *db)
    .await?;
    let (number, prev) = last.unwrap_or_default();
    authority::link(record, number.cast_unsigned() + 1, &prev);
    let seal = record.fields.get("seal").cloned().unwrap_or_default();
    let seal = Seal::read(seal).map_err(|misread| sqlx::Error::Decode(misread.into()))?;
    let session = if record.kind == domain::Kind::Annex {
        seal.content.get("session").and_then(|id| Id::try_parse(id.as_str()?).ok())
    } else {
        Some(record.id)
    };
    sqlx::query(
        "insert into seal (record, session, scope, number, code, digest, prev, chain)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(record.id)
    .bind(session)
    .bind(village)
    .bind(number + 1)
    .bind(&seal.code)
    .bind(&seal.digest)
    .bind(&prev)
    .bind(seal.chain.unwrap_or_default())
    .execute(db)
    .await?;
    Ok(())
}
