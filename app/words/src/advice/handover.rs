//! 交办单 as plain text: each piece of advice with its answer and the reason, and who does what by when.

use domain::{Millis, follow::Section, session::Verdict};

use crate::{Lang, civil, follow, session};

/// All that stands on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handover {
    /// The village.
    pub village: String,
    /// The topic of the session.
    pub title: String,
    /// When people sat.
    pub on: Option<Millis>,
    /// Where.
    pub place: Option<String>,
    /// What was advised, with its answers.
    pub items: Vec<Item>,
    /// Who does what: what comes of the advice, and what was promised.
    pub jobs: Vec<Job>,
}

/// A piece of advice with its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Whose, and the words; those that say the same behind the first.
    pub voices: Vec<(String, String)>,
    /// The answer; nothing while there is none.
    pub verdict: Option<Verdict>,
    /// Why.
    pub why: Option<String>,
    /// What is done.
    pub action: Option<String>,
    /// What the blueprint says, and where.
    pub line: Option<(Section, String)>,
    /// Nothing more comes of it.
    pub ends: bool,
}

/// Something that is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Job {
    /// What.
    pub what: String,
    /// Who does it.
    pub owner: Option<String>,
    /// Who helps.
    pub partners: Option<String>,
    /// By when.
    pub due: Option<Millis>,
    /// How one can tell.
    pub criterion: Option<String>,
    /// Where the money comes from.
    pub money: Option<String>,
}

/// All of it, a line each; in Chinese, as what people said is.
#[must_use]
pub fn handover(paper: &Handover) -> String {
    let mut lines = vec![format!("{}板凳会交办单：{}", paper.village, paper.title)];
    let around: Vec<String> = paper.on.map(day).into_iter().chain(paper.place.clone()).collect();
    if !around.is_empty() {
        lines.push(around.join("，"));
    }
    lines.push(tally(&paper.items));
    if !paper.items.is_empty() {
        lines.extend([String::new(), "【答复】".to_owned()]);
        lines.extend(paper.items.iter().enumerate().flat_map(item));
    }
    if !paper.jobs.is_empty() {
        lines.extend([String::new(), "【谁来办】".to_owned()]);
        lines.extend(paper.jobs.iter().enumerate().flat_map(job));
    }
    lines.join("\n") + "\n"
}

fn day(at: Millis) -> String {
    let day = civil(at);
    format!("{} 年 {} 月 {} 日", day.year, day.month, day.day)
}

/// 共 14 条建议：采纳 7 条，部分采纳 2 条
fn tally(items: &[Item]) -> String {
    let of = |verdict: Option<Verdict>| items.iter().filter(|item| item.verdict == verdict).count();
    let each = Verdict::ALL.map(|verdict| (session::verdict(Lang::Zh, verdict), of(Some(verdict))));
    let each = each.into_iter().chain([("还没答复", of(None))]);
    let each: Vec<String> = each
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| format!("{name} {count} 条"))
        .collect();
    match each.is_empty() {
        true => "没有建议。".to_owned(),
        false => format!("共 {} 条建议：{}。", items.len(), each.join("，")),
    }
}

fn item((at, item): (usize, &Item)) -> Vec<String> {
    let mut lines = Vec::new();
    for (nth, (who, words)) in item.voices.iter().enumerate() {
        let head = if nth == 0 { format!("{}. ", at + 1) } else { "   同样说的：".to_owned() };
        lines.push(format!("{head}{who}：“{words}”"));
    }
    let verdict =
        item.verdict.map_or("还没答复", |verdict| session::verdict(Lang::Zh, verdict));
    lines.push(format!("   答复：{verdict}"));
    lines.extend(item.why.iter().map(|why| format!("   为什么：{why}")));
    lines.extend(item.action.iter().map(|what| format!("   下一步：办理事项，{what}")));
    lines.extend(item.line.iter().map(|(section, words)| {
        format!("   下一步：写入蓝图（{}），{words}", follow::section(Lang::Zh, *section))
    }));
    if item.ends {
        lines.push("   下一步：到此为止".to_owned());
    }
    lines
}

fn job((at, job): (usize, &Job)) -> Vec<String> {
    let owner = job.owner.as_deref().unwrap_or("等人认领");
    let due = job.due.map(|due| format!("，{}前", day(due))).unwrap_or_default();
    let what = job.what.trim_end_matches('。');
    let told = |name: &str, value: &Option<String>| {
        value.as_ref().map(|value| format!("   {name}：{}", value.trim_end_matches('。')))
    };
    let rest =
        [told("怎样算办成", &job.criterion), told("协办", &job.partners), told("经费", &job.money)];
    let head = format!("{}. {what}：{owner}{due}", at + 1);
    std::iter::once(head).chain(rest.into_iter().flatten()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_paper_says_who_advised_what_the_answer_and_who_does_it() {
        let asked = |who: &str, words: &str| (who.to_owned(), words.to_owned());
        let lay_by = Item {
            voices: vec![
                asked("方教授（专家）", "设三处错车道。"),
                asked("徐根土（五组）", "路太窄，会不了车。"),
            ],
            verdict: Some(Verdict::Partly),
            why: Some("先做两处，看看再说。".to_owned()),
            action: Some("两处错车道".to_owned()),
            line: Some((Section::Living, "五组路会得了车。".to_owned())),
            ends: false,
        };
        let open = Item {
            voices: vec![asked("施阿根（一组）", "食堂太贵。")], ..Item::default()
        };
        let job = Job {
            what: "两处错车道。".to_owned(),
            owner: Some("区交通局".to_owned()),
            due: crate::moment_of(2026, 12, 31, 18, 0),
            criterion: Some("会得了两辆车。".to_owned()),
            ..Job::default()
        };
        let paper = Handover {
            village: "上枫村".to_owned(),
            title: "先干哪三件".to_owned(),
            on: crate::moment_of(2026, 9, 18, 19, 0),
            place: Some("古樟树下".to_owned()),
            items: vec![lay_by, open],
            jobs: vec![job],
        };
        let expected = "\
上枫村板凳会交办单：先干哪三件
2026 年 9 月 18 日，古樟树下
共 2 条建议：部分采纳 1 条，还没答复 1 条。

【答复】
1. 方教授（专家）：“设三处错车道。”
   同样说的：徐根土（五组）：“路太窄，会不了车。”
   答复：部分采纳
   为什么：先做两处，看看再说。
   下一步：办理事项，两处错车道
   下一步：写入蓝图（人居），五组路会得了车。
2. 施阿根（一组）：“食堂太贵。”
   答复：还没答复

【谁来办】
1. 两处错车道：区交通局，2026 年 12 月 31 日前
   怎样算办成：会得了两辆车
";
        assert_eq!(handover(&paper), expected);
    }

    #[test]
    fn without_advice_it_says_so() {
        assert!(handover(&Handover::default()).contains("没有建议。"));
    }
}
