//! Whose advice it is, and the words.

use domain::{
    FollowAct, Id, Kind,
    session::advice::{Advice, Via},
};

use super::{Advised, Piece, says, table::Table};
use crate::{
    desk::Whereabouts,
    look::words,
    parts::{CommitTrouble, Icon, Trouble, WhereaboutsBadge, keep, tongue},
    prelude::*,
};

/// What is said beside a name: the group or the office, and by which way it came unless on the bench.
pub(super) fn beside_name(advice: &Advice) -> String {
    let w = words();
    let voice = advice.voice.clone().unwrap_or_default();
    let (group, label) = (voice.group, voice.label);
    let role = voice.role.filter(|_| group.is_none() && label.is_none());
    let role = role.map(|role| (w.names.role)(role).to_owned());
    let via = advice.via.filter(|via| *via != Via::Bench);
    let via = via.map(|via| words::follow::via(w.lang, via).to_owned());
    [group, label, role, via].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The name; nobody's where none was given.
pub(super) fn name(advice: &Advice) -> String {
    let named = advice.voice.as_ref().map(|voice| voice.name.clone());
    named.filter(|name| !name.is_empty()).unwrap_or_else(|| says().nameless[0].to_owned())
}

/// One voice with its words, and its place where it leads.
pub(super) fn voice(all: &Advised, piece: &Piece) -> AnyView {
    let (name, beside) = (name(&piece.advice), beside_name(&piece.advice));
    let heads = all.heads().count();
    let place = piece.leads().then(|| (says().place)(all.place(piece.id), heads));
    let words = piece.advice.words.clone();
    let mark = match piece.whereabouts {
        Whereabouts::Local | Whereabouts::Sent => None,
        Whereabouts::Trouble => Some(view! { <WhereaboutsBadge at=piece.whereabouts /> }),
    };
    view! {
        <p class="who"><b lang=tongue(&name)>{name.clone()}</b>
            <span lang=tongue(&beside)>{beside.clone()}</span>
            {mark}<span class="end xs faint">{place}</span></p>
        <p class="say" lang=tongue(&words)>{words.clone()}</p>
    }
}

/// All voices of one card: the first, and those that say the same.
#[component]
pub(super) fn Voices(table: Table, id: Id) -> AnyView {
    let shown = table.shown;
    let first = Memo::new(move |_| {
        shown.with(|all| Some((all.one(id)?.clone(), all.place(id), all.heads().count())))
    });
    let beside = Memo::new(move |_| {
        shown.with(|all| all.beside(id).iter().map(|piece| piece.id).collect::<Vec<_>>())
    });
    let lead = move || {
        first.with(|_| ());
        shown.with_untracked(|all| all.one(id).map(|piece| voice(all, piece)))
    };
    view! {
        {lead}
        {move || Some(beside.with(Vec::len)).filter(|count| *count > 0).map(|count| view! {
            <p class="row xs dim"><Icon name="merge" />{(says().others)(count)}</p>
        })}
        <ul class="voices">
            <For each=move || beside.get() key=|id| id.to_string()
                children=move |id| view! { <Beside table=table id=id /> } />
        </ul>
    }
}

/// One that says the same: it can be taken out while there is no answer.
#[component]
fn Beside(table: Table, id: Id) -> AnyView {
    let shown = table.shown;
    let trouble = Trouble::new();
    let desk = crate::desk::desk();
    let piece = Memo::new(move |_| shown.with(|all| all.one(id).cloned()));
    let free = Memo::new(move |_| {
        let Some(piece) = piece.get() else { return false };
        let unanswered =
            shown.with(|all| all.one(piece.head).is_some_and(|head| head.advice.verdict.is_none()));
        unanswered
            && super::act::barred(desk, &piece, FollowAct::Group { with: None }.into()).is_none()
    });
    let apart = move |_| {
        let Some(piece) = piece.get_untracked() else { return };
        let act = FollowAct::Group { with: None }.into();
        keep(trouble, vec![(Kind::Advice, id, piece.scope, act)], || ());
    };
    view! {
        <li>
            {move || piece.get().map(|piece| shown.with_untracked(|all| voice(all, &piece)))}
            {move || free.get().then(|| view! {
                <div><button type="button" class="chip" on:click=apart><Icon name="out" />{says().apart}
                    <span class="sr">{move || piece.get().map(|piece| piece.advice.words)}</span></button></div>
            })}
            <CommitTrouble error=trouble.said />
        </li>
    }
}
