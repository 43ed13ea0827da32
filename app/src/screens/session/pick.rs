//! The issues an evening can be about: the ripe ones to tick, the others with what they wait for.

use domain::{Id, Standing, plan::plannable};

use super::plan::Draft;
use crate::{
    desk::{Seen, desk},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
    routes::Route,
};

/// Whether an issue can be given a day: its question is approved, or the village was told of it.
fn ripe(standing: Standing) -> bool {
    matches!(standing, Standing::Approved | Standing::Posted)
}

/// Whether a session may be about an issue: one that is ripe; and the one it was planned for also while it is not, unless
/// another evening has it.
pub(super) fn cited(standing: Standing, meant: bool) -> bool {
    ripe(standing) || (meant && plannable(standing) && standing != Standing::Scheduled)
}

/// Whether an issue is on its way to being ripe, or has its day already.
fn coming(standing: Standing) -> bool {
    matches!(
        standing,
        Standing::Lead
            | Standing::Received
            | Standing::Triaged
            | Standing::Drafted
            | Standing::Scheduled
    )
}

/// The boxes to tick, and under them why others are not among them.
#[component]
pub(super) fn Pick(
    village: Id,
    /// The issue that it was planned for.
    meant: Memo<Option<Id>>,
    form: RwSignal<Draft>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.gather().plan;
    let here = move |wanted: fn(Standing) -> bool| {
        let all = desk.issues();
        let mine = all.all().iter().filter(move |seen| seen.issue.village == village);
        mine.filter(|seen| wanted(seen.issue.standing)).map(|seen| seen.id).collect::<Vec<_>>()
    };
    let ripe = Memo::new(move |_| {
        let planned = meant.get().and_then(|id| desk.issue(id));
        let planned = planned.filter(|seen| cited(seen.issue.standing, true)).map(|seen| seen.id);
        let others = here(ripe).into_iter().filter(|id| Some(*id) != planned);
        planned.into_iter().chain(others).collect::<Vec<_>>()
    });
    let unripe = Memo::new(move |_| {
        here(coming).into_iter().filter(|id| Some(*id) != meant.get()).collect::<Vec<_>>()
    });
    view! {
        <fieldset class="field">
            <legend>{p.which}</legend>
            {move || ripe.with(Vec::is_empty).then(|| view! { <p class="note"><Icon name="info" /><span>{p.none_ripe}</span></p> })}
            <ul class="ticks">
                <For each=move || ripe.get() key=|id| id.to_string() let:id>
                    <li><One id=id form=form /></li>
                </For>
            </ul>
            {move || meant.get().map(|id| view! { <Stays id=id /> })}
            {move || (!unripe.with(Vec::is_empty)).then(|| view! {
                <details>
                    <summary><Icon name="down" />{(p.unripe)(unripe.with(Vec::len))}</summary>
                    <ul class="list">
                        <For each=move || unripe.get() key=|id| id.to_string() let:id>
                            <li><Unripe id=id /></li>
                        </For>
                    </ul>
                </details>
            })}
        </fieldset>
    }
}

/// Of the issue that it was planned for: that it stays where it stands, and what it lacks before it can get the day.
#[component]
fn Stays(id: Id) -> AnyView {
    let (w, desk) = (words(), desk());
    let seen = Memo::new(move |_| desk.issue(id).filter(|seen| !ripe(seen.issue.standing)));
    child(move || {
        seen.get().map(|seen| {
            let title = seen.issue.title.clone();
            let stays = (w.gather().plan.stays)((w.names.standing)(seen.issue.standing), seen.issue.standing);
            view! {
                <p class="note">
                    <Icon name="info" />
                    <span><a href=Route::Issue(id).path() lang=tongue(&title)>{title.clone()}</a>" "{stays}</span>
                </p>
            }
        })
    })
}

#[component]
fn One(id: Id, form: RwSignal<Draft>) -> AnyView {
    let (w, desk) = (words(), desk());
    let seen = Memo::new(move |_| desk.issue(id));
    let ticked = move || form.with(|form| form.issues.contains(&id));
    let tick = move |event| {
        let on = event_target_checked(&event);
        form.update(|form| {
            form.issues.retain(|other| *other != id);
            if on {
                form.issues.push(id);
            }
        });
    };
    let told = move || {
        seen.get().map(|seen| {
            let question = question(&seen);
            let standing = (w.names.standing)(seen.issue.standing);
            let households = seen.issue.households.map(w.common.households);
            view! {
                <span>
                    <b lang=tongue(&question)>{question.clone()}</b>
                    <small>{standing}{households.map(|count| format!(" · {count}"))}</small>
                </span>
            }
        })
    };
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=ticked on:change=tick />
            {told}
        </label>
    }
}

#[component]
fn Unripe(id: Id) -> AnyView {
    let (w, desk) = (words(), desk());
    let seen = Memo::new(move |_| desk.issue(id));
    child(move || {
        seen.get().map(|seen| {
            let title = seen.issue.title.clone();
            let why = (w.gather().plan.why)(seen.issue.standing);
            view! {
                <a href=Route::Issue(id).path()>
                    <span><span lang=tongue(&title)>{title.clone()}</span><small>{why}</small></span>
                    <span class="end"><Icon name="right" /></span>
                </a>
            }
        })
    })
}

/// What is put to the bench: the question, or the heading of an issue that has none.
pub(super) fn question(seen: &Seen) -> String {
    seen.issue.question.clone().unwrap_or_else(|| seen.issue.title.clone())
}
