//! The minutes as they stand on a page: a heading, and under it one block after the other.

use domain::session::{Duty, edition::hands};

use super::{Head, Line, Paper, number};
use crate::{Lang, civil, session};

/// One thing on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// 一、情况通报
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Something that was said: who, the words, and what is to be known of them.
    Said(String, String, Option<String>),
    /// The same, dissenting.
    Dissent(String, String, Option<String>),
    /// A task: what, who, by when.
    Task([String; 3]),
}

/// The names over the columns of the tasks.
pub const COLUMNS: [&str; 3] = ["事项", "谁来办", "时限"];

/// What stands over the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Top {
    /// 草稿, on what is not sealed.
    pub draft: Option<&'static str>,
    /// 上枫村协商纪要
    pub name: String,
    /// 第 9 号
    pub number: String,
    /// 上枫村村民委员会
    pub whose: String,
    /// 2026 年 9 月 19 日
    pub day: String,
}

/// What stands over the page.
#[must_use]
pub fn top(head: &Head) -> Top {
    let day = civil(head.at);
    let number = match (&head.code, head.number) {
        (None, _) => String::new(),
        (Some(_), None) => "送达后编号".to_owned(),
        (Some(_), Some(number)) => format!("〔{}〕第 {number} 号", day.year),
    };
    Top {
        draft: head.code.is_none().then_some("草稿"),
        name: format!("{}协商纪要", head.village),
        number,
        whose: format!("{}村民委员会", head.village.trim_end_matches('村').to_owned() + "村"),
        day: format!("{} 年 {} 月 {} 日", day.year, day.month, day.day),
    }
}

/// What stands under the check code.
#[must_use]
pub fn below(head: &Head) -> Vec<String> {
    let Some(code) = &head.code else { return Vec::new() };
    vec![
        format!("校验码：{}", super::letters(&head.village, code)),
        format!("谁都能对一对：{}", head.address),
    ]
}

/// All blocks, in order. On a draft nobody's silence counts yet.
#[must_use]
pub fn blocks(paper: &Paper, sealed: bool) -> Vec<Block> {
    let mut page = Page { blocks: vec![Block::Text(opening(paper))], headings: 0 };
    page.part("情况通报", paper.facts.iter().cloned().map(Block::Text).collect());
    for (_, name, lines) in paper.parts() {
        let name = if name.is_empty() { "大家说的".to_owned() } else { name };
        page.part(&name, lines.iter().map(|line| said(line, sealed)).collect());
    }
    let counted = |count| {
        let hands = hands(count).map(|(hand, n)| format!("{} {n}", session::hand(Lang::Zh, hand)));
        Block::Text(format!("{}　{}", count.words, hands.join("，")))
    };
    page.part("举手", paper.counts.iter().map(counted).collect());
    page.part("保留意见", paper.dissent.iter().map(|line| dissent(line, sealed)).collect());
    let point = |(at, words): (usize, &String)| {
        Block::Text(format!("（{}）{words}", number(u64::try_from(at + 1).unwrap_or_default())))
    };
    page.part("大家的共识", paper.consensus.iter().enumerate().map(point).collect());
    let now = paper.on.unwrap_or_default();
    let task = |task: &domain::session::edition::Task| {
        let due = task.due.map_or_else(|| "没定".to_owned(), |due| Lang::Zh.date(due, now));
        Block::Task([task.what.clone(), task.owner.clone(), due])
    };
    page.part("谁来办", paper.tasks.iter().map(task).collect());
    if paper.came() > 0 {
        page.part("到场", vec![Block::Text(came(paper))]);
    }
    page.blocks
}

struct Page {
    blocks: Vec<Block>,
    headings: u64,
}

impl Page {
    /// A heading with what belongs to it; nothing where there is nothing.
    fn part(&mut self, name: &str, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.headings += 1;
            self.blocks.push(Block::Heading(format!("{}、{name}", number(self.headings))));
            self.blocks.extend(blocks);
        }
    }
}

fn opening(paper: &Paper) -> String {
    let when = paper.on.map(|on| {
        let day = civil(on);
        let (year, month, of, hour) = (day.year, day.month, day.day, day.hour);
        format!("{year} 年 {month} 月 {of} 日 {hour:02}:{:02}，", day.minute)
    });
    let place = paper.place.as_deref().map(|place| format!("在{place}")).unwrap_or_default();
    let duty = |duty, verb: &str| {
        let holder = paper.duties.iter().find(|(of, _)| *of == duty);
        holder.map(|(_, name)| format!("{name}{verb}")).unwrap_or_default()
    };
    let duties = [duty(Duty::Host, "主持"), duty(Duty::Recorder, "记录")];
    let duties: Vec<String> = duties.into_iter().filter(|words| !words.is_empty()).collect();
    let led = if duties.is_empty() { String::new() } else { format!("{}。", duties.join("，")) };
    let when = when.unwrap_or_default();
    format!("{when}{place}开板凳会，就“{}”坐下来谈。{led}纪要如下：", paper.title)
}

fn came(paper: &Paper) -> String {
    let roles = paper.present.iter().map(|(of, count)| format!("{} {count} 人", super::role(*of)));
    let remote =
        if paper.remote > 0 { format!("，电话里 {} 人", paper.remote) } else { String::new() };
    let names = if paper.people.is_empty() {
        String::new()
    } else {
        format!("：{}", paper.people.join("、"))
    };
    format!("{}{remote}{names}。", roles.collect::<Vec<_>>().join("、"))
}

fn notes(line: &Line, sealed: bool) -> Option<String> {
    match (&line.against, line.silent) {
        (Some(words), _) => Some(format!("本人不认：“{words}”")),
        (None, true) if sealed => Some("问过，三天没有回话".to_owned()),
        (None, true) => Some("还没核".to_owned()),
        (None, false) => None,
    }
}

fn said(line: &Line, sealed: bool) -> Block {
    let sort = session::sort(Lang::Zh, line.sort);
    let who = if line.who.is_empty() { sort.to_owned() } else { format!("{} {sort}", line.who) };
    Block::Said(who, line.words.clone(), notes(line, sealed))
}

fn dissent(line: &Line, sealed: bool) -> Block {
    Block::Dissent(line.who.clone(), line.words.clone(), notes(line, sealed))
}
