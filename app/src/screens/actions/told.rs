//! Who waits to hear of one action, and who was told.

use domain::{
    FollowAct, Form,
    follow::{
        State, Tidings,
        echo::{self, Echo, Tell},
    },
};

use super::{
    deed::{Trouble, keep, on_action, spend},
    one::{Shown, by},
    one_says, telling_says,
};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{Choice, CommitTrouble, Icon, tongue},
    prelude::*,
    routes::Route,
    screens::issue::{Line, draft},
};

/// The section; nothing before it is done.
#[component]
pub(super) fn Told(shown: Shown) -> AnyView {
    let (o, t, desk) = (one_says(), telling_says(), desk());
    let id = shown.with_untracked(|doing| doing.id);
    let done = Memo::new(move |_| {
        shown.with(|doing| {
            matches!(doing.action.state(), State::Done | State::Checked)
                || !doing.action.echoes.is_empty()
        })
    });
    let waits = Memo::new(move |_| {
        let owed = desk.record(id).map(|record| echo::owed(&record, None, &|_| None));
        owed.into_iter().flatten().map(|owed| owed.to.name).collect::<Vec<_>>()
    });
    let open = Memo::new(move |_| {
        shown.with(|doing| matches!(doing.action.state(), State::Done | State::Checked))
    });
    let unnamed = move || shown.with(|doing| doing.action.tell.is_empty());
    let echoes = move || {
        let echoes = shown.with(|doing| doing.action.echoes.clone());
        echoes.iter().rev().map(|echo| drawn(desk, echo)).collect::<Vec<_>>()
    };
    let waiting = move || {
        let names = waits.get().join("、");
        (!names.is_empty()).then(|| {
            view! {
                <p class="note wait"><Icon name="door" /><span><b lang="zh-CN">{names}</b></span></p>
                <p class="xs dim">{t.must}</p>
                <a class="btn" href=Route::Telling.path()><Icon name="echo" />{o.tell}</a>
            }
        })
    };
    child(move || {
        done.get().then(|| {
            view! {
                <section class="col" aria-labelledby="echo">
                    <div class="head"><h2 id="echo">{o.echo}</h2></div>
                    {waiting}
                    <ul class="col tight">{echoes}</ul>
                    {move || (open.get() && waits.with(Vec::is_empty)).then(|| view! {
                        {unnamed().then(|| view! { <p class="sm">{t.nobody}</p> })}
                        <Note shown=shown />
                    })}
                </section>
            }
        })
    })
}

fn drawn(desk: Desk, echo: &Echo) -> AnyView {
    let lang = words().lang;
    let how = words::follow::tidings(lang, echo.how);
    let by_whom = echo.by.filter(|by| echo.person != Some(*by)).map(|by| desk.name_of(by));
    let rest = view! {
        <span>{how}</span>{by_whom.map(|who| view! { <span lang="zh-CN">{who}</span> })}
        <time>{lang.date(echo.at, desk.now())}</time>
    };
    let said = echo.words.clone().map(|said| {
        view! { <p class="say" lang=tongue(&said)>{said.clone()}</p> }
    });
    view! { <li>{by(&echo.to, rest)}{said}</li> }.into_any()
}

/// What is noted of somebody whom nobody wrote down before.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Noted {
    name: String,
    how: Tidings,
    words: String,
}

/// Notes that somebody else was told.
#[component]
fn Note(shown: Shown) -> AnyView {
    let (t, lang) = (telling_says(), words().lang);
    let (id, scope) = shown.with_untracked(|doing| (doing.id, doing.scope));
    let key = StoredValue::new(format!("bandeng.told.{id}"));
    let form = draft::<Noted>(key.get_value());
    let trouble = Trouble::new();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Noted { name, how, words } = form.get_untracked();
        let words = Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        let tell = Tell { to: name.trim().to_owned(), person: None, how, words };
        keep(trouble, vec![on_action(id, scope, FollowAct::Tell(tell))], move || {
            spend(form, &key.get_value());
        });
    };
    let ways = [Tidings::Door, Tidings::Phone, Tidings::Chat, Tidings::Paper].map(|how| {
        let is = Signal::derive(move || form.with(|form| form.how == how));
        let pick = Callback::new(move |()| form.update(|form| form.how = how));
        view! { <Choice name="told-by" chosen=is pick=pick>{words::follow::tidings(lang, how)}</Choice> }
    });
    let name = Signal::derive(move || form.with(|form| form.name.clone()));
    let set_name = Callback::new(move |to| form.update(|form| form.name = to));
    let said = Signal::derive(move || form.with(|form| form.words.clone()));
    let set_said = Callback::new(move |to| form.update(|form| form.words = to));
    view! {
        <details class="slip">
            <summary><Icon name="pen" />{t.other}</summary>
            <form class="col" on:submit=save aria-label=t.other>
                <Line label=t.name value=name set=set_name />
                <div class="opts" role="radiogroup" aria-label=t.way>{ways.into_iter().collect_view()}</div>
                <Line label=t.reply value=said set=set_said long=true />
                <button class="btn">{t.done}</button>
                <CommitTrouble error=trouble.said />
            </form>
        </details>
    }
}
