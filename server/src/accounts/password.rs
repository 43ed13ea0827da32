//! A password, for whoever works at a desk: set, changed and given up by who is signed in; a way in by a name of their
//! own choice. Whether the name or the password was wrong is not said, and takes as long to find out.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::{Fields, Form};
use sqlx::PgConnection;
use uuid::Uuid;

use super::arrive::{arrive, turned_away};
use super::audit::{self, Deed};
use super::device;
use super::entry::Entry;
use super::knock;
use super::who::SignedIn;
use crate::address::Address;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::{Answered, Sent};

/// What is most often tried first, of those that are long enough.
const COMMON: [&str; 24] = [
    "1234567890",
    "0123456789",
    "0987654321",
    "12345678910",
    "123456789a",
    "a123456789",
    "abc1234567",
    "abcd123456",
    "abcde12345",
    "qwertyuiop",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "qwerty12345",
    "asdfghjkl123",
    "password123",
    "password1234",
    "passw0rd123",
    "admin12345",
    "administrator",
    "woaini1314",
    "woaini520520",
    "5201314520",
    "iloveyou1314",
    "bandeng123",
];
const SHORTEST: usize = 10;
const LONGEST: usize = 512;

/// What somebody's own page says of it.
#[derive(Debug, Form)]
pub(crate) struct Held {
    /// By which name they come in; none without a password.
    login: Option<String>,
    /// The name that is offered.
    offered: Option<String>,
}

/// A new password.
#[derive(Debug, Form)]
pub(crate) struct Set {
    login: String,
    password: String,
    /// The one before, where there is one.
    #[form(sparse)]
    before: Option<String>,
    /// Whether all other devices are signed out.
    others: bool,
}

/// What is typed at the door.
#[derive(Debug, Form)]
pub(crate) struct Said {
    login: String,
    password: String,
}

