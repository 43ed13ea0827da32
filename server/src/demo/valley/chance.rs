//! Chance that goes the same way for the same seed, on every machine and for ever: `SplitMix64`.

use domain::{DAY, Id, Millis};
use uuid::Builder;

/// A way through all that can happen.
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A way of its own, which does not change when others take more steps.
    pub(super) fn aside(&self, number: u64) -> Self {
        let mut own = Self(self.0 ^ number.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        own.next();
        own
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from the first to before the second.
    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        let span = u64::try_from(to - from).unwrap_or(1).max(1);
        from + i64::try_from(self.next() % span).unwrap_or_default()
    }

    /// Yes, so many times in a hundred.
    pub(super) fn percent(&mut self, yes: i64) -> bool {
        self.between(0, 100) < yes
    }

    /// One of several.
    pub(super) fn pick<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        let most = i64::try_from(all.len()).unwrap_or_default();
        let nth = usize::try_from(self.between(0, most)).unwrap_or_default();
        all.get(nth).copied()
    }

    /// So many days, and some hours of the day, as a length of time.
    pub(super) fn days(&mut self, from: i64, to: i64) -> Millis {
        self.between(from, to) * DAY + self.between(0, 600) * 60_000
    }

    /// A name for something that begins at a moment.
    pub(super) fn id(&mut self, at: Millis) -> Id {
        let [mut drawn, more] = [self.next(), self.next()].map(u64::to_be_bytes).map(Vec::from);
        drawn.extend(more);
        let mut bytes = [0; 10];
        bytes.iter_mut().zip(drawn).for_each(|(byte, drawn)| *byte = drawn);
        Builder::from_unix_timestamp_millis(at.max(0).cast_unsigned(), &bytes).into_uuid()
    }
}
