//! The ways to choose from, what the chosen one asks for, and the button that writes it all down:
//! first that the issue was received, then the answers, then the way, each a change of its own.

use std::sync::Arc;

use domain::{
    Act, Id, Kind, Standing,
    burden::Task,
    triage::{Triage, Way},
};

use crate::{
    burden,
    desk::{CommitError, Desk, Seen, desk},
    look::words,
    parts::{Choice, CommitTrouble},
    prelude::*,
    routes::{Route, way},
    screens::issue::{Form, WayBoxes, draft, sample},
};

/// The ways, the likeliest first.
const WAYS: [Standing; 6] = [
    Standing::Drafted,
    Standing::Settled,
    Standing::Redirected,
    Standing::Merged,
    Standing::Parked,
    Standing::Declined,
];

/// The choice and its form.
#[component]
pub(super) fn Decide(
    shown: Memo<Arc<Seen>>,
    answers: Memo<Triage>,
    typed: RwSignal<Triage>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let (id, scope) = shown.with_untracked(|seen| (seen.id, seen.scope));
    let (form, away) = (draft::<Form>(format!("bandeng.way.{id}")), way());
    let picked = RwSignal::new(None::<Standing>);
    let chosen = Memo::new(move |_| picked.get().unwrap_or_else(|| proposed(answers.get())));
    let error = RwSignal::new(None::<CommitError>);
    let cost = burden::task(Task::Triage);
    let decide = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (to, answers) = (chosen.get_untracked(), answers.get_untracked());
        leptos::task::spawn_local(async move {
            match write_down(desk, id, answers, &form.get_untracked(), to).await {
                Ok(()) => {
                    // five questions, the way, and what it asks for
                    cost.done(7);
                    typed.set(Triage::default());
                    form.set(Form::default());
                    away.replace(Route::Issue(id));
                }
                Err(trouble) => error.set(Some(trouble)),
            }
        });
    };
    let barred = Memo::new(move |_| {
        let act = sample(Standing::Triaged, chosen.get())?;
        let refusal = desk.may(Kind::Issue, id, scope, act).err()?;
        Some(w.refusal(&refusal, |id| desk.name_of(id)))
    });
    let half = move || {
        let sorted = shown.with(|seen| seen.issue.standing == Standing::Triaged);
        (sorted && error.with(Option::is_some))
            .then(|| view! { <p class="sm b">{w.triage().half}</p> })
    };
    view! {
        <form class="col" on:submit=decide>
            <Ways chosen=chosen picked=picked />
            {move || view! { <WayBoxes id=id to=chosen.get() form=form /> }}
            {half}
            <CommitTrouble error=error />
            <button
                class="btn do big"
                aria-disabled=move || barred.get().map(|_| "true")
                aria-describedby=move || barred.get().map(|_| "barred")
                on:click=move |event| {
                    if barred.with_untracked(Option::is_some) {
                        event.prevent_default();
                    }
                }
            >
                {w.triage().decide}
            </button>
            {move || barred.get().map(|why| view! { <p class="sm dim" id="barred">{why}</p> })}
        </form>
    }
}

/// Six ways to tap.
#[component]
fn Ways(chosen: Memo<Standing>, picked: RwSignal<Option<Standing>>) -> AnyView {
    let w = words();
    let ways = WAYS.map(|to| {
        let mine = Signal::derive(move || chosen.get() == to);
        let pick = Callback::new(move |()| picked.set(Some(to)));
        view! {
            <Choice name="way" chosen=mine pick=pick>
                <b>{(w.issue().way)(to)}</b><small>{(w.triage().means)(to)}</small>
            </Choice>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{w.triage().choose}" "<span class="hint">{w.triage().choose_hint}</span></legend>
            <div class="opts ways">{ways.into_iter().collect_view()}</div>
        </fieldset>
    }
}

/// The way that the answers propose.
fn proposed(answers: Triage) -> Standing {
    match answers.proposes() {
        Way::Draft => Standing::Drafted,
        Way::Settle => Standing::Settled,
        Way::Redirect => Standing::Redirected,
        Way::Park => Standing::Parked,
        Way::Decline => Standing::Declined,
    }
}

/// Takes the steps that are still to take. What was taken stays, so a second try goes on from there.
async fn write_down(
    desk: Desk,
    id: Id,
    answers: Triage,
    form: &Form,
    to: Standing,
) -> Result<(), CommitError> {
    // an empty box is said before anything is written
    let last = form.act(to)?;
    loop {
        let now = untrack(move || desk.issue(id));
        let Some(now) = now else { return Err(domain::Refusal::NoSuchRecord.into()) };
        let (act, done) = match now.issue.standing {
            Standing::Lead => (Act::Receive, false),
            Standing::Received => (Act::Triage { answers }, false),
            _ => (last.clone(), true),
        };
        desk.commit(Kind::Issue, id, now.scope, act).await?;
        if done {
            return Ok(());
        }
    }
}
