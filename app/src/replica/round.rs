//! Keeps in touch: pull, push, pull again, carry pictures, then wait for a reason to do it once more.

use std::rc::Rc;

use domain::{
    Millis,
    sync::{PullReply, PushReply, Writes},
};

use super::{
    Line, Net, NetError, StoreError,
    agree::agree,
    bell::{Bell, Rung},
    poke::Door,
    porter,
    wake::wake_on_events,
};
use crate::{clock, desk::Desk, prelude::*};

/// How many changes go in one push.
const BATCH: usize = 100;
/// How long to wait for a reason, in milliseconds: seen, and unseen.
const SEEN: i32 = 60_000;
const UNSEEN: i32 = 600_000;
/// The longest wait after failures, in milliseconds.
const LONGEST: i32 = 120_000;

/// The build that speaks, as the bundle stamped it.
pub(crate) const BUILD: &str = env!("CARGO_PKG_VERSION");

/// What a round can stumble over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum RoundError {
    #[error(transparent)]
    Net(#[from] NetError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Talks to the server for as long as the page lives.
pub(crate) fn keep_in_touch(desk: Desk) {
    let bell = Rc::new(Bell::default());
    let rung = bell.clone();
    Effect::new(move |_| {
        desk.bell.track();
        rung.ring(Rung::Here);
    });
    wake_on_events(desk, &bell);
    desk.tabs.with_value(|tabs| tabs.listen(move |told| hear_tab(desk, &told)));
    let door = Rc::new(Door::default());
    leptos::task::spawn_local(async move {
        let mut failures = 0_u32;
        let mut batch = BATCH;
        let mut rung = Rung::Ask;
        let mut asked_at = 0;
        let mut piece = porter::LARGEST;
        loop {
            let leads = leads(desk);
            if leads {
                rung = gathered(desk, (&door, &bell), rung).await;
                let why = reason(desk, &door, (rung, door.take_in(desk).await), asked_at);
                if why != Rung::Here {
                    asked_at = clock::now();
                }
                let mut talked = round(desk, &mut batch, why).await;
                if talked.is_ok() {
                    desk.line.set(Line::Quiet { at: clock::now() });
                    agree(desk).await;
                    talked = desk.carry_pictures(&mut piece).await.map_err(RoundError::from);
                }
                match talked {
                    Ok(()) => {
                        failures = 0;
                        // the news can bring back to the outbox what the server had taken, or had refused too early
                        if mark(desk).0 > 0 {
                            bell.ring(Rung::Here);
                        }
                    }
                    // another tab wrote what this one has not read: read all anew, and try again at once
                    Err(RoundError::Store(StoreError::Stale)) => {
                        desk.read_anew().await;
                        bell.ring(Rung::Ask);
                    }
                    Err(error) => {
                        (failures, asked_at) = (failures + 1, 0);
                        desk.line.set(line_of(&error));
                        // whoever asks for time is given it, whoever rings
                        if let RoundError::Net(NetError::Later(seconds)) = error {
                            clock::rest(told(seconds)).await;
                        }
                    }
                }
            } else if desk.line.get_untracked() == Line::Asking {
                desk.line.set(quiet_since(desk));
            }
            let seen = !document().hidden();
            if seen && leads && failures == 0 {
                door.open(desk, &bell)
            } else if !seen {
                door.close()
            }
            rung = bell.wait(pause(failures, seen)).await;
        }
    });
}

/// Why it rang, once news that comes in quick succession is there. Own words do not wait for it, nor does a page whose clock
/// the browser holds back.
async fn gathered(desk: Desk, (door, bell): (&Door, &Bell), rung: Rung) -> Rung {
    if mark(desk).0 > 0 || document().hidden() {
        return rung;
    }
    door.gather(desk).await;
    // what was brought meanwhile is taken in now
    rung.max(bell.take())
}

/// Whether this tab talks to the server: the one that holds the lock, and any that is seen. A hidden leader may be
/// frozen; that two may speak at once is sorted out by the store's turns and the server.
fn leads(desk: Desk) -> bool {
    desk.tabs.with_value(|tabs| tabs.leads()) || !document().hidden()
}

/// What another tab last heard from the server.
fn quiet_since(desk: Desk) -> Line {
    let heard = desk.replica.with_untracked(|replica| replica.meta().heard_at);
    heard.map_or(Line::Asking, |at| Line::Quiet { at })
}

/// How long to wait: for a reason when all is well, ever longer (and at random) after failures.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a wait of two minutes at most, in milliseconds"
)]
fn pause(failures: u32, seen: bool) -> i32 {
    match failures {
        0 if seen => SEEN,
        0 => UNSEEN,
        n => {
            let longest = (1000 << n.min(7)).min(LONGEST);
            (f64::from(longest) * (0.5 + clock::dice() / 2.0)) as i32
        }
    }
}

/// How long the server wants to be left alone, in milliseconds, as far as a phone can wait.
fn told(seconds: u32) -> i32 {
    i32::try_from(seconds).map_or(LONGEST, |seconds| seconds.saturating_mul(1000).min(LONGEST))
}

fn line_of(error: &RoundError) -> Line {
    match error {
        RoundError::Net(NetError::Portal) => Line::Portal,
        RoundError::Net(NetError::SignedOut) => Line::SignedOut,
        RoundError::Net(NetError::Silent) if Net::unplugged() => Line::Offline,
        RoundError::Net(NetError::Later(_) | NetError::Server) => Line::Busy,
        RoundError::Net(_) | RoundError::Store(_) => Line::Unreachable,
    }
}

