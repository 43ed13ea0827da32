//! Addresses of the app as values: parsed once, printed once. (A router crate costs 60 KB of the 200 a phone may download.)

mod kept;
mod room;
mod wing;

use domain::Id;
use wasm_bindgen::{JsCast, closure::Closure};

pub(crate) use self::{
    kept::Kept,
    room::Room,
    wing::{Chamber, Wing},
};
use crate::prelude::*;

/// A screen with what it needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// `/app/`
    Board,
    /// `/app/raise`
    Raise,
    /// `/app/issues/<id>`
    Issue(Id),
    /// `/app/issues/<id>/triage`
    Triage(Id),
    /// `/app/issues/<id>/saved`
    Saved(Id),
    /// `/app/sessions`
    Sessions,
    /// `/app/plan`, or `/app/issues/<id>/plan` to begin with an issue
    Plan(Option<Id>),
    /// `/app/plan/<id>`: a session for an entry of the year's plan.
    Convene(Id),
    /// `/app/sessions/<id>` and what is under it
    Session(Id, Room),
    /// `/app/actions`: what is to be done, and who is to be told.
    Actions,
    /// `/app/actions/telling`: everybody who waits to be told.
    Telling,
    /// `/app/actions/<id>`
    Action(Id),
    /// `/app/blueprint`
    Blueprint,
    /// `/app/blueprint/<year>`: as it stood.
    Version(u32),
    /// `/app/terms`: teams, and what each takes over.
    Terms,
    /// `/app/terms/<id>`
    Term(Id),
    /// `/app/phone`
    Phone,
    /// `/app/phone/pass`
    Courier,
    /// `/app/me`
    Me,
    /// `/app/letters`: what came by a door that needs no account.
    Letters,
    /// `/app/people`: who is what; `/app/people/<place>` in one place.
    People(Option<Id>),
    /// `/app/kept/<what>`: what is kept about people.
    Kept(Kept),
    /// `/app/district` and what is under it: the office's desk.
    District(Wing),
    /// `/app/welcome#<code>`
    Welcome,
    /// Anything else.
    Nowhere,
}

impl Route {
    /// The screen of a path.
    pub(crate) fn of(path: &str) -> Self {
        let rest = path.strip_prefix("/app").unwrap_or(path);
        let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
        let id = |text: &str| Id::try_parse(text).ok();
        match parts.as_slice() {
            [] | ["index.html"] => Self::Board,
            ["raise"] => Self::Raise,
            ["phone"] => Self::Phone,
            ["phone", "pass"] => Self::Courier,
            ["me"] => Self::Me,
            ["letters"] => Self::Letters,
            ["people"] => Self::People(None),
            ["people", place] => Self::People(id(place)),
            ["kept", what] => Self::Kept(Kept::of(what)),
            ["district", wing @ ..] => Wing::of(wing).map_or(Self::Nowhere, Self::District),
            ["welcome"] => Self::Welcome,
            ["issues", issue] => id(issue).map_or(Self::Nowhere, Self::Issue),
            ["issues", issue, "triage"] => id(issue).map_or(Self::Nowhere, Self::Triage),
            ["issues", issue, "saved"] => id(issue).map_or(Self::Nowhere, Self::Saved),
            ["actions"] => Self::Actions,
            ["actions", "telling"] => Self::Telling,
            ["actions", action] => id(action).map_or(Self::Nowhere, Self::Action),
            ["blueprint"] => Self::Blueprint,
            ["blueprint", year] => year.parse().map_or(Self::Nowhere, Self::Version),
            ["terms"] => Self::Terms,
            ["terms", term] => id(term).map_or(Self::Nowhere, Self::Term),
            ["sessions"] => Self::Sessions,
            ["plan"] => Self::Plan(None),
            ["plan", entry] => id(entry).map_or(Self::Nowhere, Self::Convene),
            ["issues", issue, "plan"] => id(issue).map_or(Self::Nowhere, |id| Self::Plan(Some(id))),
            ["sessions", session] => {
                id(session).map_or(Self::Nowhere, |id| Self::Session(id, Room::Overview))
            }
            ["sessions", session, room] => {
                let room = Room::of(room).zip(id(session));
                room.map_or(Self::Nowhere, |(room, id)| Self::Session(id, room))
            }
            _ => Self::Nowhere,
        }
    }

