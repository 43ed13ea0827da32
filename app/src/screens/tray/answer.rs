//! The office answers a complaint or a suggestion about the tool.

use domain::{FollowAct, Form, Id, Kind, Scope};

use super::says;
use crate::{
    desk::desk,
    look::words,
    parts::{CommitTrouble, Icon, Trouble, keep},
    prelude::*,
    screens::issue::{Line, draft},
    shelf,
};

/// An answer that is being written, kept until it is given.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Writing {
    words: String,
}

/// The box and its button; or why they are not there.
#[component]
pub(super) fn Answer(id: Id, scope: Scope, listed: bool) -> AnyView {
    let (t, w, desk) = (says(), words(), desk());
    let act = |words: &str| FollowAct::Answer { words: words.trim().to_owned() }.into();
    let barred = Memo::new(move |_| desk.may(Kind::Letter, id, scope, act("")).err());
    let key = StoredValue::new(format!("bandeng.answer.{id}"));
    let form = draft::<Writing>(key.get_value());
    let trouble = Trouble::new();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let words = form.with_untracked(|form| form.words.clone());
        keep(trouble, vec![(Kind::Letter, id, scope, act(&words))], move || {
            form.set(Writing::default());
            shelf::clear(&key.get_value());
        });
    };
    let typed = Signal::derive(move || form.with(|form| form.words.clone()));
    let set = Callback::new(move |to| form.update(|form| form.words = to));
    let [alone, all] = t.answer_hint;
    child(move || match barred.get() {
        Some(refusal) => {
            let why = w.refusal(&refusal, |id| desk.name_of(id));
            view! { <p class="note"><Icon name="info" /><span>{why}</span></p> }.into_any()
        }
        None => view! {
            <form class="col" on:submit=save>
                <Line label=t.answer_label value=typed set=set long=true />
                <p class="hint">{if listed { all } else { alone }}</p>
                <button class="btn do"><Icon name="check" />{t.answer}</button>
                <CommitTrouble error=trouble.said />
            </form>
        }
        .into_any(),
    })
}
