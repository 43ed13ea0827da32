//! The sessions that a push is about: those it writes in, those a guard looks over, those that may be sealed.

use std::collections::{BTreeMap, BTreeSet};

use domain::sync::Arrived;
use domain::sync::authority::Stamps;
use domain::{Change, Id, Kind, Record, Scope};

/// The session a change is done in.
fn session_of(change: &Change, held: &BTreeMap<Id, (Record, Stamps)>) -> Option<Id> {
    let scope = held.get(&change.id).map_or(change.scope, |(record, _)| record.scope);
    match scope {
        Scope::Session(id) => Some(id),
        _ if change.kind == Kind::Session => Some(change.id),
        Scope::Region(_)
        | Scope::Village(_)
        | Scope::Draft(_)
        | Scope::User(_)
        | Scope::District(_) => None,
    }
}

/// The sessions in which something is written.
pub(super) fn sessions(read: &[Arrived], held: &BTreeMap<Id, (Record, Stamps)>) -> BTreeSet<Id> {
    read.iter().flatten().filter_map(|change| session_of(change, held)).collect()
}

/// The sessions that a guard looks over.
pub(super) fn surveyed(read: &[Arrived], held: &BTreeMap<Id, (Record, Stamps)>) -> BTreeSet<Scope> {
    let surveys = read.iter().flatten().filter(|change| change.act.surveys());
    surveys.filter_map(|change| session_of(change, held)).map(Scope::Session).collect()
}

/// The sessions that may be sealed now.
pub(super) fn sealed(read: &[Arrived]) -> BTreeSet<Scope> {
    read.iter()
        .flatten()
        .filter(|change| change.act.seals())
        .map(|change| Scope::Session(change.id))
        .collect()
}
