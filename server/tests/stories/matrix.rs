//! Every role does every act, over HTTP: the server allows what the readable tables of the domain say, refuses all the
//! rest, writes nothing of it, and notes each refusal.

use std::collections::BTreeMap;

use domain::{Act, Fields, Form, Id, Kind, Record, Role, Scope, form};
use serde_json::Value;
use server::accounts::member;
use sqlx::PgPool;

use crate::phone::Phone;
use crate::village::Village;

/// The tables with their acts, written down by the domain's own tests.
const TABLES: &str = include_str!("../../../app/domain/tests/roles.jsonl");

const fn id(n: u128) -> Id {
    Id::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n)
}

/// 上枫村, its session and the author, as the domain's stories call them.
const HOME: Scope = Scope::Village(id(1));
const DRAFTS: Scope = Scope::Draft(id(1));
const SESSION: Id = id(500);
const JIANG: Id = id(13);

fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_else(|| panic!("{field}: {row}"))
}

/// What was done to these records, and they themselves, never was.
async fn forget(pool: &PgPool, records: &[Id]) {
    for forget in [
        "delete from field_history where record = any($1)",
        "delete from scope_left where id = any($1)",
        "delete from record where id = any($1)",
    ] {
        sqlx::query(forget).bind(records).execute(pool).await.unwrap();
    }
}

/// A record as it lies there before somebody does something to it.
async fn lay(pool: &PgPool, record: &Record) {
    let scope = record.scope.to_string();
    forget(pool, &[record.id]).await;
    sqlx::query("insert into scope (id) values ($1) on conflict do nothing")
        .bind(&scope)
        .execute(pool)
        .await
        .unwrap();
    sqlx::query(
        "with drawn as (update scope set ver = ver + 1 where id = $1 returning ver)
         insert into record (scope, ver, kind, id, rev, by, at, gone, fields)
         select $1, ver, $2, $3, $4, $5, $6, $7, $8 from drawn",
    )
    .bind(scope)
    .bind(record.kind.as_str())
    .bind(record.id)
    .bind(record.rev.cast_signed())
    .bind(record.by)
    .bind(record.at)
    .bind(record.gone)
    .bind(Value::Object(record.fields.clone()))
    .execute(pool)
    .await
    .unwrap();
}

/// All that is shared, but for what each person is told of their own roles.
async fn all(pool: &PgPool) -> Vec<(Id, i64, Value)> {
    sqlx::query_as("select id, rev, to_jsonb(record) from record where scope !~ '^u:' order by id")
        .fetch_all(pool)
        .await
        .unwrap()
}

async fn may_come_in(village: &Village, person: Id) -> Phone {
    let mut tx = village.pool().begin().await.unwrap();
    member::enrol(&mut tx, person).await.unwrap();
    tx.commit().await.unwrap();
    village.phone(person).await
}

