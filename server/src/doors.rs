//! How often one may knock. A whole village may share one address, so only what can be guessed at
//! (invites, check codes, an expert's link), and what is sent without an account, is counted by address; everything else
//! is counted by device.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::error::Code;

/// A village evening: fifty phones that sign in one after the other from one address.
const INVITES_AT_ONCE: NonZeroU32 = NonZeroU32::new(60).expect("not zero");
const INVITES_A_MINUTE: NonZeroU32 = NonZeroU32::new(20).expect("not zero");
/// Forty people who come out of a meeting and each write something; and one every ten seconds from then on.
const FORMS_AT_ONCE: NonZeroU32 = NonZeroU32::new(40).expect("not zero");
const FORMS_A_MINUTE: NonZeroU32 = NonZeroU32::new(6).expect("not zero");
/// So many pictures of strangers are taken in at once, and one of them is read: each may take a hundred megabytes.
const PICTURES_AT_ONCE: usize = 4;
/// Open data take a second to make, and are good for an hour.
const OPENS_AT_ONCE: NonZeroU32 = NonZeroU32::new(12).expect("not zero");
const OPENS_A_MINUTE: NonZeroU32 = NonZeroU32::new(4).expect("not zero");
/// A sheet asks hundreds in: a district is done with a few, and prints none anew for fun.
const SHEETS_AT_ONCE: NonZeroU32 = NonZeroU32::new(8).expect("not zero");
const SHEETS_AN_HOUR: NonZeroU32 = NonZeroU32::new(12).expect("not zero");
const CALLS_AT_ONCE: NonZeroU32 = NonZeroU32::new(300).expect("not zero");
const SUMS_AN_HOUR: NonZeroU32 = NonZeroU32::new(12).expect("not zero");
const CALLS_A_SECOND: NonZeroU32 = NonZeroU32::new(10).expect("not zero");
/// After so many knocks those who have not knocked for long are forgotten.
const SWEEP_EVERY: u32 = 10_000;

/// The counters of all doors.
#[derive(Debug)]
pub(crate) struct Doors {
    invites: DefaultKeyedRateLimiter<IpAddr>,
    /// Check codes and experts' links: as many as invites, and apart from them.
    guesses: DefaultKeyedRateLimiter<IpAddr>,
    /// What is sent without an account.
    forms: DefaultKeyedRateLimiter<IpAddr>,
    /// Open data.
    opens: DefaultKeyedRateLimiter<IpAddr>,
    /// Passwords, passkeys and pairing digits: as many as invites, and apart from them.
    entries: DefaultKeyedRateLimiter<IpAddr>,
    /// Invites and roles that one person gives.
    gifts: DefaultKeyedRateLimiter<Uuid>,
    /// Sheets of invites that one person makes.
    sheets: DefaultKeyedRateLimiter<Uuid>,
    calls: DefaultKeyedRateLimiter<Uuid>,
    /// Sums of what tasks cost: a phone sends them once a day.
    sums: DefaultKeyedRateLimiter<Uuid>,
    knocks: AtomicU32,
    /// Whoever takes in a picture of a stranger.
    pub(crate) pictures: Semaphore,
    /// Whoever reads one.
    pub(crate) easel: Arc<Semaphore>,
}

impl Doors {
    pub(crate) fn new() -> Self {
        let invites = Quota::per_minute(INVITES_A_MINUTE).allow_burst(INVITES_AT_ONCE);
        let forms = Quota::per_minute(FORMS_A_MINUTE).allow_burst(FORMS_AT_ONCE);
        let opens = Quota::per_minute(OPENS_A_MINUTE).allow_burst(OPENS_AT_ONCE);
        let calls = Quota::per_second(CALLS_A_SECOND).allow_burst(CALLS_AT_ONCE);
        let sheets = Quota::per_hour(SHEETS_AN_HOUR).allow_burst(SHEETS_AT_ONCE);
        let sums = Quota::per_hour(SUMS_AN_HOUR);
        Self {
            invites: RateLimiter::keyed(invites),
            guesses: RateLimiter::keyed(invites),
            forms: RateLimiter::keyed(forms),
            opens: RateLimiter::keyed(opens),
            entries: RateLimiter::keyed(invites),
            gifts: RateLimiter::keyed(invites),
            sheets: RateLimiter::keyed(sheets),
            calls: RateLimiter::keyed(calls),
            sums: RateLimiter::keyed(sums),
            knocks: AtomicU32::new(0),
            pictures: Semaphore::new(PICTURES_AT_ONCE),
            easel: Arc::new(Semaphore::new(1)),
        }
    }

