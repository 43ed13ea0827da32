//! Whose phone this is: opens that person's store and lays out the desk, with or without a network.

use std::rc::Rc;

use domain::{Form, Id, sync::Replica};

use crate::{
    clock,
    desk::Desk,
    far,
    prelude::*,
    replica::{Store, StoreError, Tabs, keep_in_touch},
    shelf,
};

const KEY: &str = "bandeng.who";

/// The person who signed in on this phone.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub(crate) struct SignedIn {
    /// Who.
    pub(crate) person: Id,
    /// How to call the person before the directory has arrived.
    pub(crate) name: String,
}

/// What the page can show.
#[derive(Clone, Copy)]
pub(crate) enum Stage {
    /// The store is being read.
    Opening,
    /// Nobody has signed in on this phone.
    Nobody,
    /// The desk is laid.
    Laid(Desk),
    /// There is no store to work on.
    NoStore(StoreError),
}

/// Takes up whoever signed in before. When somebody else signs in, in another tab, this one begins anew.
pub(crate) fn resume(stage: RwSignal<Stage>) {
    let changed = window_event_listener(leptos::ev::storage, |event| {
        if event.key().as_deref() == Some(KEY) && window().location().reload().is_err() {
            leptos::logging::warn!("the page could not begin anew");
        }
    });
    on_cleanup(move || changed.remove());
    match shelf::read(KEY) {
        Some(who) => leptos::task::spawn_local(lay(stage, who)),
        None => stage.set(Stage::Nobody),
    }
}

/// Somebody has just signed in.
pub(crate) async fn enter(stage: RwSignal<Stage>, who: SignedIn) {
    shelf::write(KEY, &who);
    lay(stage, who).await;
}

/// Somebody has just signed in where somebody else is at work. The page is to be loaded anew at once: not for a
/// moment is the one shown what the other wrote.
pub(crate) fn hand_over(who: &SignedIn) {
    shelf::write(KEY, who);
}

/// Somebody has signed out. The person's database stays on the phone: unsent words are nobody's to delete.
pub(crate) fn leave(stage: RwSignal<Stage>) {
    shelf::clear(KEY);
    stage.set(Stage::Nobody);
}

async fn lay(stage: RwSignal<Stage>, who: SignedIn) {
    let blocked = RwSignal::new(false);
    Effect::new(move |_| {
        if blocked.get() && matches!(stage.get_untracked(), Stage::Opening) {
            stage.set(Stage::NoStore(StoreError::Blocked));
        }
    });
    let (store, snapshot) = match Store::open(who.person, blocked).await {
        Ok(opened) => opened,
        Err(error) => return stage.set(Stage::NoStore(error)),
    };
    // what was written in a session must be seen again at once, also without a signal
    let learnt = snapshot.calls_for_rules() && far::rules().await;
    let replica = Replica::restore(who.person, snapshot, clock::fresh());
    let tabs = Tabs::join(who.person, move || {
        if let Stage::Laid(desk) = stage.get_untracked() {
            desk.nudge();
        }
    });
    let lost = lost(who.person, store.made());
    let desk = Desk::new(replica, who.name, Rc::new(store), Rc::new(tabs));
    desk.lost.set(lost);
    keep_in_touch(desk);
    stage.set(Stage::Laid(desk));
    far::fetch_all();
    // another tab may have written in a session while this one did not know the rules yet
    if !learnt && far::rules().await && desk.replica.with_untracked(Replica::calls_for_rules) {
        desk.read_anew().await;
    }
}

/// Whether what was kept on this phone has vanished since somebody last worked here, and nobody has been told yet.
fn lost(person: Id, made: bool) -> bool {
    let begun = shelf::read::<bool>(&begun(person));
    let lost = begun == Some(false) || (made && begun.is_some());
    note_begun(person, !lost);
    lost
}

/// The person knows now that what was kept has vanished.
pub(crate) fn own_up(desk: Desk) {
    note_begun(desk.person(), true);
    desk.lost.set(false);
}

/// Where it is noted that a person has worked here: true, or false while what was kept has vanished untold.
fn begun(person: Id) -> String {
    format!("bandeng.begun.{person}")
}

fn note_begun(person: Id, sound: bool) {
    if !shelf::write(&begun(person), &sound) {
        leptos::logging::warn!("a vanished store would not be noticed");
    }
}

/// The stage, from anywhere in the app.
pub(crate) fn stage() -> RwSignal<Stage> {
    expect_context()
}
