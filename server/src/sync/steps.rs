//! What a push wrote, as steps: told to its writer with the answer, and to others with the knock at their doors.

use std::collections::BTreeMap;

use domain::sync::{Columns, Edited, Step};
use domain::{Id, Record, Scope, form};

use super::sitting::Sitting;

/// More than this is not told unasked, in bytes of JSON: whoever stands elsewhere would have it in vain.
const MOST: usize = 2_048;
/// So many records are surely more.
const MANY: usize = 20;

/// The records as they stand before anything is judged.
pub(super) fn standing(sitting: &Sitting) -> BTreeMap<Id, Record> {
    sitting.sheets.iter().map(|(id, sheet)| (*id, sheet.record.clone())).collect()
}

/// One step a scope, in the order of the scopes; none at all if they are too much to be told unasked.
pub(super) fn steps(
    before: &BTreeMap<Id, Record>,
    sitting: &Sitting,
    vers: &BTreeMap<Scope, u64>,
) -> Vec<Step> {
    let written = || sitting.sheets.values().filter(|sheet| sheet.written);
    if written().count() > MANY {
        return Vec::new();
    }
    let step = |(scope, ver): (&Scope, &u64)| {
        let here = written().map(|sheet| &sheet.record).filter(|record| record.scope == *scope);
        let (mut edits, mut fresh) = (Vec::new(), Vec::new());
        for record in here {
            match before.get(&record.id).and_then(|before| Edited::between(before, record)) {
                Some(edited) => edits.push(edited),
                None => fresh.push(record.clone()),
            }
        }
        let gone = written().filter(|sheet| sheet.record.scope != *scope);
        let left = gone.filter_map(|sheet| Some((sheet.record.id, *sheet.left.get(scope)?)));
        let rows = (!fresh.is_empty()).then(|| Columns::of(&fresh));
        Step { scope: *scope, ver: *ver, left: left.collect(), rows, edits }
    };
    let steps: Vec<Step> = vers.iter().map(step).collect();
    if form::text(&steps).len() > MOST { Vec::new() } else { steps }
}
