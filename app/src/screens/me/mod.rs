//! Me: who I am here, how I like to see it, which phones are mine, and the way out.

mod devices;
mod look;
mod pairing;
mod passkeys;
mod password;
mod sign_out;
mod ways;

use domain::{Role, Scope, trust};

pub(crate) use look::{ElderButton, ElderSwitch, LanguageSeg};
pub(crate) use password::Box;

use self::{devices::Devices, look::LightAndLetters, sign_out::SignOut, ways::Ways};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Frame, Icon, InstallOffer, NetLine},
    prelude::*,
    replica::BUILD,
    routes::{self, Route},
    screens::{
        experts::MyEntry,
        office::{looks_over, office},
        phone::room::{self, Room},
        whose::{FirstDigits, HandOn},
    },
};

/// The screen.
#[component]
pub(crate) fn MeScreen() -> AnyView {
    let (w, desk) = (words(), desk());
    let digits = RwSignal::new(false);
    let top = view! {
        <header class="top">
            <div class="row">
                <h1 class="grow" tabindex="-1">{move || desk.name_of(desk.person())}</h1>
                <ElderButton />
            </div>
            <NetLine />
        </header>
    };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            <section aria-labelledby="roles">
                <div class="head"><h2 id="roles">{w.me().roles}</h2></div>
                {move || roles(desk)}
            </section>
            <MyEntry />
            <section class="col" aria-labelledby="look">
                <div class="head"><h2 id="look">{w.me().look}</h2></div>
                <LanguageSeg />
                <LightAndLetters />
                <ElderSwitch />
            </section>
            <a class="btn" href=Route::People(None).path()><Icon name="people" />{w.people().title}</a>
            <a class="btn" href=Route::Phone.path()><Icon name="phone" />{w.common.phone}</a>
            <HandOn class="btn" open=digits />
            <FirstDigits open=digits />
            {move || desk.has_tray().then(|| view! {
                <a class="btn" href=Route::Letters.path()>
                    <Icon name="echo" />{(w.tray().way)(desk.tray())}
                </a>
            })}
            <a class="btn" href=Route::Terms.path()><Icon name="flag" />{w.me().terms}</a>
            <a class="btn" href=Route::Kept(routes::Kept::Data).path()><Icon name="doc" />{w.me().data}</a>
            {move || looks_over(desk).then(|| view! {
                <a class="btn" href=Route::Kept(routes::Kept::Deeds).path()><Icon name="list" />{w.me().deeds}</a>
            })}
            {move || office(desk).then(|| view! {
                <a class="btn" href=Route::District(routes::Wing::Overview).path()><Icon name="map" />{w.district().way}</a>
            })}
            {move || office(desk).then(|| view! {
                <a class="btn" href=Route::Kept(routes::Kept::Others).path()><Icon name="people" />{w.me().others}</a>
            })}
            <Kept />
            <InstallOffer always=true />
            <Devices />
            <Ways />
            <SignOut />
            <Complain />
            <p class="xs dim">{(w.me().version)(BUILD)}</p>
        </Frame>
    }
}

/// The way to the page for complaints about the tool. It is the office's page and not the app's: it needs a signal.
#[component]
pub(crate) fn Complain() -> AnyView {
    let t = words().tray();
    view! {
        <ul class="list">
            <li><a href="/complain">
                <Icon name="ask" /><span>{t.complain}<small>{t.complain_hint}</small></span>
                <span class="end"><Icon name="right" /></span>
            </a></li>
            <li><a href="/policy">
                <Icon name="shield" /><span>{t.policy}<small>{t.policy_hint}</small></span>
                <span class="end"><Icon name="right" /></span>
            </a></li>
        </ul>
    }
}

/// Each place with the roles held there, and until when.
fn roles(desk: Desk) -> AnyView {
    let w = words();
    let mut held: Vec<(Scope, Role)> = Vec::new();
    for (role, scope) in trust::posts(&desk.who()) {
        if !held.contains(&(scope, role)) {
            held.push((scope, role));
        }
    }
    if held.is_empty() {
        return view! { <p class="sm dim">{w.me().no_roles}</p> }.into_any();
    }
    let row = |(scope, role): (Scope, Role)| {
        let place = desk.place_name(scope.owner()).unwrap_or_else(|| w.me().region.to_owned());
        let until = desk.until(role, scope).map(|until| {
            let day = w.lang.date(until - 1, clock::now());
            view! { <small>" "{(w.people().until)(&day)}</small> }
        });
        view! { <dt>{place}</dt><dd>{(w.names.role)(role)}{until}</dd> }
    };
    view! { <dl class="kv">{held.into_iter().map(row).collect_view()}</dl> }.into_any()
}

/// Whether the browser keeps what is stored, and how much room there is.
#[component]
fn Kept() -> AnyView {
    let w = words();
    let promised = RwSignal::new(None::<bool>);
    let refused = RwSignal::new(false);
    leptos::task::spawn_local(async move { promised.set(Some(room::promised().await)) });
    let ask = move |_| {
        leptos::task::spawn_local(async move {
            let kept = room::ask().await;
            promised.set(Some(kept));
            refused.set(!kept);
        });
    };
    let said = move || match promised.get() {
        None => ().into_any(),
        Some(true) => view! {
            <p class="note go"><Icon name="check" /><span>{w.me().persisted}</span></p>
        }
        .into_any(),
        Some(false) => view! {
            <p class="note"><Icon name="info" /><span>{w.me().not_persisted}</span></p>
            <div><button class="btn" on:click=ask>{w.me().persist}</button></div>
        }
        .into_any(),
    };
    view! {
        <section class="col" aria-labelledby="storage">
            <div class="head"><h2 id="storage">{w.me().storage}</h2></div>
            {said}
            <p class="sm" role="status">{move || refused.get().then_some(w.me().persist_refused)}</p>
            <Room />
        </section>
    }
}
