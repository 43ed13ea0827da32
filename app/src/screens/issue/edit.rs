//! What is written about an issue, each field mended in its place. An edit carries the value it was made from,
//! so that two people who write at once are put together and not over each other.

use std::sync::Arc;

use domain::{Act, Category, Id, Kind, Standing};
use serde_json::Value;

use super::{
    draft::draft,
    lines::{Line, local, moment},
};
use crate::{
    desk::{Seen, desk},
    look::words,
    parts::{CommitTrouble, Icon, value_words},
    prelude::*,
};

/// The fields people mend, in the order of the form.
const FIELDS: [&str; 9] = [
    "title",
    "title_en",
    "words",
    "category",
    "group",
    "households",
    "named",
    "question",
    "scheduled_where",
];

/// An edit being written: what stood there when it was begun, and what is typed.
#[derive(Clone, Debug, Default, PartialEq, domain::Form)]
struct Draft {
    from: Value,
    to: String,
    begun: bool,
}

/// All fields, or the sentence why they are not the reader's to mend.
#[component]
pub(super) fn Fields(shown: Memo<Arc<Seen>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let (id, scope) = shown.with_untracked(|seen| (seen.id, seen.scope));
    let bar = Memo::new(move |_| {
        shown.with(|_| ());
        let act = Act::Edit { field: "words".into(), from: Value::Null, to: Value::Null };
        let refusal = desk.may(Kind::Issue, id, scope, act).err();
        refusal.map(|refusal| w.refusal(&refusal, |id| desk.name_of(id)))
    });
    let finished = Memo::new(move |_| shown.with(|seen| seen.issue.standing.finished()));
    let mendable = Memo::new(move |_| bar.with(Option::is_none) && !finished.get());
    let there = Memo::new(move |_| {
        let question = shown.with(|seen| seen.issue.question.is_some());
        let scheduled = shown.with(|seen| seen.issue.standing == Standing::Scheduled);
        FIELDS
            .into_iter()
            .filter(|field| match *field {
                "question" => question,
                "scheduled_where" => scheduled,
                _ => true,
            })
            .collect::<Vec<_>>()
    });
    view! {
        <section aria-labelledby="fields">
            <div class="head"><h2 id="fields">{w.issue().fields}</h2></div>
            <ul class="list">
                <For
                    each=move || there.get()
                    key=|field: &&str| (*field).to_owned()
                    children=move |field| view! { <Field id=id field=field shown=shown mendable=mendable /> }
                />
            </ul>
            {move || bar.get().filter(|_| !finished.get()).map(|why| view! { <p class="xs dim">{why}</p> })}
        </section>
    }
}

/// The name of a field; the two headings are told apart here, where both stand.
pub(super) fn name(field: &'static str) -> &'static str {
    let w = words();
    if field == "title_en" { w.issue().title_en } else { w.field(field) }
}

#[component]
fn Field(id: Id, field: &'static str, shown: Memo<Arc<Seen>>, mendable: Memo<bool>) -> AnyView {
    let (w, desk) = (words(), desk());
    let key = format!("bandeng.edit.{id}.{field}");
    let value = Memo::new(move |_| {
        desk.record(id).and_then(|record| record.fields.get(field).cloned()).unwrap_or_default()
    });
    let told = move || match value.get() {
        Value::Null if field == "group" => w.common.whole_village.to_owned(),
        Value::Null if field == "named" => value_words(desk, field, &Value::Bool(false)),
        Value::Null => w.issue().blank.to_owned(),
        value => value_words(desk, field, &value),
    };
    let form = draft::<Draft>(key);
    let button = Place::<web_sys::HtmlButtonElement>::new();
    let begin = move |_| {
        let from = value.get_untracked();
        form.set(Draft { to: typed(field, &from), from, begun: true });
    };
    let close = Callback::new(move |()| {
        form.set(Draft::default());
        // the keyboard goes on where it was
        request_animation_frame(move || {
            if let Some(button) = button.get_untracked()
                && button.focus().is_err()
            {
                leptos::logging::warn!("a button could not take the focus");
            }
        });
    });
    let begun = Memo::new(move |_| form.with(|form| form.begun));
    // what people wrote is Chinese; a group's name and the rest come in the reader's language
    let lang =
        matches!(field, "title" | "words" | "question" | "scheduled_where").then_some("zh-CN");
    let said = move || {
        view! { <span><span lang=lang>{told}</span><small>{name(field)}</small></span> }
    };
    view! {
        <li>
            {move || match (mendable.get(), begun.get()) {
                (true, true) => view! { <Editor shown=shown field=field form=form close=close /> }.into_any(),
                (true, false) => view! {
                    <button node_ref=button on:click=begin>
                        {said()}<span class="sr">{w.issue().edit}</span>
                        <span class="end"><Icon name="pen" /></span>
                    </button>
                }
                .into_any(),
                (false, _) => view! { <p class="row">{said()}</p> }.into_any(),
            }}
        </li>
    }
}

#[component]
fn Editor(
    shown: Memo<Arc<Seen>>,
    field: &'static str,
    form: RwSignal<Draft>,
    close: Callback<()>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let error = RwSignal::new(None);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Draft { from, to, .. } = form.get_untracked();
        let to = meant(field, &to);
        if to == from || (to == Value::Bool(false) && from.is_null()) {
            return close.run(());
        }
        let (id, scope) = shown.with_untracked(|seen| (seen.id, seen.scope));
        let act = Act::Edit { field: field.to_owned(), from, to };
        leptos::task::spawn_local(async move {
            match desk.commit(Kind::Issue, id, scope, act).await {
                Ok(_) => close.run(()),
                Err(trouble) => error.set(Some(trouble)),
            }
        });
    };
    let village = shown.with_untracked(|seen| seen.issue.village);
    let element = Place::<web_sys::HtmlFormElement>::new();
    Effect::new(move |_| {
        let Some(form) = element.get() else { return };
        let box_in = form.query_selector("input,textarea,select").ok().flatten();
        let box_in = box_in
            .and_then(|found| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(found).ok());
        if box_in.is_some_and(|found| found.focus().is_err()) {
            leptos::logging::warn!("a box could not take the focus");
        }
    });
    view! {
        <form class="slip col" on:submit=save node_ref=element>
            {boxes(field, village, form)}
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=move |_| close.run(())>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=error />
        </form>
    }
}

