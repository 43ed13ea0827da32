//! Four digits that a person has on a phone: they open what is theirs where several share it, and keep a phone that lies
//! on the table from signing in another's name.
//!
//! They keep a curious hand out and are no lock: ten thousand guesses are soon made by whoever takes the phone apart,
//! and nothing here is encrypted by them. Only this phone has them, as a salt and many rounds of the browser's own
//! PBKDF2; the server never hears of them.

use domain::{Form, Id, Millis};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::{clock, prelude::*, shelf};

/// So many rounds: a tenth of a second on a cheap phone.
const ROUNDS: u32 = 200_000;
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
pub(crate) enum Tried {
    /// These are the digits.
    Good,
    /// These are not; so many tries are left before it waits.
    Wrong(u32),
    /// No try is taken for so many seconds.
    Wait(Millis),
    /// This browser could not say.
    Broken,
}

/// The digits of one person on this phone. Whoever is invited anew sets them anew.
#[derive(Clone)]
pub(crate) struct Pin(String);

impl Pin {
    /// Where they lie, whether they are set or not.
    pub(crate) fn of(person: Id) -> Self {
        Self(format!("bandeng.pin.{person}"))
    }

    /// Whether somebody has set them.
    pub(crate) fn there(&self) -> bool {
        self.kept().is_some()
    }

    /// Sets them; says whether it stuck.
    pub(crate) async fn set(&self, pin: &str) -> bool {
        let Some(salt) = clock::secret() else { return false };
        let Some(digest) = pressed(pin, &salt, ROUNDS).await else { return false };
        shelf::phone::write(&self.0, &Kept { salt, digest, rounds: ROUNDS, wrong: 0, until: 0 })
    }

    /// Forgets them.
    pub(crate) fn clear(&self) {
        shelf::phone::clear(&self.0);
    }

    /// For how many seconds no try is taken, if for any.
    pub(crate) fn waits(&self) -> Option<Millis> {
        left(&self.kept()?, clock::now())
    }

    /// Tries them. A try counts as wrong before it is known to be good, so that nobody tries for nothing by closing the
    /// page, or in several tabs at once.
    pub(crate) async fn attempt(&self, pin: &str) -> Tried {
        let Some(before) = self.kept() else { return Tried::Broken };
        let (counted, told) = count(before.clone(), clock::now());
        let Some(counted) = counted else { return told };
        shelf::phone::write(&self.0, &counted);
        match pressed(pin, &before.salt, before.rounds).await {
            None => {
                shelf::phone::write(&self.0, &before);
                Tried::Broken
            }
            Some(digest) if digest == before.digest => {
                shelf::phone::write(&self.0, &Kept { wrong: 0, until: 0, ..before });
                Tried::Good
            }
            Some(_) => told,
        }
    }

    fn kept(&self) -> Option<Kept> {
        shelf::phone::read::<Kept>(&self.0).filter(|kept| !kept.digest.is_empty())
    }
}

/// Whether a text is four digits.
pub(crate) fn four(pin: &str) -> bool {
    pin.len() == 4 && pin.bytes().all(|byte| byte.is_ascii_digit())
}

/// For how many seconds no try is taken.
fn left(kept: &Kept, now: Millis) -> Option<Millis> {
    // a clock that was set back must not lock anybody out for a year
    let left = (kept.until - now).min(wait(kept.wrong));
    (left > 0).then(|| left.div_euclid(1000) + 1)
}

/// What lies here once one more try is counted, if one is taken at all; and what is told should it be wrong.
fn count(mut kept: Kept, now: Millis) -> (Option<Kept>, Tried) {
    if let Some(seconds) = left(&kept, now) {
        return (None, Tried::Wait(seconds));
    }
    kept.wrong += 1;
    let wait = wait(kept.wrong);
    if wait == 0 {
        let more = TRIES - kept.wrong;
        return (Some(kept), Tried::Wrong(more));
    }
    kept.until = now + wait;
    (Some(kept), Tried::Wait(wait / 1000))
}

/// How long it waits after so many wrong tries: half a minute, a minute, two, at most an hour.
fn wait(wrong: u32) -> Millis {
    match wrong.checked_sub(TRIES) {
        None => 0,
        Some(more) => WAIT << more.min(7),
    }
}

/// The digits, pressed by the browser itself: no cryptography of ours comes to the phone for them. Nothing outside
/// https and localhost, where browsers have none.
async fn pressed(pin: &str, salt: &str, rounds: u32) -> Option<String> {
    let bits = derived(pin, salt, rounds).await.ok()?;
    Some(Uint8Array::new(&bits).to_vec().iter().map(|byte| format!("{byte:02x}")).collect())
}

async fn derived(pin: &str, salt: &str, rounds: u32) -> Result<JsValue, JsValue> {
    let crypto = Reflect::get(&window(), &"crypto".into())?;
    let subtle = Reflect::get(&crypto, &"subtle".into())?;
    let how = Object::new();
    for (name, value) in [
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt.as_bytes()).into()),
        ("iterations", rounds.into()),
    ] {
        Reflect::set(&how, &name.into(), &value)?;
    }
    let uses = Array::of1(&"deriveBits".into());
    let raw = Uint8Array::from(pin.as_bytes());
    let key = [&"raw".into(), raw.as_ref(), &"PBKDF2".into(), &false.into(), uses.as_ref()];
    let key = asked(&subtle, "importKey", &key).await?;
    asked(&subtle, "deriveBits", &[how.as_ref(), &key, &256.into()]).await
}

/// Asks the browser's cryptography by name, since the glue for all of it would come with the first download.
async fn asked(subtle: &JsValue, name: &str, with: &[&JsValue]) -> Result<JsValue, JsValue> {
    let ask: Function = Reflect::get(subtle, &name.into())?.dyn_into()?;
    let all = Array::new();
    for one in with {
        all.push(one);
    }
    let promise: Promise = ask.apply(subtle, &all)?.dyn_into()?;
    JsFuture::from(promise).await
}

#[cfg(test)]
mod tests {
    use super::{Kept, Tried, count, four, left, wait};

    fn kept() -> Kept {
        Kept { salt: "salt".into(), digest: "digest".into(), rounds: 10, wrong: 0, until: 0 }
    }

    #[test]
    fn after_five_wrong_tries_it_waits_longer_each_time() {
        let mut now = 1_000_000;
        let mut lies = kept();
        let mut told = Vec::new();
        for _ in 0..5 {
            let (after, what) = count(lies.clone(), now);
            lies = after.expect("a try is taken");
            told.push(what);
        }
        let wrong = [4, 3, 2, 1].map(Tried::Wrong);
        assert_eq!(told, [&wrong[..], &[Tried::Wait(30)]].concat());
        assert_eq!(count(lies.clone(), now + 1_000), (None, Tried::Wait(30)), "nothing is tried");
        now += 31_000;
        let (after, what) = count(lies, now);
        assert_eq!(what, Tried::Wait(60));
        assert_eq!(left(&after.expect("a try is taken"), now + 61_000), None);
        assert_eq!(wait(40), 64 * 60_000);
    }

    #[test]
    fn a_clock_that_was_set_back_locks_nobody_out() {
        let lies = Kept { wrong: 5, until: 9_000_000, ..kept() };
        assert_eq!(count(lies, 1_000).1, Tried::Wait(31));
    }

    #[test]
    fn four_digits_are_four_digits() {
        assert!(four("0258"));
        assert!(!four("258") && !four("25 8") && !four("２５８０"));
    }
}
