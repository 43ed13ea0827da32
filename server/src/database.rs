//! The way to PostgreSQL: the one that was named, or a private one in the data folder.

use std::str::FromStr;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{AssertSqlSafe, migrate::MigrateError};

use crate::config::Config;

mod archive;
mod backup;
mod binaries;
mod cluster;
pub(crate) mod epoch;
mod fresh;
mod home;
mod orphan;
mod owner;

pub use archive::ArchiveError;
pub(crate) use archive::hexadecimal;
pub(crate) use backup::schema;
pub use backup::{BackupError, back_up, restore};
pub use cluster::{Cluster, ClusterError};
pub(crate) use epoch::present;
pub use epoch::{EpochError, claim};
pub(crate) use fresh::Fresh;

/// Why the database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// The private one did not come up.
    #[error(transparent)]
    Cluster(#[from] ClusterError),
    /// The one that was named, or a statement on it, failed.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("the tables could not be brought up to date: {0}")]
    Migration(#[from] MigrateError),
}

/// An open database, its tables up to date.
#[derive(Debug)]
pub struct Database {
    /// Connections to it.
    pub pool: PgPool,
    cluster: Option<Cluster>,
}

impl Database {
    /// Opens what `config` names, and brings its tables up to date.
    pub async fn open(config: &Config) -> Result<Self, DatabaseError> {
        let (options, cluster) = match &config.database_url {
            Some(url) => (PgConnectOptions::from_str(url)?, None),
            None => {
                let cluster = Cluster::start(&config.data, false).await?;
                let options = own_database(&cluster).await?;
                (options, Some(cluster))
            }
        };
        let pool = pool(32).connect_with(options).await?;
        let database = Self { pool, cluster };
        sqlx::migrate!("./migrations").run(&database.pool).await?;
        Ok(database)
    }

    /// Opens what `config` names as it is: if another `bandeng` runs the private one, beside it.
    pub async fn join(config: &Config) -> Result<Self, DatabaseError> {
        let running = match &config.database_url {
            Some(_) => None,
            None => Cluster::running(&config.data)?,
        };
        match running {
            Some(options) => {
                let options = options.database("bandeng");
                let pool = pool(2).connect_with(options).await?;
                Ok(Self { pool, cluster: None })
            }
            None => Self::open(config).await,
        }
    }

    /// Waits until the private PostgreSQL stops without having been asked to; for ever if the
    /// database is not ours.
    pub async fn died(&mut self) -> ClusterError {
        match &mut self.cluster {
            Some(cluster) => cluster.died().await,
            None => std::future::pending().await,
        }
    }

    /// Lets go of the connections, and stops the private PostgreSQL.
    pub async fn close(self) {
        self.pool.close().await;
        if let Some(cluster) = self.cluster {
            cluster.stop().await;
        }
    }
}

/// Connections that run a statement as it is planned: to compile the desk's large ones takes longer than they do.
fn pool(connections: u32) -> PgPoolOptions {
    PgPoolOptions::new().max_connections(connections).after_connect(|db, _| {
        Box::pin(async move {
            sqlx::query("set jit = off").execute(db).await?;
            Ok(())
        })
    })
}

/// Whether it answers at all.
pub(crate) async fn answers(pool: &PgPool) -> sqlx::Result<()> {
    sqlx::query("select 1").execute(pool).await?;
    Ok(())
}

/// Our database in the private cluster, made the first time.
async fn own_database(cluster: &Cluster) -> sqlx::Result<PgConnectOptions> {
    let pool = PgPoolOptions::new().max_connections(1).connect_with(cluster.options()).await?;
    let there = sqlx::query("select from pg_database where datname = 'bandeng'");
    if there.fetch_optional(&pool).await?.is_none() {
        sqlx::raw_sql(AssertSqlSafe("create database bandeng")).execute(&pool).await?;
    }
    pool.close().await;
    Ok(cluster.options().database("bandeng"))
}
