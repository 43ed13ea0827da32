//! Figures, days and times in a text as they are read aloud: 2026 年 9 月 18 日 is 二〇二六年九月十八日, 60% is 百分之六十.

use super::figures::{chinese, digits};

/// The text without a figure in it.
pub(super) fn spoken(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut said = String::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let latin = at.checked_sub(1).is_some_and(|before| chars[before].is_ascii_alphabetic());
        if c.is_ascii_digit() {
            let (words, next) = figure(&chars, at, latin);
            said.push_str(&words);
            at = next;
        } else {
            // a space serves the eye beside a figure, and the breath between words
            let beside = |at: Option<usize>| {
                at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit)
            };
            if c != ' ' || !beside(at.checked_sub(1)) && !beside(Some(at + 1)) {
                said.push(c);
            }
            at += 1;
        }
    }
    said
}

/// A code, a letter and a digit at a time.
pub(super) fn spelled(code: &str) -> String {
    let groups: Vec<String> = code
        .split_whitespace()
        .map(|group| {
            let signs: Vec<String> = group.chars().map(|c| digits(&c.to_string())).collect();
            signs.join(" ")
        })
        .collect();
    groups.join("，")
}

/// A figure that begins at `from`, in words, and where what follows begins.
fn figure(chars: &[char], from: usize, latin: bool) -> (String, usize) {
    let (first, mut at) = number(chars, from);
    let follows = |at: usize| chars[at..].iter().copied().find(|c| *c != ' ');
    // 5G and A4 are no amounts
    if latin || chars.get(at).is_some_and(char::is_ascii_alphabetic) {
        return (digits(&first), at);
    }
    if let Some((words, at)) = day(chars, &first, at).or_else(|| clock(chars, &first, at)) {
        return (words, at);
    }
    if follows(at) == Some('年') && first.len() == 4
        || first.len() > 1 && first.starts_with('0') && !first.contains('.')
    {
        return (digits(&first), at);
    }
    let mut words = amount(&first);
    match chars.get(at) {
        Some('%' | '％') => return (format!("百分之{words}"), at + 1),
        // 3/5/8 元, 60–70
        Some(mark @ ('/' | '-' | '–' | '~' | '～'))
            if chars.get(at + 1).is_some_and(char::is_ascii_digit) =>
        {
            words.push_str(if *mark == '/' { "、" } else { "到" });
            at += 1;
        }
        Some(_) | None => {}
    }
    let ordinal = chars[..from].iter().rev().find(|c| **c != ' ') == Some(&'第');
    if words == "二"
        && !ordinal
        && follows(at).is_some_and(|c| "个人户盏处条块年天小件家位幢亩次张".contains(c))
    {
        words = "两".into();
    }
    (words, at)
}

/// Digits with their thousands and their point: 1,236 and 3.5.
fn number(chars: &[char], from: usize) -> (String, usize) {
    let mut text = String::new();
    let mut at = from;
    while let Some(c) = chars.get(at) {
        let next_is_digit = chars.get(at + 1).is_some_and(char::is_ascii_digit);
        let thousand =
            *c == ',' && (1..=3).all(|n| chars.get(at + n).is_some_and(char::is_ascii_digit));
        match c {
            c if c.is_ascii_digit() => text.push(*c),
            '.' if next_is_digit => text.push('.'),
            ',' if thousand => {}
            _ => break,
        }
        at += 1;
    }
    (text, at)
}

/// 2026.11.15, which is a day and no amount.
fn day(chars: &[char], first: &str, at: usize) -> Option<(String, usize)> {
    let dotted: Vec<&str> = first.split('.').collect();
    let dashed: Vec<String>;
    let (parts, at) = if let [year, month, day] = dotted[..] {
        ([year, month, day], at)
    } else {
        if first.len() != 4 || !matches!(chars.get(at), Some('-' | '/')) {
            return None;
        }
        let (month, to) = number(chars, at + 1);
        if chars.get(to) != chars.get(at) {
            return None;
        }
        let (day, to) = number(chars, to + 1);
        dashed = vec![month, day];
        ([first, &dashed[0], &dashed[1]], to)
    };
    let [year, month, day] = parts;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    let real = year.len() == 4 && (1..=12).contains(&month) && (1..=31).contains(&day);
    real.then(|| (format!("{}年{}月{}日", digits(year), chinese(month), chinese(day)), at))
}

/// 19:00 is 十九点, 6:30 is 六点三十分.
fn clock(chars: &[char], first: &str, at: usize) -> Option<(String, usize)> {
    let colon = matches!(chars.get(at), Some(':' | '：'));
    let minutes: String = chars.get(at + 1..at + 3)?.iter().collect();
    let hour: u64 = first.parse().ok().filter(|hour| colon && *hour < 25 && first.len() < 3)?;
    let minute: u64 = minutes.parse().ok().filter(|minute| *minute < 60)?;
    if chars.get(at + 3).is_some_and(char::is_ascii_digit) {
        return None;
    }
    let hour = if hour == 2 { "两".into() } else { chinese(hour) };
    let minute = match minute {
        0 => String::new(),
        1..=9 => format!("零{}分", chinese(minute)),
        _ => format!("{}分", chinese(minute)),
    };
    Some((format!("{hour}点{minute}"), at + 3))
}

fn amount(text: &str) -> String {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let whole = whole.parse().map_or_else(|_| digits(whole), chinese);
    if rest.is_empty() {
        whole
    } else {
        format!("{whole}点{}", digits(rest).replace('〇', "零"))
    }
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn days_and_hours_are_said() {
        assert_eq!(
            spoken("2026 年 9 月 18 日 19:00，在樟树下"),
            "二〇二六年九月十八日十九点，在樟树下"
        );
        assert_eq!(
            spoken("2026.11.15 前，早上 6:30、2:05"),
            "二〇二六年十一月十五日前，早上六点三十分、两点零五分"
        );
        assert_eq!(spoken("2027-03-31 前"), "二〇二七年三月三十一日前");
    }

    #[test]
    fn amounts_are_said() {
        assert_eq!(
            spoken("412 户 1,236 人，宽 3.5 米，补 60%"),
            "四百一十二户一千二百三十六人，宽三点五米，补百分之六十"
        );
        assert_eq!(
            spoken("3/5/8 元，60-70 岁，2 个人，12 盏"),
            "三、五、八元，六十到七十岁，两个人，十二盏"
        );
        assert_eq!(spoken("第 2 次，2 小时"), "第二次，两小时");
        assert_eq!(
            spoken("新班子 新蓝图，打 05712345678 或 5G"),
            "新班子 新蓝图，打〇五七一二三四五六七八或五G"
        );
    }
}
