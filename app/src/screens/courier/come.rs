//! What comes: pieces pasted or seen by the camera, gathered until a parcel is whole, and then taken in.

use std::rc::Rc;

use domain::sync::pieces::{Bag, Gathered};

use words::Courier;

use super::{camera::Camera, says};
use crate::{
    desk::{CommitError, Desk, desk},
    look::words,
    parts::CommitTrouble,
    prelude::*,
    replica::{Keeper, unpress},
    screens::phone::file::{Imported, import},
};

/// What was pressed begins with these two bytes; what was not is JSON.
const PRESSED: [u8; 2] = [0x1f, 0x8b];

/// The box, the camera, and how far each parcel has come.
#[component]
pub(super) fn Come() -> AnyView {
    let (w, p, desk) = (says(), words().phone, desk());
    let bag = RwSignal::new(Bag::default());
    let keeper = StoredValue::new(None::<Rc<Keeper<Bag>>>);
    let typed = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<CommitError>);
    let keep = move || {
        let held = bag.get_untracked();
        keeper.with_value(|keeper| keeper.as_ref().map(|keeper| keeper.keep(held)));
    };
    let unpack = move || {
        leptos::task::spawn_local(async move {
            let gathered = bag.with_untracked(Bag::gathered);
            for held in gathered.iter().filter(|held| held.missing.is_empty()) {
                match unpacked(desk, w, bag, held).await {
                    Ok(Imported::NotKept(error)) => wrong.set(Some(error.into())),
                    Ok(imported) => {
                        let done = matches!(imported, Imported::Taken(..));
                        said.set(imported.told(p).unwrap_or_default());
                        if done {
                            bag.update(|bag| bag.let_go(&held.parcel, held.of));
                        }
                    }
                    Err(why) => said.set(why.to_owned()),
                }
            }
            keep();
        });
    };
    leptos::task::spawn_local(async move {
        let (opened, found) = Keeper::open(format!("bandeng.bag.{}", desk.person())).await;
        keeper.set_value(Some(opened));
        if let Some(found) = found {
            bag.set(found);
            // the page may have been closed between the last piece and the taking in
            unpack();
        }
    });
    let take = Callback::new(move |text: String| {
        let found = bag.try_update(|bag| bag.take(&text)).unwrap_or_default();
        // a camera sees the same many times
        if found.fresh > 0 || found.known == 0 {
            said.set((w.found)(&found));
        }
        if found.fresh > 0 {
            keep();
            unpack();
        }
    });
    let paste = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        take.run(text);
        typed.set(String::new());
    };
    let let_go = Callback::new(move |held: Gathered| {
        bag.update(|bag| bag.let_go(&held.parcel, held.of));
        said.set(String::new());
        keep();
    });
    let rows = move || {
        let rows = bag.with(Bag::gathered).into_iter().map(|held| row(held, let_go));
        rows.collect_view()
    };
    view! {
        <section class="slip col" aria-labelledby="come">
            <h2 id="come">{w.come}</h2>
            <form class="col" on:submit=paste>
                <label class="field">
                    <span class="lab">{w.paste}</span>
                    <textarea class="in" rows="3" aria-describedby="paste-how" prop:value=move || typed.get()
                        on:input=move |event| typed.set(event_target_value(&event))></textarea>
                </label>
                <p class="xs dim" id="paste-how">{w.paste_how}</p>
                <button class="btn do">{w.take}</button>
            </form>
            <p role="status">{move || said.get()}</p>
            <CommitTrouble error=wrong />
            <ul class="col">{rows}</ul>
            <Camera take=take />
        </section>
    }
}

/// A parcel that is not whole yet, or cannot be taken in.
fn row(held: Gathered, let_go: Callback<Gathered>) -> AnyView {
    let w = says();
    let told = if held.missing.is_empty() { (w.whole)(held.of) } else { (w.missing)(&held) };
    let held = StoredValue::new(held);
    view! {
        <li class="row">
            <span class="grow sm">{told}</span>
            <button class="btn" on:click=move |_| let_go.run(held.get_value())>{words().phone.let_go}</button>
        </li>
    }
}

/// Takes in a parcel whose pieces are all there.
async fn unpacked(
    desk: Desk,
    w: &'static Courier,
    bag: RwSignal<Bag>,
    held: &Gathered,
) -> Result<Imported, &'static str> {
    let bytes = bag.with_untracked(|bag| bag.whole(&held.parcel, held.of)).ok_or(w.broken)?;
    let text = if bytes.starts_with(&PRESSED) {
        unpress(&bytes).await.ok_or(w.too_old)?
    } else {
        String::from_utf8(bytes).map_err(|_| w.broken)?
    };
    Ok(import(desk, &text).await)
}