/// Says by which name the one who asks comes in.
pub(crate) async fn show(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<Answered<Held>, Error> {
    let mut db = hall.pool.acquire().await?;
    let (login, offered) = sqlx::query_as(
        "select (select login from password where person = $1),
                (select fields->>'name' from record where id = $1 and kind = 'person')",
    )
    .bind(caller.person)
    .fetch_one(&mut *db)
    .await?;
    Ok(Answered(Held { login, offered }))
}

/// Sets or changes it.
pub(crate) async fn set(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<Set>,
) -> Result<Answered<Fields>, Error> {
    let login = login(&sent.login).ok_or(Entry::WeakPassword)?;
    let mut db = hall.pool.acquire().await?;
    let name: Option<String> =
        sqlx::query_scalar("select fields->>'name' from record where id = $1 and kind = 'person'")
            .bind(caller.person)
            .fetch_optional(&mut *db)
            .await?
            .flatten();
    if weak(&sent.password, &[&login, name.as_deref().unwrap_or_default()]) {
        return Err(Entry::WeakPassword.into());
    }
    let before = of_person(&mut db, caller.person).await?;
    drop(db);
    if let Some(before) = before {
        let mut tx = hall.pool.begin().await?;
        knock::count(&mut tx, &before.login).await?;
        tx.commit().await?;
        let said = sent.before.unwrap_or_default();
        if !hall.kitchen.fits(Some(before.hash), said).await? {
            let tx = hall.pool.begin().await?;
            turned_away(tx, Some(caller.person), "password").await?;
            return Err(Entry::WrongPassword.into());
        }
    }
    let hash = hall.kitchen.hash(sent.password).await?;
    let mut tx = hall.pool.begin().await?;
    keep(&mut tx, caller.person, &login, &hash).await?;
    knock::forget(&mut tx, &login).await?;
    let out = if sent.others { device::end_others(&mut tx, &caller).await? } else { Vec::new() };
    note(&mut tx, &caller, "password_set").await?;
    tx.commit().await?;
    device::tell_all(&hall, &out).await;
    Ok(Answered(Fields::new()))
}

async fn keep(db: &mut PgConnection, person: Uuid, login: &str, hash: &str) -> Result<(), Error> {
    let kept = sqlx::query(
        "insert into password (person, login, hash) values ($1, $2, $3)
         on conflict (person) do update set login = excluded.login, hash = excluded.hash,
           changed = now()",
    )
    .bind(person)
    .bind(login)
    .bind(hash)
    .execute(db)
    .await;
    match kept {
        Err(sqlx::Error::Database(error)) if error.constraint() == Some("password_login") => {
            Err(Entry::LoginTaken.into())
        }
        kept => Ok(kept.map(|_| ())?),
    }
}

/// Gives it up.
pub(crate) async fn remove(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<Answered<Fields>, Error> {
    let mut tx = hall.pool.begin().await?;
    drop_of(&mut tx, caller.person).await?;
    note(&mut tx, &caller, "password_removed").await?;
    tx.commit().await?;
    Ok(Answered(Fields::new()))
}

/// Takes somebody's password away.
pub(super) async fn drop_of(db: &mut PgConnection, person: Uuid) -> sqlx::Result<()> {
    sqlx::query("delete from password where person = $1").bind(person).execute(db).await?;
    Ok(())
}

/// Signs a browser in by it.
pub(crate) async fn enter(
    State(hall): State<Hall>,
    Address(from): Address,
    headers: HeaderMap,
    Sent(sent): Sent<Said>,
) -> Result<Response, Error> {
    hall.doors.try_entry(from)?;
    let login = login(&sent.login).unwrap_or_default();
    let mut tx = hall.pool.begin().await?;
    knock::count(&mut tx, &login).await?;
    let found = of_login(&mut tx, &login).await?;
    tx.commit().await?;
    let (person, hash) = found.map(|kept| (kept.person, kept.hash)).unzip();
    let said = if sent.password.len() <= LONGEST { sent.password } else { String::new() };
    let fits = hall.kitchen.fits(hash, said).await?;
    let mut tx = hall.pool.begin().await?;
    match person.filter(|_| fits) {
        Some(person) => {
            knock::forget(&mut tx, &login).await?;
            arrive(tx, person, &headers, "password").await
        }
        None => {
            turned_away(tx, person, "password").await?;
            Err(Entry::WrongPassword.into())
        }
    }
}

#[derive(sqlx::FromRow)]
struct Kept {
    person: Uuid,
    login: String,
    hash: String,
}

/// The password by which a name comes in, if its account is open.
async fn of_login(db: &mut PgConnection, login: &str) -> sqlx::Result<Option<Kept>> {
    sqlx::query_as(
        "select password.person, login, hash from password
         join account on account.person = password.person and account.closed is null
         where login = $1",
    )
    .bind(login)
    .fetch_optional(db)
    .await
}

async fn of_person(db: &mut PgConnection, person: Uuid) -> sqlx::Result<Option<Kept>> {
    sqlx::query_as("select person, login, hash from password where person = $1")
        .bind(person)
        .fetch_optional(db)
        .await
}

async fn note(db: &mut PgConnection, caller: &SignedIn, deed: &'static str) -> sqlx::Result<()> {
    let (person, device) = (Some(caller.person), Some(caller.device));
    audit::note(db, &[Deed { person, device, deed, ..Deed::default() }]).await
}

/// A name to come in by: as it was chosen, in whatever case and however it was spaced.
fn login(said: &str) -> Option<String> {
    let login = said.trim().to_lowercase();
    let fits = (2..=40).contains(&login.chars().count()) && !login.chars().any(char::is_control);
    fits.then_some(login)
}

fn weak(password: &str, names: &[&str]) -> bool {
    let low = password.trim().to_lowercase();
    let letters = low.chars().count();
    let first = low.chars().next();
    let same = low.chars().all(|letter| Some(letter) == first);
    // a name written several times is still the name
    let named = names.iter().map(|name| name.to_lowercase()).filter(|name| !name.is_empty());
    let mut named = named.map(|name| low.replace(&name, "").chars().count());
    letters < SHORTEST
        || password.len() > LONGEST
        || same
        || COMMON.contains(&low.as_str())
        || named.any(|left| left < letters && left <= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_easily_guessed_is_no_password() {
        for easy in [
            "短",
            "123456789",
            "1234567890",
            "Password123",
            "aaaaaaaaaaaaa",
            "liyuanhang2026",
            "李远航李远航李远航李远航",
        ] {
            assert!(weak(easy, &["liyuanhang", "李远航"]), "{easy}");
        }
        assert!(weak(&"长".repeat(1000), &[]));
        for good in ["樟树下面一盏灯亮着", "correct horse battery", "石桥镇的水车转了三圈"]
        {
            assert_eq!(weak(good, &["liyuanhang", "李远航"]), good.chars().count() < 10, "{good}");
        }
    }

    #[test]
    fn a_login_name_is_the_same_in_any_case() {
        assert_eq!(login("  LiYuanHang "), Some("liyuanhang".into()));
        assert_eq!(login("李"), None);
        assert_eq!(login("a\u{0}b"), None);
    }
}
