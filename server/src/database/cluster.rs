//! The private PostgreSQL: one cluster in the data folder, reached by its own socket alone, and
//! stopped when we stop.

use std::fs::{self, File, TryLockError};
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions, Connection};
use tokio::process::Child;
use tokio::time::{Instant, sleep, timeout};

use super::home::Home;
use super::owner::Owner;
use super::{binaries, orphan};

/// Why there is no private PostgreSQL.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// Nothing on this machine can run it.
    #[error(
        "PostgreSQL's programs were not found. Install them with: apt-get install postgresql\n\
         (or set BANDENG_POSTGRES_BIN to their folder, or DATABASE_URL to a server that runs)"
    )]
    Missing,
    /// The folder that was named does not have them.
    #[error("BANDENG_POSTGRES_BIN is {0}, but initdb and postgres are not there")]
    NotIn(PathBuf),
    /// Another server has it open.
    #[error("the data folder {0} is in use by another bandeng; stop that one, or set BANDENG_DATA")]
    InUse(PathBuf),
    /// It stopped before it was ready.
    #[error("the private PostgreSQL would not start; its log {log} ends with:\n{last}")]
    WouldNotStart {
        /// Where the log is.
        log: PathBuf,
        /// Its last lines.
        last: String,
    },
    /// It did not answer in time.
    #[error("the private PostgreSQL was not ready after a minute; its log is {0}")]
    Slow(PathBuf),
    /// A file or a process could not be handled.
    #[error("the data folder could not be used: {0}")]
    Io(#[from] io::Error),
}

/// A PostgreSQL of our own, running.
#[derive(Debug)]
pub struct Cluster {
    child: Child,
    home: Home,
    /// Held for as long as we run, so that no other server takes the same folder.
    _lock: File,
}

impl Cluster {
    /// Starts the cluster of the data folder `data`, and makes it first if there is none.
    pub async fn start(data: &Path, careless: bool) -> Result<Self, ClusterError> {
        fs::create_dir_all(data)?;
        let lock = lock(data)?;
        let owner = Owner::choose();
        let home = Home::choose(data, owner)?;
        let binaries = binaries::find(home.version().as_deref())?;
        if home.version().is_none() {
            tracing::info!(folder = %home.cluster.display(), "making a private PostgreSQL");
            home.found(&binaries, owner)?;
        }
        orphan::stop(&home.cluster).await?;
        let child = spawn(&home, &binaries, owner, careless)?;
        let mut cluster = Self { child, home, _lock: lock };
        cluster.ready().await?;
        Ok(cluster)
    }

    /// Where its databases are.
    #[must_use]
    pub fn options(&self) -> PgConnectOptions {
        at(&self.home)
    }

    /// Where the databases of the data folder `data` are, if another `bandeng` has them open.
    pub fn running(data: &Path) -> Result<Option<PgConnectOptions>, ClusterError> {
        fs::create_dir_all(data)?;
        match lock(data) {
            Ok(_) => Ok(None),
            Err(ClusterError::InUse(_)) => Ok(Some(at(&Home::choose(data, Owner::choose())?))),
            Err(error) => Err(error),
        }
    }

    /// The same as one line, for other programs.
    #[must_use]
    pub fn url(&self) -> String {
        let socket = self.home.socket.display().to_string();
        let socket = socket.replace('%', "%25").replace('/', "%2F").replace(' ', "%20");
        format!("postgres://bandeng@localhost/postgres?host={socket}")
    }

    /// Waits until it stops without having been asked to.
    pub async fn died(&mut self) -> ClusterError {
        // whatever it says, it is gone
        let _ = self.child.wait().await;
        self.home.trouble()
    }

    /// Stops it: sessions are cut off, and everything committed is on the disk.
    pub async fn stop(mut self) {
        self.signal(Signal::INT);
        if timeout(Duration::from_secs(30), self.child.wait()).await.is_err() {
            self.signal(Signal::QUIT);
            let _ = self.child.wait().await;
        }
        // it is empty now, and made anew at the next start
        let _ = fs::remove_dir(&self.home.socket);
    }

    async fn ready(&mut self) -> Result<(), ClusterError> {
        let deadline = Instant::now() + Duration::from_secs(60);
        let options = self.options().disable_statement_logging();
        while Instant::now() < deadline {
            if self.child.try_wait()?.is_some() {
                return Err(self.home.trouble());
            }
            if let Ok(connection) = PgConnection::connect_with(&options).await {
                let _ = connection.close().await;
                return Ok(());
            }
            sleep(Duration::from_millis(50)).await;
        }
        Err(ClusterError::Slow(self.home.log.clone()))
    }

    fn signal(&self, signal: Signal) {
        let pid = self.child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
        if let Some(pid) = pid {
            // it may be gone already
            let _ = kill_process(pid, signal);
        }
    }
}

/// So that a panic or an early return does not leave it running.
impl Drop for Cluster {
    fn drop(&mut self) {
        self.signal(Signal::INT);
    }
}

fn at(home: &Home) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass()
        .socket(&home.socket)
        .username("bandeng")
        .database("postgres")
}

fn lock(data: &Path) -> Result<File, ClusterError> {
    let file = File::create(data.join("lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(ClusterError::InUse(data.to_owned())),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

fn spawn(home: &Home, binaries: &Path, owner: Owner, careless: bool) -> io::Result<Child> {
    let log = home.open_log()?;
    let mut command = owner.command(binaries.join("postgres"));
    command.arg("-D").arg(&home.cluster).arg("-k").arg(&home.socket);
    command.args(["-c", "listen_addresses=", "-c", "unix_socket_permissions=0700"]);
    if careless {
        command.args(["-c", "fsync=off", "-c", "full_page_writes=off"]);
        command.args(["-c", "max_connections=200"]);
    }
    command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    // a Ctrl-C at the terminal is for us; we stop the database when we are done with it
    command.process_group(0);
    tokio::process::Command::from(command).spawn()
}
