//! 缺个懂行的人: issues and sessions with nobody on the bench who knows, and whom one could ask; for the overview, too.

use domain::{
    Id, Kind,
    matching::{Need, Needs},
};

use super::{Heard, ask::Matter, hear, lay_down, others::Others, suggest::Ask};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Icon, net_words, tongue},
    prelude::*,
    replica::Net,
    routes::{Room, Route},
    screens::district::Newest,
};

/// The card.
#[component]
pub(crate) fn ExpertsCard(
    /// The region whose office looks.
    region: Id,
    /// Counts up whenever it is time to ask anew.
    #[prop(optional)]
    again: Option<RwSignal<u32>>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let e = w.experts();
    let heard: Heard<Needs> = RwSignal::new(None);
    let path = move || format!("/api/v1/district/{region}/needs");
    let load = move || hear(path(), heard);
    let newest = Newest::new();
    Effect::new(move |_| {
        again.iter().for_each(|again| again.track());
        let stays = move || untrack(|| heard.with(Option::is_some)) && busy();
        if stays() {
            return;
        }
        let nth = newest.next();
        leptos::task::spawn_local(async move {
            let told = Net::read(&path()).await;
            // asked anew meanwhile, or somebody has begun to ask one of them, or the screen is gone
            if newest.is(nth) && !stays() {
                lay_down(heard, told);
            }
        });
    });
    let body = move || {
        match heard.get() {
        None => view! { <span class="skel w3"></span> }.into_any(),
        Some(Err(error)) => view! {
            <p class="note wait" role="status"><Icon name="off" /><span>{net_words(&error, e.offline)}</span></p>
            <div><button type="button" class="btn" on:click=move |_| load()><Icon name="redo" />{w.trouble.again}</button></div>
        }
        .into_any(),
        Some(Ok(told)) if told.needs.is_empty() => {
            view! { <p class="sm">{e.all_have}</p> }.into_any()
        }
        Some(Ok(told)) => {
            let unplanned = told.needs.iter().any(|need| need.kind == Kind::Issue && need.best.is_some());
            let rows = told.needs.iter().map(|need| row((desk, region), need));
            let rows: Vec<AnyView> = rows.collect();
            view! {
                <ul class="queue needs">{rows.into_iter().collect_view()}</ul>
                {unplanned.then(|| view! { <p class="xs dim">{e.plans}</p> })}
                {(told.more > 0).then(|| view! { <p class="xs dim">{(e.more)(told.more)}</p> })}
            }
            .into_any()
        }
    }
    };
    view! {
        <section class="slip" id="needs" aria-labelledby="needs-h">
            <div class="head"><h2 id="needs-h">{e.card[0]}</h2><span class="xs dim">{e.card[1]}</span></div>
            {body}
        </section>
    }
}

/// Whether somebody is at it: nothing is moved under their hand, and a link that was made is shown once.
fn busy() -> bool {
    let at_it = "dialog[open],#needs :focus,#needs details[open],#needs li [role=status],#needs li [role=alert]";
    matches!(document().query_selector(at_it), Ok(Some(_)))
}

fn row((desk, region): (Desk, Id), need: &Need) -> AnyView {
    let w = words();
    let e = w.experts();
    let to = match need.kind {
        Kind::Session => Route::Session(need.about, Room::Overview),
        _ => Route::Issue(need.about),
    };
    let day = match (&need.kind, need.on) {
        (Kind::Session, None) => Some(e.no_day.to_owned()),
        (_, on) => on.map(|on| w.lang.date(on, clock::now())),
    };
    let (village, households) = (need.village, need.households.map(e.households));
    let beside = move || {
        let parts = [desk.place_name(village), households.clone(), day.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let who = match &need.best {
        Some(best) => {
            let but = Some(best.person);
            view! {
                <Ask matter=Matter::from(need) who=best.clone() />
                <Others region=region matter=Matter::from(need) says=e.others but=but />
            }
            .into_any()
        }
        None => view! { <p class="sm dim">{e.nobody}</p> }.into_any(),
    };
    let title = need.title.clone();
    view! {
        <li class="need">
            <p class="lh"><a class="b" href=to.path() lang=tongue(&title)>{title.clone()}</a><small>{beside}</small></p>
            {who}
        </li>
    }
    .into_any()
}
