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
}
