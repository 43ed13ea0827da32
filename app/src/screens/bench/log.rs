//! What was taken down tonight, the newest first; each entry can be written on and taken back.

use domain::{
    Act, Id, Kind, Millis, Record,
    session::{
        Sort,
        bench::{Count, Statement},
    },
    small::Photo,
};

use super::{
    floor::length,
    table::{Done, Sheet, Step, Table, table},
    voice::Play,
};
use crate::{look::words, order::newest_first, prelude::*};

/// Something that was taken down.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) id: Id,
    pub(super) kind: Kind,
    pub(super) at: Millis,
    pub(super) seat: Option<Id>,
    /// What it is, in a few words.
    what: String,
    /// What was said, where somebody wrote it.
    pub(super) words: Option<String>,
    /// Who took it down.
    by: Option<Id>,
    sort: Option<Sort>,
}

/// All of it; tracked.
pub(super) fn entries(table: Table) -> Vec<Entry> {
    let found = table.desk.in_room(table.id, |room| {
        let within = room.within().iter().filter(|record| !record.gone);
        let mut entries: Vec<Entry> = within.filter_map(|record| entry(table, record)).collect();
        entries.sort_by_cached_key(|entry| newest_first(0, entry.at, entry.id));
        entries
    });
    found.unwrap_or_default()
}

fn entry(table: Table, record: &Record) -> Option<Entry> {
    let (w, b) = (table.w, table.w.bench());
    let (id, kind) = (record.id, record.kind.clone());
    let by = record.link("taken_by").or(record.by);
    Some(match kind {
        Kind::Statement => {
            let Statement { sort, seat, words, said_at: at, .. } = record.read().ok()?;
            let what = (b.stated)(w.lang, sort, None);
            Entry { id, kind, at, seat, what, words, by, sort: Some(sort) }
        }
        Kind::Count => {
            let Count { words, asked_at: at, yes, no, unsure, .. } = record.read().ok()?;
            let [y, n, u] = [
                domain::session::Hand::Yes,
                domain::session::Hand::No,
                domain::session::Hand::Unsure,
            ]
            .map(|hand| words::session::hand(w.lang, hand));
            let what = format!("{}{y} {yes} · {n} {no} · {u} {unsure}", b.hands[0]);
            Entry { id, kind, at, seat: None, what, words: Some(words), by, sort: None }
        }
        Kind::Speech => {
            let (began, ended) = (record.number("began"), record.number("ended"));
            let over = record.fields.contains_key("ended");
            let what =
                if over { (b.spoke.0)(&length(ended - began)) } else { b.spoke.1.to_owned() };
            let seat = record.link("seat");
            Entry { id, kind, at: began, seat, what, words: None, by, sort: None }
        }
        _ => return None,
    })
}

/// What was taken down last, as it was told then: for a phone that was opened anew.
pub(super) fn newest(table: Table) -> Option<Done> {
    let all = untrack(move || entries(table));
    let last = all.into_iter().find(|entry| entry.kind == Kind::Statement)?;
    let undo = untrack(move || table.with_it(last.id));
    let seat = last.seat;
    Some(table.stated(last.sort?, seat, last.id, undo, None))
}

/// The list.
#[component]
pub(super) fn Log() -> AnyView {
    let table = table();
    let b = words().bench();
    let all = Memo::new(move |_| entries(table));
    view! {
        <div class="main">
            {move || all.with(Vec::is_empty).then(|| view! { <p class="dim">{b.log.2}</p> })}
            <ol class="ruled">
                <For each=move || all.get() key=|entry| entry.id.to_string() children=move |entry| {
                    view! { <One entry=entry all=all /> }
                } />
            </ol>
        </div>
    }
}

