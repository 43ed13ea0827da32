//! A role in a place, given and taken with all that it reaches: a role in a village reaches the region's directory and,
//! where it reads drafts, those; an office reaches every village of its region.

use std::collections::BTreeSet;

use domain::{Id, Millis, Role, Scope, trust};
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
        _ => {
            mark(db, person, role, land.scope, false).await?;
            if role == Role::Office {
                for village in lands::villages(db, land.region).await? {
                    reach(db, person, village, until).await?;
                }
            }
        }
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
        // what is held in its villages still reaches the region's directory
        _ => settle(db, person, role, land.region).await?,
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

/// Who is something in a village reads the region's directory as long as in any of its villages. A role that was given in
/// the region itself is not touched: it neither ends with a village's nor begins by one.
async fn settle(db: &mut PgConnection, person: Id, role: Role, region: Id) -> sqlx::Result<()> {
    let scope = Scope::Region(region);
    if given(db, person, role, scope).await? {
        return Ok(());
    }
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
    if held.is_empty() {
        return member::withdraw(db, person, role, scope).await;
    }
    let until = held.into_iter().collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max());
    member::hold(db, person, role, scope, until).await?;
    mark(db, person, role, scope, true).await
}

/// Whether a role that can be given in a region was given there, and is not only reached from a village.
async fn given(db: &mut PgConnection, person: Id, role: Role, region: Scope) -> sqlx::Result<bool> {
    if trust::givers(role, region).is_empty() {
        return Ok(false);
    }
    sqlx::query_scalar(
        "select exists (select from member
           where person = $1 and role = $2 and scope = $3 and not reached)",
    )
    .bind(person)
    .bind(role.as_str())
    .bind(region.to_string())
    .fetch_one(db)
    .await
}

/// Notes whether a role in a region is only reached from a village.
async fn mark(
    db: &mut PgConnection,
    person: Id,
    role: Role,
    region: Scope,
    reached: bool,
) -> sqlx::Result<()> {
    sqlx::query("update member set reached = $4 where person = $1 and role = $2 and scope = $3")
        .bind(person)
        .bind(role.as_str())
        .bind(region.to_string())
        .bind(reached)
        .execute(db)
        .await?;
    Ok(())
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
        let Some((role, scope)) = Role::of(&role).zip(scope.parse::<Scope>().ok()) else {
            continue;
        };
        let mut tx = pool.begin().await?;
        // it may have been given for longer in the meantime
        let over = sqlx::query(
            "select from member
             where person = $1 and role = $2 and scope = $3 and until <= now() for update",
        )
        .bind(person)
        .bind(role.as_str())
        .bind(scope.to_string())
        .fetch_optional(&mut *tx)
        .await?;
        if over.is_some() {
            member::withdraw(&mut tx, person, role, scope).await?;
            taken += 1;
        }
        tx.commit().await?;
    }
    Ok(taken)
}
