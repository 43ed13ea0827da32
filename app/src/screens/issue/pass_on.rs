//! The thread as a text to paste into a chat: a line a station, and nobody's name.

use std::sync::Arc;

use domain::{follow::rating::Tally, session::Verdict};
use words::thread::Card;

use super::{address, come::Come};
use crate::{
    clock,
    desk::{Doing, Seen, desk},
    look::words,
    parts::HandOut,
    prelude::*,
};

/// Opens the text, which is copied or shared from there.
#[component]
pub(super) fn PassOn(shown: Memo<Arc<Seen>>, come: Memo<Come>) -> AnyView {
    let t = words().thread();
    // made ready while the page is drawn: a tap no longer knows the desk or the language
    let text = Memo::new(move |_| {
        let seen = shown.get();
        words().thread_card(&come.with(|come| card(&seen, come)))
    });
    let text = Signal::derive(move || text.get());
    view! {
        <details>
            <summary>{t.card}</summary>
            <div class="col">
                <p class="hint">{t.pass_on_hint}</p>
                <p class="slip written" lang="zh-CN">{move || text.get()}</p>
                <HandOut text=text />
            </div>
        </details>
    }
}

fn card(seen: &Seen, come: &Come) -> Card {
    let (w, now) = (words(), clock::now());
    let heads = || come.advice.iter().filter(|(_, _, head)| head.is_none());
    let count = |of: Verdict| heads().filter(|(_, one, _)| one.verdict == Some(of)).count();
    let origin = window().location().origin().unwrap_or_default();
    let mut tally = Tally::default();
    for Doing { action, .. } in &come.actions {
        let of = domain::follow::rating::tally(&action.ratings, action.round());
        tally.satisfied += of.satisfied;
        tally.basically += of.basically;
        tally.not += of.not;
    }
    Card {
        title: seen.issue.title.clone(),
        place: address(seen),
        at: Some(desk().station(seen)),
        raised: w.lang.date(seen.issue.raised_at(), now),
        sat: come
            .sat
            .iter()
            .filter_map(|sat| sat.session.on.map(|on| w.lang.moment(on, now)))
            .collect(),
        advice: come.advice.len(),
        answers: Verdict::ALL.map(|of| (of, count(of))).into(),
        actions: come
            .actions
            .iter()
            .map(|doing| (doing.what.clone(), doing.action.state()))
            .collect(),
        tally,
        address: format!("{origin}/t/{}", seen.id),
    }
}
