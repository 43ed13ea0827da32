//! Choosing whoever spoke up for a line: the sessions, advice and actions of the village.

use domain::{Id, Kind, Record, Scope, sync::Replica};

use super::{
    cites::{bench, source, what},
    says,
    sheet::Sheet,
};
use crate::{
    desk::{Desk, desk},
    parts::tongue,
    prelude::*,
    screens::issue::Line,
};

/// How many of a kind are shown before somebody looks for one.
const SHOWN: usize = 6;

/// The kinds, in the order of the lists.
const KINDS: [Kind; 3] = [Kind::Session, Kind::Advice, Kind::Action];

/// The lists with their boxes to tick.
#[component]
pub(super) fn Sources(village: Id, sheet: RwSignal<Sheet>) -> AnyView {
    let (l, desk) = (says().line, desk());
    let find = RwSignal::new(String::new());
    let all = Memo::new(move |_| KINDS.map(|kind| choices(desk, village, &kind)));
    let none = Memo::new(move |_| all.with(|all| all.iter().all(Vec::is_empty)));
    let value = Signal::derive(move || find.get());
    let set = Callback::new(move |typed| find.set(typed));
    let lists = move || {
        let names = l.kinds.into_iter().enumerate();
        names
            .map(|(at, name)| view! { <Few name=name at=at all=all find=find sheet=sheet /> })
            .collect_view()
    };
    view! {
        <fieldset class="col tight">
            <legend class="lab">{l.sources.0}</legend>
            <p class="hint">{l.sources.1}</p>
            {move || if none.get() {
                view! { <p class="sm dim">{l.no_sources}</p> }
            } else {
                view! { <Line label=l.find value=value set=set />{lists()} }
            }}
        </fieldset>
    }
}

/// What can be chosen: what it is called, the newest first; tracked.
fn choices(desk: Desk, village: Id, kind: &Kind) -> Vec<(Id, String)> {
    let records = desk.replica.with(|replica| records(replica, village, kind));
    records.into_iter().map(|record| (record.id, called(desk, &record))).collect()
}

fn records(replica: &Replica, village: Id, kind: &Kind) -> Vec<Record> {
    let here = |record: &&Record| match record.scope {
        Scope::Village(id) => id == village,
        // what was said on a bench of this village, and is not handed over yet
        Scope::Session(id) => {
            let session = replica.view().get(&id);
            session.is_some_and(|session| session.scope == Scope::Village(village))
        }
        _ => false,
    };
    let all = replica.view().values().rev().filter(|record| record.kind == *kind && !record.gone);
    all.filter(here).cloned().collect()
}

fn called(desk: Desk, record: &Record) -> String {
    let and = |first: String, then: &str| format!("{first} · {then}");
    match record.kind {
        Kind::Session => and(bench(record), record.text("title").unwrap_or_default()),
        Kind::Advice => {
            let who = source(desk, record.id).who.unwrap_or_default();
            and(who, record.text("words").unwrap_or_default())
        }
        _ => what(desk, record),
    }
}

/// A kind of them: those that are ticked, and the newest, or those that were found.
#[component]
fn Few(
    name: &'static str,
    at: usize,
    all: Memo<[Vec<(Id, String)>; 3]>,
    find: RwSignal<String>,
    sheet: RwSignal<Sheet>,
) -> AnyView {
    let ticked = move |id: &Id| sheet.with_untracked(|sheet| sheet.cites.contains(id));
    let few = Memo::new(move |_| {
        let wanted = find.get().trim().to_lowercase();
        let fits = |says: &String| wanted.is_empty() || says.to_lowercase().contains(&wanted);
        all.with(|all| {
            let list = all.get(at).map(Vec::as_slice).unwrap_or_default();
            let some: Vec<_> = list.iter().filter(|(id, says)| ticked(id) || fits(says)).collect();
            let more = some.len().saturating_sub(SHOWN);
            let few = some.into_iter().enumerate();
            let few = few.filter(|(place, (id, _))| *place < SHOWN || ticked(id));
            (few.map(|(_, one)| one.clone()).collect::<Vec<_>>(), more)
        })
    });
    let more = move || {
        let more = few.with(|(_, more)| *more);
        (more > 0).then(|| view! { <p class="xs dim">{(says().line.more)(more)}</p> })
    };
    let row = move |(id, says): (Id, String)| {
        let tick = move |event| {
            let on = event_target_checked(&event);
            sheet.update(|sheet| {
                sheet.cites.retain(|cited| *cited != id);
                sheet.cites.extend(on.then_some(id));
            });
        };
        view! {
            <label class="tick">
                <input type="checkbox" prop:checked=move || sheet.with(|sheet| sheet.cites.contains(&id)) on:change=tick />
                <span lang=tongue(&says)>{says.clone()}</span>
            </label>
        }
    };
    child(move || {
        let empty = few.with(|(few, _)| few.is_empty());
        (!empty).then(|| {
            view! {
                <p class="xs b dim">{name}</p>
                <For each=move || few.get().0 key=|(id, _)| id.to_string() children=row />
                {more}
            }
        })
    })
}
