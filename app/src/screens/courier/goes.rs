//! What goes: the parcel in pieces, each to be copied or shared, and the same as square codes.

use domain::{Form, sync::pieces::cut};

use super::{says, squares::Squares};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{Icon, copy_text},
    prelude::*,
    replica::press,
};

/// Letters in a message that every chat takes.
const MESSAGE: usize = 1_000;
/// Letters in a square that a cheap camera still reads from a cheap screen.
const SQUARE: usize = 270;
/// More squares than anybody would hold a camera up for.
const MANY: usize = 60;

/// The parcel, cut in both ways.
#[derive(Clone, Default, PartialEq)]
struct Cut {
    count: usize,
    pieces: Vec<String>,
    squares: Vec<String>,
}

/// What is only on this phone, and the ways to take it along.
#[component]
pub(super) fn Goes() -> AnyView {
    let (w, desk) = (says(), desk());
    let cut = RwSignal::new(Cut::default());
    let unsent = Memo::new(move |_| {
        desk.replica.with(|replica| (replica.unsent().len(), replica.attention().len()))
    });
    Effect::new(move |_| {
        unsent.get();
        leptos::task::spawn_local(async move { cut.set(packed(desk).await) });
    });
    let body = move || {
        let Cut { count, pieces, squares } = cut.get();
        if count == 0 {
            return view! { <p>{words().phone().nothing_to_export}</p> }.into_any();
        }
        let of = pieces.len();
        let rows = (1..).zip(pieces).map(|(number, text)| {
            view! { <Piece name=(w.piece)(number, of) text=text /> }
        });
        let squares = if (1..=MANY).contains(&squares.len()) {
            view! { <Squares texts=squares /> }.into_any()
        } else {
            view! { <p class="sm dim">{w.too_much}</p> }.into_any()
        };
        view! {
            <p>{(w.goes)(count)}</p>
            <p class="sm dim">{(w.pieces)(of)}</p>
            <ol class="col">{rows.collect_view()}</ol>
            {squares}
        }
        .into_any()
    };
    view! {
        <section class="slip col" aria-labelledby="goes">
            <h2 id="goes">{w.out}</h2>
            {body}
        </section>
    }
}

/// All that is only here. Made at the same moment whenever it is looked at, so that it stays the same parcel until
/// something is added.
async fn packed(desk: Desk) -> Cut {
    let name = untrack(|| desk.name_of(desk.person()));
    let carried = desk.replica.with_untracked(|replica| {
        let newest = replica.unsent().map(|change| change.at).max();
        replica.carry(name, newest.unwrap_or(0), None)
    });
    let count = carried.count();
    let text = carried.form().to_string();
    let bytes = match press(&text).await {
        Some(pressed) => pressed.to_vec(),
        None => text.into_bytes(),
    };
    let cut = |longest| cut(&bytes, longest).unwrap_or_default();
    Cut { count, pieces: cut(MESSAGE), squares: cut(SQUARE) }
}

/// One piece, and the ways to hand it over.
#[component]
fn Piece(name: String, text: String) -> AnyView {
    let (w, p) = (says(), words().phone());
    let text = StoredValue::new(text);
    let copied = RwSignal::new(false);
    let copy = move |_| {
        leptos::task::spawn_local(async move { copied.set(copy_text(&text.get_value()).await) });
    };
    let hand_on = move |_| {
        let what = js_sys::Object::new();
        let said = js_sys::Reflect::set(&what, &"text".into(), &text.get_value().into());
        // whoever changes their mind in the sheet of apps has done nothing wrong
        if said.is_err() || told_navigator("share", &what).is_none() {
            leptos::logging::warn!("a piece could not be shared");
        }
    };
    let able = js_sys::Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false);
    view! {
        <li class="row">
            <span class="grow">{name}</span>
            {able.then(|| view! { <button class="btn" on:click=hand_on><Icon name="out" />{w.share}</button> })}
            <button class="btn" on:click=copy>
                {move || if copied.get() { p.copied } else { p.copy }}
            </button>
        </li>
    }
}

/// Tells the browser to do something that not every one can.
fn told_navigator(name: &str, what: &wasm_bindgen::JsValue) -> Option<wasm_bindgen::JsValue> {
    let navigator = window().navigator();
    let told = js_sys::Reflect::get(&navigator, &name.into()).ok()?;
    let told: js_sys::Function = wasm_bindgen::JsCast::dyn_into(told).ok()?;
    let answer = told.call1(&navigator, what).ok()?;
    let heard: js_sys::Promise = wasm_bindgen::JsCast::dyn_into(answer.clone()).ok()?;
    leptos::task::spawn_local(async move {
        if let Err(why) = wasm_bindgen_futures::JsFuture::from(heard).await {
            leptos::logging::log!("not shared: {why:?}");
        }
    });
    Some(answer)
}
