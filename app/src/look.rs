//! How the reader wants it: language, text size, day or evening. Kept on the phone, read by boot.js before the first paint.

use domain::Form;
use words::{Lang, Words};

use crate::{prelude::*, shelf};

/// Day, evening, or as the phone is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form)]
pub(crate) enum Theme {
    /// As the phone is set.
    #[default]
    Follow,
    /// Paper.
    Light,
    /// The courtyard after dark.
    Evening,
}

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub(crate) struct Look {
    /// `zh-CN` or `en`; empty until chosen.
    pub(crate) lang: String,
    /// Elder view: larger type, larger targets.
    pub(crate) elder: bool,
    /// `""`, `big` or `huge`.
    pub(crate) size: String,
    /// Day or evening.
    pub(crate) theme: Theme,
}

const KEY: &str = "bandeng.look";

impl Look {
    /// What was chosen before, on this phone.
    pub(crate) fn restore() -> RwSignal<Self> {
        RwSignal::new(shelf::phone::read(KEY).unwrap_or_default())
    }

    /// The chosen language; until somebody chooses, the browser’s, and Chinese where that is neither.
    pub(crate) fn language(&self) -> Lang {
        if self.lang.is_empty() {
            return Lang::of(&window().navigator().language().unwrap_or_default());
        }
        Lang::of(&self.lang)
    }

    /// Keeps it, and dresses the page.
    pub(crate) fn wear(&self) {
        shelf::phone::write(KEY, self);
        let Some(root) = document().document_element() else { return };
        let evening = match self.theme {
            Theme::Follow => window()
                .match_media("(prefers-color-scheme: dark)")
                .is_ok_and(|media| media.is_some_and(|media| media.matches())),
            Theme::Light => false,
            Theme::Evening => true,
        };
        dress(&root, "lang", Some(self.language().tag()));
        dress(&root, "data-theme", evening.then_some("evening"));
        dress(&root, "data-elder", self.elder.then_some(""));
        dress(&root, "data-size", (!self.size.is_empty()).then_some(self.size.as_str()));
    }
}

fn dress(root: &web_sys::Element, name: &str, value: Option<&str>) {
    let done = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
    if done.is_err() {
        leptos::logging::warn!("the page could not be dressed in {name}");
    }
}

/// The look, from anywhere in the app.
pub(crate) fn look() -> RwSignal<Look> {
    expect_context()
}

/// The catalogue in the reader's language. The whole page is built anew when that changes, so it need not be tracked.
pub(crate) fn words() -> &'static Words {
    look().with_untracked(Look::language).words()
}
