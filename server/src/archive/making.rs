//! Makes an archive, piece by piece as it is taken: what is in the tables at one moment, while phones go on.

use std::path::Path;
use std::time::Duration;

use axum::body::Bytes;
use futures_util::TryStreamExt;
use serde_json::{Map, Value, json};
use sqlx::{AssertSqlSafe, PgConnection, PgPool};
use tokio::sync::mpsc::{Sender, channel};
use tokio::time::timeout;

use super::tables::{Kept, TABLES};
use super::{ABOUT, VERSION, readme, tar};
use crate::database::{self, ArchiveError, Fresh};
use crate::papers::{PapersError, Press};
use crate::printing;
use crate::sync::now;

/// So long a reader may leave a piece untaken: who stalls would hold the moment that is read, and the turn, for ever.
const PATIENCE: Duration = Duration::from_secs(60);
/// Lines are kept in files of about this size.
const FILE: usize = 1 << 20;

/// Why there is no archive.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// Nobody takes it any more.
    #[error("whoever wanted the archive has gone")]
    Gone,
    /// A paper was not printed, though there are fonts.
    #[error("the minutes of {0} could not be printed: {1}")]
    Paper(String, PapersError),
    /// The file cannot be written.
    #[error(transparent)]
    File(#[from] ArchiveError),
    /// A sealed session cannot be read.
    #[error(transparent)]
    Session(#[from] crate::Error),
    /// The database failed.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
}

/// The archive on its way out.
struct Out<'a> {
    to: &'a Sender<Bytes>,
    sums: String,
    seconds: i64,
}

impl Out<'_> {
    async fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), MakeError> {
        self.sums += &tar::sum(name, bytes);
        self.send(tar::entry(name, bytes, self.seconds)).await
    }

    async fn send(&self, bytes: Vec<u8>) -> Result<(), MakeError> {
        match timeout(PATIENCE, self.to.send(bytes.into())).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(MakeError::Gone),
        }
    }
}

/// Makes the archive of all that is in the tables; `origin` is the address people type.
///
/// # Errors
/// When the database fails, or nobody takes it any more: then it has no end, and whoever has it knows.
pub async fn make(
    pool: &PgPool,
    press: &Press,
    origin: &str,
    to: &Sender<Bytes>,
) -> Result<(), MakeError> {
    let mut tx = pool.begin_with("begin isolation level repeatable read read only").await?;
    let mut out = Out { to, sums: String::new(), seconds: now() / 1000 };
    out.file("README.txt", readme::readme().as_bytes()).await?;
    let about = about(&mut tx).await?;
    out.file(ABOUT, format!("{about:#}\n").as_bytes()).await?;
    for table in &TABLES {
        lines(&mut tx, table, &mut out).await?;
    }
    photos(&mut tx, &mut out).await?;
    papers(&mut tx, (press, origin), &mut out).await?;
    tx.commit().await?;
    let sums = std::mem::take(&mut out.sums);
    out.send(tar::entry(tar::SUMS, sums.as_bytes(), out.seconds)).await?;
    out.send(tar::end()).await
}

/// Makes the archive as a file, which has its name only when it is whole.
///
/// # Errors
/// When the file is there already, or the archive cannot be made.
pub async fn write(pool: &PgPool, origin: &str, file: &Path) -> Result<(), MakeError> {
    let mut fresh = Fresh::begin(file)?;
    let press = Press::default();
    let (to, from) = channel::<Bytes>(1);
    let making = async {
        let made = make(pool, &press, origin, &to).await;
        drop(to);
        made
    };
    let putting = async {
        // gone with whoever takes, so that whoever makes does not wait for ever
        let mut from = from;
        while let Some(bytes) = from.recv().await {
            fresh.put(&bytes)?;
        }
        Ok::<(), ArchiveError>(())
    };
    let (made, put) = tokio::join!(making, putting);
    if let Err(error) = put.map_err(MakeError::from).and(made) {
        fresh.leave()?;
        return Err(error);
    }
    Ok(fresh.finish()?)
}

