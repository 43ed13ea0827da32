//! The one way in which these screens keep what was done, and ask beforehand whether it could be.

use domain::{FollowAct, Id, Kind, Refusal, Scope};

pub(super) use crate::parts::{Deed, Trouble, keep};
use crate::{desk::Desk, parts::propose, prelude::*, shelf};

/// Puts a draft away whose words are kept now. Its box may go with the change that was kept, before it could do so itself.
pub(super) fn spend<T: Default + 'static>(form: RwSignal<T>, key: &str) {
    form.set(T::default());
    shelf::clear(key);
}

/// An act done to an action.
pub(super) fn on_action(id: Id, scope: Scope, act: FollowAct) -> Deed {
    (Kind::Action, id, scope, act.into())
}

/// Why an act could not be kept, as things stand; tracked.
pub(super) fn bar(desk: Desk, (kind, id, scope, act): Deed) -> Option<Refusal> {
    desk.replica.track();
    propose(desk, kind, id, scope, act).err()
}
