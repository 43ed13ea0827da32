//! A show of hands: a sentence, and three large counters.

use domain::{
    Act, Id, Kind, SessionAct,
    session::{Hand, bench::Count},
};

use super::{
    calls::of,
    table::{Done, Table, table},
    touch::Touch,
};
use crate::{clock, look::words, parts::Icon, prelude::*};

/// The last show of hands.
#[component]
pub(super) fn Hands() -> AnyView {
    let table = table();
    let last = Memo::new(move |_| table.floor.with(|floor| floor.counts.last().copied()));
    child(move || last.get().map(|id| view! { <Counters id=id /> }))
}

/// One sentence and its counters.
#[component]
fn Counters(id: Id) -> AnyView {
    let table = table();
    let b = words().bench();
    let count = Memo::new(move |_| {
        let record = table.desk.record(id).filter(|record| !record.gone);
        record.and_then(|record| record.read::<Count>().ok())
    });
    let words = move || count.with(|count| count.as_ref().map(|count| count.words.clone()));
    let all = Memo::new(move |_| {
        count.with(|count| count.as_ref().map_or(0, |c| c.yes + c.no + c.unsure))
    });
    let one = move |(hand, icon)| {
        view! { <Counter id=id hand=hand icon=icon count=count /> }
    };
    let hands = [(Hand::Yes, "check"), (Hand::No, "x"), (Hand::Unsure, "minus")];
    view! {
        <fieldset class="hands">
            <legend class="sm">
                <b>{b.hands[0]}</b><span lang="zh-CN">{words}</span>" "
                <span class="dim" role="status">{move || (b.counted)(all.get())}</span>
            </legend>
            {hands.map(one).into_iter().collect_view()}
        </fieldset>
    }
}

#[component]
fn Counter(id: Id, hand: Hand, icon: &'static str, count: Memo<Option<Count>>) -> AnyView {
    let (w, table) = (words(), table());
    let name = words::session::hand(w.lang, hand);
    let number = Memo::new(move |_| count.with(|count| count.as_ref().map_or(0, |c| of(c, hand))));
    let turn = move |by| table.soon(move |table| table.count(id, hand, by));
    let tap = move |()| turn(if table.less.get_untracked() { -1 } else { 1 });
    let touch = Touch::new(Callback::new(tap), Callback::new(move |()| turn(-1)));
    let told = move || (w.bench().hand)(name, number.get(), !table.less.get());
    view! {
        <button
            aria-label=told
            on:pointerdown=move |_| touch.down()
            on:pointerup=move |_| touch.up()
            on:pointerleave=move |_| touch.up()
            on:pointercancel=move |_| touch.up()
            on:contextmenu=move |event| touch.menu(&event)
            on:click=move |_| touch.click()
        >
            <Icon name=icon /><span>{name}</span><b>{move || number.get()}</b>
        </button>
    }
}

/// The sentence that is put: written, or one of those that were taken down.
#[component]
pub(super) fn Ask() -> AnyView {
    let (w, table) = (words(), table());
    let b = w.bench();
    let sentence = RwSignal::new(String::new());
    let begin = move |words: String| {
        if !words.trim().is_empty() {
            table.soon(move |table| put(table, words));
            table.sheet.set(None);
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        begin(sentence.get_untracked());
    };
    let offered = untrack(move || offers(table));
    let any = !offered.is_empty();
    let offer = move |words: String| {
        let tapped = words.clone();
        view! { <li><button type="button" lang="zh-CN" on:click=move |_| begin(tapped.clone())>{words}</button></li> }
    };
    view! {
        <form on:submit=submit>
            <div class="main">
                <div class="field">
                    <label for="ask">{b.hands[3]}</label>
                    <input class="in" id="ask" lang="zh-CN" autocomplete="off" prop:value=move || sentence.get()
                        on:input=move |event| sentence.set(event_target_value(&event)) />
                </div>
                {any.then(|| view! {
                    <section class="col">
                        <h3>{b.hands[6]}</h3>
                        <ul class="list">{offered.into_iter().map(offer).collect_view()}</ul>
                    </section>
                })}
            </div>
            <div class="foot"><button class="btn do big">{b.hands[4]}</button></div>
        </form>
    }
}

/// What could be put: the words that were taken down, newest first, the questions of the issues, the topic.
fn offers(table: Table) -> Vec<String> {
    let taken = super::log::entries(table).into_iter().filter_map(|entry| entry.words);
    let mut offers: Vec<String> = taken.take(8).collect();
    table.session.with(|session| {
        let Some(session) = session else { return };
        for id in &session.issues {
            let Some(seen) = table.desk.issue(*id) else { continue };
            offers.push(seen.issue.question.clone().unwrap_or_else(|| seen.issue.title.clone()));
        }
        offers.push(session.title.clone());
    });
    // a sentence that is put is a line
    offers.retain(|words| words.chars().count() <= 60);
    offers
}

fn put(table: Table, words: String) {
    let id = clock::fresh();
    let what = format!("{}{words}", table.w.bench().hands[0]);
    let steps = table.begin(id, SessionAct::Ask { words, part: table.part() });
    let undo = vec![table.on(Kind::Count, id, Act::Withdraw)];
    let done = Done { who: String::new(), what, undo, statement: None, taken: false };
    table.run(steps.into_iter().collect(), Some(done));
}
