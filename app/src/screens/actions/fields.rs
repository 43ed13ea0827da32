//! What is written about an action, each field mended in its place. An edit carries the value it was made from, so that
//! two people who write at once both stay readable.

use domain::{Act, Form, Id, Kind, form::Value};

use super::{
    deed::{Trouble, bar, keep},
    one::Shown,
    one_says,
};
use crate::{
    desk::desk,
    look::words,
    parts::{CommitTrouble, Icon, tongue},
    prelude::*,
    screens::issue::{Line, draft},
};

/// The fields people mend.
const FIELDS: [&str; 4] = ["what", "partners", "money", "criterion"];

/// An edit being written: what stood there when it was begun, and what is typed.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Mending {
    from: String,
    to: String,
    begun: bool,
}

/// All fields; nothing for those who may not mend them, since the top of the page has them, too.
#[component]
pub(super) fn Fields(shown: Shown) -> AnyView {
    let (o, desk) = (one_says(), desk());
    let (id, scope) = shown.with_untracked(|doing| (doing.id, doing.scope));
    let may = Memo::new(move |_| {
        let act = Act::Edit { field: "partners".into(), from: Value::Null, to: Value::Null };
        bar(desk, (Kind::Action, id, scope, act)).is_none()
    });
    child(move || {
        may.get().then(|| {
            let fields = FIELDS.into_iter().zip(o.field);
            let fields =
                fields.map(|(field, name)| view! { <Field shown=shown field=field name=name /> });
            view! {
                <details class="slip">
                    <summary><Icon name="pen" />{o.fields}</summary>
                    <ul class="list">{fields.collect_view()}</ul>
                </details>
            }
        })
    })
}

#[component]
fn Field(shown: Shown, field: &'static str, name: &'static str) -> AnyView {
    let (o, desk) = (one_says(), desk());
    let id = shown.with_untracked(|doing| doing.id);
    let form = draft::<Mending>(format!("bandeng.doing.{id}.{field}"));
    let value = Memo::new(move |_| {
        desk.record(id).and_then(|record| record.text(field).map(str::to_owned)).unwrap_or_default()
    });
    let begin = move |_| {
        let from = value.get_untracked();
        form.set(Mending { to: from.clone(), from, begun: true });
    };
    let told = move || {
        let said = value.get();
        let said = if said.is_empty() { o.blank.to_owned() } else { said };
        view! { <span lang=tongue(&said)>{said.clone()}</span> }
    };
    let begun = Memo::new(move |_| form.with(|form| form.begun));
    view! {
        <li>
            {move || if begun.get() {
                view! { <Editor shown=shown field=field name=name form=form /> }
            } else {
                view! {
                    <button type="button" on:click=begin>
                        <span>{told}<small>{name}</small></span><span class="sr">{o.mend}</span>
                        <span class="end"><Icon name="pen" /></span>
                    </button>
                }
            }}
        </li>
    }
}

#[component]
fn Editor(
    shown: Shown,
    field: &'static str,
    name: &'static str,
    form: RwSignal<Mending>,
) -> AnyView {
    let w = words();
    let trouble = Trouble::new();
    let close = move || form.set(Mending::default());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Mending { from, to, .. } = form.get_untracked();
        if to.trim() == from {
            return close();
        }
        let (id, scope): (Id, _) = shown.with_untracked(|doing| (doing.id, doing.scope));
        let value = |text: &str| if text.is_empty() { Value::Null } else { Value::from(text) };
        let (from, to) = (value(&from), value(to.trim()));
        let act = Act::Edit { field: field.to_owned(), from, to };
        keep(trouble, vec![(Kind::Action, id, scope, act)], close);
    };
    let typed = Signal::derive(move || form.with(|form| form.to.clone()));
    let set = Callback::new(move |to| form.update(|form| form.to = to));
    view! {
        <form class="slip col" on:submit=save>
            <Line label=name value=typed set=set />
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=move |_| close()>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}
