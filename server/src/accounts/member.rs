//! Who holds which role where: what permissions are taken from, and what tells a person's phones.

use std::collections::{BTreeMap, BTreeSet};

use domain::form::Fielded;
use domain::small::Membership;
use domain::sync::authority::Stamps;
use domain::{Id, Kind, Millis, Record, Role, Scope, Who};
use sqlx::PgConnection;
use uuid::Uuid;

use super::audit::{self, Deed};
use crate::sync::{now, records, scopes};

/// The roles that people hold, with those that sessions and seats give: as `Who::take_up` says it for a phone.
pub const HELD: &str = "select person, role, scope from member
     where person = any($1) and (until is null or until > now())
     union
     select member.person, member.role, 's:' || session.id
     from member join record session
       on session.scope = member.scope and session.kind = 'session' and not session.gone
     where member.person = any($1) and member.role = any($2)
       and (member.until is null or member.until > now())
     union
     select (fields->>'person')::uuid,
       -- what a cadre may do comes from the village and not from a seat: `Role::seated`
       case when fields->>'role' = any($2) and fields->>'role' <> 'recorder'
         then 'villager' else fields->>'role' end,
       scope
     from record
     where kind = 'seat' and not gone and fields->>'person' = any($3)
     order by scope, role";

/// Lets a person of the directory sign in.
pub async fn enrol(db: &mut PgConnection, person: Uuid) -> sqlx::Result<()> {
    sqlx::query("insert into account (person) values ($1) on conflict do nothing")
        .bind(person)
        .execute(db)
        .await?;
    Ok(())
}

/// A person with the roles held at this moment.
pub(crate) async fn who(db: &mut PgConnection, person: Uuid) -> sqlx::Result<Who> {
    let held = several(db, BTreeSet::from([person])).await?;
    Ok(held.into_values().next().unwrap_or(Who { person, roles: Vec::new() }))
}

/// Several people with the roles they hold at this moment; each is there, whether known or not.
pub(crate) async fn several(
    db: &mut PgConnection,
    people: BTreeSet<Uuid>,
) -> sqlx::Result<BTreeMap<Uuid, Who>> {
    let mut held: BTreeMap<Uuid, Who> =
        people.iter().map(|person| (*person, Who { person: *person, roles: Vec::new() })).collect();
    if people.is_empty() {
        return Ok(held);
    }
    let rows: Vec<(Uuid, String, String)> = sqlx::query_as(HELD)
        .bind(people.iter().copied().collect::<Vec<_>>())
        .bind(
            Role::ALL
                .iter()
                .filter(|role| role.reads_drafts())
                .map(|r| r.as_str())
                .collect::<Vec<_>>(),
        )
        .bind(people.iter().map(Uuid::to_string).collect::<Vec<_>>())
        .fetch_all(db)
        .await?;
    for (person, role, scope) in rows {
        let Some((role, scope)) = Role::of(&role).zip(scope.parse().ok()) else { continue };
        if let Some(who) = held.get_mut(&person) {
            who.roles.push((role, scope));
        }
    }
    held.values_mut().for_each(Who::take_along);
    Ok(held)
}

/// The scopes in which a role in a village is held.
#[must_use]
pub fn scopes_of(role: Role, village: Id, region: Id) -> Vec<Scope> {
    let mut scopes = vec![Scope::Region(region), Scope::Village(village)];
    if role.reads_drafts() {
        scopes.push(Scope::Draft(village));
    }
    scopes
}

/// Gives a person a role in a scope for good, and tells the person's phones. Nothing happens if it is held.
pub async fn grant(
    db: &mut PgConnection,
    person: Uuid,
    role: Role,
    scope: Scope,
) -> sqlx::Result<()> {
    hold(db, person, role, scope, None).await
}

/// Gives a person a role in a scope, for good or until a moment, and tells the person's phones. Nothing happens if it
/// is so already.
pub async fn hold(
    db: &mut PgConnection,
    person: Uuid,
    role: Role,
    scope: Scope,
    until: Option<Millis>,
) -> sqlx::Result<()> {
    // two who give at once come one after the other
    sqlx::query("select from account where person = $1 for no key update")
        .bind(person)
        .execute(&mut *db)
        .await?;
    let held: Option<(Uuid, Option<Millis>)> = sqlx::query_as(
        "select record, (extract(epoch from until) * 1000)::bigint from member
         where person = $1 and scope = $2 and role = $3",
    )
    .bind(person)
    .bind(scope.to_string())
    .bind(role.as_str())
    .fetch_optional(&mut *db)
    .await?;
    if held.is_some_and(|(_, before)| before == until) {
        return Ok(());
    }
    let record = held.map_or_else(Uuid::now_v7, |(record, _)| record);
    sqlx::query("insert into scope (id) values ($1) on conflict do nothing")
        .bind(scope.to_string())
        .execute(&mut *db)
        .await?;
    sqlx::query(
        "insert into member (person, scope, role, record, until)
         values ($1, $2, $3, $4, to_timestamp($5::bigint / 1000.0))
         on conflict (person, scope, role) do update set until = excluded.until",
    )
    .bind(person)
    .bind(scope.to_string())
    .bind(role.as_str())
    .bind(record)
    .bind(until)
    .execute(&mut *db)
    .await?;
    tell(db, person, record, &Membership { scope, role, until }).await?;
    let code = Some(role.as_str());
    let deed =
        Deed { deed: "grant", about: Some(person), scope: Some(scope), code, ..Deed::default() };
    audit::note(db, &[deed]).await
}

/// Writes the record by which the person's phones know of a role: a new one, or the same with another end.
async fn tell(
    db: &mut PgConnection,
    person: Uuid,
    id: Uuid,
    held: &Membership,
) -> sqlx::Result<()> {
    let own = Scope::User(person);
    let before = records::hold(db, &[id]).await?.remove(&id);
    let ver = scopes::bump(db, own).await?;
    let fresh = before.is_none();
    let (mut record, stamps) =
        before.unwrap_or_else(|| (Record::blank(Kind::Membership, id, own), Stamps::new()));
    (record.rev, record.at) = (record.rev + 1, now());
    record.fields.clear();
    held.put(&mut record.fields);
    if fresh {
        records::add(db, &[(&record, &stamps, ver)]).await
    } else {
        records::put(db, (&record, &stamps, ver)).await
    }
}

/// Takes a role from a person, and tells the person's phones.
pub async fn withdraw(
    db: &mut PgConnection,
    person: Uuid,
    role: Role,
    scope: Scope,
) -> sqlx::Result<()> {
    let record: Option<Uuid> = sqlx::query_scalar(
        "delete from member where person = $1 and scope = $2 and role = $3 returning record",
    )
    .bind(person)
    .bind(scope.to_string())
    .bind(role.as_str())
    .fetch_optional(&mut *db)
    .await?;
    let Some(id) = record else { return Ok(()) };
    for (_, (mut record, stamps)) in records::hold(db, &[id]).await? {
        let ver = scopes::bump(db, record.scope).await?;
        (record.rev, record.at, record.gone) = (record.rev + 1, now(), true);
        records::put(db, (&record, &stamps, ver)).await?;
    }
    let code = Some(role.as_str());
    let deed =
        Deed { deed: "withdraw", about: Some(person), scope: Some(scope), code, ..Deed::default() };
    audit::note(db, &[deed]).await
}
