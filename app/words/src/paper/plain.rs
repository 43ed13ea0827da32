//! The minutes as plain text: to paste into a chat, or to be read where nothing else can be.

use domain::session::{bench::Count, edition::hands};

use super::{Head, Line, Paper};
use crate::{Lang, civil, session};

/// The check code as it is read out: two groups of four, the village's first character before them.
#[must_use]
pub fn letters(village: &str, code: &str) -> String {
    let first: String = village.chars().take(1).collect();
    let (four, rest) = code.split_at_checked(4).unwrap_or((code, ""));
    [first.as_str(), four, rest]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}

/// All of it, a line each; a draft says so and has neither code nor seal.
#[must_use]
pub fn plain(paper: &Paper, head: &Head) -> String {
    let mut text = String::new();
    let mut line = |words: &str| {
        text.push_str(words);
        text.push('\n');
    };
    if head.code.is_none() {
        line("【草稿，还没定稿】");
    }
    line(&format!("{}板凳会：{}", head.village, paper.title));
    let when = paper.on.map(|on| {
        let day = civil(on);
        format!("{} 年 {} 月 {} 日 {:02}:{:02}", day.year, day.month, day.day, day.hour, day.minute)
    });
    let around: Vec<String> = when.into_iter().chain(paper.place.clone()).collect();
    line(&around.join("，"));
    if paper.came() > 0 {
        line(&came(paper));
    }
    section(&mut line, "情况", &paper.facts);
    section(&mut line, "大家的共识", &numbered(&paper.consensus));
    section(&mut line, "谁来办", &tasks(paper));
    let dissent: Vec<String> = paper.dissent.iter().map(|one| quoted(one, "")).collect();
    section(&mut line, "保留意见（原话照写）", &dissent);
    for (_, name, lines) in paper.parts() {
        let said: Vec<String> =
            lines.iter().map(|one| quoted(one, session::sort(Lang::Zh, one.sort))).collect();
        section(&mut line, &name, &said);
    }
    let counts: Vec<String> = paper.counts.iter().map(counted).collect();
    section(&mut line, "举手", &counts);
    if let Some(code) = &head.code {
        line("");
        let number = head.number.map(|number| format!("，第 {number} 号")).unwrap_or_default();
        line(&format!("当众核定{number}。校验码 {}", letters(&head.village, code)));
        line(&format!("谁都能对一对，改一个字就对不上：{}", head.address));
    }
    text
}

fn section(line: &mut impl FnMut(&str), title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    line("");
    line(&format!("【{title}】"));
    lines.iter().for_each(|words| line(words));
}

/// 到场 23 人（村民代表 11，政协委员 3），远程 2 人
fn came(paper: &Paper) -> String {
    let roles = paper.present.iter().map(|(of, count)| format!("{} {count}", super::role(*of)));
    let roles = roles.collect::<Vec<_>>().join("，");
    let remote =
        if paper.remote > 0 { format!("，远程 {} 人", paper.remote) } else { String::new() };
    format!("到场 {} 人（{roles}）{remote}", paper.came())
}

fn numbered(points: &[String]) -> Vec<String> {
    let point = |(at, words): (usize, &String)| {
        let at = super::number(u64::try_from(at + 1).unwrap_or_default());
        format!("{at}、{words}")
    };
    points.iter().enumerate().map(point).collect()
}

fn tasks(paper: &Paper) -> Vec<String> {
    let now = paper.on.unwrap_or_default();
    let task = |(at, task): (usize, &domain::session::edition::Task)| {
        let due = task.due.map(|due| format!("，{}前", Lang::Zh.date(due, now)));
        let what = task.what.trim_end_matches('。');
        format!("{}. {what}：{}{}", at + 1, task.owner, due.unwrap_or_default())
    };
    paper.tasks.iter().enumerate().map(task).collect()
}

fn quoted(line: &Line, sort: &str) -> String {
    let who = if line.who.is_empty() { "有人" } else { line.who.as_str() };
    let sort = if sort.is_empty() { String::new() } else { format!("（{sort}）") };
    let against = line.against.as_ref().map(|words| format!("（本人不认：“{words}”）"));
    let silent = if line.silent { "（问过，三天没有回话）" } else { "" };
    format!("{who}{sort}：“{}”{}{silent}", line.words, against.unwrap_or_default())
}

fn counted(count: &Count) -> String {
    let hands = hands(count).map(|(hand, n)| format!("{} {n}", session::hand(Lang::Zh, hand)));
    format!("{}（{}）", count.words, hands.join("，"))
}
