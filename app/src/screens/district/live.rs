//! How a wing stays fresh: it asks anew when something came to this phone, every few seconds at most, and only while it is
//! seen and there is a signal. The office's phone hears of every village, so that its own news say when to ask.

use std::cell::RefCell;

use domain::{Form, Millis, form::Value};

use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Icon, net_words},
    prelude::*,
    replica::{Line, Net, NetError},
};

/// So many milliseconds lie between two questions, whatever happens in between.
const GAP: i32 = 3_000;

thread_local! {
    /// What was heard last from each address, and when: for as long as the page lives, so that the way from wing to wing and
    /// back does not begin with nothing.
    static KEPT: RefCell<Vec<(String, Millis, Value)>> = const { RefCell::new(Vec::new()) };
}

/// How fresh a wing is.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    tick: RwSignal<u32>,
    heard: RwSignal<Option<Millis>>,
    wrong: RwSignal<Option<NetError>>,
    /// When it was last time to ask, whether something came since, and whether somebody waits for the gap to be over.
    pace: StoredValue<Pace>,
    desk: Desk,
}

#[derive(Clone, Copy, Default)]
struct Pace {
    asked_at: Millis,
    stale: bool,
    waiting: bool,
    /// So many questions are out.
    out: u32,
}

/// Which of several questions was the last: an older answer may come after a newer one.
#[derive(Clone, Copy)]
pub(crate) struct Newest(StoredValue<u32>);

impl Newest {
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// Another one; nothing where nobody is any more.
    pub(crate) fn next(self) -> Option<u32> {
        self.0.try_update_value(|nth| {
            *nth += 1;
            *nth
        })
    }

    /// Whether it is still the last, and somebody is there.
    pub(crate) fn is(self, nth: Option<u32>) -> bool {
        nth.is_some() && self.0.try_update_value(|nth| *nth) == nth
    }
}

impl Live {
    /// Begins to listen, for as long as the wing is open.
    pub(crate) fn start() -> Self {
        let desk = desk();
        let pace = Pace { asked_at: clock::now(), ..Pace::default() };
        let live = Self {
            tick: RwSignal::new(0),
            heard: RwSignal::new(None),
            wrong: RwSignal::new(None),
            pace: StoredValue::new(pace),
            desk,
        };
        // what was there when the wing opened is asked for anyway
        let mut open = false;
        Effect::new(move |_| {
            desk.replica.track();
            if std::mem::replace(&mut open, true) {
                live.pace.try_update_value(|pace| pace.stale = true);
                live.wake();
            }
        });
        // a page that is seen again, or a signal that is back, moves the line
        Effect::new(move |_| {
            desk.line.track();
            live.wake();
        });
        live
    }

    /// A question goes out: until it is answered, nothing is asked that nobody asked for.
    pub(super) fn asks(self) {
        self.pace.try_update_value(|pace| pace.out += 1);
    }

    /// Counts up whenever it is time to ask; tracked. The first time is now.
    pub(crate) fn tick(self) -> u32 {
        self.tick.get()
    }

    /// The same, for a card that knows nothing else of the wing.
    pub(super) fn ticks(self) -> RwSignal<u32> {
        self.tick
    }

    /// Asks anew at once: somebody wants to know.
    pub(crate) fn anew(self) {
        let now = clock::now();
        self.pace.try_update_value(|pace| *pace = Pace { asked_at: now, stale: false, ..*pace });
        self.tick.update(|tick| *tick += 1);
    }

    /// The server has answered a question, whether or not anybody still wants to know.
    pub(super) fn answered(self) {
        self.pace.try_update_value(|pace| pace.out = pace.out.saturating_sub(1));
    }

    /// What it said is on the screen.
    pub(crate) fn heard(self) {
        self.heard.set(Some(clock::now()));
        self.wrong.set(None);
        // what came meanwhile
        self.wake();
    }

    /// It has not, and why.
    pub(crate) fn missed(self, why: NetError) {
        self.wrong.set(Some(why));
        self.pace.try_update_value(|pace| pace.stale = true);
    }

