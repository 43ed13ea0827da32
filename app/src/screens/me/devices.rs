//! The phones that are signed in under this name, and sending one out that is not mine.

use domain::{Form, Id, Millis, form::Value};

use crate::{
    clock,
    look::words,
    parts::{Dialog, Icon, net_words},
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

/// What was shut because a device was not mine.
#[derive(Form)]
struct Shut {
    devices: u32,
    invites: u32,
    password: bool,
    passkeys: u32,
}

/// What is known of them, which one was tapped, and what was done.
#[derive(Clone, Copy)]
struct Table {
    told: RwSignal<Option<Result<Vec<Device>, NetError>>>,
    asked: RwSignal<Option<Device>>,
    open: RwSignal<bool>,
    done: RwSignal<String>,
    /// How that is said.
    says: fn(u32, u32, bool, u32) -> String,
}

impl Table {
    fn load(self) {
        leptos::task::spawn_local(async move {
            self.told.set(Some(Net::read("/api/v1/devices").await));
        });
    }

    /// Closes the question, and says which device it was about.
    fn answered(self) -> Option<Revoke> {
        self.open.set(false);
        self.asked.get_untracked().map(|device| Revoke { device: device.id })
    }

    fn revoke(self) {
        let Some(body) = self.answered() else { return };
        leptos::task::spawn_local(async move {
            match Net::ask::<Value>("/api/v1/devices/revoke", &body).await {
                Ok(_) => self.load(),
                Err(error) => self.told.set(Some(Err(error))),
            }
        });
    }

    /// It was not me: everything that could come in under this name is shut.
    fn shut(self) {
        let Some(body) = self.answered() else { return };
        let said = self.says;
        leptos::task::spawn_local(async move {
            match Net::ask::<Shut>("/api/v1/devices/not-me", &body).await {
                Ok(Shut { devices, invites, password, passkeys }) => {
                    self.done.set(said(devices, invites, password, passkeys));
                    self.load();
                }
                Err(error) => self.told.set(Some(Err(error))),
            }
        });
    }
}

/// The list; it is asked for each time, since only the server knows.
#[component]
pub(super) fn Devices() -> AnyView {
    let w = words();
    let table = Table {
        told: RwSignal::new(None),
        asked: RwSignal::new(None),
        open: RwSignal::new(false),
        done: RwSignal::new(String::new()),
        says: w.ways().not_me.done,
    };
    table.load();
    let list = move || match table.told.get() {
        None => view! { <span class="skel w3"></span> }.into_any(),
        Some(Err(error)) => view! {
            <p class="sm dim" role="status">{net_words(&error, w.me().devices_offline)}</p>
            <div><button class="btn" on:click=move |_| table.load()>
                <Icon name="redo" />{w.trouble.again}
            </button></div>
        }
        .into_any(),
        Some(Ok(devices)) => {
            // the one in the hand first
            let (this, others): (Vec<_>, Vec<_>) = devices.into_iter().partition(|one| one.this);
            let rows = this.into_iter().chain(others).map(|device| row(device, table));
            view! { <ul class="queue">{rows.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="col" aria-labelledby="devices">
            <div class="head"><h2 id="devices">{w.me().devices}</h2></div>
            {list}
            <p class="sm" role="status">{move || table.done.get()}</p>
            <Question table=table />
        </section>
    }
}

/// What is to be done about a device: only signed out, or everything shut.
#[component]
fn Question(table: Table) -> AnyView {
    let w = words();
    let (n, asked) = (&w.ways().not_me, table.asked);
    view! {
        <Dialog open=table.open title=w.me().revoke>
            <p>{move || asked.get().map(|device| (w.me().revoke_sure)(&device.name))}</p>
            <div class="btns">
                <button class="btn refuse" on:click=move |_| table.revoke()>{w.me().revoke_yes}</button>
                <button class="btn" on:click=move |_| table.open.set(false)>{w.common.cancel}</button>
            </div>
            <h3>{n.button}</h3>
            <p class="sm">{move || asked.get().map(|device| (n.means)(&device.name))}</p>
            <div><button class="btn refuse" on:click=move |_| table.shut()>{n.yes}</button></div>
        </Dialog>
    }
}

fn row(device: Device, table: Table) -> AnyView {
    let w = words();
    let seen = (w.me().last_seen)(&w.lang.ago(device.seen_at, clock::now()));
    let name = device.name.clone();
    let end = if device.this {
        view! { <span class="tag go"><Icon name="check" />{w.me().this_device}</span> }.into_any()
    } else {
        let name = format!("{}：{}", w.me().revoke, device.name);
        let ask = move |_| {
            table.asked.set(Some(device.clone()));
            table.open.set(true);
        };
        view! { <button class="btn" aria-label=name on:click=ask>{w.me().revoke}</button> }
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
