//! Figures as small drawings: a bar of parts, and columns of months. Each part has a ground of its own, and not a colour
//! alone; each drawing has its numbers as a name, and a table stands beside it.

use domain::{
    Lane, Standing,
    figures::{Figure, Part, Told},
};

use crate::{look::words, parts::tongue, prelude::*};

/// How wide a bar is drawn.
const WIDE: u64 = 400;

/// The grounds of parts, in the order in which they are laid; `fill` of the style sheet or a pattern.
const GROUNDS: [&str; 7] = ["g0", "g1", "g2", "g3", "g4", "g5", "g6"];

/// The parts that a bar shows, by name: all of a figure, but of issues the lanes of the board.
fn shown(told: &Told) -> Vec<(&'static str, u32)> {
    let w = words();
    if told.figure != Figure::Issues {
        let named = |part: &&str| (w.figure_part(told.figure, part), told.count(part));
        return told.figure.parts().iter().map(named).collect();
    }
    let lane = |lane: Lane| {
        let mut standings = Standing::ALL.into_iter();
        let first = standings.clone().find(|standing| standing.lane() == lane);
        let own = standings.by_ref().filter(|standing| standing.lane() == lane);
        let count = own.map(|standing| told.count(standing.as_str())).sum();
        first.map(|_| ((w.names.lane)(lane), count))
    };
    Lane::ALL.into_iter().filter_map(lane).collect()
}

/// Where a part begins and ends, so that all of them fill the bar.
fn spans(parts: &[(&'static str, u32)]) -> Vec<(u64, u64)> {
    let all: u64 = parts.iter().map(|(_, count)| u64::from(*count)).sum();
    let mut before = 0;
    let at = |count: u64| count * WIDE / all.max(1);
    let span = |(_, count): &(&str, u32)| {
        let from = before;
        before += u64::from(*count);
        (at(from), at(before))
    };
    parts.iter().map(span).collect()
}

/// A bar of parts, with its legend.
pub(super) fn bar(told: &Told) -> AnyView {
    let w = words();
    let parts = shown(told);
    let hatch = format!("hatch-{}", told.figure.as_str());
    let lines = format!("lines-{}", told.figure.as_str());
    let ground = {
        let (hatch, lines) = (hatch.clone(), lines.clone());
        move |nth: usize| match nth {
            1 => Some(format!("url(#{hatch})")),
            6 => Some(format!("url(#{lines})")),
            _ => None,
        }
    };
    let drawn = spans(&parts).into_iter().enumerate().filter(|(_, (from, to))| from < to);
    let paths = drawn.map(|(nth, (from, to))| {
        let wide = to - from;
        view! { <path class=GROUNDS[nth % GROUNDS.len()] fill=ground(nth) d=format!("M{from} 0h{wide}v22h-{wide}z")></path> }
    });
    let legend = parts.iter().enumerate().map(|(nth, (name, count))| {
        view! {
            <div>
                <dt><svg viewBox="0 0 12 12" aria-hidden="true"><path class=GROUNDS[nth % GROUNDS.len()] fill=ground(nth) d="M0 0h12v12H0z"></path></svg>{*name}</dt>
                <dd>{count.to_string()}</dd>
            </div>
        }
    });
    view! {
        <svg class="parts" viewBox="0 0 400 22" preserveAspectRatio="none" role="img" aria-label=w.figure_aloud(told)>
            <defs>
                <pattern id=hatch width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="g1-w" d="M0 0h6v6H0z"></path><path class="g1-l" d="M0 0v6"></path>
                </pattern>
                <pattern id=lines width="4" height="4" patternUnits="userSpaceOnUse">
                    <path class="g6-w" d="M0 0h4v4H0z"></path><path class="g6-l" d="M0 0h4"></path>
                </pattern>
            </defs>
            {paths.collect_view()}
        </svg>
        <dl class="legend">{legend.collect_view()}</dl>
    }
    .into_any()
}

/// Columns of what was done in each month, the numbers above and the months below them.
pub(super) fn months(counts: &[u32]) -> AnyView {
    let f = words().figures();
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let columns = counts.iter().enumerate().map(|(nth, count)| {
        let (x, tall) = (nth * 33 + 4, count * 50 / most);
        let top = 52 - tall;
        view! { <path class="g0" d=format!("M{x} {top}h25v{tall}h-25z")></path> }
    });
    let numbers = counts.iter().map(|count| view! { <b>{count.to_string()}</b> });
    let names = (1..=counts.len()).map(|month| view! { <span>{month.to_string()}</span> });
    // the drawing's name says both
    view! {
        <div class="months">
            <p class="xs" aria-hidden="true">{numbers.collect_view()}</p>
            <svg class="chart" viewBox="0 0 396 54" preserveAspectRatio="none" role="img" aria-label=(f.by_month)(counts)>
                <path class="axis" d="M0 53h396"></path>
                {columns.collect_view()}
            </svg>
            <p class="xs dim" aria-hidden="true">{names.collect_view()}</p>
        </div>
    }
    .into_any()
}

/// The same as a table, for whoever would rather read it.
pub(super) fn table(name: &str, rows: Vec<(String, String)>) -> AnyView {
    let f = words().figures();
    let lang = tongue(name);
    let rows = rows.into_iter().map(|(part, count)| {
        view! { <tr><th scope="row">{part}</th><td>{count}</td></tr> }
    });
    view! {
        <details>
            <summary>{f.table}</summary>
            <table>
                <caption class="sr" lang=lang>{name.to_owned()}</caption>
                <thead><tr><th scope="col">{f.parts}</th><th scope="col">{f.count}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

/// The parts of a figure as rows of a table.
pub(super) fn rows_of(told: &Told) -> Vec<(String, String)> {
    let w = words();
    let row = |Part { part, count }: &Part| {
        (w.figure_part(told.figure, part).to_owned(), count.to_string())
    };
    told.parts.iter().map(row).collect()
}
