//! The links by which calendars follow the sessions of a place: made, copied, taken back. The server alone knows them.

use domain::{
    Id,
    feed::{CloseFeed, Feed, Feeds, MadeFeed, MakeFeed},
    form::Value,
};

use super::{called, says};
use crate::{
    desk::desk,
    look::words,
    parts::{HandOut, Icon, net_words, tongue},
    prelude::*,
    replica::{Net, NetError},
};

/// What the section knows.
#[derive(Clone, Copy)]
struct State {
    place: Id,
    /// For which a link is made: the place itself, or one within it.
    at: RwSignal<Id>,
    told: RwSignal<Option<Result<Feeds, NetError>>>,
    made: RwSignal<Option<String>>,
    said: RwSignal<Option<Result<String, NetError>>>,
    heading: Place<web_sys::HtmlElement>,
    /// The language of what stands in the calendar; a tap knows nothing around it.
    lang: &'static str,
}

impl State {
    fn load(self) {
        leptos::task::spawn_local(async move {
            let told = Net::read(&format!("/api/v1/calendars/{}", self.place)).await;
            self.told.set(Some(told));
        });
    }

    fn make(self) {
        let ask = MakeFeed { lang: self.lang.to_owned() };
        leptos::task::spawn_local(async move {
            let path = format!("/api/v1/calendars/{}", self.at.get_untracked());
            match Net::ask::<MadeFeed>(&path, &ask).await {
                Ok(made) => {
                    let origin = window().location().origin().unwrap_or_default();
                    self.made.set(Some(format!("{origin}{}", made.path)));
                    self.said.set(None);
                    self.load();
                }
                Err(error) => self.said.set(Some(Err(error))),
            }
        });
    }

    fn close(self, id: Id, name: String) {
        leptos::task::spawn_local(async move {
            match Net::ask::<Value>("/api/v1/calendars/close", &CloseFeed { id }).await {
                Ok(_) => {
                    self.said.set(Some(Ok(name)));
                    // the buttons are gone with their link
                    if self.heading.get_untracked().is_some_and(|there| there.focus().is_err()) {
                        leptos::logging::warn!("the focus could not be moved");
                    }
                    self.load();
                }
                Err(error) => self.said.set(Some(Err(error))),
            }
        });
    }
}

/// The links of a village; or of a whole district and, where that is asked for, of its towns and villages.
#[component]
pub(crate) fn CalendarLinks(place: Id, #[prop(optional)] within: bool) -> AnyView {
    let f = says().feed;
    let state = State {
        place,
        at: RwSignal::new(place),
        told: RwSignal::new(None),
        made: RwSignal::new(None),
        said: RwSignal::new(None),
        heading: Place::new(),
        lang: words().lang.tag(),
    };
    state.load();
    let link = move || state.made.get().map(made);
    let list = move || match state.told.get() {
        None => ().into_any(),
        Some(Err(error)) => {
            view! { <p class="sm dim">{net_words(&error, f.online)}</p> }.into_any()
        }
        Some(Ok(feeds)) if feeds.feeds.is_empty() => {
            view! { <p class="sm dim">{f.none}</p> }.into_any()
        }
        Some(Ok(feeds)) => {
            let one = |feed: Feed| view! { <li><One feed=feed state=state /></li> };
            view! { <ul class="col">{feeds.feeds.into_iter().map(one).collect_view()}</ul> }
                .into_any()
        }
    };
    let said = move || {
        state.said.get().map(|said| match said {
            Ok(name) => (f.revoked)(&name),
            Err(error) => net_words(&error, f.online),
        })
    };
    view! {
        <section class="slip col" aria-labelledby="feed">
            <div class="head"><h2 id="feed" tabindex="-1" node_ref=state.heading>{f.title}</h2></div>
            <p class="sm dim">{f.means}</p>
            {within.then(|| view! { <Where state=state /> })}
            <div class="btns"><button type="button" class="btn" on:click=move |_| state.make()>
                <Icon name="cal" />{f.make}
            </button></div>
            {link}
            <p class="sm" role="status">{said}</p>
            <h3>{f.open}</h3>
            {list}
        </section>
    }
}

/// A link that was just made, to copy and hand on.
fn made(link: String) -> AnyView {
    let f = says().feed;
    let text = Signal::derive({
        let link = link.clone();
        move || link.clone()
    });
    view! {
        <div class="col">
            <p class="note"><Icon name="info" /><span>{f.once}</span></p>
            <label class="field"><span class="lab">{f.link}</span>
                <input class="in" readonly=true value=link /></label>
            <HandOut text=text />
        </div>
    }
    .into_any()
}

/// Which place a link is for: all of it, a town or a village, in the order of the map.
#[component]
fn Where(state: State) -> AnyView {
    let (f, desk) = (says().feed, desk());
    let places = Memo::new(move |_| {
        let lands = desk.lands().into_iter();
        lands.flat_map(|land| land.town.into_iter().chain(land.villages)).collect::<Vec<Id>>()
    });
    let pick = move |event| {
        if let Ok(id) = Id::try_parse(&event_target_value(&event)) {
            state.at.set(id);
            // the link below is another place's
            state.made.set(None);
        }
    };
    let choices = move || {
        let now = state.at.get();
        let choice = |id: Id, name: String| {
            view! { <option value=id.to_string() selected=id == now>{name}</option> }
        };
        let all = places.get().into_iter().map(|id| choice(id, called(desk, id)));
        let all: Vec<AnyView> = all.map(IntoAny::into_any).collect();
        view! { {choice(state.place, f.whole.to_owned())}{all.into_iter().collect_view()} }
    };
    view! {
        <label class="field">
            <span class="lab">{f.place}</span>
            <select class="in" on:change=pick>{choices}</select>
        </label>
    }
}

/// One link that is open: whose, made when; taken back after one more word.
#[component]
fn One(feed: Feed, state: State) -> AnyView {
    let (w, desk) = (words(), desk());
    let f = says().feed;
    let sure = RwSignal::new(false);
    let (id, by, at) = (feed.id, feed.made_by, feed.made_at);
    let told = Memo::new(move |_| (f.made)(&desk.name_of(by), &w.lang.date(at, desk.now())));
    let place = (feed.place != state.place)
        .then(|| view! { <span>{move || called(desk, feed.place)}</span>" · " });
    // each button by its own name: several links have the same words on them
    let name = Memo::new(move |_| {
        let place = (feed.place != state.place).then(|| called(desk, feed.place));
        [place, Some(told.get())].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let label = move |says: &str| name.with(|name| format!("{says}{}{name}", w.board.colon));
    view! {
        <p class="row wrap">
            <span class="grow">{place}<span lang=move || told.with(|told| tongue(told))>{move || told.get()}</span></span>
            <button type="button" class="btn" aria-expanded=move || sure.get().to_string() aria-label=move || label(f.revoke[0])
                on:click=move |_| sure.update(|sure| *sure = !*sure)>{f.revoke[0]}</button>
        </p>
        {move || sure.get().then(|| view! {
            <p class="sm">{f.revoke[1]}</p>
            <button type="button" class="btn" aria-label=move || label(f.revoke[2])
                on:click=move |_| state.close(id, name.get_untracked())>{f.revoke[2]}</button>
        })}
    }
}
