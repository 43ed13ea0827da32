//! The head of an issue's page: category, whereabouts, heading, how long it has been, and the line lying down.

use std::sync::Arc;

use domain::{Issue, Millis, Standing};
use words::{Lang, calendar_day};

use crate::{
    clock,
    desk::{Seen, desk},
    look::words,
    parts::{BenchLine, Icon, WhereaboutsBadge, category_icon},
    prelude::*,
    routes::Route,
};

/// The head; rebuilt in place when something arrives.
#[component]
pub(super) fn Hero(shown: Memo<Arc<Seen>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let id = shown.with_untracked(|seen| seen.id);
    let joined = Memo::new(move |_| {
        let all = desk.issues();
        let into = all.all().iter().filter(|seen| seen.issue.merged_into == Some(id));
        into.map(|seen| (seen.id, seen.issue.title.clone())).collect::<Vec<_>>()
    });
    let head = move || {
        let seen = shown.get();
        let issue = &seen.issue;
        let group = issue.group.and_then(|group| desk.place_name(group));
        let households = issue.households.map(w.common.households);
        let (title, below) = titles(issue);
        let (before, days, after) = days(issue);
        view! {
            <div class="row">
                <span class="cat">
                    <Icon name=category_icon(issue.category) />{(w.names.category)(issue.category)}
                </span>
                <span class="end"><WhereaboutsBadge at=seen.whereabouts /></span>
            </div>
            <div>{title}{below}</div>
            <p class="dim sm">
                {households.map(|households| format!("{households} · "))}
                {group.unwrap_or_else(|| w.common.whole_village.to_owned())}" · "
                {before}{days.map(|days| view! { <b class="n pine">{days}</b> })}{after}
            </p>
            <BenchLine at=desk.station(&seen) />
        }
    };
    let links = move || {
        let all = joined.get();
        (!all.is_empty()).then(|| {
            let links = all.into_iter().map(|(id, title)| {
                view! { <li><a href=Route::Issue(id).path() lang="zh-CN">{title}</a></li> }
            });
            view! {
                <div class="sm"><p class="b">{w.issue().merged_here}</p><ul>{links.collect_view()}</ul></div>
            }
        })
    };
    view! { <header class="col hero">{head}{links}</header> }
}

/// The heading in the reader's language; in English the words as they were said stay beneath.
fn titles(issue: &Issue) -> (AnyView, Option<AnyView>) {
    let zh = issue.title.clone();
    match (words().lang, issue.title_en.clone()) {
        (Lang::En, Some(en)) => (
            view! { <p class="hero-t song">{en}</p> }.into_any(),
            Some(view! { <p class="song dim" lang="zh-CN">{zh}</p> }.into_any()),
        ),
        (Lang::Zh | Lang::En, _) => {
            (view! { <p class="hero-t song" lang="zh-CN">{zh}</p> }.into_any(), None)
        }
    }
}

/// How many days it has been, or how many it took, with the words around.
fn days(issue: &Issue) -> (&'static str, Option<Millis>, &'static str) {
    let w = words().issue();
    let done = matches!(issue.standing, Standing::Settled | Standing::Closed);
    let until = issue.last_step().filter(|_| done).map_or_else(clock::now, |step| step.at);
    let days = (calendar_day(until) - calendar_day(issue.raised_at())).max(0);
    match (done, days) {
        (false, 0) => (w.raised_today, None, ""),
        (false, _) => (w.raised_days[0], Some(days), w.raised_days[1]),
        (true, _) => (w.took_days[0], Some(days.max(1)), w.took_days[1]),
    }
}
