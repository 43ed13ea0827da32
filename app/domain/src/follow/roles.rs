//! Who may do what after the bench: the part of the one table that is about that.

use super::FollowAct;
use crate::{
    Act, Role,
    may::{CADRES, DECIDERS, WATCHED},
};

/// Roles that begin something that is to be done.
const MAKERS: &[Role] =
    &[Role::Recorder, Role::Secretary, Role::FirstSecretary, Role::Department, Role::Office];
/// Roles that do it, or say for whoever does how far it is. Whoever has it may, whatever the role.
const DOERS: &[Role] = &[
    Role::Representative,
    Role::Secretary,
    Role::Recorder,
    Role::Supervisor,
    Role::FirstSecretary,
    Role::Member,
    Role::Department,
    Role::Office,
];
/// Roles that hold it against its criterion, and write down what others say of it.
const CHECKERS: &[Role] = &[
    Role::Representative,
    Role::Secretary,
    Role::Recorder,
    Role::Supervisor,
    Role::FirstSecretary,
    Role::Member,
    Role::Office,
];
/// Roles for which it was done, and that say how.
const RATERS: &[Role] = &[Role::Villager, Role::Representative, Role::Supervisor, Role::Member];
/// The roles that may do this after the bench. Who does it neither checks nor rates it: that is looked at in the record.
pub(crate) fn roles(act: &FollowAct) -> &'static [Role] {
    use FollowAct as F;
    match act {
        F::Undertake(_) => MAKERS,
        // whoever answers advice says what comes of it, and cites it; a line from nowhere is the village's to think up
        F::Sketch { cites, .. } if !cites.is_empty() => MAKERS,
        F::Claim { .. } | F::Accept | F::AskTime { .. } | F::Finish { .. } | F::Report(_) => DOERS,
        // a letter comes by a door: its guard knows it from what a phone sends
        F::Enclose { .. } | F::Tell(_) | F::Write(_) => &Role::ALL,
        F::GiveTime { .. } => {
            &[Role::Secretary, Role::FirstSecretary, Role::Supervisor, Role::Office]
        }
        F::Check { .. } | F::Revisit { .. } | F::Take { .. } | F::LayAside { .. } => CHECKERS,
        F::Answer { .. } => &[Role::Office],
        F::Rate(rate) if rate.name.is_none() => RATERS,
        F::Rate(_) => CHECKERS,
        F::Reassign { .. } | F::Freeze { .. } | F::Inaugurate(_) => DECIDERS,
        F::Ballot { .. } => WATCHED,
        F::Close { .. }
        | F::Send { .. }
        | F::Group { .. }
        | F::Envision
        | F::Sketch { .. }
        | F::Rewrite { .. }
        | F::Carry { .. } => CADRES,
        F::Acknowledge(_) => &[Role::Secretary],
    }
}

/// What whoever has an action does with it.
pub(crate) fn has_it(act: &Act) -> bool {
    use FollowAct as F;
    let Act::Follow(act) = act else { return false };
    matches!(**act, F::Accept | F::AskTime { .. } | F::Finish { .. })
}
