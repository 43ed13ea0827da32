//! 条条有答复: what was advised in a session, its answers, what comes of them, and the hand-over.

mod act;
mod answered;
mod answering;
mod counter;
mod field;
mod gate;
mod group;
mod next;
mod open;
mod other;
mod out;
mod remarks;
mod room;
mod save;
mod sheet;
mod sources;
mod table;
mod voice;

use domain::Id;
use words::Advice;

use self::{
    answered::AnsweredList,
    counter::Counter,
    gate::Gate,
    open::OpenList,
    out::Out,
    room::{Advised, Piece, advised},
    sources::SourceList,
    table::Table,
};
use crate::{
    clock,
    desk::desk,
    look::words,
    parts::{Bar, Frame, Icon, WhereaboutsBadge, while_here},
    prelude::*,
    routes::{Room, Route},
};

/// What this screen says.
fn says() -> &'static Advice {
    words().advice()
}

/// What was advised, from anywhere on this screen. What has been on it stays there should it leave the phone.
type Shown = Memo<Advised>;

/// The screen.
#[component]
pub(crate) fn AdviceScreen(id: Id) -> AnyView {
    let whole = |shown| view! { <Whole shown=shown /> };
    while_here(advised(id), whole, move || view! { <Missing id=id /> })
}

#[component]
fn Whole(shown: Shown) -> AnyView {
    let (lang, a) = (words().lang, says());
    let (id, on) = shown.with_untracked(|all| (all.id, all.session.on));
    let table = Table::lay(shown);
    let day = on.map(|on| lang.date(on, clock::now()));
    let count = Memo::new(move |_| shown.with(|all| all.heads().count()));
    let badge = move || view! { <WhereaboutsBadge at=shown.with(|all| all.whereabouts) /> };
    let top = child(move || {
        let note = (a.note)(day.as_deref(), count.get());
        view! { <Bar back=Route::Session(id, Room::Overview) title=a.title note=note>{badge}</Bar> }
    });
    let reads = Memo::new(move |_| shown.with(|all| all.within || all.handed_over()));
    let foot = child(move || reads.get().then(|| view! { <Gate table=table /> }));
    view! {
        <Frame top=top foot=Some(foot) over=None>
            {move || if reads.get() {
                view! {
                    <Counter table=table />
                    <OpenList table=table />
                    <AnsweredList table=table />
                    <SourceList table=table />
                    <Out table=table />
                }
            } else {
                view! { <p class="note"><Icon name="lock" /><span>{a.outside}</span></p> }
            }}
        </Frame>
    }
}

/// There is no such session on this phone.
#[component]
fn Missing(id: Id) -> AnyView {
    let (w, a, desk) = (words(), says(), desk());
    let top = view! { <Bar back=Route::Session(id, Room::Overview) title=a.title /> };
    view! {
        <Frame top=top foot=None over=None>
            <div class="state">
                <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
                <h2>{a.missing[0]}</h2>
                <p>{a.missing[1]}</p>
                <button class="btn" on:click=move |_| desk.nudge()><Icon name="sync" />{w.trouble.again}</button>
            </div>
        </Frame>
    }
}