fn boxes(field: &'static str, village: Id, form: RwSignal<Draft>) -> AnyView {
    let (w, desk) = (words(), desk());
    let value = Signal::derive(move || form.with(|form| form.to.clone()));
    let set = Callback::new(move |to| form.update(|form| form.to = to));
    let yes_no = |yes: bool| {
        (if yes { "yes" } else { "" }.to_owned(), value_words(desk, field, &yes.into()))
    };
    match field {
        "category" => {
            let now = Category::of(&value.get_untracked());
            let all = untrack(|| desk.customs(village)).drawers_with(now).into_iter();
            let all = all.map(|of| (of.as_str().to_owned(), (w.names.category)(of).to_owned()));
            choose(field, all.collect(), value, set)
        }
        "group" => {
            let groups = desk
                .groups(village)
                .into_iter()
                .map(|(id, _)| (id.to_string(), desk.place_name(id).unwrap_or_default()));
            let whole = (String::new(), w.common.whole_village.to_owned());
            choose(field, std::iter::once(whole).chain(groups).collect(), value, set)
        }
        "named" => choose(field, vec![yes_no(false), yes_no(true)], value, set),
        "words" | "question" => {
            view! { <Line label=name(field) value=value set=set long=true /> }.into_any()
        }
        "households" => {
            view! { <Line label=name(field) value=value set=set kind="number" /> }.into_any()
        }
        _ => view! { <Line label=name(field) value=value set=set /> }.into_any(),
    }
}

fn choose(
    field: &'static str,
    all: Vec<(String, String)>,
    value: Signal<String>,
    set: Callback<String>,
) -> AnyView {
    let choices = all.into_iter().map(|(id, told)| {
        let mine = id.clone();
        view! { <option value=id selected=move || value.get() == mine>{told}</option> }
    });
    view! {
        <label class="field">
            <span class="lab">{name(field)}</span>
            <select class="in" on:change=move |event| set.run(event_target_value(&event))>
                {choices.collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// A value as it stands in its box.
fn typed(field: &str, value: &Value) -> String {
    match (field, value) {
        (_, Value::String(text)) => text.clone(),
        (_, Value::Bool(true)) => "yes".into(),
        ("scheduled_on", value) => value.as_i64().map(local).unwrap_or_default(),
        (_, Value::Number(n)) => n.to_string(),
        _ => String::new(),
    }
}

/// The value a box means. What cannot be read goes as it is, and the guard says so.
fn meant(field: &str, typed: &str) -> Value {
    let text = typed.trim();
    match field {
        "named" => Value::Bool(text == "yes"),
        "scheduled_on" => moment(text).map_or(Value::Null, Value::from),
        "households" if !text.is_empty() => {
            text.parse::<u32>().map_or_else(|_| text.into(), Value::from)
        }
        _ if text.is_empty() => Value::Null,
        _ => text.into(),
    }
}
