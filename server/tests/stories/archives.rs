//! All that was said and done in a file that anybody can read; into an empty server with it, and phones go on.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use domain::{Act, Id, Kind, Scope};
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde_json::Value;
use server::archive::{take, write};
use server::sync::chain;
use sqlx::{AssertSqlSafe, PgPool};

use crate::backups::{live, open};
use crate::epochs::{Folder, config};
use crate::handset::Handset;
use crate::reports::{LI_YUANHANG, YUNXI, sample};
use crate::village::{CHEN, SHANGFENG, SHI, Village, WANG};

pub(crate) const ORIGIN: &str = "https://bandeng.example";

/// The tables that an archive has, and those that stay behind.
const KEPT: [&str; 13] = [
    "account",
    "audit",
    "burden",
    "change",
    "erasure",
    "field_history",
    "member",
    "photo",
    "photo_piece",
    "record",
    "scope",
    "scope_left",
    "seal",
];
const LEFT: [&str; 9] = [
    "asunder",
    "calendar",
    "challenge",
    "device",
    "invite",
    "knock",
    "pairing",
    "passkey",
    "password",
];

/// What is in the tables, but for what says by which phone; pictures as they are seen, in however many pieces.
async fn state(pool: &PgPool) -> BTreeMap<&'static str, String> {
    let mut state = BTreeMap::new();
    for table in KEPT {
        let rows = match table {
            "photo_piece" => "select photo::text || ' ' || string_agg(encode(bytes, 'hex'), '' order by at) as row
                              from photo_piece join photo on photo.id = photo where mime is not null group by photo".to_owned(),
            "photo" => "select to_jsonb(t)::text as row from photo t where mime is not null".to_owned(),
            _ => format!("select (to_jsonb(t) - 'device')::text as row from {table} t"),
        };
        let all = format!(
            "select coalesce(string_agg(row, E'\\n' order by row), '') from ({rows}) all_rows"
        );
        let all: String = sqlx::query_scalar(AssertSqlSafe(all)).fetch_one(pool).await.unwrap();
        assert!(!all.is_empty() || table == "erasure", "{table} is empty, and shows nothing");
        state.insert(table, all);
    }
    state
}

/// An empty server, as one is that was only started.
pub(crate) async fn emptied(pool: &PgPool) {
    let all = [&KEPT[..], &LEFT, &["client"]].concat().join(", ");
    let all = format!("truncate {all} restart identity; delete from epoch");
    sqlx::raw_sql(AssertSqlSafe(all)).execute(pool).await.unwrap();
}

/// A district with something in every table: pictures, one of them not whole, and what COPY and JSON write in their ways.
async fn lived(pool: PgPool) -> (Village, Vec<Handset>) {
    let village = sample(pool).await;
    let mut dice = StdRng::seed_from_u64(7);
    let mut phones = Vec::new();
    for person in [SHI, CHEN, WANG] {
        let cookie = village.phone(person).await.cookie;
        phones.push(Handset::new(&village.app, person, &cookie));
    }
    live(&mut phones, 40, 0, &mut dice).await;
    let mut chen = village.phone(CHEN).await;
    let odd = chen.raise("井\t干\\N了\n第二行 \"引号\" \u{2028}😀 ' ; --");
    assert_eq!(chen.push(std::slice::from_ref(&odd)).await, "ok\n");
    let photos =
        [("0f", true), ("1e", false)].map(|(byte, whole)| (Id::now_v7(), byte.repeat(32), whole));
    for (id, sha256, whole) in photos {
        let attach = Act::Attach { issue: odd.id, sha256, bytes: 6, mime: "image/jpeg".into() };
        let attach = chen.change(Kind::Photo, id, Scope::Village(SHANGFENG), attach);
        assert_eq!(chen.push(&[attach]).await, "ok\n");
        for laid in [
            "insert into photo (id, mime) values ($1, case when $2 then 'image/jpeg' end)",
            "insert into photo_piece (photo, at, bytes) select $1, at, bytes
             from (values (0, '\\xffd8ff'::bytea), (3, '\\x00ff0a'::bytea)) piece (at, bytes) where at = 0 or $2",
        ] {
            sqlx::query(laid).bind(id).bind(whole).execute(village.pool()).await.unwrap();
        }
    }
    (village, phones)
}

/// The figures of the sample's office.
async fn figures(village: &Village) -> Value {
    let li = village.phone(LI_YUANHANG).await;
    let path = format!("/api/v1/district/{YUNXI}/report/2026");
    let answer = li.get(&path).await;
    assert_eq!(answer.status, 200);
    answer.body
}

