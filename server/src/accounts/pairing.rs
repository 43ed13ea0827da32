//! Coming in once more on the same phone: six digits, said in the app that is signed in and typed in the one on the home
//! screen, which shares no storage with it on an iPhone. Good for ten minutes, once.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::{Form, Millis};
use sqlx::PgConnection;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::arrive::{arrive, turned_away};
use super::audit::{self, Deed};
use super::entry::Entry;
use super::who::SignedIn;
use crate::address::Address;
use crate::error::Error;
use crate::hall::Hall;
use crate::secret::digest;
use crate::sent::{Answered, Sent};
use crate::sync::now;

/// How long the digits are good.
const LASTS: Millis = 10 * 60 * 1000;
/// So many wrong digits under a name kill the codes of that name.
const TRIES: i16 = 5;
/// A name longer than the directory takes is nobody's.
const LINE: usize = 200;

/// The digits, said this once.
#[derive(Debug, Form)]
pub(crate) struct Paired {
    digits: String,
    expires_at: Millis,
}

/// What is typed in the other app.
#[derive(Debug, Form)]
pub(crate) struct Pair {
    name: String,
    digits: String,
}

/// Draws digits for the one who asks. Those drawn before are good no more.
pub(crate) async fn open(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<Answered<Paired>, Error> {
    let digits = format!("{:06}", rand::random_range(0..1_000_000_u32));
    let salt: [u8; 16] = rand::random();
    let mut tx = hall.pool.begin().await?;
    sqlx::query(
        "insert into pairing (person, salt, digits_sha256, expires)
         values ($1, $2, $3, now() + interval '10 minutes')
         on conflict (person) do update set salt = excluded.salt,
           digits_sha256 = excluded.digits_sha256, expires = excluded.expires, wrong = 0",
    )
    .bind(caller.person)
    .bind(&salt[..])
    .bind(salted(&salt, &digits))
    .execute(&mut *tx)
    .await?;
    let (person, device) = (Some(caller.person), Some(caller.device));
    audit::note(&mut tx, &[Deed { person, device, deed: "pairing", ..Deed::default() }]).await?;
    tx.commit().await?;
    Ok(Answered(Paired { digits, expires_at: now() + LASTS }))
}

/// Signs a browser in by name and digits.
pub(crate) async fn enter(
    State(hall): State<Hall>,
    Address(from): Address,
    headers: HeaderMap,
    Sent(sent): Sent<Pair>,
) -> Result<Response, Error> {
    hall.doors.try_entry(from)?;
    let (name, digits) = (sent.name.trim(), digits_of(&sent.digits));
    let mut tx = hall.pool.begin().await?;
    let codes = if name.len() <= LINE { named(&mut tx, name).await? } else { Vec::new() };
    // every code is looked at, whichever fits
    let fits: Vec<Uuid> =
        codes.iter().filter(|code| code.fits(&digits)).map(|c| c.person).collect();
    match fits.as_slice() {
        [person] => {
            sqlx::query("delete from pairing where person = $1")
                .bind(person)
                .execute(&mut *tx)
                .await?;
            arrive(tx, *person, &headers, "pairing").await
        }
        // two of one name who drew the same digits must draw anew
        _ => {
            let people: Vec<Uuid> = codes.iter().map(|code| code.person).collect();
            sqlx::query("update pairing set wrong = wrong + 1 where person = any($1)")
                .bind(&people)
                .execute(&mut *tx)
                .await?;
            turned_away(tx, people.first().copied(), "pairing").await?;
            Err(Entry::WrongDigits.into())
        }
    }
}

#[derive(sqlx::FromRow)]
struct Drawn {
    person: Uuid,
    salt: Vec<u8>,
    digits_sha256: Vec<u8>,
}

impl Drawn {
    fn fits(&self, digits: &str) -> bool {
        salted(&self.salt, digits).ct_eq(&self.digits_sha256).into()
    }
}

/// The codes that are still good, of everybody with this name. Held, so that two who try at once come one after the
/// other.
async fn named(db: &mut PgConnection, name: &str) -> sqlx::Result<Vec<Drawn>> {
    sqlx::query_as(
        "select pairing.person, salt, digits_sha256
         from pairing
         join account on account.person = pairing.person and account.closed is null
         join record known on known.id = pairing.person and known.kind = 'person'
         where known.fields->>'name' = $1 and pairing.expires > now() and pairing.wrong < $2
         order by pairing.person
         for update of pairing",
    )
    .bind(name)
    .bind(TRIES)
    .fetch_all(db)
    .await
}

/// The digits as they were drawn, however they are spaced or how wide they were typed.
fn digits_of(typed: &str) -> String {
    let narrow = typed.chars().take(40).map(|c| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    });
    narrow.filter(char::is_ascii_digit).collect()
}

fn salted(salt: &[u8], digits: &str) -> Vec<u8> {
    digest(&[salt, digits.as_bytes()].concat()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::digits_of;

    #[test]
    fn digits_are_the_same_however_they_are_typed() {
        assert_eq!(digits_of(" 012 345 "), "012345");
        assert_eq!(digits_of("０１２３４５"), "012345");
        assert_eq!(digits_of("abc"), "");
    }
}
