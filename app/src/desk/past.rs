//! The past of a record: asked for where there is a signal, and laid aside for where there is none.

use domain::{
    Form, Id, Millis, form,
    past::{AskPast, Past},
};

use super::Desk;
use crate::{
    clock,
    prelude::*,
    replica::{Net, past_of},
};

/// A past as it was told once.
#[derive(Clone, Debug, PartialEq, Form)]
pub(crate) struct Told {
    /// When, by the phone's clock.
    pub(crate) at: Millis,
    /// What was told.
    pub(crate) past: Past,
}

impl Desk {
    /// What is known of a record's past: at once what this phone was told before, then what the village tells now.
    pub(crate) async fn past(self, record: Id, told: RwSignal<Option<Told>>) {
        let name = past_of(record);
        let store = self.store.get_value();
        if let Some(before) = form::perhaps(store.laid_aside(&name).await) {
            told.set(Some(before));
        }
        let answer: Result<Past, _> = Net::ask("/api/v1/past", &AskPast { record }).await;
        // without a signal what was told before has to do
        let Ok(past) = answer else { return };
        let now = Told { at: clock::now(), past };
        if store.lay_aside(&name, &form::text(&now)).await.is_err() {
            leptos::logging::warn!("a past was not laid aside");
        }
        told.set(Some(now));
    }
}
