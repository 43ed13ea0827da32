//! A new line: which section, what is to be, why, and who spoke up.

use domain::{FollowAct, Id, Kind, Scope, follow::Section};
use wasm_bindgen::JsCast;

use super::{
    says,
    sheet::{Sheet, order_box, text_box, why_box},
    some,
    sources::Sources,
};
use crate::{
    clock,
    look::words,
    parts::{CommitTrouble, Icon, Trouble, keep},
    prelude::*,
    screens::issue::draft,
};

/// The form, folded away until somebody wants it.
#[component]
pub(super) fn Add(village: Id) -> AnyView {
    let l = says().line;
    let sheet = draft::<Sheet>(format!("bandeng.blueprint.{village}.line"));
    // what was begun is shown again
    let open = RwSignal::new(sheet.with_untracked(|sheet| *sheet != Sheet::default()));
    let turned = move |event: leptos::ev::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let trouble = Trouble::new();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let act = sketched(&sheet.get_untracked()).into();
        let deed = (Kind::Line, clock::fresh(), Scope::Village(village), act);
        keep(trouble, vec![deed], move || {
            sheet.set(Sheet::default());
            open.set(false);
        });
    };
    let blank = Signal::derive(String::new);
    let idea = move || {
        let bare = sheet.with(|sheet| sheet.cites.is_empty());
        bare.then(|| view! { <p class="hint">{l.idea_only}</p> })
    };
    let form = move || {
        view! {
            <form class="slip col" on:submit=save>
                {sections(sheet)}
                {text_box(sheet, l.words, blank, |sheet| &mut sheet.words)}
                {text_box(sheet, l.words_en, blank, |sheet| &mut sheet.words_en)}
                {why_box(sheet, l.why)}
                {order_box(sheet, Signal::derive(|| None))}
                <Sources village=village sheet=sheet />
                {idea}
                <button class="btn do">{words().common.save}</button>
                <CommitTrouble error=trouble.said />
            </form>
        }
    };
    view! {
        <details class="noprint" prop:open=move || open.get() on:toggle=turned>
            <summary><Icon name="plus" />{l.add}</summary>
            {move || open.get().then(form)}
        </details>
    }
}

fn sketched(sheet: &Sheet) -> FollowAct {
    let text = |text: &Option<String>| text.as_deref().and_then(some);
    FollowAct::Sketch {
        section: sheet.section,
        words: text(&sheet.words).unwrap_or_default(),
        words_en: text(&sheet.words_en),
        first: text(&sheet.first).and_then(|first| first.parse().ok()),
        cites: sheet.cites.clone(),
        why: some(&sheet.why),
    }
}

/// Which of the five.
fn sections(sheet: RwSignal<Sheet>) -> AnyView {
    let choice = |section: Section| {
        let pick = move |_| sheet.update(|sheet| sheet.section = section);
        view! {
            <label class="opt">
                <input type="radio" name="section" value=section.as_str()
                    prop:checked=move || sheet.with(|sheet| sheet.section == section) on:change=pick />
                <span>{words::follow::section(words().lang, section)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{says().line.section}</legend>
            <div class="opts">{Section::ALL.map(choice).into_iter().collect_view()}</div>
        </fieldset>
    }
}
