//! Boxes to write in and to choose from.

use domain::Id;
use leptos::ev::SubmitEvent;
use wasm_bindgen::JsCast;

pub(super) use crate::parts::{Deed, Trouble, day_in, day_of, keep};
use crate::{look::words, parts::CommitTrouble, prelude::*, screens::issue::draft};

/// A text being written: what stood there when it was begun, and what is typed. It stays on the phone until it is
/// saved or given up.
#[derive(Clone, Debug, Default, PartialEq, domain::Form)]
#[form(default)]
pub(super) struct Writing {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) begun: bool,
}

impl Writing {
    /// What was begun under a name, on this phone.
    pub(super) fn of(record: Id, field: &str) -> RwSignal<Self> {
        draft(format!("bandeng.minutes.{record}.{field}"))
    }

    /// Begins with what stands there.
    pub(super) fn begin(text: &str) -> Self {
        Self { from: text.to_owned(), to: text.to_owned(), begun: true }
    }
}

/// A box with its button; closes itself once it is kept.
#[component]
pub(super) fn Editor(
    /// What is being written.
    writing: RwSignal<Writing>,
    /// What is asked.
    label: &'static str,
    /// Whether it is several lines.
    #[prop(optional)]
    long: bool,
    /// What its text comes to.
    deeds: Callback<Writing, Vec<Deed>>,
) -> AnyView {
    let w = words();
    let trouble = Trouble::new();
    let close = move || writing.set(Writing::default());
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let now = writing.get_untracked();
        if now.to.trim() == now.from.trim() {
            return close();
        }
        keep(trouble, deeds.run(now), close);
    };
    let typed = Signal::derive(move || writing.with(|writing| writing.to.clone()));
    let set = Callback::new(move |to| writing.update(|writing| writing.to = to));
    let form = Place::<web_sys::HtmlFormElement>::new();
    Effect::new(move |_| begin_in(form.get()));
    view! {
        <form class="col" on:submit=save node_ref=form>
            <Text label=label typed=typed set=set long=long />
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=move |_| close()>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}

/// The focus goes to the first box of a form that has just opened.
pub(super) fn begin_in(form: Option<web_sys::HtmlFormElement>) {
    let first = form.and_then(|form| form.query_selector("textarea,input,select").ok().flatten());
    let first = first.and_then(|first| first.dyn_into::<web_sys::HtmlElement>().ok());
    if first.is_some_and(|first| first.focus().is_err()) {
        leptos::logging::warn!("a box could not take the focus");
    }
}

/// A line, or several.
#[component]
pub(super) fn Text(
    /// What is asked.
    label: &'static str,
    /// What is written.
    typed: Signal<String>,
    /// Takes what is typed.
    set: Callback<String>,
    /// Whether it is several lines.
    #[prop(optional)]
    long: bool,
    /// The kind of a single line; `pin` for four digits that nobody else is to read.
    #[prop(default = "text")]
    kind: &'static str,
) -> AnyView {
    let typing = move |event| set.run(event_target_value(&event));
    let area = if long {
        view! {
            <textarea class="in" rows="3" prop:value=move || typed.get() on:input=typing>
                {typed.get_untracked()}
            </textarea>
        }
    } else if kind == "pin" {
        view! {
            <input class="in pin" type="password" inputmode="numeric" maxlength="4" autocomplete="off"
                prop:value=move || typed.get() on:input=typing />
        }
    } else {
        view! {
            <input class="in" type=kind autocomplete="off" prop:value=move || typed.get() on:input=typing />
        }
    };
    view! { <label class="field"><span class="lab">{label}</span>{area}</label> }
}

/// One of several, taken as soon as it is chosen.
#[component]
pub(super) fn Choose(
    /// What is asked.
    label: &'static str,
    /// What can be chosen: its value, and what it is called.
    all: Vec<(String, String)>,
    /// What stands there.
    now: String,
    /// Takes what is chosen.
    pick: Callback<String>,
) -> AnyView {
    let choices = all.into_iter().map(move |(value, told)| {
        let chosen = value == now;
        let lang = crate::parts::tongue(&told);
        view! { <option value=value selected=chosen lang=lang>{told}</option> }
    });
    view! {
        <label class="field">
            <span class="lab">{label}</span>
            <select class="in" on:change=move |event| pick.run(event_target_value(&event))>
                {choices.collect_view()}
            </select>
        </label>
    }
}
