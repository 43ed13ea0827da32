//! Somebody who could be asked, with the reasons and the two ways to ask; and the block of them on a session's seats.

use domain::{
    Id, Kind,
    matching::{Suggestion, Suggestions},
};

use super::{
    Heard,
    ask::{Done, Matter, ask, outcome},
    hear, says,
};
use crate::{
    desk::{Evening, desk},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
    screens::{district::region, office::office},
};

/// Somebody, why, and the buttons; once asked, what came of it.
#[component]
pub(super) fn Ask(
    /// What about.
    matter: Matter,
    /// Who.
    who: Suggestion,
    /// What happened before somebody asked, such as on the seats.
    #[prop(optional)]
    seats: bool,
) -> AnyView {
    let (e, desk) = (words().experts(), desk());
    let done = RwSignal::new(None::<Done>);
    let busy = RwSignal::new(false);
    let session = matter.kind == Kind::Session;
    let held = StoredValue::new((matter, who.clone()));
    let tap = move |page: bool| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (matter, who) = held.get_value();
        ask(desk, (&matter, &who), page, move |what| {
            busy.set(false);
            done.set(Some(what));
        });
    };
    let why = {
        let who = who.clone();
        move || says::why(desk, &who)
    };
    // on the seats a chair is the nearer thing, everywhere else a page
    let label = move |text: &'static str| {
        format!("{text}{}{}", words().board.colon, held.with_value(|(_, who)| who.name.clone()))
    };
    let [page, seat] = e.ask;
    let ways = move || {
        let sent = done.with(|done| matches!(done, Some(Done::Sent(_) | Done::Invited)));
        (!sent).then(|| {
            let page = view! {
                <button type="button" class="btn" aria-label=label(page) on:click=move |_| tap(true)>{page}</button>
            };
            let seat = session.then(|| view! {
                <button type="button" class="btn" aria-label=label(seat) on:click=move |_| tap(false)>{seat}</button>
            });
            if seats { view! { {seat}{page} }.into_any() } else { view! { {page}{seat} }.into_any() }
        })
    };
    let told = move || {
        done.get().map(|done| {
            held.with_value(|(matter, who)| outcome(desk, &done, &who.name, &matter.title))
        })
    };
    let name = who.name;
    view! {
        <div class="ask-row">
            <span class="tag far"><Icon name="me" /><span lang=tongue(&name)>{name.clone()}</span></span>
            <small class="why-x">{why}</small>
            <span class="row ways">{ways}</span>
            {told}
        </div>
    }
}

/// 可以请谁: on a session's seats, for the office, where there is a signal.
#[component]
pub(crate) fn MayAsk(shown: Memo<Evening>) -> AnyView {
    let desk = desk();
    let mine = Memo::new(move |_| region(desk).filter(|_| office(desk)));
    let id = shown.with_untracked(|evening| evening.id);
    let heard: Heard<Suggestions> = RwSignal::new(None);
    Effect::new(move |_| {
        if let Some(region) = mine.get() {
            hear(format!("/api/v1/district/{region}/matches?session={id}"), heard);
        }
    });
    // quiet: without a signal, and where nobody fits, there is nothing to say
    child(move || match heard.get() {
        Some(Ok(told)) if !told.people.is_empty() => Some(block(id, shown, told.people)),
        _ => None,
    })
}

fn block(about: Id, shown: Memo<Evening>, people: Vec<Suggestion>) -> AnyView {
    let [heading, how] = words().experts().whom;
    let (village, title) =
        shown.with_untracked(|evening| (evening.session.village, evening.session.title.clone()));
    let rows = people.into_iter().map(|who| {
        let matter = Matter { about, kind: Kind::Session, village, title: title.clone() };
        view! { <li><Ask matter=matter who=who seats=true /></li> }
    });
    view! {
        <section class="col" aria-labelledby="may-ask">
            <div class="head"><h2 id="may-ask">{heading}</h2></div>
            <p class="xs dim">{how}</p>
            <ul class="queue needs">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