    /// The path of a screen.
    pub(crate) fn path(self) -> String {
        match self {
            Self::Board | Self::Nowhere => "/app/".into(),
            Self::Raise => "/app/raise".into(),
            Self::Issue(id) => format!("/app/issues/{id}"),
            Self::Triage(id) => format!("/app/issues/{id}/triage"),
            Self::Saved(id) => format!("/app/issues/{id}/saved"),
            Self::Actions => "/app/actions".into(),
            Self::Telling => "/app/actions/telling".into(),
            Self::Action(id) => format!("/app/actions/{id}"),
            Self::Blueprint => "/app/blueprint".into(),
            Self::Version(year) => format!("/app/blueprint/{year}"),
            Self::Terms => "/app/terms".into(),
            Self::Term(id) => format!("/app/terms/{id}"),
            Self::Sessions => "/app/sessions".into(),
            Self::Plan(None) => "/app/plan".into(),
            Self::Convene(id) => format!("/app/plan/{id}"),
            Self::Plan(Some(id)) => format!("/app/issues/{id}/plan"),
            Self::Session(id, Room::Overview) => format!("/app/sessions/{id}"),
            Self::Session(id, room) => format!("/app/sessions/{id}/{}", room.name()),
            Self::Phone => "/app/phone".into(),
            Self::Courier => "/app/phone/pass".into(),
            Self::Me => "/app/me".into(),
            Self::Letters => "/app/letters".into(),
            Self::People(None) => "/app/people".into(),
            Self::People(Some(id)) => format!("/app/people/{id}"),
            Self::Kept(what) => format!("/app/kept/{}", what.name()),
            Self::District(wing) => wing.path(),
            Self::Welcome => "/app/welcome".into(),
        }
    }
}

/// Where the reader is; screens go elsewhere with [`Way::go`].
#[derive(Clone, Copy)]
pub(crate) struct Way {
    here: RwSignal<Route>,
}

impl Way {
    /// Reads the address bar, and from now on follows links and the back button without leaving the page.
    pub(crate) fn start() -> Self {
        let way = Self { here: RwSignal::new(Route::of(&path())) };
        let back = Closure::<dyn Fn()>::new(move || {
            let to = Route::of(&path());
            // a link into the page itself comes by here, too
            if to != way.here.get_untracked() {
                way.here.set(to);
                request_animation_frame(begin_at_heading);
            }
        });
        let click = Closure::<dyn Fn(_)>::new(move |event: web_sys::MouseEvent| way.click(&event));
        let window = window();
        let heard = window
            .add_event_listener_with_callback("popstate", back.as_ref().unchecked_ref())
            .and(window.add_event_listener_with_callback("click", click.as_ref().unchecked_ref()));
        if heard.is_err() {
            leptos::logging::warn!("links will reload the page: no listener could be set");
        }
        back.forget();
        click.forget();
        way
    }

    /// The screen shown now; tracked.
    pub(crate) fn here(self) -> Route {
        self.here.get()
    }

    /// Goes to a screen.
    pub(crate) fn go(self, to: Route) {
        self.visit(to, false);
    }

    /// Goes to a screen in place of this one, so that "back" does not return here.
    pub(crate) fn replace(self, to: Route) {
        self.visit(to, true);
    }

    fn visit(self, to: Route, instead: bool) {
        let address = to.path();
        let written = window().history().and_then(|history| {
            let nothing = wasm_bindgen::JsValue::NULL;
            if instead {
                history.replace_state_with_url(&nothing, "", Some(&address))
            } else {
                history.push_state_with_url(&nothing, "", Some(&address))
            }
        });
        if written.is_err() {
            leptos::logging::warn!("the address bar could not be changed");
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
        self.here.set(to);
        request_animation_frame(begin_at_heading);
    }

    /// Follows a plain click on a link of the app without loading the page anew.
    fn click(self, event: &web_sys::MouseEvent) {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if !plain || event.default_prevented() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|element| element.closest("a[href]").ok().flatten());
        let Some(link) = link.and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok())
        else {
            return;
        };
        let elsewhere = link.origin() != window().location().origin().unwrap_or_default()
            || !link.pathname().starts_with("/app")
            || link.has_attribute("download")
            || !link.target().is_empty();
        if elsewhere || link.get_attribute("href").is_some_and(|href| href.starts_with('#')) {
            return;
        }
        event.prevent_default();
        self.go(Route::of(&link.pathname()));
    }
}

/// Whoever goes by ear or by keyboard begins a screen at its heading, and not where the last one was left;
/// unless the screen itself begins elsewhere, as a form does in its first box.
pub(crate) fn begin_at_heading() {
    let here = document().active_element();
    if here.is_some_and(|here| here.closest("main").is_ok_and(|main| main.is_some())) {
        return;
    }
    let heading = document().query_selector("h1[tabindex]").ok().flatten();
    let heading = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok());
    if heading.is_some_and(|heading| heading.focus().is_err()) {
        leptos::logging::warn!("the heading could not take the focus");
    }
}

fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The way, from anywhere in the app.
pub(crate) fn way() -> Way {
    expect_context()
}
