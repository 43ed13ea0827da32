//! 邀请页: which villages get a page, and who of each gets a slip on it. The server makes all invites at once; what it
//! answers is in this page's memory alone and goes with it.

use domain::{
    Id, Role, Scope, Sorted,
    place::Person,
    roster::{AskSheet, Guest, Invited, Post, Roster},
    trust,
};

use super::{guests::Guests, make::Make, places::called, slips};
use crate::{
    desk::{Desk, Ground, desk},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
    replica::{Net, NetError},
    screens::district::{Heard, Live, region},
};

/// Somebody of a village who can be asked in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Folk {
    pub(super) person: Id,
    pub(super) name: String,
    pub(super) role: Role,
    /// What they hold; nothing where the role would be given with the invite.
    pub(super) post: Option<Post>,
}

impl Folk {
    /// Whether they are ticked before anybody has said otherwise: they are somebody here, nobody came in by their name, and
    /// no paper of theirs is about.
    fn first(&self) -> bool {
        self.post.as_ref().is_some_and(|post| post.away && post.invited.is_none())
    }
}

/// What was made: whose pages, and the invites on them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Made {
    pub(super) villages: Vec<Id>,
    pub(super) invited: Invited,
}

/// What is chosen.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) desk: Desk,
    pub(super) region: Id,
    map: Memo<Option<Ground>>,
    told: RwSignal<Option<Roster>>,
    listed: Memo<Sorted<Id, Vec<(Id, Person)>>>,
    /// The villages that get a page.
    pub(super) villages: RwSignal<Vec<Id>>,
    /// What somebody said of a person of a village.
    ticks: RwSignal<Sorted<(Id, Id), bool>>,
    made: RwSignal<Option<Made>>,
    pub(super) failed: RwSignal<Option<NetError>>,
    pub(super) busy: RwSignal<bool>,
}

impl Choice {
    /// The people of a village: those who hold a role, by role, and then the others of its list; tracked.
    pub(super) fn folk(self, village: Id) -> Vec<Folk> {
        let posts = self.told.with(|told| {
            let all = told.iter().flat_map(|told| &told.posts);
            all.filter(|post| post.place == village).cloned().collect::<Vec<Post>>()
        });
        let mut folk: Vec<Folk> = Vec::new();
        // whoever is several things comes in as the one that is more than a villager
        let mut by_role: Vec<&Post> = posts.iter().collect();
        by_role.sort_by_key(|post| (post.role == Role::Villager, post.role));
        for post in by_role {
            if folk.iter().all(|one| one.person != post.person) {
                let name = self.desk.name_of(post.person);
                let post_ = Some(post.clone());
                folk.push(Folk { person: post.person, name, role: post.role, post: post_ });
            }
        }
        let me = self.desk.person();
        let listed = self.listed.with(|all| all.get(&village).cloned()).unwrap_or_default();
        for (person, entry) in listed {
            if person != me && folk.iter().all(|one| one.person != person) {
                let held = |role: &Role| !trust::givers(*role, Scope::Village(village)).is_empty();
                let role = entry.role.filter(held).unwrap_or(Role::Villager);
                folk.push(Folk { person, name: entry.name, role, post: None });
            }
        }
        folk
    }

    /// Whether somebody gets a slip; tracked.
    pub(super) fn ticked(self, village: Id, one: &Folk) -> bool {
        let said = self.ticks.with(|ticks| ticks.get(&(village, one.person)).copied());
        said.unwrap_or_else(|| one.first())
    }

    pub(super) fn tick(self, village: Id, person: Id, on: bool) {
        self.ticks.update(|ticks| {
            ticks.insert((village, person), on);
        });
    }

    /// Those who get a slip, village by village; tracked.
    pub(super) fn guests(self) -> Vec<(Id, Folk)> {
        let of = |village: Id| {
            let those = self.folk(village).into_iter().filter(move |one| self.ticked(village, one));
            those.map(move |one| (village, one)).collect::<Vec<_>>()
        };
        self.in_order().into_iter().flat_map(of).collect()
    }

    /// The villages that are chosen, in the order of the map; tracked.
    pub(super) fn in_order(self) -> Vec<Id> {
        let mut all = self.all();
        self.villages.with(|chosen| all.retain(|id| chosen.contains(id)));
        all
    }

    /// All villages in which the office works, in the order of the map; tracked.
    fn all(self) -> Vec<Id> {
        let works = self.desk.villages();
        self.map.with(|map| {
            let all = map.as_ref().map(Ground::villages).unwrap_or_default().into_iter();
            all.map(|one| one.id).filter(|id| works.contains(id)).collect()
        })
    }

