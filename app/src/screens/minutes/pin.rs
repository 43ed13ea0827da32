//! Four digits that whoever signs knows: they keep a phone that lies on the table from signing in another's name. Only
//! this phone has them, as salt and many rounds of SHA-256.

use domain::{Form, Millis};
use sha2::{Digest, Sha256};

use crate::{clock, desk::Desk, shelf};

/// So many times is hashed: a tenth of a second on a cheap phone.
const ROUNDS: u32 = 20_000;
/// So many tries are free.
const TRIES: u32 = 5;
/// The first wait, in milliseconds; each one after it is twice as long.
const WAIT: Millis = 30_000;

/// What lies on this phone.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Kept {
    salt: String,
    digest: String,
    rounds: u32,
    /// How many tries were wrong since the last good one.
    wrong: u32,
    /// Until when no try is taken.
    until: Millis,
}

/// What became of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tried {
    /// These are the digits.
    Good,
    /// These are not; so many tries are left before it waits.
    Wrong(u32),
    /// No try is taken for so many seconds.
    Wait(Millis),
}

/// The digits of one person on this phone. They lie with that person's copy, so that whoever is invited anew sets
/// them anew.
pub(super) struct Pin(String);

impl Pin {
    /// Where they lie, whether they are set or not.
    pub(super) fn of(desk: Desk) -> Self {
        let client = desk.replica.with_untracked(|replica| replica.meta().client);
        Self(format!("bandeng.pin.{}.{client}", desk.person()))
    }

    /// Whether somebody has set them.
    pub(super) fn there(&self) -> bool {
        shelf::read::<Kept>(&self.0).is_some_and(|kept| !kept.digest.is_empty())
    }

    /// Sets them; says whether it stuck.
    pub(super) fn set(&self, pin: &str) -> bool {
        let salt = hex(&Sha256::digest(clock::fresh().as_bytes()));
        let digest = pressed(pin, &salt, ROUNDS);
        shelf::write(&self.0, &Kept { salt, digest, rounds: ROUNDS, wrong: 0, until: 0 })
    }

    /// Tries them.
    pub(super) fn attempt(&self, pin: &str) -> Tried {
        let Some(kept) = shelf::read::<Kept>(&self.0) else { return Tried::Wrong(TRIES) };
        let (kept, tried) = tried(kept, pin, clock::now());
        shelf::write(&self.0, &kept);
        tried
    }
}

/// Whether a text is four digits.
pub(super) fn four(pin: &str) -> bool {
    pin.len() == 4 && pin.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a try makes of what lies here.
fn tried(mut kept: Kept, pin: &str, now: Millis) -> (Kept, Tried) {
    // a clock that was set back must not lock anybody out for a year
    let left = (kept.until - now).min(wait(kept.wrong));
    if left > 0 {
        return (kept, Tried::Wait(left.div_euclid(1000) + 1));
    }
    if pressed(pin, &kept.salt, kept.rounds) == kept.digest {
        (kept.wrong, kept.until) = (0, 0);
        return (kept, Tried::Good);
    }
    kept.wrong += 1;
    if kept.wrong < TRIES {
        let left = TRIES - kept.wrong;
        return (kept, Tried::Wrong(left));
    }
    let wait = wait(kept.wrong);
    kept.until = now + wait;
    (kept, Tried::Wait(wait / 1000))
}

/// How long it waits after so many wrong tries: half a minute, a minute, two, at most an hour.
fn wait(wrong: u32) -> Millis {
    match wrong.checked_sub(TRIES) {
        None => 0,
        Some(more) => WAIT << more.min(7),
    }
}

fn pressed(pin: &str, salt: &str, rounds: u32) -> String {
    let mut last = Sha256::digest(format!("bandeng pin 1\n{salt}\n{pin}"));
    for _ in 1..rounds {
        let mut hasher = Sha256::new();
        hasher.update(last);
        hasher.update(pin);
        last = hasher.finalize();
    }
    hex(&last)
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let pair = |byte: &u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    bytes.iter().flat_map(pair).map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::{Kept, Tried, four, pressed, tried, wait};

    fn kept() -> Kept {
        let digest = pressed("2580", "salt", 10);
        Kept { salt: "salt".into(), digest, rounds: 10, wrong: 0, until: 0 }
    }

    #[test]
    fn after_five_wrong_tries_it_waits_longer_each_time() {
        let mut now = 1_000_000;
        let mut lies = kept();
        let mut told = Vec::new();
        for _ in 0..5 {
            let (after, what) = tried(lies, "1111", now);
            lies = after;
            told.push(what);
        }
        let wrong = [4, 3, 2, 1].map(Tried::Wrong);
        assert_eq!(told, [&wrong[..], &[Tried::Wait(30)]].concat());
        let (after, what) = tried(lies, "2580", now + 1_000);
        assert_eq!(what, Tried::Wait(30), "even the right ones wait");
        now += 31_000;
        let (after, what) = tried(after, "1111", now);
        assert_eq!(what, Tried::Wait(60));
        let (after, what) = tried(after, "2580", now + 61_000);
        assert_eq!((after, what), (kept(), Tried::Good));
        assert_eq!(wait(40), 64 * 60_000);
    }

    #[test]
    fn a_clock_that_was_set_back_locks_nobody_out() {
        let (lies, now) = (Kept { wrong: 5, until: 9_000_000, ..kept() }, 1_000);
        assert_eq!(tried(lies, "2580", now).1, Tried::Wait(31));
    }

    #[test]
    fn four_digits_are_four_digits() {
        assert!(four("0258"));
        assert!(!four("258") && !four("25 8") && !four("２５８０"));
    }
}
