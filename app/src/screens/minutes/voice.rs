//! A recording of what was said, played where it is listed.

use domain::Id;
use js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, Url};

use super::says;
use crate::{desk::desk, parts::Icon, prelude::*};

/// The button that fetches a recording and plays it.
#[component]
pub(super) fn Voice(id: Id) -> AnyView {
    let (m, desk) = (says(), desk());
    let address = RwSignal::new(None::<String>);
    let away = RwSignal::new(false);
    let fetch = move |_| {
        leptos::task::spawn_local(async move {
            let record = untrack(|| desk.record(id));
            let mime = record.and_then(|record| record.text("mime").map(str::to_owned));
            let bytes = desk.picture(id).await;
            let made = bytes.zip(mime).and_then(|(bytes, mime)| {
                let kind = BlobPropertyBag::new();
                kind.set_type(&mime);
                let parts = Array::of1(&bytes);
                let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()?;
                Url::create_object_url_with_blob(&blob).ok()
            });
            away.set(made.is_none());
            address.set(made);
        });
    };
    on_cleanup(move || {
        let held = address.try_update(Option::take).flatten();
        if let Some(Err(error)) = held.map(|held| Url::revoke_object_url(&held)) {
            leptos::logging::warn!("a recording stays in memory: {error:?}");
        }
    });
    child(move || match address.get() {
        Some(address) => {
            view! { <audio controls="" autoplay="" src=address aria-label=m.listen></audio> }
        }
        None => view! {
            <div class="row wrap">
                <button type="button" class="chip" on:click=fetch><Icon name="play" />{m.listen}</button>
                <span class="xs dim" role="status">{move || away.get().then_some(m.voice_away)}</span>
            </div>
        },
    })
}
