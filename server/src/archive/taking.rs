//! Takes an archive into a server in which nobody has written yet: all of it, or nothing.

use std::collections::BTreeMap;
use std::path::Path;

use domain::Id;
use serde_json::Value;
use sqlx::{AssertSqlSafe, PgConnection, PgPool};

use super::tables::{TABLES, table};
use super::tar::Reader;
use super::{ABOUT, VERSION};
use crate::config::Config;
use crate::database::{self, ArchiveError, EpochError, epoch};

/// Why an archive was not taken. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// The file cannot be used.
    #[error(transparent)]
    File(#[from] ArchiveError),
    /// Somebody has written here.
    #[error(
        "this server is not empty: an archive is only taken into one in which nobody has written yet"
    )]
    NotEmpty,
    /// The tables here are older than those in the file.
    #[error("the archive was made by a newer version of bandeng: bring this one up to date first")]
    Newer,
    /// The epoch's file could not be written.
    #[error(transparent)]
    Epoch(#[from] EpochError),
    /// The database failed.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
}

/// Takes what an archive holds, and begins a new epoch; gives its word.
///
/// # Errors
/// When the file is not a whole archive, or somebody has written here.
pub async fn take(pool: &PgPool, file: &Path, config: &Config) -> Result<String, TakeError> {
    let mut reader = Reader::open(file)?;
    let mut tx = pool.begin().await?;
    // as with a backup: a server that runs finishes what it is about, and then finds another epoch
    sqlx::query("lock table epoch in access exclusive mode").execute(&mut *tx).await?;
    if !empty(&mut tx).await? {
        return Err(TakeError::NotEmpty);
    }
    let served = epoch::served(&mut tx).await?;
    sqlx::query("truncate epoch").execute(&mut *tx).await?;
    let about = about(&mut tx, &mut reader).await?;
    let rows = fill(&mut tx, &mut reader).await?;
    let right = |(name, count): (&String, &Value)| {
        count.as_u64() == Some(rows.get(name).copied().unwrap_or_default())
    };
    if !about["rows"].as_object().is_some_and(|all| all.iter().all(right)) {
        return Err(reader.damaged().into());
    }
    sqlx::query("select setval(pg_get_serial_sequence('audit', 'id'), max(id)) from audit")
        .execute(&mut *tx)
        .await?;
    let word = epoch::anew(&mut tx, config, served).await?;
    tx.commit().await?;
    Ok(word)
}

/// Whether nobody has written: there may be epochs, and no row in any other table.
async fn empty(db: &mut PgConnection) -> sqlx::Result<bool> {
    let others = TABLES.iter().filter(|table| table.name != "epoch");
    let any = others.map(|table| format!("exists (select from {})", table.name));
    let any = format!("select not ({})", any.collect::<Vec<_>>().join(" or "));
    sqlx::query_scalar(AssertSqlSafe(any)).fetch_one(db).await
}

/// What the file says of itself, if this version can take it.
async fn about(db: &mut PgConnection, reader: &mut Reader) -> Result<Value, TakeError> {
    reader.next()?;
    let (name, bytes) = reader.next()?.ok_or_else(|| reader.foreign())?;
    let about: Value = serde_json::from_slice(&bytes).map_err(|_| reader.foreign())?;
    if name != ABOUT || about["bandeng_archive"].as_u64() != Some(VERSION) {
        return Err(reader.foreign().into());
    }
    match about["schema"].as_i64() {
        Some(schema) if schema <= database::schema(db).await? => Ok(about),
        _ => Err(TakeError::Newer),
    }
}

/// Puts all files where they belong; gives how many rows each table has now.
async fn fill(
    db: &mut PgConnection,
    reader: &mut Reader,
) -> Result<BTreeMap<String, u64>, TakeError> {
    let mut rows = BTreeMap::new();
    while let Some((path, bytes)) = reader.next()? {
        let (folder, name) = path.split_once('/').unwrap_or_default();
        match folder {
            "data" => {
                let (name, _) = name.split_once('-').ok_or_else(|| reader.damaged())?;
                let (name, text) = (table(name).map(|table| table.name), str::from_utf8(&bytes));
                let (Some(name), Ok(text)) = (name, text) else {
                    return Err(reader.damaged().into());
                };
                *rows.entry(name.to_owned()).or_default() += lines(db, name, text).await?;
            }
            "photos" => {
                let id = name.split_once('.').and_then(|(id, _)| Id::try_parse(id).ok());
                photo(db, id.ok_or_else(|| reader.damaged())?, &bytes).await?;
            }
            // papers are made anew from what was sealed
            _ => {}
        }
    }
    Ok(rows)
}

/// Enters the rows of one file; the first line says which columns they have.
async fn lines(db: &mut PgConnection, name: &str, text: &str) -> sqlx::Result<u64> {
    let first = text.lines().next().unwrap_or_default();
    let first: Value = serde_json::from_str(first).map_err(|e| sqlx::Error::Decode(e.into()))?;
    let columns: Vec<String> = sqlx::query_scalar(
        "select quote_ident(attname) from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and $2 ? attname
         order by attnum",
    )
    .bind(name)
    .bind(&first)
    .fetch_all(&mut *db)
    .await?;
    let columns = columns.join(", ");
    let rows = format!("[{}]", text.lines().collect::<Vec<_>>().join(","));
    // a row of the table: its name alone is, of one of them, that of a type which PostgreSQL has already
    let all =
        format!("from jsonb_populate_recordset((select t from {name} t limit 0), $1::text::jsonb)");
    let enter = match name {
        // of the phone that sent it nothing is kept: in its place stands a device by which nobody comes in
        "client" => {
            let device = format!(
                "insert into device (id, person, token_sha256, name, expires, revoked)
                 select id, person, sha256(gen_random_uuid()::text::bytea), 'archive', now(), now() {all}"
            );
            sqlx::query(AssertSqlSafe(device)).bind(&rows).execute(&mut *db).await?;
            format!(
                "insert into client (id, person, device, build) select id, person, id, 'archive' {all}"
            )
        }
        "change" => {
            format!("insert into change ({columns}, device) select {columns}, client {all}")
        }
        name => {
            format!("insert into {name} ({columns}) overriding system value select {columns} {all}")
        }
    };
    let done = sqlx::query(AssertSqlSafe(enter)).bind(&rows).execute(db).await?;
    Ok(done.rows_affected())
}

/// The bytes of a picture, in one piece.
async fn photo(db: &mut PgConnection, id: Id, bytes: &[u8]) -> sqlx::Result<()> {
    sqlx::query("insert into photo_piece (photo, at, bytes) values ($1, 0, $2)")
        .bind(id)
        .bind(bytes)
        .execute(db)
        .await?;
    Ok(())
}
