//! Sessions before and around the evening: the list, the plan, and the rooms that prepare it.

mod add;
mod agenda;
mod brief;
mod card;
mod day;
mod facts;
mod invitation;
mod invite;
mod list;
mod meets;
mod mend;
mod overview;
mod pack;
mod paper;
mod people;
mod pick;
mod plan;
mod print;
mod rooms;
mod seat;
mod seats;
mod stages;
mod steps;
mod timetable;
mod together;
mod told;
mod trail;
mod voices;
mod when;
mod you;

use domain::{Id, Kind, Scope, SessionAct};

use self::{
    agenda::AgendaRoom, list::ListScreen, overview::OverviewRoom, paper::PaperRoom,
    plan::PlanScreen, print::PrintRoom, seats::SeatsRoom,
};
pub(crate) use self::{list::may_plan, mend::Mend};
use crate::{
    desk::{Desk, Evening, desk},
    look::words,
    parts::{Bar, Frame, Icon, WhereaboutsBadge, while_here},
    prelude::*,
    replica,
    routes::{Room, Route},
    screens::issues::Skeleton,
};

pub(in crate::screens) use self::meets::meets;
pub(in crate::screens) use timetable::{OneMore, Timetable, whole};
pub(in crate::screens) use together::planned;

/// The screen of an address around a session, but for what is read and printed.
#[component]
pub(crate) fn SessionScreen(route: Route) -> AnyView {
    match route {
        Route::Plan(from) => view! { <PlanScreen from=from entry=None /> },
        Route::Convene(entry) => view! { <PlanScreen from=None entry=Some(entry) /> },
        Route::Session(id, room) => {
            let inner: fn(Memo<Evening>) -> AnyView = match room {
                Room::Seats => |shown| view! { <SeatsRoom shown=shown /> },
                Room::Agenda => |shown| view! { <AgendaRoom shown=shown /> },
                Room::Overview
                | Room::Paper
                | Room::Print
                | Room::Bench
                | Room::Minutes
                | Room::Check
                | Room::Advice
                | Room::Seal => |shown| view! { <OverviewRoom shown=shown /> },
            };
            view! { <RoomScreen id=id room=room inner=inner /> }
        }
        _ => view! { <ListScreen /> },
    }
}

/// What is read before an evening, and what is printed for it.
#[component]
pub(crate) fn PaperScreen(id: Id, room: Room) -> AnyView {
    let inner: fn(Memo<Evening>) -> AnyView = if room == Room::Print {
        |shown| view! { <PrintRoom shown=shown /> }
    } else {
        |shown| view! { <PaperRoom shown=shown /> }
    };
    view! { <RoomScreen id=id room=room inner=inner /> }
}

/// Whether the reader may do something to the session itself; tracked.
fn may(desk: Desk, evening: &Evening, act: SessionAct) -> Result<(), domain::Refusal> {
    let scope = Scope::Village(evening.session.village);
    desk.may(Kind::Session, evening.id, scope, act.into())
}

/// A room of a session, under its heading.
#[component]
fn RoomScreen(id: Id, room: Room, inner: fn(Memo<Evening>) -> AnyView) -> AnyView {
    let (w, desk) = (words().gather(), desk());
    let evening = Memo::new(move |_| desk.evening(id));
    let title = heading(room);
    let note = Memo::new(move |_| {
        let evening = evening.get().filter(|_| room != Room::Overview);
        evening.map(|evening| evening.session.title).unwrap_or_default()
    });
    let back =
        if room == Room::Overview { Route::Sessions } else { Route::Session(id, Room::Overview) };
    let badge =
        move || evening.get().map(|evening| view! { <WhereaboutsBadge at=evening.whereabouts /> });
    let top = move || view! { <Bar back=back title=title note=note.get()>{badge}</Bar> };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            {while_here(evening, inner, move || view! { <Away told=w.overview.missing /> })}
        </Frame>
    }
}

fn heading(room: Room) -> &'static str {
    let w = words().gather();
    match room {
        Room::Seats => w.seats.title,
        Room::Agenda => w.agenda.title,
        Room::Paper => w.paper.title.0,
        Room::Print => w.print.title,
        Room::Overview | Room::Bench | Room::Minutes | Room::Check | Room::Advice | Room::Seal => {
            w.overview.title
        }
    }
}

/// What is asked for is not on this phone: it may still be on its way.
#[component]
fn Away(told: (&'static str, &'static str)) -> AnyView {
    use replica::Line as L;
    let (w, desk) = (words(), desk());
    let asking = Memo::new(move |_| matches!(desk.line.get(), L::Asking | L::Sending { .. }));
    child(move || {
        if asking.get() {
            return view! { <Skeleton /> };
        }
        view! {
            <div class="state">
                <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
                <h2>{told.0}</h2>
                <p>{told.1}</p>
                <div class="btns">
                    <a class="btn" href=Route::Sessions.path()>{w.common.sessions}</a>
                    <button class="btn" on:click=move |_| desk.nudge()>
                        <Icon name="sync" />{w.trouble.again}
                    </button>
                </div>
            </div>
        }
        .into_any()
    })
}
