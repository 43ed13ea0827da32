//! What wants the reader's eyes on this issue: fields two people wrote in one place, and values that gave way.

use std::sync::Arc;

use domain::{Act, Id, Kind};
use serde_json::Value;

use crate::{
    desk::{CommitError, Desk, Seen, desk},
    look::words,
    parts::{ClashCard, CommitTrouble, Icon},
    prelude::*,
};

/// The flag and the clashes; nothing most of the time.
#[component]
pub(super) fn WantsEyes(shown: Memo<Arc<Seen>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let id = shown.with_untracked(|seen| seen.id);
    let check = Memo::new(move |_| shown.with(|seen| seen.issue.check.clone()));
    let clashes = Memo::new(move |_| {
        let mut clashes = desk.clashes();
        clashes.retain(|record| record.link("about") == Some(id));
        clashes
    });
    let error = RwSignal::new(None);
    let read = move |_| {
        leptos::task::spawn_local(async move {
            error.set(found_good(desk, id, check.get_untracked()).await.err());
        });
    };
    let mendable = move || {
        let scope = shown.with(|seen| seen.scope);
        let act = Act::Edit { field: "words".into(), from: Value::Null, to: Value::Null };
        desk.may(Kind::Issue, id, scope, act).is_ok()
    };
    let flag = move || {
        // the issue is read before what is made of it: else a change of it can be missed
        let mendable = mendable();
        let fields = check.get();
        (!fields.is_empty()).then(|| {
            let names: Vec<_> = fields.iter().map(|field| w.field(field)).collect();
            view! {
                <div class="note wait">
                    <Icon name="merge" />
                    <div class="col grow">
                        <p>{(w.issue().check)(&names.join("、"))}</p>
                        {mendable.then(|| view! { <button class="btn" on:click=read>{w.issue().checked}</button> })}
                        <CommitTrouble error=error />
                    </div>
                </div>
            }
        })
    };
    view! {
        {flag}
        <For
            each=move || clashes.get()
            key=|record| record.id.to_string()
            children=move |record| view! { <ClashCard record=record /> }
        />
    }
}

/// Writes each field as it stands: the record then knows that somebody has read it with open eyes.
async fn found_good(desk: Desk, id: Id, fields: Vec<String>) -> Result<(), CommitError> {
    for field in fields {
        let record = desk.replica.with_untracked(|replica| replica.view().get(&id).cloned());
        let Some(record) = record else { return Ok(()) };
        let now = record.fields.get(&field).cloned().unwrap_or_default();
        let act = Act::Edit { field, from: now.clone(), to: now };
        desk.commit(Kind::Issue, id, record.scope, act).await?;
    }
    Ok(())
}
