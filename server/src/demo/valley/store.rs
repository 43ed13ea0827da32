//! Puts a village's records into the tables, as pushes would have left them there.

use std::collections::BTreeMap;

use domain::sync::authority::Stamps;
use domain::{Record, Scope};
use sqlx::PgConnection;

use super::book::Book;
use crate::sync::records;

/// So many records go at once.
const AT_ONCE: usize = 500;

/// Stores all that is written in a book. Gives how many records that is.
pub(super) async fn keep(db: &mut PgConnection, book: &Book) -> sqlx::Result<usize> {
    let none = Stamps::new();
    let mut written: Vec<&Record> = book.records.values().collect();
    written.sort_by_key(|record| (record.at, record.id));
    let mut vers: BTreeMap<Scope, u64> = BTreeMap::new();
    let mut rows = Vec::with_capacity(written.len());
    for record in written {
        let ver = vers.entry(record.scope).or_default();
        *ver += 1;
        rows.push((record, book.stamps.get(&record.id).unwrap_or(&none), *ver));
    }
    let issues = |scope: &Scope| if *scope == book.scope() { book.issues } else { 0 };
    sqlx::query(
        "insert into scope (id, ver, issues)
         select * from unnest($1::text[], $2::bigint[], $3::int[])",
    )
    .bind(vers.keys().map(Scope::to_string).collect::<Vec<_>>())
    .bind(vers.values().map(|ver| ver.cast_signed()).collect::<Vec<_>>())
    .bind(vers.keys().map(|scope| issues(scope).cast_signed()).collect::<Vec<_>>())
    .execute(&mut *db)
    .await?;
    for some in rows.chunks(AT_ONCE) {
        records::add(db, some).await?;
    }
    for pressed in &book.seals {
        let seal = &pressed.seal;
        sqlx::query(
            "insert into seal (record, session, scope, number, code, digest, prev, chain)
             values ($1, $1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(pressed.session)
        .bind(book.scope().to_string())
        .bind(pressed.number.cast_signed())
        .bind(&seal.code)
        .bind(&seal.digest)
        .bind(&pressed.prev)
        .bind(seal.chain.as_deref().unwrap_or_default())
        .execute(&mut *db)
        .await?;
    }
    Ok(rows.len())
}
