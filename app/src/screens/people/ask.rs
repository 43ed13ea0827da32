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

impl Draft {
    /// What is asked of the server; nothing while nobody is named.
    fn asked(&self, place: Id, role: Role, until: Option<Millis>) -> Option<AskIn> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let asked =
            |person, name, note, group| AskIn { place, person, name, note, group, role, until };
        match self.person {
            Some(person) => Some(asked(Some(person), None, None, None)),
            None => Some(asked(None, Some(some(&self.name)?), some(&self.note), self.group)),
        }
    }
}

/// Where the form stands.
#[derive(Clone, Copy)]
struct Asking {
    table: Table,
    form: RwSignal<Draft>,
    role: RwSignal<Option<Role>>,
    until: RwSignal<String>,
    failed: RwSignal<Option<NetError>>,
    lacks: RwSignal<bool>,
    busy: RwSignal<bool>,
}

impl Asking {
    fn ask(self) {
        let Some(role) = self.role.get_untracked().filter(|_| !self.busy.get_untracked()) else {
            return;
        };
        let typed = self.form.get_untracked();
        let asked = typed.asked(self.table.id(), role, end_of(&self.until.get_untracked()));
        self.lacks.set(asked.is_none());
        let Some(asked) = asked else { return };
        let known = asked.person.map(|id| untrack(|| self.table.desk.name_of(id)));
        let name = known.or_else(|| asked.name.clone()).unwrap_or_default();
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            match asked.ask().await {
                Ok(invite) => {
                    self.form.set(Draft::default());
                    self.failed.set(None);
                    self.table.done.set(None);
                    self.table.made.set(Some(Made { name, role, invite }));
                    self.table.load();
                }
                Err(error) => self.failed.set(Some(error)),
            }
            self.busy.set(false);
        });
    }
}

/// The form, folded away.
pub(super) fn form(table: Table, people: &People) -> AnyView {
    let w = words().people();
    let asking = Asking {
        table,
        form: draft::<Draft>(format!("bandeng.ask-in.{}", table.id())),
        role: RwSignal::new(people.grants.first().copied()),
        until: RwSignal::new(String::new()),
        failed: RwSignal::new(None),
        lacks: RwSignal::new(false),
        busy: RwSignal::new(false),
    };
    let Asking { form, role, until, failed, lacks, busy, .. } = asking;
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        asking.ask();
    };
    let listed: Vec<Id> = people.people.iter().map(|one| one.person).collect();
    let trouble = move || {
        let lacking = lacks.get().then(|| w.needs_name.to_owned());
        let failing = failed.get().map(|error| net_words(&error, w.offline));
        lacking.or(failing).map(|said| {
            view! {
                <p class="err"><Icon name="warn" /><span>{said}</span></p>
            }
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
    .into_any()
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
                <b>{(w.names.role)(one)}</b><small>{(w.people().does)(one)}</small>
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
