//! What is kept about somebody, asked of the server and handed out as a file.

use domain::{Id, form::Value, ledger::AskExport};

use super::trouble;
use crate::{
    clock,
    look::words,
    parts::{Icon, copy_text, download, in_chat_app},
    prelude::*,
    replica::{Net, NetError},
};

/// What came of it.
#[derive(Clone)]
enum Came {
    File(String),
    Text(String),
    Not(NetError),
}

/// The button that makes the file: of the reader without a person.
#[component]
pub(super) fn FileButton(#[prop(into)] person: Signal<Option<Id>>, says: &'static str) -> AnyView {
    let (w, o) = (words(), words().office());
    let (came, busy) = (RwSignal::new(None::<Came>), RwSignal::new(false));
    let make = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let ask = AskExport { person: person.get_untracked() };
        leptos::task::spawn_local(async move {
            came.set(Some(match Net::ask::<Value>("/api/v1/export", &ask).await {
                Ok(file) => hand_out(&file),
                Err(error) => Came::Not(error),
            }));
            busy.set(false);
        });
    };
    let said = move || match came.get()? {
        Came::File(name) => Some(view! { <p class="sm">{(o.exported)(&name)}</p> }.into_any()),
        Came::Not(error) => Some(view! { <p class="sm err">{trouble(&error)}</p> }.into_any()),
        Came::Text(text) => {
            let shown = text.clone();
            let copied = RwSignal::new(false);
            let copy = move |_| {
                let text = text.clone();
                leptos::task::spawn_local(async move { copied.set(copy_text(&text).await) });
            };
            Some(
                view! {
                    <p class="note wait"><Icon name="warn" /><span>{o.copy_instead}</span></p>
                    <textarea class="in" readonly aria-label=o.data prop:value=shown></textarea>
                    <button type="button" class="btn" on:click=copy>
                        {move || if copied.get() { w.phone().copied } else { w.phone().copy }}
                    </button>
                }
                .into_any(),
            )
        }
    };
    view! {
        <button type="button" class="btn" aria-busy=move || busy.get().then_some("true") on:click=make><Icon name="out" />{says}</button>
        <div class="col tight" role="status">{said}</div>
    }
}

fn hand_out(file: &Value) -> Came {
    let text = format!("{file:#}");
    let words::Day { year, month, day, .. } = words::civil(clock::now());
    let name = format!("bandeng-data-{year}-{month:02}-{day:02}.json");
    if in_chat_app() || download(&name, "application/json", &text).is_err() {
        return Came::Text(text);
    }
    Came::File(name)
}
