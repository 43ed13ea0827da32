//! What goes along with a record that goes from one scope to another.

use super::planted::Planted;
use crate::{Id, Kind, Record, Scope};

/// What goes along with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    /// What lies beside an issue that comes before the village.
    Beside,
    /// What was promised in a session that is sealed.
    Promised,
    /// What was advised in a session that is handed over.
    Advised,
}

/// What goes along, from where to where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Along {
    /// What.
    pub what: Goes,
    /// From where.
    pub from: Scope,
    /// To where.
    pub to: Scope,
}

/// Takes a record along with one that went from a scope to another (`Accepted::along`).
///
/// Gives the revision it left with, and none for a record that stays.
pub fn take_along(record: &mut Record, with: Id, along: Along) -> Option<u64> {
    let Along { what, from, to } = along;
    let beside = match (what, &record.kind) {
        (Goes::Beside, Kind::Comment | Kind::Photo) => record.link("issue") == Some(with),
        (Goes::Promised, Kind::Action) => !Planted::PromiseLeftBehind.here(),
        (Goes::Advised, Kind::Advice) => !record.gone && !Planted::AdviceLeftBehind.here(),
        _ => false,
    };
    if !beside || record.scope != from {
        return None;
    }
    record.scope = to;
    record.rev += 1;
    Some(record.rev)
}
