//! Who holds which role until when: by place and role, and what ends soon in the order of the map.

use domain::{Id, Role, roster::Post};

use super::places::{Table, called};
use crate::{
    clock,
    look::words,
    parts::{Icon, tongue},
    prelude::*,
    routes::Route,
};

/// Those without whom a village cannot sit down.
const NEEDED: [Role; 2] = [Role::Secretary, Role::Recorder];

/// The team in office, as name and value.
pub(super) fn team(table: Table, village: Id) -> AnyView {
    let w = words();
    let p = w.places();
    let team = Memo::new(move |_| table.teams.with(|teams| teams.get(&village).cloned()));
    child(move || {
        let told = match team.get() {
            None => view! { <span class="dim">{p.no_team}</span> }.into_any(),
            Some(term) => {
                let day = |at| w.lang.date(at, clock::now());
                let until = term.team.until.map(day);
                let term_ = (p.term)(&day(term.team.from), until.as_deref());
                let team = term.team.team;
                view! { <span lang=tongue(&team)>{team.clone()}</span>" "<span class="dim">{term_}</span> }
                    .into_any()
            }
        };
        view! { <dt>{p.team}</dt><dd>{told}</dd> }
    })
}

/// The roles of a place, each with its people; and, of a village, which are held by nobody.
pub(super) fn held(table: Table, place: Id) -> AnyView {
    let w = words();
    let posts = Memo::new(move |_| table.posts(place));
    child(move || {
        let posts = posts.get()?;
        let rows = Role::ALL.into_iter().filter_map(|role| {
            let those: Vec<&Post> = posts.iter().filter(|post| post.role == role).collect();
            let people = those.iter().map(|post| one(table, post)).collect::<Vec<AnyView>>();
            (!people.is_empty()).then(|| {
                view! { <dt>{(w.names.role)(role)}</dt><dd><ul class="held">{people}</ul></dd> }
            })
        });
        let rows: Vec<_> = rows.collect();
        let village = place != table.region;
        let lacking = NEEDED.into_iter().filter(|role| posts.iter().all(|post| post.role != *role));
        let lacking: Vec<String> =
            lacking.map(|role| (w.places().lacks)((w.names.role)(role))).collect();
        let lacking = (village && !lacking.is_empty()).then(|| {
            view! { <p class="iconed sm dim"><Icon name="info" />{lacking.join(w.places().comma)}</p> }
        });
        Some(view! { <dl class="kv">{rows}</dl>{lacking} })
    })
}

/// Somebody, until when, and whether that is soon.
fn one(table: Table, post: &Post) -> AnyView {
    let w = words();
    let name = table.desk.name_of(post.person);
    let soon = post.ends_soon(clock::now()).then(|| {
        view! { " "<span class="tag wait"><Icon name="clock" />{w.places().ends}</span> }
    });
    view! { <li><span lang=tongue(&name)>{name.clone()}</span>" "<span class="dim">{end(post)}</span>{soon}</li> }
        .into_any()
}

/// The last day on which it is held, where it has one.
fn end(post: &Post) -> Option<String> {
    let w = words();
    post.until.map(|until| (w.places().until)(&w.lang.date(until - 1, clock::now())))
}

/// What ends soon, in the order of the map; nothing where nothing does.
pub(super) fn soon(table: Table) -> AnyView {
    let w = words();
    let ending = Memo::new(move |_| {
        let now = clock::now();
        let grounds = table.map.with(|map| {
            let map = map.as_ref()?;
            let villages = map.villages().into_iter().chain([map]);
            Some(villages.map(|one| (one.id, called(one))).collect::<Vec<_>>())
        });
        let of = |(id, name): (Id, String)| {
            let posts = table.posts(id).unwrap_or_default().into_iter();
            posts
                .filter(|post| post.ends_soon(now))
                .map(move |post| (name.clone(), post))
                .collect::<Vec<_>>()
        };
        grounds.unwrap_or_default().into_iter().flat_map(of).collect::<Vec<(String, Post)>>()
    });
    child(move || {
        let ending = ending.get();
        let rows = ending.iter().map(|(place, post)| {
            let path = Route::People(Some(post.place)).path();
            let name = table.desk.name_of(post.person);
            view! {
                <li><a href=path>
                    <span><b lang=tongue(place)>{place.clone()}</b>" "<span lang=tongue(&name)>{name.clone()}</span>
                        <small>{(w.names.role)(post.role)}" "{end(post)}</small></span>
                    <span class="end"><Icon name="right" /></span>
                </a></li>
            }
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section aria-labelledby="soon-h">
                    <h3 id="soon-h" class="iconed"><Icon name="clock" />{w.places().soon}</h3>
                    <ul class="list">{rows}</ul>
                </section>
            }
        })
    })
}
