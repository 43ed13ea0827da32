//! What waits for an answer: a card each, with all that says the same, and the answer under it.

use domain::{Act, Id, Kind, Stage};

use super::{
    act,
    answering::AnswerForm,
    group::Grouping,
    next::Names,
    remarks::{Remark, Remarks},
    says,
    sheet::{Sheet, sheet},
    table::{Table, card},
    voice::Voices,
};
use crate::{
    desk::{Whereabouts, desk},
    parts::{CommitTrouble, Icon, Trouble, keep},
    prelude::*,
};

/// All of them.
#[component]
pub(super) fn OpenList(table: Table) -> AnyView {
    let ids = Memo::new(move |_| table.open());
    view! {
        <Names table=table />
        <ol class="col" class:none=move || ids.with(Vec::is_empty)>
            <For each=move || ids.get() key=|id| id.to_string()
                children=move |id| view! { <Open table=table id=id /> } />
        </ol>
    }
}

/// One of them.
#[component]
fn Open(table: Table, id: Id) -> AnyView {
    let desk = desk();
    let shown = table.shown;
    let piece = Memo::new(move |_| shown.with(|all| all.one(id).cloned()));
    let local = Memo::new(move |_| {
        piece.with(|piece| piece.as_ref().is_some_and(|p| p.whereabouts == Whereabouts::Local))
    });
    let answers = Memo::new(move |_| {
        let piece = piece.get();
        piece.is_some_and(|piece| act::barred(desk, &piece, act::an_answer()).is_none())
    });
    let writing = sheet(id);
    // an answer that stands and says nothing of what comes of it is where one goes on from
    if let Some(piece) = piece.get_untracked().filter(|piece| piece.advice.unfollowed())
        && writing.with_untracked(|sheet| *sheet == Sheet::default())
    {
        writing.set(Sheet { anew: false, ..Sheet::anew(&piece.advice) });
    }
    let unfollowed = move || {
        let unfollowed = piece.with(|piece| piece.as_ref().is_some_and(|p| p.advice.unfollowed()));
        unfollowed.then(|| {
            view! {
                <p class="row sm och"><Icon name="half" />{says().follows_nothing}</p>
            }
        })
    };
    view! {
        <li class="slip open" class:local=move || local.get() id=card(id) tabindex="-1">
            <Voices table=table id=id />
            <Remarks table=table id=id />
            {unfollowed}
            {move || answers.get().then(|| view! { <AnswerForm table=table id=id sheet=writing /> })}
            <div class="more">
                <Grouping table=table id=id />
                <Remark table=table id=id />
                <Drop table=table id=id />
            </div>
        </li>
    }
}

/// Until the seal, what is no advice after all is taken off again.
#[component]
fn Drop(table: Table, id: Id) -> AnyView {
    let (a, desk) = (says(), desk());
    let shown = table.shown;
    let trouble = Trouble::new();
    let may = Memo::new(move |_| {
        let early = shown.with(|all| all.session.stage < Stage::Sealed);
        let piece = shown.with(|all| all.one(id).cloned());
        early
            && piece.is_some_and(|piece| {
                let alone = shown.with(|all| all.beside(id).is_empty());
                alone
                    && piece.advice.verdict.is_none()
                    && act::barred(desk, &piece, Act::Withdraw).is_none()
            })
    });
    let drop = move |_| {
        let scope = shown.with_untracked(|all| all.one(id).map(|piece| piece.scope));
        if let Some(scope) = scope {
            keep(trouble, vec![(Kind::Advice, id, scope, Act::Withdraw)], || ());
        }
    };
    child(move || {
        may.get().then(|| view! {
            <div><button type="button" class="chip" on:click=drop><Icon name="trash" />{a.drop}</button></div>
            <CommitTrouble error=trouble.said />
        })
    })
}
