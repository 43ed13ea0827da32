//! The button that makes the invites of all pages, what stands in its way, and what to know before it is tapped.

use domain::{Id, roster::MOST};

use super::sheets::{Choice, Folk};
use crate::{
    look::words,
    parts::{Icon, net_words},
    prelude::*,
};

/// The button, what stands in its way, and what to know before.
#[component]
pub(super) fn Make(choice: Choice) -> AnyView {
    let w = words().sheets();
    let guests = Memo::new(move |_| choice.guests());
    let villages = Memo::new(move |_| choice.in_order().len());
    let older = move || {
        let open = |(_, one): &&(Id, Folk)| one.post.as_ref().is_some_and(|p| p.invited.is_some());
        let older = guests.with(|all| all.iter().filter(open).count());
        (older > 0).then(|| {
            view! {
                <p class="note wait"><Icon name="info" /><span>{(w.older)(older)}</span></p>
            }
        })
    };
    let why = move || {
        let many = guests.with(Vec::len);
        match (villages.get(), many) {
            (0, _) => Some(w.needs.to_owned()),
            (_, many) if many > MOST => Some((w.too_many)(MOST)),
            _ => None,
        }
    };
    let make = move |_| {
        if untrack(why).is_none() {
            choice.make();
        }
    };
    let said = move || {
        choice.failed.get().map(|error| {
            view! { <p class="err"><Icon name="warn" /><span>{net_words(&error, w.offline)}</span></p> }
        })
    };
    view! {
        <div class="col">
            {older}
            <button type="button" class="btn do big" aria-busy=move || choice.busy.get().then_some("true")
                aria-disabled=move || why().map(|_| "true") on:click=make>
                <Icon name="print" />{move || (w.make)(villages.get(), guests.with(Vec::len))}
            </button>
            <p class="sm dim" role="status">{why}</p>
            <div role="alert">{said}</div>
        </div>
    }
}