async fn holds(village: &Village, person: Id, role: Role, held: bool) {
    let mut tx = village.pool().begin().await.unwrap();
    let drafts = role.reads_drafts().then_some(DRAFTS);
    for scope in [HOME].into_iter().chain(drafts) {
        if held {
            member::grant(&mut tx, person, role, scope).await.unwrap();
        } else {
            member::withdraw(&mut tx, person, role, scope).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

fn seat(name: u128, person: Id, role: Role) -> Record {
    let mut record = Record::blank(Kind::Seat, id(name), Scope::Session(SESSION));
    record.rev = 1;
    let mut fields = Fields::new();
    fields.insert("name".into(), "某人".into());
    fields.insert("role".into(), role.as_str().into());
    fields.insert("person".into(), person.to_string().into());
    record.fields = fields;
    record
}

/// What a row is about, as it lies before; nothing where something is begun.
fn before(row: &Value) -> Option<Record> {
    (!row["before"].is_null()).then(|| form::parse(&row["before"].to_string()).unwrap())
}

fn rows() -> Vec<Value> {
    TABLES.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The session that they are about, laid where it belongs.
async fn stage(pool: &PgPool, rows: &[Value]) -> Record {
    let session = before(rows.iter().find(|row| row["table"] == "stage").unwrap()).unwrap();
    lay(pool, &session).await;
    session
}

/// Sends the act of a row as one person; tells what came of it, in a line.
async fn does(phone: &mut Phone, row: &Value, fresh: &mut u128) -> String {
    let act: Act = form::parse(&row["act"].to_string()).unwrap();
    let kind = Kind::read(row["kind"].clone()).unwrap();
    let name = before(row).map_or_else(
        || {
            *fresh += 1;
            id(*fresh)
        },
        |record| record.id,
    );
    let change = phone.change(kind, name, text(row, "scope").parse().unwrap(), act);
    phone.push(&[change]).await.trim_end().to_owned()
}

/// What came of asking for every act as everybody.
struct Asked {
    acts: usize,
    refused: i64,
    /// Where the server says something else than the tables.
    wrong: Vec<String>,
}

/// Everybody does what is in the tables, those rows that tell an author of this sort apart.
async fn everybody_does_everything(village: &Village, authors: &[&str]) -> Asked {
    let pool = village.pool();
    let rows = rows();
    let session = stage(pool, &rows).await;
    let (mut members, mut guests) = (Vec::new(), Vec::new());
    for (at, role) in (0u128..).zip(Role::ALL) {
        members.push(may_come_in(village, id(3_000 + at)).await);
        holds(village, id(3_000 + at), role, true).await;
        guests.push(may_come_in(village, id(4_000 + at)).await);
        lay(pool, &seat(5_000 + at, id(4_000 + at), role)).await;
    }
    let mut author = may_come_in(village, JIANG).await;
    let mut stranger = may_come_in(village, id(6_000)).await;
    let mut fresh = 100_000;
    let mut asked = Asked { acts: 0, refused: 0, wrong: Vec::new() };
    for own_as in authors {
        match *own_as {
            "seat" => lay(pool, &seat(5_100, JIANG, Role::Villager)).await,
            role => holds(village, JIANG, Role::of(role).unwrap(), true).await,
        }
        for row in rows.iter().filter(|row| row["own_as"] == **own_as) {
            let people = members.iter_mut().zip(text(row, "village").chars());
            let people = people.chain(guests.iter_mut().zip(text(row, "seat").chars()));
            let own = text(row, "own").chars().filter(|_| !row["before"].is_null());
            let people = people.chain(std::iter::once(&mut author).zip(own));
            for (phone, mark) in people.chain([(&mut stranger, '.')]) {
                if let Some(before) = before(row) {
                    lay(pool, &before).await;
                }
                let told = does(phone, row, &mut fresh).await;
                asked.note(row, phone.person, &told, mark);
            }
            // what others were allowed is cleared away with the records they began
            forget(pool, &(100_001..=fresh).map(id).collect::<Vec<_>>()).await;
            lay(pool, &session).await;
        }
        if let Some(role) = Role::of(own_as) {
            holds(village, JIANG, role, false).await;
        }
    }
    asked
}

impl Asked {
    fn note(&mut self, row: &Value, person: Id, told: &str, mark: char) {
        let turned_away = matches!(told, "refused: not_your_part" | "refused: not_a_member");
        let answered = matches!(told, "ok" | "merged" | "both") || told.starts_with("refused: ");
        self.acts += 1;
        self.refused += i64::from(turned_away);
        if !answered || turned_away != (mark == '.') {
            let what = format!("{} / {}", text(row, "table"), text(row, "what"));
            self.wrong.push(format!("{what}: {person} is told {told}, the table says {mark}"));
        }
    }
}

#[sqlx::test]
async fn every_role_may_do_over_http_what_the_tables_say_and_nothing_else(pool: PgPool) {
    let village = Village::bare(pool).await;
    let asked = everybody_does_everything(&village, &["expert", "villager", "seat"]).await;
    let Asked { acts, refused, wrong } = asked;
    assert!(wrong.is_empty(), "{} of {acts}:\n{}", wrong.len(), wrong.join("\n"));
    println!("{acts} acts were asked for, {refused} of them refused");
    let noted = "select count(*) from audit where deed = 'refused' and code in ('not_your_part', 'not_a_member')";
    assert_eq!(village.count(noted).await, refused);
}

#[cfg(feature = "planted")]
#[sqlx::test]
async fn a_server_that_asks_nobody_who_they_are_is_noticed(pool: PgPool) {
    use domain::sync::planted::Planted;

    let village = Village::bare(pool).await;
    // in this thread, in which the server of this story answers
    Planted::plant(Some(Planted::AnybodyMay));
    let Asked { acts, wrong, .. } = everybody_does_everything(&village, &["villager"]).await;
    Planted::plant(None);
    println!("{} of {acts} acts were answered otherwise", wrong.len());
    assert!(!wrong.is_empty(), "the story above would not have seen it");
}

#[sqlx::test]
async fn what_is_refused_leaves_no_trace_but_the_note(pool: PgPool) {
    let village = Village::bare(pool).await;
    let rows = rows();
    stage(village.pool(), &rows).await;
    let mut expert = may_come_in(&village, id(3_000)).await;
    holds(&village, id(3_000), Role::Expert, true).await;
    let place = Role::ALL.iter().position(|role| *role == Role::Expert).unwrap();
    let (mut fresh, mut tried) = (100_000, BTreeMap::new());
    for row in &rows {
        let Some(marks) = row["village"].as_str() else { continue };
        if marks.chars().nth(place) != Some('.') {
            continue;
        }
        if let Some(before) = before(row) {
            lay(village.pool(), &before).await;
        }
        let before = all(village.pool()).await;
        let told = does(&mut expert, row, &mut fresh).await;
        assert!(told.starts_with("refused: not_"), "{row}: {told}");
        assert_eq!(all(village.pool()).await, before, "{row}");
        *tried.entry(text(row, "table").to_owned()).or_insert(0) += 1;
    }
    println!("{tried:?}");
    let enough = |(table, tries): (&String, &i32)| *tries > if table == "plan" { 5 } else { 10 };
    assert!(tried.iter().all(enough) && tried.len() == 4, "{tried:?}");
}
