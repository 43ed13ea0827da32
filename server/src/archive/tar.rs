//! The file of an archive: a plain tar (POSIX ustar), written in one go and read to its end before anything is believed.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::database::{ArchiveError, hexadecimal};

const BLOCK: usize = 512;
/// No file in it is larger.
const LARGEST: usize = 1 << 28;
/// The file with the digests of all others, at the end.
pub(super) const SUMS: &str = "SHA256SUMS";

/// A file as it stands in a tar: its head, its bytes, and zeros up to a whole block.
pub(super) fn entry(name: &str, bytes: &[u8], seconds: i64) -> Vec<u8> {
    let mut whole = Vec::with_capacity(2 * BLOCK + bytes.len());
    whole.extend_from_slice(&head(name, bytes.len(), seconds));
    whole.extend_from_slice(bytes);
    whole.resize(whole.len().next_multiple_of(BLOCK), 0);
    whole
}

/// What ends a tar.
pub(super) fn end() -> Vec<u8> {
    vec![0; 2 * BLOCK]
}

fn head(name: &str, size: usize, seconds: i64) -> [u8; BLOCK] {
    let mut head = [0; BLOCK];
    let mut put = |at: usize, text: &str| {
        for (to, from) in head.iter_mut().skip(at).zip(text.bytes()) {
            *to = from;
        }
    };
    put(0, name);
    put(100, "0000600\0");
    put(108, "0000000\0");
    put(116, "0000000\0");
    put(124, &format!("{size:011o}\0"));
    put(136, &format!("{:011o}\0", seconds.max(0)));
    put(148, "        0");
    put(257, "ustar\x0000");
    let sum: u32 = head.iter().map(|byte| u32::from(*byte)).sum();
    for (to, from) in head.iter_mut().skip(148).zip(format!("{sum:06o}\0 ").bytes()) {
        *to = from;
    }
    head
}

/// A line of the digests, as `sha256sum` writes it.
pub(super) fn sum(name: &str, bytes: &[u8]) -> String {
    format!("{}  {name}\n", hexadecimal(&Sha256::digest(bytes)))
}

/// An archive that is being read.
pub(super) struct Reader {
    name: PathBuf,
    file: BufReader<File>,
    sums: String,
    whole: bool,
}

impl Reader {
    /// Opens an archive, after reading it to its end to see that it is whole.
    pub(super) fn open(name: &Path) -> Result<Self, ArchiveError> {
        let mut reader = Self::begin(name)?;
        // what is no tar at all is another kind of file, and not a damaged one
        let first = reader.next().map_err(|error| match error {
            ArchiveError::Damaged(name) => ArchiveError::NotOne(name),
            error => error,
        })?;
        if first.is_none_or(|(name, _)| name != "README.txt") {
            return Err(ArchiveError::NotOne(name.to_owned()));
        }
        while reader.next()?.is_some() {}
        Self::begin(name)
    }

    fn begin(name: &Path) -> Result<Self, ArchiveError> {
        let file = File::open(name).map_err(|error| ArchiveError::File(name.to_owned(), error))?;
        let (name, file) = (name.to_owned(), BufReader::new(file));
        Ok(Self { name, file, sums: String::new(), whole: false })
    }

    /// The next file; none at the end, if the digests there are those of all before.
    pub(super) fn next(&mut self) -> Result<Option<(String, Vec<u8>)>, ArchiveError> {
        let head = self.take(BLOCK)?;
        if head.iter().all(|byte| *byte == 0) {
            let more = self.take(BLOCK)?.iter().any(|byte| *byte != 0);
            let rest = self.file.read(&mut [0]).map_err(|_| self.damaged())?;
            return if more || rest > 0 || !self.whole { Err(self.damaged()) } else { Ok(None) };
        }
        let (name, size) = told(&head).ok_or_else(|| self.damaged())?;
        let mut bytes = self.take(size)?;
        let air = self.take(size.next_multiple_of(BLOCK) - size)?;
        if self.whole || air.iter().any(|byte| *byte != 0) {
            return Err(self.damaged());
        }
        if name == SUMS {
            self.whole = bytes == self.sums.as_bytes();
            if !self.whole {
                return Err(self.damaged());
            }
            bytes.clear();
        } else {
            self.sums += &sum(&name, &bytes);
        }
        Ok(Some((name, bytes)))
    }

    fn take(&mut self, size: usize) -> Result<Vec<u8>, ArchiveError> {
        let mut bytes = vec![0; size];
        self.file.read_exact(&mut bytes).map_err(|_| self.damaged())?;
        Ok(bytes)
    }

    /// What to say of a file that holds what it should not.
    pub(super) fn damaged(&self) -> ArchiveError {
        ArchiveError::Damaged(self.name.clone())
    }

    /// What to say of one that is no archive, or a newer one.
    pub(super) fn foreign(&self) -> ArchiveError {
        ArchiveError::NotOne(self.name.clone())
    }
}

/// The name and the size that a head tells, if it is as [`head`] writes it.
fn told(bytes: &[u8]) -> Option<(String, usize)> {
    let text = |from: usize, to: usize| {
        let field = bytes.get(from..to)?.split(|byte| *byte == 0).next()?;
        std::str::from_utf8(field).ok()
    };
    let name = text(0, 100)?.to_owned();
    let size = usize::from_str_radix(text(124, 136)?, 8).ok().filter(|size| *size <= LARGEST)?;
    let at = i64::from_str_radix(text(136, 148)?, 8).ok()?;
    (head(&name, size, at) == bytes).then_some((name, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_was_written_and_no_other_way() {
        let head = head("data/record-00001.jsonl", 1_234_567, 1_790_000_000);
        assert_eq!(told(&head), Some(("data/record-00001.jsonl".to_owned(), 1_234_567)));
        for at in 0..BLOCK {
            let mut bent = head;
            bent[at] ^= 1;
            assert_eq!(told(&bent), None, "byte {at}");
        }
        assert_eq!(entry("a", b"abc", 0).len(), 2 * BLOCK);
    }
}
