//! Records as columns: each field's name is said once a page, and like stands beside like for the compressor.

use serde_json::Value;

use super::planted::Planted;
use crate::{Fields, Form, Id, Kind, Record, Scope, Sorted};

/// Per kind, per field, one value a record; null where a record has no such field.
/// The record's own marks stand under names with a `#`, which no field has.
#[derive(Clone, Debug, Default, PartialEq, Form)]
pub struct Columns(Sorted<String, Sorted<String, Vec<Value>>>);

/// The columns are torn: not all of one length, or without the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("columns of a page are torn")]
pub struct NotColumns;

const MARKS: [&str; 5] = ["#at", "#by", "#gone", "#id", "#rev"];

impl Columns {
    /// The records of one scope as columns.
    #[must_use]
    pub fn of(records: &[Record]) -> Self {
        let mut kinds = Sorted::<String, Sorted<String, Vec<Value>>>::new();
        let mut rows = Sorted::<String, usize>::new();
        for record in records {
            let columns = kinds.or_default(record.kind.as_str().to_owned());
            let row = rows.or_default(record.kind.as_str().to_owned());
            let marks = [
                record.at.form(),
                record.by.form(),
                if record.gone { Value::Bool(true) } else { Value::Null },
                record.id.form(),
                record.rev.form(),
            ];
            let fields = record.fields.iter().map(|(name, value)| (name.as_str(), value.clone()));
            for (name, value) in MARKS.into_iter().zip(marks).chain(fields) {
                let column = columns.or_default(name.to_owned());
                column.resize(*row, Value::Null);
                column.push(value);
            }
            *row += 1;
        }
        for (kind, columns) in kinds.iter_mut() {
            let rows = rows.get(kind).copied().unwrap_or(0);
            columns.iter_mut().for_each(|(_, column)| column.resize(rows, Value::Null));
            columns.retain(|name, column| name != "#gone" || column.iter().any(|v| !v.is_null()));
        }
        Self(kinds)
    }

    /// Whether there is no record in them.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The records again.
    ///
    /// # Errors
    /// When the columns are torn; then none of them may be believed.
    pub fn records(&self, scope: Scope) -> Result<Vec<Record>, NotColumns> {
        let mut records = Vec::new();
        for (kind, columns) in self.0.iter() {
            let ids = columns.get("#id").ok_or(NotColumns)?;
            if columns.values().any(|column| column.len() != ids.len()) {
                return Err(NotColumns);
            }
            for row in 0..ids.len() {
                records.push(record(kind, columns, row, scope)?);
            }
        }
        Ok(records)
    }
}

fn record(
    kind: &str,
    columns: &Sorted<String, Vec<Value>>,
    row: usize,
    scope: Scope,
) -> Result<Record, NotColumns> {
    let cell = |name: &str| columns.get(name).and_then(|column| column.get(row));
    let id = |name| cell(name).and_then(Value::as_str).and_then(|id| Id::try_parse(id).ok());
    let mut fields = Fields::new();
    for (name, column) in columns.iter().filter(|(name, _)| !name.starts_with('#')) {
        if let Some(value) = column.get(row).filter(|value| !value.is_null()) {
            fields.insert(name.clone(), value.clone());
        }
    }
    Ok(Record {
        kind: Kind::from(kind.to_owned()),
        id: id("#id").ok_or(NotColumns)?,
        scope,
        rev: cell("#rev").and_then(Value::as_u64).ok_or(NotColumns)?,
        by: id("#by"),
        at: cell("#at").and_then(Value::as_i64).ok_or(NotColumns)?,
        gone: !Planted::GoneForgotten.here()
            && cell("#gone").is_some_and(|gone| gone == &Value::Bool(true)),
        fields,
    })
}
