//! What somebody was given who was entered twice goes to the entry that carries on; the account of the double ends.

use std::collections::BTreeMap;

use domain::{Id, Millis, Role, Scope, trust};
use sqlx::PgConnection;

use super::audit::{self, Deed};
use super::post::{self, News};
use super::{account, lands, member};

/// The roles of somebody by where they are held, each with its end.
type Ends = BTreeMap<(Role, Scope), Option<Millis>>;

/// Whether somebody is signed in on a phone: what lies there unsent would be lost with the account.
pub(crate) async fn signed_in(db: &mut PgConnection, person: Id) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select from device
           where person = $1 and revoked is null and expires > now())",
    )
    .bind(person)
    .fetch_one(db)
    .await
}

/// The entries of somebody in the directory, each with its scope: the one that carries on and those that were made one
/// with it, the longest name first, so that no name is taken out of a longer one. What is erased is none.
pub(super) async fn entries(db: &mut PgConnection, person: Id) -> sqlx::Result<Vec<(Id, Scope)>> {
    let rows: Vec<(Id, String)> = sqlx::query_as(
        "select id, scope from record
         where kind = 'person' and fields->>'name' <> ''
           and (id = $1 and not gone or fields ? 'into' and fields->>'into' = $1::text)
         order by length(fields->>'name') desc, id",
    )
    .bind(person)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().filter_map(|(id, scope)| Some((id, scope.parse().ok()?))).collect())
}

/// Gives all roles of a double to the one who carries on, each until the later of two ends, takes the double's open
/// invites back and ends its account.
pub(crate) async fn hand_over(db: &mut PgConnection, double: Id, into: Id) -> sqlx::Result<News> {
    let mut news = News::new();
    let (held, own) = (ends(db, double).await?, ends(db, into).await?);
    for (role, at) in posts(db, double).await? {
        // rather nobody is struck than a role lost
        let land = lands::find(db, at.owner()).await?.ok_or(sqlx::Error::RowNotFound)?;
        let until = held.get(&(role, at)).copied().flatten();
        news.extend(post::take(db, double, role, land).await?);
        let until = match own.get(&(role, at)) {
            Some(own) => until.zip(*own).map(|(one, other)| one.max(other)),
            None => until,
        };
        news.extend(post::give(db, into, role, land, until).await?);
    }
    let taken = sqlx::query(
        "update invite set taken_back = now()
         where person = $1 and redeemed_at is null and taken_back is null",
    );
    if taken.bind(double).execute(&mut *db).await?.rows_affected() > 0 {
        let deed = Deed { deed: "take_back", about: Some(double), ..Deed::default() };
        audit::note(db, &[deed]).await?;
    }
    // no phone is signed in, so there is none to be told
    account::close(db, double).await?;
    Ok(news)
}

async fn ends(db: &mut PgConnection, person: Id) -> sqlx::Result<Ends> {
    let rows: Vec<(String, String, Option<Millis>)> = sqlx::query_as(
        "select role, scope, (extract(epoch from until) * 1000)::bigint from member
         where person = $1 and (until is null or until > now())",
    )
    .bind(person)
    .fetch_all(db)
    .await?;
    let read = |(role, scope, until): (String, String, _)| {
        Some(((Role::of(&role)?, scope.parse().ok()?), until))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// What somebody is, and where; with what was given in a region beside the same in a village of it.
async fn posts(db: &mut PgConnection, person: Id) -> sqlx::Result<Vec<(Role, Scope)>> {
    let mut posts = trust::posts(&member::who(db, person).await?);
    let given: Vec<(String, String)> = sqlx::query_as(
        "select role, scope from member
         where person = $1 and scope like 'g:%' and not reached and (until is null or until > now())",
    )
    .bind(person)
    .fetch_all(db)
    .await?;
    let read = |(role, scope): (String, String)| Role::of(&role).zip(scope.parse::<Scope>().ok());
    let given = given.into_iter().filter_map(read);
    for post in given.filter(|(role, at)| !trust::givers(*role, *at).is_empty()) {
        if !posts.contains(&post) {
            posts.push(post);
        }
    }
    Ok(posts)
}
