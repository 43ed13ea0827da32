//! Who runs the private PostgreSQL: ourselves, or an unprivileged user when we are root, since
//! PostgreSQL refuses to run as root.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, lchown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// The user whom the database's processes and files belong to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner {
    uid: u32,
    gid: u32,
    /// Whether that user is somebody else than us.
    other: bool,
}

impl Owner {
    /// Ourselves; as root the user `postgres` if there is one, else `nobody`.
    pub(super) fn choose() -> Self {
        let uid = rustix::process::geteuid();
        if !uid.is_root() {
            let gid = rustix::process::getegid().as_raw();
            return Self { uid: uid.as_raw(), gid, other: false };
        }
        let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let (uid, gid) = ["postgres", "nobody"]
            .iter()
            .find_map(|name| ids(&users, name))
            .unwrap_or((65_534, 65_534));
        Self { uid, gid, other: true }
    }

    /// `program`, to be run as this user, in a folder that every user may enter.
    pub(super) fn command(self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir("/");
        if self.other {
            // Command also drops root's other groups when it is given a uid
            command.gid(self.gid).uid(self.uid);
        }
        command
    }

    /// Whether this user can reach `path`, going by each folder on the way.
    pub(super) fn may_enter(self, path: &Path) -> bool {
        path.ancestors().skip(1).all(|folder| {
            fs::metadata(folder).is_ok_and(|about| {
                let bit = if about.uid() == self.uid {
                    0o100
                } else if about.gid() == self.gid {
                    0o010
                } else {
                    0o001
                };
                about.mode() & bit != 0
            })
        })
    }

    /// Makes `folder` if need be, and sees to it that it is this user's and nobody else's.
    pub(super) fn keep(self, folder: &Path) -> io::Result<()> {
        match fs::create_dir(folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        let about = fs::symlink_metadata(folder)?;
        if !about.is_dir() {
            return Err(io::Error::from(io::ErrorKind::NotADirectory));
        }
        // below /tmp a stranger could have been there first
        if about.uid() != self.uid && !(self.other && about.uid() == 0) {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied));
        }
        if self.other {
            lchown(folder, Some(self.uid), Some(self.gid))?;
        }
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
    }
}

/// The user and group number of `name` in the lines of a passwd file.
fn ids(users: &str, name: &str) -> Option<(u32, u32)> {
    users.lines().find_map(|line| {
        let mut parts = line.split(':');
        if parts.next()? != name {
            return None;
        }
        let uid = parts.nth(1)?.parse().ok()?;
        Some((uid, parts.next()?.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_found_by_his_whole_name() {
        let users = "root:x:0:0:root:/root:/bin/sh\npostgres2:x:7:8::/:\npostgres:x:101:104::/:\n";
        assert_eq!(ids(users, "postgres"), Some((101, 104)));
        assert_eq!(ids(users, "post"), None);
    }
}
