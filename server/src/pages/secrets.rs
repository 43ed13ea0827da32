//! Pages whose address is the right to read them: the secret in it is told to nobody else, and cannot be guessed.

use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, ORIGIN, REFERRER_POLICY};
use axum::response::{IntoResponse, Response};
use domain::session::seal;

use crate::address::Address;
use crate::hall::Hall;

/// Why a secret is not looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Knock {
    /// Too many were tried from this address.
    Slowly,
    /// It cannot be one.
    Nonsense,
}

/// The digest of a secret, by which its record is found.
pub(super) fn knock(hall: &Hall, from: Address, secret: &str) -> Result<String, Knock> {
    hall.doors.try_guess(from.0).map_err(|_| Knock::Slowly)?;
    let letters = secret.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if !letters || !(16..=86).contains(&secret.len()) {
        return Err(Knock::Nonsense);
    }
    Ok(seal::digest_of(secret))
}

/// An answer that no browser keeps and whose address it tells nobody.
pub(super) fn quietly(answer: impl IntoResponse) -> Response {
    ([(CACHE_CONTROL, "no-store"), (REFERRER_POLICY, "no-referrer")], answer).into_response()
}

/// Whether a form was sent from a page of ours. A browser that tells no address of the page writes `null` for where it
/// comes from, even to ourselves; and whoever forges a form would have to know the secret, and could answer without.
pub(super) fn from_here(headers: &HeaderMap, own: &str) -> bool {
    let said = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match (said("sec-fetch-site"), said(ORIGIN.as_str())) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, None | Some("null")) => true,
        (None, Some(origin)) => {
            let host = said("host").unwrap_or_default();
            origin == own || origin.split_once("://").is_some_and(|(_, of)| of == host)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_of_another_site_is_known_by_what_the_browser_says() {
        let told = |said: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in said {
                headers.insert(*name, axum::http::HeaderValue::from_static(value));
            }
            from_here(&headers, "https://bandeng.example")
        };
        assert!(told(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(told(&[("origin", "https://bandeng.example")]));
        assert!(told(&[("origin", "http://10.0.0.2:8080"), ("host", "10.0.0.2:8080")]));
        assert!(told(&[]));
        assert!(!told(&[("sec-fetch-site", "cross-site")]));
        assert!(!told(&[("sec-fetch-site", "same-site"), ("origin", "null")]));
        assert!(!told(&[("origin", "https://evil.example")]));
    }
}
