//! What can be done with an issue now: a button for each step its standing allows, and why not where a person may not.

use std::sync::Arc;

use domain::{Kind, Refusal, Standing};

use super::{
    draft::draft,
    way::{Form, WayBoxes, sample},
};
use crate::{
    desk::{Seen, desk},
    look::words,
    parts::{CommitTrouble, Icon, shut},
    prelude::*,
    routes::Route,
};

/// The steps on from here.
#[component]
pub(super) fn Moves(shown: Memo<Arc<Seen>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let id = shown.with_untracked(|seen| seen.id);
    let form = draft::<Form>(format!("bandeng.way.{id}"));
    let open = RwSignal::new(None::<Standing>);
    let standing = Memo::new(move |_| shown.with(|seen| seen.issue.standing));
    // somebody moved it meanwhile: the step that was open may be none any more
    Effect::new(move |_| {
        let now = standing.get();
        if open.get_untracked().is_some_and(|to| !now.next().contains(&to)) {
            open.set(None);
        }
    });
    let allowed = Memo::new(move |_| {
        let (now, scope) = (standing.get(), shown.with(|seen| seen.scope));
        let judge = |to: Standing| {
            let act = sample(now, to)?;
            Some((to, desk.may(Kind::Issue, id, scope, act).err()))
        };
        now.next().iter().copied().filter_map(judge).collect::<Vec<(Standing, Option<Refusal>)>>()
    });
    view! {
        <section aria-labelledby="now">
            <div class="head"><h2 id="now">{w.issue().now}</h2></div>
            <div class="col">
                {move || buttons(standing.get(), &allowed.get(), id, open)}
                {move || open.get().map(|to| view! { <WayForm shown=shown to=to form=form open=open /> })}
            </div>
        </section>
    }
}

/// All buttons; where nobody's part is left to the reader, one sentence in place of them.
fn buttons(
    now: Standing,
    allowed: &[(Standing, Option<Refusal>)],
    id: domain::Id,
    open: RwSignal<Option<Standing>>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let told = |refusal: &Refusal| w.refusal(refusal, |id| desk.name_of(id));
    if allowed.is_empty() {
        return view! { <p class="sm dim">{w.issue().over}</p> }.into_any();
    }
    let why: Vec<&Refusal> = allowed.iter().filter_map(|(_, refusal)| refusal.as_ref()).collect();
    let sorts = matches!(now, Standing::Lead | Standing::Received);
    if why.len() == allowed.len() {
        let names: Vec<_> = allowed.iter().map(|(to, _)| label(now, *to)).collect();
        let first = why.first().map(|refusal| told(refusal));
        return shut(&names.join(" · "), &first.unwrap_or_default());
    }
    let mut reasons: Vec<String> = why.iter().map(|refusal| told(refusal)).collect();
    reasons.dedup();
    let described = (!reasons.is_empty()).then_some("why-not");
    let triage = allowed.iter().any(|(to, refusal)| {
        refusal.is_none() && matches!(to, Standing::Received | Standing::Triaged)
    });
    let rest = allowed.iter().filter(|(to, _)| !(sorts && *to == Standing::Triaged));
    let rest = rest.map(|(to, refusal)| {
        let (to, barred) = (*to, refusal.is_some());
        view! {
            <button
                class="btn"
                aria-disabled=barred.then_some("true")
                aria-describedby=if barred { described } else { None }
                aria-expanded=move || (!barred).then(|| (open.get() == Some(to)).to_string())
                on:click=move |_| {
                    if !barred {
                        open.update(|open| *open = (*open != Some(to)).then_some(to));
                    }
                }
            >
                {label(now, to)}
            </button>
        }
    });
    view! {
        <div class="btns">
            {(sorts && triage).then(|| view! {
                <a class="btn do" href=Route::Triage(id).path()><Icon name="list" />{w.issue().sort}</a>
            })}
            {rest.collect_view()}
        </div>
        {(!reasons.is_empty()).then(|| view! { <p class="xs dim" id="why-not">{reasons.join(" ")}</p> })}
    }
    .into_any()
}

/// The word of a step; two of them mean something else where they lead back.
fn label(now: Standing, to: Standing) -> &'static str {
    let w = words().issue();
    match (now, to) {
        (Standing::Received, Standing::Triaged) => w.sort,
        (Standing::Scheduled, Standing::Posted) => w.unschedule,
        _ => (w.way)(to),
    }
}

/// One step's boxes and its button.
#[component]
fn WayForm(
    shown: Memo<Arc<Seen>>,
    to: Standing,
    form: RwSignal<Form>,
    open: RwSignal<Option<Standing>>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let (id, scope) = shown.with_untracked(|seen| (seen.id, seen.scope));
    let error = RwSignal::new(None);
    let commit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        leptos::task::spawn_local(async move {
            let done = match form.get_untracked().act(to) {
                Ok(act) => desk.commit(Kind::Issue, id, scope, act).await,
                Err(refusal) => Err(refusal.into()),
            };
            match done {
                Ok(_) => {
                    form.set(Form::default());
                    open.set(None);
                }
                Err(trouble) => error.set(Some(trouble)),
            }
        });
    };
    view! {
        <form class="slip col" on:submit=commit aria-label=(w.issue().way)(to)>
            <WayBoxes id=id to=to form=form />
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=move |_| open.set(None)>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=error />
        </form>
    }
}
