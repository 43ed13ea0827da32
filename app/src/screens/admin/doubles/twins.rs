//! Two issues of two villages side by side, the words that both have, and the buttons: this one carries on, or they are two.

use domain::{
    Act, Kind, Scope, Standing,
    doubles::{Matter, Twins},
};

use super::{Table, sure::Question};
use crate::{clock, look::words, parts::tongue, prelude::*, routes::Route};

/// The pair.
#[component]
pub(super) fn TwinsCard(table: Table, twins: Twins) -> AnyView {
    let w = words();
    let d = w.doubles();
    let Twins { both, shared } = twins;
    let [one, other] = &both[..] else { return ().into_any() };
    let (a, b) = (one.issue, other.issue);
    let cards = [(one, other), (other, one)]
        .map(|(into, merged)| view! { <li>{card(table, into, merged)}</li> });
    let parted = d.parted;
    let tap = move |_| table.part(a, b, parted);
    let label = format!("{}{}{} / {}", d.two[1], w.board.colon, one.title, other.title);
    let between = if w.lang == words::Lang::Zh { "、" } else { ", " };
    view! {
        <p class="xs dim">{d.shared}<span lang="zh-CN">{shared.join(between)}</span></p>
        <ul class="side">{cards.into_iter().collect_view()}</ul>
        <div class="btns">
            <button type="button" class="btn" aria-label=label on:click=tap>{d.two[1]}</button>
        </div>
    }
    .into_any()
}

/// The issue that would carry on, with the button for it, or why it cannot.
fn card(table: Table, into: &Matter, merged: &Matter) -> AnyView {
    let w = words();
    let d = w.doubles();
    let desk = table.desk;
    let village = |one: &Matter| untrack(|| desk.place_name(one.village)).unwrap_or_default();
    let question = Question {
        title: (d.sure)(&merged.title, &into.title),
        from: format!("{} → {}", village(merged), village(into)),
        deed: (
            Kind::Issue,
            merged.issue,
            Scope::Village(merged.village),
            Act::Merge { into: into.issue },
        ),
        ids: [merged.issue, merged.issue],
        issue: true,
    };
    let movable = merged.standing.next().contains(&Standing::Merged);
    let way = if !into.standing.posted() {
        view! { <p class="xs dim">{d.hidden}</p> }.into_any()
    } else if !movable {
        view! { <p class="xs dim">{d.too_far}</p> }.into_any()
    } else {
        let tap = move |_| {
            table.asked.set(Some(question.clone()));
            table.open.set(true);
        };
        let label = format!("{}{}{}", d.into[1], w.board.colon, into.title);
        view! { <button type="button" class="btn do" aria-label=label on:click=tap>{d.into[1]}</button> }
            .into_any()
    };
    let of = (d.of)(&village(into), into.number);
    view! {
        <p><a href=Route::Issue(into.issue).path() lang=tongue(&into.title)><b>{into.title.clone()}</b></a></p>
        <p class="meta">
            <span lang=tongue(&of)>{of.clone()}</span>
            <span>{(w.names.standing)(into.standing)}</span>
            <span>{w.lang.date(into.raised_at, clock::now())}</span>
        </p>
        {way}
    }
    .into_any()
}
