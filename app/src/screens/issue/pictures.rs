//! The pictures beside an issue, and the button that lays one more there.

use std::{rc::Rc, sync::Arc};

use domain::{Act, Id, Kind, Scope};

use crate::{
    clock,
    desk::{Desk, Seen, Shot, Whereabouts, desk},
    look::words,
    parts::{CommitTrouble, Dialog, Icon, Picture, TakePicture, WhereaboutsBadge},
    picture::Taken,
    prelude::*,
};

/// The pictures and the button; nothing where there are none and none may be added.
#[component]
pub(super) fn Pictures(shown: Memo<Arc<Seen>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let issue = shown.with_untracked(|seen| seen.id);
    let first = shown.with_untracked(|seen| seen.scope);
    let may = Memo::new(move |_| {
        let act = Taken::default().act(issue);
        desk.may(Kind::Photo, Id::nil(), scope_of(desk, issue, first), act).is_ok()
    });
    let any = Memo::new(move |_| may.get() || !desk.pictures(issue).is_empty());
    child(move || {
        any.get().then(|| {
            view! {
                <section class="col" aria-labelledby="pictures">
                    <div class="head"><h2 id="pictures">{w.pictures().title}</h2></div>
                    <Shots beside=issue scope=first act=Taken::act />
                    {move || may.get().then(|| view! { <p class="xs dim">{w.pictures().how}</p> })}
                </section>
            }
        })
    })
}

/// Where a record lies now: an issue may have come before the village meanwhile.
fn scope_of(desk: Desk, beside: Id, first: Scope) -> Scope {
    desk.issue(beside).map_or(first, |seen| seen.scope)
}

/// The pictures beside a record, and the button for one more where the reader may lay it there.
#[component]
pub(crate) fn Shots(
    /// The record.
    beside: Id,
    /// Where it lies.
    scope: Scope,
    /// What lays a picture beside it.
    act: fn(&Taken, Id) -> Act,
) -> AnyView {
    let desk = desk();
    let shots = Memo::new(move |_| desk.pictures(beside));
    let count = Memo::new(move |_| shots.with(Vec::len));
    let may = Memo::new(move |_| {
        let now = scope_of(desk, beside, scope);
        desk.may(Kind::Photo, Id::nil(), now, act(&Taken::default(), beside)).is_ok()
    });
    let error = RwSignal::new(None);
    let taken = StoredValue::new(Rc::new(move |taken: Taken| {
        let scope = untrack(|| scope_of(desk, beside, scope));
        leptos::task::spawn_local(async move {
            let attached = desk.attach(scope, &taken, act(&taken, beside)).await;
            error.set(attached.err());
        });
    }) as Rc<dyn Fn(Taken)>);
    view! {
        <ul class="shots">
            <For each=move || shots.get() key=|shot| shot.id.to_string() let:shot>
                <One shot=shot shots=shots />
            </For>
        </ul>
        {move || may.get().then(|| view! {
            <TakePicture there=Signal::derive(move || count.get()) taken=taken />
        })}
        <CommitTrouble error=error />
    }
}

/// One picture, small; a tap shows it large, with the way to take it back.
#[component]
fn One(shot: Shot, shots: Memo<Vec<Shot>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let id = shot.id;
    let who = untrack(|| shot.by.map(|by| desk.name_of(by)).unwrap_or_default());
    let name = (w.pictures().name)(&who, &w.lang.ago(shot.at, clock::now()));
    let title = StoredValue::new(name.clone());
    let mine = shot.by == Some(desk.person());
    let scope = shot.scope;
    let live = Memo::new(move |_| {
        let found = shots.with(|shots| shots.iter().find(|shot| shot.id == id).cloned());
        found.map_or((Whereabouts::Sent, None), |shot| (shot.whereabouts, shot.percent))
    });
    let large = RwSignal::new(false);
    let error = RwSignal::new(None);
    let back = move |_| {
        leptos::task::spawn_local(async move {
            let done = desk.commit(Kind::Photo, id, scope, Act::Withdraw).await;
            large.set(done.is_err());
            error.set(done.err());
        });
    };
    let badge = move || match live.get() {
        (_, Some(percent)) => view! {
            <span class="sync sending"><Icon name="sync" />{(w.pictures().percent)(percent)}</span>
        }
        .into_any(),
        (at, None) => view! { <WhereaboutsBadge at=at /> }.into_any(),
    };
    view! {
        <li class="pic">
            <button class="small" aria-label=name on:click=move |_| large.set(true)>
                <Picture id=id name=String::new() />
            </button>
            {badge}
            <Dialog open=large title=title.get_value()>
                <div class="pic"><Picture id=id name=title.get_value() /></div>
                {mine.then(|| view! {
                    <div class="btns">
                        <button class="btn refuse" on:click=back>{w.issue().withdraw_yes}</button>
                    </div>
                })}
                <CommitTrouble error=error />
            </Dialog>
        </li>
    }
}
