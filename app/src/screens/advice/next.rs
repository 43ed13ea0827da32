//! What comes of advice that was adopted: something is done, the blueprint says it, or both; or nothing more.

use domain::{Act, Id, Kind, follow::Section, session::advice::Advice};

use super::{
    act,
    field::{Field, Writing, Wrong, asked, own_name},
    says,
    sheet::Sheet,
    table::Table,
};
use crate::{
    clock,
    desk::desk,
    look::words,
    parts::{Choice, Icon, tongue},
    prelude::*,
};

/// The list of names for whoever does it.
pub(super) const NAMES: &str = "names";

/// The three ways on, and the boxes of each.
#[component]
pub(super) fn Next(table: Table, writing: Writing) -> AnyView {
    let (w, f, desk) = (words(), says().answering, desk());
    let id = writing.id;
    let advice =
        Memo::new(move |_| table.shown.with(|all| all.one(id).map(|piece| piece.advice.clone())));
    let said =
        move || advice.with_untracked(|a| a.as_ref().map(|a| a.words.clone())).unwrap_or_default();
    let (acts, draws, ends) = (
        Memo::new(move |_| writing.sheet.with(|sheet| sheet.acts)),
        Memo::new(move |_| writing.sheet.with(|sheet| sheet.draws)),
        Memo::new(move |_| writing.sheet.with(|sheet| sheet.ends)),
    );
    let village = table.shown.with_untracked(|all| all.village());
    let may = move |kind: Kind, act: Act| {
        Memo::new(move |_| desk.may(kind.clone(), clock::fresh(), village, act.clone()).err())
    };
    let no_action = may(Kind::Action, act::an_undertaking());
    let no_line = may(Kind::Line, act::a_line());
    let change = move |how: &dyn Fn(&mut Sheet)| {
        writing.sheet.update(|sheet| how(sheet));
        writing.fault.set(None);
    };
    let act = Callback::new(move |on| change(&|sheet| sheet.act(on, &said())));
    let draw = Callback::new(move |on| change(&|sheet| sheet.draw(on, &said())));
    let end = Callback::new(move |on| change(&|sheet| sheet.end(on)));
    let why_not = move || {
        let why = no_action.get().or_else(|| no_line.get())?;
        let says = w.refusal(&why, |id| desk.name_of(id));
        Some(view! { <p class="hint">{says}</p> })
    };
    let has = move |which: fn(&Advice) -> Option<Id>| {
        advice.with(|advice| advice.as_ref().and_then(which).is_some())
    };
    view! {
        <fieldset class="field"><legend>{f.next}</legend>
            <div class="opts wide">
                <Tick on=acts barred=Memo::new(move |_| no_action.with(Option::is_some)) pick=act icon="act" says=f.action />
                <Tick on=draws barred=Memo::new(move |_| no_line.with(Option::is_some)) pick=draw icon="plan" says=f.line />
                <Tick on=ends barred=Memo::new(|_| false) pick=end icon="check" says=f.ends />
            </div>
            {why_not}
            <Wrong writing=writing field="next" />
        </fieldset>
        {move || acts.get().then(|| if has(|advice| advice.action) {
            view! { <p class="row xs dim"><Icon name="act" />{f.stands}</p> }
        } else {
            view! { <ActionBoxes writing=writing /> }
        })}
        {move || draws.get().then(|| if has(|advice| advice.line) {
            view! { <p class="row xs dim"><Icon name="plan" />{f.stands}</p> }
        } else {
            view! { <LineBoxes writing=writing /> }
        })}
    }
}

/// One way on: several can be taken.
#[component]
fn Tick(
    on: Memo<bool>,
    barred: Memo<bool>,
    pick: Callback<bool>,
    icon: &'static str,
    says: &'static str,
) -> AnyView {
    view! {
        <label class="opt">
            <input type="checkbox" prop:checked=move || on.get() prop:disabled=move || barred.get()
                on:change=move |event| pick.run(event_target_checked(&event)) />
            <span><Icon name=icon />{says}</span>
        </label>
    }
}

/// What is done, who does it, by when, and how one can tell.
#[component]
fn ActionBoxes(writing: Writing) -> AnyView {
    let (f, desk) = (says().answering, desk());
    let en = words().lang == ::words::Lang::En;
    let mine = move |_| writing.sheet.update(|sheet| sheet.owner = own_name(desk, en));
    view! {
        <div class="col boxes" role="group" aria-label=f.action>
            <Field writing=writing field="what" label=asked(f.what) long=true get=|s| &s.what set=|s| &mut s.what />
            <Field writing=writing field="owner" label=asked(f.owner) hint=f.owner_hint list=NAMES get=|s| &s.owner set=|s| &mut s.owner />
            <div><button type="button" class="chip" on:click=mine><Icon name="me" />{f.mine}</button></div>
            <Field writing=writing field="due" label=asked(f.due) kind="date" get=|s| &s.due set=|s| &mut s.due />
            <Field writing=writing field="criterion" label=asked(f.criterion) hint=f.criterion_hint get=|s| &s.criterion set=|s| &mut s.criterion />
            <details>
                <summary><Icon name="down" />{f.more}</summary>
                <div class="col">
                    <Field writing=writing field="partners" label=asked(f.partners) get=|s| &s.partners set=|s| &mut s.partners />
                    <Field writing=writing field="money" label=asked(f.money) get=|s| &s.money set=|s| &mut s.money />
                </div>
            </details>
        </div>
    }
}

/// In which section of the blueprint, and in which words.
#[component]
fn LineBoxes(writing: Writing) -> AnyView {
    let (w, f) = (words(), says().answering);
    let now = Memo::new(move |_| writing.sheet.with(|sheet| sheet.section));
    let choices = Section::ALL.map(|section| {
        let on = Signal::derive(move || now.get() == section);
        let pick = Callback::new(move |()| writing.sheet.update(|sheet| sheet.section = section));
        view! {
            <Choice name="section" chosen=on pick=pick>{words::follow::section(w.lang, section)}</Choice>
        }
    });
    view! {
        <div class="col boxes" role="group" aria-label=f.line>
            <fieldset class="field"><legend>{f.section}</legend>
                <div class="opts">{choices.into_iter().collect_view()}</div>
            </fieldset>
            <Field writing=writing field="words" label=asked(f.words) long=true get=|s| &s.words set=|s| &mut s.words />
        </div>
    }
}

/// Everybody of the directory and of the bench, to choose whoever does it from: once on the page.
#[component]
pub(super) fn Names(table: Table) -> AnyView {
    let desk = desk();
    let names = Memo::new(move |_| {
        let mut names: Vec<String> = table
            .shown
            .with(|all| all.seats.iter().map(|(_, seated)| seated.seat.name.clone()).collect());
        for (_, person) in super::save::people(desk) {
            if !names.contains(&person.name) {
                names.push(person.name);
            }
        }
        names
    });
    let option = |name: String| {
        let lang = tongue(&name);
        view! { <option value=name lang=lang></option> }
    };
    view! { <datalist id=NAMES>{move || names.get().into_iter().map(option).collect_view()}</datalist> }
}
