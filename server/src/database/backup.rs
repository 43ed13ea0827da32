//! A backup of all that is in the tables, and the way back. Whoever restores one begins a new epoch
//! in the same breath, so that phones offer again what the backup does not know.

use std::path::Path;

use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, PgConnection, PgPool};

use super::archive::{ArchiveError, Part, Reader, Writer};
use super::epoch::{self, EpochError};
use crate::config::Config;

/// All tables, each after those that it points to.
const TABLES: [&str; 24] = [
    "epoch",
    "scope",
    "record",
    "photo",
    "photo_piece",
    "seal",
    "scope_left",
    "account",
    "member",
    "device",
    "invite",
    "pairing",
    "password",
    "knock",
    "passkey",
    "challenge",
    "calendar",
    "asunder",
    "client",
    "change",
    "field_history",
    "audit",
    "erasure",
    "burden",
];

/// Why there is no backup, or why it was not restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file cannot be used.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The tables here are older than those in the file.
    #[error("the backup was made by a newer version of bandeng: bring this one up to date first")]
    Newer,
    /// The epoch's file could not be written.
    #[error(transparent)]
    Epoch(#[from] EpochError),
    /// The database failed.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
}

/// Writes all that is in the tables at one moment to a file. Phones go on meanwhile.
///
/// # Errors
/// When the file is there already, or cannot be written. Half a backup never has the file's name.
pub async fn back_up(pool: &PgPool, file: &Path) -> Result<(), BackupError> {
    let mut tx = pool.begin_with("begin isolation level repeatable read read only").await?;
    let mut writer = Writer::begin(file, schema(&mut tx).await?)?;
    for table in TABLES {
        let columns = columns(&mut tx, table).await?;
        writer.table(table, &columns)?;
        let copy = format!("copy {table} ({columns}) to stdout");
        let mut rows = tx.copy_out_raw(&copy).await?;
        while let Some(rows) = rows.try_next().await? {
            writer.rows(&rows)?;
        }
    }
    writer.finish()?;
    Ok(())
}

/// Puts back what a backup holds in place of all that is in the tables, and begins a new epoch; gives
/// its word. All of it, or nothing.
///
/// # Errors
/// When the file is not whole, or from a newer version.
pub async fn restore(pool: &PgPool, file: &Path, config: &Config) -> Result<String, BackupError> {
    let mut reader = Reader::open(file)?;
    let mut tx = pool.begin().await?;
    if reader.schema > schema(&mut tx).await? {
        return Err(BackupError::Newer);
    }
    // first of all, as all who read ask for it first: a server that runs finishes what it is about, and
    // then finds another epoch
    sqlx::query("lock table epoch in access exclusive mode").execute(&mut *tx).await?;
    let over = epoch::served(&mut tx).await?;
    let truncate = format!("truncate {}", TABLES.join(", "));
    sqlx::raw_sql(AssertSqlSafe(truncate)).execute(&mut *tx).await?;
    fill(&mut tx, &mut reader).await?;
    let word = epoch::anew(&mut tx, config, over).await?;
    tx.commit().await?;
    Ok(word)
}

/// Reads the tables out of the file into the database.
async fn fill(db: &mut PgConnection, reader: &mut Reader) -> Result<(), BackupError> {
    let mut part = reader.part()?;
    while let Some(Part::Table { name, columns }) = part {
        if !TABLES.contains(&name.as_str()) {
            return Err(reader.damaged().into());
        }
        let copy = format!("copy {name} ({columns}) from stdin");
        let mut copy = db.copy_in_raw(&copy).await?;
        part = reader.part()?;
        while let Some(Part::Rows(rows)) = part {
            copy.send(rows).await?;
            part = reader.part()?;
        }
        copy.finish().await?;
    }
    sqlx::query("select setval(pg_get_serial_sequence('audit', 'id'), max(id)) from audit")
        .execute(db)
        .await?;
    Ok(())
}

/// The migration the tables have come to.
pub(crate) async fn schema(db: &mut PgConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar("select max(version) from _sqlx_migrations where success")
        .fetch_one(db)
        .await
}

async fn columns(db: &mut PgConnection, table: &str) -> sqlx::Result<String> {
    sqlx::query_scalar(
        "select string_agg(quote_ident(attname), ',' order by attnum) from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    )
    .bind(table)
    .fetch_one(db)
    .await
}
