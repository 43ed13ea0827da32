//! A rating that came by the code of a public edition is written down as it stands, and the letter leaves the tray: two
//! changes that belong together.

use domain::{
    FollowAct, Id, Kind, Scope,
    follow::{
        letter::Letter,
        rating::{Rate, Way},
    },
};
use words::tray::STRANGER;

use super::says;
use crate::{
    desk::desk,
    parts::{CommitTrouble, Deed, Icon, Trouble, keep, propose, why_not},
    prelude::*,
};

/// The button; or why it is not there.
#[component]
pub(super) fn Over(
    /// The rating, and taking the letter.
    deeds: Vec<Deed>,
) -> AnyView {
    let desk = desk();
    let deeds = StoredValue::new(deeds);
    // what the first of them is told: to rate, one must not have done it
    let barred = Memo::new(move |_| {
        desk.replica.track();
        let mut deeds = deeds.get_value().into_iter();
        deeds.find_map(|(kind, id, scope, act)| propose(desk, kind, id, scope, act).err())
    });
    let trouble = Trouble::new();
    let take = move |_| keep(trouble, deeds.get_value(), || ());
    child(move || {
        why_not(says().take, barred.get()).unwrap_or_else(|| {
            view! {
                <button type="button" class="btn do" on:click=take><Icon name="check" />{says().take}</button>
                <CommitTrouble error=trouble.said />
            }
            .into_any()
        })
    })
}

/// What taking a letter over comes to.
pub(super) fn deeds(id: Id, village: Id, action: Id, letter: &Letter) -> Vec<Deed> {
    let rate = Rate {
        result: letter.result.unwrap_or_default(),
        heard: letter.heard,
        words: letter.words.clone(),
        name: Some(STRANGER.to_owned()),
        way: Way::Link,
        letter: Some(id),
    };
    vec![
        (Kind::Action, action, Scope::Village(village), FollowAct::Rate(rate).into()),
        (Kind::Letter, id, Scope::Draft(village), FollowAct::Take { action }.into()),
    ]
}
