//! Passkeys: made on this device, listed, let go of. Nothing where the browser has none.

use domain::{Fields, Form, Millis, form::Value};

use crate::{
    clock,
    look::words,
    parts::{Icon, net_words},
    passkey::{self, Ask},
    prelude::*,
    replica::{Net, NetError},
};

/// One key, as the server tells it.
#[derive(Clone, Form)]
struct Key {
    id: String,
    name: String,
    created_at: Millis,
}

#[derive(Form)]
struct Gone {
    id: String,
}

/// The list and the button.
#[component]
pub(super) fn Passkeys() -> AnyView {
    if !passkey::there() {
        return ().into_any();
    }
    let w = words();
    let p = &w.ways().passkey;
    let keys = RwSignal::new(None::<Result<Vec<Key>, NetError>>);
    let said = RwSignal::new("");
    let failed = RwSignal::new(None::<NetError>);
    let load = move || {
        leptos::task::spawn_local(
            async move { keys.set(Some(Net::read("/api/v1/passkeys").await)) },
        );
    };
    let opened = move |_| {
        if !matches!(keys.get_untracked(), Some(Ok(_))) {
            load();
        }
    };
    let add = move |_| {
        leptos::task::spawn_local(async move {
            failed.set(None);
            match made(w.common.app).await {
                Ok(done) => said.set(if done { p.added } else { p.not_done }),
                Err(error) => failed.set(Some(error)),
            }
            load();
        });
    };
    let remove = Callback::new(move |id: String| {
        leptos::task::spawn_local(async move {
            match Net::ask::<Value>("/api/v1/passkeys/remove", &Gone { id }).await {
                Ok(_) => load(),
                Err(error) => failed.set(Some(error)),
            }
        });
    });
    let list = move || match keys.get() {
        None => view! { <span class="skel w3"></span> }.into_any(),
        Some(Err(error)) => {
            view! { <p class="sm dim">{net_words(&error, w.ways().offline)}</p> }.into_any()
        }
        Some(Ok(keys)) => {
            let rows = keys.into_iter().map(|key| row(key, remove));
            view! { <ul class="queue">{rows.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <details class="slip" on:toggle=opened>
            <summary><Icon name="key" />{p.title}</summary>
            <div class="col">
                <p class="sm">{p.hint}</p>
                {list}
                <p class="sm" role="status">{move || said.get()}</p>
                {trouble(failed)}
                <div><button class="btn" on:click=add><Icon name="plus" />{p.add}</button></div>
            </div>
        </details>
    }
    .into_any()
}

/// Why something was not done.
fn trouble(failed: RwSignal<Option<NetError>>) -> AnyView {
    let offline = words().ways().offline;
    view! {
        <div role="alert">{move || failed.get().map(|error| view! {
            <p class="err"><Icon name="warn" /><span>{net_words(&error, offline)}</span></p>
        })}</div>
    }
    .into_any()
}

/// Makes a key; false when somebody changed their mind.
async fn made(app: &str) -> Result<bool, NetError> {
    let ask: Ask = Net::ask("/api/v1/passkeys/begin", &Fields::new()).await?;
    let Some(made) = passkey::make(&ask, app).await else { return Ok(false) };
    Net::ask::<Value>("/api/v1/passkeys/add", &made).await.map(|_| true)
}

fn row(key: Key, remove: Callback<String>) -> AnyView {
    let w = words();
    let p = &w.ways().passkey;
    let made = (p.made)(&w.lang.date(key.created_at, clock::now()));
    let label = format!("{}：{}", p.remove, key.name);
    view! {
        <li class="row">
            <span class="pine"><Icon name="key" /></span>
            <span class="grow lh"><span class="sm">{key.name.clone()}</span><small>{made}</small></span>
            <button class="btn" aria-label=label on:click=move |_| remove.run(key.id.clone())>{p.remove}</button>
        </li>
    }
    .into_any()
}
