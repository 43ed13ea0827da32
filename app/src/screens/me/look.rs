//! How the reader wants it: language, light, letters. Everything applies at once.

use std::cell::Cell;

use crate::{
    look::{Look, Theme, look, words},
    parts::{Choice, Icon},
    prelude::*,
};

thread_local! {
    /// The page is built anew when the language changes; whoever changed it finds the place again.
    static SWITCHED: Cell<bool> = const { Cell::new(false) };
}

/// 大字版, in the corner of a screen.
#[component]
pub(crate) fn ElderButton() -> AnyView {
    let look = look();
    view! {
        <button class="ib" aria-label=words().common.elder
            aria-pressed=move || look.with(|look| look.elder).to_string()
            on:click=move |_| look.update(|look| look.elder = !look.elder)>
            <Icon name="big" />
        </button>
    }
}

/// Large letters and large buttons, on or off.
#[component]
pub(crate) fn ElderSwitch() -> AnyView {
    let (w, look) = (words(), look());
    let flip = move |event| {
        let elder = event_target_checked(&event);
        look.update(|look| look.elder = elder);
    };
    view! {
        <label class="switch slip">
            <span class="grow">
                <b class="lg">{w.common.elder}</b><small class="sm dim">{w.welcome().elder_note}</small>
            </span>
            <input type="checkbox" role="switch"
                prop:checked=move || look.with(|look| look.elder) on:change=flip />
        </label>
    }
}

/// 中文 or English.
#[component]
pub(crate) fn LanguageSeg() -> AnyView {
    let (w, look) = (words(), look());
    let place = Place::<web_sys::HtmlElement>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        if SWITCHED.replace(false) {
            let now = place.query_selector(":checked").ok().flatten();
            let now = now.and_then(|now| wasm_bindgen::JsCast::dyn_into(now).ok());
            if now.is_none_or(|now: web_sys::HtmlElement| now.focus().is_err()) {
                leptos::logging::warn!("the language that was chosen is not to be found");
            }
        }
    });
    let choice = move |tag: &'static str, name: &'static str| {
        let mine = Signal::derive(move || look.with(|look| look.language().tag() == tag));
        let pick = Callback::new(move |()| {
            SWITCHED.set(true);
            look.update(|look| tag.clone_into(&mut look.lang));
        });
        view! { <Choice name="lang" chosen=mine pick=pick lang=tag>{name}</Choice> }
    };
    view! {
        <fieldset class="seg" node_ref=place>
            <legend class="sr">{w.me().language}</legend>
            {choice("zh-CN", words::Lang::Zh.name())}
            {choice("en", words::Lang::En.name())}
        </fieldset>
    }
}

/// Day or evening, and how large the letters are.
#[component]
pub(super) fn LightAndLetters() -> AnyView {
    let (w, look) = (words(), look());
    let theme = move |(theme, name): (Theme, &'static str)| {
        let mine = Signal::derive(move || look.with(|look| look.theme == theme));
        let pick = Callback::new(move |()| look.update(|look| look.theme = theme));
        view! { <Choice name="theme" chosen=mine pick=pick>{name}</Choice> }
    };
    let size = move |(size, name): (&'static str, &'static str)| {
        let mine = Signal::derive(move || look.with(|look| look.size == size));
        let pick = Callback::new(move |()| {
            look.update(|look: &mut Look| size.clone_into(&mut look.size));
        });
        view! { <Choice name="size" chosen=mine pick=pick>{name}</Choice> }
    };
    let [follow, day, evening] = w.me().themes;
    let [normal, big, huge] = w.me().sizes;
    let themes = [(Theme::Follow, follow), (Theme::Light, day), (Theme::Evening, evening)];
    let sizes = [("", normal), ("big", big), ("huge", huge)];
    view! {
        <fieldset class="field">
            <legend>{w.me().theme}</legend>
            <div class="seg tri">{themes.into_iter().map(theme).collect_view()}</div>
        </fieldset>
        <fieldset class="field">
            <legend>{w.me().size}</legend>
            <div class="seg tri">{sizes.into_iter().map(size).collect_view()}</div>
        </fieldset>
    }
}
