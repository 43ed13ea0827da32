//! One choice of several, as a slip to tap: a radio button under it, so that keys and readers work.

use leptos::children::Children;

use crate::prelude::*;

/// One of the choices with this `name`.
#[component]
pub(crate) fn Choice(
    /// The name the choices share.
    name: &'static str,
    /// Whether it is the one.
    #[prop(into)]
    chosen: Signal<bool>,
    /// What to do when it is tapped.
    pick: Callback<()>,
    /// The language of its label, where it is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
    /// Its label.
    children: Children,
) -> AnyView {
    view! {
        <label class="opt">
            <input type="radio" name=name prop:checked=move || chosen.get() on:change=move |_| pick.run(()) />
            <span lang=lang>{children()}</span>
        </label>
    }
}
