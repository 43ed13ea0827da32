//! The one way in which these screens keep what was done, and ask beforehand whether it could be.

use domain::{Act, FollowAct, Id, Kind, Refusal, Scope};

use crate::{
    clock,
    desk::{CommitError, Desk, desk},
    parts::propose,
    prelude::*,
};

/// One thing done to one record.
pub(super) type Deed = (Kind, Id, Scope, Act);

/// Why something was not kept.
pub(super) type Trouble = RwSignal<Option<CommitError>>;

/// Keeps what was done, all of it or nothing; `then` is run once it is on the phone.
pub(super) fn keep(trouble: Trouble, deeds: Vec<Deed>, then: impl FnOnce() + 'static) {
    let desk = desk();
    leptos::task::spawn_local(async move {
        match desk.commit_acts(deeds).await {
            Ok(()) => {
                trouble.set(None);
                then();
            }
            Err(error) => trouble.set(Some(error)),
        }
    });
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

/// A fresh id for a record that begins.
pub(super) fn fresh() -> Id {
    clock::fresh()
}
