//! Days as boxes for days write them.

use domain::Millis;

/// The day that a box for days says; nothing when it is not whole. The whole day counts.
pub(crate) fn day_of(typed: &str) -> Option<Millis> {
    let mut parts = typed.split('-').map(str::parse::<u32>);
    let mut next = || parts.next()?.ok();
    let (year, month, day) = (next()?, next()?, next()?);
    words::moment_of(year.into(), month, day, 18, 0)
}

/// A moment as a box for days wants it.
pub(crate) fn day_in(at: Millis) -> String {
    let words::Day { year, month, day, .. } = words::civil(at);
    format!("{year:04}-{month:02}-{day:02}")
}
