//! Entries that come of themselves: the one of an issue, and the slots of a rhythm.

use super::{Enter, Month};
use crate::{Id, session::Mode};

/// The longest rhythm that is laid out at once: a year from its first month on.
const SPAN: u32 = 12;

/// The id of an issue's entry: one for each year, so that two who enter it on two phones write on the same.
#[must_use]
pub fn entry_of(issue: Id, year: u32) -> Id {
    Id::from_u128(issue.as_u128() ^ (1 << 14) ^ u128::from(year))
}

/// The id of the slot that a rhythm lays in a month: one for each village and month.
#[must_use]
pub fn slot_of(village: Id, when: Month) -> Id {
    let months = u128::from(when.year) * 12 + u128::from(when.month);
    Id::from_u128(village.as_u128() ^ (1 << 47) ^ months)
}

/// A slot in every so many months from one on, for a year: each a change of its own. Months that have their bench
/// already are passed over.
#[must_use]
pub fn cadence(
    village: Id,
    (from, every): (Month, u32),
    mode: Mode,
    taken: &[Month],
) -> Vec<(Id, Enter)> {
    let every = every.max(1);
    let months = (0..SPAN / every.min(SPAN)).map(|n| from.after(n * every));
    let free = months.filter(|when| !taken.contains(when));
    let enter = |when| (slot_of(village, when), Enter { village, when, mode, ..Enter::default() });
    free.map(enter).collect()
}
