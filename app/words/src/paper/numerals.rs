//! Figures as they are said aloud: 12 盏 is 十二盏, 2026 年 is 二〇二六年, 19:00 is 晚上七点.

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
/// Before these, two things are 两 and not 二.
const COUNTED: &str = "个人条盏处件户次天年块元米里吨种位家辆台张座间步遍批项句分周";

/// A number as it is counted: 12 is 十二, 105 is 一百零五.
#[must_use]
pub fn number(n: u64) -> String {
    let mut told = String::new();
    for (unit, name) in [(100_000_000, "亿"), (10_000, "万")] {
        if n >= unit {
            let rest = n % unit;
            told = number(n / unit) + name;
            if rest > 0 {
                // a hole is named: 10,050 is 一万零五十
                let hole = if rest < unit / 10 { "零" } else { "" };
                let rest = thousands(rest, true);
                told = told + hole + &rest;
            }
            return told;
        }
    }
    told += &thousands(n, false);
    told
}

/// Below ten thousand; `inside` a larger number ten is 一十.
fn thousands(n: u64, inside: bool) -> String {
    if n >= 10_000 {
        return number(n);
    }
    if n == 0 {
        return DIGITS[0].to_owned();
    }
    let mut told = String::new();
    let mut hole = false;
    let mut rest = n;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = rest / unit;
        rest %= unit;
        if digit == 0 {
            hole = !told.is_empty();
            continue;
        }
        if hole {
            told += DIGITS[0];
            hole = false;
        }
        // 十二, not 一十二
        if !(unit == 10 && digit == 1 && told.is_empty() && !inside) {
            told += DIGITS[usize::try_from(digit).unwrap_or_default().min(9)];
        }
        told += name;
    }
    told
}

/// Each digit by itself, as years and telephones are said.
fn by_digits(digits: &str) -> String {
    let one = |c: char| match c.to_digit(10) {
        Some(0) => "〇",
        Some(digit) => DIGITS[usize::try_from(digit).unwrap_or_default()],
        None => "",
    };
    digits.chars().map(one).collect()
}

/// An hour and a minute by the clock that people live by.
pub(super) fn clock(hour: u32, minute: u32) -> String {
    let time = match hour {
        0..=5 => "凌晨",
        6..=8 => "早上",
        9..=11 => "上午",
        12 => "中午",
        13..=17 => "下午",
        _ => "晚上",
    };
    let twelve = if hour > 12 { hour - 12 } else { hour };
    let twelve = if twelve == 2 { "两".to_owned() } else { number(twelve.into()) };
    match minute {
        0 => format!("{time}{twelve}点"),
        30 => format!("{time}{twelve}点半"),
        1..=9 => format!("{time}{twelve}点零{}分", number(minute.into())),
        _ => format!("{time}{twelve}点{}分", number(minute.into())),
    }
}

/// A text with all its figures as they are said, and without the blanks around them.
#[must_use]
pub fn spoken(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if !first.is_ascii_digit() {
            told.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        // the blank before a figure is for the eye
        if told.ends_with(' ') {
            told.pop();
        }
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        let (said, left) = figure(digits, after);
        told.push_str(&said);
        rest = left;
    }
    told
}

/// One figure, and what is left of the text behind it.
fn figure<'a>(digits: &str, after: &'a str) -> (String, &'a str) {
    let leading = |text: &'a str| {
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        text.split_at(end)
    };
    if let Some((minutes, left)) = after.strip_prefix(':').map(leading)
        && let (Ok(hour), Ok(minute)) = (digits.parse(), minutes.parse())
        && minutes.len() == 2
        && hour < 25
        && minute < 60
    {
        return (clock(hour, minute), closer(left));
    }
    if let Some((behind, left)) = after.strip_prefix('.').map(leading)
        && !behind.is_empty()
    {
        let said = format!("{}点{}", whole(digits), by_digits(behind).replace('〇', "零"));
        return percent(said, left);
    }
    let left = closer(after);
    let next = left.chars().next();
    if let Some(to) = left.strip_prefix(['-', '–', '~', '—'])
        && to.starts_with(|c: char| c.is_ascii_digit())
    {
        let (second, behind) = leading(to);
        let (said, behind) = figure(second, behind);
        return (format!("{}到{said}", whole(digits)), behind);
    }
    if digits.len() == 4 && next == Some('年') {
        return (by_digits(digits), left);
    }
    if digits == "2" && next.is_some_and(|c| COUNTED.contains(c)) {
        return ("两".to_owned(), left);
    }
    percent(whole(digits), left)
}

/// The blank behind a figure, too, is for the eye; before letters it parts words.
fn closer(after: &str) -> &str {
    let next =
        after.strip_prefix(' ').filter(|next| !next.starts_with(|c: char| c.is_ascii_alphabetic()));
    next.unwrap_or(after)
}

fn percent(said: String, left: &str) -> (String, &str) {
    match left.strip_prefix('%') {
        Some(left) => (format!("百分之{said}"), closer(left)),
        None => (said, closer(left)),
    }
}

/// A run of digits: a number, or digits one by one where it begins with 0 or is too long to be one.
fn whole(digits: &str) -> String {
    let long = digits.len() > 6 || (digits.len() > 1 && digits.starts_with('0'));
    match digits.parse() {
        Ok(n) if !long => number(n),
        _ => by_digits(digits).replace('〇', "零"),
    }
}

#[cfg(test)]
mod tests {
    use super::{number, spoken};

    #[test]
    fn numbers_are_counted_as_people_count() {
        let told = [0, 7, 10, 12, 20, 105, 110, 430, 1050, 1236, 10_050, 52_000, 520_000];
        assert_eq!(
            told.map(number),
            [
                "零",
                "七",
                "十",
                "十二",
                "二十",
                "一百零五",
                "一百一十",
                "四百三十",
                "一千零五十",
                "一千二百三十六",
                "一万零五十",
                "五万二千",
                "五十二万"
            ]
        );
    }

    #[test]
    fn figures_in_a_text_are_said_and_not_spelled() {
        let says = |text: &str, said: &str| assert_eq!(spoken(text), said);
        says("学校段装 12 盏太阳能路灯。", "学校段装十二盏太阳能路灯。");
        says("先装 2 盏，2 号再说。", "先装两盏，二号再说。");
        says("2025 年收入 52.6 万元", "二〇二五年收入五十二点六万元");
        says("材料费补 60%，10 月底前报。", "材料费补百分之六十，十月底前报。");
        says("19:00 开会，20:05 散", "晚上七点开会，晚上八点零五分散");
        says("6–8 个人，14:30", "六到八个人，下午两点半");
        says("电话 13800001234", "电话一三八零零零零一二三四");
    }
}
