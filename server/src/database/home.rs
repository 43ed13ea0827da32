//! Where the private PostgreSQL keeps its files: in the data folder, if its user can get there
//! and the socket's path stays short enough.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::ClusterError;
use super::owner::Owner;
use crate::secret::digest;

/// A Unix socket's path holds 107 bytes and no more.
const LONGEST_SOCKET: usize = 100;
const SOCKET_NAME: &str = ".s.PGSQL.5432";

/// The folders of one cluster.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub(super) cluster: PathBuf,
    pub(super) socket: PathBuf,
    pub(super) log: PathBuf,
}

impl Home {
    /// Chooses the folders for the data folder `data`, which must exist, and makes what is needed.
    pub(super) fn choose(data: &Path, owner: Owner) -> Result<Self, ClusterError> {
        let data = data.canonicalize()?;
        let name: String =
            digest(data.as_os_str().as_encoded_bytes()).iter().take(6).map(hex).collect();
        let base = if owner.may_enter(&data.join("postgres")) {
            data
        } else {
            let base = Path::new("/var/lib/bandeng").join(&name);
            fs::create_dir_all(&base)?;
            // whatever the umask says: each folder below keeps its own door shut
            for folder in base.ancestors().take(2) {
                fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
            }
            base
        };
        let mut socket = base.join("socket");
        if socket.join(SOCKET_NAME).as_os_str().len() >= LONGEST_SOCKET {
            socket = Path::new("/tmp").join(format!("bandeng-{name}"));
        }
        owner.keep(&socket)?;
        Ok(Self { cluster: base.join("postgres"), log: base.join("postgres.log"), socket })
    }

    /// The version the cluster was made with; nothing when there is none yet.
    pub(super) fn version(&self) -> Option<String> {
        let version = fs::read_to_string(self.cluster.join("PG_VERSION")).ok()?;
        Some(version.trim().to_owned())
    }

    /// Makes the cluster: whole, or not at all.
    pub(super) fn found(&self, binaries: &Path, owner: Owner) -> Result<(), ClusterError> {
        let half = self.cluster.with_extension("new");
        // C.UTF-8 is not on every machine; without a locale the encoding is still UTF8
        for locale in ["--locale=C.UTF-8", "--no-locale"] {
            if half.exists() {
                fs::remove_dir_all(&half)?;
            }
            owner.keep(&half)?;
            let made = owner
                .command(binaries.join("initdb"))
                .args(["-A", "trust", "-U", "bandeng", "-E", "UTF8", locale, "-D"])
                .arg(&half)
                .stdin(Stdio::null())
                .output()?;
            if made.status.success() {
                fs::rename(&half, &self.cluster)?;
                return Ok(());
            }
            fs::write(&self.log, [made.stdout, made.stderr].concat())?;
        }
        Err(self.trouble())
    }

    /// What the log says in its last lines.
    pub(super) fn trouble(&self) -> ClusterError {
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        let from = said.lines().count().saturating_sub(6);
        let last = said.lines().skip(from).collect::<Vec<_>>().join("\n");
        ClusterError::WouldNotStart { log: self.log.clone(), last }
    }

    /// Opens the log so that the database's processes write to it; it starts anew beyond a size.
    pub(super) fn open_log(&self) -> io::Result<fs::File> {
        let long = fs::metadata(&self.log).is_ok_and(|about| about.len() > 10_000_000);
        fs::OpenOptions::new().create(true).write(true).append(!long).truncate(long).open(&self.log)
    }
}

fn hex(byte: &u8) -> String {
    format!("{byte:02x}")
}
