//! More seats: one tap for somebody of the directory, a few boxes for somebody who is not in it.

use domain::{
    Form, Id, Kind, Role, Scope, SessionAct,
    burden::Task,
    place::Person,
    session::{Duty, Mode, Seat, seat::Seated},
};

use super::{
    people::{directory, rank},
    seat::All,
};
use crate::{
    burden, clock,
    desk::{CommitError, Desk, Evening, desk},
    look::words,
    parts::{CommitTrouble, Icon},
    prelude::*,
    screens::issue::{Line, draft},
};

/// Whether the reader may lay a seat; tracked.
pub(super) fn may_seat(desk: Desk, session: Id) -> Result<(), domain::Refusal> {
    let act = SessionAct::Seat(seat(String::new(), Role::Villager, 0));
    desk.may(Kind::Seat, Id::nil(), Scope::Session(session), act.into())
}

fn seat(name: String, role: Role, order: u32) -> Seat {
    let (label, group, person, duty) = (None, None, None, None);
    Seat { name, role, label, group, person, duty, remote: false, order, salt: clock::secret() }
}

/// The place behind the last.
fn behind(all: &[(Id, Seated)]) -> u32 {
    all.iter().map(|(_, seated)| seated.seat.order + 1).max().unwrap_or(0)
}

/// What somebody of this role most likely does, where nobody does it yet.
fn likely(role: Role, mode: Mode, all: &[(Id, Seated)]) -> Option<Duty> {
    let duty = match (role, mode) {
        (Role::Secretary, Mode::B) | (Role::Office, Mode::A) => Duty::Host,
        (Role::Recorder, _) => Duty::Recorder,
        (Role::Supervisor, _) => Duty::Witness,
        (
            Role::Villager
            | Role::Representative
            | Role::Secretary
            | Role::FirstSecretary
            | Role::Member
            | Role::Expert
            | Role::Department
            | Role::Office,
            _,
        ) => return None,
    };
    all.iter().all(|(_, seated)| seated.seat.duty != Some(duty)).then_some(duty)
}

/// The seat of somebody of the directory: villagers with their group, the others with what is said beside their name.
fn of_person(
    (id, person): (Id, &Person),
    group: Option<String>,
    mode: Mode,
    all: &[(Id, Seated)],
) -> Seat {
    let role = person.role.unwrap_or(Role::Villager);
    let villager = matches!(role, Role::Villager | Role::Representative);
    Seat {
        label: person.note.clone().filter(|_| !villager),
        group: group.filter(|_| villager),
        person: Some(id),
        duty: likely(role, mode, all),
        ..seat(person.name.clone(), role, behind(all))
    }
}

/// Those of the directory who have no seat yet, by their roles.
#[component]
pub(super) fn Directory(
    shown: Memo<Evening>,
    all: All,
    error: RwSignal<Option<CommitError>>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let s = w.gather().seats;
    let (session, village) = shown.with_untracked(|evening| (evening.id, evening.session.village));
    let rest = Memo::new(move |_| {
        let sits = |id: Id| all.with(|all| all.iter().any(|(_, s)| s.seat.person == Some(id)));
        let mut people = directory(desk, village);
        people.retain(|(id, _)| !sits(*id));
        people
    });
    let ask = Callback::new(move |id: Id| {
        let Some(person) = untrack(|| desk.person_of(id)) else { return };
        let group = person.group.and_then(|group| untrack(|| desk.place(group)));
        let mode = shown.with_untracked(|evening| evening.session.mode);
        let seat = all.with_untracked(|all| {
            of_person((id, &person), group.map(|group| group.name), mode, all)
        });
        leptos::task::spawn_local(async move {
            error.set(lay(desk, session, seat).await.err());
        });
    });
    let roles = Role::ALL.map(|role| {
        let mine = Memo::new(move |_| {
            let mut people = rest.get();
            people.retain(|(_, person)| rank(person.role) == rank(Some(role)));
            people
        });
        child(move || {
            (!mine.with(Vec::is_empty)).then(|| {
                view! {
                    <div class="col tight" role="group" aria-label=(w.names.role)(role)>
                        <p class="lab">{(w.names.role)(role)}</p>
                        <div class="chips">
                            <For each=move || mine.get() key=|(id, _)| id.to_string() let:one>
                                <Ask id=one.0 person=one.1 ask=ask />
                            </For>
                        </div>
                    </div>
                }
            })
        })
    });
    view! {
        <section class="col" aria-labelledby="directory">
            <div class="head"><h2 id="directory">{s.directory}</h2></div>
            {roles.into_iter().collect_view()}
            {move || rest.with(Vec::is_empty).then(|| view! { <p class="sm dim">{s.all_sit}</p> })}
        </section>
    }
}

