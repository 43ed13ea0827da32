//! Words to a letter: typed in a box, and kept on the phone until they are given.

use domain::{Act, Form, Id, Kind, Scope};
use leptos::ev::SubmitEvent;

use crate::{
    parts::{CommitTrouble, Trouble, keep, spend},
    prelude::*,
    screens::issue::{Line, draft},
};

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Typed {
    words: String,
}

/// A box with what is done with its words.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    typed: Signal<String>,
    set: Callback<String>,
    give: Callback<SubmitEvent>,
    trouble: Trouble,
}

impl Writing {
    /// Begins as it was left; `key` is where it lies, and `act` what its words come to.
    pub(super) fn new(
        id: Id,
        scope: Scope,
        key: String,
        act: impl Fn(&str) -> Act + 'static,
    ) -> Self {
        let form = draft::<Typed>(key.clone());
        let trouble = Trouble::new();
        let give = move |event: SubmitEvent| {
            event.prevent_default();
            let act = form.with_untracked(|form| act(form.words.trim()));
            let key = key.clone();
            keep(trouble, vec![(Kind::Letter, id, scope, act)], move || spend(form, &key));
        };
        Self {
            typed: Signal::derive(move || form.with(|form| form.words.clone())),
            set: Callback::new(move |to| form.update(|form| form.words = to)),
            give: Callback::new(give),
            trouble,
        }
    }

    /// The box, with its button and whatever else stands below.
    pub(super) fn form(self, label: &'static str, below: AnyView) -> AnyView {
        view! {
            <form class="col" on:submit=move |event| self.give.run(event)>
                <Line label=label value=self.typed set=self.set long=true />
                {below}
                <CommitTrouble error=self.trouble.said />
            </form>
        }
        .into_any()
    }
}
