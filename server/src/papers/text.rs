//! A paper in words alone, to paste into a letter or a chat.

use words::session::verdict;

use super::figures::{counted, dotted};
use super::paper::{Action, Answer, Block, Paper, Said, Signature};
use super::setter::bare;

/// All that stands on the paper, a line each.
#[must_use]
pub fn text(paper: &Paper) -> String {
    let words = paper.lang.words().papers();
    let number = paper.number.clone().unwrap_or_default();
    let draft = if paper.draft { words.draft } else { "" };
    let day = paper.lang.date(paper.issued, 0);
    let mut lines = vec![
        format!("{}{number}{draft}", paper.head),
        paper.title.replace('\n', " "),
        format!("{} {day}", paper.issuer),
    ];
    let (mut heading, mut item) = (0, 0);
    for block in &paper.blocks {
        lines.extend(block_of(paper, block, &mut heading, &mut item));
    }
    lines.extend(paper.seal.iter().map(|seal| (words.said)(words.code, &seal.code)));
    lines.join("\n") + "\n"
}

fn block_of(paper: &Paper, block: &Block, heading: &mut usize, item: &mut usize) -> Vec<String> {
    let lang = paper.lang;
    let words = lang.words().papers();
    let mut numbered = |text: &str| {
        *item += 1;
        format!("{}{text}", counted(lang, *item, false))
    };
    match block {
        Block::Heading(text) => {
            (*heading, *item) = (*heading + 1, 0);
            vec![String::new(), format!("{}{text}", counted(lang, *heading, true))]
        }
        Block::Paragraph(text) => vec![text.clone()],
        Block::Item(text) => vec![numbered(text)],
        Block::Statement(Said { speaker, text }) => vec![numbered(&(words.said)(speaker, text))],
        Block::Dissent(Said { speaker, text }) => vec![(words.said)(speaker, text)],
        Block::Answers(answers) => {
            let line = |Answer { verdict: given, advice, reason }: &Answer| {
                let word = verdict(lang, *given);
                numbered(&(words.answer)(word, bare(advice), reason.as_deref()))
            };
            answers.iter().map(line).collect()
        }
        Block::Actions(actions) => actions.iter().map(|action| row(paper, action)).collect(),
        Block::Facts(facts) => {
            facts.iter().map(|fact| (words.said)(&fact.label, &fact.text)).collect()
        }
        Block::Signatures(places) => {
            let line = |Signature { role, name, on }: &Signature| {
                let day = on.map(|on| format!(" {}", lang.date(on, 0))).unwrap_or_default();
                format!("{}{}{day}", (words.signs)(role), name.as_deref().unwrap_or_default())
            };
            places.iter().map(line).collect()
        }
    }
}

/// What, who, with whom, by when.
fn row(paper: &Paper, Action { what, who, partners, by, .. }: &Action) -> String {
    let by = by
        .map_or_else(|| paper.lang.words().papers().no_day.to_owned(), |by| dotted(paper.lang, by));
    let cells = [Some(what.clone()), Some(who.clone()), partners.clone(), Some(by)];
    cells.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
