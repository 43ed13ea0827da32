//! Keeping a copy: export, import, somebody else's turn, and how much room is left.

use wasm_bindgen_futures::JsFuture;

use super::{
    file::{ExportButton, Imported, import},
    room::Room,
};
use crate::{
    desk::{CommitError, desk},
    look::words,
    parts::{CommitTrouble, Icon},
    prelude::*,
    routes::Route,
    screens::whose::{FirstDigits, HandOn},
};

/// The section at the end of the page.
#[component]
pub(super) fn KeepCopy() -> AnyView {
    let w = words();
    let p = w.phone();
    let digits = RwSignal::new(false);
    view! {
        <section aria-labelledby="keep">
            <div class="head"><h2 id="keep">{p.keep_copy}</h2></div>
            <p class="note wait"><Icon name="warn" /><span>{p.only_here}</span></p>
            <ul class="list">
                <li>
                    <ExportButton class="">
                        <Icon name="out" /><span>{p.export.0}<small>{p.export.1}</small></span>
                    </ExportButton>
                </li>
                <li><ImportButton /></li>
                <li>
                    <a href=Route::Courier.path()>
                        <Icon name="qr" />
                        <span>{w.courier().title.0}<small>{w.courier().title.1}</small></span>
                        <span class="end"><Icon name="right" /></span>
                    </a>
                </li>
                <li>
                    <HandOn class="" row=true open=digits />
                </li>
            </ul>
            <FirstDigits open=digits />
            <Room />
        </section>
    }
}

/// Reads in a file from another phone of the same person.
#[component]
fn ImportButton() -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.phone();
    let place = Place::<web_sys::HtmlInputElement>::new();
    let done = RwSignal::new(None::<Imported>);
    let wrong = RwSignal::new(None::<CommitError>);
    let chosen = move |_| {
        let Some(place) = place.get_untracked() else { return };
        let Some(file) = place.files().and_then(|files| files.get(0)) else { return };
        leptos::task::spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            let imported = match text {
                Some(text) => import(desk, &text).await,
                None => Imported::NotOurs,
            };
            wrong.set(match imported {
                Imported::NotKept(error) => Some(error.into()),
                Imported::Taken(..)
                | Imported::NotOurs
                | Imported::NotYours(_)
                | Imported::TooNew => None,
            });
            done.set(Some(imported));
            // the same file may be chosen again
            place.set_value("");
        });
    };
    let said = move || done.get()?.told(p);
    view! {
        <button on:click=move |_| {
            if let Some(place) = place.get_untracked() {
                place.click();
            }
        }>
            <Icon name="in" /><span>{p.import.0}<small>{p.import.1}</small></span>
        </button>
        <input type="file" accept=".json,application/json" hidden node_ref=place
            aria-label=p.import.0 on:change=chosen />
        <p class="sm" role="status">{said}</p>
        <CommitTrouble error=wrong />
    }
}
