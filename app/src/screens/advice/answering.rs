//! The answer to one piece of advice: which of five, why, and what comes of it.

use domain::{Id, burden::Task, session::Verdict};

use super::{
    field::{Field, Writing, Wrong},
    next::Next,
    save::save,
    says,
    sheet::Sheet,
    table::Table,
};
use crate::{
    burden,
    look::words,
    parts::{Choice, Icon, verdict_icon},
    prelude::*,
};

/// The form; what is typed stays when the page is closed.
#[component]
pub(super) fn AnswerForm(table: Table, id: Id, sheet: RwSignal<Sheet>) -> AnyView {
    let f = says().answering;
    let writing =
        Writing { id, sheet, fault: RwSignal::new(None), cost: burden::task(Task::Answer) };
    let chosen = Memo::new(move |_| writing.sheet.with(|sheet| sheet.verdict));
    let adopts = Memo::new(move |_| writing.sheet.with(Sheet::adopts));
    let anew = Memo::new(move |_| writing.sheet.with(|sheet| sheet.anew));
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save(table, writing);
    };
    let cancel = move |_| writing.sheet.set(Sheet::default());
    let why = Signal::derive(move || (f.why)(chosen.get()));
    let rest = move || {
        chosen.get().is_some().then(|| {
            view! {
                <Field writing=writing field="why" label=why long=true
                    get=|sheet| &sheet.why set=|sheet| &mut sheet.why />
                {move || adopts.get().then(|| view! { <Next table=table writing=writing /> })}
            }
        })
    };
    let foot = move || {
        (chosen.get().is_some() || anew.get()).then(|| view! {
            <Wrong writing=writing field="" />
            <button class="btn do">{f.save}</button>
            {move || anew.get().then(|| view! {
                <button type="button" class="btn" on:click=cancel>{words().common.cancel}</button>
            })}
        })
    };
    view! {
        <form class="col answering" on:submit=keep novalidate="">
            <Five writing=writing chosen=chosen />
            {rest}
            {foot}
        </form>
    }
}

/// The five answers.
#[component]
fn Five(writing: Writing, chosen: Memo<Option<Verdict>>) -> AnyView {
    let (w, f) = (words(), says().answering);
    // a name for each card: one group of buttons for each
    let name: &'static str = "how";
    let pick = move |verdict: Verdict| {
        Callback::new(move |()| {
            writing.sheet.update(|sheet| sheet.verdict = Some(verdict));
            writing.fault.set(None);
        })
    };
    let choices = Verdict::ALL.map(|verdict| {
        let on = Signal::derive(move || chosen.get() == Some(verdict));
        view! {
            <Choice name=name chosen=on pick=pick(verdict)>
                <Icon name=verdict_icon(verdict) />{words::session::verdict(w.lang, verdict)}
            </Choice>
        }
    });
    view! {
        <fieldset class="field"><legend>{f.how}</legend>
            <div class="opts wide">{choices.into_iter().collect_view()}</div>
            <Wrong writing=writing field="how" />
        </fieldset>
    }
}