/// One tap asks somebody.
#[component]
fn Ask(id: Id, person: Person, ask: Callback<Id>) -> AnyView {
    let (s, desk) = (words().gather().seats, desk());
    let name = person.name;
    let villager = matches!(person.role, Some(Role::Villager | Role::Representative));
    let group = person.group.filter(|_| villager);
    let group = move || group.and_then(|group| desk.place(group)).map(|group| group.name);
    view! {
        <button class="chip" on:click=move |_| ask.run(id)>
            <Icon name="plus" /><span class="sr">{s.ask}" "</span><span lang="zh-CN">{name}</span><small lang="zh-CN">{group}</small>
        </button>
    }
}

async fn lay(desk: Desk, session: Id, seat: Seat) -> Result<(), CommitError> {
    let (scope, act) = (Scope::Session(session), SessionAct::Seat(seat));
    desk.commit(Kind::Seat, clock::fresh(), scope, act.into()).await?;
    Ok(())
}

/// What is typed of somebody.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Draft {
    name: String,
    label: String,
    group: String,
    role: Option<Role>,
    remote: bool,
}

/// Somebody whom the directory does not know: a name and as what is enough.
#[component]
pub(super) fn Typed(session: Id, all: All) -> AnyView {
    let (s, desk) = (words().gather().seats, desk());
    let form = draft::<Draft>(format!("bandeng.seat.{session}"));
    let error = RwSignal::new(None);
    let cost = burden::task(Task::Seat);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = form.get_untracked();
        let order = all.with_untracked(|all| behind(all));
        let role = typed.role.unwrap_or(Role::Villager);
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let seat = Seat {
            label: some(&typed.label),
            group: some(&typed.group),
            remote: typed.remote,
            ..seat(typed.name.trim().to_owned(), role, order)
        };
        leptos::task::spawn_local(async move {
            let laid = lay(desk, session, seat).await;
            if laid.is_ok() {
                cost.done(4);
                // the next one most likely comes as the same
                form.set(Draft { role: Some(role), ..Draft::default() });
            }
            error.set(laid.err());
        });
    };
    view! {
        <section class="col" aria-labelledby="typed">
            <div class="head"><h2 id="typed">{s.typed}</h2></div>
            <form class="col" on:submit=add>
                <Boxes form=form />
                <button class="btn">{s.add}</button>
                <CommitTrouble error=error />
            </form>
        </section>
    }
}

/// The boxes.
#[component]
fn Boxes(form: RwSignal<Draft>) -> AnyView {
    let w = words();
    let s = w.gather().seats;
    let part = move |read: fn(&Draft) -> &String| {
        Signal::derive(move || form.with(|form| read(form).clone()))
    };
    let set = move |write: fn(&mut Draft) -> &mut String| {
        Callback::new(move |typed| form.update(|form| *write(form) = typed))
    };
    let roles = Role::ALL.map(|role| {
        let chosen = move || form.with(|form| form.role.unwrap_or(Role::Villager) == role);
        view! { <option value=role.as_str() selected=chosen>{(w.names.role)(role)}</option> }
    });
    let choose = move |event| {
        let role = Role::of(&event_target_value(&event));
        form.update(|form| form.role = role);
    };
    let far = move |event| {
        let far = event_target_checked(&event);
        form.update(|form| form.remote = far);
    };
    view! {
        <Line label=s.name value=part(|form| &form.name) set=set(|form| &mut form.name) />
        <label class="field">
            <span class="lab">{s.role}</span>
            <select class="in" on:change=choose>{roles.into_iter().collect_view()}</select>
        </label>
        <div class="two">
            <Line label=s.label value=part(|form| &form.label) set=set(|form| &mut form.label) />
            <Line label=s.group value=part(|form| &form.group) set=set(|form| &mut form.group) />
        </div>
        <label class="tick">
            <input type="checkbox" prop:checked=move || form.with(|form| form.remote) on:change=far />
            <span class="sm">{s.remote}</span>
        </label>
    }
}
