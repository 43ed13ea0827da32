//! Fills a paper with what a session says: the minutes with names for those who may read them, the poster with roles.

use domain::Millis;
use domain::session::edition::Task;
use domain::session::{Duty, Seal as Pressed};
use words::paper::{Block as Part, Head, Paper as Told, blocks, letters, top};
use words::{Lang, session};

use super::{Action, Block, Fact, Paper, Said, Seal, Signature};

/// How long a poster hangs on the board: a week and a day after the seal, so that everybody passes it once.
const HANGS: Millis = 8 * 24 * 60 * 60 * 1000;

/// The minutes, for those who were there. `signed` is none for a draft.
#[must_use]
pub fn minutes(told: &Told, head: &Head, signed: Option<&Pressed>) -> Paper {
    let mut pieces = Vec::new();
    let mut tasks = Vec::new();
    for part in blocks(told, head.code.is_some()) {
        match part {
            // the table is drawn from the tasks themselves
            Part::Task(_) => tasks = told.tasks.iter().map(action).collect(),
            Part::Heading(words) => pieces.push(Block::Heading(bare(&words).to_owned())),
            Part::Text(words) => pieces.push(text(words)),
            Part::Said(speaker, words, note) => {
                pieces.push(Block::Statement(said(speaker, &words, note)))
            }
            Part::Dissent(speaker, words, note) => {
                pieces.push(Block::Dissent(said(speaker, &words, note)));
            }
        }
        if !tasks.is_empty() && !matches!(pieces.last(), Some(Block::Actions(_))) {
            pieces.push(Block::Actions(std::mem::take(&mut tasks)));
        }
    }
    pieces.push(Block::Signatures(signatures(told, signed)));
    paper(told, head, pieces)
}

/// The sheet for the notice board, for everybody.
#[must_use]
pub fn poster(told: &Told, head: &Head) -> Paper {
    let says = Lang::Zh.words().papers();
    let fact = |label: &str, text: String| Fact { label: label.to_owned(), text };
    let [when, place, who] = says.around;
    let mut around = Vec::new();
    around.extend(told.on.map(|on| fact(when, Lang::Zh.moment(on, 0))));
    around.extend(told.place.clone().map(|words| fact(place, words)));
    if told.came() > 0 {
        around.push(fact(who, present(told)));
    }
    let mut pieces = vec![Block::Facts(around)];
    if !told.consensus.is_empty() {
        pieces.push(Block::Heading(says.consensus.to_owned()));
        pieces.extend(told.consensus.iter().cloned().map(Block::Item));
    }
    let dissent = told.dissent.iter();
    pieces.extend(dissent.map(|line| {
        let (speaker, text) = (line.who.clone(), line.words.clone());
        Block::Dissent(Said { speaker, text })
    }));
    if !told.tasks.is_empty() {
        pieces.push(Block::Heading(says.tasks.to_owned()));
        pieces.push(Block::Actions(told.tasks.iter().map(action).collect()));
    }
    Paper {
        until: Some(head.at + HANGS).filter(|_| head.code.is_some()),
        ..paper(told, head, pieces)
    }
}

fn paper(told: &Told, head: &Head, blocks: Vec<Block>) -> Paper {
    let over = top(head);
    let seal = head
        .code
        .as_ref()
        .map(|code| Seal { code: letters(&head.village, code), link: head.address.clone() });
    Paper {
        lang: Lang::Zh,
        head: over.name,
        number: seal.is_some().then_some(over.number),
        issuer: over.whose,
        issued: head.at,
        series: head.village.clone(),
        until: None,
        title: told.title.clone(),
        blocks,
        seal,
        copies: None,
    }
}

/// 一、情况通报 without its number: the paper counts by itself.
fn bare(heading: &str) -> &str {
    heading.split_once('、').map_or(heading, |(_, words)| words)
}

/// A point that was agreed on has its number in brackets; the paper counts by itself.
fn text(words: String) -> Block {
    let point = words.strip_prefix('（').and_then(|rest| rest.split_once('）'));
    match point.filter(|(number, _)| number.chars().count() <= 3) {
        Some((_, words)) => Block::Item(words.to_owned()),
        None => Block::Paragraph(words),
    }
}

fn said(speaker: String, words: &str, note: Option<String>) -> Said {
    let text = match note {
        Some(note) => format!("{words}（{note}）"),
        None => words.to_owned(),
    };
    Said { speaker, text }
}

fn action(task: &Task) -> Action {
    let (what, who) = (task.what.trim_end_matches('。').to_owned(), task.owner.clone());
    Action { what, who, partners: None, by: task.due, done_when: None }
}

fn present(told: &Told) -> String {
    let says = Lang::Zh.words();
    let count = |(role, n): &(domain::Role, usize)| format!("{} {n} 人", (says.names.role)(*role));
    let mut words = told.present.iter().map(count).collect::<Vec<_>>().join("，");
    if told.remote > 0 {
        words.push_str(&(says.papers().remote)(told.remote));
    }
    words
}

/// Host, recorder and witness; signed where the seal says so.
fn signatures(told: &Told, signed: Option<&Pressed>) -> Vec<Signature> {
    let name = |duty| told.duties.iter().find(|(of, _)| *of == duty).map(|(_, name)| name.clone());
    let on = |duty| {
        let found = signed.and_then(|seal| seal.signed.iter().find(|signed| signed.duty == duty));
        found.map(|signed| signed.at)
    };
    [Duty::Host, Duty::Recorder, Duty::Witness]
        .into_iter()
        .map(|duty| Signature {
            role: session::duty(Lang::Zh, duty).to_owned(),
            name: name(duty),
            on: on(duty),
        })
        .collect()
}
