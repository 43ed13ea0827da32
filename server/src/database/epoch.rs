//! The epoch: a word that stays the same for as long as the database is the same one.
//!
//! It is kept outside the database on purpose: a restored backup would bring its own back, and
//! phones could not tell that what they had sent is gone. The database remembers digests of the
//! words it was served under, so that it can say no to a wrong one, and never says a right one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sqlx::{PgConnection, PgPool};

use crate::config::Config;
use crate::secret::{Secret, digest};

/// Why it is not known which epoch it is.
#[derive(Debug, thiserror::Error)]
pub enum EpochError {
    /// Nobody told the word, and the database has been served before.
    #[error(
        "this database has been served before, but this server was not told under which epoch.\n\
         Set BANDENG_EPOCH to the word that its other servers use (or that is in the file `epoch` of \
         their data folder).\n\
         If the database was restored from a backup, or the word is lost, set a new one for all its \
         servers, such as:\n  BANDENG_EPOCH={0}"
    )]
    Untold(String),
    /// Another epoch has begun since.
    #[error(
        "the epoch that this server was told is over: another one has begun on this database since.\n\
         Set BANDENG_EPOCH to the new word for all its servers."
    )]
    Over,
    /// The file's word was in use, and the database has not heard of it.
    #[error(
        "the database does not know the epoch in {file}: it is another database, or it was restored from \
         a backup.\n\
         If it is another one, set BANDENG_EPOCH to the word that its other servers use. If it was \
         restored, set a new word for all its servers, such as:\n  BANDENG_EPOCH={fresh}"
    )]
    Unknown {
        /// The file.
        file: PathBuf,
        /// A word that nobody has used.
        fresh: String,
    },
    /// It is not one word.
    #[error("BANDENG_EPOCH must be one word of 4 to 64 letters, digits, - or _")]
    Unfit,
    /// Its file could not be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// The database failed.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
}

/// The epoch this server is to serve under: the word it was told, or the one in its data folder,
/// or a new one for a database that was never served.
///
/// # Errors
/// When that would let a restored database pass for what it was, or split its servers in two.
pub async fn claim(pool: &PgPool, config: &Config) -> Result<String, EpochError> {
    let file = file(&config.data);
    let kept = read(&file)?;
    let mut tx = pool.begin().await?;
    // two servers that begin at once must not draw two words; readers are not kept waiting
    sqlx::query("lock table epoch in exclusive mode").execute(&mut *tx).await?;
    let served = served(&mut tx).await?;
    let shared = config.database_url.is_some();
    let word = match (&config.epoch, kept) {
        (Some(told), _) => fit(told)?,
        (None, Some(kept)) if served.is_empty() || served.contains(&hashed(&kept)) => kept,
        (None, Some(_)) if shared => return Err(EpochError::Unknown { file, fresh: draw() }),
        (None, Some(_)) => {
            tracing::warn!("the database is older than its epoch: a new epoch begins");
            write(&file, draw())?
        }
        (None, None) if shared && (!served.is_empty() || clients(&mut tx).await?) => {
            return Err(EpochError::Untold(draw()));
        }
        (None, None) => write(&file, draw())?,
    };
    match served.iter().position(|known| *known == hashed(&word)) {
        Some(at) if at + 1 < served.len() => return Err(EpochError::Over),
        Some(_) => {}
        None => begin(&mut tx, &[hashed(&word)]).await?,
    }
    tx.commit().await?;
    Ok(word)
}

/// Whether `word` is the epoch of the database at this moment; any is while there is none.
///
/// Asked first in each transaction of sync: a server that slept through a restoration must not
/// answer phones as if nothing had happened.
pub(crate) async fn present(db: &mut PgConnection, word: &str) -> sqlx::Result<bool> {
    let last: Option<bool> = sqlx::query_scalar(
        "select word_sha256 = $1 from epoch where number = (select max(number) from epoch)",
    )
    .bind(hashed(word))
    .fetch_optional(db)
    .await?;
    Ok(last.unwrap_or(true))
}

/// Begins a new epoch over a database whose tables are another's now, after those of which there are digests; gives its
/// word, which is in the file before the transaction is over: an epoch too many only makes phones offer what is there.
pub(crate) async fn anew(
    db: &mut PgConnection,
    config: &Config,
    mut over: Vec<Vec<u8>>,
) -> Result<String, EpochError> {
    let kept = file(&config.data);
    over.extend(config.epoch.clone().or(read(&kept)?).map(|word| hashed(&word)));
    let word = draw();
    over.push(hashed(&word));
    begin(db, &over).await?;
    write(&kept, word)
}

/// The digests of the words the database was served under, the first one first.
pub(crate) async fn served(db: &mut PgConnection) -> sqlx::Result<Vec<Vec<u8>>> {
    sqlx::query_scalar("select word_sha256 from epoch order by number").fetch_all(db).await
}

/// Lets epochs begin, one after the other; those that the database knows already are passed over.
async fn begin(db: &mut PgConnection, words: &[Vec<u8>]) -> sqlx::Result<()> {
    for word in words {
        sqlx::query(
            "insert into epoch (number, word_sha256)
             select coalesce(max(number), 0) + 1, $1 from epoch
             on conflict (word_sha256) do nothing",
        )
        .bind(word)
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

/// What the database keeps of a word.
fn hashed(word: &str) -> Vec<u8> {
    digest(word.as_bytes()).to_vec()
}

/// A word that nobody has used.
fn draw() -> String {
    Secret::for_invite().reveal()[..16].to_owned()
}

/// The file of the data folder that keeps it.
fn file(data: &Path) -> PathBuf {
    data.join("epoch")
}

/// Keeps a word in the file.
fn write(file: &Path, word: String) -> Result<String, EpochError> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, &word))
        .map_err(|error| EpochError::File(file.to_owned(), error))?;
    Ok(word)
}

/// The word in the file, if there is one.
fn read(file: &Path) -> Result<Option<String>, EpochError> {
    match fs::read_to_string(file) {
        Ok(kept) => Ok(Some(kept.trim().to_owned()).filter(|kept| !kept.is_empty())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(EpochError::File(file.to_owned(), error)),
    }
}

fn fit(told: &str) -> Result<String, EpochError> {
    let told = told.trim();
    let plain = told.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let fits = plain && (4..=64).contains(&told.len());
    if fits { Ok(told.to_owned()) } else { Err(EpochError::Unfit) }
}

/// Whether phones have spoken to the database before it kept epochs.
async fn clients(db: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select from client)").fetch_one(db).await
}
