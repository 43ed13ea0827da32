//! Hold to record: a piece of what is said, beside the statement it belongs to. And playing it again.

use std::rc::Rc;

use domain::{
    Act, Id, Kind, Millis,
    session::{Sort, bench::Statement},
    small::Photo,
};

use super::{
    floor::{Speaking, length},
    table::{Table, table},
};
use crate::{
    clock,
    look::words,
    parts::Icon,
    prelude::*,
    voice::{self, LONGEST, NoVoice, Recording, Voice},
};

/// What is shorter was not meant, in milliseconds.
const SHORTEST: Millis = 500;

/// Where a recording is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Idle,
    /// The phone is asked for its microphone, and a finger or a key waits.
    Asking,
    /// It runs: while a finger rests, or until a key is pressed again.
    Runs {
        held: bool,
    },
    /// Something to say about it.
    Says(usize),
}

/// The button and its recording.
#[derive(Clone, Copy)]
struct Recorder {
    table: Table,
    state: RwSignal<State>,
    running: StoredValue<Option<Rc<Recording>>>,
    /// Whose words they are: whoever spoke when it began.
    whose: StoredValue<Option<Speaking>>,
}

/// The button to hold.
#[component]
pub(super) fn Hold() -> AnyView {
    let b = words().bench();
    let recorder = Recorder {
        table: table(),
        state: RwSignal::new(State::Idle),
        running: StoredValue::new(None),
        whose: StoredValue::new(None),
    };
    on_cleanup(move || {
        if let Some(Some(running)) = recorder.running.try_update_value(Option::take) {
            running.drop_it();
        }
    });
    let runs = move || matches!(recorder.state.get(), State::Runs { .. });
    let since = move || {
        recorder.table.now.get();
        let lasts = recorder.running.with_value(|running| running.as_ref().map(|r| r.lasts()));
        lasts.filter(|_| runs()).map(length)
    };
    let told = move || match recorder.state.get() {
        State::Idle => None,
        State::Asking | State::Runs { held: true } => Some(b.voice[1]),
        State::Runs { held: false } => Some(b.voice[2]),
        State::Says(what) => Some(b.voice[what]),
    };
    let key = move |event: web_sys::MouseEvent| {
        // a finger comes by pointer events; this is a key, or a reader's double tap
        if event.detail() == 0 {
            recorder.turn();
        }
    };
    view! {
        <p class="hears" role="status">{told}</p>
        <button
            class="rec"
            class:on=runs
            aria-label=move || (!runs()).then_some(b.voice[7])
            aria-pressed=move || runs().to_string()
            on:pointerdown=move |_| recorder.begin(true)
            on:pointerup=move |_| recorder.end()
            on:pointercancel=move |_| recorder.end()
            on:contextmenu=move |event| event.prevent_default()
            on:click=key
        >
            <Icon name="mic" />
            {move || since().unwrap_or_else(|| b.voice[0].to_owned())}
        </button>
    }
}

impl Recorder {
    /// A key: begins, or ends.
    fn turn(self) {
        match self.state.get_untracked() {
            State::Runs { .. } => self.end(),
            State::Asking => {}
            State::Idle | State::Says(_) => self.begin(false),
        }
    }

    fn begin(self, held: bool) {
        if matches!(self.state.get_untracked(), State::Asking | State::Runs { .. }) {
            return;
        }
        self.state.set(State::Asking);
        self.whose.set_value(self.table.floor.with_untracked(|floor| floor.last));
        leptos::task::spawn_local(async move {
            match voice::begin().await {
                // the finger has gone while the phone asked for leave
                Ok(running) if self.state.try_update(|state| *state) != Some(State::Asking) => {
                    running.drop_it();
                }
                Ok(running) => {
                    self.running.set_value(Some(running.clone()));
                    self.state.set(State::Runs { held });
                    clock::rest(LONGEST).await;
                    let mine = self.running.try_update_value(|now| {
                        now.as_ref().is_some_and(|now| Rc::ptr_eq(now, &running))
                    });
                    if mine == Some(true) {
                        self.end();
                    }
                }
                Err(why) => {
                    self.state.try_update(|state| *state = State::Says(said(why)));
                }
            }
        });
    }

