//! The invite that was made: its address, once, as a link, a square, a text for a chat and a slip on paper.

use domain::{Role, Scope, square::Square};

use super::{Table, api::AskedIn, list::last_day};
use crate::{
    look::words,
    parts::{HandOut, Icon},
    prelude::*,
    routes::Route,
};

/// An invite with whom it is for.
#[derive(Clone, PartialEq)]
pub(super) struct Made {
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) invite: AskedIn,
}

impl Made {
    /// Its address. What follows the # is sent to no server by a browser.
    fn link(&self) -> String {
        let origin = window().location().origin().unwrap_or_default();
        format!("{origin}{}#{}", Route::Welcome.path(), self.invite.invite)
    }
}

/// All ways to hand it over.
pub(super) fn page(made: &Made, table: Table) -> AnyView {
    let w = words().people();
    let link = made.link();
    // the chat is the village's own, and so is its language
    let zh = words::Lang::Zh.words();
    let village = untrack(|| match table.place.get() {
        Some(Scope::Village(id)) => table.desk.place(id).map(|place| place.name),
        _ => None,
    });
    let village = village.unwrap_or_default();
    let chat = (zh.people().chat)(&village, &made.name, (zh.names.role)(made.role), &link);
    let print = move |_| {
        if window().print().is_err() {
            leptos::logging::warn!("this browser does not print");
        }
    };
    let day = last_day(made.invite.expires_at);
    let text = {
        let chat = chat.clone();
        Signal::derive(move || chat.clone())
    };
    view! {
        <section class="col noprint">
            <h2>{(w.made)(&made.name)}</h2>
            <p class="sm">{(w.once)(&day)}</p>
            <p class="note wait"><Icon name="warn" /><span>{(w.careful)(&made.name)}</span></p>
            <p class="link-out" lang="en">{link.clone()}</p>
            <h3>{w.chat_head}</h3>
            <p class="say written" lang="zh-CN">{chat}</p>
            <HandOut text=text />
        </section>
        {slip(made, &village, &link)}
        <div class="btns noprint">
            <button class="btn" on:click=print><Icon name="print" />{w.print}</button>
            <button class="btn do" on:click=move |_| table.made.set(None)><Icon name="check" />{w.back}</button>
        </div>
    }
    .into_any()
}

/// The slip: read by whoever gets it, so it is Chinese in every language.
fn slip(made: &Made, village: &str, link: &str) -> AnyView {
    let zh = words::Lang::Zh.words();
    let [scan, once, lost] = zh.people().slip;
    let square = Square::of(link).map(|square| {
        let side = square.size + 8;
        // dark on light by day and by night: readers want it so
        let ground = format!("M0 0h{side}v{side}h-{side}z");
        view! {
            <svg class="qr wide" viewBox=format!("0 0 {side} {side}") role="img" shape-rendering="crispEdges"
                aria-label=(words().people().square)(&made.name)>
                <path fill="#fff" d=ground></path>
                <path fill="#000" d=square.path()></path>
            </svg>
        }
    });
    let role = (zh.names.role)(made.role);
    view! {
        <div class="sheets" lang="zh-CN">
            <section class="invite-slip" aria-label=words().people().scan>
                <header>
                    <p class="sm">{zh.common.app}" "{village.to_owned()}</p>
                    <p class="hero-t song">{made.name.clone()}" · "{role}</p>
                </header>
                <p class="sm">{scan}</p>
                {square}
                <p class="xs link-out">{link.to_owned()}</p>
                <p class="sm">{once}</p>
                <p class="xs">{lost}</p>
            </section>
        </div>
    }
    .into_any()
}
