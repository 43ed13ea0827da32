//! The way a session has come: each step with who, when and why.

use domain::session::Step;

use crate::{
    clock,
    desk::{Evening, desk},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
};

/// The steps, newest first, folded away.
#[component]
pub(super) fn Trail(shown: Memo<Evening>) -> AnyView {
    let o = words().gather().overview;
    let rows = move || {
        let trail = shown.with(|evening| evening.session.trail.clone());
        trail.iter().rev().map(row).collect_view()
    };
    view! {
        <details>
            <summary><Icon name="down" />{o.trail}</summary>
            <ol class="history">{rows}</ol>
        </details>
    }
}

fn row(step: &Step) -> AnyView {
    let (w, desk) = (words(), desk());
    let o = w.gather().overview;
    let now = clock::now();
    let what = match (step.moved_from, step.mode_from) {
        (_, Some(_)) => o.moved[1],
        (Some(_), None) => o.moved[0],
        (None, None) => words::session::stage(w.lang, step.to),
    };
    let was = step.moved_from.map(|was| {
        let was = (o.was)(&w.lang.evening(was, now));
        view! { <p class="xs dim">{was}</p> }
    });
    let why = step.why.clone();
    let why = why.map(|why| view! { <p class="why" lang=tongue(&why)>{why.clone()}</p> });
    view! {
        <li>
            <p class="turn"><b>{what}</b><span class="sm" lang="zh-CN">{desk.name_of(step.by)}</span><time>{w.lang.ago(step.at, now)}</time></p>
            {was}
            {why}
        </li>
    }
    .into_any()
}
