//! A role in a place, given and taken with all that it reaches: a role in a village reaches the region's directory and,
//! where it reads drafts, those; an office reaches every village of its region.

use std::collections::BTreeSet;

use domain::{Id, Millis, Role, Scope};
use sqlx::{PgConnection, PgPool};

use super::lands::{self, Land};
use super::member;
use crate::sync::scopes;

/// What others are told after a role was given or taken: the person's own scope, as far as it has come.
pub(crate) type News = Vec<(Scope, u64)>;

/// Gives somebody a role in a place, for good or until a moment.
pub(crate) async fn give(
    db: &mut PgConnection,
    person: Id,
    role: Role,
    land: Land,
    until: Option<Millis>,
) -> sqlx::Result<News> {
    member::enrol(db, person).await?;
    for scope in land.scopes(role) {
        member::hold(db, person, role, scope, until).await?;
    }
    match land.scope {
        Scope::Village(_) => settle(db, person, role, land.region).await?,
        _ if role == Role::Office => {
            for village in lands::villages(db, land.region).await? {
                reach(db, person, village, until).await?;
            }
        }
        _ => {}
    }
    news(db, person).await
}

/// Takes a role in a place from somebody, with all that it reached.
pub(crate) async fn take(
    db: &mut PgConnection,
    person: Id,
    role: Role,
    land: Land,
) -> sqlx::Result<News> {
    for scope in land.scopes(role) {
        member::withdraw(db, person, role, scope).await?;
    }
    match land.scope {
        Scope::Village(_) => settle(db, person, role, land.region).await?,
        _ if role == Role::Office => {
            for village in lands::villages(db, land.region).await? {
                for scope in [Scope::Village(village), Scope::Draft(village)] {
                    member::withdraw(db, person, role, scope).await?;
                }
            }
        }
        _ => {}
    }
    news(db, person).await
}

/// A new village: the offices of its region work in it from now on, each as long as it is an office.
pub(crate) async fn found(db: &mut PgConnection, region: Id, village: Id) -> sqlx::Result<News> {
    let offices: Vec<(Id, Option<Millis>)> = sqlx::query_as(
        "select person, (extract(epoch from until) * 1000)::bigint from member
         where scope = $1 and role = $2 and (until is null or until > now())
         order by person",
    )
    .bind(Scope::Region(region).to_string())
    .bind(Role::Office.as_str())
    .fetch_all(&mut *db)
    .await?;
    let mut told = News::new();
    for (person, until) in offices {
        reach(db, person, village, until).await?;
        told.extend(news(db, person).await?);
    }
    Ok(told)
}

async fn reach(
    db: &mut PgConnection,
    person: Id,
    village: Id,
    until: Option<Millis>,
) -> sqlx::Result<()> {
    for scope in [Scope::Village(village), Scope::Draft(village)] {
        member::hold(db, person, Role::Office, scope, until).await?;
    }
    Ok(())
}

/// Who is something in a village reads the region's directory as long as in any of its villages.
async fn settle(db: &mut PgConnection, person: Id, role: Role, region: Id) -> sqlx::Result<()> {
    let held: Vec<Option<Millis>> = sqlx::query_scalar(
        "select (extract(epoch from member.until) * 1000)::bigint
         from member join record place on member.scope = 'v:' || place.id
         where member.person = $1 and member.role = $2
           and place.kind = 'place' and place.scope = $3",
    )
    .bind(person)
    .bind(role.as_str())
    .bind(Scope::Region(region).to_string())
    .fetch_all(&mut *db)
    .await?;
    let scope = Scope::Region(region);
    if held.is_empty() {
        return member::withdraw(db, person, role, scope).await;
    }
    let until = held.into_iter().collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max());
    member::hold(db, person, role, scope, until).await
}

async fn news(db: &mut PgConnection, person: Id) -> sqlx::Result<News> {
    let own = BTreeSet::from([Scope::User(person)]);
    Ok(scopes::present(db, own).await?.into_iter().collect())
}

/// Takes the roles that have run out, so that phones hear of it and forget what went with them; says how many.
///
/// # Errors
/// When the database fails; those before are taken.
pub async fn tidy(pool: &PgPool) -> sqlx::Result<u64> {
    let over: Vec<(Id, String, String)> = sqlx::query_as(
        "select person, role, scope from member where until <= now() order by person, scope, role",
    )
    .fetch_all(pool)
    .await?;
    let mut taken = 0;
    for (person, role, scope) in over {
        let Some((role, scope)) = Role::of(&role).zip(scope.parse().ok()) else { continue };
        let mut tx = pool.begin().await?;
        member::withdraw(&mut tx, person, role, scope).await?;
        tx.commit().await?;
        taken += 1;
    }
    Ok(taken)
}
