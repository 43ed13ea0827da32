//! Whoever spoke up for a line, and where that is read.

use domain::{
    Id, Kind, Record,
    follow::Action,
    session::{Convened, advice::Advice},
};

use words::Lang;

use super::says;
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
    routes::{Room, Route},
};

/// One source.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Source {
    /// Who spoke up.
    pub(super) who: Option<String>,
    /// What it is called.
    pub(super) says: String,
    /// Where it is read; nowhere when it is not on this phone.
    pub(super) to: Option<Route>,
}

/// What a source is called; tracked.
pub(super) fn source(desk: Desk, id: Id) -> Source {
    let p = says().plan;
    let away = || Source { who: None, says: p.away.to_owned(), to: None };
    let Some(record) = desk.record(id).filter(|record| !record.gone) else { return away() };
    let (who, says, to) = match record.kind {
        Kind::Session => (None, bench(&record), Route::Session(id, Room::Overview)),
        Kind::Advice => return advised(desk, &record).unwrap_or_else(away),
        Kind::Action => (None, (p.action)(&what(desk, &record)), Route::Action(id)),
        Kind::Issue => {
            let title = record.text("title").unwrap_or_default();
            (None, (p.issue)(title), Route::Issue(id))
        }
        _ => return away(),
    };
    Source { who, says, to: Some(to) }
}

fn advised(desk: Desk, record: &Record) -> Option<Source> {
    let advice: Advice = record.read().ok()?;
    let who = advice.voice.map(|voice| voice.name);
    let session = advice.session.and_then(|id| Some((id, desk.record(id)?)));
    let (says, to) = match session {
        Some((id, session)) => (bench(&session), Some(Route::Session(id, Room::Advice))),
        None => (says().plan.advice.to_owned(), advice.issue.map(Route::Issue)),
    };
    Some(Source { who, says, to })
}

/// A session by its day, or by its topic while it has none.
pub(super) fn bench(record: &Record) -> String {
    let Ok(session) = record.read::<Convened>() else { return String::new() };
    match session.on {
        Some(on) => (says().plan.bench)(&words().lang.date(on, clock::now())),
        None => session.title,
    }
}

/// What an action is to do, as it was written; tracked.
pub(super) fn what(desk: Desk, record: &Record) -> String {
    record.read().map(|action: Action| desk.what(&action, Lang::Zh)).unwrap_or_default()
}

/// The small line under what they made so: who, where, and what else is to be said.
#[component]
pub(super) fn Cites(
    /// The sources.
    ids: Vec<Id>,
    /// What else is said.
    #[prop(optional_no_strip)]
    note: Option<String>,
) -> AnyView {
    let desk = desk();
    // drawn anew only when a source says something else: whoever is on a link stays there
    let told = Memo::new(move |_| ids.iter().map(|id| source(desk, *id)).collect::<Vec<_>>());
    child(move || {
        let mut names: Vec<String> = Vec::new();
        let mut links: Vec<Source> = Vec::new();
        for source in told.get() {
            names.extend(source.who.clone().filter(|who| !names.contains(who)));
            // who spoke up in a session leads there, too
            if !links.iter().any(|there| there.says == source.says) {
                links.push(source);
            }
        }
        let mut pieces: Vec<AnyView> = Vec::new();
        if !names.is_empty() {
            let names = names.join(says().plan.and);
            pieces.push(view! { <span lang=tongue(&names)>{names.clone()}</span> });
        }
        pieces.extend(links.iter().map(linked));
        if pieces.is_empty() {
            pieces.push(view! { <span>{says().plan.unsaid}</span> });
        }
        pieces.extend(note.clone().map(|note| {
            let lang = tongue(&note);
            view! { <span lang=lang>{note}</span> }
        }));
        view! { <p class="cite"><Icon name="link" />{pieces.into_iter().collect_view()}</p> }
    })
}

fn linked(source: &Source) -> AnyView {
    let says = source.says.clone();
    match source.to {
        Some(to) => view! { <a href=to.path() lang=tongue(&says)>{says.clone()}</a> },
        None => view! { <span>{says}</span> },
    }
}
