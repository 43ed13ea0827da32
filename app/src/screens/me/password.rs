//! A password, for whoever works at a desk: set, changed, given up.

use domain::{Fields, Form, form::Value};

use crate::{
    look::words,
    parts::{Icon, net_words},
    prelude::*,
    replica::{Net, NetError},
};

/// What the server says of it.
#[derive(Clone, Form)]
struct Held {
    login: Option<String>,
    offered: Option<String>,
}

/// A new one.
#[derive(Form)]
struct Set {
    login: String,
    password: String,
    #[form(sparse)]
    before: Option<String>,
    others: bool,
}

/// The form; whether there is one already is asked when it is opened.
#[component]
pub(super) fn Password() -> AnyView {
    let w = words();
    let p = &w.ways().password;
    let held = RwSignal::new(None::<Result<Held, NetError>>);
    let done = RwSignal::new("");
    let load = move || {
        leptos::task::spawn_local(async move {
            held.set(Some(Net::read("/api/v1/password").await));
        });
    };
    let opened = move |_| {
        if !matches!(held.get_untracked(), Some(Ok(_))) {
            load();
        }
    };
    let body = move || match held.get() {
        None => view! { <span class="skel w3"></span> }.into_any(),
        Some(Err(error)) => {
            view! { <p class="sm dim">{net_words(&error, w.ways().offline)}</p> }.into_any()
        }
        Some(Ok(held)) => {
            // held by whoever calls it: the boxes are gone by the time an answer comes, where somebody has left
            let again = move |said| {
                done.set(said);
                load();
            };
            boxes(held, again)
        }
    };
    view! {
        <details class="slip" on:toggle=opened>
            <summary><Icon name="lock" />{p.title}</summary>
            <div class="col">
                <p class="sm">{p.hint}</p>
                <p class="sm" role="status">{move || done.get()}</p>
                {body}
            </div>
        </details>
    }
}

/// What is typed; `again` is told what was done.
fn boxes(held: Held, again: impl Fn(&'static str) + Copy + 'static) -> AnyView {
    let w = words();
    let p = &w.ways().password;
    let has = held.login.is_some();
    let login = RwSignal::new(held.login.clone().or(held.offered).unwrap_or_default());
    let (password, before) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let others = RwSignal::new(false);
    let failed = RwSignal::new(None::<NetError>);
    let set = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let body = Set {
            login: login.get_untracked(),
            password: password.get_untracked(),
            before: has.then(|| before.get_untracked()),
            others: others.get_untracked(),
        };
        leptos::task::spawn_local(async move {
            match Net::ask::<Value>("/api/v1/password", &body).await {
                Ok(_) => again(p.done),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let remove = move |_| {
        leptos::task::spawn_local(async move {
            match Net::ask::<Value>("/api/v1/password/remove", &Fields::new()).await {
                Ok(_) => again(p.removed),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let tick = move |event| others.set(event_target_checked(&event));
    view! {
        <form class="col" on:submit=set>
            {held.login.map(|login| view! { <p class="note go"><Icon name="check" /><span>{(p.is_set)(&login)}</span></p> })}
            <Box label=p.boxes[0] value=login kind="text" fill="username" />
            {has.then(|| view! { <Box label=p.boxes[2] value=before kind="password" fill="current-password" /> })}
            <Box label=p.boxes[1] value=password kind="password" fill="new-password" />
            <p class="hint">{p.how}</p>
            <label class="tick"><input type="checkbox" on:change=tick /><span>{p.others}</span></label>
            <div role="alert">{move || failed.get().map(|error| view! {
                <p class="err"><Icon name="warn" /><span>{net_words(&error, w.ways().offline)}</span></p>
            })}</div>
            <div class="btns">
                <button class="btn do">{p.set[usize::from(has)]}</button>
                {has.then(|| view! { <button type="button" class="btn" on:click=remove>{p.remove}</button> })}
            </div>
        </form>
    }
    .into_any()
}

/// One box, which a keeper of passwords knows how to fill.
#[component]
pub(crate) fn Box(
    label: &'static str,
    value: RwSignal<String>,
    kind: &'static str,
    fill: &'static str,
) -> AnyView {
    view! {
        <label class="field">
            <span class="lab">{label}</span>
            <input class="in" type=kind autocomplete=fill autocapitalize="none" spellcheck="false"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event)) />
        </label>
    }
}
