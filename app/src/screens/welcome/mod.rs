//! The welcome: who invites whom as what, language and large letters before anything else, and one button.

mod arrive;
mod doors;
mod invite;
mod sit;

use self::{
    doors::Doors,
    invite::{Invite, Looked},
    sit::SitDown,
};
use crate::{
    desk::Desk,
    look::words,
    parts::{Icon, InstallWays},
    prelude::*,
    replica::NetError,
    routes::Route,
    screens::{
        me::{Complain, ElderSwitch, LanguageSeg},
        whose::occupied,
    },
    session::{Stage, stage},
};

/// How far the look at an invite has come.
#[derive(Clone)]
enum Look {
    /// There is none.
    Nothing,
    /// The server was asked.
    Asked,
    /// It is good.
    Good(Invite, Looked),
    /// It is not, or nobody could say.
    Failed(Invite, NetError),
}

/// The page behind an invite, and the page of a phone on which nobody has signed in.
#[component]
pub(crate) fn WelcomeScreen() -> AnyView {
    let w = words();
    let seen = RwSignal::new(Look::Nothing);
    let look = move |invite: Invite| {
        seen.set(Look::Asked);
        leptos::task::spawn_local(async move {
            seen.set(match invite.look().await {
                Ok(looked) => Look::Good(invite, looked),
                Err(error) => Look::Failed(invite, error),
            });
        });
    };
    if let Some(invite) = Invite::take() {
        look(invite);
    }
    // an invite that is tapped while this page is open changes nothing but the address
    let tapped = window_event_listener_untyped("hashchange", move |_| {
        if let Some(invite) = Invite::take() {
            look(invite);
        }
    });
    on_cleanup(move || tapped.remove());
    let shared = matches!(stage().get_untracked(), Stage::Whose);
    view! {
        <a class="skip btn" href="#main">{w.common.skip}</a>
        <div class="app">
            <Night />
            <main class="main welcome" id="main" tabindex="-1">
                <div>
                    <h1>{w.welcome().title}</h1>
                    <p class="dim sm" role="status">{move || seen.with(sentence)}</p>
                </div>
                <LanguageSeg />
                <ElderSwitch />
                <div class="col">
                    {move || match seen.get() {
                        Look::Nothing => {
                            view! { <Paste look=Callback::new(look) />{doors()} }.into_any()
                        }
                        Look::Asked => view! { <span class="skel w4"></span> }.into_any(),
                        Look::Good(invite, looked) => {
                            view! { <SitDown invite=invite looked=looked /> }.into_any()
                        }
                        Look::Failed(invite, error) => failed(invite, &error, look),
                    }}
                    {shared.then(|| view! {
                        <a class="btn" href=Route::Board.path()>
                            <Icon name="people" />{w.whose().back_to_all}
                        </a>
                    })}
                    <a class="btn bare" href="/">{w.welcome().look_around}</a>
                </div>
                <details class="slip">
                    <summary><Icon name="home" />{w.welcome().install.title}</summary>
                    <InstallWays />
                </details>
                <p class="xs dim">{w.welcome().purpose}</p>
                <Complain />
            </main>
        </div>
    }
}

/// Whoever is at work here.
fn here() -> Option<Desk> {
    match stage().get_untracked() {
        Stage::Laid(desk) => Some(desk),
        Stage::Opening | Stage::Nobody | Stage::Whose | Stage::NoStore(_) => None,
    }
}

/// The doors; where somebody is at work they lay their desk down first, since who comes is known only behind a door.
fn doors() -> AnyView {
    here().map_or_else(|| view! { <Doors /> }.into_any(), |desk| occupied(desk, ""))
}

/// The courtyard at night, with the bench under its lamp.
#[component]
fn Night() -> AnyView {
    let w = words();
    view! {
        <header class="hello">
            <img class="night" src="/app/icons/night.svg" alt=w.welcome().picture />
            <p class="hello-t song" lang="zh-CN" aria-hidden="true"><span>{w.welcome().motto}</span></p>
            <p class="row mark"><Icon name="bench" /><b class="song">{w.common.app}</b></p>
        </header>
    }
}

/// Who invites as what; or why there is nothing to say.
fn sentence(seen: &Look) -> AnyView {
    let w = words();
    match seen {
        Look::Nothing if here().is_some() => ().into_any(),
        Look::Nothing => w.welcome().no_code.into_any(),
        Look::Asked => w.welcome().looking.into_any(),
        Look::Failed(..) => ().into_any(),
        Look::Good(_, looked) => {
            let place = looked.roles.first().and_then(|held| match w.lang {
                words::Lang::Zh => held.place.clone(),
                words::Lang::En => held.place_en.clone().or_else(|| held.place.clone()),
            });
            let person = looked.invited_by.clone().unwrap_or_default();
            let invites = (w.welcome().invites)(&place.unwrap_or_default(), &person);
            let mut roles: Vec<&str> = Vec::new();
            for held in &looked.roles {
                let role = (w.names.role)(held.role);
                if !roles.contains(&role) {
                    roles.push(role);
                }
            }
            let between = match w.lang {
                words::Lang::Zh => "、",
                words::Lang::En => ", ",
            };
            view! { {invites}{w.welcome().invited_as}<b>{roles.join(between)}</b> }.into_any()
        }
    }
}

/// Why the invite did not open, and the way on.
fn failed(invite: Invite, error: &NetError, look: impl Fn(Invite) + Copy + 'static) -> AnyView {
    let w = words();
    let refused = matches!(error, NetError::Refused(_));
    let again = move |_| look(invite.clone());
    view! {
        <p class="note stop" role="alert"><Icon name="warn" /><span>{trouble(error)}</span></p>
        {(!refused).then(|| view! {
            <button class="btn" on:click=again><Icon name="redo" />{w.trouble.again}</button>
        })}
    }
    .into_any()
}

/// Why the server did not answer as hoped.
fn trouble(error: &NetError) -> String {
    let w = words();
    match error {
        NetError::Silent => w.welcome().no_signal.to_owned(),
        NetError::Portal => w.trouble.portal.to_owned(),
        NetError::Later(_) => w.trouble.slow_down.to_owned(),
        NetError::SignedOut | NetError::TooLarge | NetError::Server => w.trouble.server.to_owned(),
        NetError::Refused(words) | NetError::Unreadable(words) => words.clone(),
    }
}

/// A box for the address of an invite: the app on an iPhone's home screen has no address bar to tap it in.
#[component]
fn Paste(look: Callback<Invite>) -> AnyView {
    let w = words();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let open = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match typed.with_untracked(|typed| Invite::of(typed)) {
            Some(invite) => {
                invite.remember();
                look.run(invite);
            }
            None => wrong.set(true),
        }
    };
    view! {
        <form class="col" on:submit=open>
            <div class="field">
                <label for="paste">{w.welcome().paste}</label>
                <input class="in" id="paste" autocomplete="off" inputmode="url"
                    on:input=move |event| typed.set(event_target_value(&event))
                    aria-invalid=move || wrong.get().then_some("true")
                    aria-describedby=move || wrong.get().then_some("paste-wrong") />
                {move || wrong.get().then(|| view! {
                    <p class="err" id="paste-wrong" role="alert">
                        <Icon name="warn" />{w.welcome().not_an_invite}
                    </p>
                })}
            </div>
            <button class="btn do big">{w.welcome().open_invite}</button>
        </form>
    }
}
