//! Asking somebody in: out of the directory or a new name, as what, until when.

use domain::{Form, Id, Millis, Role, Scope};

use super::{
    Table,
    api::{AskIn, People},
    known::directory,
    link::Made,
};
use crate::{
    look::words,
    parts::{Choice, Icon, day_of, net_words, tongue},
    prelude::*,
    replica::NetError,
    screens::issue::{Line, draft},
};

/// What is typed; it stays on the phone until it is sent.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Draft {
    person: Option<Id>,
    name: String,
    note: String,
    group: Option<Id>,
}

/// The form, folded away.
#[component]
pub(super) fn AskForm(table: Table, people: People) -> AnyView {
    let w = words().people();
    let form = draft::<Draft>(format!("bandeng.ask-in.{}", table.id()));
    let role = RwSignal::new(people.grants.first().copied());
    let until = RwSignal::new(String::new());
    let failed = RwSignal::new(None::<NetError>);
    let lacks = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = form.get_untracked();
        let name = typed.name.trim().to_owned();
        lacks.set(typed.person.is_none() && name.is_empty());
        let Some(role) = role.get_untracked() else { return };
        if lacks.get_untracked() || busy.get_untracked() {
            return;
        }
        busy.set(true);
        let new = typed.person.is_none();
        let known = typed.person.map(|id| untrack(|| table.desk.name_of(id)));
        let some = |text: &str| Some(text.trim().to_owned()).filter(|t| new && !t.is_empty());
        let asked = AskIn {
            place: table.id(),
            person: typed.person,
            name: new.then(|| name.clone()),
            note: some(&typed.note),
            group: typed.group.filter(|_| new),
            role,
            until: end_of(&until.get_untracked()),
        };
        leptos::task::spawn_local(async move {
            match asked.ask().await {
                Ok(invite) => {
                    form.set(Draft::default());
                    failed.set(None);
                    table.done.set(None);
                    table.made.set(Some(Made { name: known.unwrap_or(name), role, invite }));
                    table.load();
                }
                Err(error) => failed.set(Some(error)),
            }
            busy.set(false);
        });
    };
    let listed: Vec<Id> = people.people.iter().map(|one| one.person).collect();
    let trouble = move || {
        let lacking = lacks.get().then(|| w.needs_name.to_owned());
        let failing = failed.get().map(|error| net_words(&error, w.offline));
        lacking.or(failing).map(|said| view! {
            <p class="err"><Icon name="warn" /><span>{said}</span></p>
        })
    };
    view! {
        <details class="noprint">
            <summary><Icon name="plus" />{w.ask_in}</summary>
            <form class="slip col" on:submit=ask>
                {who(table, form, listed)}
                {move || form.with(|form| form.person.is_none()).then(|| boxes(table, form))}
                <RolePick role=role roles=people.grants.clone() name="ask-role" />
                <p class="hint">{w.only}</p>
                <UntilBox until=until />
                <button class="btn do big" aria-busy=move || busy.get().then_some("true")>{w.make}</button>
                <div role="alert">{trouble}</div>
            </form>
        </details>
    }
}

/// Somebody of the directory who has no role here yet, or a new name.
fn who(table: Table, form: RwSignal<Draft>, listed: Vec<Id>) -> AnyView {
    let w = words().people();
    let pick = move |event| {
        let id = Id::try_parse(&event_target_value(&event)).ok();
        form.update(|form| form.person = id);
    };
    let choices = move || {
        let chosen = form.with(|form| form.person);
        let place = table.place.get();
        let known = place.map(|place| directory(table.desk, place)).unwrap_or_default();
        let known = known.into_iter().filter(|(id, _)| !listed.contains(id));
        let known = known.map(|(id, person)| {
            let told = match person.note {
                Some(note) => format!("{} · {note}", person.name),
                None => person.name,
            };
            let lang = tongue(&told);
            view! { <option value=id.to_string() selected=chosen == Some(id) lang=lang>{told}</option> }
        });
        let known: Vec<AnyView> = known.collect();
        view! {
            <option value="" selected=chosen.is_none()>{w.new_name}</option>
            {known.into_iter().collect_view()}
        }
    };
    view! {
        <label class="field">
            <span class="lab">{w.who[0]}</span>
            <select class="in" on:change=pick>{choices}</select>
        </label>
    }
    .into_any()
}

/// A new name: what to call them, what is said beside it, the group.
fn boxes(table: Table, form: RwSignal<Draft>) -> AnyView {
    let w = words().people();
    let part = move |read: fn(&Draft) -> &String| {
        Signal::derive(move || form.with(|form| read(form).clone()))
    };
    let set = move |write: fn(&mut Draft) -> &mut String| {
        Callback::new(move |typed| form.update(|form| *write(form) = typed))
    };
    let group = move |event| {
        let id = Id::try_parse(&event_target_value(&event)).ok();
        form.update(|form| form.group = id);
    };
    let groups = move || {
        let chosen = form.with(|form| form.group);
        let village = match table.place.get() {
            Some(Scope::Village(village)) => Some(village),
            _ => None,
        };
        let groups = village.map(|village| table.desk.groups(village)).unwrap_or_default();
        let groups = groups.into_iter().map(|(id, place)| {
            view! { <option value=id.to_string() selected=chosen == Some(id) lang="zh-CN">{place.name}</option> }
        });
        let groups: Vec<AnyView> = groups.collect();
        view! {
            <option value="" selected=chosen.is_none()>{w.no_group}</option>
            {groups.into_iter().collect_view()}
        }
    };
    view! {
        <Line label=w.boxes[0] value=part(|form| &form.name) set=set(|form| &mut form.name) />
        <Line label=w.boxes[1] value=part(|form| &form.note) set=set(|form| &mut form.note) />
        <label class="field">
            <span class="lab">{w.boxes[2]}</span>
            <select class="in" on:change=group>{groups}</select>
        </label>
    }
    .into_any()
}

/// One role of several, each with what it is for.
#[component]
pub(super) fn RolePick(
    role: RwSignal<Option<Role>>,
    roles: Vec<Role>,
    name: &'static str,
) -> AnyView {
    let w = words();
    let choices = roles.into_iter().map(|one| {
        let chosen = Signal::derive(move || role.get() == Some(one));
        let pick = Callback::new(move |()| role.set(Some(one)));
        view! {
            <Choice name=name chosen=chosen pick=pick>
                <span class="lh">{(w.names.role)(one)}<small>{(w.people().does)(one)}</small></span>
            </Choice>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{w.people().boxes[3]}</legend>
            <div class="opts tall">{choices.collect_view()}</div>
        </fieldset>
    }
}

/// The last day on which a role is held.
#[component]
pub(super) fn UntilBox(until: RwSignal<String>) -> AnyView {
    let w = words().people();
    let set = Callback::new(move |typed| until.set(typed));
    view! {
        <Line label=w.boxes[4] kind="date" value=until set=set />
        <p class="hint">{w.until_hint}</p>
    }
}

/// The moment at which a role ends whose last day was typed: when that day is over.
pub(super) fn end_of(typed: &str) -> Option<Millis> {
    // a day as it is typed is its evening
    day_of(typed).map(|evening| evening + 6 * 60 * 60 * 1000)
}
