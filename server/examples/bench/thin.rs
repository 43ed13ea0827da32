//! What two common things take over a thin line: a new phone reads a village of five hundred records, and sends one
//! issue.

use domain::{Id, Scope};
use serde_json::Value;

use crate::line::Line;
use crate::phone::Phone;
use crate::{figure, id, pair, raise};

/// So many records has the village.
const RECORDS: usize = 500;

/// Measures; `given` are an address without and one with the thin line, writer, reader and village.
pub(crate) fn thin(rows: &[Value], mut given: impl Iterator<Item = String>) {
    let mut next = || given.next().expect("near and far address, writer, reader, village");
    let (near, far) = (next(), next());
    let [writer, reader] = [next(), next()].map(|signed| signed.split_once('=').map(pair).unwrap());
    let village: Id = next().parse().unwrap();
    let mut one = Phone::new(writer.0, Line::to(&near, &writer.1));
    one.pull();
    let first = one.replica.view().len();
    let acts = |rows: &[Value]| rows.iter().map(|r| (id(&r["id"]), raise(r, village))).collect();
    one.write(Scope::Village(village), acts(&rows[..RECORDS - first]));
    one.push();
    let mut other = Phone::new(reader.0, Line::to(&far, &reader.1));
    figure("thin line: 500 records", &mut [&mut other], |phones| phones[0].pull());
    let held = other.replica.view().len();
    assert!(held.abs_diff(RECORDS) < 50, "{held} records came");
    // as a villager raises it, whom nobody has received yet
    let row = rows[RECORDS..].iter().find(|row| row["status"] == "open").expect("an open one");
    other.write(Scope::Village(village), acts(std::slice::from_ref(row)));
    figure("thin line: one issue", &mut [&mut other], |phones| phones[0].push());
}
