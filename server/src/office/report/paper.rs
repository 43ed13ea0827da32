//! A report as a paper that a leader can sign.

use domain::burden::Sum;
use domain::figures::{Figure, Part, Told};
use domain::report::{Piece, Preview, Sort};
use words::{Lang, session};

use super::sat::{Sat, Sealed};
use super::{Report, Span};
use crate::pages::role_of;
use crate::papers::{Answer, Block, Fact, Paper, Said, Signature};

/// The paper.
pub(crate) fn paper(report: &Report) -> Paper {
    let Report { lang, district, period, made, span, .. } = report;
    let says = lang.words().report();
    let mut blocks = opening(report);
    let mut under = |heading: &str, empty: &str, within: Vec<Block>| {
        blocks.push(Block::Heading(heading.to_owned()));
        if within.is_empty() {
            blocks.push(Block::Paragraph(empty.to_owned()));
        }
        blocks.extend(within);
    };
    let sat = report.sat.iter().map(|sat| Block::Item(session_of(sat, *lang)));
    under(says.sessions, says.no_sessions, sat.collect());
    under(says.figures, "", figures(report));
    under(says.reasons, says.no_reasons, reasons(report));
    under(says.stories, says.no_stories, stories(report));
    under(says.owed, says.no_owed, owed(report));
    let ahead = |(on, place, title): &(i64, String, String)| {
        Block::Item((says.ahead)(place, &lang.date(*on, 0), title))
    };
    under(says.next, says.no_next, report.next.iter().map(ahead).collect());
    let sign = Signature { role: says.signs.to_owned(), name: None, on: None };
    blocks.push(Block::Signatures(vec![sign]));
    let [label, room] = says.signed_on.map(str::to_owned);
    blocks.push(Block::Facts(vec![Fact { label, text: room }]));
    Paper {
        lang: *lang,
        head: (says.head)(district),
        number: None,
        issuer: (says.issuer)(district),
        issued: *made,
        series: String::new(),
        until: None,
        title: (says.title)(*period),
        blocks,
        draft: *made < span.until,
        seal: None,
        door: None,
        copies: None,
    }
}

fn opening(report: &Report) -> Vec<Block> {
    let Report { lang, figures, made, .. } = report;
    let says = lang.words().report();
    let Span { from, until } = report.span;
    let days = (lang.date(from, 0), lang.date(until - 1, 0));
    let counts = [
        figures.count(Figure::Sessions, "held"),
        figures.all(Figure::Issues),
        figures.all(Figure::Advice),
        figures.count(Figure::Actions, "done"),
    ];
    let mut blocks = vec![Block::Paragraph((says.opening)((&days.0, &days.1), counts))];
    if *made < until {
        blocks.push(Block::Paragraph((says.so_far)(&lang.date(*made, 0))));
    }
    blocks.push(Block::Paragraph(says.without.to_owned()));
    blocks
}

fn session_of(sat: &Sat, lang: Lang) -> String {
    let says = lang.words().report();
    let told = |present: Option<&str>| {
        (says.session)(&sat.place, &lang.date(sat.on, 0), &sat.title, present)
    };
    match &sat.sealed {
        None => told(None) + says.unsealed,
        Some(sealed) => {
            let present = present(sealed, lang);
            told(Some(&present)) + &(says.came)(sealed.agreed, sealed.tasks, sealed.done)
        }
    }
}

/// 村民代表 11 人，政协委员 3 人，远程 2 人
fn present(sealed: &Sealed, lang: Lang) -> String {
    let edition = lang.words().edition();
    let roles = sealed.present.iter().map(|(role, n)| (edition.count)(role_of(lang, *role), *n));
    let remote = (sealed.remote > 0).then(|| (edition.remote)(sealed.remote));
    roles.chain(remote).collect::<Vec<_>>().join(lang.words().report().between)
}

/// Each figure behind its name with its parts, as the desk tells it, and after them what they count.
fn figures(report: &Report) -> Vec<Block> {
    let (lang, figures) = (report.lang, &report.figures);
    let (says, desk) = (lang.words().report(), lang.words().figures());
    let told = figures.told.iter().map(|told| {
        let text = match (told.few, told.all) {
            (true, _) => desk.few.to_owned(),
            (false, 0) => desk.nothing.to_owned(),
            (false, _) => (says.figure)(&(desk.says)(told), &parts(told, lang)),
        };
        let cancelled = figures.cancelled.cast_unsigned();
        let off = told.figure == Figure::Sessions && cancelled > 0;
        let text = if off { text + &(says.cancelled)(cancelled) } else { text };
        Fact { label: (desk.name)(told.figure).to_owned(), text }
    });
    let cost = figures.burden.iter().map(|sum| cost(sum, lang)).collect::<Vec<_>>();
    let cost = if cost.is_empty() { says.no_cost.to_owned() } else { cost.join(says.apart) };
    let cost = Fact { label: says.burden.to_owned(), text: cost };
    let means = Figure::ALL.map(|figure| (says.means)((desk.name)(figure), (desk.means)(figure)));
    let means = Block::Paragraph(format!("{}{}", says.counted, means.concat()));
    vec![Block::Facts(told.chain([cost]).collect()), means]
}

