//! What comes of an evening: the minutes written from what was taken down, read back sentence by sentence, signed and
//! sealed.

mod aloud;
mod annex;
mod answers;
mod boxes;
mod check;
mod consensus;
mod draft;
mod flag;
mod hands;
mod otherwise;
mod out;
mod room;
mod row;
mod seal;
mod sealed;
mod sheet;
mod sign;
mod statement;
mod tally;
mod tasks;
mod voice;

use domain::{Id, Stage};
use words::Minutes;

use self::{
    check::CheckRoom,
    draft::DraftRoom,
    room::{Papers, papers},
    seal::SealRoom,
    sealed::SealedRoom,
};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Bar, Frame, Icon, WhereaboutsBadge, while_here},
    prelude::*,
    routes::{Room, Route, way},
};

/// What these rooms say.
fn says() -> &'static Minutes {
    words().minutes()
}

/// The papers, from anywhere in these rooms. What has been on the screen stays there should it leave the phone.
type Shown = Memo<Papers>;

/// Minutes and read-back of a session.
#[component]
pub(crate) fn MinutesScreen(id: Id, room: Room) -> AnyView {
    with_papers(id, move |shown| view! { <Rooms shown=shown room=room /> })
}

/// Signatures, the seal, and what goes out from there.
#[component]
pub(crate) fn SealScreen(id: Id) -> AnyView {
    with_papers(id, move |shown| view! { <SealRooms shown=shown /> })
}

fn with_papers(id: Id, room: impl Fn(Shown) -> AnyView + Send + 'static) -> AnyView {
    while_here(papers(id), room, move || view! { <Missing id=id /> })
}

#[component]
fn Rooms(shown: Shown, room: Room) -> AnyView {
    let (id, way, desk) = (shown.with_untracked(|papers| papers.id), way(), desk());
    let stage = Memo::new(move |_| shown.with(|papers| papers.session.stage));
    // what is sealed has one page, whichever way one comes
    Effect::new(move |_| {
        if stage.get().sealed() {
            way.replace(Route::Session(id, Room::Seal));
        }
    });
    let written = Memo::new(move |_| written(shown, desk));
    child(move || match (written.get(), stage.get(), room) {
        (true, Stage::Checking, Room::Check) => view! { <CheckRoom shown=shown /> },
        // nothing is read back before somebody says that it is written
        (true, _, _) => view! { <DraftRoom shown=shown /> },
        (false, _, _) => view! { <NotYet shown=shown /> },
    })
}

#[component]
fn SealRooms(shown: Shown) -> AnyView {
    let desk = desk();
    let sealed = Memo::new(move |_| shown.with(|papers| papers.session.stage.sealed()));
    let written = Memo::new(move |_| written(shown, desk));
    child(move || match (sealed.get(), written.get()) {
        (true, _) => view! { <SealedRoom shown=shown /> },
        (false, true) => view! { <SealRoom shown=shown /> },
        (false, false) => view! { <NotYet shown=shown /> },
    })
}

/// The heading of a room: the day under it, and where the newest words are at its end.
fn bar(shown: Shown, back: Room, title: &'static str, note: &'static str) -> AnyView {
    let (lang, now) = (words().lang, clock::now());
    let (id, on) = shown.with_untracked(|papers| (papers.id, papers.session.on));
    let note = match on {
        Some(on) => format!("{} · {note}", lang.date(on, now)),
        None => note.to_owned(),
    };
    let badge = move || view! { <WhereaboutsBadge at=shown.with(|papers| papers.whereabouts) /> };
    view! { <Bar back=Route::Session(id, back) title=title note=note>{badge}</Bar> }
}

/// Whether the reader reads what lies in the session, and it is written up; tracked.
fn written(shown: Shown, desk: Desk) -> bool {
    let (scope, stage) = shown.with(|papers| (papers.scope(), papers.session.stage));
    matches!(stage, Stage::Drafting | Stage::Checking) && desk.who().reads(scope)
}

/// There is nothing to write up yet: people still sit together, or have not sat down. Or it is not for the reader.
#[component]
fn NotYet(shown: Shown) -> AnyView {
    let (w, m) = (words(), says());
    let (id, stage) = shown.with_untracked(|papers| (papers.id, papers.session.stage));
    let (told, to, name) = match stage {
        Stage::InSession => (m.going_on, Room::Bench, m.to_bench),
        Stage::Drafting | Stage::Checking => (m.not_for_you, Room::Overview, m.to_session),
        _ => (m.not_yet, Room::Overview, m.to_session),
    };
    let top = bar(shown, Room::Overview, m.title, words::session::stage(w.lang, stage));
    view! {
        <Frame top=top foot=None over=None>
            <div class="state">
                <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
                <p>{told}</p>
                <a class="btn do" href=Route::Session(id, to).path()>{name}</a>
            </div>
        </Frame>
    }
}

/// There is no such session on this phone.
#[component]
fn Missing(id: Id) -> AnyView {
    let (w, m, desk) = (words(), says(), desk());
    let top = view! { <Bar back=Route::Session(id, Room::Overview) title=m.title /> };
    view! {
        <Frame top=top foot=None over=None>
            <div class="state">
                <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
                <h2>{m.missing}</h2>
                <p>{m.missing_hint}</p>
                <button class="btn" on:click=move |_| desk.nudge()><Icon name="sync" />{w.trouble.again}</button>
            </div>
        </Frame>
    }
}
