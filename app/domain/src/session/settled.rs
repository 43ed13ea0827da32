//! What is still open in a session: words that were not put before their speakers, advice without an answer, actions.

use super::{
    Room,
    advice::{self, Advice},
    bench, minutes,
    minutes::{SILENCE, Standing},
};
use crate::{
    Millis, Record,
    follow::{Action, State},
    sync::planted::Planted,
};

/// How many statements were not put before their speakers, and how many were and wait for an answer.
#[must_use]
pub fn unsettled(room: &Room<'_>, now: Millis) -> (usize, usize) {
    let (unasked, asked) = open(room, now);
    (unasked, asked.len())
}

/// When the last of those who are silent will have been so for three days; nothing when nobody is waited for.
#[must_use]
pub fn silent_from(room: &Room<'_>, now: Millis) -> Option<Millis> {
    open(room, now).1.into_iter().max().map(|asked| asked.saturating_add(SILENCE))
}

/// How many statements were not put before their speakers; and when the others were that wait for an answer.
fn open(room: &Room<'_>, now: Millis) -> (usize, Vec<Millis>) {
    let within = if Planted::QuotedUnasked.here() { &[] } else { room.within() };
    let checks = minutes::checks(within);
    let mut open = (0, Vec::new());
    for (id, statement) in bench::statements(within) {
        if statement.words.is_none() || statement.seat.is_none() {
            continue;
        }
        match minutes::standing(&statement, checks.get(&id).map_or(&[], Vec::as_slice), now) {
            Standing::Unasked => open.0 += 1,
            Standing::Asked(at) => open.1.push(at),
            Standing::Silent(_) | Standing::Answered(_) => {}
        }
    }
    open
}

/// How many pieces of advice have no answer: where one speaks for others, its answer is theirs.
#[must_use]
pub fn unanswered(room: &Room<'_>) -> usize {
    if Planted::UnansweredHandedOver.here() {
        return 0;
    }
    count(room, |head| head.verdict.is_none())
}

/// How many were adopted, at least in part, and nothing says what is to come of them.
#[must_use]
pub fn unfollowed(room: &Room<'_>) -> usize {
    count(room, Advice::unfollowed)
}

fn count(room: &Room<'_>, is: impl Fn(&Advice) -> bool) -> usize {
    let all = advice::all(room.within());
    let heads = all.iter().filter(|(id, _)| advice::head(&all, **id) == **id);
    heads.filter(|(_, head)| is(head)).count()
}

/// How many of the actions that came of a session are not closed.
#[must_use]
pub fn open_actions(room: &Room<'_>) -> usize {
    let closed = |record: &&Record| {
        record.read::<Action>().is_ok_and(|action| action.state() == State::Closed)
    };
    room.actions().iter().filter(|record| !closed(record)).count()
}
