//! Who somebody is here: by the seat, or by the directory.

use domain::{Id, Kind, Role, Scope, place::Person, session::seat::Seated};

use crate::{desk::Desk, look::words, order::oldest_first, parts::tongue, prelude::*};

/// The people whom this phone knows and who may be asked to a village's bench, in the order of their roles; tracked.
pub(super) fn directory(desk: Desk, village: Id) -> Vec<(Id, Person)> {
    let mut people: Vec<(Id, Person)> = desk.replica.with(|replica| {
        let all = replica.view().values().filter(|r| r.kind == Kind::Person && !r.gone);
        let near = all.filter(|record| match record.scope {
            Scope::Region(_) => true,
            Scope::Village(id) => id == village,
            Scope::Draft(_) | Scope::Session(_) | Scope::User(_) | Scope::District(_) => false,
        });
        near.filter_map(|record| Some((record.id, record.read().ok()?))).collect()
    });
    people.sort_by_cached_key(|(id, person)| oldest_first(rank(person.role), 0, *id));
    people
}

/// Villagers first, whose evening it is.
pub(super) fn rank(role: Option<Role>) -> u32 {
    let at = role.and_then(|role| Role::ALL.iter().position(|other| *other == role));
    at.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
}

/// What stands beside the name of somebody who sits: the label, or the role, and the group.
pub(super) fn introduced(seated: &Seated) -> AnyView {
    let seat = &seated.seat;
    let label = seat.label.clone().unwrap_or_else(|| (words().names.role)(seat.role).to_owned());
    let group = seat.group.clone().map(|group| {
        view! { <span lang=tongue(&group)>{group.clone()}</span> }
    });
    view! { <span lang=tongue(&label)>{label.clone()}</span>{group} }
}

/// Whether somebody speaks as an expert: by the directory; tracked.
pub(super) fn expert(desk: Desk, person: Id) -> bool {
    desk.person_of(person).is_some_and(|person| person.role == Some(Role::Expert))
}

/// The label of an expert, which stands beside the words of one wherever they are read.
#[component]
pub(super) fn ExpertTag() -> AnyView {
    view! { <span class="tag far">{words().gather().paper.expert}</span> }
}

/// The seats of a session in the order of the ring; tracked.
pub(super) fn seats(desk: Desk, session: Id) -> Vec<(Id, Seated)> {
    desk.in_room(session, |room| room.seats()).unwrap_or_default()
}
