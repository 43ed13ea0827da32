//! The day of an evening as people say it: 今天, 明天, or the date with its weekday.

use domain::{DAY, Millis};

use crate::{Day, Lang, calendar_day, civil};

const ZH: [&str; 7] = ["周四", "周五", "周六", "周日", "周一", "周二", "周三"];
const EN: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

impl Lang {
    /// 今天 19:00, 明天 19:00, 9 月 18 日 周五 19:00.
    #[must_use]
    pub fn evening(self, at: Millis, now: Millis) -> String {
        let Day { hour, minute, .. } = civil(at);
        let (then, today) = (calendar_day(at), calendar_day(now));
        // 1 January 1970 was a Thursday
        let weekday = usize::try_from(then.rem_euclid(7)).unwrap_or_default();
        match (self, then - today) {
            (Self::Zh, 0) => format!("今天 {hour:02}:{minute:02}"),
            (Self::Zh, 1) => format!("明天 {hour:02}:{minute:02}"),
            (Self::Zh, 2) => format!("后天 {hour:02}:{minute:02}"),
            (Self::Zh, _) => {
                format!("{} {} {hour:02}:{minute:02}", self.date(at, now), ZH[weekday])
            }
            (Self::En, 0) => format!("today, {hour:02}:{minute:02}"),
            (Self::En, 1) => format!("tomorrow, {hour:02}:{minute:02}"),
            (Self::En, _) => {
                format!("{} {}, {hour:02}:{minute:02}", EN[weekday], self.date(at, now))
            }
        }
    }

    /// The date with its weekday and the hour, good on any day it is read: for paper and for a chat.
    #[must_use]
    pub fn whole_evening(self, at: Millis, now: Millis) -> String {
        // read from a week before, no day is today
        let before = at - 7 * DAY;
        let year = civil(at).year != civil(now).year;
        self.evening(at, if year || civil(before).year != civil(at).year { now } else { before })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-09-18 19:00, a Friday
    const BENCH: Millis = 1_789_729_200_000;

    #[test]
    fn an_evening_is_told_as_people_say_it() {
        assert_eq!(Lang::Zh.evening(BENCH, BENCH - 60_000), "今天 19:00");
        assert_eq!(Lang::Zh.evening(BENCH, BENCH - DAY), "明天 19:00");
        assert_eq!(Lang::Zh.evening(BENCH, BENCH - 2 * DAY), "后天 19:00");
        assert_eq!(Lang::Zh.evening(BENCH, BENCH - 9 * DAY), "9 月 18 日 周五 19:00");
        assert_eq!(Lang::En.evening(BENCH, BENCH + DAY), "Fri 18 Sep, 19:00");
    }

    #[test]
    fn on_paper_no_day_is_today() {
        assert_eq!(Lang::Zh.whole_evening(BENCH, BENCH), "9 月 18 日 周五 19:00");
    }
}
