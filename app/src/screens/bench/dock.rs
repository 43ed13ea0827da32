//! Within the thumb's reach: one tap takes down what is said.

use domain::session::Sort;

use super::{table::table, voice::Hold};
use crate::{look::words, parts::Icon, prelude::*};

/// The button of each sort, and the one to hold for a recording.
#[component]
pub(super) fn Dock() -> AnyView {
    let (w, table) = (words(), table());
    let who = Memo::new(move |_| {
        table.floor.with(|floor| {
            let seat = floor.last.map(|last| last.seat)?;
            floor.place(seat).map(|place| place.seat.name.clone())
        })
    });
    let told = move || who.with(|who| (w.bench().capture)(who.as_deref()));
    let button = |sort: Sort| {
        view! {
            <button on:click=move |_| table.soon(move |table| table.capture(sort))>
                <Icon name=icon(sort) />{words::session::sort(w.lang, sort)}
            </button>
        }
    };
    view! {
        <section class="dock cap" aria-label=told>
            {Sort::ALL.map(button).into_iter().collect_view()}
            <Hold />
        </section>
    }
}

fn icon(sort: Sort) -> &'static str {
    match sort {
        Sort::Opinion => "idea",
        Sort::Question => "ask",
        Sort::Answer => "echo",
        Sort::Promise => "vow",
        Sort::Dissent => "flag",
    }
}
