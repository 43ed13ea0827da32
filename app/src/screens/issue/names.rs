//! Sentences that carry people's names or words: these stay Chinese in every language, and are marked as such,
//! so that a screen reader does not spell them out.

use crate::prelude::*;

/// Stands in a sentence where a name belongs until the name is put there.
const PLACES: [&str; 2] = ["\u{1}", "\u{2}"];

/// A sentence of the catalogue with two names in their places.
pub(crate) fn named(sentence: impl Fn(&str, &str) -> String, names: [&str; 2]) -> AnyView {
    let whole = sentence(PLACES[0], PLACES[1]);
    let mut parts = Vec::new();
    let mut rest = whole.as_str();
    while let Some(at) = rest.find(['\u{1}', '\u{2}']) {
        let place = usize::from(rest[at..].starts_with(PLACES[1]));
        parts.push(rest[..at].to_owned().into_any());
        parts.push(said(names[place].to_owned()));
        rest = &rest[at + 1..];
    }
    parts.push(rest.to_owned().into_any());
    parts.into_any()
}

/// Words of people, marked as Chinese.
pub(crate) fn said(words: String) -> AnyView {
    view! { <span lang="zh-CN">{words}</span> }.into_any()
}
