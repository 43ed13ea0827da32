//! The way back: to the issue, the session and the advice that an action comes from.

use domain::{Id, Kind, Scope, session::advice::Advice};

use super::{one::Shown, one_says};
use crate::{
    desk::{Desk, desk},
    parts::{Icon, tongue},
    prelude::*,
    routes::{Room, Route},
};

/// The links; those only whose end is on this phone.
#[component]
pub(super) fn Origin(shown: Shown) -> AnyView {
    let desk = desk();
    let links = Memo::new(move |_| {
        let action = shown.with(|doing| doing.action.clone());
        let advice = action.advice.and_then(|id| advised(desk, id));
        let session = action.session.and_then(|id| Some((id, desk.evening(id)?.session.title)));
        let issue = action.issue.and_then(|id| Some((id, desk.issue(id)?.issue.title.clone())));
        let advice = advice.map(|(words, to)| Link { icon: "comment", sort: 2, words, to });
        let session = session.map(|(id, words)| Link {
            icon: "ring",
            sort: 1,
            words,
            to: Route::Session(id, Room::Overview),
        });
        let issue =
            issue.map(|(id, words)| Link { icon: "slip", sort: 0, words, to: Route::Issue(id) });
        [issue, session, advice].into_iter().flatten().collect::<Vec<Link>>()
    });
    let link = |link: Link| {
        let Link { icon, sort, words, to } = link;
        view! {
            <li><a href=to.path()><Icon name=icon />
                <span>{one_says().from[sort]}<small lang=tongue(&words)>{words.clone()}</small></span>
                <span class="end"><Icon name="right" /></span></a></li>
        }
    };
    child(move || {
        let links = links.get();
        (!links.is_empty()).then(|| {
            view! { <ul class="list origin">{links.into_iter().map(link).collect_view()}</ul> }
        })
    })
}

/// One way back.
#[derive(Clone, PartialEq)]
struct Link {
    icon: &'static str,
    sort: usize,
    words: String,
    to: Route,
}

/// The words of a piece of advice, and where it is answered.
fn advised(desk: Desk, id: Id) -> Option<(String, Route)> {
    let record = desk.record(id).filter(|record| record.kind == Kind::Advice)?;
    let advice: Advice = record.read().ok()?;
    let session = match record.scope {
        Scope::Session(session) => Some(session),
        _ => advice.session,
    };
    Some((advice.words, Route::Session(session?, Room::Advice)))
}
