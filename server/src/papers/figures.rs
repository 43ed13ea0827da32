//! Figures as papers number things and days: 一、 （十二） 2026.11.15.

use domain::Millis;
use words::{Day, Lang, civil};

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A heading's number or an item's, with the marks around it.
pub(super) fn counted(lang: Lang, n: usize, heading: bool) -> String {
    match (lang, heading) {
        (Lang::Zh, true) => format!("{}、", chinese(n as u64)),
        (Lang::Zh, false) => format!("（{}）", chinese(n as u64)),
        (Lang::En, true) => format!("{n}. "),
        (Lang::En, false) => format!("({n}) "),
    }
}

/// A day for a narrow column.
pub(super) fn dotted(lang: Lang, at: Millis) -> String {
    let Day { year, month, day, .. } = civil(at);
    match lang {
        Lang::Zh => format!("{year}.{month}.{day}"),
        Lang::En => lang.date(at, 0),
    }
}

/// A number as it is said: 六百二十, 一千二百三十六, 十万零五百.
pub(super) fn chinese(n: u64) -> String {
    let units = [(100_000_000, '亿'), (10_000, '万'), (1000, '千'), (100, '百'), (10, '十')];
    let Some((size, unit)) = units.into_iter().find(|(size, _)| n >= *size) else {
        return DIGITS[usize::try_from(n).unwrap_or(0) % 10].to_string();
    };
    let (many, rest) = (n / size, n % size);
    // 十二, and not 一十二, where nothing stands before it
    let many = if n < 20 { String::new() } else { within(many) };
    let zero = if rest > 0 && rest < size / 10 { "零" } else { "" };
    let rest = if rest == 0 { String::new() } else { within(rest) };
    format!("{many}{unit}{zero}{rest}")
}

/// The same with something before it: 一百一十二.
fn within(n: u64) -> String {
    let said = chinese(n);
    if (10..20).contains(&n) { format!("一{said}") } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_said_as_people_say_it() {
        let said: Vec<_> =
            [0, 2, 10, 12, 20, 36, 101, 110, 112, 620, 1005, 1236, 10_500, 520_000, 100_010_000]
                .map(chinese)
                .to_vec();
        let expected = "零 二 十 十二 二十 三十六 一百零一 一百一十 一百一十二 六百二十 一千零五 一千二百三十六 一万零五百 五十二万 一亿零一万";
        assert_eq!(said.join(" "), expected);
    }
}
