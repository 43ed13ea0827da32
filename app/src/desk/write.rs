//! The one way in: an act is stored before the screen says so, then taken into memory, then told to the other tabs.

use domain::{
    Act, Id, Ids, Kind, Scope,
    sync::{Intent, Replica, Snapshot, Writes},
};

use super::{CommitError, Desk};
use crate::{clock, replica::StoreError};

impl Desk {
    /// Stores an act, shows it, and lets it go out. Gives the record's id. It is on the phone when this returns.
    ///
    /// # Errors
    /// When a rule or the store says no; then nothing has changed.
    pub(crate) async fn commit(
        self,
        kind: Kind,
        id: Id,
        scope: Scope,
        act: Act,
    ) -> Result<Id, CommitError> {
        self.commit_all(scope, vec![(kind, id, act)]).await?;
        Ok(id)
    }

    /// Stores acts that belong together: all of them, or none.
    ///
    /// # Errors
    /// As [`Desk::commit`].
    pub(crate) async fn commit_all(
        self,
        scope: Scope,
        acts: Vec<(Kind, Id, Act)>,
    ) -> Result<(), CommitError> {
        let acts = acts.into_iter().map(|(kind, id, act)| (kind, id, scope, act)).collect();
        self.commit_acts(acts).await
    }

    /// The same where what begins does so in different scopes.
    ///
    /// # Errors
    /// As [`Desk::commit`].
    pub(crate) async fn commit_acts(
        self,
        acts: Vec<(Kind, Id, Scope, Act)>,
    ) -> Result<(), CommitError> {
        let intent = |(kind, id, scope, act)| {
            let (uuid, at) = (clock::fresh(), clock::now());
            Intent { uuid, at, kind, id, scope, act }
        };
        let intents: Vec<Intent> = acts.into_iter().map(intent).collect();
        let outbox_add = self.replica.with_untracked(|replica| replica.propose_all(intents))?;
        self.keep(Writes { outbox_add, ..Writes::default() }).await?;
        self.bell.update(|rung| *rung += 1);
        Ok(())
    }

    /// Writes a step to the store, then into memory, then tells the other tabs.
    pub(crate) async fn keep(self, writes: Writes) -> Result<(), StoreError> {
        let touched = self.keep_unseen(writes).await?;
        self.show(touched);
        Ok(())
    }

    /// The same without a look at the screen, for whoever keeps several steps and then shows what they touched. A step
    /// that says nothing touches nothing.
    pub(crate) async fn keep_unseen(self, mut writes: Writes) -> Result<Option<Ids>, StoreError> {
        if writes.is_empty() {
            return Ok(None);
        }
        let store = self.store.get_value();
        store.keep(&mut writes).await?;
        self.tabs.with_value(|tabs| tabs.tell(&writes));
        Ok(self.take(&writes).await)
    }

    /// Takes a stored step into memory, or all of the store anew when this tab has missed one before it.
    pub(crate) async fn follow(self, writes: Writes) {
        let touched = self.take(&writes).await;
        self.show(touched);
    }

    async fn take(self, writes: &Writes) -> Option<Ids> {
        if !self.replica.with_untracked(|replica| replica.follows(writes)) {
            self.read_anew().await;
            return None;
        }
        self.replica.change_unseen(|replica| replica.absorb(writes))
    }

    /// Looks at the screen anew, after something was touched.
    pub(crate) fn show(self, touched: Option<Ids>) {
        if touched.is_some() {
            self.replica.wake();
            self.look_again(touched);
        }
    }

    /// Reads the whole store anew.
    pub(crate) async fn read_anew(self) {
        let store = self.store.get_value();
        match store.read().await {
            Ok(snapshot) => self.replace(snapshot),
            Err(error) => leptos::logging::warn!("the store could not be read anew: {error}"),
        }
    }

    /// Takes the whole store anew, after another tab wrote what this one has not heard.
    fn replace(self, snapshot: Snapshot) {
        let (person, client) = (self.person(), self.replica.with_untracked(|r| r.meta().client));
        self.replica.set(Replica::restore(person, snapshot, client));
        self.look_again(None);
    }
}
