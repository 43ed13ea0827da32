//! The end of an account: nobody comes in as this person any more, by whatever way.

use domain::{Role, Scope};
use sqlx::PgConnection;
use uuid::Uuid;

use super::member;

/// Ends every role, device, invite and key of a person; gives the devices, which are to be told.
pub(crate) async fn close(db: &mut PgConnection, person: Uuid) -> sqlx::Result<Vec<Uuid>> {
    let held: Vec<(String, String)> =
        sqlx::query_as("select role, scope from member where person = $1 order by scope, role")
            .bind(person)
            .fetch_all(&mut *db)
            .await?;
    for (role, scope) in held {
        if let Some((role, scope)) = Role::of(&role).zip(scope.parse::<Scope>().ok()) {
            member::withdraw(db, person, role, scope).await?;
        }
    }
    sqlx::query("update account set closed = coalesce(closed, now()) where person = $1")
        .bind(person)
        .execute(&mut *db)
        .await?;
    sqlx::query("delete from invite where person = $1 and redeemed_at is null")
        .bind(person)
        .execute(&mut *db)
        .await?;
    for delete in WAYS {
        sqlx::query(delete).bind(person).execute(&mut *db).await?;
    }
    sqlx::query_scalar(
        "update device set revoked = coalesce(revoked, now()), name = '?' where person = $1
         returning id",
    )
    .bind(person)
    .fetch_all(db)
    .await
}

/// Ways to come in, or to look in, that have a table of their own.
const WAYS: [&str; 5] = [
    "delete from password where person = $1",
    "delete from passkey where person = $1",
    "delete from pairing where person = $1",
    "delete from challenge where person = $1",
    "update calendar set revoked = now() where made_by = $1 and revoked is null",
];
