//! The phones that are signed in under this name, and sending one out that is not mine.

use domain::{Form, Id, Millis, form::Value};

use crate::{
    clock,
    look::words,
    parts::{Dialog, Icon},
    prelude::*,
    replica::{Net, NetError},
};

/// One device, as the server tells it.
#[derive(Clone, Form)]
struct Device {
    id: Id,
    name: String,
    seen_at: Millis,
    this: bool,
}

/// Which of them is to go.
#[derive(Form)]
struct Revoke {
    device: Id,
}

/// The list; it is asked for each time, since only the server knows.
#[component]
pub(super) fn Devices() -> AnyView {
    let w = words();
    let told = RwSignal::new(None::<Result<Vec<Device>, NetError>>);
    let asked = RwSignal::new(None::<Device>);
    let open = RwSignal::new(false);
    let load = move || {
        leptos::task::spawn_local(async move {
            told.set(Some(Net::read("/api/v1/devices").await));
        });
    };
    load();
    let revoke = move |_| {
        open.set(false);
        let Some(device) = asked.get_untracked() else { return };
        leptos::task::spawn_local(async move {
            let body = Revoke { device: device.id };
            match Net::ask::<Value>("/api/v1/devices/revoke", &body).await {
                Ok(_) => load(),
                Err(error) => told.set(Some(Err(error))),
            }
        });
    };
    let ask = move |device: Device| {
        asked.set(Some(device));
        open.set(true);
    };
    let list = move || {
        match told.get() {
        None => view! { <span class="skel w3"></span> }.into_any(),
        Some(Err(error)) => view! {
            <p class="sm dim" role="status">{trouble(&error)}</p>
            <div><button class="btn" on:click=move |_| load()><Icon name="redo" />{w.trouble.again}</button></div>
        }
        .into_any(),
        Some(Ok(devices)) => {
            let rows = devices.into_iter().map(|device| row(device, ask)).collect_view();
            view! { <ul class="queue">{rows}</ul> }.into_any()
        }
    }
    };
    view! {
        <section class="col" aria-labelledby="devices">
            <div class="head"><h2 id="devices">{w.me().devices}</h2></div>
            {list}
            <Dialog open=open title=w.me().revoke>
                <p>{move || asked.get().map(|device| (w.me().revoke_sure)(&device.name))}</p>
                <div class="btns">
                    <button class="btn refuse" on:click=revoke>{w.me().revoke_yes}</button>
                    <button class="btn" on:click=move |_| open.set(false)>{w.common.cancel}</button>
                </div>
            </Dialog>
        </section>
    }
}

fn row(device: Device, ask: impl Fn(Device) + 'static) -> AnyView {
    let w = words();
    let seen = (w.me().last_seen)(&w.lang.ago(device.seen_at, clock::now()));
    let name = device.name.clone();
    let end = if device.this {
        view! { <span class="tag go"><Icon name="check" />{w.me().this_device}</span> }.into_any()
    } else {
        let name = format!("{}：{}", w.me().revoke, device.name);
        view! {
            <button class="btn" aria-label=name on:click=move |_| ask(device.clone())>{w.me().revoke}</button>
        }
        .into_any()
    };
    view! {
        <li class="row">
            <span class="pine"><Icon name="phone" /></span>
            <span class="grow lh"><span class="sm">{name}</span><small>{seen}</small></span>
            {end}
        </li>
    }
}

/// Why the list is not there.
fn trouble(error: &NetError) -> String {
    let w = words();
    match error {
        NetError::Silent => w.me().devices_offline.to_owned(),
        NetError::Portal => w.trouble.portal.to_owned(),
        NetError::SignedOut => w.trouble.signed_out.to_owned(),
        NetError::Later(_) => w.trouble.slow_down.to_owned(),
        NetError::TooLarge | NetError::Server => w.trouble.server.to_owned(),
        NetError::Refused(words) | NetError::Unreadable(words) => words.clone(),
    }
}
