//! One word for all that a copy holds of a scope: where two copies have read equally far, it is the same on both,
//! or one of them has gone wrong.

use super::{Cursor, Replica, Writes};
use crate::{Form, Id, Scope, Sorted};

/// FNV-1a over 64 bits: small and the same everywhere. It finds mistakes; it is no seal.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// The sum over bytes.
pub(super) fn sum(bytes: &[u8]) -> u64 {
    go_on(BASIS, bytes.iter())
}

fn go_on<'a>(sum: u64, bytes: impl Iterator<Item = &'a u8>) -> u64 {
    bytes.fold(sum, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(PRIME))
}

/// The digest of records, each with its revision, in the order of their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest {
    count: u64,
    sum: u64,
}

impl Default for Digest {
    fn default() -> Self {
        Self { count: 0, sum: BASIS }
    }
}

impl Digest {
    /// Takes in the next record.
    pub fn take(&mut self, id: Id, rev: u64) {
        self.count += 1;
        self.sum = go_on(self.sum, id.as_bytes().iter().chain(&rev.to_le_bytes()));
    }

    /// The word that copies compare: how many, and a sum over all.
    #[must_use]
    pub fn word(self) -> String {
        let Self { count, sum } = self;
        format!("{count}-{sum:016x}")
    }
}

/// What a copy should come to, as the server tells it, all of one moment.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Digests {
    /// The server's epoch.
    pub epoch: String,
    /// Each scope that the person reads.
    pub scopes: Sorted<Scope, Sum>,
}

/// How far a scope is, and what comes to lie in it.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Sum {
    /// The scope's version.
    pub ver: u64,
    /// The word of its [`Digest`].
    pub digest: String,
}

impl Replica {
    /// The scopes in which this copy differs from the server's. None while that cannot be said: the two have not
    /// read equally far.
    #[must_use]
    pub fn differs(&self, told: &Digests) -> Option<Vec<Scope>> {
        let same =
            |(scope, sum): (&Scope, &Sum)| self.cursors.get(scope) == Some(&Cursor::whole(sum.ver));
        if self.meta.epoch.as_ref() != Some(&told.epoch) || !told.scopes.iter().all(same) {
            return None;
        }
        // in one walk over all records: the office of a district holds a thousand scopes
        let mut held = Sorted::<Scope, Digest>::new();
        for record in self.base.values() {
            held.or_default(record.scope).take(record.id, record.rev);
        }
        let word = |scope: &Scope| held.get(scope).copied().unwrap_or_default().word();
        let wrong = told.scopes.iter().filter(|(scope, sum)| word(scope) != sum.digest);
        Some(wrong.map(|(scope, _)| *scope).collect())
    }

    /// What to write to read some scopes anew, from the start. Until that is through what is held of them stays.
    #[must_use]
    pub fn doubt(&self, scopes: Vec<Scope>) -> Writes {
        Writes { turn: Some(self.turn), cursors_cut: scopes, ..Writes::default() }
    }

    /// The digest of what the server has told of a scope. Own changes that wait are not in it.
    #[must_use]
    pub fn digest(&self, scope: Scope) -> Digest {
        let mut digest = Digest::default();
        // the map is in the order of the ids
        for record in self.base.values().filter(|record| record.scope == scope) {
            digest.take(record.id, record.rev);
        }
        digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(rows: &[(u128, u64)]) -> String {
        let mut digest = Digest::default();
        rows.iter().for_each(|(id, rev)| digest.take(Id::from_u128(*id), *rev));
        digest.word()
    }

    #[test]
    fn every_difference_between_copies_shows() {
        let all = word(&[(1, 1), (2, 7), (3, 1)]);
        for other in [
            &[(1, 1), (2, 6), (3, 1)][..],
            &[(1, 1), (3, 1)],
            &[(1, 1), (2, 7), (4, 1)],
            &[(1, 7), (2, 1), (3, 1)],
            &[],
        ] {
            assert_ne!(word(other), all);
        }
    }

    #[test]
    fn the_word_is_frozen_so_that_old_phones_and_new_servers_agree() {
        assert_eq!(word(&[]), "0-cbf29ce484222325");
        assert_eq!(word(&[(0x0198, 3), (0x0199, 70_000)]), "2-02749ab2118d83e7");
    }
}
