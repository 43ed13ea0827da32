//! The way a line has come: who brought it there, when and why, what it said before, and who had spoken up.

use domain::follow::blueprint::Step;

use super::{cites::Cites, open::Opened, says};
use crate::{clock, desk::desk, look::words, parts::tongue, prelude::*};

/// All steps, the newest first.
#[component]
pub(super) fn Trail(one: Opened) -> AnyView {
    let l = says().line;
    let rows = move || {
        let trail = one.get().map(|one| one.since.says.trail).unwrap_or_default();
        let mut rows: Vec<AnyView> = Vec::new();
        for (at, step) in trail.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| trail.get(at));
            rows.push(row(step, before));
        }
        rows.reverse();
        rows.into_iter().collect_view()
    };
    view! {
        <section class="col tight" aria-label=l.trail>
            <h3 class="sm b">{l.trail}</h3>
            <ol class="history">{rows}</ol>
        </section>
    }
}

fn row(step: &Step, before: Option<&Step>) -> AnyView {
    let (w, l, desk) = (words(), says().line, desk());
    let [written, anew, sourced] = l.steps;
    let did = match before {
        None => written,
        Some(_) if step.was.is_some() => anew,
        Some(before) if before.to == step.to => sourced,
        Some(_) => words::follow::line_state(w.lang, step.to),
    };
    let name = untrack(|| desk.name_of(step.by));
    view! {
        <li>
            <p class="turn">
                <b>{did}</b><span class="sm" lang=tongue(&name)>{name.clone()}</span>
                <time>{w.lang.moment(step.at, clock::now())}</time>
            </p>
            {reason(step)}
            <Cites ids=step.cites.clone() />
        </li>
    }
}

/// What it said before, and why that changed.
fn reason(step: &Step) -> AnyView {
    let was = was(step);
    let why = why(step);
    view! { {was}{why} }
}

/// What it said before.
pub(super) fn was(step: &Step) -> Option<AnyView> {
    step.was.clone().map(|was| {
        let lang = tongue(&was);
        view! { <p class="sm">{says().line.was}" "<del lang=lang>{was}</del></p> }
    })
}

/// Why it changed.
pub(super) fn why(step: &Step) -> Option<AnyView> {
    step.why.clone().map(|why| {
        let lang = tongue(&why);
        view! { <p class="why" lang=lang>{why}</p> }
    })
}
