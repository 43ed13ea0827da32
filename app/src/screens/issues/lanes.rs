//! The lanes of the board: a head with the little bench and its count, and the issues that lie there.

use std::sync::Arc;

use domain::{Id, Lane};

use super::{
    blocks::{Block, CARDS},
    filter::{Filter, arrange},
};
use crate::{desk::Seen, look::words, prelude::*};

/// What lies in each lane, in order; lanes with nothing in them are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Laid(Vec<(Lane, Vec<Id>)>);

/// Lays issues into their lanes.
pub(super) fn lay(mut issues: Vec<Arc<Seen>>) -> Laid {
    arrange(&mut issues);
    let mut laid = Laid::default();
    for seen in issues {
        laid.put(seen.issue.standing.lane(), seen.id);
    }
    laid
}

impl Laid {
    fn put(&mut self, lane: Lane, id: Id) {
        match self.0.binary_search_by_key(&lane, |(lane, _)| *lane) {
            Ok(at) => self.0[at].1.push(id),
            Err(at) => self.0.insert(at, (lane, vec![id])),
        }
    }

    /// The lanes in which something lies, in their order.
    fn lanes(&self) -> impl Iterator<Item = Lane> {
        self.0.iter().map(|(lane, _)| *lane)
    }

    /// What lies in a lane.
    pub(super) fn ids(&self, lane: Lane) -> &[Id] {
        let found = self.0.iter().find(|(other, _)| *other == lane);
        found.map_or(&[], |(_, ids)| ids)
    }

    /// How much lies in the lanes before one.
    fn before(&self, lane: Lane) -> usize {
        self.0.iter().filter(|(other, _)| *other < lane).map(|(_, ids)| ids.len()).sum()
    }

    /// How much lies in all lanes.
    pub(super) fn total(&self) -> usize {
        self.0.iter().map(|(_, ids)| ids.len()).sum()
    }
}

/// All lanes that are shown.
#[component]
pub(super) fn Lanes(laid: Memo<Laid>, filter: RwSignal<Filter>, letters: Memo<String>) -> AnyView {
    let shown = Memo::new(move |_| {
        let only = filter.with(|filter| filter.lane);
        laid.with(|laid| {
            laid.lanes().filter(|lane| only.is_none_or(|only| only == *lane)).collect::<Vec<_>>()
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
    let ids = Memo::new(move |_| laid.with(|laid| laid.ids(lane).to_vec()));
    let count = Memo::new(move |_| ids.with(Vec::len));
    let alone = move || filter.with(|filter| filter.lane.is_some());
    let before = if untrack(alone) { 0 } else { laid.with_untracked(|laid| laid.before(lane)) };
    let heading = format!("lane-{}", lane.as_str());
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
