//! What somebody with a seat and a phone of their own must know: come and sit, the day has changed, it is off.

use domain::{
    Id, Kind, Millis, Scope, SessionAct, Stage,
    session::{How, seat::Seated},
};

use super::{card::DayAndPlace, people::seats};
use crate::{
    clock,
    desk::{Desk, Evening, desk},
    look::words,
    parts::{CommitTrouble, Icon, tongue},
    prelude::*,
    routes::{Room, Route},
};

/// Whether somebody knows of the day and the place that now hold.
pub(super) fn knows(seated: &Seated, evening: &Evening) -> bool {
    let session = &evening.session;
    session.on.is_some() && seated.told_on == session.on && seated.told_where == session.place
}

/// What there is to tell.
#[derive(Clone, PartialEq)]
struct News {
    seat: Id,
    evening: Evening,
    /// The day that was told before, when it was another.
    was: Option<Millis>,
    why: Option<String>,
}

/// What the reader does not know yet; tracked.
fn news(desk: Desk, id: Id) -> Option<News> {
    let evening = desk.evening(id)?;
    let session = &evening.session;
    let announced = matches!(session.stage, Stage::Noticed | Stage::Ready);
    if !announced || session.on.is_none() || session.place.is_none() {
        return None;
    }
    let me = desk.person();
    let mine = |(_, seated): &(Id, Seated)| seated.seat.person == Some(me);
    let (seat, seated) = seats(desk, id).into_iter().find(mine)?;
    if knows(&seated, &evening) {
        return None;
    }
    let moved = session.trail.iter().rev().find(|step| step.moved_from.is_some());
    let why = moved.and_then(|step| step.why.clone()).filter(|_| seated.told_on.is_some());
    Some(News { seat, was: seated.told_on, why, evening })
}

/// The note; nothing for those who know or are not asked.
#[component]
pub(super) fn You(
    /// The session.
    id: Id,
    /// Whether the note leads to the session's page.
    #[prop(optional)]
    linked: bool,
) -> AnyView {
    let desk = desk();
    let news = Memo::new(move |_| news(desk, id));
    let error = RwSignal::new(None);
    child(move || news.get().map(|news| note(&news, linked, error)))
}

fn note(news: &News, linked: bool, error: RwSignal<Option<crate::desk::CommitError>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let o = w.gather().overview;
    let session = &news.evening.session;
    let (id, seat) = (news.evening.id, news.seat);
    let (on, place) = (session.on, session.place.clone());
    let known = move |_| {
        let Some((on, place)) = on.zip(place.clone()) else { return };
        let act = SessionAct::Tell { on, place, how: How::Own };
        leptos::task::spawn_local(async move {
            let told = desk.commit(Kind::Seat, seat, Scope::Session(id), act.into()).await;
            error.set(told.err());
        });
    };
    let was = news.was.filter(|was| Some(*was) != session.on);
    let was = was.map(|was| {
        let was = (o.was)(&w.lang.evening(was, clock::now()));
        view! { <p class="sm dim"><s>{was}</s></p> }
    });
    let why =
        news.why.clone().map(|why| view! { <p class="why" lang=tongue(&why)>{why.clone()}</p> });
    let title = session.title.clone();
    let heading = o.you[usize::from(news.was.is_some())];
    view! {
        <section class="slip you" aria-label=heading>
            <p class="row b och"><Icon name="bench" />{heading}</p>
            {linked.then(|| view! {
                <p class="song b"><a class="topic" href=Route::Session(id, Room::Overview).path() lang="zh-CN">{title}</a></p>
            })}
            <DayAndPlace on=session.on place=session.place.clone() />
            {was}
            {why}
            <button class="btn do" on:click=known><Icon name="check" />{w.common.understood}</button>
            <CommitTrouble error=error />
        </section>
    }
}
