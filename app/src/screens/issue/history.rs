//! How an issue came to be what it is: every step it has come and every field that was changed, each with who, when,
//! from what and to what. Newest first. What the village told once can be read again without a signal.

use std::sync::Arc;

use domain::{Act, Change, Id, Millis, past::Turn};

use crate::{
    clock,
    desk::{Desk, Seen, Told, desk},
    look::words,
    order::newest_first,
    parts::{Icon, tongue, value_words},
    prelude::*,
};

/// One line of it.
struct Line {
    at: Millis,
    by: Option<Id>,
    /// The field that was changed; none for a step of the whole issue.
    field: Option<&'static str>,
    from: Option<String>,
    to: String,
    why: Option<String>,
    /// Whether the village knows of it.
    sent: bool,
}

/// Folded away until somebody asks.
#[component]
pub(super) fn History(shown: Memo<Arc<Seen>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let id = shown.with_untracked(|seen| seen.id);
    let (opened, told) = (RwSignal::new(false), RwSignal::new(None::<Told>));
    Effect::new(move |_| {
        // whatever changes it makes its past longer
        shown.with(|_| ());
        if opened.get() {
            leptos::task::spawn_local(desk.past(id, told));
        }
    });
    let lines = move || {
        if !opened.get() {
            return Vec::new();
        }
        let mut lines = steps(&shown.get());
        if let Some(told) = told.get() {
            lines.extend(told.past.turns.into_iter().map(|turn| edited(desk, turn)));
        }
        let own = desk.only_here().into_iter().filter(|change| change.id == id);
        lines.extend(own.filter_map(|change| waiting(desk, change)));
        lines.sort_by_cached_key(|line| newest_first(0, line.at, Id::nil()));
        lines.into_iter().map(|line| drawn(desk, line)).collect()
    };
    let note = move || match told.get() {
        Some(told) => (w.issue().past_told)(&w.lang.ago(told.at, clock::now())),
        None => w.issue().past_unknown.to_owned(),
    };
    view! {
        <details class="slip" on:toggle=move |_| opened.set(true)>
            <summary>{w.issue().history}</summary>
            <ol class="history">{lines}</ol>
            <p class="xs dim">{note}</p>
        </details>
    }
}

/// The steps along the life-cycle: they came with the issue.
fn steps(seen: &Seen) -> Vec<Line> {
    let name = words().names.standing;
    let mut before = None;
    let line = |step: &domain::issue::Step| {
        let from = before.replace(step.to).map(|before| name(before).to_owned());
        let (to, why) = (name(step.to).to_owned(), step.why.clone());
        Line { at: step.at, by: Some(step.by), field: None, from, to, why, sent: true }
    };
    seen.issue.trail.iter().map(line).collect()
}

/// What this person changed and the village does not know yet.
fn waiting(desk: Desk, change: Change) -> Option<Line> {
    let Act::Edit { field, from, to } = change.act else { return None };
    let turn = Turn { field, from, to, by: Some(desk.person()), at: Some(change.at) };
    Some(Line { sent: false, ..edited(desk, turn) })
}

/// The turn of a field.
fn edited(desk: Desk, turn: Turn) -> Line {
    let Turn { field, from, to, by, at } = turn;
    let name = if field == "title_en" { words().issue().title_en } else { words().field(&field) };
    let from = Some(value_words(desk, &field, &from));
    let to = value_words(desk, &field, &to);
    Line { at: at.unwrap_or(0), by, field: Some(name), from, to, why: None, sent: true }
}

fn drawn(desk: Desk, line: Line) -> AnyView {
    let w = words();
    let Line { at, by, field, from, to, why, sent } = line;
    let who = by.map_or_else(|| w.common.somebody.to_owned(), |by| desk.name_of(by));
    let was = from
        .map(|from| view! { <del lang=tongue(&from)>{from.clone()}</del><Icon name="arrow" /> });
    let local = (!sent)
        .then(|| view! { <span class="sync local"><Icon name="phone" />{w.common.local}</span> });
    view! {
        <li>
            <p class="who">
                <b lang="zh-CN">{who}</b>{field}{local}
                <time>{w.lang.moment(at, clock::now())}</time>
            </p>
            <p class="turn">{was}<ins lang=tongue(&to)>{to.clone()}</ins></p>
            {why.map(|why| view! { <p class="sm" lang="zh-CN">{why}</p> })}
        </li>
    }
    .into_any()
}
