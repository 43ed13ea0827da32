//! The form itself: who raises it, what the matter is, and the little that may be added.

use domain::{Id, Scope};

use super::{
    Wrong, category::CategoryField, draft::Draft, own_group, pictures::PicturesField,
    proxy::ProxyFields,
};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{Choice, Icon},
    prelude::*,
};

/// The boxes. They are filled in once, from the draft, and from then on only read.
#[component]
pub(super) fn Form(draft: RwSignal<Draft>, wrong: RwSignal<Option<Wrong>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let proxied = Memo::new(move |_| draft.with(|draft| draft.proxied));
    let by = move |for_somebody: bool, label: &'static str| {
        let mine = Signal::derive(move || proxied.get() == for_somebody);
        let pick = Callback::new(move |()| {
            wrong.set(None);
            draft.update(|draft| draft.proxied = for_somebody);
        });
        view! { <Choice name="by" chosen=mine pick=pick>{label}</Choice> }
    };
    view! {
        <fieldset class="seg">
            <legend class="sr">{w.raise().who_raises}</legend>
            {by(false, w.raise().mine)}
            {by(true, w.raise().for_somebody)}
        </fieldset>
        <section class="col" aria-label=w.raise().what>
            <WordsField draft=draft wrong=wrong />
            <CategoryField draft=draft />
            <PicturesField draft=draft />
        </section>
        {move || proxied.get().then(|| view! { <ProxyFields draft=draft wrong=wrong /> })}
        <section class="col" aria-label=w.raise().details>
            {reads_drafts(desk).then(|| view! {
                <label class="tick">
                    <input type="checkbox" prop:checked=draft.with_untracked(|draft| draft.held)
                        on:change=move |event| {
                            let held = event_target_checked(&event);
                            draft.update(|draft| draft.held = held);
                        } />
                    <span class="sm">{w.raise().held}</span>
                </label>
            })}
            <Details draft=draft wrong=wrong proxied=proxied />
        </section>
    }
}

/// What the matter is; the cursor is there already.
#[component]
fn WordsField(draft: RwSignal<Draft>, wrong: RwSignal<Option<Wrong>>) -> AnyView {
    let w = words();
    let place = Place::<web_sys::HtmlTextAreaElement>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            focus(&place);
        }
    });
    let write = move |event| {
        let words = event_target_value(&event);
        draft.update(|draft| draft.words = words);
        if is_wrong("words", wrong) {
            wrong.set(None);
        }
    };
    view! {
        <div class="field">
            <label for="words">{w.raise().what}</label>
            <textarea class="in" id="words" rows="3" node_ref=place
                prop:value=draft.with_untracked(|draft| draft.words.clone()) on:input=write
                aria-invalid=move || is_wrong("words", wrong).then_some("true")
                aria-describedby=move || {
                    if is_wrong("words", wrong) { "words-wrong keyboard" } else { "keyboard" }
                }></textarea>
            {complaint("words", wrong)}
            <p class="hint row" id="keyboard"><Icon name="mic" />{w.raise().keyboard}</p>
        </div>
    }
}

/// What may be added, folded away.
#[component]
fn Details(draft: RwSignal<Draft>, wrong: RwSignal<Option<Wrong>>, proxied: Memo<bool>) -> AnyView {
    let w = words();
    let write = move |event| {
        let households = event_target_value(&event);
        draft.update(|draft| draft.households = households);
    };
    let open = Memo::new(move |_| is_wrong("households", wrong));
    view! {
        <details prop:open=move || open.get()>
            <summary><Icon name="down" />{w.raise().details}</summary>
            <div class="col">
                <div class="two">
                    <div class="field">
                        <label for="households">{w.raise().households}</label>
                        <input class="in" id="households" inputmode="numeric" autocomplete="off"
                            prop:value=draft.with_untracked(|draft| draft.households.clone())
                            on:input=write
                            aria-invalid=move || is_wrong("households", wrong).then_some("true")
                            aria-describedby=move || {
                                is_wrong("households", wrong).then_some("households-wrong")
                            } />
                        {complaint("households", wrong)}
                    </div>
                    {move || (!proxied.get()).then(|| view! { <GroupField draft=draft /> })}
                </div>
                {move || (!proxied.get()).then(|| view! { <Unnamed draft=draft /> })}
            </div>
        </details>
    }
}

/// Which group it is about.
#[component]
pub(super) fn GroupField(draft: RwSignal<Draft>) -> AnyView {
    let (w, desk) = (words(), desk());
    let chosen = draft.with_untracked(|draft| draft.group(own_group()));
    let groups = desk.village().map(|village| desk.groups(village)).unwrap_or_default();
    let option = |(id, _): (Id, _)| {
        let name = desk.place_name(id);
        view! { <option value=id.to_string() selected=chosen == Some(id)>{name}</option> }
    };
    let pick = move |event| {
        let group = event_target_value(&event);
        draft.update(|draft| draft.group = Some(group));
    };
    view! {
        <div class="field">
            <label for="group">{w.raise().group}</label>
            <select class="in" id="group" on:change=pick>
                <option value="" selected=chosen.is_none()>{w.common.whole_village}</option>
                {groups.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// Whether the public edition leaves the name out; it does unless somebody unticks this.
#[component]
pub(super) fn Unnamed(draft: RwSignal<Draft>) -> AnyView {
    let (w, desk, own) = (words(), desk(), own_group());
    let words = move || {
        let group = draft.with(|draft| draft.group(own));
        (w.raise().unnamed)(&group.and_then(|group| desk.place_name(group)).unwrap_or_default())
    };
    let tick = move |event| {
        let unnamed = event_target_checked(&event);
        draft.update(|draft| draft.named = !unnamed);
    };
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=draft.with_untracked(|draft| !draft.named) on:change=tick />
            <span class="sm">{words}</span>
        </label>
    }
}

/// Whether the person reads what is held back in this village, and so may hold back too.
fn reads_drafts(desk: Desk) -> bool {
    let who = untrack(|| desk.who());
    untrack(|| desk.village()).is_some_and(|village| who.reads(Scope::Draft(village)))
}

/// Whether a field is the one that is wrong; tracked.
pub(super) fn is_wrong(field: &str, wrong: RwSignal<Option<Wrong>>) -> bool {
    wrong.with(|wrong| matches!(wrong, Some(Wrong::Field(name, _)) if name == field))
}

/// What is wrong with a field, under it.
pub(super) fn complaint(field: &'static str, wrong: RwSignal<Option<Wrong>>) -> AnyView {
    child(move || {
        wrong.with(|wrong| match wrong {
            Some(Wrong::Field(name, why)) if name == field => Some(view! {
                <p class="err" id=format!("{field}-wrong")><Icon name="warn" />{why.clone()}</p>
            }),
            Some(Wrong::Field(..) | Wrong::NoVillage | Wrong::Commit(_)) | None => None,
        })
    })
}

/// Puts the cursor behind the last word.
fn focus(place: &web_sys::HtmlTextAreaElement) {
    let end = place.value().encode_utf16().count();
    let end = u32::try_from(end).unwrap_or(0);
    if place.focus().is_err() || place.set_selection_range(end, end).is_err() {
        leptos::logging::warn!("the cursor could not be set");
    }
}
