//! The one way in which these screens keep what was done, and ask beforehand whether it could be.

use domain::{Act, FollowAct, Id, Kind, Refusal, Scope};

use crate::{
    clock,
    desk::{CommitError, Desk, desk},
    parts::propose,
    prelude::*,
    shelf,
};

/// One thing done to one record.
pub(super) type Deed = (Kind, Id, Scope, Act);

/// Why something was not kept, and where it was to be kept: a tap knows of no context, so it is looked up before.
#[derive(Clone, Copy)]
pub(super) struct Trouble {
    pub(super) said: RwSignal<Option<CommitError>>,
    desk: Desk,
}

impl Trouble {
    /// None so far.
    pub(super) fn new() -> Self {
        Self { said: RwSignal::new(None), desk: desk() }
    }
}

/// Keeps what was done, all of it or nothing; `then` is run once it is on the phone.
pub(super) fn keep(trouble: Trouble, deeds: Vec<Deed>, then: impl FnOnce() + 'static) {
    let Trouble { said, desk } = trouble;
    leptos::task::spawn_local(async move {
        match desk.commit_acts(deeds).await {
            Ok(()) => {
                said.set(None);
                then();
            }
            Err(error) => said.set(Some(error)),
        }
    });
}

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

/// A fresh id for a record that begins.
pub(super) fn fresh() -> Id {
    clock::fresh()
}
