//! 一步步怎么来的: who brought it where, when, why, which day and which owner were left; and the looks back.

use domain::follow::action::{Step, Visit};

use super::{
    one::{Shown, by},
    one_says,
};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::tongue,
    prelude::*,
};

/// Folded away until somebody asks.
#[component]
pub(super) fn Trail(shown: Shown) -> AnyView {
    let (o, desk) = (one_says(), desk());
    let steps = move || {
        let steps = shown.with(|doing| doing.action.trail.clone());
        steps.iter().rev().map(|step| drawn(desk, step)).collect::<Vec<_>>()
    };
    let visits = move || {
        let visits = shown.with(|doing| doing.action.visits.clone());
        (!visits.is_empty()).then(|| {
            let visits = visits.iter().rev().map(|visit| seen(desk, visit));
            view! {
                <div class="head"><h2>{o.visits}</h2></div>
                <ul class="col">{visits.collect::<Vec<_>>()}</ul>
            }
        })
    };
    let none = move || shown.with(|doing| doing.action.trail.is_empty());
    view! {
        {visits}
        <details class="slip">
            <summary>{o.trail}</summary>
            <ol class="history">{steps}</ol>
            {move || none().then(|| view! { <p class="sm dim">{o.no_trail}</p> })}
        </details>
    }
}

fn drawn(desk: Desk, step: &Step) -> AnyView {
    let (o, lang) = (one_says(), words().lang);
    let now = desk.now();
    let rest = view! {
        <span>{words::follow::state(lang, step.to)}</span><time>{lang.moment(step.at, now)}</time>
    };
    let due = step.due_from.map(|due| (o.was[0])(&lang.date(due, now)));
    let owner = step.owner_from.as_deref().map(o.was[1]);
    let was = [due, owner].into_iter().flatten().map(|was| {
        view! { <p class="xs dim" lang=tongue(&was)>{was.clone()}</p> }
    });
    let why =
        step.why.clone().map(|why| view! { <p class="sm" lang=tongue(&why)>{why.clone()}</p> });
    view! { <li>{by(&desk.name_of(step.by), rest)}{why}{was.collect_view()}</li> }.into_any()
}

fn seen(desk: Desk, visit: &Visit) -> AnyView {
    let (o, lang) = (one_says(), words().lang);
    let word = o.holds[usize::from(!visit.holds)];
    let rest = view! { <span>{word}</span><time>{lang.date(visit.at, desk.now())}</time> };
    let said = visit.words.clone();
    view! {
        <li class="slip">
            <p class="say" lang=tongue(&said)>{said.clone()}</p>
            {by(&desk.name_of(visit.by), rest)}
        </li>
    }
    .into_any()
}
