//! The question before two are made one: what goes over, what stays, and that it cannot be undone.

use domain::Id;

use super::Table;
use crate::{
    look::words,
    parts::{CommitTrouble, Deed, Dialog, Icon, Trouble, keep, tongue},
    prelude::*,
};

/// What is asked.
#[derive(Clone)]
pub(super) struct Question {
    /// Who into whom.
    pub(super) title: String,
    /// From where to where.
    pub(super) from: String,
    /// What is done when the answer is yes.
    pub(super) deed: Deed,
    /// Whoever is on the page no more when it is done.
    pub(super) ids: [Id; 2],
    /// Whether it is about issues.
    pub(super) issue: bool,
}

/// The dialog.
#[component]
pub(super) fn Sure(table: Table) -> AnyView {
    // it hangs on the page: a card may go with what was answered
    let (open, asked) = (table.open, table.asked);
    let trouble = Trouble::new();
    let kind = move || asked.with(|asked| asked.as_ref().is_some_and(|asked| asked.issue));
    child(move || {
        let d = words().doubles();
        asked.get().map(|question| {
            let n = usize::from(kind());
            view! {
                <Dialog open=open title=d.yes[n]>
                    {body(table, &question, open, trouble)}
                </Dialog>
            }
        })
    })
}

fn body(table: Table, question: &Question, open: RwSignal<bool>, trouble: Trouble) -> AnyView {
    let w = words();
    let d = w.doubles();
    let n = usize::from(question.issue);
    let lines = |lines: &[&'static str]| {
        let lines: Vec<AnyView> =
            lines.iter().map(|line| view! { <li>{*line}</li> }.into_any()).collect();
        view! { <ul class="sm">{lines}</ul> }.into_any()
    };
    let told = if question.issue {
        lines(&d.carried)
    } else {
        view! {
            <h3>{d.heads[0]}</h3>
            {lines(&d.goes)}
            <h3>{d.heads[1]}</h3>
            {lines(&d.stays)}
            <p class="note wait"><Icon name="warn" /><span>{d.no_way_back}</span></p>
        }
        .into_any()
    };
    let (deed, ids, done) = (question.deed.clone(), question.ids, d.done[n]);
    let yes = move |_| {
        keep(trouble, vec![deed.clone()], move || {
            open.set(false);
            table.clear([ids[0], ids[0]], false);
            table.said.set(Some(done));
        });
    };
    let (title, from) = (question.title.clone(), question.from.clone());
    view! {
        <div class="main col">
            <p class="b" lang=tongue(&title)>{title.clone()}</p>
            <p class="sm dim" lang=tongue(&from)>{from.clone()}</p>
            {told}
            <CommitTrouble error=trouble.said />
            <div class="btns">
                <button type="button" class="btn refuse" on:click=yes>{d.yes[n]}</button>
                <button type="button" class="btn" on:click=move |_| open.set(false)>{d.no}</button>
            </div>
        </div>
    }
    .into_any()
}
