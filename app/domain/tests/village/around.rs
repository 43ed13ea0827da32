//! What lies around a record in the hall's maps.

use std::collections::BTreeMap;

use domain::{Around, Id, Record, Scope};

use super::hall::Row;

/// The rows, as a guard looks over them; but for the one that is named and that its author may not look at.
pub(crate) struct Rows<'a>(pub(crate) &'a BTreeMap<Id, Row>, pub(crate) Option<Id>);

impl Around for Rows<'_> {
    fn record(&self, id: Id) -> Option<&Record> {
        let row = self.0.get(&id).filter(|_| self.1 != Some(id));
        row.map(|row| &row.record)
    }

    fn within(&self, scope: Scope) -> Vec<&Record> {
        let rows = self.0.values().map(|row| &row.record);
        rows.filter(|record| record.scope == scope).collect()
    }
}
