//! The headers that guard what a browser shows.

use axum::extract::Request;
use axum::http::Method;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, REFERRER_POLICY,
    USER_AGENT, X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;
use domain::form::short::KIND;

/// No inline script, no inline style, nothing from elsewhere; `wasm-unsafe-eval` lets the app's
/// own module be compiled and nothing more.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; \
    frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

/// The same for the app in a browser that does not know that word yet, and would compile no module under it. Such a
/// page could also run a text as a script; there is no place in ours that does.
const OLDER: &str = "default-src 'self'; script-src 'self' 'unsafe-eval'; \
    style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; \
    frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

const GUARDS: [(HeaderName, HeaderValue); 4] = [
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(self), microphone=(self), geolocation=()"),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

/// Guards every answer. A message between phone and server is never shown as a page, and each of its bytes travels
/// over a thin line: it is only kept from being taken for a page. What answers a POST needs not even that: no page of
/// another site can have it loaded as something else, and nobody keeps it who was not told how long.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let posted = request.method() == Method::POST;
    let older = request.uri().path().starts_with("/app")
        && request
            .headers()
            .get(USER_AGENT)
            .and_then(|agent| agent.to_str().ok())
            .is_some_and(older);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let kind = headers.get(CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    let message = kind == b"application/json" || kind == KIND.as_bytes();
    if message && posted {
        headers.remove(X_CONTENT_TYPE_OPTIONS);
        headers.remove(CACHE_CONTROL);
    }
    if !message {
        // a page whose address is a secret says so itself
        let referrer = headers.get(REFERRER_POLICY).cloned();
        headers.extend(GUARDS);
        headers.extend(referrer.map(|policy| (REFERRER_POLICY, policy)));
        if older {
            headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(OLDER));
        }
    }
    response
}

/// Whether a browser is older than the word `wasm-unsafe-eval`: Chromium before 97, Safari before 16. Whoever says
/// nothing that we know is not.
fn older(agent: &str) -> bool {
    let version = |mark: &str| {
        let (_, rest) = agent.split_once(mark)?;
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse::<u32>().ok()
    };
    match version("Chrome/") {
        Some(chromium) => chromium < 97,
        // on an iPhone every browser is the system's
        None => version("iPhone OS ")
            .or_else(|| version("CPU OS "))
            .or_else(|| version("Version/"))
            .is_some_and(|webkit| webkit < 16),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_browsers_that_need_it_are_given_the_older_policy() {
        for (agent, needs) in [
            (
                "Mozilla/5.0 (Linux; Android 9; V1818A) AppleWebKit/537.36 Chrome/75.0.3770.101 Mobile Safari/537.36",
                true,
            ),
            (
                "Mozilla/5.0 (Linux; Android 10) Version/4.0 Chrome/86.0.4240.99 MMWEBSDK/2021 MicroMessenger/8.0.2",
                true,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) Version/4.0 Chrome/126.0 Mobile Safari/537.36",
                false,
            ),
            ("Mozilla/5.0 (Linux; Android 12) Chrome/97.0.4692.98 Mobile Safari/537.36", false),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) MicroMessenger/8.0.50", true),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
                false,
            ),
            ("Mozilla/5.0 (iPad; CPU OS 15_1 like Mac OS X) CriOS/120.0 Mobile Safari/604.1", true),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/15.4 Safari/605.1.15", true),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/16.0 Safari/605.1.15", false),
            ("Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0", false),
            ("curl/8.5.0", false),
            ("Chrome/", false),
        ] {
            assert_eq!(older(agent), needs, "{agent}");
        }
    }

    #[test]
    fn the_two_policies_differ_in_one_word() {
        assert_eq!(OLDER.replace("'unsafe-eval'", "'wasm-unsafe-eval'"), POLICY);
    }
}
