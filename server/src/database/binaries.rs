//! Finds PostgreSQL's own programs on this machine.

use std::cmp::Reverse;
use std::env;
use std::path::{Path, PathBuf};

use super::ClusterError;

/// The folder that holds `initdb` and `postgres`: of version `wanted` if that is there, as an
/// older cluster cannot be opened by newer programs.
pub(super) fn find(wanted: Option<&str>) -> Result<PathBuf, ClusterError> {
    if let Some(chosen) = env::var_os("BANDENG_POSTGRES_BIN") {
        let chosen = PathBuf::from(chosen);
        return if complete(&chosen) { Ok(chosen) } else { Err(ClusterError::NotIn(chosen)) };
    }
    let fitting = wanted.map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")));
    let path = env::var_os("PATH").unwrap_or_default();
    fitting
        .into_iter()
        .chain(env::split_paths(&path))
        .chain(versions("/usr/lib/postgresql", ""))
        .chain(versions("/opt/homebrew/opt", "postgresql@"))
        .chain(versions("/usr/local/opt", "postgresql@"))
        .chain(["/usr/local/pgsql/bin", "/usr/pgsql/bin"].map(PathBuf::from))
        .find(|folder| complete(folder))
        .ok_or(ClusterError::Missing)
}

fn complete(folder: &Path) -> bool {
    ["initdb", "postgres"].iter().all(|program| folder.join(program).is_file())
}

/// The `bin` folders of all versions below `parent`, the newest first.
fn versions(parent: &str, prefix: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(parent).into_iter().flatten().flatten();
    let mut found: Vec<(u32, PathBuf)> = entries
        .filter_map(|entry| {
            let name = entry.file_name();
            let version = name.to_str()?.strip_prefix(prefix)?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    found.sort_by_key(|(version, _)| Reverse(*version));
    found.into_iter().map(|(_, folder)| folder).collect()
}
