//! 数字: each figure with what it means, a drawing, a table, and the way to the rows behind it. Nothing here orders places
//! or people.

mod cards;
mod choice;
mod drawn;
mod heard;
mod rows;

use domain::{
    burden::Sum,
    figures::{Figure, Figures, Told},
};

use self::choice::Choices;
pub(super) use self::rows::RowsPage;
pub(crate) use self::{
    cards::{AdviceCard, DoneCard, LeadLine},
    heard::Heard,
};
use super::{
    Sheet,
    live::{Heard as LastHeard, Live},
};
use crate::{
    look::words,
    prelude::*,
    routes::{Route, Wing},
};

/// All figures.
#[component]
pub(super) fn FiguresPage() -> AnyView {
    let live = Live::start();
    let heard = Heard::chosen(live);
    let end = view! { <LastHeard live=live /> };
    let cards = move || match heard.told.get() {
        None if heard.wrong.get().is_none() => {
            view! { <div class="slip"><span class="skel w3"></span></div> }.into_any()
        }
        None => ().into_any(),
        Some(told) => all(&told),
    };
    view! {
        <Sheet wing=Wing::Figures end=Some(end.into_any())>
            <LeadLine heard=heard />
            <Choices heard=heard />
            <div class="figures">{cards}</div>
        </Sheet>
    }
}

fn all(told: &Figures) -> AnyView {
    let cards = told.told.iter().map(card).collect_view();
    view! {
        {cards}
        {burden(&told.burden)}
    }
    .into_any()
}

/// One figure.
fn card(told: &Told) -> AnyView {
    let f = words().figures();
    let name = (f.name)(told.figure);
    let id = format!("figure-{}", told.figure.as_str());
    let inside = match (told.few, told.all) {
        (true, _) => view! { <p class="sm">{f.few}</p> }.into_any(),
        (false, 0) => view! { <p class="sm dim">{f.nothing}</p> }.into_any(),
        (false, count) => view! {
            <p class="b">{(f.says)(told)}</p>
            {drawn::bar(told)}
            {drawn::table(name, drawn::rows_of(told))}
            <div><a class="btn" href=Route::District(Wing::Rows(told.figure)).path()>{(f.rows)(count, name)}</a></div>
        }
        .into_any(),
    };
    view! {
        <section class="slip figure" aria-labelledby=id.clone()>
            <div class="head"><h2 id=id>{name}</h2></div>
            {inside}
            <p class="xs dim">{(f.means)(told.figure)}</p>
        </section>
    }
    .into_any()
}

/// What the tool costs people, task by task in the order of the work.
fn burden(sums: &[Sum]) -> AnyView {
    let (f, o) = (words().figures(), words().office());
    let rows = sums.iter().map(|sum| {
        let mean = |all: u32| (all + sum.times / 2) / sum.times.max(1);
        let told = (o.mean)(sum.times, mean(sum.fields), mean(sum.seconds));
        view! { <dt>{(o.task)(sum.task)}</dt><dd>{told}</dd> }
    });
    let rows = if sums.is_empty() {
        view! { <p class="sm dim">{f.nothing}</p> }.into_any()
    } else {
        view! { <dl class="kv">{rows.collect_view()}</dl> }.into_any()
    };
    view! {
        <section class="slip figure" aria-labelledby="figure-burden">
            <div class="head"><h2 id="figure-burden">{f.burden}</h2></div>
            {rows}
            <p class="xs dim">{f.burden_means}</p>
        </section>
    }
    .into_any()
}

/// The name of a figure with its sentence, over its rows.
fn heading(figure: Figure) -> &'static str {
    (words().figures().name)(figure)
}
