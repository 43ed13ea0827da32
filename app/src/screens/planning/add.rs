//! One more bench for a month: which village, what about, who leads, who prepares it.

use domain::{
    Form, Id, Kind, Scope,
    plan::{Enter, Month, PlanAct},
    session::Mode,
};

use wasm_bindgen::JsCast;

use super::{barred, called, months::MonthBox, says};
use crate::{
    clock,
    desk::desk,
    look::words,
    parts::{Choice, CommitTrouble, Icon, Trouble, keep, spend, why_not},
    prelude::*,
    screens::issue::{Line, draft},
};

/// What is typed and chosen.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Typed {
    village: Option<Id>,
    topic: String,
    lead: String,
    mode: Mode,
}

/// The form, folded away; a sentence in its place for whoever may not plan.
#[component]
pub(super) fn Add(
    /// Of which it can be one.
    villages: Vec<Id>,
    /// The month.
    when: Month,
    /// Whether it may be a later one.
    choose: bool,
) -> AnyView {
    let desk = desk();
    let villages = StoredValue::new(villages);
    let may = Memo::new(move |_| {
        let all = villages.get_value().into_iter();
        all.filter(|village| barred(desk, *village).is_none()).collect::<Vec<Id>>()
    });
    child(move || {
        let may = may.get();
        if may.is_empty() {
            let first = villages.with_value(|all| all.first().copied())?;
            // beside the sessions nobody is told what is not theirs to do
            return why_not(says().add[0], barred(desk, first)).filter(|_| !choose);
        }
        Some(view! { <Boxes villages=may when=when choose=choose /> })
    })
}

#[component]
fn Boxes(villages: Vec<Id>, when: Month, choose: bool) -> AnyView {
    let p = says();
    let at = RwSignal::new(when);
    let key = format!("bandeng.plan.{}-{}", when.year, when.month);
    let form = draft::<Typed>(key.clone());
    let trouble = Trouble::new();
    // it folds once it is kept: the other half of a double tap finds no button, and adds no blank slot
    let open = RwSignal::new(false);
    let turned = move |event: leptos::ev::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let first = villages.first().copied().unwrap_or_default();
    let several = villages.len() > 1;
    let here = villages.clone();
    let village = Memo::new(move |_| {
        form.with(|form| form.village).filter(|id| here.contains(id)).unwrap_or(first)
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Typed { topic, lead, mode, .. } = form.get_untracked();
        let said = |text: String| Some(text).filter(|text| !text.trim().is_empty());
        let village = village.get_untracked();
        let (topic, lead, when) = (said(topic), said(lead), at.get_untracked());
        let enter = Enter { village, when, mode, topic, lead, ..Enter::default() };
        let act = PlanAct::Enter(enter).into();
        let key = key.clone();
        let deed = (Kind::Plan, clock::fresh(), Scope::Village(village), act);
        keep(trouble, vec![deed], move || {
            spend(form, &key);
            open.set(false);
        });
    };
    let topic = Signal::derive(move || form.with(|form| form.topic.clone()));
    let set_topic = Callback::new(move |typed| form.update(|form| form.topic = typed));
    let lead = Signal::derive(move || form.with(|form| form.lead.clone()));
    let set_lead = Callback::new(move |typed| form.update(|form| form.lead = typed));
    let mode = Signal::derive(move || form.with(|form| form.mode));
    let set_mode = Callback::new(move |mode| form.update(|form| form.mode = mode));
    let which = several.then(|| {
        let pick = Callback::new(move |id| form.update(|form| form.village = Some(id)));
        view! { <Village label=p.add[1] villages=villages value=village pick=pick /> }
    });
    view! {
        <details prop:open=move || open.get() on:toggle=turned>
            <summary><Icon name="plus" />{p.add[0]}</summary>
            <form class="col" aria-label=p.add[0] on:submit=save>
                {which}
                {choose.then(|| view! { <MonthBox label=p.add[2] value=at from=when /> })}
                <Line label=p.add[3] value=topic set=set_topic />
                <p class="hint">{p.add[4]}</p>
                <Line label=p.add[5] value=lead set=set_lead />
                <Modes value=mode set=set_mode />
                <button class="btn do">{p.add[7]}</button>
                <CommitTrouble error=trouble.said />
            </form>
        </details>
    }
}

/// Who prepares the bench.
#[component]
pub(super) fn Modes(value: Signal<Mode>, set: Callback<Mode>) -> AnyView {
    let w = words();
    let choices = [Mode::B, Mode::A].map(|mode| {
        let chosen = Signal::derive(move || value.get() == mode);
        let pick = Callback::new(move |()| set.run(mode));
        view! {
            <Choice name="plan-mode" chosen=chosen pick=pick>
                <b>{words::session::mode(w.lang, mode)}</b>
            </Choice>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{says().add[6]}</legend>
            <div class="opts tall">{choices.into_iter().collect_view()}</div>
        </fieldset>
    }
}

/// Which of some villages, in the order of the map.
#[component]
pub(super) fn Village(
    label: &'static str,
    villages: Vec<Id>,
    value: Memo<Id>,
    pick: Callback<Id>,
) -> AnyView {
    let desk = desk();
    let chosen = move |event| {
        if let Ok(id) = Id::try_parse(&event_target_value(&event)) {
            pick.run(id);
        }
    };
    let choices = move || {
        let now = value.get();
        let choice = |id: &Id| {
            view! { <option value=id.to_string() selected=*id == now>{called(desk, *id)}</option> }
        };
        villages.iter().map(choice).collect_view()
    };
    view! {
        <label class="field">
            <span class="lab">{label}</span>
            <select class="in" on:change=chosen>{choices}</select>
        </label>
    }
}