    /// Asks for all invites at once. Where nobody is ticked there is nothing to ask: the pages have their squares.
    pub(super) fn make(self) {
        if self.busy.get_untracked() {
            return;
        }
        let (villages, guests) = untrack(|| (self.in_order(), self.guests()));
        let guest = |(place, one): (Id, Folk)| Guest { place, person: one.person, role: one.role };
        let guests: Vec<Guest> = guests.into_iter().map(guest).collect();
        if guests.is_empty() {
            self.made.set(Some(Made { villages, invited: Invited::default() }));
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        let door = format!("/api/v1/district/{}/sheets", self.region);
        leptos::task::spawn_local(async move {
            let came = Net::ask::<Invited>(&door, &AskSheet { guests }).await;
            // whoever has left meanwhile has left the codes, too
            if self.busy.try_get_untracked().is_none() {
                return;
            }
            self.busy.set(false);
            match came {
                Ok(invited) => self.made.set(Some(Made { villages, invited })),
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }
}

/// The page: what is chosen, or what was made.
#[component]
pub(super) fn Sheets() -> AnyView {
    let desk = desk();
    let Some(region) = untrack(|| region(desk)) else { return ().into_any() };
    let live = Live::start();
    let choice = Choice {
        desk,
        region,
        map: Memo::new(move |_| desk.map(region)),
        told: live.follow(move || format!("/api/v1/district/{region}/roster?villagers=true")),
        listed: Memo::new(move |_| desk.folk()),
        villages: RwSignal::new(Vec::new()),
        ticks: RwSignal::new(Sorted::new()),
        made: RwSignal::new(None),
        failed: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    child(move || match choice.made.get() {
        Some(made) => slips::pages(choice.desk, &made, choice.made),
        None => choose(choice, live),
    })
}

fn choose(choice: Choice, live: Live) -> AnyView {
    let w = words().sheets();
    let all = move |_| choice.villages.set(untrack(|| choice.all()));
    let none = move |_| choice.villages.set(Vec::new());
    let towns = Memo::new(move |_| {
        let here = choice.all();
        choice.map.with(|map| {
            let within = map.as_ref().map(|map| map.within.as_slice()).unwrap_or_default();
            let of = |town: &Ground| {
                let villages = town.villages().into_iter().filter(|one| here.contains(&one.id));
                let villages: Vec<Id> = villages.map(|one| one.id).collect();
                (town.id, called(town), villages)
            };
            let towns = within.iter().map(of).filter(|(.., villages)| !villages.is_empty());
            towns.collect::<Vec<(Id, String, Vec<Id>)>>()
        })
    });
    view! {
        <section class="slip places" aria-labelledby="sheets-h">
            <div class="head"><h2 id="sheets-h">{(words().admin().chamber)("sheets")}</h2><Heard live=live /></div>
            <p>{w.about[0]}</p>
            <p class="sm dim">{w.about[1]}</p>
            <div class="btns two">
                <button type="button" class="btn" on:click=all>{w.all[0]}</button>
                <button type="button" class="btn" on:click=none>{w.all[1]}</button>
            </div>
            <For each=move || towns.get() key=|(id, name, villages)| format!("{id}{name}{}", villages.len()) let:town>
                {town_of(choice, &town.1, town.2.clone())}
            </For>
            <Make choice=choice />
        </section>
    }
    .into_any()
}

/// A town's villages, each with a tick; whoever is chosen shows its people.
fn town_of(choice: Choice, name: &str, villages: Vec<Id>) -> AnyView {
    let w = words().sheets();
    let here = villages.clone();
    let some = move || {
        let some = choice.villages.with(|all| here.iter().filter(|id| all.contains(id)).count());
        (w.chosen)(some, here.len())
    };
    let rows = villages.into_iter().map(|id| {
        let on = Memo::new(move |_| choice.villages.with(|all| all.contains(&id)));
        let tick = move |event| {
            let on = event_target_checked(&event);
            choice.villages.update(|all| {
                all.retain(|one| *one != id);
                if on {
                    all.push(id);
                }
            });
        };
        let name = move || choice.desk.place_name(id).unwrap_or_default();
        view! {
            <li class="spot">
                <label class="tick">
                    <input type="checkbox" prop:checked=move || on.get() on:change=tick />
                    <b lang=move || tongue(&name())>{name}</b>
                </label>
                {move || on.get().then(|| view! { <Guests choice=choice village=id /> })}
            </li>
        }
    });
    let rows: Vec<_> = rows.collect();
    let lang = tongue(name);
    view! {
        <details class="town" open=true>
            <summary><Icon name="map" /><span lang=lang>{name.to_owned()}</span><small class="dim">{some}</small></summary>
            <ul class="spots">{rows}</ul>
        </details>
    }
    .into_any()
}
