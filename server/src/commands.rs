//! What each command does, from opening the database to closing it.

use std::path::Path;
use std::process::ExitCode;

use rustix::process::{Pid, Signal, kill_process};
use tokio::net::TcpListener;
use tokio::process;
use tokio::signal::unix::{SignalKind, signal};

use crate::accounts::{erase, guests, invite};
use crate::config::{Config, InviteFor};
use crate::database::BackupError;
use crate::database::{self, Cluster, ClusterError, Database, DatabaseError, EpochError};
use crate::demo::valley::{Valley, ValleyError};
use crate::sync::{chain, compaction, now};
use crate::{Hall, archive, demo, http, listen};

/// Why a command could not do what it should.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// It is not known which epoch it is.
    #[error(transparent)]
    Epoch(#[from] EpochError),
    /// There is no backup, or it was not restored.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// There is no archive.
    #[error(transparent)]
    Archive(#[from] archive::MakeError),
    /// An archive was not taken.
    #[error(transparent)]
    Unarchive(#[from] archive::TakeError),
    /// A statement failed.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
    /// The address is taken, or may not be used.
    #[error("cannot listen on {0}: {1}")]
    Listen(std::net::SocketAddr, std::io::Error),
    /// The program to run cannot be run.
    #[error("cannot run {0}: {1}")]
    Run(String, std::io::Error),
    /// A signal cannot be awaited, or a connection not be served.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// Nobody, or more than one, is meant.
    #[error(transparent)]
    Guest(#[from] guests::GuestError),
    /// Nobody was erased.
    #[error(transparent)]
    Erase(#[from] crate::Error),
    /// The sample village could not be seeded.
    #[error(transparent)]
    Demo(#[from] demo::DemoError),
    /// The made-up district could not be laid.
    #[error(transparent)]
    Valley(#[from] ValleyError),
}

impl From<ClusterError> for CommandError {
    fn from(error: ClusterError) -> Self {
        Self::Database(error.into())
    }
}

type Done = Result<ExitCode, CommandError>;

/// Answers phones and browsers until a signal comes.
pub async fn serve(config: &Config, demo: bool) -> Done {
    let listener = TcpListener::bind(config.listen).await;
    let listener = listener.map_err(|error| CommandError::Listen(config.listen, error))?;
    let mut database = Database::open(config).await?;
    let mut hall =
        Hall::new(database.pool.clone(), &database::claim(&database.pool, config).await?);
    hall.min_build = config.min_build.as_deref().map(Into::into);
    tokio::spawn(compaction::daily(database.pool.clone(), config.remember_days));
    if demo {
        demo::seed(&hall).await?;
        say(&demo::welcome(&hall, &config.origin()).await?);
    } else {
        say(&format!("bandeng is open at {}", config.origin()));
    }
    let app = http::router(&hall, &config.site, &config.origin());
    let stop = stop_signal()?;
    let outcome = tokio::select! {
        () = listen::serve(listener, hall, app, stop) => Ok(()),
        error = database.died() => Err(CommandError::from(error)),
    };
    database.close().await;
    outcome.map(|()| ExitCode::SUCCESS)
}

/// Brings the tables up to date.
pub async fn migrate(config: &Config) -> Done {
    Database::open(config).await?.close().await;
    say("the tables are up to date");
    Ok(ExitCode::SUCCESS)
}

/// Runs a private PostgreSQL for as long as `command` runs, and gives back its exit code.
pub async fn postgres(config: &Config, careless: bool, command: &[String]) -> Done {
    // a signal at the terminal reaches the command as well; we wait for it, and then tidy up
    let stop = stop_signal()?;
    let cluster = Cluster::start(&config.data, careless).await?;
    let outcome = match command.split_first() {
        Some((program, arguments)) => run(program, arguments, &cluster.url(), stop).await,
        None => {
            say(&cluster.url());
            stop.await;
            Ok(ExitCode::SUCCESS)
        }
    };
    cluster.stop().await;
    outcome
}

async fn run(
    program: &str,
    arguments: &[String],
    url: &str,
    stop: impl Future<Output = ()>,
) -> Done {
    let not_run = |error| CommandError::Run(program.to_owned(), error);
    let mut command = process::Command::new(program);
    let mut child = command.args(arguments).env("DATABASE_URL", url).spawn().map_err(not_run)?;
    let status = tokio::select! {
        status = child.wait() => status.map_err(not_run)?,
        () = stop => {
            if let Some(pid) = child.id().and_then(|id| Pid::from_raw(id.cast_signed())) {
                // it may be gone already
                let _ = kill_process(pid, Signal::TERM);
            }
            child.wait().await.map_err(not_run)?
        }
    };
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Erases somebody, once the name was said twice; before, says in how many places it stands.
pub async fn erase(config: &Config, person: &str, really: Option<&str>) -> Done {
    let database = Database::join(config).await?;
    let hall = Hall::new(database.pool.clone(), &database::claim(&database.pool, config).await?);
    let done = erase::by_hand(&hall, person, really).await;
    database.close().await;
    say(&done?);
    Ok(ExitCode::SUCCESS)
}

/// Says of each village whether its seals are as they were pressed; fails at a break.
pub async fn chain(config: &Config, village: Option<&str>) -> Done {
    let database = Database::join(config).await?;
    let said = chain::report(&database.pool, village).await;
    database.close().await;
    let (lines, whole) = said?;
    lines.iter().for_each(|line| say(line));
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Makes an invite link, and says it.
pub async fn invite(config: &Config, guest: &InviteFor) -> Done {
    let database = Database::open(config).await?;
    let person = guests::find(&database.pool, guest).await?;
    let code = invite::mint(&database.pool, person, None).await?;
    say(&format!("{}/app/welcome#{}", config.origin(), code.reveal()));
    database.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Fills the database with the sample village, once.
pub async fn seed_demo(config: &Config) -> Done {
    let database = Database::open(config).await?;
    let hall = Hall::new(database.pool.clone(), &database::claim(&database.pool, config).await?);
    let fresh = demo::seed(&hall).await?;
    say(if fresh { "the sample village is there" } else { "the sample village was there already" });
    database.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Fills an empty database with a made-up district.
pub async fn seed_district(
    config: &Config,
    (seed, villages, days): (u64, usize, i64),
    until: Option<i64>,
) -> Done {
    let database = Database::open(config).await?;
    let until = until.unwrap_or_else(now);
    let laid = Valley { seed, villages, days, until }.lay_alone(&database.pool).await;
    database.close().await;
    say(&format!("the valley is there: {} records", laid?));
    Ok(ExitCode::SUCCESS)
}

/// Writes all that is in the database to a file, while a server may be running.
pub async fn back_up(config: &Config, file: &Path) -> Done {
    let database = Database::join(config).await?;
    let done = database::back_up(&database.pool, file).await;
    database.close().await;
    done?;
    say(&format!("everything up to now is in {}", file.display()));
    Ok(ExitCode::SUCCESS)
}

/// Puts a backup in place of all that is in the database.
pub async fn restore(config: &Config, file: &Path) -> Done {
    let database = Database::open(config).await?;
    let done = database::restore(&database.pool, file, config).await;
    database.close().await;
    let epoch = done?;
    say("the backup is restored; phones will offer again what they sent in the last 30 days");
    if config.database_url.is_some() || config.epoch.is_some() {
        say(&format!("start all servers of this database again, with BANDENG_EPOCH={epoch}"));
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes all that was said and done to a file for anybody to read.
pub async fn archive(config: &Config, file: &Path) -> Done {
    let database = Database::join(config).await?;
    let done = archive::write(&database.pool, &config.origin(), file).await;
    database.close().await;
    done?;
    say(&format!("all that was said and done up to now is in {}", file.display()));
    Ok(ExitCode::SUCCESS)
}

/// Takes such a file into an empty database.
pub async fn unarchive(config: &Config, file: &Path) -> Done {
    let database = Database::open(config).await?;
    let done = archive::take(&database.pool, file, config).await;
    database.close().await;
    let epoch = done?;
    say("the archive is here; invite people anew: bandeng invite --person NAME");
    if config.database_url.is_some() || config.epoch.is_some() {
        say(&format!("start all servers of this database again, with BANDENG_EPOCH={epoch}"));
    }
    Ok(ExitCode::SUCCESS)
}

/// Ends when somebody wants us to stop.
fn stop_signal() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[expect(clippy::print_stdout, reason = "it is what whoever typed the command waits for")]
fn say(words: &str) {
    println!("{words}");
}
