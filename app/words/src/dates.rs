//! Dates as people say them, by the clock of Asia/Shanghai, which keeps one offset all year.

use domain::Millis;
pub use domain::civil::{Day, calendar_day, civil, moment_of};

use crate::Lang;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Lang {
    /// 9 月 18 日, with the year when it is not this one. Never 9·18.
    #[must_use]
    pub fn date(self, at: Millis, now: Millis) -> String {
        let Day { year, month, day, .. } = civil(at);
        let other = year != civil(now).year;
        match self {
            Self::Zh if other => format!("{year} 年 {month} 月 {day} 日"),
            Self::Zh => format!("{month} 月 {day} 日"),
            Self::En => {
                let month = MONTHS[(month.max(1) as usize - 1).min(11)];
                if other { format!("{day} {month} {year}") } else { format!("{day} {month}") }
            }
        }
    }

    /// The date with hour and minute.
    #[must_use]
    pub fn moment(self, at: Millis, now: Millis) -> String {
        let Day { hour, minute, .. } = civil(at);
        match self {
            Self::Zh => format!("{} {hour:02}:{minute:02}", self.date(at, now)),
            Self::En => format!("{}, {hour:02}:{minute:02}", self.date(at, now)),
        }
    }

    /// 刚刚, 今天 16:20, 昨天, or the date.
    #[must_use]
    pub fn ago(self, at: Millis, now: Millis) -> String {
        let (then, today) = (calendar_day(at), calendar_day(now));
        let Day { hour, minute, .. } = civil(at);
        match (self, today - then) {
            (Self::Zh, 0) if (0..60_000).contains(&(now - at)) => "刚刚".into(),
            (Self::En, 0) if (0..60_000).contains(&(now - at)) => "just now".into(),
            (Self::Zh, 0) => format!("今天 {hour:02}:{minute:02}"),
            (Self::En, 0) => format!("today {hour:02}:{minute:02}"),
            (Self::Zh, 1) => "昨天".into(),
            (Self::En, 1) => "yesterday".into(),
            _ => self.date(at, now),
        }
    }

    /// 今天, or how many days ago something was raised.
    #[must_use]
    pub fn days_since(self, at: Millis, now: Millis) -> String {
        let days = calendar_day(now) - calendar_day(at);
        match (self, days) {
            (Self::Zh, ..=0) => "今天".into(),
            (Self::Zh, 1) => "昨天".into(),
            (Self::Zh, n) => format!("提了 {n} 天"),
            (Self::En, ..=0) => "today".into(),
            (Self::En, 1) => "yesterday".into(),
            (Self::En, n) => format!("{n} days ago"),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::DAY;

    use super::*;

    const SHANGHAI: Millis = 8 * 60 * 60 * 1000;

    #[test]
    fn a_moment_is_told_by_shanghais_clock() {
        // 2026-09-18 11:00 UTC
        let bench = 1_789_729_200_000;
        let told = Day { year: 2026, month: 9, day: 18, hour: 19, minute: 0 };
        assert_eq!(civil(bench), told);
        assert_eq!(Lang::Zh.moment(bench, bench), "9 月 18 日 19:00");
        assert_eq!(Lang::En.moment(bench, bench), "18 Sep, 19:00");
        assert_eq!(Lang::Zh.ago(bench, bench + 2 * DAY), "9 月 18 日");
        assert_eq!(Lang::Zh.days_since(bench, bench + 33 * DAY), "提了 33 天");
    }

    #[test]
    fn a_day_and_an_hour_are_a_moment_again() {
        for at in [1_789_729_200_000, 1_709_164_800_000, 0, -62_000_000_000] {
            let Day { year, month, day, hour, minute } = civil(at);
            let whole_minute = at.div_euclid(60_000) * 60_000;
            assert_eq!(moment_of(year, month, day, hour, minute), Some(whole_minute));
        }
        assert_eq!(moment_of(2026, 2, 30, 8, 0), None);
        assert_eq!(moment_of(2026, 13, 1, 8, 0), None);
        assert_eq!(moment_of(2026, 9, 18, 24, 0), None);
    }

    #[test]
    fn leap_days_and_moments_before_1970_are_dates_too() {
        assert_eq!(Lang::Zh.date(1_709_164_800_000, 0), "2024 年 2 月 29 日");
        assert_eq!(civil(-1).year, 1970);
        assert_eq!(civil(-SHANGHAI - 1).year, 1969);
    }
}
