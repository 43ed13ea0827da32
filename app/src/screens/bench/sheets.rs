//! What lies over the bench for a moment: who, by when, a few words, the way out.

use domain::{DAY, Id, Millis, session::Sort};

use super::{
    hands::Ask,
    late::Late,
    log::{Log, Write},
    rules::Rules,
    table::{Sheet, Table, table, under},
};
use crate::{
    look::words,
    parts::{CommitTrouble, Dialog, Icon},
    prelude::*,
    routes::{Room, Route, way},
};

/// The sheet that was asked for last: it stays, closed, so that whoever opened it gets the focus back.
#[component]
pub(super) fn Sheets() -> AnyView {
    let table = table();
    let last = Memo::new(move |before: Option<&Option<Sheet>>| {
        table.sheet.get().or_else(|| before.copied().flatten())
    });
    child(move || last.get().map(|sheet| view! { <Over sheet=sheet /> }))
}

#[component]
fn Over(sheet: Sheet) -> AnyView {
    let (w, table) = (words(), table());
    let b = w.bench();
    let open = RwSignal::new(true);
    Effect::new(move |_| open.set(table.sheet.get() == Some(sheet)));
    Effect::new(move |_| {
        if !open.get() && table.sheet.get_untracked() == Some(sheet) {
            table.sheet.set(None);
        }
    });
    let title = match sheet {
        Sheet::Whose(_) => b.whose[0].to_owned(),
        Sheet::Due(seat) => {
            let name = seat.map(|seat| table.name(seat)).unwrap_or_default();
            format!("{name} {}", b.due[0])
        }
        Sheet::Write(_) => b.write[0].to_owned(),
        Sheet::Ask => b.hands[1].to_owned(),
        Sheet::Late => b.late[0].to_owned(),
        Sheet::Silent => b.silent_title.to_owned(),
        Sheet::Log => b.log.1.to_owned(),
        Sheet::Rules => w.card().title.to_owned(),
        Sheet::End => b.end[1].to_owned(),
    };
    let inside = move || match sheet {
        Sheet::Whose(sort) => view! { <Whose sort=sort /> },
        Sheet::Due(seat) => view! { <Due seat=seat /> },
        Sheet::Write(id) => view! { <Write id=id /> },
        Sheet::Ask => view! { <Ask /> },
        Sheet::Late => view! { <Late /> },
        Sheet::Silent => view! { <Silent /> },
        Sheet::Log => view! { <Log /> },
        Sheet::Rules => view! { <Rules /> },
        Sheet::End => view! { <End /> },
    };
    view! { <Dialog open=open title=title sheet=true>{inside()}<CommitTrouble error=table.error /></Dialog> }
}

/// Who said it: everybody who is here, or nobody in particular.
#[component]
fn Whose(sort: Sort) -> AnyView {
    let (w, table) = (words(), table());
    let said = move |seat: Option<Id>| match sort {
        Sort::Promise => table.sheet.set(Some(Sheet::Due(seat))),
        Sort::Opinion | Sort::Question | Sort::Answer | Sort::Dissent => {
            table.soon(move |table| table.state(sort, seat));
            table.sheet.set(None);
        }
    };
    let nobody = w.bench().whose[1];
    view! {
        <div class="main">
            <button class="btn" on:click=move |_| said(None)>{nobody}</button>
            <Names seats=here(table) tap=Callback::new(move |seat| said(Some(seat))) />
        </div>
    }
}

/// Those who are here, by seat, name, and what stands under it.
fn here(table: Table) -> Vec<(Id, String, String)> {
    table.floor.with_untracked(|floor| {
        let here = floor.places.iter().filter(|place| place.here());
        here.map(|place| (place.id, place.seat.name.clone(), under(table.w, place))).collect()
    })
}

/// Names to tap.
#[component]
fn Names(seats: Vec<(Id, String, String)>, tap: Callback<Id>) -> AnyView {
    let one = |(id, name, under): (Id, String, String)| {
        view! {
            <li>
                <button class="seat" on:click=move |_| tap.run(id)>
                    <b lang="zh-CN">{name}</b><small lang="zh-CN">{under}</small>
                </button>
            </li>
        }
    };
    view! { <ul class="seats">{seats.into_iter().map(one).collect_view()}</ul> }
}

/// Those who have not spoken; a tap, and it is their turn.
#[component]
fn Silent() -> AnyView {
    let table = table();
    let silent = table.floor.with_untracked(|floor| {
        let silent = floor.silent();
        let line = |place: &&super::floor::Place| {
            (place.id, place.seat.name.clone(), under(table.w, place))
        };
        silent.iter().map(line).collect::<Vec<_>>()
    });
    let tap = move |seat| {
        table.soon(move |table| table.speak(seat));
        table.sheet.set(None);
    };
    view! {
        <div class="main">
            <p class="sm dim">{words().bench().middle[1]}</p>
            <Names seats=silent tap=Callback::new(tap) />
        </div>
    }
}

/// By when it is to be done: a tap on a day, or none.
#[component]
fn Due(seat: Option<Id>) -> AnyView {
    let (w, table) = (words(), table());
    let [_, week, month, quarter, other, none] = w.bench().due;
    let picking = RwSignal::new(false);
    let promise = move |due: Option<Millis>| {
        table.soon(move |table| table.promise(seat, due));
        table.sheet.set(None);
    };
    let now = table.time();
    let days =
        [(week, now + 7 * DAY), (month, words::bench::month_end(now)), (quarter, now + 91 * DAY)];
    let day = move |(name, due): (&'static str, Millis)| {
        view! {
            <button class="btn" on:click=move |_| promise(Some(due))>
                <span>{name}<small>{w.lang.date(due, now)}</small></span>
            </button>
        }
    };
    let picked = move |event: web_sys::Event| {
        if let Some(due) = day_of(&event_target_value(&event)) {
            promise(Some(due));
        }
    };
    view! {
        <div class="main due">
            <div class="btns">{days.map(day).into_iter().collect_view()}</div>
            <div class="btns">
                <button class="btn" aria-expanded=move || picking.get().to_string()
                    on:click=move |_| picking.update(|picking| *picking = !*picking)>
                    <Icon name="cal" />{other}
                </button>
                <button class="btn bare" on:click=move |_| promise(None)>{none}</button>
            </div>
            {move || picking.get().then(|| view! {
                <input class="in" type="date" aria-label=other on:change=picked />
            })}
        </div>
    }
}

/// The noon of a day as a date box writes it.
fn day_of(typed: &str) -> Option<Millis> {
    let mut parts = typed.split('-');
    let year = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    words::moment_of(year, month, day, 12, 0)
}

/// Whether to end.
#[component]
fn End() -> AnyView {
    let (w, table, way) = (words(), table(), way());
    let b = w.bench();
    let minutes = Route::Session(table.id, Room::Minutes);
    view! {
        <div class="main"><p>{b.end[2]}</p></div>
        <div class="foot">
            <button class="btn do big" on:click=move |_| table.soon(move |table| table.end(move |_| way.go(minutes)))>{b.end[3]}</button>
            <button class="btn big" on:click=move |_| table.sheet.set(None)>{w.common.cancel}</button>
        </div>
    }
}
