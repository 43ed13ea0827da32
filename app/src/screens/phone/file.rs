//! A copy of what is only on this phone, as a file that the same person can read in on another.

use domain::{
    Change, Form,
    sync::{Carried, NotCarried},
};
use leptos::children::Children;
use words::Phone;

use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Icon, copy_text, download, in_chat_app},
    prelude::*,
    replica::StoreError,
};

/// What became of a file that was read in.
#[derive(Clone, PartialEq)]
pub(crate) enum Imported {
    /// So many were new, so many were here.
    Taken(usize, usize),
    /// Not a file of this app, or a torn one.
    NotOurs,
    /// Somebody else's.
    NotYours(String),
    /// Of a newer version.
    TooNew,
    /// The store said no.
    NotKept(StoreError),
}

impl Imported {
    /// It in words; none when the store said no, which says more than a line.
    pub(crate) fn told(&self, p: &Phone) -> Option<String> {
        match self {
            Self::Taken(taken, known) => Some((p.taken_in)(*taken, *known)),
            Self::NotOurs => Some(p.not_ours.to_owned()),
            Self::NotYours(name) => Some((p.not_yours)(name)),
            Self::TooNew => Some(p.too_new.to_owned()),
            Self::NotKept(_) => None,
        }
    }
}

/// What became of an export.
#[derive(Clone, PartialEq)]
enum Exported {
    Nothing,
    File(String),
    Text(String),
}

/// A button that makes the file; inside chat apps, which download nothing, a text to copy.
#[component]
pub(crate) fn ExportButton(
    /// A change that the store would not take.
    #[prop(optional)]
    extra: Option<Callback<(), Option<Change>>>,
    /// Its look.
    #[prop(default = "btn")]
    class: &'static str,
    /// What it says.
    children: Children,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let name = StoredValue::new(untrack(|| desk.name_of(desk.person())));
    let done = RwSignal::new(None::<Exported>);
    let copied = RwSignal::new(false);
    let export = move |_| {
        let extra = extra.and_then(|extra| extra.run(()));
        let copy = desk
            .replica
            .with_untracked(|replica| replica.carry(name.get_value(), clock::now(), extra));
        copied.set(false);
        done.set(Some(hand_out(&copy)));
    };
    let said = move || match done.get()? {
        Exported::Nothing => {
            Some(view! { <p class="sm">{w.phone().nothing_to_export}</p> }.into_any())
        }
        Exported::File(name) => {
            Some(view! { <p class="sm">{(w.phone().exported)(&name)}</p> }.into_any())
        }
        Exported::Text(text) => {
            let shown = text.clone();
            let copy = move |_| {
                let text = text.clone();
                leptos::task::spawn_local(async move { copied.set(copy_text(&text).await) });
            };
            let view = view! {
                <p class="note wait"><Icon name="warn" /><span>{w.phone().copy_instead}</span></p>
                <textarea class="in" readonly aria-label=w.phone().export.0 prop:value=shown></textarea>
                <button class="btn" on:click=copy>
                    {move || if copied.get() { w.phone().copied } else { w.phone().copy }}
                </button>
            };
            Some(view.into_any())
        }
    };
    view! {
        <button class=class on:click=export>{children()}</button>
        <div class="col tight" role="status">{said}</div>
    }
}

fn hand_out(copy: &Carried) -> Exported {
    if copy.changes.is_empty() && copy.attention.is_empty() {
        return Exported::Nothing;
    }
    let text = format!("{:#}", copy.form());
    let words::Day { year, month, day, .. } = words::civil(copy.exported_at);
    let name = format!("bandeng-{}-{year}-{month:02}-{day:02}.json", copy.name);
    if in_chat_app() || download(&name, "application/json", &text).is_err() {
        return Exported::Text(text);
    }
    Exported::File(name)
}

/// Takes in a file that was exported on another phone of the same person.
pub(crate) async fn import(desk: Desk, text: &str) -> Imported {
    let copy = match Carried::read_for(desk.person(), text) {
        Ok(copy) => copy,
        Err(NotCarried::NotOurs) => return Imported::NotOurs,
        Err(NotCarried::TooNew) => return Imported::TooNew,
        Err(NotCarried::NotYours(name)) => return Imported::NotYours(name),
    };
    let all = copy.count();
    let writes = desk.replica.with_untracked(|replica| replica.unpack(copy));
    let taken = writes.outbox_add.len() + writes.attention_put.len();
    match desk.keep(writes).await {
        Ok(()) => {
            desk.nudge();
            Imported::Taken(taken, all - taken)
        }
        Err(error) => Imported::NotKept(error),
    }
}
