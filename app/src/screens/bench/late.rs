//! Somebody comes late, or was not expected: a name and a role, and there is a seat.

use domain::{Act, Kind, Role, SessionAct, session::Seat};

use super::table::{Done, Table, table};
use crate::{clock, look::words, parts::Choice, prelude::*};

/// What is known of whoever comes.
#[derive(Clone, Copy)]
struct Newcomer {
    name: RwSignal<String>,
    role: RwSignal<Role>,
    group: RwSignal<Option<String>>,
    far: RwSignal<bool>,
}

/// A name and a role, and somebody has a seat and is here.
#[component]
pub(super) fn Late() -> AnyView {
    let table = table();
    let [_, name_label, role_label, group_label, far_label, seat_label] = words().bench().late;
    let new = Newcomer {
        name: RwSignal::new(String::new()),
        role: RwSignal::new(Role::Villager),
        group: RwSignal::new(None),
        far: RwSignal::new(false),
    };
    let village = table.session.with_untracked(|s| s.as_ref().map(|s| s.village));
    let groups =
        untrack(move || village.map(|village| table.desk.groups(village)).unwrap_or_default());
    let names: Vec<String> = groups.into_iter().map(|(_, place)| place.name).collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(seat) = new.seat(table) {
            table.soon(move |table| seat_now(table, seat));
            table.sheet.set(None);
        }
    };
    let roles = Role::ALL.map(|role| view! { <RoleChoice new=new role=role /> });
    let groups = move || {
        let one = |name: String| view! { <GroupChoice new=new name=name /> };
        names.clone().into_iter().map(one).collect_view()
    };
    let groups = StoredValue::new(groups);
    view! {
        <form on:submit=submit>
            <div class="main">
                <div class="field">
                    <label for="late-name">{name_label}</label>
                    <input class="in" id="late-name" lang="zh-CN" autocomplete="off" prop:value=move || new.name.get()
                        on:input=move |event| new.name.set(event_target_value(&event)) />
                </div>
                <fieldset class="field">
                    <legend>{role_label}</legend>
                    <div class="opts">{roles.into_iter().collect_view()}</div>
                </fieldset>
                {move || new.villager().then(|| view! {
                    <fieldset class="field">
                        <legend>{group_label}</legend>
                        <div class="opts">{groups.with_value(|groups| groups())}</div>
                    </fieldset>
                })}
                <label class="switch">
                    <span class="grow">{far_label}</span>
                    <input type="checkbox" prop:checked=move || new.far.get()
                        on:change=move |event| new.far.set(event_target_checked(&event)) />
                </label>
            </div>
            <div class="foot"><button class="btn do big">{seat_label}</button></div>
        </form>
    }
}

#[component]
fn RoleChoice(new: Newcomer, role: Role) -> AnyView {
    view! {
        <Choice name="late-role" chosen=Signal::derive(move || new.role.get() == role)
            pick=Callback::new(move |()| new.role.set(role))>{(words().names.role)(role)}</Choice>
    }
}

#[component]
fn GroupChoice(new: Newcomer, name: String) -> AnyView {
    let (mine, picked) = (name.clone(), name.clone());
    view! {
        <Choice name="late-group" lang="zh-CN"
            chosen=Signal::derive(move || new.group.with(|group| group.as_ref() == Some(&mine)))
            pick=Callback::new(move |()| new.group.set(Some(picked.clone())))>{name}</Choice>
    }
}

impl Newcomer {
    /// Whether the person lives in a group; tracked.
    fn villager(self) -> bool {
        matches!(self.role.get(), Role::Villager | Role::Representative)
    }

    /// The seat behind all others; nothing without a name.
    fn seat(self, table: Table) -> Option<Seat> {
        let name = self.name.get_untracked();
        if name.trim().is_empty() {
            return None;
        }
        let order = table.floor.with_untracked(|floor| {
            floor.places.iter().map(|place| place.seat.order).max().map_or(0, |last| last + 1)
        });
        let (role, remote) = (self.role.get_untracked(), self.far.get_untracked());
        let group = self.group.get_untracked().filter(|_| untrack(move || self.villager()));
        Some(Seat {
            name,
            role,
            label: None,
            group,
            person: None,
            duty: None,
            remote,
            order,
            salt: clock::secret(),
        })
    }
}

/// Lays the seat, and calls the name at once.
fn seat_now(table: Table, seat: Seat) {
    let id = clock::fresh();
    let who = seat.name.clone();
    let mut steps: Vec<_> = table.begin(id, SessionAct::Seat(seat)).into_iter().collect();
    steps.push(table.on(Kind::Seat, id, SessionAct::Attend { present: Some(true) }));
    let undo = vec![table.on(Kind::Seat, id, Act::Withdraw)];
    let what = table.w.bench().did[6].to_owned();
    table.run(steps, Some(Done { who, what, undo, statement: None, taken: false }));
}
