//! A file that has its name only when it is whole and on the disk.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::archive::ArchiveError;

/// A file that is being written, under another name.
#[derive(Debug)]
pub(crate) struct Fresh {
    name: PathBuf,
    part: PathBuf,
    file: BufWriter<File>,
}

impl Fresh {
    /// Begins a file of that name, which must not be there yet.
    pub(crate) fn begin(name: &Path) -> Result<Self, ArchiveError> {
        if name.exists() {
            return Err(ArchiveError::AlreadyThere(name.to_owned()));
        }
        let mut part = name.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        // what people said is in it: it is for nobody else on this machine
        let file =
            OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&part);
        let file = file.map_err(|error| ArchiveError::File(part.clone(), error))?;
        Ok(Self { name: name.to_owned(), part, file: BufWriter::new(file) })
    }

    /// Adds to it.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> Result<(), ArchiveError> {
        self.file.write_all(bytes).map_err(|error| self.failed(error))
    }

    /// Closes the file, and gives it its name.
    pub(crate) fn finish(mut self) -> Result<(), ArchiveError> {
        let done = self.file.flush().and_then(|()| self.file.get_ref().sync_all());
        done.and_then(|()| fs::rename(&self.part, &self.name)).map_err(|error| self.failed(error))
    }

    /// Leaves it: nothing of it stays.
    pub(crate) fn leave(self) -> Result<(), ArchiveError> {
        fs::remove_file(&self.part).map_err(|error| self.failed(error))
    }

    fn failed(&self, error: io::Error) -> ArchiveError {
        ArchiveError::File(self.part.clone(), error)
    }
}
