//! One place: its names mended where they stand, its place among its siblings, what lies in it, and one more. All of it is
//! written on this phone first.

use domain::{
    Act, Form, Id, Kind, Scope,
    place::{Level, Place},
};

use super::places::{Table, called};
use crate::{
    clock,
    desk::{Ground, Whereabouts, moved},
    look::words,
    parts::{CommitTrouble, Dialog, Icon, Trouble, WhereaboutsBadge, keep, spend, tongue},
    prelude::*,
    screens::{
        issue::{Line, draft},
        session::Mend,
    },
};

/// The sheet of the place that is looked at.
#[component]
pub(super) fn PlaceSheet(table: Table) -> AnyView {
    child(move || {
        let id = table.shown.get()?;
        let title = untrack(|| table.ground(id)).map(|ground| called(&ground)).unwrap_or_default();
        let inner = move || view! { <Inner table=table id=id /> };
        Some(view! { <Dialog open=table.open title=title sheet=true>{inner()}</Dialog> })
    })
}

#[component]
fn Inner(table: Table, id: Id) -> AnyView {
    let w = words().places();
    let which = (Kind::Place, id, Scope::Region(table.region));
    let ground = Memo::new(move |_| table.ground(id));
    let level = untrack(|| ground.get()).map(|ground| ground.place.level).unwrap_or_default();
    let badge =
        move || ground.get().map(|ground| view! { <WhereaboutsBadge at=ground.whereabouts /> });
    let above =
        untrack(|| table.map.with(|map| map.as_ref()?.above(id).map(|one| (one.id, called(one)))));
    // from a group one came by way of its village
    let back = above.filter(|_| level == Level::Group).map(|(id, name)| {
        view! {
            <button type="button" class="btn bare" on:click=move |_| table.look(id)>
                <Icon name="back" /><span lang=tongue(&name)>{name.clone()}</span>
            </button>
        }
    });
    let [name, english] = w.names;
    view! {
        <div class="main col">
            <div class="row">{back}<span class="grow"></span>{badge}</div>
            <div>
                <Mend which=which.clone() field="name" label=name />
                <Mend which=which field="name_en" label=english />
            </div>
            <Order table=table id=id />
            <Below table=table ground=ground />
            {beneath(level).map(|level| view! { <Add table=table parent=id level=level /> })}
        </div>
    }
}

/// What lies directly in a place of a size.
fn beneath(level: Level) -> Option<Level> {
    match level {
        Level::District => Some(Level::Town),
        Level::Town => Some(Level::Village),
        Level::Village => Some(Level::Group),
        Level::Group => None,
    }
}

/// Which it is among its siblings, and one earlier or later.
#[component]
fn Order(table: Table, id: Id) -> AnyView {
    let w = words().places();
    let trouble = Trouble::new();
    let row = Memo::new(move |_| {
        table.map.with(|map| {
            let siblings = map.as_ref().and_then(|map| map.above(id)).map(|above| {
                let level = above.find(id).map(|one| one.place.level);
                let alike = above.within.iter().filter(|one| Some(one.place.level) == level);
                alike.map(|one| (one.id, one.place.order)).collect::<Vec<(Id, u32)>>()
            });
            siblings.unwrap_or_default()
        })
    });
    let go = move |later: bool| {
        let scope = Scope::Region(table.region);
        let edit = |(id, from, to): (Id, u32, u32)| {
            let (field, from, to) = ("order".to_owned(), from.form(), to.form());
            (Kind::Place, id, scope, Act::Edit { field, from, to })
        };
        let deeds: Vec<_> = moved(&row.get_untracked(), id, later).into_iter().map(edit).collect();
        if !deeds.is_empty() {
            keep(trouble, deeds, || {});
        }
    };
    let at = move || row.with(|row| row.iter().position(|(one, _)| *one == id).map(|at| at + 1));
    let told = move || at().map(|at| (w.order)(at, row.with(Vec::len)));
    let first = move || (at() == Some(1)).then_some("true");
    let last = move || (at() == Some(row.with(Vec::len))).then_some("true");
    let several = Memo::new(move |_| row.with(Vec::len) > 1);
    child(move || {
        several.get().then(|| view! {
            <div class="col">
                <p class="sm" role="status">{told}</p>
                <div class="btns">
                    <button type="button" class="btn" aria-disabled=first on:click=move |_| go(false)>
                        <Icon name="up" />{w.moves[0]}
                    </button>
                    <button type="button" class="btn" aria-disabled=last on:click=move |_| go(true)>
                        <Icon name="down" />{w.moves[1]}
                    </button>
                </div>
                <CommitTrouble error=trouble.said />
            </div>
        })
    })
}

/// What lies in it, each a way to its own sheet.
#[component]
fn Below(table: Table, ground: Memo<Option<Ground>>) -> AnyView {
    let w = words().places();
    child(move || {
        let within = ground.get()?.within;
        let rows = within.iter().map(|one| {
            let (id, name, at) = (one.id, called(one), one.whereabouts);
            let badge = (at != Whereabouts::Sent).then(|| view! { <WhereaboutsBadge at=at /> });
            view! {
                <li><button type="button" on:click=move |_| table.look(id)>
                    <span class="grow" lang=tongue(&name)>{name.clone()}</span>
                    {badge}
                    <span class="end"><Icon name="pen" /></span>
                </button></li>
            }
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| view! { <h3>{w.within}</h3><ul class="list">{rows}</ul> })
    })
}

/// What is typed of a new place.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Typed {
    name: String,
    english: String,
}

/// One more place in this one.
#[component]
fn Add(table: Table, parent: Id, level: Level) -> AnyView {
    let w = words().places();
    let key = format!("bandeng.place.{parent}");
    let form = draft::<Typed>(key.clone());
    let trouble = Trouble::new();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Typed { name, english } = form.get_untracked();
        let within = table.map.with_untracked(|map| {
            map.as_ref()?.find(parent).map(|one| one.within.iter().map(|one| one.place.order).max())
        });
        let order = within.flatten().map_or(0, |last| last + 1);
        let name_en = Some(english).filter(|english| !english.trim().is_empty());
        let place = Place { name, name_en, level, parent: Some(parent), order };
        let scope = Scope::Region(table.region);
        let key = key.clone();
        let deed = (Kind::Place, clock::fresh(), scope, Act::Found(place));
        keep(trouble, vec![deed], move || spend(form, &key));
    };
    let name = Signal::derive(move || form.with(|form| form.name.clone()));
    let set_name = Callback::new(move |typed| form.update(|form| form.name = typed));
    let english = Signal::derive(move || form.with(|form| form.english.clone()));
    let set_english = Callback::new(move |typed| form.update(|form| form.english = typed));
    view! {
        <form class="slip col" aria-label=(w.add)(level) on:submit=save>
            <h3 class="iconed"><Icon name="plus" />{(w.add)(level)}</h3>
            <Line label=(w.ask)(level) value=name set=set_name />
            <Line label=w.names[1] value=english set=set_english />
            {(level == Level::Village).then(|| view! { <p class="hint">{w.begins}</p> })}
            <button class="btn do">{w.save}</button>
            <CommitTrouble error=trouble.said />
        </form>
    }
}
