//! The lines under the ring: who has not been heard, what was done last, and the ways to the rest.

use super::{
    log,
    table::{Sheet, table},
};
use crate::{look::words, parts::Icon, prelude::*};

/// How many have not spoken, and which groups have not been heard. It leads to their names.
#[component]
pub(super) fn SilentLine() -> AnyView {
    let table = table();
    let b = words().bench();
    let told = Memo::new(move |_| {
        table.floor.with(|floor| (b.silent)(floor.silent().len(), &floor.silent_groups()))
    });
    let piece = move |n: usize| told.with(|told| told[n].clone());
    view! {
        <button class="last" aria-haspopup="dialog" on:click=move |_| table.sheet.set(Some(Sheet::Silent))>
            <Icon name="people" />
            <span class="grow">
                <b>{move || piece(0)}</b>{move || piece(1)}<b>{move || piece(2)}</b>{move || piece(3)}
            </span>
            <Icon name="right" />
        </button>
    }
}

/// What was done last, with the ways to take it back and to write a few words.
#[component]
pub(super) fn LastLine() -> AnyView {
    let table = table();
    let b = words().bench();
    if table.done.with_untracked(Option::is_none) {
        table.done.set(log::newest(table));
    }
    let line = move || {
        let done = table.done.get()?;
        let statement = done.statement.filter(|_| !done.undo.is_empty());
        let undo = (!done.undo.is_empty()).then(|| {
            view! {
                <button class="btn bare sm" on:click=move |_| table.soon(|table| table.undo())>{b.undo[0]}</button>
            }
        });
        let write = statement.map(|statement| view! {
            <button class="btn bare sm" aria-haspopup="dialog"
                on:click=move |_| table.sheet.set(Some(Sheet::Write(statement)))>{b.write[0]}</button>
        });
        Some(view! {
            <Icon name="check" />
            <span class="grow">{done.taken.then_some(b.taken)}<b lang="zh-CN">{done.who}</b>" "{done.what}</span>
            {write}
            {undo}
        })
    };
    view! { <div class="last done" role="status">{line}</div> }
}

/// Raised hands, counting, the roll, and what was taken down tonight.
#[component]
pub(super) fn Ways(may: Memo<bool>) -> AnyView {
    let table = table();
    let b = words().bench();
    let taken = Memo::new(move |_| table.floor.with(|floor| floor.taken));
    let counts = Memo::new(move |_| table.floor.with(|floor| !floor.counts.is_empty()));
    let opens = move |sheet| move |_| table.sheet.set(Some(sheet));
    let switches = move || {
        view! {
            <Switch on=table.hands_up name=b.hands_up[0] />
            <button class="chip" aria-haspopup="dialog" on:click=opens(Sheet::Ask)>
                {move || b.hands[if counts.get() { 2 } else { 1 }]}
            </button>
            {move || counts.get().then(|| view! { <Switch on=table.less name=b.hands[5] /> })}
            <button class="chip" on:click=move |_| table.rolling.set(true)>{b.roll[0]}</button>
        }
    };
    view! {
        <div class="chips">
            {move || may.get().then(switches)}
            <button class="chip" aria-haspopup="dialog" on:click=opens(Sheet::Log)>
                {move || (b.log.0)(taken.get())}
            </button>
        </div>
        <p class="sm dim" role="status">{move || table.hands_up.get().then_some(b.hands_up[1])}</p>
    }
}

/// What a tap means for as long as it is on.
#[component]
fn Switch(on: RwSignal<bool>, name: &'static str) -> AnyView {
    view! {
        <button class="chip" aria-pressed=move || on.get().to_string() on:click=move |_| on.update(|on| *on = !*on)>
            {name}
        </button>
    }
}
