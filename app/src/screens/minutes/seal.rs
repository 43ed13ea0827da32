//! What will be sealed, in full; the signatures under it; the seal itself.

use domain::{
    Act, Id, Kind, Scope, SessionAct, Stage, Standing,
    form::Value,
    session::{Lacking, lacking},
};
use words::paper::{Head, Paper};

use super::{
    Papers, Shown, bar,
    boxes::{Deed, Trouble, keep},
    says,
    sheet::sheet,
    sign::Signing,
};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{CommitTrouble, Frame, Icon},
    prelude::*,
    routes::{Room, Route},
};

/// The room before the seal.
#[component]
pub(super) fn SealRoom(shown: Shown) -> AnyView {
    let (s, desk) = (says().seal, desk());
    let id = shown.with_untracked(|papers| papers.id);
    let digest = Signal::derive(move || shown.with(|papers| papers.digest.clone()));
    let page = move |print: bool| {
        move || {
            let content = content(desk, id)?;
            let paper = Paper::internal(&content)?;
            Some(sheet(&paper, &head(shown, None), print))
        }
    };
    let print = move |_| {
        if window().print().is_err() {
            leptos::logging::warn!("nothing is printed");
        }
    };
    let open = move || {
        let blank = shown.with(|papers| papers.said.iter().filter(|said| !said.worded()).count());
        (blank > 0).then(
            || view! { <p class="note"><Icon name="info" /><span>{(s.blank)(blank)}</span></p> },
        )
    };
    let top = bar(shown, Room::Check, s.title, says().note);
    let foot = view! { <Foot shown=shown /> };
    view! {
        <Frame top=top foot=Some(foot) over=None>
        <div class="sealed-room">
            <section class="col" aria-labelledby="read">
                <div class="head"><h2 id="read">{s.read}</h2></div>
                <p class="sm dim">{s.read_hint}</p>
                {open}
                {page(false)}
                <div><button type="button" class="btn" on:click=print><Icon name="print" />{s.print_draft}</button></div>
            </section>
            <section class="col" aria-labelledby="sign">
                <div class="head"><h2 id="sign">{s.signatures}</h2></div>
                <Signing shown=shown about=id digest=digest />
            </section>
            {page(true)}
        </div>
        </Frame>
    }
}

/// What would be sealed now; tracked.
fn content(desk: Desk, id: Id) -> Option<Value> {
    desk.in_room(id, |room| room.plain().ok()).flatten()
}

/// What stands around the page of a session; tracked.
pub(super) fn head(shown: Shown, seal: Option<&domain::session::Seal>) -> Head {
    let desk = desk();
    let village = shown.with(|papers| papers.session.village);
    let village = desk.place(village).map(|place| place.name).unwrap_or_default();
    let origin = window().location().origin().unwrap_or_default();
    Head {
        village,
        at: seal.map_or_else(clock::now, |seal| seal.at),
        code: seal.map(|seal| seal.code.clone()),
        number: seal.and_then(|seal| seal.number),
        address: seal.map(|seal| format!("{origin}/verify/{}", seal.code)).unwrap_or_default(),
    }
}

/// The seal, and what is still lacking before it may be pressed.
#[component]
fn Foot(shown: Shown) -> AnyView {
    let (w, s, desk) = (words(), says().seal, desk());
    let id = shown.with_untracked(|papers| papers.id);
    let trouble = Trouble::new();
    let lacks = Memo::new(move |_| {
        if shown.with(|papers| papers.session.stage != Stage::Checking) {
            return vec![Lacking::Unasked];
        }
        desk.in_room(id, |room| lacking(Stage::Sealed, room.session, room, clock::now()))
            .unwrap_or_default()
    });
    let may = Memo::new(move |_| {
        let village = shown.with(|papers| papers.session.village);
        let press = SessionAct::Seal { digest: String::new() };
        desk.may(Kind::Session, id, Scope::Village(village), press.into()).is_ok()
    });
    let why = move || {
        let lacks = lacks.get();
        let names: Vec<_> =
            lacks.iter().map(|what| words::session::lacking(w.lang, *what)).collect();
        match (names.is_empty(), may.get()) {
            (false, _) => (s.lacks)(&names.join(s.and)),
            (true, true) => s.ready.to_owned(),
            (true, false) => s.not_yours.to_owned(),
        }
    };
    let barred = Memo::new(move |_| lacks.with(|lacks| !lacks.is_empty()) || !may.get());
    let asked = Memo::new(move |_| {
        lacks.with(|lacks| lacks.contains(&Lacking::Unasked) || lacks.contains(&Lacking::Waiting))
    });
    let press = move |_| {
        if !barred.get_untracked() {
            keep(
                trouble,
                untrack(|| shown.with(|papers| pressed(desk, papers, s.no_outcome))),
                || (),
            );
        }
    };
    view! {
        <section class="dock foot" aria-label=s.press>
            <p class="sm lh" id="why" role="status">{why}</p>
            <CommitTrouble error=trouble.said />
            <div class="btns">
                {move || asked.get().then(|| view! {
                    <a class="btn" href=Route::Session(id, Room::Check).path()><Icon name="check" />{s.to_check}</a>
                })}
                <button type="button" class="btn" class:do=move || !barred.get() aria-describedby="why"
                    aria-disabled=move || barred.get().then_some("true") on:click=press>
                    <Icon name="lock" />{s.press}
                </button>
            </div>
        </section>
    }
}

/// Pressing the seal; what was talked through is said of its issues in the same breath.
fn pressed(desk: Desk, papers: &Papers, nothing: &str) -> Vec<Deed> {
    let village = Scope::Village(papers.session.village);
    let press = SessionAct::Seal { digest: papers.digest.clone() };
    let mut deeds = vec![(Kind::Session, papers.id, village, press.into())];
    let points = papers.minutes.points();
    deeds.extend(consulted(desk, papers, points.first().map_or(nothing, String::as_str)));
    deeds
}

/// What comes of a session for those of its issues that still wait for it, where the reader may say so; tracked.
pub(super) fn consulted(desk: Desk, papers: &Papers, outcome: &str) -> Vec<Deed> {
    let issue = |id: &Id| -> Option<Deed> {
        let seen = desk.issue(*id)?;
        let act = Act::Consult { outcome: outcome.to_owned(), session: Some(papers.id) };
        let waits = seen.issue.standing == Standing::Scheduled;
        let may = desk.may(Kind::Issue, *id, seen.scope, act.clone()).is_ok();
        (waits && may).then_some((Kind::Issue, *id, seen.scope, act))
    };
    papers.session.issues.iter().filter_map(issue).collect()
}
