//! One issue: what it is about, the bench line with every step it has come, and what can be done now.

mod bench;
mod check;
mod come;
mod draft;
mod edit;
mod hero;
mod history;
mod lines;
mod merge;
mod moves;
mod names;
mod pass_on;
mod pictures;
mod remarks;
mod thread;
mod way;

use std::sync::Arc;

use domain::Id;

use self::{
    bench::Bench, check::WantsEyes, come::Come, edit::Fields, hero::Hero, history::History,
    moves::Moves, pass_on::PassOn, pictures::Pictures, remarks::Remarks, thread::Thread,
};
pub(crate) use self::{
    draft::draft,
    lines::{Line, local, moment},
    names::named,
    pictures::Shots,
    thread::part_of,
    way::{Form, WayBoxes, sample},
};
use crate::{
    desk::{Seen, desk},
    look::words,
    parts::{Bar, Frame, Icon, while_here},
    prelude::*,
    replica,
    routes::Route,
    screens::{experts::WhoKnows, issues::Skeleton},
};

/// The page of an issue.
#[component]
pub(crate) fn IssueScreen(id: Id) -> AnyView {
    let (w, desk) = (words(), desk());
    let issue = Memo::new(move |_| desk.issue(id));
    let note =
        Memo::new(move |_| issue.with(|seen| seen.as_deref().map(address)).unwrap_or_default());
    let top = move || view! { <Bar back=Route::Board title=w.issue().title note=note.get() /> };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            {while_here(issue, |shown| view! { <Page shown=shown /> }, || view! { <Missing /> })}
        </Frame>
    }
}

/// 上枫村 · 第 23 号
pub(crate) fn address(seen: &Seen) -> String {
    let w = words().common;
    let village = desk().place_name(seen.issue.village).unwrap_or_default();
    let number = seen.issue.number.map_or_else(|| w.no_number.to_owned(), w.number);
    if village.is_empty() { number } else { format!("{village} · {number}") }
}

#[component]
fn Page(shown: Memo<Arc<Seen>>) -> AnyView {
    let id = shown.with_untracked(|seen| seen.id);
    let come = Memo::new(move |_| Come::of(desk(), id));
    view! {
        <Hero shown=shown />
        <WantsEyes shown=shown />
        <Thread shown=shown come=come />
        <PassOn shown=shown come=come />
        <Bench shown=shown />
        <WhoKnows shown=shown />
        <Moves shown=shown />
        <Pictures shown=shown />
        <Remarks shown=shown />
        <Fields shown=shown />
        <History shown=shown />
    }
}

/// There is no such issue on this phone: it may still be on its way, or not be for the reader.
#[component]
pub(crate) fn Missing() -> AnyView {
    let (w, desk) = (words(), desk());
    let asking = Memo::new(move |_| {
        use replica::Line as L;
        matches!(desk.line.get(), L::Asking | L::Sending { .. })
    });
    child(move || {
        if asking.get() {
            return view! { <h2>{w.issue().looking}</h2><Skeleton /> }.into_any();
        }
        view! {
            <div class="state">
                <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
                <h2>{w.issue().missing}</h2>
                <p>{w.issue().missing_hint}</p>
                <div class="btns">
                    <a class="btn" href=Route::Board.path()>{w.issue().to_board}</a>
                    <button class="btn" on:click=move |_| desk.nudge()>
                        <Icon name="sync" />{w.trouble.again}
                    </button>
                </div>
            </div>
        }
        .into_any()
    })
}
