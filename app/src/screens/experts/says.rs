//! Why somebody may be of help, in words.

use domain::matching::{Reason, Suggestion};

use crate::{desk::Desk, look::words};

/// The reasons, and how often they were asked; tracked, as places come from the phone's copy.
pub(super) fn why(desk: Desk, one: &Suggestion) -> String {
    let e = words().experts();
    let [between, end] = e.between;
    let reasons = one.reasons.iter().filter_map(|reason| because(desk, reason));
    let reasons = reasons.collect::<Vec<_>>().join(between);
    let asked = (e.asked)(one.asked);
    if reasons.is_empty() { asked } else { format!("{reasons}{end} {asked}") }
}

fn because(desk: Desk, reason: &Reason) -> Option<String> {
    let w = words();
    let [knows, such, said, lives, place] = w.experts().because;
    Some(match reason {
        Reason::Knows { word } => knows(&w.known(word)),
        Reason::Category { word } => such(&w.known(word)),
        Reason::Words { words } => said(words),
        Reason::Lives { place } => lives(&desk.place_name(*place)?),
        Reason::Place { place: spot } => place(&desk.place_name(*spot)?),
        Reason::Past { category, times } => w.sat_before(*times, *category),
        Reason::Else => return None,
    })
}
