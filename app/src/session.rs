//! Whose phone this is: opens that person's store and lays out the desk, with or without a network. Several people may
//! have a phone between them; one of them is at work, and the others' things are out of sight and out of reach.

use std::{cell::Cell, rc::Rc};

use domain::{Form, Id, sync::Replica};

use crate::{
    clock,
    desk::Desk,
    far,
    prelude::*,
    replica::{Store, StoreError, Tabs, keep_in_touch},
    sharers, shelf,
};

/// Who is at work in this browser. Every tab watches it.
pub(crate) const KEY: &str = "bandeng.who";

/// A person who signed in on this phone.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub(crate) struct SignedIn {
    /// Who.
    pub(crate) person: Id,
    /// How to call the person before the directory has arrived.
    pub(crate) name: String,
    /// Which of the browser's people to the server, counted from 1; nothing, where the phone had one person only.
    #[form(default)]
    pub(crate) slot: usize,
}

/// What the page can show.
#[derive(Clone, Copy)]
pub(crate) enum Stage {
    /// The store is being read.
    Opening,
    /// Nobody has signed in on this phone.
    Nobody,
    /// Several people share this phone, and it is to be asked who is there.
    Whose,
    /// The desk is laid.
    Laid(Desk),
    /// There is no store to work on.
    NoStore(StoreError),
}

thread_local! {
    /// Whose desk this page is laid for: person and slot. A page is laid once and for nobody else after that.
    static AT_WORK: Cell<Option<(Id, usize)>> = const { Cell::new(None) };
}

/// Who is at work on this page.
pub(crate) fn at_work() -> Option<Id> {
    AT_WORK.get().map(|(person, _)| person)
}

/// Which of the browser's people is at work here: for an address, which names nobody.
pub(crate) fn slot() -> usize {
    AT_WORK.get().map_or(0, |(_, slot)| slot)
}

/// The same for a request of this page: the slot, and the end of the person's id, so that a slot that has changed hands
/// answers nobody in another's name.
pub(crate) fn says_whose() -> String {
    AT_WORK.get().map_or_else(
        || "0".to_owned(),
        |(person, slot)| format!("{slot}-{}", &person.to_string()[28..]),
    )
}

/// Takes up whoever was at work before, or asks who it is. When the phone changes hands in another tab, this one
/// begins anew; so does a page that the browser kept, and shows again when somebody goes back.
pub(crate) fn resume(stage: RwSignal<Stage>) {
    for event in ["storage", "pageshow"] {
        // for as long as there is this page
        window_event_listener_untyped(event, move |_| follow(stage));
    }
    if shelf::phone::read(sharers::ASKS) == Some(true) {
        return stage.set(Stage::Whose);
    }
    match shelf::phone::read(KEY) {
        Some(who) => leptos::task::spawn_local(lay(stage, who)),
        None => stage.set(Stage::Nobody),
    }
}

/// Begins anew if somebody else is at work in this browser now than on this page.
fn follow(stage: RwSignal<Stage>) {
    let here = match stage.get_untracked() {
        Stage::Laid(desk) => Some(desk.person()),
        Stage::Nobody => None,
        Stage::Opening | Stage::Whose | Stage::NoStore(_) => return,
    };
    let now = shelf::phone::read::<SignedIn>(KEY).map(|who| who.person);
    if now != here {
        stage.set(Stage::Opening);
        if window().location().reload().is_err() {
            leptos::logging::warn!("the page could not begin anew");
        }
    }
}

/// Somebody sits down at a page where nobody is at work.
pub(crate) async fn enter(stage: RwSignal<Stage>, who: SignedIn) {
    note(&who);
    stage.set(Stage::Opening);
    lay(stage, who).await;
}

/// Whoever is at work has signed in once more. The page is to be loaded anew.
pub(crate) fn note(who: &SignedIn) {
    sharers::sit(who);
    shelf::phone::write(KEY, who);
}

/// Lays the desk down, so that somebody else can take the phone: nothing of whoever was at work is shown any more, and
/// it is asked who is there. The page is to be loaded anew at once, since what was in its memory would stay there.
pub(crate) fn lay_down(stage: RwSignal<Stage>) {
    sharers::settle();
    shelf::phone::clear(KEY);
    stage.set(Stage::Opening);
}

/// Somebody has signed out. The person's database stays on the phone: unsent words are nobody's to delete.
pub(crate) fn leave(stage: RwSignal<Stage>, person: Id) {
    sharers::leave(person);
    shelf::phone::clear(KEY);
    stage.set(Stage::Opening);
}

/// Loads the app anew from its first page, in place of this one.
pub(crate) fn anew() {
    if window().location().replace("/app/").is_err() {
        leptos::logging::warn!("the page could not be loaded anew");
    }
}

async fn lay(stage: RwSignal<Stage>, who: SignedIn) {
    AT_WORK.set(Some((who.person, who.slot.max(1))));
    sharers::take_over();
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
    // the phone may have changed hands while the store was being read
    if shelf::phone::read::<SignedIn>(KEY).is_some_and(|now| Some(now.person) != at_work()) {
        follow(stage);
    }
    far::fetch_all();
    // another tab may have written in a session while this one did not know the rules yet
    if !learnt && far::rules().await && desk.replica.with_untracked(Replica::calls_for_rules) {
        desk.read_anew().await;
    }
}

/// Whether what was kept on this phone has vanished since somebody last worked here, and nobody has been told yet.
fn lost(person: Id, made: bool) -> bool {
    let begun = shelf::phone::read::<bool>(&begun(person));
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
    if !shelf::phone::write(&begun(person), &sound) {
        leptos::logging::warn!("a vanished store would not be noticed");
    }
}

/// The stage, from anywhere in the app.
pub(crate) fn stage() -> RwSignal<Stage> {
    expect_context()
}
