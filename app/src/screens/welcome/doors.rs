//! Other doors than an invite: six digits from where one is signed in, a password, a passkey.

use domain::{Fields, Form};

use super::{
    arrive::{Came, SetDigits},
    invite::Redeemed,
};
use crate::{
    look::words,
    parts::{Icon, net_words},
    passkey::{self, Ask},
    prelude::*,
    replica::{Net, NetError},
    routes::way,
    screens::me::Box,
    session::stage,
};

/// Name and digits.
#[derive(Form)]
struct Digits {
    name: String,
    digits: String,
}

/// Name and password.
#[derive(Form)]
struct Said {
    login: String,
    password: String,
}

/// A door, and whether somebody is on their way through it.
#[derive(Clone, Copy)]
struct Door {
    busy: RwSignal<bool>,
    failed: RwSignal<Option<NetError>>,
    came: Came,
}

impl Door {
    fn new(came: Came) -> Self {
        Self { busy: RwSignal::new(false), failed: RwSignal::new(None), came }
    }

    /// Whether somebody may set out; not while they are on their way already.
    fn begins(self) -> bool {
        if self.busy.get_untracked() {
            return false;
        }
        self.busy.set(true);
        self.failed.set(None);
        true
    }

    fn knock(self, path: &'static str, body: impl Form + 'static, called: String) {
        if self.begins() {
            leptos::task::spawn_local(self.enter(path, body, called));
        }
    }

    async fn enter(self, path: &'static str, body: impl Form, called: String) {
        match Net::ask::<Redeemed>(path, &body).await {
            Ok(who) => self.came.run(who, called),
            Err(error) => self.failed.set(Some(error)),
        }
        self.busy.set(false);
    }

    fn trouble(self) -> AnyView {
        let offline = words().ways().offline;
        view! {
            <div role="alert">{move || self.failed.get().map(|error| view! {
                <p class="err"><Icon name="warn" /><span>{net_words(&error, offline)}</span></p>
            })}</div>
        }
        .into_any()
    }
}

/// All of them, folded away; then the four digits, for whoever comes to a phone that others use.
#[component]
pub(super) fn Doors() -> AnyView {
    let came = Came::new(stage(), way());
    child(move || match came.waits() {
        true => view! { <SetDigits came=came /> }.into_any(),
        false => view! {
            <ByDigits came=came />
            <ByPassword came=came />
            {passkey::there().then(|| view! { <ByPasskey came=came /> })}
        }
        .into_any(),
    })
}

#[component]
fn ByDigits(came: Came) -> AnyView {
    let p = &words().ways().pair;
    let door = Door::new(came);
    let (name, digits) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let enter = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked().trim().to_owned();
        let body = Digits { name: name.clone(), digits: digits.get_untracked() };
        door.knock("/api/v1/pairing/enter", body, name);
    };
    view! {
        <details class="slip">
            <summary><Icon name="key" />{p.door}</summary>
            <form class="col" on:submit=enter>
                <p class="sm">{p.door_hint}</p>
                <Box label=p.name value=name kind="text" fill="name" />
                <label class="field">
                    <span class="lab">{p.digits}</span>
                    <input class="in code" inputmode="numeric" autocomplete="one-time-code" maxlength="20"
                        prop:value=move || digits.get()
                        on:input=move |event| digits.set(event_target_value(&event)) />
                </label>
                {door.trouble()}
                <button class="btn do" aria-busy=move || door.busy.get().then_some("true")>{p.enter}</button>
            </form>
        </details>
    }
}

#[component]
fn ByPassword(came: Came) -> AnyView {
    let w = words().ways();
    let p = &w.password;
    let door = Door::new(came);
    let (login, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let enter = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let said = login.get_untracked();
        let body = Said { login: said.clone(), password: password.get_untracked() };
        door.knock("/api/v1/password/enter", body, said);
    };
    view! {
        <details class="slip">
            <summary><Icon name="lock" />{p.door}</summary>
            <form class="col" on:submit=enter>
                <Box label=p.boxes[0] value=login kind="text" fill="username" />
                <Box label=p.title value=password kind="password" fill="current-password" />
                {door.trouble()}
                <button class="btn do" aria-busy=move || door.busy.get().then_some("true")>
                    {move || if door.busy.get() { p.entering } else { p.enter }}
                </button>
            </form>
        </details>
    }
}

#[component]
fn ByPasskey(came: Came) -> AnyView {
    let p = &words().ways().passkey;
    let door = Door::new(came);
    let said = RwSignal::new("");
    let enter = move |_| {
        // a fingerprint takes its time, and is asked for once
        if !door.begins() {
            return;
        }
        said.set("");
        leptos::task::spawn_local(async move {
            match Net::ask::<Ask>("/api/v1/passkeys/ask", &Fields::new()).await {
                Ok(ask) => match passkey::sign(&ask).await {
                    Some(signed) => {
                        return door.enter("/api/v1/passkeys/enter", signed, String::new()).await;
                    }
                    None => said.set(p.not_done),
                },
                Err(error) => door.failed.set(Some(error)),
            }
            door.busy.set(false);
        });
    };
    view! {
        <div class="col">
            <button class="btn" aria-busy=move || door.busy.get().then_some("true") on:click=enter>
                <Icon name="key" />{p.enter}
            </button>
            <p class="sm" role="status">{move || said.get()}</p>
            {door.trouble()}
        </div>
    }
}
