//! The evening itself: the ring, who speaks, what is taken down, how many hands.

mod en;
mod zh;

use domain::{Millis, session::Sort};

pub(crate) use self::{en::EN, zh::ZH};
use crate::{Lang, civil};

/// What the screen says.
#[derive(Debug)]
pub struct Bench {
    /// Where everything is: no network is looked for, it does not answer, or it does.
    pub kept: [&'static str; 3],
    /// Turns to the colours of the day, and back.
    pub colours: [&'static str; 2],
    /// The agenda of so many minutes.
    pub agenda: fn(u32) -> String,
    /// A part of the agenda and its minutes.
    pub part: fn(&str, u32) -> String,
    /// So many minutes are left of a part; fewer than none are over.
    pub left: fn(i64) -> String,
    /// To the next part.
    pub next: &'static str,
    /// Ends the evening: the button, the question, what it means, yes.
    pub end: [&'static str; 4],
    /// Before it begins: heading, what is lacking, nothing is lacking.
    pub before: [&'static str; 3],
    /// Begins it; to the seats; to the session.
    pub begin: [&'static str; 3],
    /// It is over: heading, to the minutes, goes on after all.
    pub over: [&'static str; 3],
    /// This phone does not have it: heading, hint.
    pub missing: [&'static str; 2],
    /// Only those who take notes can write.
    pub reader: &'static str,
    /// It was off for so long, and goes on.
    pub off: fn(Millis) -> String,
    /// Calling the roll: heading, all are here, one more, done; how it works.
    pub roll: [&'static str; 5],
    /// So many are here, so many of them far away.
    pub here: fn(usize, usize) -> String,
    /// Somebody on the roll is here, or is not.
    pub present: [&'static str; 2],
    /// Somebody comes late: heading, the name, as what, in which group, by telephone, seat them.
    pub late: [&'static str; 6],
    /// The ring, for those who hear it.
    pub ring: &'static str,
    /// By telephone, under a name.
    pub far: &'static str,
    /// Between a name and what is said beside it.
    pub comma: &'static str,
    /// What is said beside a name: speaks now, so many times, in the queue.
    pub tile: fn(bool, u32, Option<usize>) -> String,
    /// In the middle: nobody speaks, tap a name, tap to stop, tap for the next.
    pub middle: [&'static str; 4],
    /// In the middle, for those who hear it: so much is left, or is over.
    pub spoken: [&'static str; 2],
    /// Raised hands: the switch, what a tap does while it is on.
    pub hands_up: [&'static str; 2],
    /// So many have not spoken, and these groups have not been heard.
    pub silent: fn(usize, &[&str]) -> [String; 4],
    /// Over those who have not spoken.
    pub silent_title: &'static str,
    /// Before what was taken down just now.
    pub taken: &'static str,
    /// A sort of statement was taken down; with so much of a recording.
    pub stated: fn(Lang, Sort, Option<&str>) -> String,
    /// Takes the last thing back; it was taken back.
    pub undo: [&'static str; 2],
    /// Writes a few words to it: button, box, save.
    pub write: [&'static str; 3],
    /// What was just done: began to speak, has ended, hand up, hand down, is here, is not here, sits down.
    pub did: [&'static str; 7],
    /// All on the roll are here; the roll was called; the next part was reached; a hand was counted.
    pub all_did: [&'static str; 4],
    /// What whoever speaks says is taken down.
    pub capture: fn(Option<&str>) -> String,
    /// Who said it: heading, nobody in particular.
    pub whose: [&'static str; 2],
    /// By when: heading for somebody, within a week, by the end of the month, within three months, another day, no day.
    pub due: [&'static str; 6],
    /// Promised by that day.
    pub due_by: fn(&str) -> String,
    /// Whoever promises, by name and office.
    pub owner: fn(&str, &str) -> String,
    /// A show of hands: before the sentence, counts once, another, the box, begin, takes one off, picks from.
    pub hands: [&'static str; 7],
    /// Counted up to so many.
    pub counted: fn(i64) -> String,
    /// So many hands, and a tap adds one or takes one off.
    pub hand: fn(&str, i64, bool) -> String,
    /// What was taken down tonight: the button with how many, the heading, nothing yet.
    pub log: (fn(usize) -> String, &'static str, &'static str),
    /// Taken down by somebody else.
    pub by: fn(&str) -> String,
    /// Spoke for so long; speaks now.
    pub spoke: (fn(&str) -> String, &'static str),
    /// No words yet.
    pub wordless: &'static str,
    /// Recording: hold, is running, ends by keyboard, a little longer, no microphone, refused, could not be kept,
    /// and the button's whole name.
    pub voice: [&'static str; 8],
    /// Plays a recording; it is not on this phone.
    pub play: [&'static str; 2],
}

/// Whole minutes, and the seconds beside them.
fn minutes(millis: Millis) -> (i64, i64) {
    (millis / 60_000, millis / 1000 % 60)
}

/// The end of this month, by Shanghai's calendar: its last day at noon. In its last days, of the next.
#[must_use]
pub fn month_end(now: Millis) -> Millis {
    let day = civil(now);
    let after = |months: u32| {
        let month = day.month - 1 + months;
        crate::moment_of(day.year + i64::from(month / 12), month % 12 + 1, 1, 12, 0)
    };
    let last = |months: u32| after(months).map_or(now, |first| first - 24 * 60 * 60 * 1000);
    if last(1) - now < 3 * 24 * 60 * 60 * 1000 { last(2) } else { last(1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment_of;

    #[test]
    fn the_end_of_a_month_is_its_last_day_or_the_next_ones() {
        let noon = |month, day| moment_of(2026, month, day, 12, 0).expect("a day");
        assert_eq!(month_end(noon(9, 18)), noon(9, 30));
        assert_eq!(month_end(noon(9, 29)), noon(10, 31));
        assert_eq!(month_end(noon(12, 2)), noon(12, 31));
    }

    #[test]
    fn silence_is_told_by_people_and_groups() {
        let told = (ZH.silent)(11, &["一组", "五组"]).concat();
        assert_eq!(told, "11 人还没说（虚线），一组、五组还没声音");
        assert_eq!((ZH.silent)(0, &[]).concat(), "人人都说过了");
        assert_eq!((EN.silent)(1, &[]).concat(), "1 person has not spoken (dashed)");
    }

    #[test]
    fn how_long_it_was_off_is_said_in_the_largest_words() {
        assert_eq!((ZH.off)(42_000), "中间断了 42 秒，记下的都在，接着来。");
        assert_eq!((ZH.off)(3_720_000), "中间断了 1 小时 2 分，记下的都在，接着来。");
    }
}
