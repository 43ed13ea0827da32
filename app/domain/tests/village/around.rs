//! What lies around a record in the hall's maps.

use std::collections::BTreeMap;

use domain::{Around, Id, Record, Scope};

use super::hall::Row;

/// The rows, as a guard looks over them.
pub(crate) struct Rows<'a>(pub(crate) &'a BTreeMap<Id, Row>);

impl Around for Rows<'_> {
    fn record(&self, id: Id) -> Option<&Record> {
        self.0.get(&id).map(|row| &row.record)
    }

    fn within(&self, scope: Scope) -> Vec<&Record> {
        let rows = self.0.values().map(|row| &row.record);
        rows.filter(|record| record.scope == scope).collect()
    }
}
