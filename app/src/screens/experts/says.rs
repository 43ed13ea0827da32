//! Why somebody may be of help, in words.

use domain::matching::{Reason, Suggestion};

use crate::{desk::Desk, look::words, parts::tongue, prelude::*};

/// The reasons, and how often they were asked; tracked, as places come from the phone's copy.
pub(super) fn why(desk: Desk, one: &Suggestion) -> AnyView {
    let e = words().experts();
    let [between, end] = e.between;
    let told: Vec<_> = one.reasons.iter().filter_map(|reason| because(desk, reason)).collect();
    let last = told.len();
    let reasons = (1..).zip(told).map(|(at, (said, own))| {
        let mark = if at == last { end } else { between };
        // what people wrote stands in their own tongue within the sentence
        let (before, after) = said.split_once(own.as_str()).unwrap_or((said.as_str(), ""));
        view! {
            {before.to_owned()}<span lang=tongue(&own)>{own.clone()}</span>{after.to_owned()}{mark}
        }
        .into_any()
    });
    let reasons: Vec<AnyView> = reasons.collect();
    view! { {reasons.into_iter().collect_view()}" "{(e.asked)(one.asked)} }.into_any()
}

/// A reason, and the words in it that are somebody's own.
fn because(desk: Desk, reason: &Reason) -> Option<(String, String)> {
    let w = words();
    let [knows, such, said, lives, place] = w.experts().because;
    let told = |says: fn(&str) -> String, own: String| (says(&own), own);
    Some(match reason {
        Reason::Knows { word } => told(knows, w.known(word)),
        Reason::Category { word } => told(such, w.known(word)),
        Reason::Words { words } => told(said, words.clone()),
        Reason::Lives { place } => told(lives, desk.place_name(*place)?),
        Reason::Place { place: spot } => told(place, desk.place_name(*spot)?),
        Reason::Past { category, times } => (w.sat_before(*times, *category), String::new()),
        Reason::Else => return None,
    })
}
