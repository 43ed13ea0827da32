//! The frame around a screen: skip link, heading with a way back, main part, and the menu at the bottom.

use leptos::children::Children;

use crate::{
    look::words,
    parts::{Icon, tongue},
    prelude::*,
    routes::{Route, way},
};

/// A heading with a way back and, at its end, a button or two.
#[component]
pub(crate) fn Bar(
    /// Where the arrow leads.
    back: Route,
    /// The heading.
    #[prop(into)]
    title: String,
    /// A smaller line under it.
    #[prop(into, default = String::new())]
    note: String,
    /// What stands at the end.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <header class="bar">
            <a class="ib" href=back.path() aria-label=words().common.back><Icon name="back" /></a>
            <div class="grow">
                <h1 tabindex="-1">{title}</h1>
                {(!note.is_empty()).then(|| {
                    let lang = tongue(&note);
                    view! { <p class="xs dim" lang=lang>{note}</p> }
                })}
            </div>
            {children.map(|children| children())}
        </header>
    }
}

/// The menu at the bottom, with the little bench over where the reader is.
#[component]
pub(crate) fn Nav() -> AnyView {
    let w = words().common;
    let entries = [
        (Route::Board, "slip", w.issues),
        (Route::Sessions, "ring", w.sessions),
        (Route::Actions, "act", w.actions),
        (Route::Blueprint, "plan", w.blueprint),
        (Route::Me, "me", w.me),
    ];
    let here = way().here();
    let links = entries.map(|(route, icon, name)| {
        view! {
            <a href=route.path() aria-current=(here == route).then_some("page")>
                <Icon name=icon /><span>{name}</span>
            </a>
        }
    });
    view! { <nav class="nav" aria-label=w.menu>{links.into_iter().collect_view()}</nav> }
}

/// A whole screen: what is on top, the main part, and the menu unless the screen has its own foot.
#[component]
pub(crate) fn Frame(
    /// The heading's part: a `Bar`, or a `<header class="top">`.
    top: AnyView,
    /// What stands at the bottom in place of the menu.
    #[prop(optional_no_strip)]
    foot: Option<AnyView>,
    /// What floats over the menu, such as the button to raise an issue.
    #[prop(optional_no_strip)]
    over: Option<AnyView>,
    /// The main part.
    children: Children,
) -> AnyView {
    view! {
        <a class="skip btn" href="#main">{words().common.skip}</a>
        <div class="app">
            {top}
            <main class="main" id="main" tabindex="-1">{children()}</main>
            {match foot {
                Some(foot) => foot,
                None => view! { <div class="dock">{over}<Nav /></div> }.into_any(),
            }}
        </div>
    }
}
