//! What has changed since a year that is kept, line by line: why, and what made it so.

use domain::follow::{
    blueprint::Step,
    version::{self, Mark, Version},
};

use super::{
    Shown,
    cites::Cites,
    line::{mark, told},
    says,
    trail::{was, why},
};
use crate::{clock, desk::desk, look::words, parts::tongue, prelude::*};

/// The section.
#[component]
pub(super) fn Since(plan: Shown, version: Version) -> AnyView {
    let y = says().year;
    let changed = Memo::new(move |_| {
        let lines = plan.with(|plan| {
            let lines = plan.lines.iter().map(|line| (line.since.line, line.since.says.clone()));
            lines.collect::<Vec<_>>()
        });
        let mut changed = version::since(Some(&version), &lines);
        changed.retain(|since| since.mark != Mark::Same || !since.steps.is_empty());
        changed
    });
    let rows = move || {
        changed.with(|all| all.iter().map(row).collect::<Vec<_>>()).into_iter().collect_view()
    };
    let none =
        move || changed.with(Vec::is_empty).then(|| view! { <p class="sm dim">{y.nothing}</p> });
    view! {
        <section aria-labelledby="since">
            <div class="head">
                <h2 id="since">{y.since}</h2>
                <span class="dim sm">{move || (y.count)(changed.with(Vec::len))}</span>
            </div>
            {none}
            <ul class="bps">{rows}</ul>
        </section>
    }
}

fn row(since: &version::Since) -> AnyView {
    let [.., moved] = says().plan.marks;
    let word = mark(&since.mark).unwrap_or_else(|| view! { <b class="tag mk far">{moved}</b> });
    // what it said then stands struck out above; what it said in between is told where it was
    let between = since.steps.iter().filter(|step| step.was.is_some()).count() > 1;
    let steps = since.steps.iter().rev().map(|one| step(one, between));
    view! {
        <li class="bp">
            {word}
            <p class="song">{told(&since.says, &since.mark)}</p>
            {steps.collect_view()}
        </li>
    }
}

fn step(step: &Step, between: bool) -> AnyView {
    let (w, desk) = (words(), desk());
    let name = untrack(|| desk.name_of(step.by));
    let state = words::follow::line_state(w.lang, step.to);
    let bare = step.why.is_none() && step.was.is_some();
    view! {
        <div class="col tight">
            <p class="xs dim">
                <span lang=tongue(&name)>{name.clone()}</span>
                " · "{w.lang.date(step.at, clock::now())}" · "{state}
            </p>
            {between.then(|| was(step))}
            {why(step)}
            {bare.then(|| view! { <p class="xs dim">{says().year.no_why}</p> })}
            <Cites ids=step.cites.clone() />
        </div>
    }
}
