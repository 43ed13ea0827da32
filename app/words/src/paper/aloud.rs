//! The script for the village's loudspeaker: short sentences, figures as they are said, and how long it takes.

use domain::Millis;

use super::{
    Head, Paper,
    numerals::{clock, number, spoken},
};
use crate::civil;

/// A day as it is said: 九月十八日.
fn day(at: Millis) -> String {
    let when = civil(at);
    format!("{}月{}日", number(when.month.into()), number(when.day.into()))
}

/// A day with the hour.
fn moment(at: Millis) -> String {
    let when = civil(at);
    day(at) + &clock(when.hour, when.minute)
}

/// So many people or things, as they are said.
fn many(n: usize) -> String {
    if n == 2 { "两".to_owned() } else { number(u64::try_from(n).unwrap_or_default()) }
}

/// What is read over the loudspeaker, a paragraph a line.
#[must_use]
pub fn script(paper: &Paper, head: &Head) -> String {
    let mut lines = Vec::new();
    if head.code.is_none() {
        lines.push("（草稿，还没定稿，先不要广播。）".to_owned());
    }
    lines.push(format!("{}的乡亲们，请听一听。", head.village));
    lines.push(opening(paper));
    lines.extend(agreed(paper));
    lines.extend(tasks(paper));
    lines.extend(dissent(paper));
    if head.code.is_some() {
        lines.push(
            "这份纪要当众念过、核过，已经定稿，贴在公告栏里。谁有话要说，找村里的记录员。"
                .to_owned(),
        );
    }
    lines.push("大家提的话，条条都要有回音。".to_owned());
    lines.join("\n")
}

fn opening(paper: &Paper) -> String {
    let when = paper.on.map(moment).unwrap_or_default();
    let place = paper.place.as_deref().map(|place| format!("在{}", spoken(place)));
    let mut told = format!(
        "{when}，大家{}坐下来谈了一场板凳会，谈的是：{}。",
        place.unwrap_or_default(),
        spoken(&paper.title)
    );
    if paper.came() > 0 {
        told += &format!("到场{}个人", many(paper.came()));
        if paper.remote > 0 {
            told += &format!("，还有{}个人在电话里", many(paper.remote));
        }
        told.push('。');
    }
    told
}

fn agreed(paper: &Paper) -> Vec<String> {
    let count = paper.consensus.len();
    if count == 0 {
        return vec!["这一回没有谈成一致，下次接着谈。".to_owned()];
    }
    let first = format!("大家谈成了{}条。", many(count));
    let point = |(at, words): (usize, &String)| {
        let at = number(u64::try_from(at + 1).unwrap_or_default());
        format!("第{at}，{}", ended(&spoken(words)))
    };
    std::iter::once(first).chain(paper.consensus.iter().enumerate().map(point)).collect()
}

fn tasks(paper: &Paper) -> Vec<String> {
    if paper.tasks.is_empty() {
        return Vec::new();
    }
    let task = |task: &domain::session::edition::Task| {
        let by = task.due.map(|due| format!("，{}以前办好", day(due))).unwrap_or_default();
        let what = spoken(&task.what);
        format!(
            "{}，由{}来办{by}。",
            what.trim_end_matches(['。', '；', '！']),
            spoken(&task.owner)
        )
    };
    std::iter::once("谁来办，也定下来了。".to_owned()).chain(paper.tasks.iter().map(task)).collect()
}

fn dissent(paper: &Paper) -> Vec<String> {
    let line = |line: &super::Line| {
        let who = if line.who.is_empty() { "有人" } else { line.who.as_str() };
        format!("也有不同的意见，原话照念。{}说：{}", spoken(who), ended(&spoken(&line.words)))
    };
    paper.dissent.iter().map(line).collect()
}

/// A sentence with its full stop.
fn ended(words: &str) -> String {
    let words = words.trim();
    if words.ends_with(['。', '！', '？', '”', '…']) {
        words.to_owned()
    } else {
        format!("{words}。")
    }
}

/// How long it takes to read a script aloud, slowly, in seconds: about four characters a second and a breath at each
/// mark; in steps of five, as nobody reads to the second.
#[must_use]
pub fn lasts(script: &str) -> u32 {
    let hundredths = |c: char| match c {
        '。' | '！' | '？' | '\n' => 60,
        '，' | '、' | '：' | '；' => 30,
        '“' | '”' | '（' | '）' | ' ' => 0,
        _ => 25,
    };
    let all: u32 = script.chars().map(hundredths).sum();
    (all / 100).div_ceil(5).max(1) * 5
}
