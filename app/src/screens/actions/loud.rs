//! 等您: three loud events only, and a line a week for the rest.

use domain::{
    Id, Kind,
    follow::notice::{self, Week},
};

use super::{list_says, script::matter, telling::Known};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
    routes::{Room, Route},
};

/// What the section shows.
#[derive(PartialEq)]
pub(super) struct News {
    loud: Vec<notice::Loud>,
    week: Week,
}

/// What concerns the reader.
pub(super) fn news(desk: Desk) -> Memo<News> {
    Memo::new(move |_| {
        let (loud, week) = desk.news();
        News { loud, week }
    })
}

/// The section.
#[component]
pub(super) fn Loud(news: Memo<News>) -> AnyView {
    let (l, desk) = (list_says(), desk());
    let any = Memo::new(move |_| news.with(|news| !news.loud.is_empty()));
    let rows = move || {
        news.with(|news| news.loud.iter().filter_map(|loud| row(desk, loud)).collect::<Vec<_>>())
    };
    view! {
        {move || any.get().then(|| view! {
            <section class="slip echoes" aria-labelledby="loud">
                <h2 id="loud">{l.waits}</h2>
                <ul class="list">{rows}</ul>
            </section>
        })}
        <p class="sm dim">{move || news.with(|news| (l.week)(&news.week))}</p>
    }
}

fn row(desk: Desk, loud: &notice::Loud) -> Option<AnyView> {
    let l = list_says();
    match loud {
        notice::Loud::Invited { session, on } => {
            let day = on.map(|on| words().lang.evening(on, clock::now()));
            let title = desk.evening(*session)?.session.title;
            let route = Route::Session(*session, Room::Overview);
            Some(link("bench", (l.invited)(day.as_deref()), &title, route))
        }
        notice::Loud::Answer { about, kind: Kind::Session } => {
            let title = desk.evening(*about)?.session.title;
            Some(link(
                "comment",
                l.answer[2].to_owned(),
                &title,
                Route::Session(*about, Room::Advice),
            ))
        }
        notice::Loud::Answer { about, .. } => action(desk, *about),
        notice::Loud::Moved(owed) => {
            let matter = matter(desk, owed.about)?;
            let told = view! {
                <li class="col tight">
                    <p class="row sm b"><Icon name="echo" />{l.moved}</p>
                    <p class="sm"><span lang=tongue(&matter.what)>{matter.what.clone()}</span>" · "
                        <span lang=tongue(&matter.outcome)>{matter.outcome.clone()}</span></p>
                    <Known owed=owed.clone() matter=matter />
                </li>
            };
            Some(told.into_any())
        }
    }
}

fn action(desk: Desk, id: Id) -> Option<AnyView> {
    let l = list_says();
    let doing = desk.doing(id)?;
    let asked = doing.action.asked.is_some_and(|asked| asked.by != desk.person());
    let (icon, told) = if asked { ("clock", l.answer[1]) } else { ("act", l.answer[0]) };
    Some(link(icon, told.to_owned(), &doing.what, Route::Action(id)))
}

fn link(icon: &'static str, told: String, what: &str, to: Route) -> AnyView {
    view! {
        <li><a href=to.path()><Icon name=icon />
            <span>{told}<small lang=tongue(what)>{what.to_owned()}</small></span>
            <span class="end"><Icon name="right" /></span></a></li>
    }
    .into_any()
}
