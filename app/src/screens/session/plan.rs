//! Planning a session: which issues, who prepares the bench, when and where. One tap stores all of it.

use std::sync::Arc;

use domain::{
    Form, Id,
    burden::Task,
    session::{Convene, Mode},
};
use words::gather::Plan as Words;

use super::{
    Away,
    list::may_plan,
    meets::meets,
    pick::{Pick, cited, question},
    together::{Acts, planned},
    when::{When, WhenBoxes},
};
use crate::{
    burden, clock,
    desk::{CommitError, Desk, Seen, desk},
    look::words,
    parts::{Bar, Choice, CommitTrouble, Frame, Icon, spend},
    prelude::*,
    routes::{Room, Route, way},
    screens::{
        issue::{Line, draft},
        phone::room::ask_once,
    },
};

/// The form as it stands; kept at every keystroke.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub(super) struct Draft {
    pub(super) issues: Vec<Id>,
    /// The topic as somebody wrote it; until then it follows the issues.
    pub(super) topic: Option<String>,
    pub(super) mode: Mode,
    pub(super) when: When,
}

/// Where a form is kept: one for each entry of the year's plan, and one that is for none.
fn key(entry: Option<Id>) -> String {
    entry.map_or_else(|| "bandeng.plan".to_owned(), |id| format!("bandeng.plan.{id}"))
}

/// The screen.
#[component]
pub(super) fn PlanScreen(from: Option<Id>, entry: Option<Id>) -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.gather().plan;
    let back = from.map_or(Route::Sessions, Route::Issue);
    let top = view! { <Bar back=back title=p.title.0 note=p.title.1 /> };
    // an issue says itself whose village it is about
    let village = Memo::new(move |_| {
        let of = from.and_then(|id| desk.issue(id)).map(|seen| seen.issue.village);
        let planned = || entry.and_then(|id| desk.entry(id)).map(|(entry, _)| entry.says.village);
        of.or_else(planned).or_else(|| desk.village())
    });
    let form = draft::<Draft>(key(entry));
    if let Some(id) = from
        && untrack(|| desk.issue(id)).is_some_and(|seen| cited(seen.issue.standing, false))
        && form.with_untracked(|form| !form.issues.contains(&id))
    {
        form.update(|form| form.issues.push(id));
    }
    if let Some(id) = entry
        && form.with_untracked(|form| *form == Draft::default())
    {
        form.set(meant(desk, id));
    }
    view! {
        <Frame top=top.into_any() foot=None over=None>
            {move || match village.get() {
                None => view! { <Away told=w.gather().list.away /> },
                Some(village) => view! { <PlanForm village=village entry=entry form=form /> },
            }}
        </Frame>
    }
}

/// The boxes and the button; a sentence in their place for those who may not plan.
#[component]
fn PlanForm(village: Id, entry: Option<Id>, form: RwSignal<Draft>) -> AnyView {
    let (w, desk) = (words(), desk());
    let why = Memo::new(move |_| {
        let refusal = may_plan(desk, village).err()?;
        Some(w.refusal(&refusal, |id| desk.name_of(id)))
    });
    child(move || match why.get() {
        Some(why) => {
            view! { <p class="note"><Icon name="lock" /><span>{why}</span></p> }.into_any()
        }
        None => view! { <Boxes village=village entry=entry form=form /> },
    })
}

#[component]
fn Boxes(village: Id, entry: Option<Id>, form: RwSignal<Draft>) -> AnyView {
    let (w, desk, way) = (words(), desk(), way());
    let p = w.gather().plan;
    let error = RwSignal::new(None::<CommitError>);
    let half = RwSignal::new(false);
    let cost = burden::task(Task::Plan);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = form.get_untracked();
        half.set(draft.when.moment().is_err());
        if half.get_untracked() {
            return;
        }
        let (id, acts) = composed(desk, p, (village, entry), &draft);
        leptos::task::spawn_local(async move {
            match desk.commit_acts(acts).await {
                Ok(()) => {
                    // issues, topic, who prepares, day and place
                    cost.done(5);
                    spend(form, &key(entry));
                    way.replace(Route::Session(id, Room::Overview));
                    ask_once().await;
                }
                Err(trouble) => error.set(Some(trouble)),
            }
        });
    };
    let meant = Memo::new(move |_| entry.and_then(|id| desk.entry(id)?.0.says.issue));
    let when = RwSignal::new(form.with_untracked(|form| form.when.clone()));
    Effect::new(move |_| {
        let now = when.get();
        if form.with_untracked(|form| form.when != now) {
            form.update(|form| form.when = now);
        }
    });
    view! {
        <form class="col wide" on:submit=save>
            <Pick village=village meant=meant form=form />
            <Topic form=form />
            <Modes form=form />
            <fieldset class="field col">
                <legend>{p.when}</legend>
                <WhenBoxes form=when />
                <p class="hint">{p.later}</p>
                <div role="alert">
                    {move || half.get().then(|| view! { <p class="err"><Icon name="warn" /><span>{p.half}</span></p> })}
                </div>
            </fieldset>
            <Parts village=village form=form />
            <button class="btn do big">{p.save.0}</button>
            <p class="xs dim">{p.save.1}</p>
            <CommitTrouble error=error />
        </form>
    }
}

