//! 村民评价: how many said what of each doing, and the words of those who are not satisfied.

use domain::follow::{
    Satisfaction,
    rating::{Rating, tally},
};

use super::{one::Shown, rate_says};
use crate::{
    look::words,
    parts::{Icon, satisfaction_icon, tongue},
    prelude::*,
};

/// The ratings of this doing, and folded away those of the ones before.
#[component]
pub(super) fn Ratings(shown: Shown) -> AnyView {
    let r = rate_says();
    let told = Memo::new(move |_| {
        shown.with(|doing| (doing.action.round(), doing.action.ratings.clone()))
    });
    child(move || {
        let (now, all) = told.get();
        let earlier = (0..now).rev().filter(|round| all.iter().any(|r| r.round == *round));
        let fresh = all.iter().any(|rating| rating.round == now);
        // what was said last stays in sight until somebody says something of this doing
        let earlier = earlier.enumerate().map(|(at, round)| {
            view! {
                <details class="slip" open=!fresh && at == 0>
                    <summary>{(r.earlier)(round + 1)}</summary>
                    {of_round(&all, round)}
                </details>
            }
        });
        let earlier: Vec<AnyView> = earlier.collect();
        view! {
            <div class="head"><h2>{r.title}</h2></div>
            {(fresh || earlier.is_empty()).then(|| of_round(&all, now))}
            {earlier}
        }
    })
}

fn of_round(all: &[Rating], round: u32) -> AnyView {
    let (r, lang) = (rate_says(), words().lang);
    let tally = tally(all, round);
    if tally.all() == 0 {
        return view! { <p class="sm dim">{r.none}</p> }.into_any();
    }
    let counts = [tally.satisfied, tally.basically, tally.not];
    let counts = Satisfaction::ALL.into_iter().zip(counts).map(|(result, count)| {
        let name = words::follow::satisfaction(lang, result);
        view! { <div><dt><Icon name=satisfaction_icon(result) />{name}</dt><dd>{count}</dd></div> }
    });
    let worded = all.iter().filter(|rating| rating.round == round);
    let worded = worded.filter_map(|rating| Some((rating.result, rating.words.clone()?)));
    let worded = worded.map(|(result, said)| {
        let name = words::follow::satisfaction(lang, result);
        view! { <li><p class="say" lang=tongue(&said)>{said.clone()}</p><p class="xs dim">{name}</p></li> }
    });
    let worded: Vec<AnyView> = worded.collect();
    view! {
        <dl class="tally">{counts.collect_view()}</dl>
        {(tally.heard > 0).then(|| view! { <p class="sm">{(r.heard_count)(tally.heard)}</p> })}
        {(!worded.is_empty()).then(|| view! { <ul class="col tight">{worded}</ul> })}
    }
    .into_any()
}
