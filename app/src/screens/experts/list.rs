//! The directory: everybody who can help, by role and name, to search and to narrow by a field. It needs no signal; how
//! often somebody was asked is the server's to count, and orders nothing.

use domain::{
    Id, Kind, Role, Scope,
    expertise::{Entry, Field},
    matching::Asked,
};

use super::{ExpertsCard, Heard, entry::Sheet, hear};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
    screens::district::region,
};

/// The wing.
#[component]
pub(crate) fn Experts() -> AnyView {
    let desk = desk();
    let region = Memo::new(move |_| region(desk));
    child(move || {
        region.get().map(|region| {
            view! {
                <Directory region=region />
                <div class="col"><ExpertsCard region=region /></div>
            }
        })
    })
}

/// Those of a region's directory who know something, or are there to be asked; by role and name; tracked.
pub(super) fn entries(desk: Desk, region: Id) -> Vec<(Id, Entry)> {
    let mut all: Vec<(Id, Entry)> = desk.replica.with(|replica| {
        let people = replica.view().values().filter(|r| r.kind == Kind::Person && !r.gone);
        let here = people.filter(|record| record.scope == Scope::Region(region));
        here.filter_map(|record| Some((record.id, record.read().ok()?))).collect()
    });
    all.retain(|(_, entry)| {
        let asked = matches!(entry.person.role, Some(Role::Member | Role::Expert));
        asked || !entry.knows.is_empty()
    });
    all.sort_by(|(_, one), (_, other)| {
        (one.person.role, &one.person.name).cmp(&(other.person.role, &other.person.name))
    });
    all
}

/// Every word that somebody's entry has, the catalogue's first; tracked.
pub(super) fn vocabulary(desk: Desk, region: Id) -> Vec<String> {
    let mut words: Vec<String> = Field::all().map(|field| field.as_str().to_owned()).collect();
    for word in entries(desk, region).into_iter().flat_map(|(_, entry)| entry.knows) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// Whether an entry has what was typed.
fn fits(w: &words::Words, entry: &Entry, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    let known = entry.knows.iter().map(|word| w.known(word));
    let said = [Some(&entry.person.name), entry.person.note.as_ref(), entry.past.as_ref()];
    let said = said.into_iter().flatten().cloned();
    typed.is_empty() || said.chain(known).any(|text| text.to_lowercase().contains(&typed))
}

/// The list, and the sheet of whoever was tapped.
#[component]
fn Directory(region: Id) -> AnyView {
    let (w, desk) = (words(), desk());
    let e = w.experts();
    let (typed, field) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let asked: Heard<Asked> = RwSignal::new(None);
    hear(format!("/api/v1/district/{region}/asked"), asked);
    let (open, shown) = (RwSignal::new(false), RwSignal::new(None::<Id>));
    let found = Memo::new(move |_| {
        let (typed, field) = (typed.get(), field.get());
        let mut all = entries(desk, region);
        all.retain(|(_, entry)| {
            (field.is_empty() || entry.knows.contains(&field)) && fits(w, entry, &typed)
        });
        all
    });
    let used = Memo::new(move |_| {
        let all = entries(desk, region);
        let mut used = vocabulary(desk, region);
        used.retain(|word| all.iter().any(|(_, entry)| entry.knows.contains(word)));
        used
    });
    let options = move || {
        let options = used.get().into_iter().map(|word| {
            let (chosen, name) = (field.with(|field| *field == word), w.known(&word));
            view! { <option value=word selected=chosen lang=tongue(&name)>{name.clone()}</option> }
        });
        let options: Vec<AnyView> = options.collect();
        view! { <option value="">{e.find[2]}</option>{options.into_iter().collect_view()} }
    };
    let tap = Callback::new(move |who: Option<Id>| {
        shown.set(who);
        open.set(true);
    });
    view! {
        <section class="slip experts" aria-labelledby="directory-h">
            <div class="head"><h2 id="directory-h">{(w.district().wing)("experts")}</h2><span class="xs dim">{e.lead}</span></div>
            <div class="row find-row">
                <label class="find grow"><Icon name="search" />
                    <input class="in" type="search" aria-label=e.find[0] placeholder=e.find[0]
                        prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event)) />
                </label>
                <select class="in" aria-label=e.find[1] on:change=move |event| field.set(event_target_value(&event))>{options}</select>
                <button type="button" class="btn do" on:click=move |_| tap.run(None)><Icon name="plus" />{e.add}</button>
            </div>
            <p class="sm dim" role="status">{move || match found.with(Vec::len) { 0 => e.none.to_owned(), n => (e.count)(n) }}</p>
            {move || matches!(asked.get(), Some(Err(_))).then(|| view! { <p class="xs dim"><Icon name="off" />" "{e.offline_list}</p> })}
            <ul class="queue folk">
                {move || found.get().into_iter().map(|(id, entry)| row(desk, (id, &entry), asked, tap)).collect_view()}
            </ul>
            <Sheet region=region shown=shown open=open />
        </section>
    }
}

fn row(
    desk: Desk,
    (id, entry): (Id, &Entry),
    asked: Heard<Asked>,
    tap: Callback<Option<Id>>,
) -> AnyView {
    let w = words();
    let e = w.experts();
    let person = &entry.person;
    let role = person.role.map(|role| (w.names.role)(role).to_owned());
    let beside = [role, person.note.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let knows = entry.knows.iter().map(|word| {
        let word = w.known(word);
        view! { <span class="tag" lang=tongue(&word)>{word.clone()}</span> }
    });
    let (places, manner) = (entry.places.clone(), entry.manner.map(e.manner));
    let below = move || {
        let places = places.iter().filter_map(|place| desk.place_name(*place));
        let places: Vec<String> = places.collect();
        let places = (!places.is_empty())
            .then(|| places.join(if w.lang == words::Lang::Zh { "、" } else { ", " }));
        let times = asked.with(|told| match told {
            Some(Ok(told)) => {
                let times = told.people.iter().find(|one| one.person == id);
                Some((e.asked)(times.map_or(0, |one| one.times)))
            }
            _ => None,
        });
        let parts = [places, manner.map(str::to_owned), times];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let away =
        entry.away.then(|| view! { <span class="tag wait"><Icon name="hold" />{e.away[1]}</span> });
    let past =
        entry.past.clone().map(|past| view! { <small lang=tongue(&past)>{past.clone()}</small> });
    view! {
        <li>
            <button type="button" class="btn bare person" on:click=move |_| tap.run(Some(id))>
                <span class="pine"><Icon name="me" /></span>
                <span class="grow lh">
                    <b lang="zh-CN">{person.name.clone()}</b><small lang=tongue(&beside)>{beside.clone()}</small>
                    <span class="chips tight">{knows.collect_view()}</span>
                    {past}
                    <small>{below}</small>
                </span>
                {away}
                <Icon name="right" />
            </button>
        </li>
    }
    .into_any()
}
