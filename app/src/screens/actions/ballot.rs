//! A link for one person to rate by without an account. Its secret stays on the phone that made it.

use domain::{FollowAct, Id, Kind, Scope, follow::State, session::seal::digest_of, square::Square};

use super::{
    deed::{Trouble, bar, keep},
    one::Shown,
    rate_says,
};
use crate::{
    clock,
    desk::{Desk, desk},
    parts::{CommitTrouble, HandOut, Icon},
    prelude::*,
    screens::issue::{Line, draft},
    shelf,
};

/// Where the secret of a link lies; it goes nowhere else.
fn key(ballot: Id) -> String {
    format!("bandeng.ballot.{ballot}")
}

fn cadres(scope: Scope) -> Scope {
    Scope::Draft(scope.owner())
}

/// The links that were made, and the box for one more; nothing for those who may not, or while there is nothing to rate.
#[component]
pub(super) fn Ballots(shown: Shown) -> AnyView {
    let (r, desk) = (rate_says(), desk());
    let (id, scope) = shown.with_untracked(|doing| (doing.id, doing.scope));
    let may = Memo::new(move |_| {
        let rated =
            shown.with(|doing| matches!(doing.action.state(), State::Checked | State::Closed));
        let sample = FollowAct::Ballot { action: id, name: "—".into(), key: digest_of("") };
        rated && bar(desk, (Kind::Ballot, Id::nil(), cadres(scope), sample.into())).is_none()
    });
    let made = Memo::new(move |_| made(desk, id));
    child(move || {
        may.get().then(|| {
            view! {
                <details class="slip">
                    <summary><Icon name="link" />{r.ballot}</summary>
                    <p class="hint">{r.ballot_hint}</p>
                    <ul class="ruled">
                        <For each=move || made.get() key=|(id, _)| id.to_string() let:one>
                            <li class="col"><One id=one.0 name=one.1 shown=shown /></li>
                        </For>
                    </ul>
                    <Make action=id scope=cadres(scope) />
                </details>
            }
        })
    })
}

/// The links of an action: whose each is; tracked.
fn made(desk: Desk, action: Id) -> Vec<(Id, String)> {
    desk.replica.with(|replica| {
        let all = replica.view().values().filter(|r| r.kind == Kind::Ballot && !r.gone);
        let of = all.filter(|record| record.link("action") == Some(action));
        of.filter_map(|record| Some((record.id, record.text("name")?.to_owned()))).collect()
    })
}

#[component]
fn Make(action: Id, scope: Scope) -> AnyView {
    let r = rate_says();
    let form = draft::<String>(format!("bandeng.ballot-for.{action}"));
    let trouble = Trouble::new();
    let no_dice = RwSignal::new(false);
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let ballot = clock::fresh();
        let secret = clock::secret().filter(|secret| shelf::write(&key(ballot), secret));
        let Some(secret) = secret else { return no_dice.set(true) };
        let name = form.get_untracked();
        if name.trim().is_empty() {
            shelf::clear(&key(ballot));
        }
        let act = FollowAct::Ballot { action, name, key: digest_of(&secret) };
        keep(trouble, vec![(Kind::Ballot, ballot, scope, act.into())], move || {
            form.set(String::new());
        });
    };
    let set = Callback::new(move |to| form.set(to));
    view! {
        <form class="col" on:submit=make>
            <Line label=r.ballot_name value=form set=set />
            <button class="btn"><Icon name="link" />{r.ballot_make}</button>
            <div role="alert">
                {move || no_dice.get().then(|| view! { <p class="err"><Icon name="warn" /><span>{r.no_secret}</span></p> })}
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}

/// A link: for whom, the text to paste, and its square code.
#[component]
fn One(id: Id, name: String, shown: Shown) -> AnyView {
    let r = rate_says();
    let link = shelf::read::<String>(&key(id)).map(|secret| {
        let origin = window().location().origin().unwrap_or_default();
        format!("{origin}/rate/{secret}")
    });
    let round = move || shown.with(|doing| doing.action.round());
    let by = name.clone();
    let used = Memo::new(move |_| {
        let round = round();
        shown.with(|doing| {
            let all = &doing.action.ratings;
            all.iter().any(|rating| rating.round == round && rating.name.as_ref() == Some(&by))
        })
    });
    let link = StoredValue::new(link);
    let whose = name.clone();
    let text = Signal::derive(move || {
        let link = link.get_value().unwrap_or_default();
        (r.ballot_text)(&whose, &shown.with(|doing| doing.what.clone()), &link)
    });
    let named = (r.square)(&name);
    let square = link.get_value().and_then(|link| square(&link, named));
    view! {
        <p class="who"><b lang="zh-CN">{name}</b>
            {move || used.get().then(|| view! { <span class="tag go"><Icon name="check" />{r.ballot_used}</span> })}</p>
        {match link.get_value() {
            Some(link) => view! {
                <p class="code-line">{link}</p>
                <HandOut text=text />
                {square}
                <p class="xs dim">{r.ballot_here}</p>
            }
            .into_any(),
            None => view! { <p class="xs dim">{r.ballot_away}</p> }.into_any(),
        }}
    }
}

/// The square code of an address.
fn square(address: &str, name: String) -> Option<AnyView> {
    let square = Square::of(address)?;
    let side = square.size + 8;
    // dark on light by day and by night: readers want it so
    let ground = format!("M0 0h{side}v{side}h-{side}z");
    let drawn = view! {
        <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" shape-rendering="crispEdges" aria-label=name>
            <path fill="#fff" d=ground></path>
            <path fill="#1f2420" d=square.path()></path>
        </svg>
    };
    Some(drawn.into_any())
}
