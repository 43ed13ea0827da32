//! What people said under an issue, each with their name and part, and a box to say something.

use std::sync::Arc;

use domain::{Act, Id, Kind, Role};

use super::{draft::draft, lines::Line, thread::part_of};
use crate::{
    clock,
    desk::{Seen, Whereabouts, desk},
    look::words,
    parts::{CommitTrouble, WhereaboutsBadge},
    prelude::*,
};

/// The remarks and the box.
#[component]
pub(super) fn Remarks(shown: Memo<Arc<Seen>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let id = shown.with_untracked(|seen| seen.id);
    let remarks = Memo::new(move |_| desk.comments(id));
    let scope = Memo::new(move |_| shown.with(|seen| seen.scope));
    let may = Memo::new(move |_| {
        let act = Act::Say { issue: id, words: String::new() };
        desk.may(Kind::Comment, Id::nil(), scope.get(), act).is_ok()
    });
    view! {
        <section aria-labelledby="remarks">
            <div class="head"><h2 id="remarks">{w.issue().remarks}</h2></div>
            <div class="col">
                <ul class="col">
                    <For
                        each=move || remarks.get()
                        key=|(id, ..)| id.to_string()
                        children=move |(id, comment, _)| {
                            view! { <Remark id=id comment=comment remarks=remarks scope=scope /> }
                        }
                    />
                </ul>
                {move || remarks.with(Vec::is_empty).then(|| view! { <p class="sm dim">{w.issue().no_remarks}</p> })}
                {move || may.get().then(|| view! { <Say issue=id scope=scope /> })}
            </div>
        </section>
    }
}

/// One remark. Its words and whereabouts change in place: who is about to take it back keeps the button.
#[component]
fn Remark(
    id: Id,
    comment: domain::small::Comment,
    remarks: Memo<Vec<(Id, domain::small::Comment, Whereabouts)>>,
    scope: Memo<domain::Scope>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let mine = comment.said_by == desk.person();
    let author = comment.said_by;
    // beside villagers' words and labelled, never above them; without a note the part itself says it
    let as_expert = Memo::new(move |_| {
        desk.person_of(author)
            .is_some_and(|person| person.role == Some(Role::Expert) && person.note.is_some())
    });
    let said_at = w.lang.ago(comment.said_at, clock::now());
    let live = move || {
        remarks.with(|all| {
            let this = all.iter().find(|(other, ..)| *other == id);
            this.map(|(_, comment, at)| (comment.words.clone(), *at))
        })
    };
    let live = Memo::new(move |_| live().unwrap_or((comment.words.clone(), Whereabouts::Sent)));
    let local = move || live.with(|(_, at)| *at == Whereabouts::Local);
    view! {
        <li class="slip" class:local=local>
            <p class="say" lang="zh-CN">{move || live.get().0}</p>
            <p class="who">
                <b lang="zh-CN">{move || desk.name_of(author)}</b>
                {move || part_of(desk, author)}
                {move || as_expert.get().then(|| view! { <span class="tag far">{(w.names.role)(Role::Expert)}</span> })}
                <time>{said_at}</time>
                <span class="end">{move || view! { <WhereaboutsBadge at=live.get().1 /> }}</span>
            </p>
            {mine.then(|| view! { <Withdraw id=id scope=scope /> })}
        </li>
    }
}

/// Two taps take an own remark back: the first asks.
#[component]
fn Withdraw(id: Id, scope: Memo<domain::Scope>) -> AnyView {
    let (w, desk) = (words(), desk());
    let asked = RwSignal::new(false);
    let error = RwSignal::new(None);
    let tap = move |_| {
        if !asked.get_untracked() {
            return asked.set(true);
        }
        leptos::task::spawn_local(async move {
            error.set(
                desk.commit(Kind::Comment, id, scope.get_untracked(), Act::Withdraw).await.err(),
            );
        });
    };
    view! {
        <div class="row">
            <button class="btn bare" on:click=tap>
                {move || if asked.get() { w.issue().withdraw_yes } else { w.issue().withdraw }}
            </button>
            {move || asked.get().then(|| view! {
                <button class="btn" on:click=move |_| asked.set(false)>{w.common.cancel}</button>
            })}
        </div>
        <CommitTrouble error=error />
    }
}

#[component]
fn Say(issue: Id, scope: Memo<domain::Scope>) -> AnyView {
    let (w, desk) = (words(), desk());
    let form = draft::<String>(format!("bandeng.say.{issue}"));
    let error = RwSignal::new(None);
    let say = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let act = Act::Say { issue, words: form.get_untracked() };
        leptos::task::spawn_local(async move {
            let done = desk.commit(Kind::Comment, clock::fresh(), scope.get_untracked(), act).await;
            if done.is_ok() {
                form.set(String::new());
            }
            error.set(done.err());
        });
    };
    let set = Callback::new(move |typed| form.set(typed));
    view! {
        <form class="col" on:submit=say>
            <Line label=w.issue().say value=form set=set long=true />
            <button class="btn do">{w.issue().say_it}</button>
            <CommitTrouble error=error />
        </form>
    }
}