/// 采纳 18，部分采纳 8
fn parts(told: &Told, lang: Lang) -> String {
    let words = lang.words();
    let part = |one: &Part| format!("{} {}", words.figure_part(told.figure, &one.part), one.count);
    told.parts.iter().map(part).collect::<Vec<_>>().join(words.report().between)
}

fn cost(sum: &Sum, lang: Lang) -> String {
    let mean = |all: u32| (all + sum.times / 2) / sum.times.max(1);
    let task = (lang.words().office().task)(sum.task);
    (lang.words().report().cost)(task, sum.times, mean(sum.fields), mean(sum.seconds))
}

fn reasons(report: &Report) -> Vec<Block> {
    let (reasons, more) = &report.reasons;
    let answers = reasons.iter().map(|one| Answer {
        verdict: one.verdict,
        advice: one.advice.clone(),
        reason: one.why.clone(),
    });
    let answers: Vec<Answer> = answers.collect();
    let mut blocks = Vec::new();
    if !answers.is_empty() {
        blocks.push(Block::Answers(answers));
    }
    if *more > 0 {
        blocks.push(Block::Paragraph((report.lang.words().report().more)(*more)));
    }
    blocks
}

fn stories(report: &Report) -> Vec<Block> {
    let says = report.lang.words().report();
    let mut blocks = Vec::new();
    for (place, story) in &report.stories {
        blocks.push(Block::Item((says.story)(place, &story.title)));
        blocks.extend(story.told.iter().cloned().map(Block::Paragraph));
    }
    if !blocks.is_empty() {
        blocks.push(Block::Paragraph(says.chosen.to_owned()));
    }
    blocks
}

fn owed(report: &Report) -> Vec<Block> {
    let says = report.lang.words().report();
    if report.owed.is_empty() {
        return Vec::new();
    }
    let day = report.lang.date(report.made, 0);
    let first = Block::Paragraph((says.owed_on)(&day));
    let debt = report.lang.words().waits().debt;
    let rows = report.owed.iter().map(|(place, owing)| {
        let row = owing.iter().map(|(sort, count)| format!("{} {count}", debt(*sort)));
        Block::Item((says.owing)(place, &row.collect::<Vec<_>>().join(says.between)))
    });
    std::iter::once(first).chain(rows).collect()
}

/// The same paper, to be read on a screen first.
pub(crate) fn preview(paper: &Paper) -> Preview {
    let words = paper.lang.words().papers();
    let piece = |sort, text: &str| Piece { sort, label: None, text: text.to_owned() };
    let mut pieces = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Heading(text) => pieces.push(piece(Sort::Heading, text)),
            Block::Paragraph(text) => pieces.push(piece(Sort::Paragraph, text)),
            Block::Item(text) => pieces.push(piece(Sort::Item, text)),
            Block::Statement(Said { speaker, text }) | Block::Dissent(Said { speaker, text }) => {
                pieces.push(piece(Sort::Item, &(words.said)(speaker, text)));
            }
            Block::Answers(answers) => pieces.extend(answers.iter().map(|answer| {
                let given = session::verdict(paper.lang, answer.verdict);
                let text = (words.answer)(given, &answer.advice, answer.reason.as_deref());
                piece(Sort::Item, &text)
            })),
            Block::Actions(actions) => {
                pieces.extend(actions.iter().map(|action| piece(Sort::Item, &action.what)));
            }
            Block::Facts(facts) => pieces.extend(facts.iter().map(|fact| {
                let label = Some(fact.label.clone());
                Piece { label, ..piece(Sort::Fact, &fact.text) }
            })),
            Block::Signatures(places) => pieces.extend(places.iter().map(|place| {
                let label = Some((words.signs)(&place.role));
                Piece { label, ..piece(Sort::Sign, "") }
            })),
        }
    }
    let (head, title) = (paper.head.clone(), paper.title.clone());
    Preview { head, title, draft: paper.draft, pieces }
}
