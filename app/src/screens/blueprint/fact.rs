//! One thing that is known of the village: what it was over the years, and from where; a new value, and a slip mended.

use domain::{Act, Form, Id, Kind, Scope, SessionAct, form::Value};

use super::{says, some};
use crate::{
    clock,
    desk::{Known, Whereabouts, desk},
    look::words,
    parts::{CommitTrouble, Dialog, Icon, Trouble, WhereaboutsBadge, keep, tongue},
    prelude::*,
    screens::issue::{Line, draft},
};

/// A value as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Draft {
    name: String,
    value: String,
    of: String,
    source: String,
}

impl Draft {
    fn of(known: &Known) -> Self {
        let fact = known.fact.clone();
        let (of, source) = (fact.of.unwrap_or_default(), fact.source.unwrap_or_default());
        Self { name: fact.name, value: fact.value, of, source }
    }

    fn know(&self) -> SessionAct {
        let [name, value] = [&self.name, &self.value].map(|text| text.trim().to_owned());
        SessionAct::Know { name, value, of: some(&self.of), source: some(&self.source) }
    }

    /// What was written otherwise, field by field.
    fn mended(&self, known: &Known) -> Vec<Act> {
        let was = Self::of(known);
        let pairs = [
            ("name", &was.name, &self.name),
            ("value", &was.value, &self.value),
            ("of", &was.of, &self.of),
            ("source", &was.source, &self.source),
        ];
        let null = |text: &str| some(text).map_or(Value::Null, Value::from);
        let changed = pairs.into_iter().filter(|(_, was, now)| was.trim() != now.trim());
        changed
            .map(|(field, was, now)| Act::Edit {
                field: field.to_owned(),
                from: null(was),
                to: null(now),
            })
            .collect()
    }
}

/// The sheet over the page; `about` is the name, or none for a fact that was not there.
#[component]
pub(super) fn FactSheet(
    village: Id,
    about: RwSignal<Option<String>>,
    open: RwSignal<bool>,
    writes: Memo<bool>,
) -> AnyView {
    let k = says().fact;
    view! {
        <Dialog open=open title=k.title sheet=true>
            <div class="main opened">
                {match about.get() {
                    Some(name) => view! { <One village=village name=name writes=writes open=open /> },
                    None => view! { <Fresh village=village name=None open=open /> },
                }}
            </div>
        </Dialog>
    }
}

#[component]
fn One(village: Id, name: String, writes: Memo<bool>, open: RwSignal<bool>) -> AnyView {
    let (k, desk) = (says().fact, desk());
    let title = name.clone();
    let wanted = name.clone();
    let all = Memo::new(move |_| desk.history(village, &wanted));
    let fresh = child(move || {
        let name = name.clone();
        writes.get().then(|| {
            view! {
                <details>
                    <summary><Icon name="plus" />{k.fresh}</summary>
                    <Fresh village=village name=Some(name) open=open />
                </details>
            }
        })
    });
    view! {
        <h3 class="lg" lang=tongue(&title)>{title.clone()}</h3>
        <section class="col tight" aria-label=k.history>
            <p class="hint">{k.history}</p>
            <ul class="history">
                <For each=move || all.get() key=|known| format!("{known:?}")
                    children=move |known| view! { <Was village=village known=known writes=writes /> } />
            </ul>
        </section>
        {fresh}
    }
}

/// One of its values.
#[component]
fn Was(village: Id, known: Known, writes: Memo<bool>) -> AnyView {
    let (w, k, desk) = (words(), says().fact, desk());
    let p = w.gather().paper;
    let fact = known.fact.clone();
    let at = fact.known_at.map(|at| w.lang.date(at, clock::now()));
    let by = known.by.map(|by| untrack(|| desk.name_of(by))).unwrap_or_default();
    let entered = at.map(|at| (k.known)(&by, &at));
    let source = [fact.of.as_deref().map(p.fact_of), fact.source.as_deref().map(p.fact_source)];
    let source = source.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let badge = (known.whereabouts != Whereabouts::Sent).then_some(known.whereabouts);
    let badge = badge.map(|at| view! { <WhereaboutsBadge at=at /> });
    let mend = child(move || {
        let known = known.clone();
        writes.get().then(|| view! { <Mend village=village known=known /> })
    });
    view! {
        <li>
            <p class="turn"><b class="song lg" lang=tongue(&fact.value)>{fact.value.clone()}</b>{badge}</p>
            <p class="sm" lang=tongue(&source)>{source.clone()}</p>
            <p class="xs dim" lang=entered.as_deref().and_then(tongue)>{entered.clone()}</p>
            {mend}
        </li>
    }
}

/// The boxes of a value; its name only where it has none yet.
fn boxes(form: RwSignal<Draft>, named: bool) -> AnyView {
    let labels = says().fact.boxes;
    let part = move |read: fn(&Draft) -> &String| {
        Signal::derive(move || form.with(|form| read(form).clone()))
    };
    let set = move |write: fn(&mut Draft) -> &mut String| {
        Callback::new(move |typed| form.update(|form| *write(form) = typed))
    };
    let name = named.then(|| {
        view! { <Line label=labels[0] value=part(|form| &form.name) set=set(|form| &mut form.name) /> }
    });
    view! {
        {name}
        <Line label=labels[1] value=part(|form| &form.value) set=set(|form| &mut form.value) />
        <div class="two">
            <Line label=labels[2] value=part(|form| &form.of) set=set(|form| &mut form.of) />
            <Line label=labels[3] value=part(|form| &form.source) set=set(|form| &mut form.source) />
        </div>
    }
}

/// A new value; what was known before stays.
#[component]
fn Fresh(village: Id, name: Option<String>, open: RwSignal<bool>) -> AnyView {
    let k = says().fact;
    let key = name.clone().unwrap_or_default();
    let form = draft::<Draft>(format!("bandeng.known.{village}.{key}"));
    let (trouble, lacks) = (Trouble::new(), RwSignal::new(false));
    let named = name.is_none();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut now = form.get_untracked();
        now.name = name.clone().unwrap_or(now.name);
        lacks.set(some(&now.name).is_none() || some(&now.value).is_none());
        if lacks.get_untracked() {
            return;
        }
        let deed = (Kind::Fact, clock::fresh(), Scope::Village(village), now.know().into());
        keep(trouble, vec![deed], move || {
            form.set(Draft::default());
            open.set(false);
        });
    };
    let lacking = move || {
        lacks.get().then(|| view! { <p class="err"><Icon name="warn" /><span>{k.lacks}</span></p> })
    };
    view! {
        <form class="col" on:submit=save>
            <p class="hint">{k.fresh_hint}</p>
            {boxes(form, named)}
            <button class="btn do">{words().common.save}</button>
            <div role="alert">{lacking}</div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}

/// A slip of the pen: the value itself is written otherwise.
#[component]
fn Mend(village: Id, known: Known) -> AnyView {
    let k = says().fact;
    let form = RwSignal::new(Draft::of(&known));
    let trouble = Trouble::new();
    let label = (k.mend)(&known.fact.value);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let scope = Scope::Village(village);
        let acts = form.get_untracked().mended(&known).into_iter();
        let deeds = acts.map(|act| (Kind::Fact, known.id, scope, act)).collect();
        keep(trouble, deeds, || {});
    };
    view! {
        <details>
            <summary><Icon name="pen" /><span lang=tongue(&label)>{label.clone()}</span></summary>
            <form class="col" on:submit=save>
                {boxes(form, false)}
                <button class="btn do">{words().common.save}</button>
                <CommitTrouble error=trouble.said />
            </form>
        </details>
    }
}
