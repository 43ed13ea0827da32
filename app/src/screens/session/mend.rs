//! A field of any record, mended in its place. An edit carries the value it was made from, so that two people who
//! write at once are put together and not over each other.

use domain::{Act, Form, Id, Kind, Scope};
use serde_json::Value;

use crate::{
    desk::desk,
    look::words,
    parts::{CommitTrouble, Icon, tongue},
    prelude::*,
    screens::issue::{Line, draft},
};

/// A record: its kind, its id and where it lies.
pub(crate) type Which = (Kind, Id, Scope);

/// What is typed, and what stood there when that was begun.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Draft {
    from: Value,
    to: String,
    begun: bool,
}

/// The field as it stands, with a pen for those who may mend it.
#[component]
pub(crate) fn Mend(
    /// The record.
    which: Which,
    /// The field.
    field: &'static str,
    /// Its name.
    label: &'static str,
    /// Whether it is several lines.
    #[prop(optional)]
    long: bool,
) -> AnyView {
    let desk = desk();
    let (kind, id, scope) = which;
    let value = Memo::new(move |_| {
        let record = desk.record(id);
        record.and_then(|record| record.text(field).map(str::to_owned)).unwrap_or_default()
    });
    let form = draft::<Draft>(format!("bandeng.mend.{id}.{field}"));
    let begun = Memo::new(move |_| form.with(|form| form.begun));
    let which = StoredValue::new((kind.clone(), id, scope));
    let may = Memo::new(move |_| {
        let act = Act::Edit { field: field.to_owned(), from: Value::Null, to: Value::Null };
        desk.may(kind.clone(), id, scope, act).is_ok()
    });
    let button = Place::<web_sys::HtmlButtonElement>::new();
    let begin = move |_| {
        let now = value.get_untracked();
        form.set(Draft { from: seen(&now), to: now, begun: true });
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
    child(move || {
        if may.get() && begun.get() {
            return view! { <Box which=which field=field label=label long=long form=form close=close /> };
        }
        let stands = move || view! { <Stands value=value label=label long=long /> };
        match (may.get(), long) {
            (false, _) => stands(),
            (true, false) => view! {
                <button class="mend" node_ref=button on:click=begin>
                    {stands()}<span class="end"><Icon name="pen" /></span>
                </button>
            }
            .into_any(),
            (true, true) => view! {
                {stands()}
                <button class="btn bare pen" node_ref=button on:click=begin>
                    <Icon name="pen" />{words().gather().paper.write}<span class="sr">{label}</span>
                </button>
            }
            .into_any(),
        }
    })
}

/// What stands there; a short one under its name.
#[component]
fn Stands(value: Memo<String>, label: &'static str, long: bool) -> AnyView {
    let blank = words().gather().paper.blank;
    child(move || {
        let text = value.get();
        let said = if text.is_empty() {
            view! { <span class="dim">{blank}</span> }
        } else {
            view! { <span class="written" lang=tongue(&text)>{text.clone()}</span> }
        };
        if long {
            return view! { <p>{said}</p> };
        }
        view! { <span><small>{label}</small>{said}</span> }
    })
}

#[component]
fn Box(
    which: StoredValue<Which>,
    field: &'static str,
    label: &'static str,
    long: bool,
    form: RwSignal<Draft>,
    close: Callback<()>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let error = RwSignal::new(None);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Draft { from, to, .. } = form.get_untracked();
        let to = seen(to.trim());
        if to == from {
            return close.run(());
        }
        let (kind, id, scope) = which.get_value();
        let act = Act::Edit { field: field.to_owned(), from, to };
        leptos::task::spawn_local(async move {
            match desk.commit(kind, id, scope, act).await {
                Ok(_) => close.run(()),
                Err(trouble) => error.set(Some(trouble)),
            }
        });
    };
    let value = Signal::derive(move || form.with(|form| form.to.clone()));
    let set = Callback::new(move |to| form.update(|form| form.to = to));
    view! {
        <form class="col" on:submit=save>
            <Line label=label value=value set=set long=long />
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=move |_| close.run(())>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=error />
        </form>
    }
}

/// Nothing is null.
fn seen(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}
