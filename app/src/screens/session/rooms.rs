//! The ways into the rooms of a session, those that its stage asks for first.

use domain::Stage;

use crate::{
    desk::Evening,
    look::words,
    parts::Icon,
    prelude::*,
    routes::{Room, Route},
};

/// The rooms of a stage, in the order in which they are wanted.
fn wanted(stage: Stage) -> &'static [Room] {
    use Room as R;
    match stage {
        Stage::Planned | Stage::Researching | Stage::Postponed => {
            &[R::Seats, R::Paper, R::Agenda, R::Print]
        }
        Stage::Noticed => &[R::Seats, R::Paper, R::Agenda, R::Print, R::Bench],
        Stage::Ready => &[R::Bench, R::Seats, R::Paper, R::Agenda, R::Print],
        Stage::InSession => &[R::Bench, R::Paper, R::Seats, R::Agenda],
        Stage::Drafting => &[R::Minutes, R::Bench, R::Paper, R::Seats],
        Stage::Checking => &[R::Check, R::Seal, R::Minutes, R::Paper, R::Seats],
        Stage::Sealed
        | Stage::HandedOver
        | Stage::Acting
        | Stage::Closed
        | Stage::Revisited
        | Stage::Archived => &[R::Advice, R::Seal, R::Minutes, R::Paper, R::Seats, R::Print],
        Stage::Cancelled => &[R::Seats, R::Paper],
    }
}

/// The list; for those who are not asked, the sentence that says so.
#[component]
pub(super) fn Rooms(shown: Memo<Evening>, within: Memo<bool>) -> AnyView {
    let w = words().gather();
    let o = w.overview;
    let id = shown.with_untracked(|evening| evening.id);
    let stage = Memo::new(move |_| shown.with(|evening| evening.session.stage));
    child(move || {
        if !within.get() {
            return view! { <p class="note"><Icon name="lock" /><span>{o.outside}</span></p> }
                .into_any();
        }
        let rows = wanted(stage.get()).iter().map(|room| {
            let (icon, (name, says)) = sign(*room);
            view! {
                <li>
                    <a href=Route::Session(id, *room).path()>
                        {icon}
                        <span>{name}<small>{says}</small></span>
                        <span class="end"><Icon name="right" /></span>
                    </a>
                </li>
            }
        });
        view! {
            <section aria-labelledby="rooms">
                <div class="head"><h2 id="rooms">{o.rooms}</h2></div>
                <ul class="list">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// What stands over the door of a room.
pub(super) fn sign(room: Room) -> (AnyView, (&'static str, &'static str)) {
    let names = &words().gather().overview.room;
    let (icon, at) = match room {
        Room::Seats | Room::Overview => (view! { <Icon name="people" /> }, 0),
        Room::Agenda => (view! { <Icon name="clock" /> }, 1),
        Room::Paper => (view! { <Icon name="doc" /> }, 2),
        Room::Print => (view! { <Icon name="print" /> }, 3),
        Room::Bench => (view! { <Icon name="ring" /> }, 4),
        Room::Minutes => (view! { <Icon name="pen" /> }, 5),
        Room::Check => (view! { <Icon name="checks" /> }, 6),
        Room::Seal => (view! { <Icon name="lock" /> }, 7),
        Room::Advice => (view! { <Icon name="full" /> }, 8),
    };
    (icon, names[at])
}
