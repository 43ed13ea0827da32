//! 坐下来: the invite is used up by this button and by nothing else, since chat apps open every link they carry.

use super::{
    invite::{Invite, Looked, Redeemed},
    trouble,
};
use crate::{
    look::words,
    parts::Icon,
    prelude::*,
    replica::NetError,
    routes::{Route, way},
    session::{self, SignedIn, Stage, stage},
};

/// The name on the list, a word to whoever uses this phone now, and the button.
#[component]
pub(super) fn SitDown(invite: Invite, looked: Looked) -> AnyView {
    let (w, stage, way) = (words(), stage(), way());
    let name = looked.name.unwrap_or_default();
    let before = match stage.get_untracked() {
        Stage::Laid(desk) => Some(desk),
        Stage::Opening | Stage::Nobody | Stage::NoStore(_) => None,
    };
    let occupied = before.map(|desk| untrack(|| desk.name_of(desk.person())));
    let occupied = occupied.filter(|user| *user != name);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<NetError>);
    let listed = name.clone();
    let sit = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        let (invite, name) = (invite.clone(), name.clone());
        leptos::task::spawn_local(async move {
            match invite.redeem().await {
                Ok(Redeemed { person, name: told }) => {
                    let who = SignedIn { person, name: told.unwrap_or(name) };
                    if before.is_some() {
                        session::hand_over(&who);
                        anew();
                    } else {
                        way.replace(Route::Board);
                        session::enter(stage, who).await;
                    }
                }
                Err(error) => {
                    busy.set(false);
                    failed.set(Some(error));
                }
            }
        });
    };
    view! {
        {(!listed.is_empty()).then(|| view! {
            <p>{w.welcome().listed_as}<b>{listed}</b><br /><span class="xs dim">{w.welcome().wrong_name}</span></p>
        })}
        {occupied.map(|user| view! {
            <p class="note wait"><Icon name="info" /><span>{(w.welcome().occupied)(&user)}</span></p>
        })}
        <div role="alert">
            {move || failed.get().map(|error| view! {
                <p class="note stop"><Icon name="warn" /><span>{trouble(&error)}</span></p>
            })}
        </div>
        <button class="btn do big" aria-busy=move || busy.get().then_some("true") on:click=sit>
            {move || if busy.get() { w.welcome().sitting } else { w.welcome().sit_down }}
        </button>
    }
}

/// Loads the app anew, so that nothing of whoever used this phone before works on behind the next one's back.
fn anew() {
    if window().location().replace(&Route::Board.path()).is_err() {
        leptos::logging::warn!("the page could not be loaded anew");
    }
}
