//! The day of a session, for a calendar.

use domain::session::Convened;
use domain::{Id, Millis};
use words::civil;

/// Clocks of Shanghai are so far ahead, all year.
const SHANGHAI: Millis = 8 * 60 * 60 * 1000;

/// The event (RFC 5545); nothing while no day is set.
pub(super) fn event(session: Id, convened: &Convened, now: Millis) -> Option<String> {
    let on = convened.on?;
    let lasts: Millis = convened.agenda.iter().map(domain::session::Part::lasts).sum();
    let place = convened.place.as_deref().unwrap_or_default();
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Bandeng//bandeng//ZH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@bandeng", session),
        format!("DTSTAMP:{}", utc(now)),
        format!("DTSTART:{}", utc(on)),
        format!("DTEND:{}", utc(on + lasts)),
        format!("SUMMARY:{}", escaped(&convened.title)),
        format!("LOCATION:{}", escaped(place)),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    Some(lines.iter().map(|line| folded(line)).collect())
}

/// A moment as calendars write it: 20260918T110000Z.
fn utc(at: Millis) -> String {
    let day = civil(at - SHANGHAI);
    let (month, hour) = (day.month, day.hour);
    format!("{:04}{month:02}{:02}T{hour:02}{:02}00Z", day.year, day.day, day.minute)
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

/// A line of 75 bytes at most; what is longer goes on behind a blank.
fn folded(line: &str) -> String {
    let (mut out, mut room) = (String::new(), 75);
    for letter in line.chars() {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        room -= letter.len_utf8();
        out.push(letter);
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_in_utc_and_signs_are_escaped() {
        assert_eq!(utc(1_789_729_200_000), "20260918T110000Z");
        assert_eq!(escaped("路, 灯; 会\n二"), "路\\, 灯\\; 会\\n二");
        let long = folded(&format!("SUMMARY:{}", "长".repeat(60)));
        assert!(long.split("\r\n").all(|line| line.len() <= 75));
    }
}