#[component]
fn One(entry: Entry, all: Memo<Vec<Entry>>) -> AnyView {
    let (w, table) = (words(), table());
    let b = w.bench();
    let (id, kind) = (entry.id, entry.kind.clone());
    let live = Memo::new(move |before: Option<&Entry>| {
        let now = all.with(|all| all.iter().find(|other| other.id == id).cloned());
        now.or_else(|| before.cloned()).unwrap_or_else(|| entry.clone())
    });
    let statement = kind == Kind::Statement;
    let name = move || live.with(|entry| entry.seat).map(|seat| table.name(seat));
    let others = move || {
        let by = live.with(|entry| entry.by).filter(|by| *by != table.desk.person());
        by.map(|by| (b.by)(&table.desk.name_of(by)))
    };
    let due = Memo::new(move |_| {
        let action = statement.then(|| table.promised(id)).flatten()?;
        action.due.map(|due| (b.due_by)(&w.lang.date(due, table.now.get_untracked())))
    });
    let time = move || {
        let at = words::civil(live.with(|entry| entry.at));
        format!("{:02}:{:02}", at.hour, at.minute)
    };
    let said = move || {
        let words = live.with(|entry| entry.words.clone());
        match words {
            Some(words) => Some(view! { <p class="say" lang="zh-CN">{words}</p> }.into_any()),
            None => statement.then(|| view! { <p class="sm dim">{b.wordless}</p> }.into_any()),
        }
    };
    let voices =
        Memo::new(
            move |_| {
                if statement { table.beside("about", &Kind::Voice, id) } else { Vec::new() }
            },
        );
    let back = move |_| {
        let steps: Vec<Step> = if statement {
            untrack(|| table.with_it(id))
        } else {
            vec![table.on(kind.clone(), id, Act::Withdraw)]
        };
        // the line under the ring says what was taken back
        let what = live.with_untracked(|entry| entry.what.clone());
        let who = b.undo[1].to_owned();
        let done = Done { who, what, undo: Vec::new(), statement: None, taken: false };
        table.soon(move |table| table.run(steps, Some(done)));
    };
    view! {
        <li class="stmt">
            <p class="who">
                {move || name().map(|name| view! { <b lang="zh-CN">{name}</b> })}<span>{move || live.with(|entry| entry.what.clone())}</span>
                <span>{move || due.get()}</span>
                <time>{time}</time><span>{others}</span>
            </p>
            {said}
            <For each=move || voices.get() key=|id| id.to_string() children=move |voice| {
                view! { <Play id=voice lasts=lasts(table, voice) /> }
            } />
            <div class="row">
                {statement.then(|| view! {
                    <button class="btn bare sm" on:click=move |_| table.sheet.set(Some(Sheet::Write(id)))>{b.write[0]}</button>
                })}
                <button class="btn bare sm" on:click=back>{b.undo[0]}</button>
            </div>
        </li>
    }
}

fn lasts(table: Table, voice: Id) -> Millis {
    let lasts = table.record(voice).and_then(|record| record.read::<Photo>().ok());
    lasts.map_or(0, |photo| photo.lasts.into())
}

/// A few words to what was said: whenever there is time, here or in the minutes.
#[component]
pub(super) fn Write(id: Id) -> AnyView {
    let (w, table) = (words(), table());
    let b = w.bench();
    let before = table.record(id).and_then(|record| record.fields.get("words").cloned());
    let before = StoredValue::new(before.unwrap_or_default());
    let first = before.with_value(|words| words.as_str().unwrap_or_default().to_owned());
    let words = RwSignal::new(first);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let to = words.get_untracked();
        let to = if to.trim().is_empty() { serde_json::Value::Null } else { to.trim().into() };
        let act = Act::Edit { field: "words".into(), from: before.get_value(), to };
        let steps = vec![table.on(Kind::Statement, id, act)];
        table.soon(move |table| table.then(steps, |table| table.sheet.set(None)));
    };
    view! {
        <form on:submit=submit>
            <div class="main">
                <div class="field">
                    <label for="said">{b.write[1]}</label>
                    <textarea class="in" id="said" lang="zh-CN" prop:value=move || words.get()
                        on:input=move |event| words.set(event_target_value(&event))></textarea>
                </div>
            </div>
            <div class="foot"><button class="btn do big">{b.write[2]}</button></div>
        </form>
    }
}
