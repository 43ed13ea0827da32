//! 人和身份: who is what in the village; for whoever may give roles there, asking somebody in and giving and taking them.

mod api;
mod ask;
mod known;
mod link;
mod list;
mod sheet;

use domain::{Id, Role, Scope, trust};

use self::{
    api::{Open, People, Somebody},
    known::Known,
    link::Made,
    list::List,
};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{Bar, Frame, Icon, net_words},
    prelude::*,
    replica::NetError,
    routes::Route,
};

/// What all of this screen shares.
#[derive(Clone, Copy)]
struct Table {
    desk: Desk,
    /// The village, or the region.
    place: RwSignal<Option<Scope>>,
    /// What the server told of it.
    told: RwSignal<Option<Result<People, NetError>>>,
    /// The invite that was just made.
    made: RwSignal<Option<Made>>,
    /// What was just done.
    done: RwSignal<Option<String>>,
}

impl Table {
    fn load(self) {
        // asked for after something was done, too, when the screen may be gone
        let Some(place) = self.place.try_get_untracked().flatten() else { return };
        leptos::task::spawn_local(async move {
            let told = People::of(place.owner()).await;
            if self.place.try_get_untracked() == Some(Some(place)) {
                self.told.set(Some(told));
            }
        });
    }

    /// The id of the place, wherever it is asked for only one is chosen.
    fn id(self) -> Id {
        self.place.get_untracked().map_or_else(Id::nil, Scope::owner)
    }

    /// The roles the reader may give here, by what this phone knows; tracked.
    fn grants(self) -> Vec<Role> {
        let who = self.desk.who();
        self.place.get().map(|place| trust::grants(&who, place)).unwrap_or_default()
    }

    /// Says what was done, and asks anew how it stands.
    fn say(self, done: String) {
        self.done.set(Some(done));
        self.load();
    }
}

/// Where roles are held that this person may read of: the villages, and the region for its office; tracked.
fn places(desk: Desk) -> Vec<Scope> {
    let mut places: Vec<Scope> = desk.villages().into_iter().map(Scope::Village).collect();
    let who = desk.who();
    let office = who.roles.iter().filter(|(role, _)| *role == Role::Office);
    places.extend(office.map(|(_, at)| *at).filter(|at| matches!(at, Scope::Region(_))));
    places
}

/// The screen, open at a place if one is said.
#[component]
pub(crate) fn PeopleScreen(place: Option<Id>) -> AnyView {
    let (w, desk) = (words().people(), desk());
    let said = untrack(|| places(desk).into_iter().find(|scope| Some(scope.owner()) == place));
    let table = Table {
        desk,
        place: RwSignal::new(said.or_else(|| untrack(|| desk.village().map(Scope::Village)))),
        told: RwSignal::new(None),
        made: RwSignal::new(None),
        done: RwSignal::new(None),
    };
    // what this phone knows of its roles may come later than the screen, and go while it is open
    let all = Memo::new(move |_| places(desk));
    Effect::new(move |_| {
        let all = all.get();
        if !table.place.get_untracked().is_some_and(|place| all.contains(&place)) {
            table.place.set(all.first().copied());
        }
    });
    let grants = Memo::new(move |_| table.grants());
    Effect::new(move |_| {
        if !grants.get().is_empty() && table.place.get().is_some() {
            table.load();
        }
    });
    let body = move || match (table.made.get(), grants.with(Vec::is_empty)) {
        (Some(made), _) => link::page(&made, table),
        (None, true) => view! { <Known table=table /> }.into_any(),
        (None, false) => view! { <Told table=table /> }.into_any(),
    };
    let places = move || (all.with(Vec::len) > 1).then(|| view! { <Where table=table all=all /> });
    view! {
        <Frame top=view! { <Bar back=Route::Me title=w.title /> } foot=None over=None>
            <div class="noprint col">
                {places}
                <div role="status">{move || table.done.get().map(|done| view! {
                    <p class="note go"><Icon name="check" /><span>{done}</span></p>
                })}</div>
            </div>
            {body}
        </Frame>
    }
}

/// Which place is shown.
#[component]
fn Where(table: Table, all: Memo<Vec<Scope>>) -> AnyView {
    let w = words().people();
    let pick = move |event| {
        let id = Id::try_parse(&event_target_value(&event)).ok();
        table.told.set(None);
        table.place.set(all.get_untracked().into_iter().find(|place| Some(place.owner()) == id));
    };
    let choices = move || {
        let chosen = table.place.get();
        let choice = |place: Scope| {
            let village = matches!(place, Scope::Village(_));
            let name = table.desk.place_name(place.owner()).filter(|_| village);
            let name = name.unwrap_or_else(|| w.region.to_owned());
            view! { <option value=place.owner().to_string() selected=chosen == Some(place)>{name}</option> }
        };
        all.get().into_iter().map(choice).collect_view()
    };
    view! {
        <label class="field">
            <span class="lab">{w.place}</span>
            <select class="in" on:change=pick>{choices}</select>
        </label>
    }
}

/// The list as the server tells it; without a signal the one that this phone knows.
#[component]
fn Told(table: Table) -> AnyView {
    let w = words();
    child(move || match table.told.get() {
        None => view! { <span class="skel w3"></span> }.into_any(),
        Some(Err(error)) => view! {
            <p class="note wait" role="alert">
                <Icon name="off" /><span>{net_words(&error, w.people().offline)}</span>
            </p>
            <div><button class="btn" on:click=move |_| table.load()>
                <Icon name="redo" />{w.trouble.again}
            </button></div>
            <Known table=table />
        }
        .into_any(),
        Some(Ok(people)) => view! {
            {ask::form(table, &people)}
            <List table=table people=people />
        }
        .into_any(),
    })
}

/// The invites that wait for somebody.
fn open_of(people: &People, person: Id) -> Vec<Open> {
    people.invites.iter().filter(|open| open.person == person).cloned().collect()
}

/// How somebody is called.
fn called(one: &Somebody) -> String {
    one.name.clone().unwrap_or_else(|| words().common.somebody.to_owned())
}
