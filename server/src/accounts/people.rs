//! The people of a place with their roles, for those who may give some there.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::{Path, State};
use domain::{Form, Id, Millis, Role, Scope, Who, trust};
use sqlx::PgConnection;

use super::entry::Entry;
use super::who::SignedIn;
use super::{ask_in, lands, member};
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::Answered;

/// What is told of a place.
#[derive(Debug, Form)]
pub(crate) struct People {
    /// The roles that the one who asks may give here.
    grants: Vec<Role>,
    people: Vec<Somebody>,
    invites: Vec<ask_in::Open>,
}

/// Somebody who holds a role here.
#[derive(Debug, Form)]
pub(crate) struct Somebody {
    person: Id,
    name: Option<String>,
    note: Option<String>,
    posts: Vec<Post>,
    /// Whether the one who asks may make an invite for them.
    invitable: bool,
    /// On how many devices they are signed in, and on which day one was last heard of; told to whoever may invite.
    #[form(sparse)]
    devices: Option<i64>,
    #[form(sparse)]
    seen_on: Option<Millis>,
}

/// A role with its end.
#[derive(Debug, Form)]
pub(crate) struct Post {
    role: Role,
    #[form(sparse)]
    until: Option<Millis>,
}

/// Lists them, in the order of their roles.
pub(crate) async fn list(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(place): Path<Id>,
) -> Result<Answered<People>, Error> {
    let mut tx = hall.pool.begin().await?;
    let land = lands::find(&mut tx, place).await?.ok_or(Entry::NobodyThere)?;
    let who = member::who(&mut tx, caller.person).await?;
    let grants = trust::grants(&who, land.scope);
    if grants.is_empty() {
        return Err(Entry::NotYours.into());
    }
    let mut rows: Vec<Row> =
        sqlx::query_as(HERE).bind(land.scope.to_string()).fetch_all(&mut *tx).await?;
    let people: BTreeSet<Id> = rows.iter().map(|row| row.person).collect();
    let guests = member::several(&mut tx, people).await?;
    // who is something in a village reads the region's directory, and is nothing in the region for that
    if land.scope != Scope::Village(place) {
        rows.retain(|row| {
            let posts = guests.get(&row.person).map(trust::posts).unwrap_or_default();
            posts.iter().any(|(role, at)| *at == land.scope && role.as_str() == row.role)
        });
    }
    let invites = ask_in::open(&mut tx, &who, &guests).await?;
    let known = devices(&mut tx, &guests).await?;
    let people = gathered(&who, rows, &guests, &known);
    Ok(Answered(People { grants, people, invites }))
}

const HERE: &str = "select member.person, member.role,
       (extract(epoch from member.until) * 1000)::bigint as until,
       known.fields->>'name' as name, known.fields->>'note' as note
     from member left join record known on known.id = member.person and known.kind = 'person'
     where member.scope = $1 and (member.until is null or member.until > now())
     order by known.fields->>'name', member.person";

#[derive(sqlx::FromRow)]
struct Row {
    person: Id,
    role: String,
    until: Option<Millis>,
    name: Option<String>,
    note: Option<String>,
}

/// So many devices, and the day on which one was last heard of.
type Known = BTreeMap<Id, (i64, Millis)>;

async fn devices(db: &mut PgConnection, people: &BTreeMap<Id, Who>) -> sqlx::Result<Known> {
    let rows: Vec<(Id, i64, Millis)> = sqlx::query_as(
        "select person, count(*),
           (extract(epoch from date_trunc('day', max(last_seen), 'Asia/Shanghai')) * 1000)::bigint
         from device where person = any($1) and revoked is null and expires > now()
         group by person",
    )
    .bind(people.keys().copied().collect::<Vec<_>>())
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|(person, count, seen)| (person, (count, seen))).collect())
}

fn gathered(who: &Who, rows: Vec<Row>, guests: &BTreeMap<Id, Who>, known: &Known) -> Vec<Somebody> {
    let mut people: Vec<Somebody> = Vec::new();
    for row in rows {
        let Some(role) = Role::of(&row.role) else { continue };
        let post = Post { role, until: row.until };
        if let Some(last) = people.last_mut().filter(|last| last.person == row.person) {
            last.posts.push(post);
            continue;
        }
        let guest = guests.get(&row.person);
        let invitable = guest.is_some_and(|guest| trust::may_invite(who, guest).is_ok());
        let seen = known.get(&row.person).copied().filter(|_| invitable);
        people.push(Somebody {
            person: row.person,
            name: row.name,
            note: row.note,
            posts: vec![post],
            invitable,
            devices: invitable.then(|| seen.map_or(0, |(count, _)| count)),
            seen_on: seen.map(|(_, on)| on),
        });
    }
    people.iter_mut().for_each(|one| one.posts.sort_by_key(|post| post.role));
    people.sort_by_key(|one| one.posts.first().map(|post| post.role));
    people
}
