//! 拿出去给人看: what goes out from the sealed page. Plain text, the loudspeaker's script and the printer need no signal;
//! the village's server makes the rest.

use domain::{Kind, place::Person};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use words::paper::{Paper, lasts, plain, script};

use super::{
    Shown,
    aloud::{self, hush, speak},
    says,
    seal::head,
};
use crate::{
    desk::desk,
    parts::{Icon, copy_text},
    prelude::*,
    session,
};

/// All of it.
#[component]
pub(super) fn Out(shown: Shown) -> AnyView {
    let s = says().seal;
    let id = shown.with_untracked(|papers| papers.id);
    // a link cannot say whose it is but by the number
    let file = |name: &str| format!("/papers/{id}/{name}?slot={}", session::slot());
    let files = [
        ("doc", s.poster, s.poster_hint, file("poster.pdf")),
        ("print", s.pdf, s.pdf_hint, file("minutes.pdf")),
        ("pen", s.word, s.word_hint, file("minutes.docx")),
    ];
    let files = files.map(|(icon, name, hint, address)| {
        view! {
            <li><a href=address target="_blank" rel="noopener"><Icon name=icon />
                <span>{name}<small>{hint}</small></span><span class="end"><Icon name="right" /></span></a></li>
        }
    });
    let print = move |_| {
        if window().print().is_err() {
            leptos::logging::warn!("nothing is printed");
        }
    };
    let public = StoredValue::new(untrack(|| public(shown)));
    let script = public.with_value(|all| all.as_ref().map(|(_, script)| script.clone()));
    let seconds = script.as_deref().map_or(0, lasts);
    view! {
        <section aria-labelledby="out">
            <div class="head"><h2 id="out">{s.out}</h2></div>
            <ul class="list">
                {files.into_iter().collect_view()}
                <li><button type="button" on:click=print><Icon name="print" />
                    <span>{s.print}<small>{s.print_hint}</small></span></button></li>
                <Said name=s.chat hint=s.chat_hint.to_owned() icon="echo" aloud=false
                    text=public.with_value(|all| all.as_ref().map(|(text, _)| text.clone())).unwrap_or_default() />
                <Said name=s.loud hint=(s.loud_hint)(seconds / 60, seconds % 60) icon="sound" aloud=true
                    text=script.unwrap_or_default() />
            </ul>
        </section>
    }
}

/// The plain text and the script for everybody: roles in place of names, made from what is sealed; tracked.
fn public(shown: Shown) -> Option<(String, String)> {
    let seal = shown.with(|papers| papers.session.seal.clone())?;
    let names = desk().replica.with(|replica| {
        let people = replica.view().values().filter(|record| record.kind == Kind::Person);
        people.filter_map(|record| Some(record.read::<Person>().ok()?.name)).collect::<Vec<_>>()
    });
    let paper = Paper::public(&seal.clear(), &names)?;
    let head = head(shown, Some(&seal));
    Some((plain(&paper, &head), script(&paper, &head)))
}

/// A text made on the phone: shown, copied, handed on, or read aloud.
#[component]
fn Said(
    name: &'static str,
    hint: String,
    icon: &'static str,
    aloud: bool,
    text: String,
) -> AnyView {
    let s = says().seal;
    let open = RwSignal::new(false);
    let text = StoredValue::new(text);
    let told = RwSignal::new("");
    let copy = move |_| {
        leptos::task::spawn_local(async move {
            told.set(if copy_text(&text.get_value()).await { s.copied } else { s.not_copied });
        });
    };
    let share = move |_| {
        leptos::task::spawn_local(async move {
            if !handed_on(&text.get_value()).await {
                told.set(s.not_shared);
            }
        });
    };
    let tools = move || {
        view! {
            <div class="col said">
                <textarea class="in" rows="8" readonly="" lang="zh-CN" aria-label=name prop:value=text.get_value()>
                    {text.get_value()}
                </textarea>
                <div class="btns">
                    <button type="button" class="btn do" on:click=copy><Icon name="list" />{s.copy}</button>
                    {shares().then(|| view! { <button type="button" class="btn" on:click=share><Icon name="out" />{s.share}</button> })}
                    {aloud.then(|| view! { <Aloud text=text /> })}
                </div>
                <p class="sm" role="status">{move || told.get()}</p>
            </div>
        }
    };
    view! {
        <li>
            <button type="button" aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>
                <Icon name=icon /><span>{name}<small>{hint}</small></span>
                <span class="end"><Icon name="down" /></span>
            </button>
            {move || open.get().then(tools)}
        </li>
    }
}

/// Reads the script aloud, where the phone can.
#[component]
fn Aloud(text: StoredValue<String>) -> AnyView {
    let s = says().seal;
    let (able, on) = (aloud::able(), RwSignal::new(false));
    on_cleanup(hush);
    let turn = move |_| {
        if on.get_untracked() {
            hush();
            on.set(false);
        } else {
            on.set(true);
            speak(&text.get_value(), move || {
                on.try_update(|on| *on = false);
            });
        }
    };
    child(move || {
        if able.get() {
            view! {
                <button type="button" class="btn" on:click=turn>
                    <Icon name=if on.get() { "pause" } else { "sound" } />{if on.get() { s.stop } else { s.speak }}
                </button>
            }
        } else {
            view! { <p class="xs dim">{s.no_voice}</p> }
        }
    })
}

fn sharer() -> Option<Function> {
    Reflect::get(&window().navigator(), &"share".into()).ok()?.dyn_into().ok()
}

fn shares() -> bool {
    sharer().is_some()
}

/// Hands a text to another app of the phone; false where that did not go. Who thinks better of it has not failed.
async fn handed_on(text: &str) -> bool {
    let Some(share) = sharer() else { return false };
    let what = js_sys::Object::new();
    if Reflect::set(&what, &"text".into(), &text.into()).is_err() {
        return false;
    }
    let asked = share.call1(&window().navigator(), &what).ok();
    let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) else {
        return false;
    };
    match JsFuture::from(asked).await {
        Ok(_) => true,
        Err(why) => {
            let name = Reflect::get(&why, &"name".into()).ok().and_then(|name| name.as_string());
            name.as_deref() == Some("AbortError")
        }
    }
}
