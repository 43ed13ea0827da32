//! Everybody who waits to be told: at the door, by telephone, in a chat, on a slip; logged with what they said to that.

use domain::{
    FollowAct, Form,
    follow::{
        Tidings,
        echo::{Owed, Tell},
    },
};

use super::{
    deed::{Trouble, keep, spend},
    echo::waits,
    script::{Matter, group, key, matter, people, row, script, sort},
    send::Send,
    telling_says,
};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Bar, CommitTrouble, Frame, HandOut, Icon, tongue},
    prelude::*,
    routes::Route,
    screens::issue::{Line, draft},
};

/// The screen.
#[component]
pub(super) fn TellingScreen() -> AnyView {
    let (t, desk) = (telling_says(), desk());
    let owed = waits(desk);
    let none = Memo::new(move |_| owed.with(|owed| owed.0.is_empty()));
    let top = view! { <Bar back=Route::Actions title=t.title /> };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            {move || none.get().then(|| view! {
                <div class="state">
                    <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
                    <h2>{t.none.0}</h2>
                    <p>{t.none.1}</p>
                    <a class="btn" href=Route::Actions.path()>{super::one_says().to_list}</a>
                </div>
            })}
            {move || (!none.get()).then(|| view! {
                <p class="sm"><b role="status">{move || owed.with(|owed| (t.count)(people(&owed.0)))}</b>" "{t.must}</p>
            })}
            <ul class="col">
                <For each=move || owed.with(|owed| owed.0.clone()) key=row let:one>
                    <One owed=one />
                </For>
            </ul>
        </Frame>
    }
}

/// Somebody who waits.
#[component]
fn One(owed: Owed) -> AnyView {
    let desk = desk();
    let about = owed.about;
    let matter = Memo::new(move |_| matter(desk, about));
    let owed = StoredValue::new(owed);
    child(move || {
        matter.get().map(|matter| {
            let owed = owed.get_value();
            view! { <li class="slip wait-slip">{card(desk, &owed, &matter)}</li> }
        })
    })
}

fn card(desk: Desk, owed: &Owed, matter: &Matter) -> AnyView {
    let (w, t) = (words(), telling_says());
    let me = desk.person();
    let (name, since) = (owed.to.name.clone(), w.lang.ago(owed.since, clock::now()));
    let place = group(desk, owed);
    let errand = owed
        .sent
        .map(|who| if who == me { t.errand.to_owned() } else { (t.sent)(&desk.name_of(who)) });
    let errand = errand.map(|errand| {
        view! { <p class="row sm b och"><Icon name="door" /><span lang=tongue(&errand)>{errand.clone()}</span></p> }
    });
    let ways = if owed.to.person == Some(me) {
        view! { <Known owed=owed.clone() matter=matter.clone() /> }
    } else {
        view! {
            <Ways owed=owed.clone() matter=matter.clone() />
            <Send owed=owed.clone() matter=matter.clone() />
        }
        .into_any()
    };
    view! {
        {errand}
        <h2 class="row wrap"><span lang="zh-CN">{name}</span>
            {place.map(|place| view! { <small class="sm dim" lang=tongue(&place)>{place.clone()}</small> })}
            <time class="end xs dim">{since}</time></h2>
        <p class="sm dim">{sort(&matter.kind)}</p>
        <p class="say" lang=tongue(&matter.what)>{matter.what.clone()}</p>
        <p class="why echo" lang=tongue(&matter.outcome)><Icon name="echo" />{matter.outcome.clone()}</p>
        {ways}
    }
    .into_any()
}

fn tells(owed: &Owed, matter: &Matter, how: Tidings, said: &str) -> super::deed::Deed {
    let words = Some(said.trim().to_owned()).filter(|said| !said.is_empty());
    let tell = Tell { to: owed.to.name.clone(), person: owed.to.person, how, words };
    (matter.kind.clone(), owed.about, matter.scope, FollowAct::Tell(tell).into())
}

/// The reader is the one who waits: one tap.
#[component]
pub(super) fn Known(owed: Owed, matter: Matter) -> AnyView {
    let trouble = Trouble::new();
    let tap = move |_| keep(trouble, vec![tells(&owed, &matter, Tidings::Own, "")], || ());
    view! {
        <button type="button" class="btn do" on:click=tap><Icon name="check" />{words().common.understood}</button>
        <CommitTrouble error=trouble.said />
    }
}

/// How somebody is being told, kept until it is logged.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Telling {
    how: Option<Tidings>,
    words: String,
}

/// Where it lies until then.
fn lies(owed: &Owed) -> String {
    format!("bandeng.tell.{}", key(owed))
}

/// The ways, and what goes with the one that is chosen.
#[component]
fn Ways(owed: Owed, matter: Matter) -> AnyView {
    let (t, lang) = (telling_says(), words().lang);
    let form = draft::<Telling>(lies(&owed));
    let ways = [
        (Tidings::Door, "door"),
        (Tidings::Phone, "tel"),
        (Tidings::Chat, "comment"),
        (Tidings::Paper, "slip"),
    ];
    let ways = ways.map(|(how, icon)| {
        let pressed = move || form.with(|form| form.how == Some(how));
        let tap = move |_| {
            form.update(|form| form.how = (form.how != Some(how)).then_some(how));
        };
        view! {
            <button type="button" class="btn" aria-pressed=move || pressed().to_string() on:click=tap>
                <Icon name=icon />{words::follow::tidings(lang, how)}
            </button>
        }
    });
    let both = StoredValue::new((owed, matter));
    let how = Memo::new(move |_| form.with(|form| form.how));
    view! {
        <div class="btns ways" role="group" aria-label=t.way>{ways.into_iter().collect_view()}</div>
        {move || how.get().map(|how| view! { <Way how=how both=both form=form /> })}
    }
}

/// One way: what to say, and the button that logs it.
#[component]
fn Way(how: Tidings, both: StoredValue<(Owed, Matter)>, form: RwSignal<Telling>) -> AnyView {
    let (t, desk) = (telling_says(), desk());
    let trouble = Trouble::new();
    // made beforehand: a tap that copies it knows of no context
    let text =
        Memo::new(move |_| both.with_value(|(owed, matter)| script(desk, owed, matter, how)));
    let text = Signal::derive(move || text.get());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let said = form.with_untracked(|form| form.words.clone());
        let (deed, lies) =
            both.with_value(|(owed, matter)| (tells(owed, matter, how, &said), lies(owed)));
        keep(trouble, vec![deed], move || spend(form, &lies));
    };
    let typed = Signal::derive(move || form.with(|form| form.words.clone()));
    let set = Callback::new(move |to| form.update(|form| form.words = to));
    let hands = matches!(how, Tidings::Chat | Tidings::Paper);
    view! {
        <p class="lab">{(t.script)(how)}</p>
        <blockquote class="script" lang=move || tongue(&text.get())>{move || text.get()}</blockquote>
        {hands.then(|| view! { <HandOut text=text /> })}
        <form class="col" on:submit=save>
            <Line label=t.reply value=typed set=set long=true />
            <button class="btn do"><Icon name="check" />{t.done}</button>
            <CommitTrouble error=trouble.said />
        </form>
    }
}
