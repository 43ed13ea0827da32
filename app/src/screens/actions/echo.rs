//! 回音: the box over the list that says who still waits to be told.

use domain::follow::echo::Owed;

use super::{
    script::{group, matter, people, row},
    telling_says,
};
use crate::{
    desk::{Desk, desk},
    parts::{Icon, tongue},
    prelude::*,
    routes::Route,
};

/// So many stand in the box; the rest is one tap away.
const SHOWN: usize = 2;

/// Everybody who waits.
pub(super) fn waits(desk: Desk) -> Memo<Waits> {
    let me = desk.person();
    Memo::new(move |_| Waits(ordered(desk.owed(), me)))
}

/// The box; nothing while nobody waits.
#[component]
pub(super) fn Waiting(owed: Memo<Waits>) -> AnyView {
    let (t, desk) = (telling_says(), desk());
    let any = Memo::new(move |_| owed.with(|owed| !owed.0.is_empty()));
    let first = move || owed.with(|owed| owed.0.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let count = Memo::new(move |_| owed.with(|owed| people(&owed.0)));
    let rest = move || owed.with(|owed| owed.0.len()) > SHOWN;
    child(move || {
        any.get().then(|| {
            view! {
                <section class="slip echoes" aria-labelledby="ec">
                    <h2 class="row" id="ec"><Icon name="door" />{move || (t.count)(count.get())}</h2>
                    <ul class="list">
                        <For each=first key=row let:one>
                            <Row owed=one desk=desk />
                        </For>
                        {move || rest().then(|| view! {
                            <li><a href=Route::Telling.path()><span class="sm">{(t.more)(count.get())}</span><span class="end"><Icon name="right" /></span></a></li>
                        })}
                    </ul>
                    <p class="xs dim">{t.must}</p>
                </section>
            }
        })
    })
}

/// Those the reader was sent to come first, then whoever waits longest.
fn ordered(mut owed: Vec<Owed>, me: domain::Id) -> Vec<Owed> {
    let sent = |owed: &Owed| owed.sent == Some(me);
    let (mut mine, rest): (Vec<Owed>, Vec<Owed>) = owed.drain(..).partition(sent);
    mine.extend(rest);
    mine
}

/// Entries, as a memo holds them.
#[derive(PartialEq)]
pub(super) struct Waits(pub(super) Vec<Owed>);

#[component]
fn Row(owed: Owed, desk: Desk) -> AnyView {
    let t = telling_says();
    let about = owed.about;
    let matter = Memo::new(move |_| matter(desk, about));
    let (name, sent) = (owed.to.name.clone(), owed.sent);
    let place = group(desk, &owed).map(|group| (t.place)(&group));
    let place = place.map(|place| view! { <span lang=tongue(&place)>{place.clone()}</span> });
    let told = move || {
        matter.get().map(|matter| {
            view! { <span lang=tongue(&matter.what)>{matter.what.clone()}</span>" · "<span lang=tongue(&matter.outcome)>{matter.outcome.clone()}</span> }
        })
    };
    let errand = move || {
        let who = sent?;
        let me = who == desk.person();
        Some(if me { t.errand.to_owned() } else { (t.sent)(&desk.name_of(who)) })
    };
    view! {
        <li><a href=Route::Telling.path()>
            <span><b lang="zh-CN">{name}</b>{place}<small class="cut">{told}</small>
                {move || errand().map(|errand| view! { <small class="och b">{errand}</small> })}</span>
            <span class="end"><Icon name="right" /></span>
        </a></li>
    }
}
