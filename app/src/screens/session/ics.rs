//! A day for the phone's calendar, as RFC 5545 writes it: UTC, folded, and so plain that every calendar reads it.

use domain::{Id, Millis};

/// Eight hours: what Shanghai is ahead of UTC.
const SHANGHAI: Millis = 8 * 60 * 60 * 1000;
/// The longest line, in bytes, without its end.
const LINE: usize = 75;

/// What stands in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) id: Id,
    /// How often it was moved: a calendar takes the newest.
    pub(super) moved: usize,
    /// When it is written.
    pub(super) now: Millis,
    pub(super) begins: Millis,
    pub(super) ends: Millis,
    pub(super) topic: String,
    pub(super) place: String,
    pub(super) says: String,
}

/// The whole file.
pub(super) fn calendar(entry: &Entry) -> String {
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Bandeng//Bandeng//ZH".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@bandeng", entry.id),
        format!("SEQUENCE:{}", entry.moved),
        format!("DTSTAMP:{}", utc(entry.now)),
        format!("DTSTART:{}", utc(entry.begins)),
        format!("DTEND:{}", utc(entry.ends)),
        format!("SUMMARY:{}", escaped(&entry.topic)),
        format!("LOCATION:{}", escaped(&entry.place)),
        format!("DESCRIPTION:{}", escaped(&entry.says)),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:-PT2H".to_owned(),
        format!("DESCRIPTION:{}", escaped(&entry.topic)),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    let mut file = String::new();
    for line in lines {
        fold(&mut file, &line);
    }
    file
}

fn utc(at: Millis) -> String {
    let words::Day { year, month, day, hour, minute } = words::civil(at - SHANGHAI);
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
