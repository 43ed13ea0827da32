//! A picture on the screen, and the button that takes one.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

use crate::{
    desk::{CommitError, desk},
    look::words,
    parts::Icon,
    picture::{self, NotTaken, Taken},
    prelude::*,
    replica::Line,
};

/// So many pictures lie beside an issue at most.
const MOST: usize = 6;

/// A picture, as soon as its bytes are here.
#[component]
pub(crate) fn Picture(id: domain::Id, name: String) -> AnyView {
    let (w, desk) = (words(), desk());
    let shown = RwSignal::new(None::<String>);
    let asking = StoredValue::new(false);
    // one that is not here comes with a signal, or once it has come to the village itself
    Effect::new(move |_| {
        let quiet = matches!(desk.line.get(), Line::Quiet { .. });
        let has_asked = asking.get_value();
        if shown.with_untracked(Option::is_some) || (has_asked && !quiet) {
            return;
        }
        asking.set_value(true);
        leptos::task::spawn_local(async move {
            if let Some(bytes) = desk.picture(id).await
                && shown.with_untracked(Option::is_none)
            {
                shown.set(address(&bytes));
            }
        });
    });
    on_cleanup(move || {
        let held = shown.try_update(Option::take).flatten();
        if let Some(Err(error)) = held.map(|held| Url::revoke_object_url(&held)) {
            leptos::logging::warn!("a picture stays in memory: {error:?}");
        }
    });
    child(move || match shown.get() {
        Some(address) => view! { <img src=address alt=name.clone() /> }.into_any(),
        None => view! {
            <span class="later"><Icon name="photo" />{w.pictures().away}</span>
        }
        .into_any(),
    })
}

/// An address for these bytes, until it is given back.
fn address(bytes: &Uint8Array) -> Option<String> {
    let start = bytes.subarray(0, bytes.length().min(16)).to_vec();
    let kind = BlobPropertyBag::new();
    kind.set_type(domain::picture::sniff(&start)?);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &kind).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// The button that opens the camera or the phone's pictures. What was taken is on the phone before it is given on.
#[component]
pub(crate) fn TakePicture(
    /// How many there are already.
    there: Signal<usize>,
    /// Is given what was taken, even when the screen has been left meanwhile.
    taken: StoredValue<Rc<dyn Fn(Taken)>>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.pictures();
    let place = Place::<web_sys::HtmlInputElement>::new();
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None::<NotTaken>);
    let chosen = move |_| {
        let Some(place) = place.get_untracked() else { return };
        let files = place.files();
        let count = files.as_ref().map_or(0, web_sys::FileList::length);
        let taken = taken.get_value();
        let room = u32::try_from(MOST.saturating_sub(there.get_untracked())).unwrap_or(0);
        busy.set(true);
        wrong.set(None);
        leptos::task::spawn_local(async move {
            for at in 0..count.min(room) {
                let Some(file) = files.as_ref().and_then(|files| files.get(at)) else { break };
                match keep(desk, &file).await {
                    Ok(one) => taken(one),
                    Err(error) => wrong.set(Some(error)),
                }
            }
            busy.set(false);
            // the same file may be chosen again
            place.set_value("");
        });
    };
    let full = Memo::new(move |_| there.get() >= MOST);
    let tap = move |_| {
        if let Some(place) = place.get_untracked()
            && !busy.get_untracked()
        {
            place.click();
        }
    };
    let button = move || {
        view! {
            <button type="button" class="btn" aria-busy=move || busy.get().then_some("true") on:click=tap>
                <Icon name="cam" />{move || if busy.get() { p.taking } else { p.take }}
            </button>
        }
    };
    let trouble = move || {
        wrong.get().map(|wrong| {
            view! { <p class="err"><Icon name="warn" /><span>{why(wrong)}</span></p> }
        })
    };
    view! {
        <input type="file" accept="image/*" multiple="" hidden node_ref=place
            aria-label=p.take on:change=chosen />
        {move || if full.get() {
            view! { <p class="sm dim">{(p.enough)(MOST)}</p> }.into_any()
        } else {
            button().into_any()
        }}
        <div role="alert">{trouble}</div>
    }
}

async fn keep(desk: crate::desk::Desk, file: &web_sys::File) -> Result<Taken, NotTaken> {
    let (one, bytes) = picture::take(file).await?;
    desk.keep_picture(&one, &bytes).await?;
    Ok(one)
}

fn why(wrong: NotTaken) -> String {
    let p = words().pictures();
    match wrong {
        NotTaken::Unreadable => p.unreadable.to_owned(),
        NotTaken::TooLarge => p.too_large.to_owned(),
        NotTaken::Store(error) => super::trouble::words_of(desk(), &CommitError::Store(error)),
    }
}
