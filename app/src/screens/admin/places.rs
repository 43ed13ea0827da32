//! 地方和人: the map of the region, town by town, with who is what in each village until when. The map is this phone's own
//! and is written without a signal; who holds a role is asked of the server.

use domain::{
    Id, Sorted,
    follow::term::Term,
    place::Level,
    roster::{Post, Roster},
};

use super::{place::PlaceSheet, posts};
use crate::{
    clock,
    desk::{Desk, Ground, Whereabouts, desk},
    look::words,
    parts::{Icon, WhereaboutsBadge, tongue},
    prelude::*,
    routes::Route,
    screens::district::{Heard, Live, region},
};

/// So many towns are unfolded from the start.
const FEW: usize = 2;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) desk: Desk,
    pub(super) region: Id,
    /// Nothing while this phone does not have it.
    pub(super) map: Memo<Option<Ground>>,
    /// Nothing until the server has answered.
    pub(super) told: RwSignal<Option<Roster>>,
    pub(super) teams: Memo<Sorted<Id, Term>>,
    /// What is looked for.
    letters: RwSignal<String>,
    /// The place whose sheet is open.
    pub(super) shown: RwSignal<Option<Id>>,
    pub(super) open: RwSignal<bool>,
}

impl Table {
    /// Opens the sheet of a place.
    pub(super) fn look(self, id: Id) {
        self.shown.set(Some(id));
        self.open.set(true);
    }

    /// A place of the map; tracked.
    pub(super) fn ground(self, id: Id) -> Option<Ground> {
        self.map.with(|map| map.as_ref()?.find(id).cloned())
    }

    /// The roles that are held in a place; tracked. Nothing until the server has answered.
    pub(super) fn posts(self, place: Id) -> Option<Vec<Post>> {
        self.told.with(|told| {
            let posts = told.as_ref()?.posts.iter().filter(|post| post.place == place);
            Some(posts.cloned().collect())
        })
    }

    /// The villages of a place that have the letters in a name, in the order of the map; tracked.
    fn found(self, id: Id) -> Vec<Id> {
        let letters = self.letters.with(|letters| letters.trim().to_lowercase());
        self.map.with(|map| {
            let here = map.as_ref().and_then(|map| map.find(id));
            let villages = here.map(Ground::villages).unwrap_or_default().into_iter();
            let has = |name: &str| name.to_lowercase().contains(&letters);
            let found = villages.filter(|village| {
                has(&village.place.name) || village.place.name_en.as_deref().is_some_and(has)
            });
            found.map(|village| village.id).collect()
        })
    }
}

/// What a place is called in the reader's language.
pub(super) fn called(ground: &Ground) -> String {
    let place = &ground.place;
    match words().lang {
        words::Lang::Zh => place.name.clone(),
        words::Lang::En => place.name_en.clone().unwrap_or_else(|| place.name.clone()),
    }
}

/// The page.
#[component]
pub(super) fn Places() -> AnyView {
    let (w, desk) = (words().places(), desk());
    let Some(region) = untrack(|| region(desk)) else { return ().into_any() };
    let live = Live::start();
    let now = clock::now();
    let table = Table {
        desk,
        region,
        map: Memo::new(move |_| desk.map(region)),
        told: live.follow(move || format!("/api/v1/district/{region}/roster")),
        teams: Memo::new(move |_| desk.teams(now)),
        letters: RwSignal::new(String::new()),
        shown: RwSignal::new(None),
        open: RwSignal::new(false),
    };
    let typed = move |event| table.letters.set(event_target_value(&event));
    let none = Memo::new(move |_| table.found(region).is_empty());
    view! {
        <section class="slip places" aria-labelledby="places-h">
            <div class="head"><h2 id="places-h">{(words().admin().chamber)("")}</h2><Heard live=live /></div>
            <label class="find"><Icon name="search" />
                <input class="in" type="search" aria-label=w.find placeholder=w.find autocomplete="off"
                    prop:value=move || table.letters.get() on:input=typed />
            </label>
            <p class="sm dim" role="status">{move || none.get().then_some(w.none)}</p>
            {posts::soon(table)}
            <Whole table=table />
            <Towns table=table />
            <PlaceSheet table=table />
        </section>
    }
    .into_any()
}

/// The region itself, with those who serve all of it.
#[component]
fn Whole(table: Table) -> AnyView {
    let w = words().places();
    let head = move || table.ground(table.region).map(|ground| head(table, &ground));
    view! {
        <div class="whole">
            {head}
            <details>
                <summary><Icon name="people" />{w.region}</summary>
                {posts::held(table, table.region)}
            </details>
        </div>
    }
}

