//! A question of the filter sheet with its answers, one of which is chosen.

use crate::{parts::Choice, prelude::*};

/// One answer.
#[derive(Clone)]
pub(super) struct Pick {
    pub(super) words: String,
    pub(super) chosen: Signal<bool>,
    pub(super) take: Callback<()>,
}

/// A question and its answers. `name` is shared by the answers.
#[component]
pub(super) fn Choices(name: &'static str, legend: &'static str, picks: Vec<Pick>) -> AnyView {
    let picks = picks.into_iter().map(|Pick { words, chosen, take }| {
        view! { <Choice name=name chosen=chosen pick=take>{words}</Choice> }
    });
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <div class="opts">{picks.collect_view()}</div>
        </fieldset>
    }
}
