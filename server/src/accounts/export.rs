//! All that is kept about one person, as a file: for the person, or by the office for somebody without a phone.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::IntoResponse;
use domain::form::Value;
use domain::ledger::AskExport;
use domain::{Form, Id, Kind, Record};
use serde_json::json;
use sqlx::PgConnection;

use super::audit::{self, Deed};
use super::sight::Sight;
use super::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::{Answered, Sent};
use crate::sync::now;
use crate::sync::records::{self, Row};

/// What the file says of itself.
const README: &str = "这是板凳会里和您有关的全部记录。person 是名册上的您；roles 是您的身份；records 是您写的、关于您的记录\
（整条给您）；mentions 是别的记录里提到您的那几行（别人的话不在里面）；devices 是您登录过的手机；invites 是给您的邀请；\
logins 和 passkeys 是您进来用的登录名和通行密钥；calendars 是您做的日历链接；\
deeds 是谁在什么时候对您或由您做过什么，只有编号。时间是 1970 年起的毫秒数。要更正或删除，请找政协办。\
  This is all that Bandeng keeps about you. person: you in the directory; roles: what you may do; records: what you wrote \
and what is about you, whole; mentions: the lines of other records that name you; devices: phones you signed in by; \
invites: invitations for you; logins and passkeys: the names and keys you come in by; calendars: links for calendars that you made; deeds: who did what to you, or you to what, by ids alone. Times are milliseconds since 1970. \
To have something corrected or erased, ask the office.";

/// Gives the file.
pub(crate) async fn export(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(asked): Sent<AskExport>,
) -> Result<impl IntoResponse, Error> {
    let person = asked.person.unwrap_or(caller.person);
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    if person != caller.person {
        Sight::of(&mut tx, caller.person).await?.office_over(&mut tx, person).await?;
    }
    let all = all(&mut tx, person).await?;
    let (by, device) = (Some(caller.person), Some(caller.device));
    let deed = Deed { person: by, device, deed: "export", about: Some(person), ..Deed::default() };
    audit::note(&mut tx, &[deed]).await?;
    tx.commit().await?;
    let name = "attachment; filename=\"bandeng-my-data.json\"";
    Ok(([(CONTENT_DISPOSITION, name)], Answered(all)))
}

async fn all(db: &mut PgConnection, person: Id) -> sqlx::Result<Value> {
    let found = naming(db, person).await?;
    let own: Vec<&Record> = found.values().filter(|record| whole(record, person, &found)).collect();
    let others = found.values().filter(|record| !whole(record, person, &found));
    let mentions: Vec<Value> = others
        .filter_map(|record| {
            let mut lines = Vec::new();
            mentioned(&Value::Object(record.fields.clone()), &person.to_string(), &mut lines);
            let line = json!({ "kind": record.kind.as_str(), "id": record.id, "lines": lines });
            (!lines.is_empty()).then_some(line)
        })
        .collect();
    let questions = [
        ("roles", "select coalesce(json_agg(json_build_object('role', role, 'scope', scope)), '[]')::text
         from member where person = $1"),
        ("devices", "select coalesce(json_agg(json_build_object('id', id, 'name', name,
           'created', extract(epoch from created) * 1000, 'last_seen', extract(epoch from last_seen) * 1000,
           'revoked', extract(epoch from revoked) * 1000) order by created), '[]')::text
         from device where person = $1"),
        ("invites", "select coalesce(json_agg(json_build_object('id', id, 'invited_by', invited_by,
           'created', extract(epoch from created) * 1000, 'expires', extract(epoch from expires) * 1000,
           'redeemed', extract(epoch from redeemed_at) * 1000) order by created), '[]')::text
         from invite where person = $1"),
        ("logins", "select coalesce(json_agg(login), '[]')::text from password where person = $1"),
        ("passkeys", "select coalesce(json_agg(json_build_object('name', name,
           'created', extract(epoch from created) * 1000) order by created), '[]')::text
         from passkey where person = $1"),
        ("calendars", "select coalesce(json_agg(json_build_object('id', id, 'scope', scope, 'town', town,
           'made', extract(epoch from made) * 1000, 'revoked', extract(epoch from revoked) * 1000) order by made), '[]')::text
         from calendar where made_by = $1"),
        ("deeds", "select coalesce(json_agg(json_build_object('at', (extract(epoch from at) * 1000)::bigint,
           'by', person, 'deed', deed, 'act', act, 'about', about, 'code', code) order by id), '[]')::text
         from audit where person = $1 or about = $1"),
    ];
    let mut told = serde_json::Map::new();
    for (name, question) in questions {
        let text: String = sqlx::query_scalar(question).bind(person).fetch_one(&mut *db).await?;
        told.insert(name.to_owned(), serde_json::from_str(&text).unwrap_or_default());
    }
    for (name, value) in [
        ("readme", README.into()),
        ("made_at", now().into()),
        ("person", found.get(&person).map_or(Value::Null, Form::form)),
        ("records", own.into_iter().map(Form::form).collect()),
        ("mentions", mentions.into()),
    ] {
        told.insert(name.to_owned(), value);
    }
    Ok(Value::Object(told))
}

