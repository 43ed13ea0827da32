//! One seat of the ring: who sits there, whether the person knows the day, and what can be mended.

use domain::{
    Act, Id, Kind, Role, Scope, SessionAct,
    session::{Duty, How, seat::Seated},
};
use serde_json::Value;

use super::{mend::Mend, people::introduced, seats::edits, you::knows};
use crate::{
    clock,
    desk::{CommitError, Evening, desk},
    look::words,
    parts::Icon,
    prelude::*,
};

/// The seats as they stand.
pub(super) type All = Memo<Vec<(Id, Seated)>>;

/// What is open under a seat.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Telling,
    Mending,
}

/// The seat as a slip, with its two drawers.
#[component]
pub(super) fn Row(
    seat: Id,
    all: All,
    shown: Memo<Evening>,
    error: RwSignal<Option<CommitError>>,
) -> AnyView {
    let (w, desk) = (words().gather().seats, desk());
    let session = shown.with_untracked(|evening| evening.id);
    let open = RwSignal::new(None::<Open>);
    let seated = Memo::new(move |_| {
        all.with(|all| all.iter().find(|(id, _)| *id == seat).map(|(_, seated)| seated.clone()))
    });
    let tells = Memo::new(move |_| {
        let act = SessionAct::Tell { on: 0, place: String::new(), how: How::Phone };
        let ahead = shown.with(|e| e.session.stage.ahead() && e.session.on.is_some());
        ahead && desk.may(Kind::Seat, seat, Scope::Session(session), act.into()).is_ok()
    });
    let mends = Memo::new(move |_| {
        let act = Act::Edit { field: "name".into(), from: Value::Null, to: Value::Null };
        let thawed = shown.with(|evening| !evening.session.stage.frozen());
        thawed && desk.may(Kind::Seat, seat, Scope::Session(session), act).is_ok()
    });
    let name = Memo::new(move |_| seated.get().map(|seated| seated.seat.name).unwrap_or_default());
    let knob = move |what: Open, label: fn(&str) -> String, icon: AnyView| {
        view! {
            <button class="ib" aria-label=move || label(&name.get())
                aria-expanded=move || (open.get() == Some(what)).to_string()
                on:click=move |_| open.update(|open| *open = (*open != Some(what)).then_some(what))>
                {icon}
            </button>
        }
    };
    view! {
        <li class="slip seat-slip">
            <div class="row">
                <div class="grow">{move || seated.get().map(|seated| who(&seated))}</div>
                {move || tells.get().then(|| knob(Open::Telling, w.tell, view! { <Icon name="tel" /> }))}
                {move || mends.get().then(|| knob(Open::Mending, w.open, view! { <Icon name="pen" /> }))}
            </div>
            {move || seated.get().map(|seated| knowing(&seated, &shown.get()))}
            {move || open.get().map(|what| match what {
                Open::Telling => {
                    let told = Callback::new(move |()| open.set(None));
                    view! { <Telling seat=seat shown=shown told=told error=error /> }
                }
                Open::Mending => view! { <Mending session=session seat=seat all=all error=error /> },
            })}
        </li>
    }
}

/// The name, as what, and what the person does besides.
fn who(seated: &Seated) -> AnyView {
    let w = words();
    let seat = &seated.seat;
    let duty = seat.duty.map(|duty| {
        view! { <span class="tag go">{words::session::duty(w.lang, duty)}</span> }
    });
    let far = seat.remote.then(|| {
        view! { <span class="tag far"><Icon name="tel" />{words::session::how(w.lang, How::Phone)}</span> }
    });
    let present = seated.present.map(|here| {
        view! { <span class="tag">{w.gather().seats.present[usize::from(!here)]}</span> }
    });
    view! {
        <p class="who"><b lang="zh-CN">{seat.name.clone()}</b>{introduced(seated)}{duty}{far}{present}</p>
    }
}

/// Whether the person knows the day; nothing before there is one.
fn knowing(seated: &Seated, evening: &Evening) -> Option<AnyView> {
    let w = words();
    let s = w.gather().seats;
    evening.session.on?;
    let told = seated.told_on.map(|on| w.lang.evening(on, clock::now()));
    let (class, icon, says) = match (knows(seated, evening), told) {
        (true, Some(day)) => {
            let how = seated.told_how.map_or("", |how| words::session::how(w.lang, how));
            ("row xs pine", view! { <Icon name="check" /> }, (s.told)(how, &day))
        }
        (_, Some(day)) => ("row xs och", view! { <Icon name="warn" /> }, (s.told_old)(&day)),
        (_, None) => ("row xs dim", view! { <Icon name="tel" /> }, s.untold.to_owned()),
    };
    Some(view! { <p class=class>{icon}<span>{says}</span></p> }.into_any())
}

/// How somebody was told.
#[component]
fn Telling(
    seat: Id,
    shown: Memo<Evening>,
    told: Callback<()>,
    error: RwSignal<Option<CommitError>>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let tell = move |how: How| {
        let evening = shown.get_untracked();
        let Some((on, place)) = evening.session.on.zip(evening.session.place) else { return };
        let act = SessionAct::Tell { on, place, how };
        let scope = Scope::Session(evening.id);
        leptos::task::spawn_local(async move {
            match desk.commit(Kind::Seat, seat, scope, act.into()).await {
                Ok(_) => told.run(()),
                Err(trouble) => error.set(Some(trouble)),
            }
        });
    };
    let ways = [How::Here, How::Phone, How::Chat, How::Paper].map(|how| {
        view! {
            <button class="btn" on:click=move |_| tell(how)>{words::session::how(w.lang, how)}</button>
        }
    });
    view! {
        <div class="col tight" role="group" aria-label=w.gather().seats.how>
            <p class="lab">{w.gather().seats.how}</p>
            <div class="btns thirds">{ways.into_iter().collect_view()}</div>
        </div>
    }
}

