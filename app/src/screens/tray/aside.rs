//! A letter is laid aside, for a reason.

use domain::{FollowAct, Form, Id, Kind, Scope};

use super::says;
use crate::{
    desk::desk,
    parts::{CommitTrouble, Icon, Trouble, keep, propose},
    prelude::*,
    screens::issue::{Line, draft},
    shelf,
};

/// A reason that is being written, kept until it is given.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Writing {
    why: String,
}

/// Folded away: most letters are not laid aside. Nothing for whoever may not; the button beside it says why.
#[component]
pub(super) fn Aside(id: Id, scope: Scope, action: Option<Id>) -> AnyView {
    let (t, desk) = (says(), desk());
    let act = move |why: &str| FollowAct::LayAside { why: why.trim().to_owned(), action }.into();
    let may = Memo::new(move |_| {
        desk.replica.track();
        propose(desk, Kind::Letter, id, scope, act("—")).is_ok()
    });
    let key = StoredValue::new(format!("bandeng.aside.{id}"));
    let form = draft::<Writing>(key.get_value());
    let trouble = Trouble::new();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let why = form.with_untracked(|form| form.why.clone());
        keep(trouble, vec![(Kind::Letter, id, scope, act(&why))], move || {
            form.set(Writing::default());
            shelf::clear(&key.get_value());
        });
    };
    let typed = Signal::derive(move || form.with(|form| form.why.clone()));
    let set = Callback::new(move |to| form.update(|form| form.why = to));
    child(move || {
        may.get().then(|| {
            view! {
                <details class="slip">
                    <summary><Icon name="x" />{t.aside}</summary>
                    <form class="col" on:submit=save>
                        <Line label=t.why value=typed set=set long=true />
                        <button class="btn">{t.aside}</button>
                        <CommitTrouble error=trouble.said />
                    </form>
                </details>
            }
        })
    })
}
