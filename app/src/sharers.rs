//! The people who share this phone: who sat down here and has not signed out since.
//!
//! The list is small and holds no secret: ids, names, and where in the browser each one's session lies. What is theirs
//! lies in a database each, under keys of their own, and opens to whoever knows their four digits ([`crate::pin`]).

use domain::Id;

use crate::{
    pin::Pin,
    replica,
    session::{KEY, SignedIn},
    shelf,
};

/// Where the list lies.
const ALL: &str = "bandeng.people";
/// Whether it is asked who is there before anything is shown: always, where two or more share a phone.
pub(crate) const ASKS: &str = "bandeng.asks";
/// A slot that there is not: this person has to be invited anew before anything goes out.
const AWAY: usize = 99;
/// The beginnings of keys that are the phone's own and not one person's.
const PHONES: [&str; 8] = [
    ALL,
    ASKS,
    KEY,
    "bandeng.look",
    "bandeng.install",
    "bandeng.persist",
    "bandeng.begun.",
    "bandeng.pin.",
];

/// Everybody who shares this phone, in the order they came.
pub(crate) fn all() -> Vec<SignedIn> {
    let alone = || {
        let who = shelf::phone::read::<SignedIn>(KEY)?;
        Some(vec![SignedIn { slot: who.slot.max(1), ..who }])
    };
    shelf::phone::read(ALL).or_else(alone).unwrap_or_default()
}

/// Somebody sits down here, for the first time or again.
pub(crate) fn sit(who: &SignedIn) {
    let mut all = all();
    for other in &mut all {
        // the server gave this place away: whoever had it was signed in no more
        if other.slot == who.slot && other.person != who.person {
            other.slot = AWAY;
        }
    }
    match all.iter_mut().find(|one| one.person == who.person) {
        Some(one) => one.clone_from(who),
        None => all.push(who.clone()),
    }
    keep(&all, all.len() > 1);
}

/// Somebody has signed out. Whoever is left is asked for, since nobody is at work.
pub(crate) fn leave(person: Id) {
    let mut all = all();
    all.retain(|one| one.person != person);
    keep(&all, !all.is_empty());
    Pin::of(person).clear();
}

/// Whoever has just sat down has what lay on the shelf from before the phone could be shared: it was theirs alone then.
pub(crate) fn take_over() {
    shelf::phone::give_away(&PHONES);
}

/// Whoever is at work is about to hand the phone on. If it was theirs alone, from before it could be shared, they are
/// the first of the list.
pub(crate) fn settle() {
    keep(&all(), true);
}

/// Whether somebody's session was given away, so that they have to be invited anew.
pub(crate) fn is_away(who: &SignedIn) -> bool {
    who.slot == AWAY
}

/// How much of somebody's is only on this phone: counted, and not looked at. Nothing, where it cannot be counted.
pub(crate) async fn waiting(person: Id) -> Option<usize> {
    replica::waiting(person).await.ok()
}

fn keep(all: &[SignedIn], asks: bool) {
    let kept = shelf::phone::write(ALL, &all.to_vec()) && shelf::phone::write(ASKS, &asks);
    if !kept {
        leptos::logging::warn!("who shares this phone could not be noted");
    }
}
