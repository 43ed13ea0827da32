//! One issue on the board: what it is about, how far it has come, what happens next, and whose words they are.

use std::sync::Arc;

use domain::{Id, Station};
use words::Lang;

use crate::{
    clock,
    desk::{Seen, Whereabouts, desk},
    look::words,
    parts::{BenchLine, Icon, WhereaboutsBadge, category_icon},
    prelude::*,
    routes::Route,
    screens::issue::named,
};

/// A slip whose title leads to the issue. It is rebuilt in place, so that what has the focus keeps it.
#[component]
pub(super) fn Card(
    id: Id,
    /// Its place in the lane and how many lie there, told to ears.
    place: Signal<(usize, usize)>,
    /// What is searched for.
    letters: Memo<String>,
) -> AnyView {
    let desk = desk();
    let seen = Memo::new(move |_| desk.issue(id));
    let group = Memo::new(move |_| {
        let issue = &seen.get()?.issue;
        issue.group.and_then(|group| desk.place_name(group))
    });
    let raiser = Memo::new(move |_| seen.get().map(|seen| desk.raiser(&seen.issue)));
    let station = Memo::new(move |_| seen.get().map(|seen| desk.station(&seen)));
    let local = move || seen.get().is_some_and(|seen| seen.whereabouts == Whereabouts::Local);
    view! {
        <li
            class=move || if local() { "slip local" } else { "slip" }
            aria-posinset=move || place.get().0.to_string()
            aria-setsize=move || place.get().1.to_string()
        >
            {move || seen.get().zip(station.get()).map(|(seen, at)| show(&seen, at, &letters.get()))}
            {move || seen.get().map(|seen| meta(&seen, group.get(), &raiser.get().unwrap_or_default()))}
        </li>
    }
}

fn show(seen: &Arc<Seen>, at: Station, letters: &str) -> AnyView {
    let w = words();
    let issue = &seen.issue;
    let stand = w.stand(issue, clock::now());
    view! {
        <div class="row">
            <span class="cat">
                <Icon name=category_icon(issue.category) />{(w.names.category)(issue.category)}
            </span>
            <span class="end"><WhereaboutsBadge at=seen.whereabouts /></span>
        </div>
        <h3><a href=Route::Issue(seen.id).path()>{title(seen, letters)}</a></h3>
        <BenchLine at=at />
        <p class="stand">
            {(!stand.weighty.is_empty()).then(|| view! { <b>{stand.weighty}</b>" " })}
            {stand.before}<span lang="zh-CN">{stand.said}</span>{stand.after}
        </p>
    }
}

/// The heading in the reader's language; in English the words as they were said stay beneath.
fn title(seen: &Seen, letters: &str) -> AnyView {
    let issue = &seen.issue;
    let zh = lit(&issue.title, letters);
    match (words().lang, &issue.title_en) {
        (Lang::Zh, _) => zh,
        (Lang::En, None) => view! { <span lang="zh-CN">{zh}</span> }.into_any(),
        (Lang::En, Some(en)) => view! {
            {lit(en, letters)}<small class="said" lang="zh-CN">{zh}</small>
        }
        .into_any(),
    }
}

/// A text with the letters found in it marked.
fn lit(text: &str, letters: &str) -> AnyView {
    let at = if letters.is_empty() { None } else { text.to_ascii_lowercase().find(letters) };
    match at {
        None => text.to_owned().into_any(),
        Some(at) => {
            let end = at + letters.len();
            let [before, found, after] =
                [&text[..at], &text[at..end], &text[end..]].map(str::to_owned);
            view! { {before}<mark>{found}</mark>{after} }.into_any()
        }
    }
}

fn meta(seen: &Seen, group: Option<String>, raiser: &str) -> AnyView {
    let w = words();
    let issue = &seen.issue;
    let by = match &issue.proxy {
        Some(proxy) => named(|a, b| (w.common.said_by)(a, b), [&proxy.name, raiser]),
        None => named(|a, _| a.to_owned(), [raiser, ""]),
    };
    let facts = [
        issue.households.map(|n| (w.common.households)(n).into_any()),
        Some(group.unwrap_or_else(|| w.common.whole_village.to_owned()).into_any()),
        Some(by),
        Some(w.lang.days_since(issue.raised_at(), clock::now()).into_any()),
    ];
    let facts: Vec<_> =
        facts.into_iter().flatten().map(|fact| view! { <span>{fact}</span> }).collect();
    view! { <p class="meta">{facts}</p> }
}