/// What can be mended in a seat.
#[component]
fn Mending(session: Id, seat: Id, all: All, error: RwSignal<Option<CommitError>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let s = w.gather().seats;
    let which = (Kind::Seat, seat, Scope::Session(session));
    let now = Memo::new(move |_| {
        all.with(|all| {
            all.iter().find(|(id, _)| *id == seat).map(|(_, seated)| seated.seat.clone())
        })
    });
    let duty = move |event| {
        let word: String = event_target_value(&event);
        let to = Duty::of(&word).map_or(Value::Null, |duty| duty.as_str().into());
        let mut wanted = Vec::new();
        // there is one host: whoever had it before has it no more
        if Duty::of(&word) == Some(Duty::Host) {
            let hosts = all.get_untracked().into_iter();
            let hosts = hosts.filter(|(id, s)| *id != seat && s.seat.duty == Some(Duty::Host));
            wanted.extend(hosts.map(|(id, _)| (id, "duty", Value::Null)));
        }
        wanted.push((seat, "duty", to));
        edits(desk, session, wanted, error);
    };
    let role = move |event| {
        edits(desk, session, vec![(seat, "role", event_target_value(&event).into())], error);
    };
    let remote = move |event| {
        let far = event_target_checked(&event);
        let to = if far { Value::Bool(true) } else { Value::Null };
        edits(desk, session, vec![(seat, "remote", to)], error);
    };
    let ticked = move || now.get().is_some_and(|seat| seat.remote);
    view! {
        <div class="col">
            <Mend which=which.clone() field="name" label=s.name />
            <Mend which=which.clone() field="label" label=s.label />
            <Mend which=which field="group" label=s.group />
            <label class="field">
                <span class="lab">{s.role}</span>
                <select class="in" on:change=role>{roles(now)}</select>
            </label>
            <label class="field">
                <span class="lab">{s.duty.0}</span>
                <select class="in" on:change=duty>{duties(now)}</select>
            </label>
            <label class="tick">
                <input type="checkbox" prop:checked=ticked on:change=remote />
                <span class="sm">{s.remote}</span>
            </label>
            <Places session=session seat=seat all=all error=error />
        </div>
    }
}

/// The roles to choose from.
fn roles(now: Memo<Option<domain::session::Seat>>) -> AnyView {
    let w = words();
    let options = Role::ALL.map(|role| {
        let chosen = move || now.get().is_some_and(|seat| seat.role == role);
        view! { <option value=role.as_str() selected=chosen>{(w.names.role)(role)}</option> }
    });
    options.into_iter().collect_view().into_any()
}

fn duties(now: Memo<Option<domain::session::Seat>>) -> AnyView {
    let w = words();
    let none = move || now.get().is_some_and(|seat| seat.duty.is_none());
    let options = [Duty::Host, Duty::Recorder, Duty::Witness].map(|duty| {
        let chosen = move || now.get().is_some_and(|seat| seat.duty == Some(duty));
        view! { <option value=duty.as_str() selected=chosen>{words::session::duty(w.lang, duty)}</option> }
    });
    view! {
        <option value="" selected=none>{w.gather().seats.duty.1}</option>
        {options.into_iter().collect_view()}
    }
}

/// Its place in the ring, and the way out of it.
#[component]
fn Places(session: Id, seat: Id, all: All, error: RwSignal<Option<CommitError>>) -> AnyView {
    let (w, desk) = (words().gather().seats, desk());
    let asked = RwSignal::new(false);
    let at = Memo::new(move |_| all.with(|all| all.iter().position(|(id, _)| *id == seat)));
    let last = Memo::new(move |_| all.with(|all| all.len().saturating_sub(1)));
    let shift = move |forward: bool| {
        let mut ids: Vec<Id> = all.with_untracked(|all| all.iter().map(|(id, _)| *id).collect());
        let Some(at) = at.get_untracked() else { return };
        let other = if forward { at.checked_sub(1) } else { Some(at + 1) };
        let Some(other) = other.filter(|other| *other < ids.len()) else { return };
        ids.swap(at, other);
        let wanted = (0_u32..).zip(ids).map(|(order, id)| (id, "order", order.into()));
        edits(desk, session, wanted.collect(), error);
    };
    let remove = move |_| {
        if !asked.get_untracked() {
            return asked.set(true);
        }
        leptos::task::spawn_local(async move {
            let gone = desk.commit(Kind::Seat, seat, Scope::Session(session), Act::Withdraw).await;
            error.set(gone.err());
        });
    };
    let first = move || (at.get() == Some(0)).then_some("true");
    let end = move || (at.get() == Some(last.get())).then_some("true");
    view! {
        <div class="btns thirds">
            <button class="btn" aria-disabled=first on:click=move |_| shift(true)><Icon name="back" />{w.order[0]}</button>
            <button class="btn" aria-disabled=end on:click=move |_| shift(false)>{w.order[1]}<Icon name="right" /></button>
            <button class="btn refuse" on:click=remove>{move || w.remove[usize::from(asked.get())]}</button>
        </div>
    }
}
