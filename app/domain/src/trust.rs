//! Who may give whom which role, where, and ask them in: one rule for roles, invites and new names in the directory.
//!
//! Nobody gives a role that would let them escape being watched. Whoever watches over the secretary (supervisor, office)
//! is not the secretary's to appoint, nor is whoever stands beside (first secretary, members, departments, experts, a
//! second secretary): those are sent by the district. Nobody changes a role of their own.

use crate::{Id, Role, Scope, Who, may::CADRES};

/// Why a role is not given or taken, or somebody not asked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Distrust {
    /// Others may.
    #[error("this is not yours to give")]
    NotYours,
    /// It is their own.
    #[error("nobody changes their own roles")]
    Own,
    /// Who watches over those who carry things along is none of them.
    #[error("whoever watches is not one of those who are watched")]
    Watched,
}

/// The roles whose holders may give this role in this place; none where the role is not held in such a place.
#[must_use]
pub fn givers(role: Role, place: Scope) -> &'static [Role] {
    match (place, role) {
        (Scope::Village(_), Role::Villager) => &[Role::Recorder, Role::Secretary, Role::Office],
        (Scope::Village(_), Role::Representative | Role::Recorder) => {
            &[Role::Secretary, Role::Office]
        }
        (
            Scope::Village(_),
            Role::Secretary
            | Role::Supervisor
            | Role::FirstSecretary
            | Role::Member
            | Role::Expert
            | Role::Department,
        )
        | (Scope::Region(_), Role::Member | Role::Expert | Role::Department | Role::Office) => {
            &[Role::Office]
        }
        // an office is its region's, and a village's roles are held in a village
        (Scope::Village(_), Role::Office)
        | (
            Scope::Region(_),
            Role::Villager
            | Role::Representative
            | Role::Secretary
            | Role::Recorder
            | Role::Supervisor
            | Role::FirstSecretary,
        )
        | (Scope::Draft(_) | Scope::Session(_) | Scope::User(_) | Scope::District(_), _) => &[],
    }
}

/// Whether a person may give this role in this place, or take it from somebody.
#[must_use]
pub fn may_grant(who: &Who, role: Role, place: Scope) -> bool {
    let givers = givers(role, place);
    who.roles_in(place).any(|held| givers.contains(&held))
}

/// The roles a person may give in a place.
#[must_use]
pub fn grants(who: &Who, place: Scope) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| may_grant(who, *role, place)).collect()
}

/// Whether `who` may give this role in this place to `guest`.
///
/// # Errors
/// When the role is not theirs to give, is to be their own, or does not go with what the guest is there.
pub fn may_give(who: &Who, guest: &Who, role: Role, place: Scope) -> Result<(), Distrust> {
    may_take(who, guest.person, role, place)?;
    let watched = |role: &Role| CADRES.contains(role);
    let mut held = guest.roles_in(place);
    let clash = match role {
        Role::Supervisor => held.any(|held| watched(&held)),
        role if watched(&role) => held.any(|held| held == Role::Supervisor),
        _ => false,
    };
    if clash { Err(Distrust::Watched) } else { Ok(()) }
}

/// Whether `who` may take this role in this place from somebody.
///
/// # Errors
/// When the role is not theirs to give, or is their own.
pub fn may_take(who: &Who, person: Id, role: Role, place: Scope) -> Result<(), Distrust> {
    if !may_grant(who, role, place) {
        return Err(Distrust::NotYours);
    }
    if person == who.person { Err(Distrust::Own) } else { Ok(()) }
}

/// Whether `who` may make an invite for somebody. Whoever holds an invite can come in as that person: so they must be
/// trusted with everything that person is, everywhere.
///
/// # Errors
/// When some role of the guest is not theirs to give, when the guest has none, or is themselves.
pub fn may_invite(who: &Who, guest: &Who) -> Result<(), Distrust> {
    if guest.person == who.person {
        return Err(Distrust::Own);
    }
    let posts = posts(guest);
    let trusted = posts.iter().all(|(role, place)| may_grant(who, *role, *place));
    if trusted && !posts.is_empty() { Ok(()) } else { Err(Distrust::NotYours) }
}

/// What somebody is, and where.
///
/// A role in a village reaches the region's directory and the village's drafts, and these are no roles of their own. An
/// office is its region's, and reaches every village of it.
#[must_use]
pub fn posts(who: &Who) -> Vec<(Role, Scope)> {
    let in_a_village =
        |wanted: Role| who.roles.iter().any(|(role, at)| *role == wanted && village(*at));
    let held = who.roles.iter().copied().filter(|(role, at)| match at {
        Scope::Village(_) => *role != Role::Office,
        Scope::Region(_) => *role == Role::Office || !in_a_village(*role),
        Scope::Draft(_) | Scope::Session(_) | Scope::User(_) | Scope::District(_) => false,
    });
    held.collect()
}

fn village(scope: Scope) -> bool {
    matches!(scope, Scope::Village(_))
}

/// The roles whose holders may enter somebody of this role in the directory of a place.
pub(crate) fn introducers(role: Option<Role>, place: Scope) -> &'static [Role] {
    match (role, place) {
        (Some(role), Scope::Village(_)) if role != Role::Office => givers(role, place),
        _ => &[Role::Office],
    }
}
