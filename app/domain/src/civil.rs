//! The calendar of Asia/Shanghai, which keeps one offset all year: moments as days, and days as moments.

use crate::{DAY, Millis};

/// What Shanghai is ahead of UTC.
const SHANGHAI: Millis = 8 * 60 * 60 * 1000;

/// The how-manyth day of the calendar a moment is in, as people count days: whatever the hour.
#[must_use]
pub fn calendar_day(at: Millis) -> i64 {
    (at + SHANGHAI).div_euclid(DAY)
}

/// A moment taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// 2026
    pub year: i64,
    /// 1–12
    pub month: u32,
    /// 1–31
    pub day: u32,
    /// 0–23
    pub hour: u32,
    /// 0–59
    pub minute: u32,
}

/// A moment by Shanghai's calendar and clock. (Days to civil date: Howard Hinnant's algorithm.)
#[must_use]
pub fn civil(at: Millis) -> Day {
    let local = at + SHANGHAI;
    let (days, rest) = (local.div_euclid(DAY), local.rem_euclid(DAY));
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let small = |n: i64| u32::try_from(n).unwrap_or(0);
    Day {
        year: year_of_era + era * 400 + i64::from(month <= 2),
        month: small(month),
        day: small(of_year - (153 * shifted_month + 2) / 5 + 1),
        hour: small(rest / 3_600_000),
        minute: small(rest / 60_000 % 60),
    }
}

/// The moment of Shanghai's calendar and clock; nothing for a day or an hour that does not exist.
#[must_use]
pub fn moment_of(year: i64, month: u32, day: u32, hour: u32, minute: u32) -> Option<Millis> {
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || hour > 23 || minute > 59 {
        return None;
    }
    let shifted_year = year - i64::from(month <= 2);
    let era = shifted_year.div_euclid(400);
    let year_of_era = shifted_year.rem_euclid(400);
    let shifted_month = i64::from((month + 9) % 12);
    let of_year = (153 * shifted_month + 2) / 5 + i64::from(day) - 1;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    let days = era * 146_097 + of_era - 719_468;
    let at = days * DAY + i64::from(hour) * 3_600_000 + i64::from(minute) * 60_000 - SHANGHAI;
    // 30 February would come back as a day of March
    (civil(at) == Day { year, month, day, hour, minute }).then_some(at)
}