    fn end(self) {
        if self.state.get_untracked() == State::Asking {
            return self.state.set(State::Says(3));
        }
        let Some(running) = self.running.try_update_value(Option::take).flatten() else { return };
        if running.lasts() < SHORTEST {
            running.drop_it();
            return self.state.set(State::Says(3));
        }
        self.state.set(State::Idle);
        leptos::task::spawn_local(async move {
            if let Err(why) = self.keep(&running).await {
                self.state.try_update(|state| *state = State::Says(said(why)));
            }
        });
    }

    /// The bytes first, then the words that announce them.
    async fn keep(self, running: &Recording) -> Result<(), NoVoice> {
        let (voice, bytes) = running.end().await?;
        self.table.desk.keep_bytes(voice.id, &bytes).await?;
        let whose = self.whose.get_value();
        self.table.soon(move |table| table.enclose(&voice, whose));
        Ok(())
    }
}

fn said(why: NoVoice) -> usize {
    match why {
        NoVoice::NoMicrophone => 4,
        NoVoice::Refused => 5,
        NoVoice::Nothing | NoVoice::Store(_) => 6,
    }
}

impl Table {
    /// Lays a recording beside what was taken down of this speech; without anything, it is an opinion.
    fn enclose(self, voice: &Voice, of: Option<Speaking>) {
        let taken = self.latest(of);
        let (statement, sort) = taken.unwrap_or((clock::fresh(), Sort::Opinion));
        let seat = of.map(|of| of.seat);
        let mut steps = Vec::new();
        let mut undo = vec![self.on(Kind::Voice, voice.id, Act::Withdraw)];
        if taken.is_none() {
            steps.extend(self.begin(statement, self.statement(sort, seat)));
            undo.push(self.on(Kind::Statement, statement, Act::Withdraw));
        }
        steps.extend(self.begin(voice.id, voice.enclose(statement)));
        let done = self.stated(sort, seat, statement, undo, Some(&length(voice.lasts)));
        self.run(steps, Some(done));
    }

    /// What was taken down last of a speech.
    fn latest(self, of: Option<Speaking>) -> Option<(Id, Sort)> {
        let of = of?;
        untrack(move || {
            self.desk.in_room(self.id, |room| {
                let within = room.within().iter();
                let taken = within.filter(|r| r.kind == Kind::Statement && !r.gone);
                let of_it = taken.filter(|r| r.link("seat") == Some(of.seat));
                let of_it = of_it.filter(|r| r.number("said_at") >= of.began);
                let last = of_it.max_by_key(|record| record.number("said_at"))?;
                let statement: Statement = last.read().ok()?;
                Some((last.id, statement.sort))
            })
        })?
    }
}

/// A recording, to be heard again.
#[component]
pub(super) fn Play(id: Id, lasts: Millis) -> AnyView {
    let (table, b) = (table(), words().bench());
    let heard = RwSignal::new(None::<Option<String>>);
    let mime = table.record(id).and_then(|record| record.read::<Photo>().ok());
    let mime = mime.map(|photo| photo.mime).unwrap_or_default();
    let play = move |_| {
        let mime = mime.clone();
        leptos::task::spawn_local(async move {
            let bytes = table.desk.picture(id).await;
            let address = bytes.and_then(|bytes| voice::address(&bytes, &mime));
            heard.try_update(|heard| *heard = Some(address));
        });
    };
    on_cleanup(move || {
        if let Some(Some(Some(address))) = heard.try_update(Option::take)
            && web_sys::Url::revoke_object_url(&address).is_err()
        {
            leptos::logging::warn!("a recording stays in memory");
        }
    });
    let play = StoredValue::new(play);
    child(move || {
        match heard.get() {
        None => view! {
            <button class="btn" on:click=move |event: web_sys::MouseEvent| play.with_value(|play| play(event))>
                <Icon name="play" />{b.play[0]}" "{length(lasts)}
            </button>
        }
        .into_any(),
        Some(Some(address)) => view! {
            <audio class="clip" controls="" autoplay="" src=address aria-label=b.play[0]></audio>
        }
        .into_any(),
        Some(None) => view! { <p class="sm dim">{b.play[1]}</p> }.into_any(),
    }
    })
}
