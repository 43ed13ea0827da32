//! The one way in which rooms keep what was done: all of it or nothing, and what went wrong is said beside the button.

use domain::{Act, Id, Kind, Scope};

use crate::{
    desk::{CommitError, Desk, desk},
    prelude::*,
    shelf,
};

/// One thing done to one record.
pub(crate) type Deed = (Kind, Id, Scope, Act);

/// Why something was not kept, and where it was to be kept.
#[derive(Clone, Copy)]
pub(crate) struct Trouble {
    pub(crate) said: RwSignal<Option<CommitError>>,
    /// Whether something is being kept: until it is, nothing more is.
    busy: RwSignal<bool>,
    desk: Desk,
}

impl Trouble {
    /// None so far.
    pub(crate) fn new() -> Self {
        Self { said: RwSignal::new(None), busy: RwSignal::new(false), desk: desk() }
    }
}

/// Keeps what was done, all of it or nothing; `then` is run once it is on the phone. A second tap before that is none: it
/// would do the same again.
pub(crate) fn keep(trouble: Trouble, deeds: Vec<Deed>, then: impl FnOnce() + 'static) {
    let Trouble { said, busy, desk } = trouble;
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    leptos::task::spawn_local(async move {
        let kept = desk.commit_acts(deeds).await;
        busy.set(false);
        match kept {
            Ok(()) => {
                said.set(None);
                then();
            }
            Err(error) => said.set(Some(error)),
        }
    });
}

/// Puts a draft away whose words are kept now. Its box may go with the change that was kept, before it could do so itself.
pub(crate) fn spend<T: Default + 'static>(form: RwSignal<T>, key: &str) {
    form.set(T::default());
    shelf::clear(key);
}
