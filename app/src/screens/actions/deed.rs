//! The one way in which these screens keep what was done, and ask beforehand whether it could be.

use domain::{FollowAct, Id, Kind, Refusal, Scope};

pub(super) use crate::parts::{Deed, Trouble, keep, spend};
use crate::{desk::Desk, parts::propose};

/// An act done to an action.
pub(super) fn on_action(id: Id, scope: Scope, act: FollowAct) -> Deed {
    (Kind::Action, id, scope, act.into())
}

/// Why an act could not be kept, as things stand; tracked.
pub(super) fn bar(desk: Desk, (kind, id, scope, act): Deed) -> Option<Refusal> {
    desk.replica.track();
    propose(desk, kind, id, scope, act).err()
}