/// The towns, each folded, and what lies in none.
#[component]
fn Towns(table: Table) -> AnyView {
    let rows = Memo::new(move |_| {
        table.map.with(|map| {
            let within = map.as_ref().map(|map| map.within.as_slice()).unwrap_or_default();
            let rows = within.iter().map(|one| (one.id, one.place.level));
            rows.collect::<Vec<(Id, Level)>>()
        })
    });
    let towns = move || {
        let towns = rows.get().into_iter().filter(|(_, level)| *level == Level::Town);
        towns.map(|(id, _)| id).collect::<Vec<Id>>()
    };
    let few = Memo::new(move |_| towns().len() <= FEW);
    // a village that is part of no town, for as long as nobody has said of which
    let alone = move || {
        let alone = rows.get().into_iter().filter(|(_, level)| *level == Level::Village);
        let alone = alone.map(|(id, _)| id).collect::<Vec<Id>>();
        let found = table.found(table.region).into_iter().filter(|id| alone.contains(id));
        found.collect::<Vec<Id>>()
    };
    let stray =
        move || (!alone().is_empty()).then(|| view! { <h3>{words().places().no_town}</h3> });
    view! {
        <For each=towns key=|id| id.to_string() let:id><Town table=table id=id few=few /></For>
        {stray}
        <ul class="spots">
            <For each=alone key=|id| id.to_string() let:id><Village table=table id=id /></For>
        </ul>
    }
}

/// A town with its villages.
#[component]
fn Town(table: Table, id: Id, few: Memo<bool>) -> AnyView {
    let w = words().places();
    let found = Memo::new(move |_| table.found(id));
    let sought = Memo::new(move |_| table.letters.with(|letters| !letters.trim().is_empty()));
    let name = move || table.ground(id).map(|ground| called(&ground));
    let count = move || table.ground(id).map(|ground| (w.villages)(ground.villages().len()));
    let head = move || table.ground(id).map(|ground| head(table, &ground));
    let gone = move || sought.get() && found.with(Vec::is_empty);
    view! {
        <details class="town" prop:open=move || few.get() || sought.get() prop:hidden=gone>
            <summary>
                <Icon name="map" />
                <span lang=move || name().and_then(|name| tongue(&name))>{name}</span>
                <small class="dim">{count}</small>
            </summary>
            {head}
            <ul class="spots">
                <For each=move || found.get() key=|id| id.to_string() let:id><Village table=table id=id /></For>
            </ul>
            <button type="button" class="btn bare" on:click=move |_| table.look(id)>
                <Icon name="plus" />{(w.add)(Level::Village)}
            </button>
        </details>
    }
}

/// A place's names, where its newest words are, and the ways on.
fn head(table: Table, ground: &Ground) -> AnyView {
    let w = words().places();
    let (id, name) = (ground.id, called(ground));
    let other = match words().lang {
        words::Lang::Zh => ground.place.name_en.clone(),
        words::Lang::En => ground.place.name_en.is_some().then(|| ground.place.name.clone()),
    };
    let other = other.map(|other| {
        let lang = tongue(&other).unwrap_or("en");
        view! { " "<small class="dim" lang=lang>{other}</small> }
    });
    let badge = (ground.whereabouts != Whereabouts::Sent)
        .then(|| view! { <WhereaboutsBadge at=ground.whereabouts /> });
    let held = ground.place.level == Level::Village || id == table.region;
    // roles are given where the office works already
    let people = (held && (id == table.region || table.desk.villages().contains(&id))).then(|| {
        let path = Route::People(Some(id)).path();
        view! {
            <a class="btn" href=path aria-label=(w.people_of)(&name)><Icon name="people" />{w.people}</a>
        }
    });
    view! {
        <div class="row">
            <h3 class="grow"><span lang=tongue(&name)>{name.clone()}</span>{other}</h3>
            {badge}
            <button type="button" class="btn" aria-label=(w.edit_of)(&name) on:click=move |_| table.look(id)>
                <Icon name="pen" />{w.edit}
            </button>
            {people}
        </div>
    }
    .into_any()
}

/// A village: its names, its groups, its team, who is what in it.
#[component]
fn Village(table: Table, id: Id) -> AnyView {
    let w = words().places();
    let ground = Memo::new(move |_| table.ground(id));
    let arrived = Memo::new(move |_| table.desk.villages().contains(&id));
    let head = move || ground.get().map(|ground| head(table, &ground));
    let groups = move || {
        let ground = ground.get()?;
        let names: Vec<String> = ground.within.iter().map(called).collect();
        let named = names.join(w.comma);
        (!names.is_empty()).then(|| {
            view! { <dt>{w.groups}</dt><dd lang=tongue(&named)>{named.clone()}</dd> }
        })
    };
    view! {
        <li class="spot">
            {head}
            <dl class="kv">{groups}{posts::team(table, id)}</dl>
            {move || (!arrived.get()).then(|| view! { <p class="sm dim">{w.not_there}</p> })}
            {posts::held(table, id)}
        </li>
    }
}
