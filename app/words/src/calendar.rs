//! A day for the phone's calendar, as RFC 5545 writes it: UTC, folded, and so plain that every calendar reads it.

use domain::{Id, Millis};

/// Eight hours: what Shanghai is ahead of UTC.
const SHANGHAI: Millis = 8 * 60 * 60 * 1000;
/// The longest line, in bytes, without its end.
const LINE: usize = 75;

/// What stands in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The session.
    pub id: Id,
    /// How often it was moved: a calendar takes the newest.
    pub moved: usize,
    /// When it is written.
    pub now: Millis,
    /// When people sit down.
    pub begins: Millis,
    /// When they get up.
    pub ends: Millis,
    /// What it is about.
    pub topic: String,
    /// Where.
    pub place: String,
    /// What else is to be known.
    pub says: String,
}

/// Something that a calendar follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// What stands in the calendar.
    pub entry: Entry,
    /// Whether it was called off, or put off to a day that nobody knows yet.
    pub off: bool,
}

/// The whole file.
#[must_use]
pub fn calendar(entry: &Entry) -> String {
    let topic = format!("DESCRIPTION:{}", escaped(&entry.topic));
    let alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT2H", &topic, "END:VALARM"];
    let mut file = String::new();
    let lines = head().into_iter().chain(event(entry, None));
    let lines = lines.chain(alarm.map(str::to_owned)).chain([EVENT_END.to_owned(), END.to_owned()]);
    lines.for_each(|line| fold(&mut file, &line));
    file
}

/// What a calendar that follows a place is told, each time it asks: all of it anew, each under its own name for ever.
#[must_use]
pub fn feed(called: &str, occasions: &[Occasion]) -> String {
    let mut file = String::new();
    let about = [
        format!("NAME:{}", escaped(called)),
        format!("X-WR-CALNAME:{}", escaped(called)),
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H".to_owned(),
        "X-PUBLISHED-TTL:PT6H".to_owned(),
    ];
    let mut add = |line: String| fold(&mut file, &line);
    head().into_iter().chain(about).for_each(&mut add);
    for Occasion { entry, off } in occasions {
        event(entry, Some(*off)).into_iter().for_each(&mut add);
        add(EVENT_END.to_owned());
    }
    add(END.to_owned());
    file
}

const EVENT_END: &str = "END:VEVENT";
const END: &str = "END:VCALENDAR";

fn head() -> [String; 4] {
    ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bandeng//Bandeng//ZH", "METHOD:PUBLISH"]
        .map(str::to_owned)
}

/// One entry, without its end; in a feed it says whether it holds.
fn event(entry: &Entry, off: Option<bool>) -> Vec<String> {
    let status = off.map(|off| if off { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@bandeng", entry.id),
        format!("SEQUENCE:{}", entry.moved),
        format!("DTSTAMP:{}", utc(entry.now)),
        format!("DTSTART:{}", utc(entry.begins)),
        format!("DTEND:{}", utc(entry.ends)),
        format!("SUMMARY:{}", escaped(&entry.topic)),
        format!("LOCATION:{}", escaped(&entry.place)),
        format!("DESCRIPTION:{}", escaped(&entry.says)),
    ];
    lines.extend(status.map(str::to_owned));
    lines
}

fn utc(at: Millis) -> String {
    let crate::Day { year, month, day, hour, minute } = crate::civil(at - SHANGHAI);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}00Z")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a line; what is too long goes on in the next, which begins with a blank. No letter is cut in two.
fn fold(file: &mut String, line: &str) {
    let mut long = 0;
    for c in line.chars() {
        if long + c.len_utf8() > LINE {
            file.push_str("\r\n ");
            long = 1;
        }
        file.push(c);
        long += c.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(topic: &str) -> Entry {
        // 2026-09-18 19:00 in Shanghai
        let begins = 1_789_729_200_000;
        Entry {
            id: Id::from_u128(7),
            moved: 1,
            now: begins - 86_400_000,
            begins,
            ends: begins + 80 * 60_000,
            topic: topic.into(),
            place: "古樟树下，老街; 一号".into(),
            says: "一行\n两行".into(),
        }
    }

    #[test]
    fn the_day_is_told_in_utc() {
        let file = calendar(&entry("路灯"));
        assert!(file.contains("DTSTART:20260918T110000Z\r\nDTEND:20260918T122000Z\r\n"), "{file}");
        assert!(file.contains("SEQUENCE:1\r\n"));
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn a_feed_has_each_session_under_its_own_name_and_says_whether_it_holds() {
        let held = Occasion { entry: entry("路灯"), off: false };
        let off = Occasion { entry: Entry { id: Id::from_u128(8), ..entry("食堂") }, off: true };
        let file = feed("上枫村, 板凳会", &[held, off]);
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
        assert!(file.contains("X-WR-CALNAME:上枫村\\, 板凳会\r\n"), "{file}");
        let count = |line: &str| file.matches(line).count();
        assert_eq!((count("BEGIN:VEVENT\r\n"), count("END:VEVENT\r\n")), (2, 2));
        assert_eq!((count("STATUS:CONFIRMED\r\n"), count("STATUS:CANCELLED\r\n")), (1, 1));
        assert_eq!(count("UID:00000000-0000-0000-0000-000000000008@bandeng\r\n"), 1);
        // whoever subscribes says themselves when to be reminded
        assert_eq!(count("VALARM"), 0);
        assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{file}");
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        assert!(feed("空", &[]).ends_with("X-PUBLISHED-TTL:PT6H\r\nEND:VCALENDAR\r\n"));
    }

    #[test]
    fn signs_that_mean_something_are_escaped() {
        let file = calendar(&entry("灯, 路; 水\\渠"));
        assert!(file.contains("SUMMARY:灯\\, 路\\; 水\\\\渠\r\n"), "{file}");
        assert!(file.contains("DESCRIPTION:一行\\n两行\r\n"));
    }

    #[test]
    fn long_lines_are_folded_between_letters_and_are_whole_again_unfolded() {
        let topic = "北渠四百三十米清淤谁出工谁出钱".repeat(9);
        let file = calendar(&entry(&topic));
        assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{file}");
        assert!(file.replace("\r\n ", "").contains(&format!("SUMMARY:{topic}\r\n")));
    }
}
