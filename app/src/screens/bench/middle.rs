//! The middle of the ring: who speaks, and what is left of the two minutes. Nobody is cut off.

use domain::{Id, Millis};

use super::{
    floor::{TWO_MINUTES, clock},
    table::table,
};
use crate::{look::words, prelude::*};

/// Who speaks, how long still; a tap stops. While nobody does, a tap calls on whoever is next in the queue.
#[component]
pub(super) fn Middle() -> AnyView {
    let table = table();
    let speaking = Memo::new(move |_| table.floor.with(|floor| floor.now));
    let next = Memo::new(move |_| table.floor.with(|floor| floor.queue.first().copied()));
    let spoken = Memo::new(move |_| {
        let now = table.now.get();
        speaking.get().map(|speaking| (now - speaking.began).max(0) / 1000 * 1000)
    });
    let over = Memo::new(move |_| spoken.get().is_some_and(|spoken| spoken > TWO_MINUTES));
    let late = Memo::new(move |_| {
        let speech = speaking.get().map(|speaking| speaking.speech);
        speech.filter(|_| over.get())
    });
    let before = StoredValue::new(None::<Option<Id>>);
    Effect::new(move |_| {
        let now = late.get();
        let was = before.try_update_value(|before| before.replace(now)).flatten();
        // once, and not again for a phone that is opened after the end
        if was == Some(None) && now.is_some() {
            shake();
        }
    });
    let tap = move |_| {
        table.soon(move |table| {
            let (now, next) = table.floor.with_untracked(|f| (f.now, f.queue.first().copied()));
            match (now, next) {
                (Some(_), _) => table.hush(),
                (None, Some(next)) => table.speak(next),
                (None, None) => {}
            }
        });
    };
    let who = Memo::new(move |_| {
        let seat = speaking.get().map(|speaking| speaking.seat).or_else(|| next.get())?;
        table.floor.with(|floor| floor.place(seat).map(|place| place.seat.name.clone()))
    });
    let idle = Memo::new(move |_| speaking.get().is_none());
    view! {
        <button class="speaker" class:over=move || over.get() class:idle=move || idle.get() on:click=tap>
            <svg viewBox="0 0 120 120" aria-hidden="true">
                <circle cx="60" cy="60" r="55" class="trk" />
                <circle cx="60" cy="60" r="55" class="arc" pathLength="100"
                    stroke-dasharray=move || format!("{} 100", arc(spoken.get()))
                    transform="rotate(-90 60 60)" />
                <path class="two" d="M60 1v10" />
            </svg>
            {move || view! { <Said idle=idle.get() who=who spoken=spoken over=over next=next /> }}
        </button>
    }
}

/// The words in the middle.
#[component]
fn Said(
    idle: bool,
    who: Memo<Option<String>>,
    spoken: Memo<Option<Millis>>,
    over: Memo<bool>,
    next: Memo<Option<Id>>,
) -> AnyView {
    let b = words().bench();
    let [nobody, tap_name, stop, call] = b.middle;
    if idle {
        return child(move || match (next.get(), who.get()) {
            (Some(_), Some(who)) => view! {
                <b class="song" lang="zh-CN">{who}</b><small>{call}</small>
            },
            _ => view! { <b class="song">{nobody}</b><small>{tap_name}</small> },
        });
    }
    view! {
        <b class="song" lang="zh-CN">{move || who.get()}</b>
        <span class="clock">
            <span class="sr">{move || b.spoken[usize::from(over.get())]}</span>
            {move || clock(spoken.get().unwrap_or(0))}
        </span>
        <small>{stop}</small>
    }
}

/// How much of the ring is lit, in percent: what is left, and after the end what came on top.
fn arc(spoken: Option<Millis>) -> Millis {
    match spoken {
        None => 0,
        Some(spoken) if spoken <= TWO_MINUTES => (TWO_MINUTES - spoken) * 100 / TWO_MINUTES,
        Some(spoken) => ((spoken - TWO_MINUTES) * 100 / TWO_MINUTES).min(100),
    }
}

/// A gentle word to the hand that holds the phone, where it can.
fn shake() {
    let navigator = window().navigator();
    if js_sys::Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false) {
        // a phone that is set not to does not, and nothing is lost
        navigator.vibrate_with_duration(180);
    }
}
