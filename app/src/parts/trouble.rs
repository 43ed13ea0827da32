//! Why something was not kept, beside the button that was to keep it; what was typed stays where it is.

use crate::{
    desk::{CommitError, Desk, desk},
    look::words,
    parts::Icon,
    prelude::*,
    replica::StoreError,
};

/// The words of an error, read aloud when it comes; nothing while there is none.
#[component]
pub(crate) fn CommitTrouble(
    /// What went wrong.
    error: RwSignal<Option<CommitError>>,
) -> AnyView {
    let desk = desk();
    view! {
        <div role="alert">
            {move || error.get().map(|error| {
                view! { <p class="err"><Icon name="warn" /><span>{words_of(desk, &error)}</span></p> }
            })}
        </div>
    }
}

/// Why something was not kept, with the way out.
pub(crate) fn words_of(desk: Desk, error: &CommitError) -> String {
    let w = words();
    let told = match error {
        CommitError::Refused(refusal) => return w.refusal(refusal, |id| desk.name_of(id)),
        CommitError::Store(StoreError::Full) => w.trouble.full,
        CommitError::Store(StoreError::NotThere) => w.trouble.no_store,
        CommitError::Store(StoreError::Blocked) => w.trouble.blocked,
        CommitError::Store(StoreError::Newer) => w.trouble.newer,
        CommitError::Store(StoreError::Stale | StoreError::Broken) => w.trouble.not_kept,
    };
    told.to_owned()
}
