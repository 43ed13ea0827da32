//! It is safe: the slip as it now stands, and in plain words what happens next.

use domain::{Id, Scope};

use crate::{
    clock,
    desk::{Desk, Seen, Whereabouts, desk},
    look::words,
    parts::{Bar, BenchLine, Frame, Icon, InstallOffer, WhereaboutsBadge, category_icon, tongue},
    prelude::*,
    routes::Route,
    screens::NowhereScreen,
};

/// What was just saved. The badge turns by itself when it has arrived.
#[component]
pub(crate) fn SavedScreen(
    /// The issue.
    id: Id,
) -> AnyView {
    let (w, desk) = (words(), desk());
    if untrack(|| desk.issue(id)).is_none() {
        return view! { <NowhereScreen /> }.into_any();
    }
    let top = view! { <Bar back=Route::Board title=w.raise().saved /> };
    let foot = view! {
        <section class="dock foot" aria-label=w.raise().after>
            <div class="btns">
                <a class="btn do" href=Route::Raise.path()><Icon name="plus" />{w.raise().another}</a>
                <a class="btn" href=Route::Board.path()>{w.raise().to_board}</a>
            </div>
        </section>
    };
    let print = move |_| {
        if window().print().is_err() {
            leptos::logging::warn!("this browser does not print");
        }
    };
    view! {
        <Frame top=top.into_any() foot=Some(foot.into_any()) over=None>
            {move || desk.issue(id).map(|seen| view! { <Slip seen=seen.as_ref().clone() /> })}
            <section aria-labelledby="next">
                <div class="head"><h2 id="next">{w.raise().next}</h2></div>
                {move || desk.issue(id).map(|seen| steps(desk, &seen))}
            </section>
            <div class="btns no-print">
                <button class="btn" on:click=print><Icon name="print" />{w.raise().print}</button>
                <a class="btn" href=Route::Issue(id).path()><Icon name="pen" />{w.raise().mend}</a>
            </div>
            <div class="no-print"><InstallOffer /></div>
        </Frame>
    }
    .into_any()
}

/// The slip: dog-eared until it has arrived.
#[component]
fn Slip(seen: Seen) -> AnyView {
    let (w, desk) = (words(), desk());
    let Seen { issue, whereabouts, .. } = seen;
    let class = if whereabouts == Whereabouts::Sent { "slip" } else { "slip local" };
    let place = issue.group.and_then(|group| desk.place_name(group));
    let place = place.unwrap_or_else(|| w.common.whole_village.to_owned());
    let count = issue.households.map(|count| format!(" · {}", (w.common.households)(count)));
    let wrote = desk.name_of(issue.raised_by);
    let (speaker, tag) = match &issue.proxy {
        Some(proxy) => {
            let how = (w.names.confirmed)(proxy.confirmed);
            (proxy.name.clone(), Some((w.common.entered)(&wrote, how)))
        }
        None => (wrote, None),
    };
    let number = issue.number.map_or_else(|| w.common.no_number.to_owned(), w.common.number);
    let when = w.lang.moment(issue.raised_at(), clock::now());
    let station = issue.standing.station();
    view! {
        <div class=class>
            <div class="row">
                <span class="cat">
                    <Icon name=category_icon(issue.category) />{(w.names.category)(issue.category)}
                </span>
                <span class="end" role="status"><WhereaboutsBadge at=whereabouts /></span>
            </div>
            <p class="say lg" lang=tongue(&issue.words)>{issue.words.clone()}</p>
            <BenchLine at=station />
            <p class="who">
                <b>{speaker}</b>{place}{count}
                {tag.map(|tag| view! { <span class="tag"><Icon name="pen" />{tag}</span> })}
            </p>
            <p class="meta"><span>{number}</span><span>{when}</span></p>
        </div>
    }
}

/// The four steps; those that are done are filled in.
fn steps(desk: Desk, seen: &Seen) -> AnyView {
    let r = words().raise();
    let arrived = seen.whereabouts == Whereabouts::Sent;
    let held = matches!(seen.scope, Scope::Draft(_));
    let group = seen.issue.group.and_then(|group| desk.place_name(group));
    let group = group.unwrap_or_else(|| words().common.whole_village.to_owned());
    let result = match &seen.issue.proxy {
        Some(proxy) => (r.brought)(&desk.name_of(seen.issue.raised_by), &group, &proxy.name),
        None => r.read_here.to_owned(),
    };
    let step = |done: bool, when: &'static str, what: String| {
        view! { <li class=done.then_some("on")><b>{when}</b><span>{what}</span></li> }
    };
    let signal = if arrived { r.arrived } else { r.signal.1 };
    let soon = if held { r.soon_held } else { r.soon.1 };
    view! {
        <ol class="steps">
            {step(true, r.now.0, r.now.1.to_owned())}
            {step(arrived, r.signal.0, signal.to_owned())}
            {step(false, r.soon.0, soon.to_owned())}
            {step(false, r.result, result)}
        </ol>
    }
}