    /// Whether one more invite may be tried from this address.
    pub(crate) fn try_invite(&self, from: IpAddr) -> Result<(), Code> {
        self.sweep();
        self.invites.check_key(&network(from)).map_err(|_| Code::TooMany)
    }

    /// Whether one more check code, or one more expert's link, may be tried from this address.
    pub(crate) fn try_guess(&self, from: IpAddr) -> Result<(), Code> {
        self.sweep();
        self.guesses.check_key(&network(from)).map_err(|_| Code::TooMany)
    }

    /// Whether one more form may be sent from this address by somebody without an account.
    pub(crate) fn try_form(&self, from: IpAddr) -> Result<(), Code> {
        self.sweep();
        self.forms.check_key(&network(from)).map_err(|_| Code::TooMany)
    }

    /// Whether open data may be had once more from this address.
    pub(crate) fn try_open(&self, from: IpAddr) -> Result<(), Code> {
        self.sweep();
        self.opens.check_key(&network(from)).map_err(|_| Code::TooMany)
    }

    /// Whether one more password, passkey or pairing may be tried from this address.
    pub(crate) fn try_entry(&self, from: IpAddr) -> Result<(), Code> {
        self.sweep();
        self.entries.check_key(&network(from)).map_err(|_| Code::TooMany)
    }

    /// Whether this person may make one more invite, or give one more role.
    pub(crate) fn invite(&self, person: Uuid) -> Result<(), Code> {
        self.sweep();
        self.gifts.check_key(&person).map_err(|_| Code::TooMany)
    }

    /// Whether this person may make one more sheet of invites.
    pub(crate) fn sheet(&self, person: Uuid) -> Result<(), Code> {
        self.sweep();
        self.sheets.check_key(&person).map_err(|_| Code::TooMany)
    }

    /// Whether this device may call once more.
    pub(crate) fn call(&self, device: Uuid) -> Result<(), Code> {
        self.sweep();
        self.calls.check_key(&device).map_err(|_| Code::TooMany)
    }

    /// Whether this device may tell once more what its tasks cost.
    pub(crate) fn sum(&self, device: Uuid) -> Result<(), Code> {
        self.sweep();
        self.sums.check_key(&device).map_err(|_| Code::TooMany)
    }

    fn sweep(&self) {
        if self.knocks.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            self.invites.retain_recent();
            self.guesses.retain_recent();
            self.forms.retain_recent();
            self.opens.retain_recent();
            self.entries.retain_recent();
            self.gifts.retain_recent();
            self.sheets.retain_recent();
            self.calls.retain_recent();
            self.sums.retain_recent();
        }
    }
}

/// One house has a whole /64 of IPv6 addresses to come from.
fn network(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) >> 64 << 64).into()),
        IpAddr::V4(address) => IpAddr::V4(address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_phones_get_in_at_once_and_the_next_one_waits() {
        let doors = Doors::new();
        let house = |host| IpAddr::V6([0x2001, 0xdb8, 0, 1, 0, 0, 0, host].into());
        for host in 0..60 {
            assert_eq!(doors.try_invite(house(host)), Ok(()));
        }
        assert_eq!(doors.try_invite(house(60)), Err(Code::TooMany));
        assert_eq!(doors.try_invite(IpAddr::from([192, 0, 2, 1])), Ok(()));
    }

    #[test]
    fn forty_forms_come_in_from_one_address_and_the_next_one_waits_while_others_go_on() {
        let doors = Doors::new();
        let (village, other) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        for _ in 0..40 {
            assert_eq!(doors.try_form(village), Ok(()));
        }
        assert_eq!(doors.try_form(village), Err(Code::TooMany));
        assert_eq!(doors.try_form(other), Ok(()));
        // asking is counted apart
        assert_eq!(doors.try_guess(village), Ok(()));
    }
}
