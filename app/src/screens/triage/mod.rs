//! The five questions: they propose a way in plain words, and a person decides.

mod ask;
mod decide;

use std::sync::Arc;

use domain::{Id, Standing, triage::Triage};

use self::{ask::Questions, decide::Decide};
use crate::{
    desk::{Seen, desk},
    look::words,
    parts::{Bar, Frame, while_here},
    prelude::*,
    routes::Route,
    screens::issue::{Missing, address, draft},
};

/// Sorting one issue.
#[component]
pub(crate) fn TriageScreen(id: Id) -> AnyView {
    let (w, desk) = (words(), desk());
    let issue = Memo::new(move |_| desk.issue(id));
    let note =
        Memo::new(move |_| issue.with(|seen| seen.as_deref().map(address)).unwrap_or_default());
    let top =
        move || view! { <Bar back=Route::Issue(id) title=w.triage().title note=note.get() /> };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            {while_here(issue, |shown| view! { <Sorting shown=shown /> }, || view! { <Missing /> })}
        </Frame>
    }
}

#[component]
fn Sorting(shown: Memo<Arc<Seen>>) -> AnyView {
    let w = words();
    let id = shown.with_untracked(|seen| seen.id);
    let standing = Memo::new(move |_| shown.with(|seen| seen.issue.standing));
    let typed = draft::<Triage>(format!("bandeng.triage.{id}"));
    // once given, the answers stand in the record
    let answers = Memo::new(move |_| match standing.get() {
        Standing::Lead | Standing::Received => typed.get(),
        _ => shown.with(|seen| seen.issue.answers).unwrap_or_default(),
    });
    let open = Memo::new(move |_| match standing.get() {
        Standing::Lead | Standing::Received | Standing::Triaged => true,
        Standing::Settled
        | Standing::Redirected
        | Standing::Merged
        | Standing::Parked
        | Standing::Drafted
        | Standing::Approved
        | Standing::Posted
        | Standing::Scheduled
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => false,
    });
    let sorted = Memo::new(move |_| standing.get() == Standing::Triaged);
    let questions = move || {
        if sorted.get() {
            view! { <p class="note">{w.triage().answered}</p> }.into_any()
        } else {
            view! { <Questions typed=typed /> }.into_any()
        }
    };
    // the form stays while its own first steps move the issue along, so that it can say which step failed
    child(move || {
        if open.get() {
            return view! {
                <header class="col tight">
                    <p class="hero-t song" lang="zh-CN">{move || shown.with(|seen| seen.issue.title.clone())}</p>
                    <p class="say" lang="zh-CN">{move || shown.with(|seen| seen.issue.words.clone())}</p>
                </header>
                {questions}
                <Proposal answers=answers />
                <Decide shown=shown answers=answers typed=typed />
            }
            .into_any();
        }
        view! {
            <div class="state">
                <h2>{move || (w.triage().beyond)((w.names.standing)(standing.get()))}</h2>
                <a class="btn" href=Route::Issue(id).path()>{w.triage().to_issue}</a>
            </div>
        }
        .into_any()
    })
}

/// What the answers point to, and which of them decided; told again whenever that changes.
#[component]
fn Proposal(answers: Memo<Triage>) -> AnyView {
    let w = words().triage();
    view! {
        <div class="note go proposal" role="status">
            <p>
                {w.proposal}" "<b>{move || (w.way)(answers.get().proposes())}</b><br />
                {move || w.reason(answers.get())}
            </p>
        </div>
    }
}
