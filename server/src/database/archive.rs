//! The file of a backup: tables as text in chunks, and at its end a digest of all of it, so that one
//! that was cut short is known before anything is touched.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::fresh::Fresh;

const HEADING: &str = "bandeng backup 1";
/// Rows come one by one; they are kept in chunks of about this size.
const CHUNK: usize = 64 * 1024;
/// No chunk is larger than the largest value that a table may hold.
const LARGEST: usize = 1 << 30;

/// Why the file of a backup or of an archive cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// It would be written over.
    #[error("{0} is there already: choose another name")]
    AlreadyThere(PathBuf),
    /// It is another kind of file, or of a newer version.
    #[error("{0} is not what this command reads, or was made by a newer version")]
    NotOne(PathBuf),
    /// It was cut short, or changed.
    #[error("{0} is damaged: nothing was taken from it")]
    Damaged(PathBuf),
    /// It could not be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
}

/// A backup that is being written. It has its name only when it is whole and on the disk.
pub(super) struct Writer {
    file: Fresh,
    hash: Sha256,
    rows: Vec<u8>,
}

impl Writer {
    /// Begins a backup of tables as they are after migration `schema`.
    pub(super) fn begin(name: &Path, schema: i64) -> Result<Self, ArchiveError> {
        let mut writer = Self { file: Fresh::begin(name)?, hash: Sha256::new(), rows: Vec::new() };
        writer.put(format!("{HEADING}\nschema {schema}\n").as_bytes())?;
        Ok(writer)
    }

    /// Begins a table of these columns.
    pub(super) fn table(&mut self, name: &str, columns: &str) -> Result<(), ArchiveError> {
        self.flush()?;
        self.put(format!("table {name} {columns}\n").as_bytes())
    }

    /// Adds rows of the table.
    pub(super) fn rows(&mut self, rows: &[u8]) -> Result<(), ArchiveError> {
        self.rows.extend_from_slice(rows);
        if self.rows.len() < CHUNK { Ok(()) } else { self.flush() }
    }

    /// Closes the file, and gives it its name.
    pub(super) fn finish(mut self) -> Result<(), ArchiveError> {
        self.flush()?;
        let hash = self.hash.clone().finalize();
        self.put(format!("sha256 {}\n", hexadecimal(&hash)).as_bytes())?;
        self.file.finish()
    }

    fn flush(&mut self) -> Result<(), ArchiveError> {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return Ok(());
        }
        self.put(format!("rows {}\n", rows.len()).as_bytes())?;
        self.put(&rows)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), ArchiveError> {
        self.hash.update(bytes);
        self.file.put(bytes)
    }
}

/// What comes next in a backup.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Rows of this table follow.
    Table {
        /// Its name.
        name: String,
        /// Its columns, as they are told to PostgreSQL.
        columns: String,
    },
    /// Rows of the table.
    Rows(Vec<u8>),
}

/// A backup that is being read.
pub(super) struct Reader {
    name: PathBuf,
    file: BufReader<File>,
    hash: Sha256,
    /// The migration its tables had come to.
    pub(super) schema: i64,
}

impl Reader {
    /// Opens a backup, after reading it to its end to see that it is whole.
    pub(super) fn open(name: &Path) -> Result<Self, ArchiveError> {
        let mut whole = Self::begin(name)?;
        while whole.part()?.is_some() {}
        Self::begin(name)
    }

    fn begin(name: &Path) -> Result<Self, ArchiveError> {
        let file = File::open(name).map_err(|error| ArchiveError::File(name.to_owned(), error))?;
        let (file, hash) = (BufReader::new(file), Sha256::new());
        let mut reader = Self { name: name.to_owned(), file, hash, schema: 0 };
        let heading = reader.line().unwrap_or_default();
        let schema = reader.line().unwrap_or_default();
        let schema = schema.strip_prefix("schema ").and_then(|number| number.parse().ok());
        match schema.filter(|_| heading == HEADING) {
            Some(schema) => Ok(Self { schema, ..reader }),
            None => Err(ArchiveError::NotOne(name.to_owned())),
        }
    }

    /// The next part; none at the end, if the digest there is right.
    pub(super) fn part(&mut self) -> Result<Option<Part>, ArchiveError> {
        let so_far = hexadecimal(&self.hash.clone().finalize());
        let line = self.line()?;
        let (word, rest) = line.split_once(' ').unwrap_or_default();
        match word {
            "table" => {
                let (name, columns) = rest.split_once(' ').ok_or_else(|| self.damaged())?;
                Ok(Some(Part::Table { name: name.to_owned(), columns: columns.to_owned() }))
            }
            "rows" => {
                let size = rest.parse().ok().filter(|size| *size <= LARGEST);
                let mut rows = vec![0; size.ok_or_else(|| self.damaged())?];
                self.file.read_exact(&mut rows).map_err(|_| self.damaged())?;
                self.hash.update(&rows);
                Ok(Some(Part::Rows(rows)))
            }
            "sha256" if rest == so_far => Ok(None),
            _ => Err(self.damaged()),
        }
    }

    fn line(&mut self) -> Result<String, ArchiveError> {
        let mut line = Vec::new();
        // a file without line ends is not read to its end
        let read = (&mut self.file).take(10_000).read_until(b'\n', &mut line);
        read.map_err(|error| ArchiveError::File(self.name.clone(), error))?;
        self.hash.update(&line);
        let line = String::from_utf8(line).map_err(|_| self.damaged())?;
        line.strip_suffix('\n').map(str::to_owned).ok_or_else(|| self.damaged())
    }

    /// What to say of a file that holds what it should not.
    pub(super) fn damaged(&self) -> ArchiveError {
        ArchiveError::Damaged(self.name.clone())
    }
}

/// Bytes as they are written in a digest.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
