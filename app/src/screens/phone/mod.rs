//! This phone: what is only here, what needs eyes, what waits for a signal, and how to keep a copy.

mod attention;
pub(super) mod file;
mod keep;
mod mend;
pub(super) mod room;
mod told;

use domain::{Change, Id};

use self::{attention::AttentionCard, keep::KeepCopy, told::told};
use crate::{
    clock,
    desk::desk,
    look::words,
    parts::{ClashCard, Frame, Icon, NetLine, title_of},
    prelude::*,
    screens::me::{Complain, ElderButton},
};

/// The screen.
#[component]
pub(crate) fn PhoneScreen() -> AnyView {
    let w = words();
    let top = view! {
        <header class="top">
            <div class="row"><h1 class="grow" tabindex="-1">{w.phone().title}</h1><ElderButton /></div>
            <NetLine />
        </header>
    };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            <Unsent />
            <Eyes />
            <Queue />
            <KeepCopy />
            <Complain />
        </Frame>
    }
}

/// How large changes are on their way.
fn weight(changes: &[Change]) -> u64 {
    let one = |change| domain::form::text(change).len();
    u64::try_from(changes.iter().map(one).sum::<usize>()).unwrap_or(0)
}

/// How many are only here, and a button to try now.
#[component]
fn Unsent() -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.phone();
    let heard = move || {
        let heard = desk.replica.with(|replica| replica.meta().heard_at);
        heard.map_or_else(
            || p.never_heard.to_owned(),
            |at| (p.last_heard)(&w.lang.ago(at, clock::now())),
        )
    };
    let agreed = move || {
        let agreed = desk.agreed.get()?;
        let when = w.lang.ago(agreed.at, clock::now());
        Some(if agreed.healed { (p.healed)(&when) } else { (p.agreed)(&when) })
    };
    let count = Memo::new(move |_| desk.unsent());
    let said = move || {
        let pictures: u64 = desk.pictures_going().iter().map(|(.., bytes)| bytes).sum();
        let words = weight(&desk.only_here());
        if pictures > 0 { (p.weight_pictures)(words + pictures) } else { (p.weight)(words) }
    };
    child(move || {
        let (class, button) =
            if count.get() > 0 { ("slip local", "btn do") } else { ("slip", "btn") };
        let heading = match count.get() {
            0 => view! { <h2 id="unsent">{p.all_sent}</h2> }.into_any(),
            n => view! {
                <h2 id="unsent">
                    {p.unsent_before}<b class="xxl och">{n.to_string()}</b>{(p.unsent_after)(n)}
                </h2>
                <p class="sm dim">{said}</p>
            }
            .into_any(),
        };
        view! {
            <section class=class aria-labelledby="unsent">
                {heading}
                <p class="sm dim">{heard}</p>
                <p class="sm dim">{agreed}</p>
                <div class="btns">
                    <button class=button on:click=move |_| desk.nudge()>
                        <Icon name="sync" />{p.send_now}
                    </button>
                </div>
            </section>
        }
    })
}

/// What a person must look at: clashes, and changes that were not accepted.
#[component]
fn Eyes() -> AnyView {
    let (w, desk) = (words(), desk());
    let count = Memo::new(move |_| desk.wants_eyes());
    let any = Memo::new(move |_| count.get() > 0);
    let cards = move || {
        view! {
            <section aria-labelledby="eyes">
                <div class="head">
                    <h2 id="eyes">{w.phone().eyes}</h2>
                    <span class="dim">{move || (w.phone().items)(count.get())}</span>
                </div>
                <div class="col">
                    <For each=move || desk.clashes() key=|record| record.id.to_string() let:record>
                        <ClashCard record=record />
                    </For>
                    <For each=move || desk.attention() key=|attention| attention.change.uuid.to_string() let:attention>
                        <AttentionCard attention=attention />
                    </For>
                </div>
            </section>
        }
    };
    child(move || any.get().then(cards))
}

/// What waits for a signal, one line each.
#[component]
fn Queue() -> AnyView {
    let (w, desk) = (words(), desk());
    let row = move |change: Change| {
        let told = told(desk, &change);
        let mut small = (w.phone().small)(
            weight(std::slice::from_ref(&change)),
            &w.lang.ago(change.at, clock::now()),
        );
        if change.made_on.is_some() {
            small.push_str(w.phone().brought);
        }
        view! {
            <li class="row">
                <span class="pine"><Icon name=told.icon /></span>
                <span class="grow lh">{told.line()}<small>{small}</small></span>
                <span class="sync local"><Icon name="phone" />{w.common.local}</span>
            </li>
        }
    };
    let shots = move |(issue, there, all, _): (Id, usize, usize, u64)| {
        let title = title_of(desk, issue);
        view! {
            <li class="row">
                <span class="pine"><Icon name="photo" /></span>
                <span class="grow lh">
                    {(w.pictures().beside)(&title, all)}<small>{(w.pictures().there)(there)}</small>
                </span>
                <span class="sync sending"><Icon name="sync" />{format!("{there}/{all}")}</span>
            </li>
        }
    };
    let any = Memo::new(move |_| desk.unsent() > 0);
    let list = move || {
        view! {
            <section aria-labelledby="queue">
                <div class="head">
                    <h2 id="queue">{w.phone().queue}</h2>
                    <span class="dim">{move || (w.phone().items)(desk.unsent())}</span>
                </div>
                <ul class="queue">
                    <For each=move || desk.only_here() key=|change| change.uuid.to_string() children=row />
                    <For each=move || desk.pictures_going() key=|(id, there, all, _)| format!("{id} {there} {all}") children=shots />
                </ul>
            </section>
        }
    };
    child(move || any.get().then(list))
}
