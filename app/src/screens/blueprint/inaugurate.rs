//! A new team is entered: its name, its secretary out of the directory, from when until when, and who is in it.

use domain::{FollowAct, Form, Id, Kind, Refusal, Scope, follow::term::Inaugurate, place::Person};

use super::{says, some};
use crate::{
    clock,
    desk::{CommitError, Desk, desk},
    look::words,
    parts::{CommitTrouble, Icon, Trouble, day_of, keep, tongue},
    prelude::*,
    routes::{Route, way},
    screens::issue::{Line, draft},
};

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Draft {
    team: String,
    secretary: Option<Id>,
    from: String,
    until: String,
    members: String,
}

impl Draft {
    /// What it comes to; nothing while nobody leads it or nobody knows from when.
    fn inaugurates(&self, desk: Desk) -> Option<Inaugurate> {
        let (secretary, from) = self.secretary.zip(day_of(&self.from))?;
        Some(Inaugurate {
            team: self.team.trim().to_owned(),
            secretary,
            name: untrack(|| desk.name_of(secretary)),
            from,
            until: day_of(&self.until),
            members: some(&self.members),
        })
    }
}

/// The people of the directory; tracked.
fn people(desk: Desk) -> Vec<(Id, Person)> {
    desk.replica.with(|replica| {
        let all = replica.view().values().filter(|r| r.kind == Kind::Person && !r.gone);
        all.filter_map(|record| Some((record.id, record.read().ok()?))).collect()
    })
}

/// The form, folded away.
#[component]
pub(super) fn New(village: Id) -> AnyView {
    let (t, desk, way) = (says().term, desk(), way());
    let form = draft::<Draft>(format!("bandeng.term.{village}"));
    let trouble = Trouble::new();
    let lacks = RwSignal::new(false);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let now = form.get_untracked();
        let act = now.inaugurates(desk);
        lacks.set(act.is_none());
        let Some(act) = act else { return };
        if act.team.is_empty() {
            let empty = Refusal::Empty { field: "team".to_owned() };
            return trouble.said.set(Some(CommitError::Refused(empty)));
        }
        let id = clock::fresh();
        let act = FollowAct::Inaugurate(act).into();
        keep(trouble, vec![(Kind::Term, id, Scope::Village(village), act)], move || {
            form.set(Draft::default());
            way.go(Route::Term(id));
        });
    };
    let lacking = move || {
        lacks.get().then(|| view! { <p class="err"><Icon name="warn" /><span>{t.lacks}</span></p> })
    };
    view! {
        <details>
            <summary><Icon name="plus" />{t.add}</summary>
            <form class="slip col" on:submit=save>
                {boxes(form, desk)}
                <button class="btn do">{words().common.save}</button>
                <div role="alert">{lacking}</div>
                <CommitTrouble error=trouble.said />
            </form>
        </details>
    }
}

fn boxes(form: RwSignal<Draft>, desk: Desk) -> AnyView {
    let labels = says().term.boxes;
    let part = move |read: fn(&Draft) -> &String| {
        Signal::derive(move || form.with(|form| read(form).clone()))
    };
    let set = move |write: fn(&mut Draft) -> &mut String| {
        Callback::new(move |typed| form.update(|form| *write(form) = typed))
    };
    view! {
        <Line label=labels[0] value=part(|form| &form.team) set=set(|form| &mut form.team) />
        {who(form, desk)}
        <div class="two">
            <Line label=labels[2] kind="date" value=part(|form| &form.from) set=set(|form| &mut form.from) />
            <Line label=labels[3] kind="date" value=part(|form| &form.until) set=set(|form| &mut form.until) />
        </div>
        <Line label=labels[4] long=true value=part(|form| &form.members) set=set(|form| &mut form.members) />
    }
}

/// Who leads it.
fn who(form: RwSignal<Draft>, desk: Desk) -> AnyView {
    let t = says().term;
    let pick = move |event| {
        let id = Id::try_parse(&event_target_value(&event)).ok();
        form.update(|form| form.secretary = id);
    };
    let choices = move || {
        let chosen = form.with(|form| form.secretary);
        let people = people(desk).into_iter().map(|(id, person)| {
            let told = match person.note {
                Some(note) => format!("{} · {note}", person.name),
                None => person.name,
            };
            let lang = tongue(&told);
            view! { <option value=id.to_string() selected=chosen == Some(id) lang=lang>{told}</option> }
        });
        let people: Vec<AnyView> = people.collect();
        view! {
            <option value="" selected=chosen.is_none()>{t.choose}</option>
            {people.into_iter().collect_view()}
        }
    };
    view! {
        <label class="field">
            <span class="lab">{t.boxes[1]}</span>
            <select class="in" on:change=pick>{choices}</select>
        </label>
    }
}
