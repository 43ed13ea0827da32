//! How often in a row a password was wrong for a name: the next try waits longer each time, and never for ever.

use sqlx::{PgConnection, PgPool};

use crate::error::{Code, Error};
use crate::secret::digest;

/// Counts one more try for a login name, known or not; it is counted before it is known to be wrong, so that many at
/// once are not one.
///
/// # Errors
/// `TooMany` before its wait is over: five may be wrong, then 10 s, 20 s, 40 s, up to five minutes.
pub(super) async fn count(db: &mut PgConnection, login: &str) -> Result<(), Error> {
    let counted = sqlx::query(
        "insert into knock (login_sha256, failures) values ($1, 1)
         on conflict (login_sha256) do update set last = now(),
           failures = case when knock.last < now() - interval '1 day' then 1 else knock.failures + 1 end
         where knock.failures < 5 or knock.last + least(
           interval '10 seconds' * power(2, least(knock.failures, 12) - 5), interval '5 minutes') <= now()",
    )
    .bind(key(login))
    .execute(db)
    .await?;
    if counted.rows_affected() == 0 { Err(Code::TooMany.into()) } else { Ok(()) }
}

/// Forgets them: it was right.
pub(super) async fn forget(db: &mut PgConnection, login: &str) -> sqlx::Result<()> {
    sqlx::query("delete from knock where login_sha256 = $1").bind(key(login)).execute(db).await?;
    Ok(())
}

/// Forgets what is long over: tries of another day, digits and challenges that nobody used.
///
/// # Errors
/// When the database fails.
pub async fn tidy(pool: &PgPool) -> sqlx::Result<()> {
    for over in [
        "delete from knock where last < now() - interval '1 day'",
        "delete from pairing where expires < now()",
        "delete from challenge where expires < now()",
    ] {
        sqlx::query(over).execute(pool).await?;
    }
    Ok(())
}

fn key(login: &str) -> Vec<u8> {
    digest(login.as_bytes()).to_vec()
}
