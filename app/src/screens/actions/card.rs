//! One action on the list.

use domain::{
    Id,
    follow::{Satisfaction, State, rating::tally},
};

use super::{
    facts::{facts, far, slow, tags},
    list::All,
    rate::RateBox,
    rate_says,
};
use crate::{
    desk::{Doing, Whereabouts, desk},
    parts::{WhereaboutsBadge, tongue},
    prelude::*,
    routes::Route,
};

/// A slip whose heading leads to the action. It is rebuilt in place, so that what has the focus keeps it.
#[component]
pub(super) fn Card(id: Id, all: All) -> AnyView {
    let desk = desk();
    let doing = Memo::new(move |_| desk.doing(id));
    // its own newest words, or those of the newest note on how far it is
    let glanced = Memo::new(move |_| {
        all.with(|all| {
            let at = all.binary_search_by_key(&id, |glance| glance.id).ok()?;
            Some((all[at].whereabouts, all[at].note.map(|(_, note)| note)))
        })
    });
    let whereabouts = Memo::new(move |_| glanced.get().map_or(Whereabouts::Sent, |(at, _)| at));
    let note = Memo::new(move |_| glanced.get().and_then(|(_, note)| desk.note(note?)));
    let local = move || whereabouts.get() == Whereabouts::Local;
    let rateable = Memo::new(move |_| {
        let me = desk.person();
        doing.with(|doing| {
            let action = doing.as_ref().map(|doing| &doing.action);
            action.is_some_and(|action| action.state() == State::Checked && !action.doer(me))
        })
    });
    view! {
        <li class=move || if local() { "slip doing local" } else { "slip doing" }>
            {move || doing.get().map(|doing| head(&doing, whereabouts.get()))}
            {move || note.get().as_ref().and_then(far)}
            {move || doing.get().and_then(|doing| slow(desk, &doing, desk.now()))}
            {move || doing.get().and_then(|doing| said(&doing))}
            {move || rateable.get().then(|| view! { <RateBox id=id /> })}
        </li>
    }
}

fn head(doing: &Doing, whereabouts: Whereabouts) -> AnyView {
    let now = desk().now();
    let what = doing.what.clone();
    view! {
        <div class="row wrap">
            {tags(&doing.action, now)}
            <span class="end"><WhereaboutsBadge at=whereabouts /></span>
        </div>
        <h3 lang=tongue(&what)><a href=Route::Action(doing.id).path()>{what.clone()}</a></h3>
        {facts(&doing.action, now, false)}
    }
    .into_any()
}

/// What the village said of it, where somebody was not satisfied with the last doing.
fn said(doing: &Doing) -> Option<AnyView> {
    let (r, action) = (rate_says(), &doing.action);
    if action.state() == State::Closed {
        return None;
    }
    let now = action.round();
    let round = if tally(&action.ratings, now).all() > 0 { now } else { now.checked_sub(1)? };
    let tally = tally(&action.ratings, round);
    let not = action
        .ratings
        .iter()
        .rev()
        .find(|rating| rating.round == round && rating.result == Satisfaction::Not);
    let words = not.and_then(|rating| rating.words.clone());
    let told = view! {
        {words.map(|words| view! { <p class="say" lang=tongue(&words)>{words.clone()}</p> })}
        <p class="who"><b>{r.village}</b>{(r.count)(tally.all(), tally.not)}</p>
    };
    Some(told.into_any())
}