async fn about(db: &mut PgConnection) -> Result<Value, MakeError> {
    let mut rows = Map::new();
    for Kept { name, rows: which, .. } in &TABLES {
        let count = format!("select count(*) from {name} t where {which}");
        let count: i64 = sqlx::query_scalar(AssertSqlSafe(count)).fetch_one(&mut *db).await?;
        rows.insert((*name).to_owned(), count.into());
    }
    let districts: Vec<String> = sqlx::query_scalar(
        "select fields->>'name' from record
         where kind = 'place' and not gone and fields->>'level' = 'district' order by id",
    )
    .fetch_all(&mut *db)
    .await?;
    Ok(json!({
        "bandeng_archive": VERSION,
        "made_at": now(),
        "made_by": env!("CARGO_PKG_VERSION"),
        "schema": database::schema(db).await?,
        "districts": districts,
        "rows": rows,
    }))
}

/// The rows of a table, a line of JSON each.
async fn lines(db: &mut PgConnection, table: &Kept, out: &mut Out<'_>) -> Result<(), MakeError> {
    let Kept { name, without, rows, order, .. } = table;
    let all = format!(
        "select (to_jsonb(t) - $1::text[])::text from {name} t where {rows} order by {order}"
    );
    let mut found =
        sqlx::query_scalar::<_, String>(AssertSqlSafe(all)).bind(without.to_vec()).fetch(db);
    let (mut chunk, mut nth) = (String::new(), 1);
    while let Some(line) = found.try_next().await? {
        chunk += &line;
        chunk.push('\n');
        if chunk.len() >= FILE {
            out.file(&format!("data/{name}-{nth:05}.jsonl"), chunk.as_bytes()).await?;
            chunk.clear();
            nth += 1;
        }
    }
    if chunk.is_empty() {
        return Ok(());
    }
    out.file(&format!("data/{name}-{nth:05}.jsonl"), chunk.as_bytes()).await
}

/// Pictures and recordings, each as the file it is.
async fn photos(db: &mut PgConnection, out: &mut Out<'_>) -> Result<(), MakeError> {
    let all: Vec<(domain::Id, String)> = sqlx::query_as(
        "select id, mime from photo where mime is not null and exists (
             select from record where record.id = photo.id and not gone) order by id",
    )
    .fetch_all(&mut *db)
    .await?;
    for (id, mime) in all {
        let bytes = crate::photos::bytes(db, id).await?;
        // audio/mp4 and image/jpeg say by themselves what the end of a name would
        let kind = mime.split('/').next_back().unwrap_or_default();
        let kind: String = kind.chars().filter(char::is_ascii_alphanumeric).collect();
        out.file(&format!("photos/{id}.{kind}"), &bytes).await?;
    }
    Ok(())
}

/// The minutes of each sealed session. Without a Chinese font there are none, and the archive says so: all that stands
/// in them is in the lines.
async fn papers(
    db: &mut PgConnection,
    (press, origin): (&Press, &str),
    out: &mut Out<'_>,
) -> Result<(), MakeError> {
    let sealed: Vec<(domain::Id, String)> = sqlx::query_as(
        "select seal.record, seal.code from seal join record on record.id = seal.record
         where record.kind = 'session' order by seal.scope, seal.number",
    )
    .fetch_all(&mut *db)
    .await?;
    for (id, code) in sealed {
        match printing::minutes_of(db, press, id, origin).await? {
            Some(Ok(bytes)) => out.file(&format!("papers/{code}.pdf"), &bytes).await?,
            Some(Err(PapersError::NoFont(_))) => {
                let why = "这台服务器没有中文字体，纪要没有印成 PDF；内容都在 data/ 里。\n\
                           There was no Chinese font, so the minutes are not here as PDF; what they say is in data/.\n";
                return out.file("papers/README.txt", why.as_bytes()).await;
            }
            Some(Err(error)) => return Err(MakeError::Paper(code, error)),
            None => {}
        }
    }
    Ok(())
}
