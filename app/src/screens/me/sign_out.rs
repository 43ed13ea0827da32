//! The way out: held back while something is only on this phone, and never a reason to lose it.

use domain::{Fields, form::Value};

use crate::{
    desk::desk,
    look::words,
    parts::{Dialog, Icon},
    prelude::*,
    replica::{Net, NetError},
    screens::phone::file::ExportButton,
    session::{self, stage},
};

/// The button and the question before.
#[component]
pub(super) fn SignOut() -> AnyView {
    let (w, desk, stage) = (words(), desk(), stage());
    let open = RwSignal::new(false);
    let failed = RwSignal::new(None::<NetError>);
    let leave = move |_| {
        leptos::task::spawn_local(async move {
            match Net::ask::<Value>("/api/v1/sign-out", &Fields::new()).await {
                Ok(_) | Err(NetError::SignedOut) => {
                    session::leave(stage, desk.person());
                    // loaded anew, so that nothing of this person goes on working behind the next one's back
                    session::anew();
                }
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let trouble = move || {
        failed.get().map(|error| view! { <p class="err"><Icon name="warn" />{why(&error)}</p> })
    };
    let question = move || match (desk.unsent(), desk.wants_eyes()) {
        (0, 0) => view! {
            <p>{w.me().sign_out_sure}</p>
            <div class="btns">
                <button class="btn refuse" on:click=leave>{w.me().sign_out}</button>
                <button class="btn" on:click=move |_| open.set(false)>{w.common.cancel}</button>
            </div>
        }
        .into_any(),
        (unsent, eyes) => view! {
            <p class="note wait"><Icon name="warn" /><b>{(w.me().held_back)(unsent, eyes)}</b></p>
            <p>{w.me().held_back_note}</p>
            <ExportButton class="btn do"><Icon name="out" />{w.raise().export}</ExportButton>
            <div class="btns">
                <button class="btn" on:click=move |_| open.set(false)>{w.common.cancel}</button>
                <button class="btn refuse" on:click=leave>{w.me().sign_out_anyway}</button>
            </div>
        }
        .into_any(),
    };
    view! {
        <button class="btn" on:click=move |_| {
            failed.set(None);
            open.set(true);
        }><Icon name="door" />{w.me().sign_out}</button>
        <Dialog open=open title=w.me().sign_out>
            {question}
            <div role="alert">{trouble}</div>
        </Dialog>
    }
}

/// Why it did not work.
fn why(error: &NetError) -> &'static str {
    let w = words();
    match error {
        NetError::Silent => w.me().sign_out_offline,
        NetError::Portal => w.trouble.portal,
        NetError::Later(_) => w.trouble.slow_down,
        NetError::SignedOut
        | NetError::TooLarge
        | NetError::Refused(_)
        | NetError::Unreadable(_)
        | NetError::Server => w.trouble.server,
    }
}
