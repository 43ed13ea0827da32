//! Who else could be asked, folded away: for a need that offers one name, and for an issue on its own page.

use std::sync::Arc;

use domain::{
    Id, Kind, Role, Scope,
    matching::{Suggestion, Suggestions},
    plan::plannable,
};

use super::{Heard, ask::Matter, hear, suggest::Ask};
use crate::{
    desk::{Desk, Seen, desk},
    look::words,
    parts::{Icon, net_words},
    prelude::*,
    screens::session::may_plan,
};

/// The list, asked for once it is unfolded; without whoever is offered already.
#[component]
pub(super) fn Others(
    /// The region whose directory is looked through.
    region: Id,
    /// What about.
    matter: Matter,
    /// What it is called.
    says: &'static str,
    /// Who is offered already.
    but: Option<Id>,
) -> AnyView {
    let w = words();
    let e = w.experts();
    let heard: Heard<Suggestions> = RwSignal::new(None);
    let open = RwSignal::new(false);
    let of = if matter.kind == Kind::Session { "session" } else { "issue" };
    let path = format!("/api/v1/district/{region}/matches?{of}={}", matter.about);
    let unfold = move |_| {
        if !open.get_untracked() {
            open.set(true);
            hear(path.clone(), heard);
        }
    };
    let unplanned = matter.kind == Kind::Issue;
    let matter = StoredValue::new(matter);
    let row = move |who: Suggestion| {
        let matter = matter.get_value();
        view! { <li><Ask matter=matter who=who /></li> }
    };
    let list = move || {
        match heard.get() {
        None => view! { <span class="skel w3"></span> }.into_any(),
        Some(Err(error)) => {
            view! { <p class="note wait" role="status"><Icon name="off" /><span>{net_words(&error, e.offline)}</span></p> }
                .into_any()
        }
        Some(Ok(told)) => {
            let people = told.people.into_iter().filter(|who| Some(who.person) != but);
            let people: Vec<Suggestion> = people.collect();
            if people.is_empty() {
                return view! { <p class="sm dim">{e.nobody}</p> }.into_any();
            }
            let rows: Vec<AnyView> = people.into_iter().map(|who| row(who).into_any()).collect();
            view! {
                <p class="xs dim">{e.whom[1]}{unplanned.then_some(" ")}{unplanned.then_some(e.plans)}</p>
                <ul class="queue needs">{rows.into_iter().collect_view()}</ul>
            }
            .into_any()
        }
    }
    };
    view! {
        <details on:toggle=unfold>
            <summary><Icon name="me" />{says}</summary>
            {move || open.get().then(list)}
        </details>
    }
}

/// 可以请谁: on the page of an issue that waits for its bench, for the office and the village's secretary.
#[component]
pub(crate) fn WhoKnows(shown: Memo<Arc<Seen>>) -> AnyView {
    let desk = desk();
    let spot = Memo::new(move |_| {
        let (id, issue) = shown.with(|seen| (seen.id, seen.issue.clone()));
        let region = region_of(desk, issue.village)?;
        let waits = plannable(issue.standing) && decides(desk, region, issue.village);
        (waits && may_plan(desk, issue.village).is_ok()).then_some((region, id, issue.village))
    });
    child(move || {
        let (region, about, village) = spot.get()?;
        let title = shown.with_untracked(|seen| seen.issue.title.clone());
        let matter = Matter { about, kind: Kind::Issue, village, title };
        let says = words().experts().whom[0];
        Some(view! { <Others region=region matter=matter says=says but=None /> })
    })
}

/// The region that a village lies in; tracked.
fn region_of(desk: Desk, village: Id) -> Option<Id> {
    match desk.record(village)?.scope {
        Scope::Region(region) => Some(region),
        _ => None,
    }
}

/// Whether the reader decides there; tracked.
fn decides(desk: Desk, region: Id, village: Id) -> bool {
    let wanted =
        [(Role::Office, Scope::Region(region)), (Role::Secretary, Scope::Village(village))];
    desk.who().roles.iter().any(|held| wanted.contains(held))
}
