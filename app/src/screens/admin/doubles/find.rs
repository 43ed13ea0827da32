//! Two people who are not suggested: found by name on this phone, and looked at side by side.

use domain::{Id, Scope, doubles::Pair, place::Person};

use super::{PairCard, Table};
use crate::{
    look::words,
    parts::{Icon, net_words, tongue},
    prelude::*,
    replica::{Net, NetError},
};

/// So many are offered at once.
const OFFERED: usize = 8;

/// The search, whoever was found, and the two that were chosen.
#[component]
pub(super) fn FindTwo(table: Table) -> AnyView {
    let d = words().doubles();
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(Vec::<Id>::new());
    let pair = RwSignal::new(None::<Result<Pair, NetError>>);
    let found = Memo::new(move |_| {
        let letters = typed.get().trim().to_lowercase();
        let picked = chosen.get();
        let mut all = table.desk.everybody();
        all.retain(|(id, _, person)| {
            let fits = !letters.is_empty() && person.name.to_lowercase().contains(&letters);
            fits || picked.contains(id)
        });
        all.truncate(OFFERED + picked.len());
        all
    });
    Effect::new(move |_| {
        let two = chosen.get();
        let [one, other] = two[..] else { return pair.set(None) };
        let path = format!("/api/v1/district/{}/doubles/{one}/{other}", table.region);
        leptos::task::spawn_local(async move {
            let told = Net::read(&path).await;
            // somebody may have chosen otherwise meanwhile
            if chosen.get_untracked() == two {
                pair.set(Some(told));
            }
        });
    });
    // who was made one is here no more
    Effect::new(move |_| {
        if table.said.get().is_some() {
            chosen.set(Vec::new());
        }
    });
    let rows = move || found.get().into_iter().map(|one| row(table, &one, chosen)).collect_view();
    let asked = move || typed.with(|typed| !typed.trim().is_empty());
    let none = move || (found.with(Vec::is_empty) && asked()).then_some(d.nobody);
    let side = move || {
        pair.get().map(|told| match told {
            Ok(pair) => view! { <PairCard table=table pair=pair /> }.into_any(),
            Err(error) => view! {
                <p class="note"><Icon name="info" /><span>{net_words(&error, d.offline)}</span></p>
            }
            .into_any(),
        })
    };
    view! {
        <section class="slip" aria-labelledby="find-two">
            <div class="head"><h2 id="find-two">{d.search}</h2></div>
            <label class="find">
                <Icon name="search" />
                <span class="sr">{d.search}</span>
                <input class="in" type="search" aria-describedby="find-two-how" prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event)) />
            </label>
            <p class="xs dim" id="find-two-how">{d.search_hint}</p>
            <ul class="col tight">{rows}</ul>
            <p class="sm dim" role="status">{none}</p>
            {side}
        </section>
    }
    .into_any()
}

/// Somebody, to be chosen; whoever was chosen first gives way to a third.
fn row(
    table: Table,
    (id, scope, person): &(Id, Scope, Person),
    chosen: RwSignal<Vec<Id>>,
) -> AnyView {
    let (w, id) = (words(), *id);
    let place = match scope {
        Scope::Village(village) => table.desk.place_name(*village),
        _ => None,
    };
    let place = place.unwrap_or_else(|| w.doubles().region.to_owned());
    let tap = move |_| {
        chosen.update(|chosen| {
            let before = chosen.len();
            chosen.retain(|one| *one != id);
            if chosen.len() == before {
                chosen.push(id);
                let many = chosen.len().saturating_sub(2);
                chosen.drain(..many);
            }
        });
    };
    let pressed = move || if chosen.with(|all| all.contains(&id)) { "true" } else { "false" };
    let name = person.name.clone();
    let said = person.note.clone().into_iter().chain([place]).collect::<Vec<_>>().join(" · ");
    view! {
        <li><button type="button" class="btn wide-btn" aria-pressed=pressed on:click=tap>
            <b lang=tongue(&name)>{name.clone()}</b>" "<small lang=tongue(&said)>{said.clone()}</small>
        </button></li>
    }
    .into_any()
}
