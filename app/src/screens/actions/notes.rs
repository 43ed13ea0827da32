//! 办到哪了: what was noted of how far it is, by whom, with pictures; and the box for one more.

use domain::{Act, Id, Kind, Scope, follow::progress::Progress};

use super::{
    deed::{Trouble, keep},
    facts::far,
    one::{Shown, by},
    one_says,
    report::Report,
};
use crate::{
    desk::{Whereabouts, desk},
    look::words,
    parts::{CommitTrouble, Picture, WhereaboutsBadge, tongue},
    picture::Taken,
    prelude::*,
    screens::issue::Shots,
};

/// The notes and the box.
#[component]
pub(super) fn Notes(shown: Shown) -> AnyView {
    let (o, desk) = (one_says(), desk());
    let (id, scope) = shown.with_untracked(|doing| (doing.id, doing.scope));
    let notes = Memo::new(move |_| desk.notes(id));
    view! {
        <section class="col" aria-labelledby="progress">
            <div class="head"><h2 id="progress">{o.progress}</h2></div>
            <Report shown=shown />
            {move || notes.with(Vec::is_empty).then(|| view! { <p class="sm dim">{o.no_progress}</p> })}
            <ul class="col">
                <For each=move || notes.get() key=|(id, ..)| id.to_string() children=move |(id, note, _)| {
                    view! { <Note id=id note=note notes=notes scope=scope /> }
                } />
            </ul>
        </section>
    }
}

/// One note. Its whereabouts change in place.
#[component]
fn Note(
    id: Id,
    note: Progress,
    notes: Memo<Vec<(Id, Progress, Whereabouts)>>,
    scope: Scope,
) -> AnyView {
    let (lang, desk) = (words().lang, desk());
    let mine = note.said_by == desk.person();
    let author = note.said_by;
    let at = Memo::new(move |_| {
        let found =
            notes.with(|all| all.iter().find(|(other, ..)| *other == id).map(|(_, _, at)| *at));
        found.unwrap_or(Whereabouts::Sent)
    });
    let local = move || at.get() == Whereabouts::Local;
    let when = lang.ago(note.said_at, desk.now());
    let who = move || {
        let rest = view! { <time>{when.clone()}</time><span class="end"><WhereaboutsBadge at=at.get() /></span> };
        by(&desk.name_of(author), rest)
    };
    let said = note.report.words.clone();
    view! {
        <li class="slip" class:local=local>
            <p class="written" lang=tongue(&said)>{said.clone()}</p>
            {far(&note)}
            {if mine {
                view! { <Shots beside=id scope=scope act=Taken::beside /><Withdraw id=id scope=scope /> }
            } else {
                view! { <Others note=id /> }
            }}
            {who}
        </li>
    }
}

/// The pictures beside somebody else's note.
#[component]
fn Others(note: Id) -> AnyView {
    let (p, desk) = (words().pictures(), desk());
    let shots = Memo::new(move |_| desk.pictures(note));
    child(move || {
        let shots = shots.get();
        (!shots.is_empty()).then(|| {
            let one = |shot: crate::desk::Shot| {
                let who = untrack(|| shot.by.map(|by| desk.name_of(by)).unwrap_or_default());
                let name = (p.name)(&who, &words().lang.ago(shot.at, desk.now()));
                view! { <li class="pic"><Picture id=shot.id name=name /></li> }
            };
            view! { <ul class="shots">{shots.into_iter().map(one).collect_view()}</ul> }
        })
    })
}

/// Two taps take an own note back: the first asks.
#[component]
fn Withdraw(id: Id, scope: Scope) -> AnyView {
    let w = words();
    let asked = RwSignal::new(false);
    let trouble = Trouble::new();
    let tap = move |_| {
        if asked.get_untracked() {
            keep(trouble, vec![(Kind::Progress, id, scope, Act::Withdraw)], || ());
        } else {
            asked.set(true);
        }
    };
    view! {
        <div class="row">
            <button type="button" class="btn bare" on:click=tap>
                {move || if asked.get() { w.issue().withdraw_yes } else { w.issue().withdraw }}
            </button>
            {move || asked.get().then(|| view! {
                <button type="button" class="btn" on:click=move |_| asked.set(false)>{w.common.cancel}</button>
            })}
        </div>
        <CommitTrouble error=trouble.said />
    }
}
