//! A device's session: a random token in a cookie, of which the server keeps a digest.

use axum::http::HeaderMap;
use axum::http::HeaderValue;
use axum::http::header::{COOKIE, SET_COOKIE, USER_AGENT};
use sqlx::PgConnection;
use uuid::Uuid;

use super::who::SignedIn;
use crate::secret::Secret;

/// A browser takes a cookie of this prefix only with Secure, over https or from localhost.
const COOKIE_NAME: &str = "__Host-bandeng";
/// A session lasts 180 days from the last time the device was heard of.
const SECONDS: u32 = 180 * 24 * 60 * 60;

/// Enters a device for `person` and draws its token.
pub(crate) async fn open(
    db: &mut PgConnection,
    person: Uuid,
    name: &str,
) -> sqlx::Result<(Uuid, Secret)> {
    let (device, token) = (Uuid::now_v7(), Secret::for_device());
    sqlx::query(
        "insert into device (id, person, token_sha256, name, expires)
         values ($1, $2, $3, $4, now() + interval '180 days')",
    )
    .bind(device)
    .bind(person)
    .bind(token.digest())
    .bind(name)
    .execute(db)
    .await?;
    Ok((device, token))
}

/// The token a request carries.
pub(crate) fn token(headers: &HeaderMap) -> Option<Secret> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|line| line.split(';')).find_map(|cookie| {
        let (name, value) = cookie.trim().split_once('=')?;
        (name == COOKIE_NAME).then(|| Secret::read(value)).flatten()
    })
}

/// The cookie that carries a token for the next 180 days.
pub(crate) fn cookie(token: &Secret) -> HeaderValue {
    written(token.reveal(), SECONDS)
}

/// The cookie that takes the token away.
pub(crate) fn no_cookie() -> HeaderValue {
    written("", 0)
}

/// The header that renews the cookie of a caller whose session was just made longer.
pub(crate) fn renewed(caller: SignedIn) -> HeaderMap {
    caller.renewed.into_iter().map(|cookie| (SET_COOKIE, cookie)).collect()
}

fn written(value: &str, seconds: u32) -> HeaderValue {
    let cookie =
        format!("{COOKIE_NAME}={value}; Max-Age={seconds}; Path=/; Secure; HttpOnly; SameSite=Lax");
    let mut cookie = HeaderValue::try_from(cookie).unwrap_or(HeaderValue::from_static(""));
    cookie.set_sensitive(true);
    cookie
}

/// What a device is called in its owner's list: the kind of phone and the browser, no more.
pub(crate) fn name(headers: &HeaderMap) -> String {
    let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let system = first(&[
        ("HarmonyOS", "HarmonyOS"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    let browser = first(&[
        ("MicroMessenger", "WeChat"),
        ("UCBrowser", "UC"),
        ("MQQBrowser", "QQ"),
        ("Edg", "Edge"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let known: Vec<_> = [system, browser].into_iter().flatten().collect();
    if known.is_empty() { "?".to_owned() } else { known.join(" · ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_out_of_its_cookie() {
        let token = Secret::for_device();
        let line = cookie(&token).to_str().expect("ascii").to_owned();
        let (pair, marks) = line.split_once("; ").expect("marks");
        assert_eq!(marks, "Max-Age=15552000; Path=/; Secure; HttpOnly; SameSite=Lax");
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, format!("a=b; {pair}").parse().expect("a header"));
        assert_eq!(super::token(&headers), Some(token));
    }

    #[test]
    fn a_device_is_called_by_its_kind_and_its_browser() {
        let mut headers = HeaderMap::new();
        assert_eq!(name(&headers), "?");
        let agent = "Mozilla/5.0 (Linux; Android 14; M2012) Chrome/126.0 Mobile Safari/537.36";
        headers.insert(USER_AGENT, agent.parse().expect("a header"));
        assert_eq!(name(&headers), "Android · Chrome");
    }
}
