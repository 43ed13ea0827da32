//! A device's session: a random token in a cookie, of which the server keeps a digest. Several people may have theirs
//! in one browser, each in a slot of their own.

use axum::http::HeaderMap;
use axum::http::HeaderValue;
use axum::http::header::{SET_COOKIE, USER_AGENT};
use sqlx::PgConnection;
use uuid::Uuid;

use super::slot;
use super::who::SignedIn;
use crate::error::{Code, Error};
use crate::secret::Secret;

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

/// Where a token was laid in the caller's browser.
#[derive(Debug)]
pub(crate) struct Seated {
    /// Which of the browser's people this is.
    pub(crate) slot: u8,
    /// The cookie to answer with.
    pub(crate) cookie: HeaderValue,
}

/// Lays a new token in the caller's browser: where this person sat before, else where nobody sits. Others who use the
/// same browser stay signed in.
///
/// # Errors
/// When eight people use this browser already.
pub(crate) async fn enter(
    headers: &HeaderMap,
    db: &mut PgConnection,
    person: Uuid,
    token: &Secret,
) -> Result<Seated, Error> {
    let slot = if slot::says_whose(headers) {
        free(db, person, &slot::tokens(headers)).await?.ok_or(Code::PhoneFull)?
    } else {
        // an old build knows of one person on a phone, and whoever comes takes the place of whoever was there
        slot::FIRST
    };
    Ok(Seated { slot, cookie: cookie(slot, token) })
}

/// The slot of this person, else one without a cookie, else one whose cookie opens nothing any more.
async fn free(
    db: &mut PgConnection,
    person: Uuid,
    tokens: &[(u8, Secret)],
) -> sqlx::Result<Option<u8>> {
    let digests: Vec<Vec<u8>> = tokens.iter().map(|(_, token)| token.digest()).collect();
    let known: Vec<(Vec<u8>, Uuid, bool)> = sqlx::query_as(
        "select device.token_sha256, device.person,
                device.revoked is null and device.expires >= now() and account.closed is null
         from device join account on account.person = device.person
         where device.token_sha256 = any($1)",
    )
    .bind(digests)
    .fetch_all(db)
    .await?;
    let whose = |slot: u8| {
        let (_, token) = tokens.iter().find(|(of, _)| *of == slot)?;
        known.iter().find(|(digest, ..)| *digest == token.digest())
    };
    let taken = |slot: u8| tokens.iter().any(|(of, _)| *of == slot);
    let mine = slot::all().find(|slot| whose(*slot).is_some_and(|(_, of, _)| *of == person));
    Ok(mine
        .or_else(|| slot::all().find(|slot| !taken(*slot)))
        .or_else(|| slot::all().find(|slot| !whose(*slot).is_some_and(|(.., alive)| *alive))))
}

/// The cookie that carries a token for the next 180 days.
pub(crate) fn cookie(slot: u8, token: &Secret) -> HeaderValue {
    written(slot, token.reveal(), SECONDS)
}

/// The cookie that takes the token of a slot away.
pub(crate) fn no_cookie(slot: u8) -> HeaderValue {
    written(slot, "", 0)
}

/// The header that renews the cookie of a caller whose session was just made longer.
pub(crate) fn renewed(caller: SignedIn) -> HeaderMap {
    caller.renewed.into_iter().map(|cookie| (SET_COOKIE, cookie)).collect()
}

fn written(slot: u8, value: &str, seconds: u32) -> HeaderValue {
    let name = slot::cookie_name(slot);
    let cookie =
        format!("{name}={value}; Max-Age={seconds}; Path=/; Secure; HttpOnly; SameSite=Lax");
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
    use axum::http::header::COOKIE;

    use super::*;

    #[test]
    fn a_token_comes_back_out_of_its_cookie() {
        let token = Secret::for_device();
        let line = cookie(3, &token).to_str().expect("ascii").to_owned();
        let (pair, marks) = line.split_once("; ").expect("marks");
        assert_eq!(marks, "Max-Age=15552000; Path=/; Secure; HttpOnly; SameSite=Lax");
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, format!("a=b; {pair}").parse().expect("a header"));
        assert_eq!(slot::tokens(&headers), [(3, token)]);
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
