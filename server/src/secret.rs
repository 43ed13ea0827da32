//! Secrets that open a door: drawn at random, written so that people can type them, and kept
//! here only as a digest.

use std::fmt;

use sha2::{Digest, Sha256};

/// No 0 and o, no 1 and l: nothing that looks like something else.
pub(crate) const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A random word that opens a door, as long as nobody else has it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// For an invite link: 130 bits.
    #[must_use]
    pub fn for_invite() -> Self {
        Self::draw::<26>()
    }

    /// For a device: 260 bits.
    #[must_use]
    pub fn for_device() -> Self {
        Self::draw::<52>()
    }

    /// What somebody sent as a secret, if it could be one.
    #[must_use]
    pub fn read(sent: &str) -> Option<Self> {
        let sent = sent.trim();
        let fits = (20..=64).contains(&sent.len()) && sent.bytes().all(|b| ALPHABET.contains(&b));
        fits.then(|| Self(sent.to_owned()))
    }

    /// What is kept of it.
    #[must_use]
    pub fn digest(&self) -> Vec<u8> {
        digest(self.0.as_bytes()).to_vec()
    }

    /// The word itself, for the one who is to have it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    fn draw<const LENGTH: usize>() -> Self {
        let random: [u8; LENGTH] = rand::random();
        // 32 letters, so the low five bits of each byte choose one evenly
        Self(random.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect())
    }
}

/// So that a secret never ends up in a log.
impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(…)")
    }
}

/// SHA-256.
#[must_use]
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_drawn_can_be_read_back_and_is_never_drawn_twice() {
        let (one, other) = (Secret::for_invite(), Secret::for_invite());
        assert_ne!(one, other);
        assert_eq!(Secret::read(one.reveal()), Some(one));
    }

    #[test]
    fn what_cannot_be_a_secret_is_not_looked_up() {
        for sent in ["", "short", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", &"a".repeat(5_000_000)] {
            assert_eq!(Secret::read(sent), None);
        }
    }

    #[test]
    fn a_secret_is_not_told_to_a_log() {
        let secret = Secret::for_device();
        assert!(!format!("{secret:?}").contains(secret.reveal()));
    }
}