/// The topic: as it was written, or else what the issues ask.
fn topic(desk: Desk, p: &Words, draft: &Draft) -> String {
    if let Some(topic) = &draft.topic {
        return topic.clone();
    }
    let mut questions = draft.issues.iter().filter_map(|id| desk.issue(*id));
    match (questions.next(), draft.issues.len()) {
        (None, _) => String::new(),
        (Some(first), 1) => question(&first),
        (Some(first), n) => (p.topic_of)(&question(&first), n),
    }
}

#[component]
fn Topic(form: RwSignal<Draft>) -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.gather().plan;
    let value = Signal::derive(move || form.with(|form| topic(desk, p, form)));
    let set = Callback::new(move |typed: String| {
        form.update(|form| form.topic = (!typed.trim().is_empty()).then_some(typed));
    });
    view! {
        <div class="col tight">
            <Line label=p.topic value=value set=set />
            <p class="hint">{p.topic_hint}</p>
        </div>
    }
}

#[component]
fn Modes(form: RwSignal<Draft>) -> AnyView {
    let w = words();
    let p = w.gather().plan;
    let choices = [Mode::B, Mode::A].map(|mode| {
        let chosen = Signal::derive(move || form.with(|form| form.mode == mode));
        let pick = Callback::new(move |()| form.update(|form| form.mode = mode));
        view! {
            <Choice name="mode" chosen=chosen pick=pick>
                <b>{words::session::mode(w.lang, mode)}</b>
                <small>{(p.mode_means)(mode)}</small>
            </Choice>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{p.mode}</legend>
            <div class="opts tall">{choices.into_iter().collect_view()}</div>
        </fieldset>
    }
}

/// The agenda of the mode, folded away.
#[component]
fn Parts(village: Id, form: RwSignal<Draft>) -> AnyView {
    let (w, desk) = (words(), desk());
    let mode = Memo::new(move |_| form.with(|form| form.mode));
    let rows = move || {
        let parts = desk.customs(village).agenda(mode.get()).into_iter().map(|part| {
            let minutes = (w.gather().agenda.minutes)(part.minutes);
            view! { <li class="row"><span class="grow">{words::session::part(w.lang, &part)}</span><span class="dim">{minutes}</span></li> }
        });
        parts.collect_view()
    };
    view! {
        <details>
            <summary><Icon name="down" />{w.gather().plan.agenda}</summary>
            <ol class="queue sm">{rows}</ol>
        </details>
    }
}

/// The session that the form means, and all that begins with it. What was planned for an issue is about it, ripe or not.
fn composed(
    desk: Desk,
    p: &Words,
    (village, entry): (Id, Option<Id>),
    draft: &Draft,
) -> (Id, Acts) {
    let id = clock::fresh();
    let meant = entry.and_then(|id| untrack(|| desk.entry(id))?.0.says.issue);
    let seen: Vec<_> = draft.issues.iter().filter_map(|id| untrack(|| desk.issue(*id))).collect();
    let about = seen.iter().filter(|seen| cited(seen.issue.standing, meant == Some(seen.id)));
    let bound: Vec<_> = about.map(|seen| (seen.id, seen.scope, &seen.issue)).collect();
    let issues: Vec<Id> = bound.iter().map(|(id, ..)| *id).collect();
    let convene = Convene {
        title: untrack(|| topic(desk, p, draft)),
        title_en: None,
        village,
        mode: draft.mode,
        issues: issues.clone(),
        on: draft.when.moment().unwrap_or_default(),
        place: draft.when.whole_place(p.with_rain),
        agenda: untrack(|| desk.customs(village)).own_agenda(draft.mode).to_vec(),
        follows: None,
    };
    let mut acts = planned(id, convene, &bound);
    acts.extend(meets(desk, (id, village), (entry, &issues)));
    (id, acts)
}

/// The form as an entry of the plan begins it.
fn meant(desk: Desk, id: Id) -> Draft {
    let Some((entry, _)) = untrack(|| desk.entry(id)) else { return Draft::default() };
    let seen = entry.says.issue.and_then(|id| untrack(|| desk.issue(id)));
    let about = |seen: &&Arc<Seen>| cited(seen.issue.standing, true);
    let issues = seen.iter().filter(about).map(|seen| seen.id).collect();
    let elsewhere = seen.filter(|seen| !about(&seen)).map(|seen| question(&seen));
    let topic = entry.says.topic.or(elsewhere);
    Draft { issues, topic, mode: entry.says.mode, ..Draft::default() }
}
