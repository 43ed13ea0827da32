//! 这件事办得怎么样: three buttons, and the words that go with one.

use domain::{
    FollowAct, Form, Id,
    burden::Task,
    follow::{
        Action, Satisfaction,
        rating::{Rate, Rating, Way},
    },
};

use super::{
    deed::{Trouble, bar, keep, on_action, spend},
    rate_says,
};
use crate::{
    burden,
    desk::desk,
    look::words,
    parts::{Choice, CommitTrouble, Icon, satisfaction_icon},
    prelude::*,
    screens::issue::{Line, draft},
};

/// What is being said; it stays on the phone until it is saved or given up.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub(super) struct Saying {
    pub(super) result: Option<Satisfaction>,
    pub(super) heard: Option<bool>,
    pub(super) words: String,
    pub(super) name: String,
    pub(super) way: Option<Way>,
}

impl Saying {
    /// The rating it comes to; somebody else's where it has a name.
    pub(super) fn rate(&self) -> Rate {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Rate {
            result: self.result.unwrap_or_default(),
            heard: self.heard,
            words: some(&self.words),
            name: some(&self.name),
            way: self.way.unwrap_or_default(),
            letter: None,
        }
    }
}

/// What somebody has said of how it was done this time.
fn said(action: &Action, by: Id) -> Option<&Rating> {
    let mine = |r: &&Rating| r.round == action.round() && r.by == Some(by) && r.name.is_none();
    action.ratings.iter().find(mine)
}

/// The box for whoever may rate; nothing for the others.
#[component]
pub(super) fn RateBox(id: Id) -> AnyView {
    let (r, desk) = (rate_says(), desk());
    let doing = Memo::new(move |_| desk.doing(id));
    let scope = Memo::new(move |_| doing.with(|doing| doing.as_ref().map(|doing| doing.scope)));
    let may = Memo::new(move |_| {
        let rate = FollowAct::Rate(Rate::default());
        scope.get().is_some_and(|scope| bar(desk, on_action(id, scope, rate)).is_none())
    });
    let mine = Memo::new(move |_| {
        doing.with(|doing| said(&doing.as_ref()?.action, desk.person()).cloned())
    });
    let anew = RwSignal::new(false);
    let said = move || {
        mine.get().filter(|_| !anew.get()).map(|rating| {
            let result = words::follow::satisfaction(words().lang, rating.result);
            view! {
                <div class="row">
                    <p class="grow sm b"><Icon name=satisfaction_icon(rating.result) />" "{(r.yours)(result)}</p>
                    <button type="button" class="btn bare" on:click=move |_| anew.set(true)>{r.anew}</button>
                </div>
            }
        })
    };
    let asking = Memo::new(move |_| mine.with(Option::is_none) || anew.get());
    child(move || {
        may.get().then(|| {
            view! {
                // a list has several: a group, and no landmark
                <div class="rate" role="group" aria-label=r.ask>
                    {said}
                    {move || asking.get().then(|| view! { <Own id=id anew=anew /> })}
                </div>
            }
        })
    })
}

/// The reader's own.
#[component]
fn Own(id: Id, anew: RwSignal<bool>) -> AnyView {
    let (r, desk) = (rate_says(), desk());
    let key = format!("bandeng.rate.{id}");
    let form = draft::<Saying>(key.clone());
    let trouble = Trouble::new();
    let cost = burden::task(Task::Rate);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(record) = untrack(|| desk.record(id)) else { return };
        let act = FollowAct::Rate(form.get_untracked().rate());
        let key = key.clone();
        keep(trouble, vec![on_action(id, record.scope, act)], move || {
            cost.done(3);
            spend(form, &key);
            anew.set(false);
        });
    };
    view! {
        <form class="col tight" on:submit=save>
            <p class="sm b">{r.ask}" "<span class="dim">{r.not_doer}</span></p>
            <Results form=form />
            {move || form.with(|form| form.result.is_none()).then(|| view! { <p class="xs dim">{r.again}</p> })}
            <Rest form=form />
            <CommitTrouble error=trouble.said />
        </form>
    }
}

/// The three buttons.
#[component]
pub(super) fn Results(form: RwSignal<Saying>) -> AnyView {
    let lang = words().lang;
    let buttons = Satisfaction::ALL.map(|result| {
        let pressed = move || form.with(|form| form.result == Some(result));
        let tap = move |_| {
            form.update(|form| form.result = (form.result != Some(result)).then_some(result));
        };
        view! {
            <button type="button" class="btn" aria-pressed=move || pressed().to_string() on:click=tap>
                <Icon name=satisfaction_icon(result) />{words::follow::satisfaction(lang, result)}
            </button>
        }
    });
    view! { <div class="btns thirds results">{buttons.into_iter().collect_view()}</div> }
}

/// What is asked once a result is chosen: whether the person was heard, a word, and the button.
#[component]
pub(super) fn Rest(form: RwSignal<Saying>) -> AnyView {
    let (w, r) = (words(), rate_says());
    let chosen = Memo::new(move |_| form.with(|form| form.result));
    let typed = Signal::derive(move || form.with(|form| form.words.clone()));
    let set = Callback::new(move |to| form.update(|form| form.words = to));
    child(move || {
        let result = chosen.get()?;
        let label = if result == Satisfaction::Not { r.wrong } else { r.words };
        let heard = [true, false].map(|yes| {
            let is = Signal::derive(move || form.with(|form| form.heard == Some(yes)));
            let pick = Callback::new(move |()| form.update(|form| form.heard = Some(yes)));
            view! { <Choice name="heard" chosen=is pick=pick>{r.yes_no[usize::from(!yes)]}</Choice> }
        });
        Some(view! {
            <div class="yesno" role="radiogroup" aria-label=r.heard>
                <p class="sm">{r.heard}</p>
                <div class="seg">{heard.into_iter().collect_view()}</div>
            </div>
            <Line label=label value=typed set=set long=true />
            <div class="btns">
                <button class="btn do">{r.save}</button>
                <button type="button" class="btn" on:click=move |_| form.set(Saying::default())>{w.common.cancel}</button>
            </div>
        })
    })
}
