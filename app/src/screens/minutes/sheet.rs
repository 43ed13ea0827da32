//! The minutes as one page, in full: what signers read, and what the printer gets in the look of an official paper.

use domain::square::Square;
use words::paper::{Block, COLUMNS, Head, Paper, below, blocks, top};

use super::says;
use crate::prelude::*;

/// The whole page; `print` for one that only paper sees.
pub(super) fn sheet(paper: &Paper, head: &Head, print: bool) -> AnyView {
    let over = top(head);
    let class = if print { "paper print" } else { "paper slip" };
    let code = head.code.is_some().then(|| {
        let lines = below(head).into_iter().map(|line| view! { <p>{line}</p> });
        view! { <div class="paper-code"><div>{lines.collect_view()}</div>{square(&head.address)}</div> }
    });
    view! {
        <article class=class lang="zh-CN">
            {over.draft.map(|draft| view! { <p class="paper-draft">{draft}</p> })}
            <p class="paper-name">{over.name}</p>
            <p class="paper-no">{over.number}</p>
            <p class="paper-line"><span>{over.whose}</span><span>{over.day}</span></p>
            <p class="paper-title">{paper.title.clone()}</p>
            {page(blocks(paper, head.code.is_some()))}
            {code}
        </article>
    }
}

/// All blocks; tasks that follow each other are one table.
fn page(blocks: Vec<Block>) -> AnyView {
    let mut views = Vec::new();
    let mut tasks = Vec::new();
    for block in blocks {
        match block {
            Block::Task(task) => {
                tasks.push(task);
                continue;
            }
            Block::Heading(_) | Block::Text(_) | Block::Said(..) | Block::Dissent(..) => {}
        }
        views.extend(table(std::mem::take(&mut tasks)));
        views.push(match block {
            Block::Heading(words) => view! { <h3>{words}</h3> },
            Block::Text(words) => view! { <p>{words}</p> },
            Block::Said(who, words, note) => said("", who, words, note),
            Block::Dissent(who, words, note) => said("dissent", who, words, note),
            Block::Task(_) => ().into_any(),
        });
    }
    views.extend(table(tasks));
    views.into_any()
}

fn said(class: &'static str, who: String, words: String, note: Option<String>) -> AnyView {
    let note = note.map(|note| view! { <span class="paper-note">{format!("（{note}）")}</span> });
    view! { <p class=class><b>{who}</b>"："{words}{note}</p> }
}

fn table(tasks: Vec<[String; 3]>) -> Option<AnyView> {
    let row = |task: [String; 3]| {
        let cells = task.map(|words| view! { <td>{words}</td> });
        view! { <tr>{cells.into_iter().collect_view()}</tr> }
    };
    let heads = COLUMNS.map(|name| view! { <th scope="col">{name}</th> });
    (!tasks.is_empty()).then(|| {
        view! {
            <table><thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{tasks.into_iter().map(row).collect_view()}</tbody></table>
        }
    })
}

/// The square code of an address.
pub(super) fn square(address: &str) -> AnyView {
    let Some(square) = Square::of(address) else { return ().into_any() };
    let side = square.size + 8;
    // dark on light by day and by night: readers want it so
    let ground = format!("M0 0h{side}v{side}h-{side}z");
    view! {
        <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" shape-rendering="crispEdges"
            aria-label=says().seal.qr>
            <path fill="#fff" d=ground></path>
            <path fill="#1f2420" d=square.path()></path>
        </svg>
    }
}
