//! The board's head: which village, larger letters, the search row, and the line about the connection.

use super::{
    choices::{Choices, Pick},
    filter::Filter,
};
use crate::{
    desk::desk,
    look::{look, words},
    parts::{Dialog, Icon, NetLine},
    prelude::*,
    routes::{Route, Wing},
    screens::office::office,
    shelf,
};

/// The head.
#[component]
pub(super) fn Top(filter: RwSignal<Filter>) -> AnyView {
    let w = words();
    let look = look();
    let elder = move || look.with(|look| look.elder);
    let searching = Memo::new(move |_| filter.with(|filter| filter.letters.is_some()));
    let button = Place::<web_sys::HtmlButtonElement>::new();
    let toggle = move |_| {
        filter.update(|filter| {
            filter.letters = if filter.letters.is_some() { None } else { Some(String::new()) };
        });
    };
    view! {
        <header class="top">
            <div class="row wrap">
                <VillageName filter=filter />
                {move || office(desk()).then(|| view! {
                    <a class="btn desk-way" href=Route::District(Wing::Overview).path()>{w.district().way}</a>
                })}
                <button
                    class="ib"
                    aria-label=w.common.elder
                    aria-pressed=move || elder().to_string()
                    on:click=move |_| look.update(|look| look.elder = !look.elder)
                >
                    <Icon name="big" />
                </button>
                <button
                    class="ib"
                    node_ref=button
                    aria-label=w.board.search
                    aria-expanded=move || searching.get().to_string()
                    on:click=toggle
                >
                    <Icon name="search" />
                </button>
            </div>
            <NetLine />
            {move || searching.get().then(|| view! { <Search filter=filter back=button /> })}
        </header>
    }
}

/// The search row: it finds while one types, on what is on the phone.
#[component]
fn Search(filter: RwSignal<Filter>, back: Place<web_sys::HtmlButtonElement>) -> AnyView {
    let w = words();
    let input = Place::<web_sys::HtmlInputElement>::new();
    let typed = filter.with_untracked(|filter| filter.letters.clone().unwrap_or_default());
    let fresh = typed.is_empty();
    Effect::new(move |_| {
        // a reader who comes back from an issue is not thrown into the keyboard
        if let Some(input) = input.get()
            && fresh
            && input.focus().is_err()
        {
            leptos::logging::warn!("the search row could not take the focus");
        }
    });
    let end = move || {
        filter.update(|filter| filter.letters = None);
        if let Some(button) = back.get_untracked()
            && button.focus().is_err()
        {
            leptos::logging::warn!("the search button could not take the focus");
        }
    };
    view! {
        <form class="find" role="search" on:submit=move |event| event.prevent_default()>
            <Icon name="search" />
            <input
                class="in"
                type="search"
                enterkeyhint="search"
                autocomplete="off"
                node_ref=input
                aria-label=w.board.search
                placeholder=w.board.search_hint
                prop:value=typed
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    filter.update(|filter| filter.letters = Some(typed));
                }
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        end();
                    }
                }
            />
            <button class="ib" type="button" aria-label=w.board.search_end on:click=move |_| end()>
                <Icon name="x" />
            </button>
        </form>
    }
}

/// The village's name; with several villages it opens a sheet to choose from.
#[component]
fn VillageName(filter: RwSignal<Filter>) -> AnyView {
    let (w, desk) = (words(), desk());
    let open = RwSignal::new(false);
    let several = Memo::new(move |_| desk.villages().len() > 1);
    let name = Memo::new(move |_| {
        desk.village().and_then(|id| desk.place_name(id)).unwrap_or_else(|| w.common.app.to_owned())
    });
    let villages = move || {
        let choice = |id| Pick {
            words: desk.place_name(id).unwrap_or_default(),
            chosen: Signal::derive(move || desk.village() == Some(id)),
            take: Callback::new(move |()| {
                desk.chosen.set(Some(id));
                shelf::write("bandeng.village", &id);
                // the groups of one village mean nothing in another
                filter.set(Filter::default());
                open.set(false);
            }),
        };
        desk.villages().into_iter().map(choice).collect::<Vec<_>>()
    };
    child(move || {
        if !several.get() {
            return view! { <p class="grow place"><span class="song">{move || name.get()}</span></p> }
                .into_any();
        }
        view! {
            <button class="grow place" aria-haspopup="dialog" on:click=move |_| open.set(true)>
                <span class="song">{move || name.get()}</span>
                <Icon name="down" />
                <span class="sr">{w.common.choose_village}</span>
            </button>
            <Dialog open=open title=w.common.choose_village sheet=true>
                <div class="main">
                    <Choices name="village" legend=w.common.choose_village picks=villages() />
                </div>
            </Dialog>
        }
        .into_any()
    })
}
