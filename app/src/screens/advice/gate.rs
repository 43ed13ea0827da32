//! The foot: nothing is handed over before every piece has its answer; then it is, and then things are done.

use domain::{
    Id, Kind, Refusal, SessionAct, Stage,
    session::{Lacking, lacking},
};

use super::{says, table::Table};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{CommitTrouble, Icon, Trouble, keep},
    prelude::*,
    routes::{Room, Route},
};

/// The step from a stage, and its name; none where it is taken elsewhere.
fn step(stage: Stage) -> Option<(Stage, &'static str)> {
    let g = says().gate;
    match stage {
        Stage::HandedOver => Some((Stage::Acting, g.begin)),
        Stage::Planned
        | Stage::Researching
        | Stage::Noticed
        | Stage::Ready
        | Stage::InSession
        | Stage::Drafting
        | Stage::Checking
        | Stage::Sealed => Some((Stage::HandedOver, g.hand_over)),
        Stage::Acting
        | Stage::Closed
        | Stage::Revisited
        | Stage::Archived
        | Stage::Postponed
        | Stage::Cancelled => None,
    }
}

/// Why the reader may not take a step; tracked.
fn refused(desk: Desk, table: Table, to: Stage) -> Option<Refusal> {
    let (id, scope, from) = table.shown.with(|all| (all.id, all.village(), all.session.stage));
    let act = SessionAct::Proceed { from, to, why: None };
    desk.may(Kind::Session, id, scope, act.into()).err()
}

/// What is lacking before a step; tracked.
fn lacks(desk: Desk, id: Id, to: Stage) -> Vec<Lacking> {
    desk.in_room(id, |room| lacking(to, room.session, room, clock::now())).unwrap_or_default()
}

/// The foot.
#[component]
pub(super) fn Gate(table: Table) -> AnyView {
    let (w, g, desk) = (words(), says().gate, desk());
    let shown = table.shown;
    let id = shown.with_untracked(|all| all.id);
    let trouble = Trouble::new();
    let stage = Memo::new(move |_| shown.with(|all| all.session.stage));
    // to those who were not there it is told how far it is
    let within = Memo::new(move |_| shown.with(|all| all.within));
    let lack = Memo::new(move |_| {
        step(stage.get()).map(|(to, _)| lacks(desk, id, to)).unwrap_or_default()
    });
    let refusal = Memo::new(move |_| refused(desk, table, step(stage.get())?.0));
    let early = Memo::new(move |_| stage.get() < Stage::Sealed);
    let barred = Memo::new(move |_| {
        early.get() || !lack.with(Vec::is_empty) || refusal.with(Option::is_some)
    });
    let none = Memo::new(move |_| shown.with(|all| all.pieces.is_empty()));
    let why = move || {
        let lack = lack.get();
        let says = match stage.get() {
            Stage::HandedOver => g.handed_over,
            Stage::Sealed if lack.contains(&Lacking::Unanswered) => g.unanswered,
            Stage::Sealed if lack.contains(&Lacking::Unfollowed) => g.unfollowed,
            Stage::Sealed if none.get() => g.ready_none,
            Stage::Sealed => g.ready,
            stage if step(stage).is_none() => g.going,
            _ => g.not_sealed,
        };
        let who = refusal
            .get()
            .filter(|_| within.get())
            .map(|refusal| w.refusal(&refusal, |id| desk.name_of(id)));
        who.map_or_else(|| says.to_owned(), |who| format!("{says}{}{who}", w.advice().gate.between))
    };
    let waits = Memo::new(move |_| !table.open().is_empty());
    view! {
        <section class="dock foot" aria-label=g.label>
            <p class="sm lh" id="gate" role="status">{why}</p>
            <CommitTrouble error=trouble.said />
            <div class="btns">
                {move || waits.get().then(|| view! {
                    <button type="button" class="btn" on:click=move |_| table.next()>{g.next}</button>
                })}
                {move || match step(stage.get()).filter(|_| within.get()) {
                    Some((to, name)) => {
                        view! { <Press table=table to=to name=name barred=barred trouble=trouble /> }
                    }
                    None => view! {
                        <a class="btn do" href=Route::Actions.path()><Icon name="act" />{g.to_actions}</a>
                    },
                }}
                {move || (early.get() && !waits.get()).then(|| view! {
                    <a class="btn" href=Route::Session(id, Room::Seal).path()>{g.to_seal}</a>
                })}
            </div>
        </section>
    }
}

/// The button that takes the step; a blocked one keeps the focus and names its reason.
#[component]
fn Press(
    table: Table,
    to: Stage,
    name: &'static str,
    barred: Memo<bool>,
    trouble: Trouble,
) -> AnyView {
    let press = move |_| {
        if barred.get_untracked() {
            return;
        }
        let (id, scope, from) =
            table.shown.with_untracked(|all| (all.id, all.village(), all.session.stage));
        let act = SessionAct::Proceed { from, to, why: None };
        keep(trouble, vec![(Kind::Session, id, scope, act.into())], || ());
    };
    view! {
        <button type="button" class="btn" class:do=move || !barred.get() aria-describedby="gate"
            aria-disabled=move || barred.get().then_some("true") on:click=press>
            {move || barred.get().then(|| view! { <Icon name="lock" /> })}{name}
        </button>
    }
}
