//! The minutes as a text to paste into a chat: short lines, and no name that the paper does not tell.

use super::figures::counted;
use super::paper::{Action, Block, Paper, Said};
use super::setter::bare;

/// The text.
#[must_use]
pub fn chat(paper: &Paper) -> String {
    let words = paper.lang.words().papers();
    let [_, stop] = words.stops;
    let mut lines = vec![format!("【{}】", paper.title.replace('\n', " ")), paper.series.clone()];
    if paper.seal.is_none() {
        lines.push(words.draft.to_owned());
    }
    let mut item = 0;
    for block in &paper.blocks {
        match block {
            Block::Heading(text) => {
                item = 0;
                lines.extend([String::new(), format!("▍{text}")]);
            }
            Block::Paragraph(text) => lines.extend(text.lines().map(str::to_owned)),
            Block::Item(text) => {
                item += 1;
                lines.push(format!("{}{text}", counted(paper.lang, item, true)));
            }
            Block::Statement(Said { speaker, text }) => lines.push((words.said)(speaker, text)),
            Block::Dissent(Said { speaker, text }) => {
                lines.push(String::new());
                let said = (words.said)(speaker, &(words.quoted)(text));
                lines.push((words.said)(words.dissent, &said));
            }
            Block::Answers(answers) => lines.extend(answers.iter().map(|answer| {
                let word = answer.verdict.word(paper.lang);
                let reason = answer.reason.as_deref().map(bare);
                let told = (words.answer)(word, bare(&answer.advice), reason);
                format!("· {}{}", bare(&told), stop.trim_end())
            })),
            Block::Actions(actions) => lines.extend(actions.iter().map(|action| of(paper, action))),
            Block::Facts(facts) => {
                lines.extend(facts.iter().map(|fact| (words.said)(&fact.label, &fact.text)));
            }
            // who signed is on paper
            Block::Signatures(_) => {}
        }
    }
    if let Some(seal) = &paper.seal {
        lines.extend([String::new(), (words.said)(words.code, &seal.code), seal.link.clone()]);
    }
    lines.join("\n").trim().to_owned() + "\n"
}

fn of(paper: &Paper, action: &Action) -> String {
    let words = paper.lang.words().papers();
    let by = action.by.map(|by| paper.lang.date(by, paper.issued));
    let told = (words.action)(&action.what, &action.who, action.partners.as_deref(), by.as_deref());
    format!("· {told}")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::chat;

    #[test]
    fn a_chat_gets_short_lines_and_the_code_at_the_end() {
        let text = chat(&sample::poster());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[..3],
            [
                "【新班子 新蓝图 先干哪三件】",
                "上枫村 · 2026 年第 9 次",
                "时间：2026 年 9 月 18 日 19:00"
            ]
        );
        for line in [
            "一、先修三处错车道，不拓宽整条路。",
            "保留意见：五组村民代表：“不同意先修老街再修五组路，请写进纪要。”",
            "· 停车收费请人指挥——部分采纳。理由：先试行周末；平日车少，收费不够请人。",
            "· 北渠清淤 430 米：四组牵头，区水利局协办，11 月 30 日前办好",
        ] {
            assert!(lines.contains(&line), "{line}\n{text}");
        }
        assert_eq!(
            lines[lines.len() - 2..],
            ["校验码：枫4F7K 92QM", "https://bandeng.example/v/4F7K92QM"]
        );
    }

    #[test]
    fn who_is_not_in_the_paper_is_not_in_the_chat() {
        let text = chat(&sample::poster());
        for name in ["吴国梁", "陈素琴", "王彩娣", "徐根土"] {
            assert!(!text.contains(name), "{text}");
        }
    }
}