#[sqlx::test]
async fn an_archive_is_read_with_the_plainest_tools_and_lets_nobody_in(pool: PgPool) {
    let (village, _) = lived(pool).await;
    let folder = Folder::new();
    let file = folder.0.join("all.tar");
    write(village.pool(), ORIGIN, &file).await.unwrap();
    let run = |program: &str, arguments: &[&str]| {
        let done = Command::new(program).args(arguments).current_dir(&folder.0).output().unwrap();
        assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
    };
    run("tar", &["-xf", "all.tar"]);
    run("sha256sum", &["--check", "--strict", "SHA256SUMS"]);
    let about: Value =
        serde_json::from_slice(&fs::read(folder.0.join("about.json")).unwrap()).unwrap();
    assert_eq!(about["districts"], serde_json::json!(["云溪区"]));
    for (table, count) in about["rows"].as_object().unwrap() {
        let mut rows = 0;
        for entry in fs::read_dir(folder.0.join("data")).unwrap() {
            let path = entry.unwrap().path();
            if path.file_name().unwrap().to_str().unwrap().starts_with(&format!("{table}-")) {
                let text = fs::read_to_string(path).unwrap();
                let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
                rows += lines.collect::<Vec<Value>>().len();
            }
        }
        assert_eq!(count.as_u64(), u64::try_from(rows).ok(), "{table}");
    }
    let named = |sub: &str| fs::read_dir(folder.0.join(sub)).unwrap().count();
    assert_eq!((named("photos"), named("papers")), (1, 2));
    let readme = fs::read_to_string(folder.0.join("README.txt")).unwrap();
    assert!(
        KEPT.iter().all(|table| *table == "photo_piece" || readme.contains(&format!("  {table} ")))
    );

    // a table that is new is either kept or said to stay behind
    let tables: Vec<String> = sqlx::query_scalar(
        "select table_name::text from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_sqlx_migrations'",
    )
    .fetch_all(village.pool())
    .await
    .unwrap();
    let known = |table: &str| [&KEPT[..], &LEFT, &["client", "epoch"]].concat().contains(&table);
    assert!(tables.iter().all(|table| known(table)), "{tables:?}");
    // nothing that anybody signs in by, no phone
    let secrets: Vec<String> = sqlx::query_scalar(
        "select encode(token_sha256, 'hex') from device union select encode(code_sha256, 'hex') from invite
         union select id::text from device where name <> 'sample' union select id::text from invite",
    )
    .fetch_all(village.pool())
    .await
    .unwrap();
    let told = fs::read(&file).unwrap();
    let told = String::from_utf8_lossy(&told);
    assert!(secrets.len() > 8 && secrets.iter().all(|secret| !told.contains(secret)));
}

#[sqlx::test]
async fn an_archive_comes_into_an_empty_server_and_phones_go_on(pool: PgPool) {
    let (village, mut phones) = lived(pool).await;
    let (pool, folder) = (village.pool(), Folder::new());
    server::database::claim(pool, &config(&folder, Some("epoch-one"), true)).await.unwrap();
    let file = folder.0.join("all.tar");
    for phone in &mut phones {
        phone.catch_up().await;
    }
    // what two had written in one place is before somebody's eyes already
    let eyes = |phones: &[Handset]| -> Vec<usize> {
        phones.iter().map(|phone| phone.replica.attention().count()).collect()
    };
    let held = eyes(&phones);
    let (figures_before, before) = (figures(&village).await, state(pool).await);
    write(pool, ORIGIN, &file).await.unwrap();
    let last = village.count("select max(id) from audit").await;
    // after that somebody writes what the archive does not know, and somebody what nobody knows yet
    let late = crate::phone::raise(SHANGFENG, "存档以后说的");
    phones[1].act(Kind::Issue, Id::now_v7(), Scope::Village(SHANGFENG), late).unwrap();
    phones[1].catch_up().await;
    let unsent = crate::phone::raise(SHANGFENG, "没信号时说的");
    phones[2].act(Kind::Issue, Id::now_v7(), Scope::Village(SHANGFENG), unsent).unwrap();

    emptied(pool).await;
    let word = take(pool, &file, &config(&folder, None, false)).await.unwrap();
    assert_eq!(folder.epoch(), word);
    let after = state(pool).await;
    for (table, rows) in &before {
        assert_eq!(after[table], *rows, "{table}");
    }
    let (lines, whole) = chain::report(pool, None).await.unwrap();
    assert!(whole, "{lines:?}");
    // nobody is signed in, and no device that stands in for one lets anybody in
    let alive = "select count(*) from device where revoked is null or expires > now()";
    assert_eq!(village.count(alive).await, 0);
    assert_eq!(village.count("select count(*) from invite").await, 0);

    let app = open(pool, &folder).await;
    let village = Village { hall: village.hall.clone(), app };
    let mut told = figures(&village).await;
    // but for the day on which it was made
    let (mut told, mut was) = (told.take(), figures_before);
    for report in [&mut told, &mut was] {
        report["pieces"].as_array_mut().unwrap().retain(|piece| piece["sort"] == "fact");
    }
    assert!(told == was && !told["pieces"].as_array().unwrap().is_empty(), "{told}");
    for phone in &mut phones {
        let cookie = village.phone(phone.replica.person()).await.cookie;
        phone.comes_in(&village.app, cookie);
    }
    for _ in 0..2 {
        for phone in &mut phones {
            phone.catch_up().await;
        }
    }
    for phone in &phones {
        assert_eq!(phone.astray().await, [""; 0]);
    }
    assert_eq!(eyes(&phones), held);
    let once = "select count(*) from record where kind = 'issue' and fields->>'words' in ('存档以后说的', '没信号时说的')";
    assert_eq!(village.count(once).await, 2);
    // a new deed has a number behind those that came with the archive
    assert!(village.count("select max(id) from audit").await > last);
    pictured(&village).await;
}

/// The picture is shown as it was.
async fn pictured(village: &Village) {
    let id: Id = sqlx::query_scalar("select id from photo where mime is not null")
        .fetch_one(village.pool())
        .await
        .unwrap();
    let answer = village.phone(CHEN).await.get(&format!("/api/v1/photos/{id}")).await;
    let bytes = [0xff, 0xd8, 0xff, 0x00, 0xff, 0x0a];
    assert_eq!((answer.status.as_u16(), &answer.bytes[..]), (200, &bytes[..]));
}
