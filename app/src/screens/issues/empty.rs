//! When there is nothing to show: still asking, nothing said yet, nothing that fits, or a village that never came.

use super::filter::{Filter, Part, Whose};
use crate::{desk::desk, look::words, parts::Icon, prelude::*, routes::Route};

/// Slips to come.
#[component]
pub(crate) fn Skeleton() -> AnyView {
    let slip = || {
        view! {
            <div class="slip">
                <span class="skel w1" />
                <span class="skel w2" />
                <span class="skel w3" />
                <span class="skel w4" />
                <span class="skel w5" />
            </div>
        }
    };
    view! { <div class="col" aria-busy="true" aria-label=words().common.asking role="status">{slip()}{slip()}</div> }
}

fn state(heading: String, hint: String, way: AnyView) -> AnyView {
    view! {
        <div class="state">
            <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
            <h2>{heading}</h2>
            <p>{hint}</p>
            {way}
        </div>
    }
}

/// The village has never come to this phone.
#[component]
pub(super) fn NoVillage() -> AnyView {
    let (w, desk) = (words(), desk());
    let again = view! {
        <button class="btn" on:click=move |_| desk.nudge()><Icon name="sync" />{w.trouble.again}</button>
    };
    state(w.board.no_village.into(), w.board.no_village_hint.into(), again.into_any())
}

/// Nobody has said anything yet.
#[component]
pub(super) fn NobodySpoke() -> AnyView {
    let w = words().board;
    let way = view! { <a class="btn do" href=Route::Raise.path()><Icon name="mic" />{w.raise}</a> };
    state(w.empty.into(), w.empty_hint.into(), way.into_any())
}

/// Nothing fits what the reader chose or typed.
#[component]
pub(super) fn NothingFits(filter: RwSignal<Filter>) -> AnyView {
    let (w, desk) = (words(), desk());
    child(move || {
        let now = filter.get();
        let part = now.part.map(|part| match part {
            Part::Whole => w.common.whole_village.to_owned(),
            Part::Group(group) => desk.place_name(group).unwrap_or_default(),
        });
        let letters = now.letters.unwrap_or_default();
        let (heading, hint) = match (part, now.category) {
            _ if !letters.trim().is_empty() => {
                ((w.board.not_found)(letters.trim()), w.board.not_found_hint.to_owned())
            }
            (Some(part), Some(category)) if now.lane.is_none() && now.whose == Whose::Any => (
                (w.board.none_of)(&part, (w.names.category)(category)),
                (w.board.none_of_hint)(&part),
            ),
            _ => (w.board.none.to_owned(), w.board.none_hint.to_owned()),
        };
        let all = move |_| filter.set(Filter::default());
        let way = view! { <button class="btn" on:click=all>{w.board.unfilter}</button> };
        state(heading, hint, way.into_any())
    })
}
