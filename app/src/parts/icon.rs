//! A line icon from the sprite in the shell. It never stands without a word or a name beside it.

use domain::{Category, follow::Satisfaction, session::Verdict};

use crate::prelude::*;

/// An icon by the name it has in the sprite.
#[component]
pub(crate) fn Icon(name: &'static str) -> AnyView {
    view! { <svg class="ic" aria-hidden="true"><use href=format!("#i-{name}") /></svg> }
}

/// The icon of a category.
pub(crate) fn category_icon(category: Category) -> &'static str {
    match category {
        Category::Living => "house",
        Category::Road => "road",
        Category::Field => "field",
        Category::Water => "drop",
        Category::Care => "care",
        Category::Health => "health",
        Category::Economy => "coop",
        Category::Tourism => "lantern",
        Category::Digital => "digital",
        Category::Customs => "customs",
        Category::Safety => "shield",
        Category::Neighbours => "neighbours",
    }
}

/// The shape of an answer: filled, half, a stone kept, a pause, a bar across.
pub(crate) fn verdict_icon(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Adopted => "full",
        Verdict::Partly => "half",
        Verdict::Reference => "gem",
        Verdict::Deferred => "hold",
        Verdict::Declined => "no",
    }
}

/// The face of how satisfied somebody is.
pub(crate) fn satisfaction_icon(result: Satisfaction) -> &'static str {
    match result {
        Satisfaction::Satisfied => "smile",
        Satisfaction::Basically => "flat",
        Satisfaction::Not => "sad",
    }
}
