//! The forms of a session's steps: another day, the district as host, one step along its life-cycle.

use std::sync::Arc;

use domain::{Act, Id, Kind, Millis, Scope, SessionAct, Stage, session::How};

use super::{
    pack::PackCheck,
    people::seats,
    steps::Open,
    together::{Acts, Bound, moved, proceeds},
    when::{When, WhenBoxes},
};
use crate::{
    desk::{CommitError, Desk, Evening, Seen, desk},
    look::words,
    parts::{CommitTrouble, Icon},
    prelude::*,
    screens::issue::Line,
};

/// The issues of a session that are on this phone.
fn issues(desk: Desk, evening: &Evening) -> Vec<Arc<Seen>> {
    let ids = &evening.session.issues;
    ids.iter().filter_map(|id| untrack(|| desk.issue(*id))).collect()
}

fn bound(seen: &[Arc<Seen>]) -> Vec<Bound<'_>> {
    seen.iter().map(|seen| (seen.id, seen.scope, &seen.issue)).collect()
}

/// Stores acts, and closes the form when they are stored.
fn commit(
    desk: Desk,
    acts: Acts,
    open: RwSignal<Option<Open>>,
    error: RwSignal<Option<CommitError>>,
) {
    leptos::task::spawn_local(async move {
        match desk.commit_acts(acts).await {
            Ok(()) => open.set(None),
            Err(trouble) => error.set(Some(trouble)),
        }
    });
}

/// The reason, where nothing was typed none.
fn said(why: &str) -> Option<String> {
    let why = why.trim();
    (!why.is_empty()).then(|| why.to_owned())
}

/// Whoever tells the others the day knows it, and need not be told.
fn own_word(desk: Desk, session: Id, on: Millis, place: String) -> Option<(Kind, Id, Scope, Act)> {
    let me = desk.person();
    let seats = untrack(|| seats(desk, session));
    let (seat, _) = seats.into_iter().find(|(_, seated)| seated.seat.person == Some(me))?;
    let act = SessionAct::Tell { on, place, how: How::Own };
    Some((Kind::Seat, seat, Scope::Session(session), act.into()))
}

/// Sets the day and the place, or moves them; the issues that wait for it come along.
#[component]
pub(super) fn DayForm(shown: Memo<Evening>, open: RwSignal<Option<Open>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let (o, p) = (w.gather().overview, w.gather().plan);
    let first = shown.get_untracked();
    let when = RwSignal::new(When::of(first.session.on, first.session.place.as_ref()));
    let why = RwSignal::new(String::new());
    let half = RwSignal::new(false);
    let error = RwSignal::new(None);
    let announced = Memo::new(move |_| {
        shown.with(|evening| matches!(evening.session.stage, Stage::Noticed | Stage::Ready))
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (form, evening) = (when.get_untracked(), shown.get_untracked());
        let Ok(Some(on)) = form.moment() else { return half.set(true) };
        half.set(false);
        let place = form.whole_place(p.with_rain).unwrap_or_default();
        let seen = issues(desk, &evening);
        let session = (evening.id, evening.session.village);
        let day = (on, place.clone(), said(&why.get_untracked()));
        let mut acts = moved(session, day, &bound(&seen));
        if announced.get_untracked() {
            acts.extend(own_word(desk, evening.id, on, place));
        }
        commit(desk, acts, open, error);
    };
    let set_why = Callback::new(move |typed| why.set(typed));
    let moved = first.session.on.is_some();
    view! {
        <form class="slip col" on:submit=save aria-label=o.day[usize::from(moved)]>
            <WhenBoxes form=when />
            <div role="alert">
                {move || half.get().then(|| view! { <p class="err"><Icon name="warn" /><span>{p.half}</span></p> })}
            </div>
            {move || announced.get().then(|| view! {
                <Line label=o.moved_why value=why set=set_why long=true />
                <p class="hint">{o.moved_note}</p>
            })}
            <Ends open=open />
            <CommitTrouble error=error />
        </form>
    }
}

/// The district is asked to host.
#[component]
pub(super) fn EscalateForm(shown: Memo<Evening>, open: RwSignal<Option<Open>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let (says, asks, means) = w.gather().overview.escalate;
    let why = RwSignal::new(String::new());
    let error = RwSignal::new(None);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let evening = shown.get_untracked();
        let act = SessionAct::Escalate { why: why.get_untracked() };
        let scope = Scope::Village(evening.session.village);
        commit(desk, vec![(Kind::Session, evening.id, scope, act.into())], open, error);
    };
    let set = Callback::new(move |typed| why.set(typed));
    view! {
        <form class="slip col" on:submit=save aria-label=says>
            <p class="sm">{means}</p>
            <Line label=asks value=why set=set long=true />
            <Ends open=open />
            <CommitTrouble error=error />
        </form>
    }
}

/// One step along the life-cycle: what it means, the reason where one is asked for, and before an evening what must be
/// on the phone.
#[component]
pub(super) fn StepForm(shown: Memo<Evening>, to: Stage, open: RwSignal<Option<Open>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let o = w.gather().overview;
    let id = shown.with_untracked(|evening| evening.id);
    let why = RwSignal::new(String::new());
    let error = RwSignal::new(None);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let evening = shown.get_untracked();
        let seen = issues(desk, &evening);
        let session = (evening.id, evening.session.village);
        let step = (evening.session.stage, to, said(&why.get_untracked()));
        let mut acts = proceeds(session, step, &bound(&seen));
        if let (Stage::Noticed, Some((on, place))) =
            (to, evening.session.on.zip(evening.session.place))
        {
            acts.extend(own_word(desk, evening.id, on, place));
        }
        commit(desk, acts, open, error);
    };
    let from = shown.with_untracked(|evening| evening.session.stage);
    let asks = (o.why)(to);
    let set = Callback::new(move |typed| why.set(typed));
    let back = to == Stage::Noticed && from == Stage::Ready;
    let means = (!back).then(|| view! { <p class="sm">{(o.going)(to)}</p> });
    view! {
        <form class="slip col" on:submit=save aria-label=(o.go)(from, to)>
            {means}
            {(!asks.is_empty()).then(|| view! { <Line label=asks value=why set=set long=true /> })}
            {(to == Stage::Ready).then(|| view! { <PackCheck id=id /> })}
            <div class="btns">
                <button class="btn do">{(o.go)(from, to)}</button>
                <button type="button" class="btn" on:click=move |_| open.set(None)>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=error />
        </form>
    }
}

#[component]
fn Ends(open: RwSignal<Option<Open>>) -> AnyView {
    let w = words().common;
    view! {
        <div class="btns">
            <button class="btn do">{w.save}</button>
            <button type="button" class="btn" on:click=move |_| open.set(None)>{w.cancel}</button>
        </div>
    }
}
