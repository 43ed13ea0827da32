//! An act with its sender's marks: what is kept in the outbox and sent.

use crate::{Act, Form, Id, Kind, Millis, Scope};

/// One act of one person on one record, as the phone wrote it down.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Change {
    /// Its name for ever; whoever has seen it does not do it twice.
    pub uuid: Id,
    /// Its number on the phone that made it; 0 until the store has given one.
    #[form(default)]
    pub seq: u64,
    /// When, by the phone's clock.
    pub at: Millis,
    /// The kind of record.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// The scope the phone knew the record in, or wants a new one in.
    pub scope: Scope,
    /// What was done.
    pub act: Act,
    /// The copy of the app that it was written on, when another phone of the same person brings it. Nobody's word
    /// but the bringer's: it says where something came from, and decides nothing.
    #[form(sparse)]
    pub made_on: Option<Id>,
}

impl Change {
    /// The same once more, as a new change: the server has answered the old one for good. All copies of it give the
    /// new one the same name, so that it is done once.
    #[must_use]
    pub fn again(&self) -> Self {
        Self { uuid: Self::next_name(self.uuid), seq: 0, ..self.clone() }
    }

    /// The name of a change when it is offered once more.
    #[must_use]
    pub fn next_name(uuid: Id) -> Id {
        // the last 62 bits of a name are drawn at random; any odd step goes through all of them
        const DRAWN: u64 = u64::MAX >> 2;
        let (first, last) = uuid.as_u64_pair();
        let next = last.wrapping_add(0x1e37_79b9_7f4a_7c15) & DRAWN;
        Id::from_u64_pair(first, (last & !DRAWN) | next)
    }
}
