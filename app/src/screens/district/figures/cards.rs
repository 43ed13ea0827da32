//! What the overview shows of the figures: one sentence, where advice went, and how much is done.

use domain::figures::{Figure, Figures};

use super::{
    drawn,
    heard::{Heard, this_year},
};
use crate::{
    look::words,
    prelude::*,
    routes::{Route, Wing},
};

/// 今年打算坐 46 次，坐下来 33 次。提了 406 条建议，还有 4 条没答复。
#[component]
pub(crate) fn LeadLine(heard: Heard) -> AnyView {
    child(move || heard.told.with(|told| told.as_ref().map(lead)))
}

fn lead(told: &Figures) -> AnyView {
    let year = told.year.filter(|year| Some(*year) != this_year());
    let [when, planned, held, advised, end] = (words().figures().lead)(year);
    let all = |figure| told.figure(figure).map_or(0, |one| one.all);
    let numbers = [
        all(Figure::Sessions),
        told.count(Figure::Sessions, "held"),
        all(Figure::Advice),
        told.count(Figure::Advice, "unanswered"),
    ];
    let [a, b, c, d] = numbers.map(|number| number.to_string());
    view! {
        <p class="lead">{when}<b>{a}</b>{planned}<b>{b}</b>{held}<b>{c}</b>{advised}<b>{d}</b>{end}</p>
    }
    .into_any()
}

/// 建议去哪了: all advice of the year, by answer.
#[component]
pub(crate) fn AdviceCard(heard: Heard) -> AnyView {
    let f = words().figures();
    let inside = move || {
        heard.told.with(|told| {
            let told = told.as_ref()?;
            let advice = told.figure(Figure::Advice)?;
            let others = told.figure(Figure::Reasons).map_or(0, |one| one.all);
            let says = (f.reasons)(others, told.count(Figure::Reasons, "bare"));
            Some(view! {
                {drawn::bar(advice)}
                {drawn::table(f.advice_card, drawn::rows_of(advice))}
                <p class="xs dim">{says}</p>
            })
        })
    };
    view! {
        <section class="slip figure" aria-labelledby="advice-card">
            <div class="head"><h2 id="advice-card"><a href=Route::District(Wing::Rows(Figure::Advice)).path()>{f.advice_card}</a></h2></div>
            {inside}
        </section>
    }
}

/// 办成了多少: month by month, with the days it took, who was told, and what was begun anew.
#[component]
pub(crate) fn DoneCard(heard: Heard) -> AnyView {
    let f = words().figures();
    let of = move || {
        heard.told.with(|told| {
            let one = told.as_ref()?.figure(Figure::Actions)?;
            Some((f.done_of)(one.count("done"), one.all))
        })
    };
    let inside = move || {
        heard.told.with(|told| {
            let told = told.as_ref()?;
            let rows = (1..).zip(&told.months);
            let rows = rows.map(|(month, count)| ((f.month)(month), count.to_string())).collect();
            Some(view! {
                {drawn::months(&told.months)}
                {drawn::table(f.done_card, rows)}
                {facts(told)}
            })
        })
    };
    view! {
        <section class="slip figure" aria-labelledby="done-card">
            <div class="head"><h2 id="done-card"><a href=Route::District(Wing::Rows(Figure::Actions)).path()>{f.done_card}</a></h2><span class="xs dim">{of}</span></div>
            {inside}
        </section>
    }
}

fn facts(told: &Figures) -> AnyView {
    let f = words().figures();
    let median = told.figure(Figure::Days).and_then(|one| one.median);
    let median = median.map_or_else(|| "–".to_owned(), |days| days.to_string());
    let owed = told.figure(Figure::Echoes).map_or(0, |one| one.all);
    let echoes = told.count(Figure::Echoes, "told").to_string();
    let redone = told.count(Figure::Redone, "redone").to_string();
    view! {
        <dl class="facts">
            <div><dt>{f.median.0}</dt><dd>{median}<small>{f.median.1}</small></dd></div>
            <div><dt>{f.echoes.0}</dt><dd>{echoes}<small>{(f.echoes.1)(owed)}</small></dd></div>
            <div><dt>{f.redone.0}</dt><dd>{redone}<small>{f.redone.1}</small></dd></div>
        </dl>
    }
    .into_any()
}