/// Whether a record is the person's: what they are, what they said or wrote, what was put before them. Of anything else
/// they are told only the lines that name them.
fn whole(record: &Record, person: Id, found: &BTreeMap<Id, Record>) -> bool {
    let by = |field: &str| record.link(field) == Some(person);
    let seat = |field: &str| {
        let seat = record.link(field).and_then(|id| found.get(&id));
        seat.is_some_and(|seat| seat.link("person") == Some(person))
    };
    match record.kind {
        Kind::Person => record.id == person,
        Kind::Membership | Kind::Clash => record.scope.owner() == person,
        Kind::Seat => by("person"),
        Kind::Issue => by("raised_by"),
        Kind::Comment | Kind::Note | Kind::Progress => by("said_by"),
        Kind::Statement | Kind::Brief | Kind::Confirmation => seat("seat"),
        Kind::Advice => {
            let voice = record.fields.get("voice").and_then(|voice| voice.get("person"));
            voice.and_then(Value::as_str) == Some(&*person.to_string())
        }
        Kind::Photo | Kind::Voice => record.by == Some(person),
        _ => false,
    }
}

/// The smallest lines of a value that name somebody.
fn mentioned(value: &Value, id: &str, lines: &mut Vec<Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| mentioned(value, id, lines)),
        Value::Object(fields) => {
            let named = fields.iter().filter(|(_, value)| {
                let all = value.as_array().map_or(&[][..], Vec::as_slice);
                value.as_str() == Some(id) || all.iter().any(|value| value.as_str() == Some(id))
            });
            let flat = |value: &Value| !value.is_object() && !value.is_array();
            if named.clone().next().is_some() {
                // with what is said of them in the same line, where it is one
                let inner = fields.len() < 12 && fields.values().all(flat);
                let line: serde_json::Map<String, Value> = if inner {
                    fields.clone()
                } else {
                    named.map(|(name, _)| (name.clone(), id.into())).collect()
                };
                lines.push(Value::Object(line));
            }
            fields.values().for_each(|value| mentioned(value, id, lines));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The records that are a person's or name one: with what was said from the person's seats.
async fn naming(db: &mut PgConnection, person: Id) -> sqlx::Result<BTreeMap<Id, Record>> {
    let rows: Vec<Row> = sqlx::query_as(
        "with seat as (
           select id::text as id from record where kind = 'seat' and fields->>'person' = $2
         )
         select scope, kind, id, rev, by, at, gone, fields from record
         where not gone and (id = $1 or by = $1 or scope = 'u:' || $2
           or strpos(fields::text, $2) > 0 or fields->>'seat' in (select id from seat))",
    )
    .bind(person)
    .bind(person.to_string())
    .fetch_all(db)
    .await?;
    Ok(records::by_id(rows))
}
