//! Facts about the village: read by everybody of it, entered and mended by cadres.

use domain::{Form, Id, Kind, Scope, SessionAct, session::Fact};

use wasm_bindgen::JsCast;

use super::mend::Mend;
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{CommitTrouble, Icon, tongue},
    prelude::*,
    screens::issue::{Line, draft},
};

/// What is known of a village now, in the order in which the names came first; tracked.
pub(super) fn facts(desk: Desk, village: Id) -> Vec<(Id, Fact)> {
    desk.replica.with(|replica| {
        let all = replica.view().values();
        let mine = all.filter(|record| record.scope == Scope::Village(village));
        domain::session::facts(&mine.collect::<Vec<_>>())
    })
}

/// Of when and from where, in one small line.
pub(super) fn source(fact: &Fact) -> String {
    let w = words().gather().paper;
    let of = fact.of.as_deref().map(w.fact_of);
    let from = fact.source.as_deref().map(w.fact_source);
    [of, from].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The section.
#[component]
pub(super) fn Facts(village: Id) -> AnyView {
    let (w, desk) = (words().gather().paper, desk());
    let all = Memo::new(move |_| facts(desk, village));
    let may = Memo::new(move |_| {
        let act = Draft::default().act();
        desk.may(Kind::Fact, Id::nil(), Scope::Village(village), act.into()).is_ok()
    });
    view! {
        <section class="col" aria-labelledby="facts">
            <div class="head"><h2 id="facts">{w.facts.0}</h2></div>
            <p class="hint">{w.facts.1}</p>
            <ul class="col tight">
                <For each=move || all.get() key=|(id, _)| id.to_string() let:one>
                    <li><One id=one.0 village=village all=all may=may /></li>
                </For>
            </ul>
            {move || may.get().then(|| view! { <Add village=village /> })}
        </section>
    }
}

/// One fact; those who may mend it open it.
#[component]
fn One(id: Id, village: Id, all: Memo<Vec<(Id, Fact)>>, may: Memo<bool>) -> AnyView {
    let w = words().gather().paper;
    let fact = Memo::new(move |_| {
        all.with(|all| all.iter().find(|(other, _)| *other == id).map(|(_, fact)| fact.clone()))
    });
    let told = move || {
        fact.get().map(|fact| {
            let source = source(&fact);
            view! {
                <span class="fact">
                    <span lang=tongue(&fact.name)>{fact.name.clone()}</span>
                    <b class="song" lang=tongue(&fact.value)>{fact.value.clone()}</b>
                    <small class="dim" lang=tongue(&source)>{source.clone()}</small>
                </span>
            }
        })
    };
    let fields = [("name", 0), ("value", 1), ("of", 2), ("source", 3)];
    child(move || {
        if !may.get() {
            return view! { <p>{told}</p> };
        }
        let mends = fields.map(|(field, at)| {
            let which = (Kind::Fact, id, Scope::Village(village));
            view! { <Mend which=which field=field label=w.fact[at] /> }
        });
        view! {
            <details>
                <summary>{told}<span class="end"><Icon name="pen" /></span></summary>
                <div class="slip col">{mends.into_iter().collect_view()}</div>
            </details>
        }
    })
}

/// A fact as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Draft {
    name: String,
    value: String,
    of: String,
    source: String,
}

impl Draft {
    fn act(&self) -> SessionAct {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        SessionAct::Know {
            name: self.name.trim().to_owned(),
            value: self.value.trim().to_owned(),
            of: some(&self.of),
            source: some(&self.source),
        }
    }
}

#[component]
fn Add(village: Id) -> AnyView {
    let (w, desk) = (words().gather().paper, desk());
    let form = draft::<Draft>(format!("bandeng.fact.{village}"));
    let error = RwSignal::new(None);
    let open = RwSignal::new(false);
    let turned = move |event: leptos::ev::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let act = form.get_untracked().act();
        leptos::task::spawn_local(async move {
            let scope = Scope::Village(village);
            let kept = desk.commit(Kind::Fact, clock::fresh(), scope, act.into()).await;
            if kept.is_ok() {
                form.set(Draft::default());
                open.set(false);
            }
            error.set(kept.err());
        });
    };
    let part = move |read: fn(&Draft) -> &String| {
        Signal::derive(move || form.with(|form| read(form).clone()))
    };
    let set = move |write: fn(&mut Draft) -> &mut String| {
        Callback::new(move |typed| form.update(|form| *write(form) = typed))
    };
    view! {
        <details prop:open=move || open.get() on:toggle=turned>
            <summary><Icon name="plus" />{w.fact_add}</summary>
            <form class="slip col" on:submit=save>
                <div class="two">
                    <Line label=w.fact[0] value=part(|form| &form.name) set=set(|form| &mut form.name) />
                    <Line label=w.fact[1] value=part(|form| &form.value) set=set(|form| &mut form.value) />
                </div>
                <div class="two">
                    <Line label=w.fact[2] value=part(|form| &form.of) set=set(|form| &mut form.of) />
                    <Line label=w.fact[3] value=part(|form| &form.source) set=set(|form| &mut form.source) />
                </div>
                <button class="btn do">{words().common.save}</button>
                <CommitTrouble error=error />
            </form>
        </details>
    }
}
