//! What has become of what was promised on a bench.

use domain::follow::Action;
use domain::{Id, Kind, Record};

/// What was promised in a session, in the order in which it is sealed.
pub(crate) fn promised<'a>(actions: &[&'a Record], session: Id) -> Vec<&'a Record> {
    let of = |record: &&&Record| {
        record.kind == Kind::Action
            && record.link("session") == Some(session)
            && record.fields.contains_key("promised_at")
    };
    let mut promised: Vec<&Record> = actions.iter().filter(of).copied().collect();
    promised.sort_by_key(|record| (record.number("promised_at"), record.id));
    promised
}

/// Where each of them stands now; nothing where that cannot be told of so many.
pub(super) fn states(actions: &[&Record], session: Id, sealed: usize) -> Vec<(Id, Action)> {
    let promised = promised(actions, session);
    let read: Vec<(Id, Action)> =
        promised.iter().filter_map(|record| Some((record.id, record.read().ok()?))).collect();
    if read.len() == sealed { read } else { Vec::new() }
}
