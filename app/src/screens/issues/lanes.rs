//! The lanes of the board: a head with the little bench and its count, and the issues that lie there.

use std::sync::Arc;

use domain::{Id, Lane, Sorted};

use super::{
    blocks::{Block, CARDS},
    filter::{Filter, arrange},
};
use crate::{desk::Seen, look::words, prelude::*};

/// What lies in each lane, in order; lanes with nothing in them are left out.
pub(super) type Laid = Sorted<Lane, Vec<Id>>;

/// Lays issues into their lanes.
pub(super) fn lay(mut issues: Vec<Arc<Seen>>) -> Laid {
    arrange(&mut issues);
    let mut lanes = Laid::new();
    for seen in issues {
        lanes.or_default(seen.issue.standing.lane()).push(seen.id);
    }
    lanes
}

/// All lanes that are shown.
#[component]
pub(super) fn Lanes(laid: Memo<Laid>, filter: RwSignal<Filter>, letters: Memo<String>) -> AnyView {
    let shown = Memo::new(move |_| {
        let only = filter.with(|filter| filter.lane);
        laid.with(|laid| {
            laid.keys()
                .copied()
                .filter(|lane| only.is_none_or(|only| only == *lane))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <For
            each=move || shown.get()
            key=|lane| (*lane as u8).to_string()
            children=move |lane| view! { <LaneSection lane=lane laid=laid filter=filter letters=letters /> }
        />
    }
}

#[component]
fn LaneSection(
    lane: Lane,
    laid: Memo<Laid>,
    filter: RwSignal<Filter>,
    letters: Memo<String>,
) -> AnyView {
    let w = words();
    let name = (w.names.lane)(lane);
    let ids = Memo::new(move |_| laid.with(|laid| laid.get(&lane).cloned().unwrap_or_default()));
    let count = Memo::new(move |_| ids.with(Vec::len));
    let before = laid.with_untracked(|laid| {
        let only = filter.with_untracked(|filter| filter.lane).is_some();
        let above = laid.iter().take_while(|(other, _)| **other < lane);
        above.map(|(_, ids)| if only { 0 } else { ids.len() }).sum::<usize>()
    });
    let heading = format!("lane-{}", lane.as_str());
    let alone = move || filter.with(|filter| filter.lane.is_some());
    view! {
        <section aria-labelledby=heading.clone()>
            <div class="head">
                <h2 id=heading.clone()>{name}</h2>
                <span class="dim">{move || (w.board.count)(count.get())}</span>
                {move || {
                    (!alone()).then(|| view! {
                        <button
                            class="end sm only"
                            on:click=move |_| filter.update(|filter| filter.lane = Some(lane))
                        >
                            {w.board.only}<span class="sr">{w.board.colon}{name}</span>
                        </button>
                    })
                }}
            </div>
            <div class="col">
                <For
                    each=move || (0..count.get().div_ceil(CARDS)).collect()
                    key=|place| place.to_string()
                    children=move |place| {
                        let first = before + place * CARDS < CARDS;
                        view! { <Block lane=lane place=place ids=ids letters=letters first=first /> }
                    }
                />
            </div>
        </section>
    }
}
