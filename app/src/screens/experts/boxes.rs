//! The boxes of an entry: words to tap, places to choose, and a few lines.

use domain::{Id, Role, expertise::Manner};

use super::{entry::Draft, list::vocabulary};
use crate::{
    desk::desk,
    look::words,
    parts::{Choice, Icon, tongue},
    prelude::*,
    screens::issue::Line,
};

/// All of them; name and role where somebody is entered, and nothing of that in one's own entry.
#[component]
pub(super) fn Boxes(region: Id, form: RwSignal<Draft>, fresh: bool, own: bool) -> AnyView {
    let e = words().experts();
    let part = move |read: fn(&Draft) -> &String| {
        Signal::derive(move || form.with(|form| read(form).clone()))
    };
    let set = move |write: fn(&mut Draft) -> &mut String| {
        Callback::new(move |typed| form.update(|form| *write(form) = typed))
    };
    let [name, note, _, tongues, past] = e.boxes;
    view! {
        {fresh.then(|| view! {
            <Line label=name value=part(|form| &form.name) set=set(|form| &mut form.name) />
            <RoleBox form=form />
        })}
        {(!own).then(|| view! { <Line label=note value=part(|form| &form.note) set=set(|form| &mut form.note) /> })}
        <Knows region=region form=form />
        <Places form=form />
        <Manners form=form />
        <Line label=past value=part(|form| &form.past) set=set(|form| &mut form.past) />
        <Line label=tongues value=part(|form| &form.tongues) set=set(|form| &mut form.tongues) />
        <label class="tick">
            <input type="checkbox" prop:checked=move || form.with(|form| form.away)
                on:change=move |event| { let away = event_target_checked(&event); form.update(|form| form.away = away); } />
            <span class="sm">{e.away[0]}</span>
        </label>
        <p class="hint">{e.no_number}</p>
    }
}

#[component]
fn RoleBox(form: RwSignal<Draft>) -> AnyView {
    let w = words();
    let choose = move |event| {
        let role = Role::of(&event_target_value(&event));
        form.update(|form| form.role = role);
    };
    let options = [Role::Expert, Role::Member, Role::Department].map(|role| {
        let chosen = move || form.with(|form| form.role == Some(role));
        view! { <option value=role.as_str() selected=chosen>{(w.names.role)(role)}</option> }
    });
    view! {
        <label class="field">
            <span class="lab">{w.experts().boxes[2]}</span>
            <select class="in" on:change=choose>{options.into_iter().collect_view()}</select>
        </label>
    }
}

/// The words: those of the catalogue, those that others have added, and one to add; each is one tap.
#[component]
fn Knows(region: Id, form: RwSignal<Draft>) -> AnyView {
    let (e, desk) = (words().experts(), desk());
    let all = Memo::new(move |_| {
        let mut all = vocabulary(desk, region);
        all.extend(form.with(|form| form.knows.clone()));
        let mut once = Vec::new();
        for word in all {
            if !once.contains(&word) {
                once.push(word);
            }
        }
        once
    });
    let add = move || {
        form.update(|form| {
            let word = words::Words::knowing(&std::mem::take(&mut form.word));
            if !word.is_empty() && !form.knows.contains(&word) {
                form.knows.push(word);
            }
        });
    };
    let key = move |event: web_sys::KeyboardEvent| {
        // Enter in this box adds the word, and does not send the form; a word half written by an input method is not one
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            add();
        }
    };
    view! {
        <fieldset class="field">
            <legend>{e.legends[0]}</legend>
            <div class="chips">
                <For each=move || all.get() key=|word| word.clone() let:word>
                    <Word word=word form=form />
                </For>
            </div>
            <div class="row">
                <input class="in grow" aria-label=e.own_word[0] placeholder=e.own_word[0] autocomplete="off"
                    prop:value=move || form.with(|form| form.word.clone())
                    on:input=move |event| { let typed = event_target_value(&event); form.update(|form| form.word = typed); }
                    on:keydown=key />
                <button type="button" class="btn" on:click=move |_| add()><Icon name="plus" />{e.own_word[1]}</button>
            </div>
        </fieldset>
    }
}

#[component]
fn Word(word: String, form: RwSignal<Draft>) -> AnyView {
    let name = words().known(&word);
    let word = StoredValue::new(word);
    let pressed = move || form.with(|form| word.with_value(|word| form.knows.contains(word)));
    let tap = move |_| {
        form.update(|form| {
            let word = word.get_value();
            let was = form.knows.len();
            form.knows.retain(|other| *other != word);
            if form.knows.len() == was {
                form.knows.push(word);
            }
        });
    };
    view! {
        <button type="button" class="chip" aria-pressed=move || pressed().to_string() lang=tongue(&name) on:click=tap>{name.clone()}</button>
    }
}

/// The places: those chosen, to take out by a tap, and a choice of the others in administrative order.
#[component]
fn Places(form: RwSignal<Draft>) -> AnyView {
    let (e, desk) = (words().experts(), desk());
    let lands = Memo::new(move |_| desk.grounds());
    let chosen = Memo::new(move |_| form.with(|form| form.places.clone()));
    let pick = move |event| {
        if let Ok(id) = Id::try_parse(&event_target_value(&event)) {
            form.update(|form| form.places.push(id));
        }
    };
    let options = move || {
        let chosen = chosen.get();
        let rest = lands.get().into_iter().filter(|id| !chosen.contains(id));
        let rest = rest.filter_map(|id| Some((id, desk.place_name(id)?)));
        let rest = rest.map(|(id, name)| view! { <option value=id.to_string()>{name}</option> });
        let rest: Vec<AnyView> = rest.collect();
        view! { <option value="" selected=true>{e.add_place}</option>{rest.into_iter().collect_view()} }
    };
    view! {
        <fieldset class="field">
            <legend>{e.legends[1]}</legend>
            <div class="chips">
                <For each=move || chosen.get() key=|id| id.to_string() let:id>
                    <button type="button" class="chip" aria-pressed="true"
                        on:click=move |_| form.update(|form| form.places.retain(|other| *other != id))>
                        <Icon name="x" />{move || desk.place_name(id)}
                    </button>
                </For>
            </div>
            <select class="in" aria-label=e.add_place on:change=pick>{options}</select>
        </fieldset>
    }
}

#[component]
fn Manners(form: RwSignal<Draft>) -> AnyView {
    let e = words().experts();
    let choices = Manner::ALL.map(|manner| {
        let chosen = Signal::derive(move || form.with(|form| form.manner == Some(manner)));
        let pick = Callback::new(move |()| form.update(|form| form.manner = Some(manner)));
        view! { <Choice name="manner" chosen=chosen pick=pick>{(e.manner)(manner)}</Choice> }
    });
    view! {
        <fieldset class="field">
            <legend>{e.legends[2]}</legend>
            <div class="opts">{choices.into_iter().collect_view()}</div>
        </fieldset>
    }
}
