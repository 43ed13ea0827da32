//! Two people wrote one field in one place: somebody is to read it through.

use domain::{Id, Kind, Scope};

use super::{
    boxes::{Deed, Trouble, keep},
    room::edit,
    says,
};
use crate::{
    desk::desk,
    parts::{CommitTrouble, Icon},
    prelude::*,
};

/// The flag, with the button that says it is good as it stands; nothing most of the time.
#[component]
pub(super) fn Flag(
    /// Whose fields.
    kind: Kind,
    /// Whose fields.
    id: Id,
    /// Where it lies.
    scope: Scope,
    /// Which fields wait for eyes.
    check: Signal<Vec<String>>,
) -> AnyView {
    let (m, desk) = (says(), desk());
    let trouble = Trouble::new();
    let good = move |kind: Kind| {
        // who writes it as it stands has read it with open eyes
        let now =
            |field: &str| untrack(|| desk.record(id)).and_then(|r| r.fields.get(field).cloned());
        let deed = |field: String| -> Deed {
            let now = now(&field).unwrap_or_default();
            (kind.clone(), id, scope, edit(&field, now.clone(), now))
        };
        keep(trouble, check.get_untracked().into_iter().map(deed).collect(), || ());
    };
    child(move || {
        let fields = check.get();
        let kind = kind.clone();
        (!fields.is_empty()).then(|| {
            view! {
                <div class="note wait">
                    <Icon name="merge" />
                    <div class="col grow">
                        <p>{m.both_wrote}</p>
                        <button type="button" class="btn" on:click=move |_| good(kind.clone())>{m.found_good}</button>
                        <CommitTrouble error=trouble.said />
                    </div>
                </div>
            }
        })
    })
}
