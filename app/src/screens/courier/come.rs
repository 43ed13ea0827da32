//! What comes: pieces pasted or seen by the camera, gathered until a parcel is whole, and then taken in.

use std::rc::Rc;

use domain::sync::pieces::{Bag, Gathered};

use words::{Courier, Phone};

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

/// What has come so far, and what is said of it.
#[derive(Clone, Copy)]
struct Gathering {
    desk: Desk,
    bag: RwSignal<Bag>,
    keeper: StoredValue<Option<Rc<Keeper<Bag>>>>,
    said: RwSignal<String>,
    wrong: RwSignal<Option<CommitError>>,
}

impl Gathering {
    /// Begins as it was left. The page may have been closed between the last piece and the taking in.
    fn resume(desk: Desk) -> Self {
        let (w, p) = (says(), words().phone());
        let (bag, keeper) = (RwSignal::new(Bag::default()), StoredValue::new(None));
        let (said, wrong) = (RwSignal::new(String::new()), RwSignal::new(None));
        let gathering = Self { desk, bag, keeper, said, wrong };
        leptos::task::spawn_local(async move {
            let (opened, found) = Keeper::open(format!("bandeng.bag.{}", desk.person())).await;
            keeper.set_value(Some(opened));
            if let Some(found) = found {
                bag.set(found);
                gathering.unpack(w, p).await;
            }
        });
        gathering
    }

    fn keep(self) {
        let held = self.bag.get_untracked();
        self.keeper.with_value(|keeper| keeper.as_ref().map(|keeper| keeper.keep(held)));
    }

    /// Takes in every parcel that is whole.
    async fn unpack(self, w: &'static Courier, p: &'static Phone) {
        let gathered = self.bag.with_untracked(Bag::gathered);
        for held in gathered.iter().filter(|held| held.missing.is_empty()) {
            match unpacked(self.desk, w, self.bag, held).await {
                Ok(Imported::NotKept(error)) => self.wrong.set(Some(error.into())),
                Ok(imported) => {
                    self.said.set(imported.told(p).unwrap_or_default());
                    if matches!(imported, Imported::Taken(..)) {
                        self.bag.update(|bag| bag.let_go(&held.parcel, held.of));
                    }
                }
                Err(why) => self.said.set(why.to_owned()),
            }
        }
        self.keep();
    }
}

/// The box, the camera, and how far each parcel has come.
#[component]
pub(super) fn Come() -> AnyView {
    let (w, p) = (says(), words().phone());
    let gathering = Gathering::resume(desk());
    let Gathering { bag, said, wrong, .. } = gathering;
    let typed = RwSignal::new(String::new());
    let take = Callback::new(move |text: String| {
        let found = bag.try_update(|bag| bag.take(&text)).unwrap_or_default();
        // a camera sees the same many times
        if found.fresh > 0 || found.known == 0 {
            said.set((w.found)(&found));
        }
        if found.fresh > 0 {
            gathering.keep();
            leptos::task::spawn_local(gathering.unpack(w, p));
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
        gathering.keep();
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
            <button class="btn" on:click=move |_| let_go.run(held.get_value())>{words().phone().let_go}</button>
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
