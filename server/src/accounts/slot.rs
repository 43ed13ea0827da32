//! Which of the people who share a browser a request speaks for: each of them has a cookie in a slot of their own.
//!
//! A page says it with each request, by slot and by the end of the person's id, so that a slot that has changed hands
//! answers nobody in another's name. What a browser opens by itself (a link to a paper, the stream of knocks) says the
//! number of the slot in its address, and nothing more.

use std::ops::RangeInclusive;

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use uuid::Uuid;

use crate::secret::Secret;

/// A browser takes a cookie of this prefix only with Secure, over https or from localhost.
const COOKIE_NAME: &str = "__Host-bandeng";
/// The header of a page's request: `2-9f3a1c07`, or `0` where nobody is at work.
const HEADER: &str = "bandeng-for";
/// The same, as far as an address may tell: `slot=2`.
const PARAMETER: &str = "slot";
/// How much of a person's id is said.
const TAIL: usize = 8;

/// The slot of a browser that one person has alone.
pub(crate) const FIRST: u8 = 1;
/// All slots there are.
pub(crate) fn all() -> RangeInclusive<u8> {
    FIRST..=8
}

/// Whom a request speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct For {
    slot: u8,
    tail: Option<String>,
}

impl For {
    /// What a request says; nothing, when it comes from an old build or from an address that somebody typed.
    pub(crate) fn of(parts: &Parts) -> Option<Self> {
        if says_whose(&parts.headers) {
            let said = parts.headers.get(HEADER).and_then(|value| value.to_str().ok());
            // what cannot be read names nobody, and not just anybody
            return Some(said.and_then(Self::read).unwrap_or(Self { slot: 0, tail: None }));
        }
        let said = parts.uri.query()?.split('&').find_map(|pair| {
            let (name, value) = pair.split_once('=')?;
            (name == PARAMETER).then_some(value)
        })?;
        Some(Self { slot: said.parse().unwrap_or(0), tail: None })
    }

    fn read(said: &str) -> Option<Self> {
        let (slot, tail) = match said.split_once('-') {
            Some((slot, tail)) if tail.len() == TAIL => (slot, Some(tail.to_owned())),
            Some(_) => return None,
            None => (said, None),
        };
        Some(Self { slot: slot.parse().ok()?, tail })
    }

    /// Whether this person may be meant.
    pub(crate) fn fits(&self, person: Uuid) -> bool {
        self.tail.as_ref().is_none_or(|tail| person.simple().to_string().ends_with(tail))
    }
}

/// Whether a request comes from a build that knows of several people in one browser.
pub(crate) fn says_whose(headers: &HeaderMap) -> bool {
    headers.contains_key(HEADER)
}

/// The token that a request means, with its slot; of those in the browser the first, if it does not say.
pub(crate) fn token(headers: &HeaderMap, meant: Option<&For>) -> Option<(u8, Secret)> {
    let mut all = tokens(headers).into_iter();
    match meant {
        Some(meant) => all.find(|(slot, _)| *slot == meant.slot),
        None => all.next(),
    }
}

/// All tokens that came with a request, each with its slot, in order.
pub(crate) fn tokens(headers: &HeaderMap) -> Vec<(u8, Secret)> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut tokens: Vec<(u8, Secret)> = cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|cookie| {
            let (name, value) = cookie.trim().split_once('=')?;
            Some((slot_of(name)?, Secret::read(value)?))
        })
        .collect();
    tokens.sort_by_key(|(slot, _)| *slot);
    tokens.dedup_by_key(|(slot, _)| *slot);
    tokens
}

/// What the cookie of a slot is called.
pub(crate) fn cookie_name(slot: u8) -> String {
    if slot == FIRST { COOKIE_NAME.to_owned() } else { format!("{COOKIE_NAME}-{slot}") }
}

fn slot_of(name: &str) -> Option<u8> {
    all().find(|slot| cookie_name(*slot) == name)
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn meant(address: &str, header: Option<&str>) -> Option<For> {
        let mut request = Request::get(address);
        if let Some(said) = header {
            request = request.header(HEADER, said);
        }
        For::of(&request.body(()).expect("a request").into_parts().0)
    }

    fn slot(slot: u8, tail: Option<&str>) -> Option<For> {
        Some(For { slot, tail: tail.map(str::to_owned) })
    }

    #[test]
    fn a_request_says_whose_it_is_by_header_or_by_address() {
        assert_eq!(meant("/x", None), None);
        assert_eq!(meant("/x?lang=en&slot=3", None), slot(3, None));
        assert_eq!(meant("/x?slot=3", Some("2-9f3a1c07")), slot(2, Some("9f3a1c07")));
        assert_eq!(meant("/x", Some("0")), slot(0, None));
    }

    #[test]
    fn what_cannot_be_read_names_nobody() {
        for said in ["", "two", "2-", "2-9f3a", "-1", "2-9f3a1c079f3a1c07", "999"] {
            assert_eq!(meant("/x", Some(said)), slot(0, None), "{said}");
        }
        assert_eq!(meant("/x?slot=all", None), slot(0, None));
    }

    #[test]
    fn only_the_cookies_of_slots_are_read_and_the_first_comes_first() {
        let [one, two] = [Secret::for_device(), Secret::for_device()];
        let line = format!(
            "__Host-bandeng-2={}; __Host-bandeng-9={}; x=y; __Host-bandeng={}",
            two.reveal(),
            two.reveal(),
            one.reveal()
        );
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, line.parse().expect("a header"));
        assert_eq!(tokens(&headers), [(1, one.clone()), (2, two.clone())]);
        assert_eq!(token(&headers, None), Some((1, one)));
        assert_eq!(token(&headers, slot(2, None).as_ref()), Some((2, two)));
        assert_eq!(token(&headers, slot(3, None).as_ref()), None);
    }
}
