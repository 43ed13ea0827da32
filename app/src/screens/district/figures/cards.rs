//! What the overview shows of the figures: one sentence, where advice went, and how much is done.

use domain::figures::{Figure, Figures};
use words::district::figures::Span;

use super::{
    drawn,
    heard::{Heard, excuse, this_year},
};
use crate::{
    look::words,
    prelude::*,
    routes::{Route, Wing},
};

/// 今年打算坐 46 次，坐下来 33 次。提了 406 条建议，还有 4 条没答复。
#[component]
pub(crate) fn LeadLine(heard: Heard) -> AnyView {
    // the one line that is read out when other figures come
    let says = move || heard.told.with(|told| told.as_ref().map(lead));
    view! {
        <div class="across">
            <div role="status">{says}</div>
            {excuse(heard.told, heard.wrong)}
        </div>
    }
    .into_any()
}

fn lead(told: &Figures) -> AnyView {
    let span = match told.year {
        None => Span::All,
        Some(year) if Some(year) == this_year() => Span::Now,
        Some(year) => Span::Year(year),
    };
    let [when, planned, held, advised, end] = (words().figures().lead)(span);
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
            let Some(told) = told.as_ref() else { return not_yet(heard) };
            let Some(advice) = told.figure(Figure::Advice) else { return ().into_any() };
            let others = told.figure(Figure::Reasons).map_or(0, |one| one.all);
            let says = (f.reasons)(others, told.count(Figure::Reasons, "bare"));
            view! {
                {drawn::bar(advice)}
                {drawn::table(f.advice_card, drawn::rows_of(advice))}
                <p class="xs dim">{says}</p>
            }
            .into_any()
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
            let Some(told) = told.as_ref() else { return not_yet(heard) };
            let rows = (1..).zip(&told.months);
            let rows = rows.map(|(month, count)| ((f.month)(month), count.to_string())).collect();
            view! {
                {drawn::months(&told.months)}
                {drawn::table(f.done_card, rows)}
                {facts(told)}
            }
            .into_any()
        })
    };
    view! {
        <section class="slip figure" aria-labelledby="done-card">
            <div class="head"><h2 id="done-card"><a href=Route::District(Wing::Rows(Figure::Actions)).path()>{f.done_card}</a></h2><span class="xs dim">{of}</span></div>
            {inside}
        </section>
    }
}

/// What will stand there; without a signal that is said once, above.
fn not_yet(heard: Heard) -> AnyView {
    match heard.wrong.get() {
        None => view! { <span class="skel w3"></span> }.into_any(),
        Some(_) => view! { <p class="sm dim">"–"</p> }.into_any(),
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
