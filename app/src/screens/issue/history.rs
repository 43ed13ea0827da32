//! Every step an issue has come: who brought it where, when, and with which words. Newest first.

use std::sync::Arc;

use crate::{
    clock,
    desk::{Seen, desk},
    look::words,
    parts::Icon,
    prelude::*,
};

/// Folded away until somebody asks.
#[component]
pub(super) fn History(shown: Memo<Arc<Seen>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let turns = move || {
        let trail = shown.with(|seen| seen.issue.trail.clone());
        let before = std::iter::once(None).chain(trail.iter().map(|step| Some(step.to)));
        let turns: Vec<_> = before
            .zip(&trail)
            .map(|(before, step)| {
                let was = before.map(|before| {
                    view! { <del>{(w.names.standing)(before)}</del><Icon name="arrow" /> }
                });
                view! {
                    <li>
                        <p class="who">
                            <b lang="zh-CN">{desk.name_of(step.by)}</b>
                            <time>{w.lang.moment(step.at, clock::now())}</time>
                        </p>
                        <p class="turn">{was}<ins>{(w.names.standing)(step.to)}</ins></p>
                        {step.why.clone().map(|why| view! { <p class="sm" lang="zh-CN">{why}</p> })}
                    </li>
                }
            })
            .collect();
        turns.into_iter().rev().collect_view()
    };
    view! {
        <details class="slip">
            <summary>{w.issue.history}</summary>
            <ol class="history">{turns}</ol>
        </details>
    }
}