/// Why to talk to the server. As long as it can knock, words go up without asking what is new; but not for too long.
fn reason(desk: Desk, door: &Door, (rung, brought): (Rung, Rung), asked_at: Millis) -> Rung {
    let recently = (0..Millis::from(SEEN)).contains(&(clock::now() - asked_at));
    // whoever rings and has nothing to send wants to know what is new
    let idle = brought == Rung::Nobody && mark(desk).0 == 0;
    match rung.max(brought) {
        Rung::Here if idle || !recently || !door.stands_open() => Rung::Ask,
        why => why,
    }
}

/// Whether nothing is new on either side, asked in one word.
async fn still(desk: Desk) -> Result<bool, RoundError> {
    let word = desk.replica.with_untracked(|replica| replica.word());
    let Some(word) = word else { return Ok(false) };
    let told = Net::read(&format!("/api/v1/still/{word}")).await?;
    let heard =
        desk.replica.with_untracked(|replica| replica.hear_still(&word, told, clock::now()));
    let Some(heard) = heard else { return Ok(false) };
    desk.keep(heard).await?;
    Ok(true)
}

/// One round: whether anything is new, when nobody rang; then all that waits; then the news, if there is a reason to
/// ask for it: that of what went up, the answers bring to a copy that stands where it began. A batch that is too much for
/// the line or the server is halved; only a change that cannot be read even alone is set aside, and only when the
/// server has just answered, so that a foreign door never empties an outbox.
async fn round(desk: Desk, batch: &mut usize, mut why: Rung) -> Result<(), RoundError> {
    if why == Rung::Nobody && still(desk).await? {
        return Ok(());
    }
    let all = mark(desk).0;
    loop {
        let before = mark(desk);
        if before.0 == 0 {
            break;
        }
        let done = all.saturating_sub(before.0);
        desk.line.set(Line::Sending { done, all: all.max(before.0) });
        let first = desk.replica.with_untracked(|replica| replica.unsent().next().map(|c| c.uuid));
        // half of what was sent, not of what might have been
        let half = (*batch).min(before.0) / 2;
        let sent = push(desk, *batch).await;
        let (asks, stuck) = match sent {
            Ok(Sent::Taken) => (false, None),
            Ok(Sent::Refused) => {
                why = Rung::Ask;
                (false, None)
            }
            Ok(Sent::Unasked) => (true, None),
            Err(RoundError::Net(NetError::TooLarge | NetError::Unreadable(_))) if half > 0 => {
                *batch = half;
                continue;
            }
            Err(RoundError::Net(NetError::TooLarge | NetError::Unreadable(_))) => (true, first),
            Err(error) => {
                *batch = (*batch / 2).max(1);
                return Err(error);
            }
        };
        if asks {
            why = Rung::Ask;
            pull(desk).await?;
        } else {
            *batch = BATCH;
        }
        // that one and no other: the news may have moved it out of the way
        let aside =
            |stuck| desk.replica.with_untracked(|replica| replica.set_aside(stuck, clock::now()));
        desk.keep(stuck.map(aside).unwrap_or_default()).await?;
        if mark(desk) == before {
            return Err(NetError::Server.into());
        }
    }
    if why == Rung::Here && desk.replica.with_untracked(|replica| replica.settled()) {
        return Ok(());
    }
    pull(desk).await
}

/// What a push must move, or it would be sent for ever: how much waits, in whose name, to which server.
fn mark(desk: Desk) -> (usize, domain::Id, Option<String>) {
    desk.replica.with_untracked(|replica| {
        let meta = replica.meta();
        (replica.unsent().len(), meta.client, meta.epoch.clone())
    })
}

/// What became of a push.
enum Sent {
    /// The server has taken it.
    Taken,
    /// Some of it was refused: something here is not as it was when that was written.
    Refused,
    /// It is not known to whom to send, or the server is another than it was: a pull will tell.
    Unasked,
}

async fn push(desk: Desk, batch: usize) -> Result<Sent, RoundError> {
    let sent = desk.replica.with_untracked(|replica| replica.push(batch, BUILD, clock::now()));
    let Some(sent) = sent else { return Ok(Sent::Unasked) };
    let reply: PushReply = Net::ask("/api/v1/push", &sent).await?;
    let writes = desk
        .replica
        .with_untracked(|replica| replica.hear_push(&sent, &reply, clock::now(), clock::fresh()));
    if writes.is_empty() {
        return Ok(Sent::Unasked);
    }
    let refused = !writes.attention_put.is_empty();
    desk.keep(writes).await?;
    Ok(if refused { Sent::Refused } else { Sent::Taken })
}

pub(super) async fn pull(desk: Desk) -> Result<(), RoundError> {
    loop {
        let sent = desk.replica.with_untracked(|replica| replica.pull(BUILD));
        let reply: PullReply = Net::ask("/api/v1/pull", &sent).await?;
        let heard = desk.replica.with_untracked(|replica| {
            replica.hear_pull(&sent, &reply, clock::now(), clock::fresh())
        });
        // torn columns are somebody else's answer
        let writes = heard.map_err(|_| NetError::Portal)?;
        desk.keep(writes).await?;
        if !reply.more {
            return Ok(());
        }
    }
}

/// A step that another tab wrote.
fn hear_tab(desk: Desk, told: &Writes) {
    let wakes = !told.outbox_put.is_empty();
    leptos::task::spawn_local(desk.follow(told.clone()));
    if !leads(desk) {
        desk.line.set(quiet_since(desk));
    } else if wakes {
        desk.nudge();
    }
}
