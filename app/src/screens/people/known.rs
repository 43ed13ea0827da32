//! Who is what, as this phone knows it from the directory, and who may change it.

use domain::{Id, Kind, Role, Scope, place::Person};

use super::Table;
use crate::{
    desk::Desk,
    look::words,
    parts::{Icon, part_of, tongue, why_not},
    prelude::*,
};

/// The people of the directory who belong to a place: those of the village's own list, and those of the region's whose
/// group is none of another village's; tracked.
pub(super) fn directory(desk: Desk, place: Scope) -> Vec<(Id, Person)> {
    let mut all: Vec<(Id, Person)> = desk.replica.with(|replica| {
        let people = replica.view().values().filter(|r| r.kind == Kind::Person && !r.gone);
        let here = people.filter(|r| r.scope == place || matches!(r.scope, Scope::Region(_)));
        here.filter_map(|record| Some((record.id, record.read().ok()?))).collect()
    });
    let elsewhere =
        |group: Id| desk.place(group).is_some_and(|group| group.parent != Some(place.owner()));
    let village = matches!(place, Scope::Village(_));
    all.retain(|(_, person)| !(village && person.group.is_some_and(elsewhere)));
    all.sort_by(|(_, one), (_, other)| (one.role, &one.name).cmp(&(other.role, &other.name)));
    all
}

/// The list, by role.
#[component]
pub(super) fn Known(table: Table) -> AnyView {
    let w = words();
    child(move || {
        let Some(place) = table.place.get() else {
            return view! { <p class="sm dim">{w.people().nobody}</p> }.into_any();
        };
        let people = directory(table.desk, place);
        let of = |role: Option<Role>| {
            let those = people.iter().filter(move |(_, person)| person.role == role);
            those.cloned().collect::<Vec<_>>()
        };
        let groups = Role::ALL.into_iter().map(|role| (Some(role), of(Some(role))));
        let groups = groups.chain([(None, of(None))]).filter(|(_, those)| !those.is_empty());
        let groups = groups.map(|(role, those)| group(table.desk, role, those));
        let givers = part_of(domain::trust::givers(giveable(place), place));
        view! {
            <p class="sm dim">{w.people().as_known}</p>
            {groups.collect_view()}
            {why_not(w.people().ask_in, givers)}
        }
        .into_any()
    })
}

/// The role that most may give in such a place.
fn giveable(place: Scope) -> Role {
    if matches!(place, Scope::Village(_)) { Role::Villager } else { Role::Member }
}

fn group(desk: Desk, role: Option<Role>, those: Vec<(Id, Person)>) -> AnyView {
    let w = words();
    let name = role.map_or(w.common.somebody, |role| (w.names.role)(role));
    let rows = those.into_iter().map(|(id, person)| {
        let note = person.note.clone().unwrap_or_default();
        let me = (id == desk.person())
            .then(|| view! { <span class="tag go"><Icon name="check" />{w.people().myself}</span> });
        view! {
            <li class="row">
                <span class="pine"><Icon name="me" /></span>
                <span class="grow lh"><b lang="zh-CN">{person.name}</b><small lang=tongue(&note)>{note.clone()}</small></span>
                {me}
            </li>
        }
    });
    view! {
        <section>
            <div class="head"><h2>{name}</h2></div>
            <ul class="queue">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