    /// Follows what is told at an address: asks at once, and whenever it is time, and keeps what it had when there is no
    /// answer. Nothing until there is one.
    pub(crate) fn follow<T>(self, path: impl Fn() -> String + 'static) -> RwSignal<Option<T>>
    where
        T: Form + Clone + PartialEq + 'static,
    {
        let told = RwSignal::new(None);
        let path = Memo::new(move |_| path());
        let (mut shown, newest) = (None::<String>, Newest::new());
        Effect::new(move |_| {
            self.tick();
            let path_then = path.get();
            if let Some((at, kept)) = kept::<T>(&path_then) {
                put(told, kept);
                self.heard.set(Some(at));
            } else if shown.as_ref().is_some_and(|shown| *shown != path_then) {
                // what was told of something else does not stand for this
                told.set(None);
            }
            shown = Some(path_then.clone());
            let nth = newest.next();
            self.asks();
            leptos::task::spawn_local(async move {
                let came = Net::read::<Value>(&path_then).await;
                self.answered();
                let came = came.and_then(|value| {
                    let read = T::read(value.clone()).map_err(|_| NetError::Portal)?;
                    keep(path_then.clone(), value);
                    Ok(read)
                });
                // somebody has chosen otherwise or asked anew meanwhile, or has left
                if !newest.is(nth) {
                    return;
                }
                match came {
                    Ok(value) => {
                        put(told, value);
                        self.heard();
                    }
                    Err(why) => self.missed(why),
                }
            });
        });
        told
    }

    /// Whether the server cannot be heard just now; tracked.
    pub(crate) fn away(self) -> bool {
        !connected(self.desk.line.get()) || self.wrong.with(Option::is_some)
    }

    /// Asks anew if something came, somebody looks and there is a signal; after the gap, if the last time was just now.
    fn wake(self) {
        let Some(pace) = self.pace.try_update_value(|pace| *pace) else { return };
        let line = self.desk.line.get_untracked();
        let busy = pace.waiting || pace.out > 0;
        if !pace.stale || busy || document().hidden() || !connected(line) {
            return;
        }
        let since = clock::now() - pace.asked_at;
        let left = i32::try_from(Millis::from(GAP) - since).unwrap_or(0).clamp(0, GAP);
        self.pace.try_update_value(|pace| pace.waiting = true);
        leptos::task::spawn_local(async move {
            clock::rest(left).await;
            let alive = self.pace.try_update_value(|pace| pace.waiting = false).is_some();
            // whoever asked by hand meanwhile has what there is
            let stale = self.pace.try_update_value(|pace| pace.stale) == Some(true);
            if alive && stale && !document().hidden() {
                self.anew();
            }
        });
    }
}

/// Whether the connection is as it should be.
fn connected(line: Line) -> bool {
    match line {
        Line::Quiet { .. } | Line::Sending { .. } | Line::Asking => true,
        Line::Offline | Line::Unreachable | Line::Busy | Line::Portal | Line::SignedOut => false,
    }
}

/// What is the same stays as it is on the screen.
fn put<T: Clone + PartialEq + 'static>(told: RwSignal<Option<T>>, value: T) {
    if told.try_get_untracked().flatten().as_ref() != Some(&value) {
        told.set(Some(value));
    }
}

fn kept<T: Form>(path: &str) -> Option<(Millis, T)> {
    KEPT.with_borrow(|kept| {
        let (_, at, value) = kept.iter().find(|(of, ..)| of == path)?;
        Some((*at, T::read(value.clone()).ok()?))
    })
}

fn keep(path: String, value: Value) {
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|(of, ..)| *of != path);
        kept.push((path, clock::now(), value));
    });
}

/// The line that says when the wing was last heard, and the button to ask anew.
#[component]
pub(crate) fn Heard(live: Live) -> AnyView {
    let (w, d, l) = (words(), words().district(), words().live());
    let time = |at: Millis| {
        let now = clock::now();
        let words::Day { hour, minute, .. } = words::civil(at);
        if words::calendar_day(at) == words::calendar_day(now) {
            format!("{hour:02}:{minute:02}")
        } else {
            w.lang.moment(at, now)
        }
    };
    let away = Memo::new(move |_| live.away());
    let said = move || {
        let heard = live.heard.get().map(time);
        match (away.get(), heard) {
            (false, Some(time)) => (d.heard)(&time),
            (false, None) => l.asking.to_owned(),
            (true, heard) => {
                let offline = heard.map_or_else(|| l.never.to_owned(), |time| (l.away)(&time));
                match live.wrong.get() {
                    Some(why) => net_words(&why, &offline),
                    None => offline,
                }
            }
        }
    };
    // the time is no news to be read out each minute; that there is no signal is
    let live_ = move || away.get().then_some("polite");
    view! {
        <div class="row heard">
            <p class=move || if away.get() { "net off" } else { "net" } aria-live=live_>
                <Icon name="sync" /><span>{said}</span>
            </p>
            <button type="button" class="ib" aria-label=l.anew on:click=move |_| live.anew()>
                <Icon name="redo" />
            </button>
        </div>
    }
}
