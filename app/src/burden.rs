//! What the bench costs its people, counted on their own phone: how long a form lay open before them and how many boxes it
//! had. What was written is not looked at, and whose it was is not told.

use std::cell::Cell;

use domain::{
    burden::{Book, Spent, Sum, Task, day_of},
    form::Value,
};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, closure::Closure};

use crate::{
    clock,
    prelude::*,
    replica::{Net, NetError},
    shelf,
};

/// Where the sums of the person at work lie.
const KEY: &str = "bandeng.burden";

thread_local! {
    /// How long the page was seen, and since when it is seen now.
    static SEEN: Cell<Option<(f64, Option<f64>)>> = const { Cell::new(None) };
}

/// A task that has begun.
#[derive(Clone, Copy)]
pub(crate) struct Measured {
    task: Task,
    /// When its form was shown.
    shown: f64,
    /// Since when it is counted: a form that stays is filled in once more.
    since: StoredValue<f64>,
}

/// Begins to count what a task costs, as its form is shown.
pub(crate) fn task(task: Task) -> Measured {
    let shown = seen();
    Measured { task, shown, since: StoredValue::new(shown) }
}

impl Measured {
    /// The task is done, and its form had so many boxes. One that is given up is not counted.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "seconds since a form was opened are few, and not before it was"
    )]
    pub(crate) fn done(self, fields: usize) {
        let now = seen();
        // the form may have gone with what was done
        let since = self.since.try_update_value(|since| std::mem::replace(since, now));
        let spent = now - since.unwrap_or(self.shown);
        let seconds = (spent / 1000.0).max(0.0).round() as u32;
        let fields = u32::try_from(fields).unwrap_or(u32::MAX);
        let mut book = book();
        book.note(day_of(clock::now()), Sum::once(self.task, fields, seconds));
        keep(&book);
        leptos::task::spawn_local(tell());
    }
}

/// What the person at work spent on this phone.
fn book() -> Book {
    shelf::read(KEY).unwrap_or_default()
}

fn keep(book: &Book) {
    if !shelf::write(KEY, book) {
        leptos::logging::warn!("what a task cost is not counted: there is no room");
    }
}

/// Tells the server the sums of days that are over, each once, as the next task is done. An answer that is lost is not asked for again: better a day
/// too few than one twice.
async fn tell() {
    for spent in book().untold(day_of(clock::now())) {
        let before = book().told;
        let told = |day| keep(&Book { told: day, ..book() });
        told(spent.day);
        let heard = Net::ask::<Value>("/api/v1/burden", &spent).await;
        if let Err(NetError::Silent | NetError::SignedOut | NetError::Later(_)) = heard {
            return told(before);
        }
    }
}

/// How long the page has been before somebody's eyes, in milliseconds of a clock that nobody sets.
fn seen() -> f64 {
    let now = ticks();
    let (sum, since) = SEEN.get().unwrap_or_else(|| {
        watch();
        let since = (!document().hidden()).then_some(now);
        SEEN.set(Some((0.0, since)));
        (0.0, since)
    });
    sum + since.map_or(0.0, |since| now - since)
}

/// From now on it is noted when the page is laid aside and taken up again.
fn watch() {
    let turn = Closure::<dyn Fn()>::new(|| {
        let (sum, since) = SEEN.get().unwrap_or_default();
        let now = ticks();
        SEEN.set(Some(match (since, document().hidden()) {
            (Some(since), true) => (sum + now - since, None),
            (None, false) => (sum, Some(now)),
            (since, _) => (sum, since),
        }));
    });
    let heard = turn.as_ref().unchecked_ref();
    if document().add_event_listener_with_callback("visibilitychange", heard).is_err() {
        leptos::logging::warn!("a page that is laid aside is counted as seen");
    }
    turn.forget();
}

fn ticks() -> f64 {
    let watch = Reflect::get(&window(), &"performance".into()).unwrap_or_default();
    let now =
        Reflect::get(&watch, &"now".into()).ok().and_then(|now| now.dyn_into::<Function>().ok());
    now.and_then(|now| now.call0(&watch).ok()?.as_f64()).unwrap_or_default()
}

/// How many boxes and seconds these sums come to, all together.
pub(crate) fn all(sums: &[Sum]) -> (u32, u32) {
    let both = |(fields, seconds): (u32, u32), sum: &Sum| {
        (fields.saturating_add(sum.fields), seconds.saturating_add(sum.seconds))
    };
    sums.iter().fold((0, 0), both)
}

/// The days of this month so far, by the clocks of the valley.
pub(crate) fn this_month() -> Spent {
    let now = clock::now();
    let begins = day_of(now) - i64::from(words::civil(now).day) + 1;
    Spent { day: begins, sums: book().since(begins) }
}
