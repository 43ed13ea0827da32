//! The rules of the bench, as they are read out while the opening runs: the district's, or the product's own.

use domain::session::Topic;

use super::table::{Sheet, part_of, table};
use crate::{look::words, prelude::*};

/// The way to the card, while the opening runs; where an agenda has none, while its first part does.
#[component]
pub(super) fn RulesWay() -> AnyView {
    let table = table();
    let opening = Memo::new(move |_| {
        table.session.with(|session| {
            let session = session.as_ref()?;
            let first = session.part.unwrap_or(0) == 0;
            Some(first || part_of(session)?.topic == Topic::Opening)
        })
    });
    let open = move |_| table.sheet.set(Some(Sheet::Rules));
    child(move || {
        (opening.get() == Some(true)).then(|| {
            view! {
                <button class="btn bare sm" aria-haspopup="dialog" on:click=open>{words().card().open}</button>
            }
        })
    })
}

/// The card.
#[component]
pub(super) fn Rules() -> AnyView {
    let table = table();
    let card = words().card();
    let rules = move || {
        let village = table.session.with(|session| session.as_ref().map(|s| s.village));
        let own = village.map(|village| table.desk.customs(village)).unwrap_or_default();
        let own = own.rules().iter().map(|rule| view! { <li lang="zh-CN">{rule.clone()}</li> });
        let own: Vec<AnyView> = own.map(IntoAny::into_any).collect();
        if own.is_empty() {
            return card.rules.map(|rule| view! { <li>{rule}</li> }).into_iter().collect_view();
        }
        own.collect_view()
    };
    view! {
        <div class="main">
            <p class="dim">{card.aloud}</p>
            <ol class="nums rules-card">{rules}</ol>
        </div>
        <div class="foot">
            <button class="btn do big" on:click=move |_| table.sheet.set(None)>{card.done}</button>
        </div>
    }
}
