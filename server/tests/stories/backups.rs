//! Everything in a file, and back again; and what happened in between comes back from the phones.

use std::collections::BTreeSet;
use std::path::Path;

use axum::Router;
use domain::{Act, Change, Id, Kind, Scope, form};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};
use server::database::{ArchiveError, BackupError, back_up, claim, restore};
use server::{Hall, http};
use sqlx::{Connection, PgPool};

use crate::concurrency::{outsider, waits};
use crate::epochs::{Folder, config};
use crate::handset::Handset;
use crate::phone::raise;
use crate::village::{CHEN, LI, SHANGFENG, SHI, Village, WANG};

const V: Scope = Scope::Village(SHANGFENG);
const D: Scope = Scope::Draft(SHANGFENG);

pub(crate) async fn open(pool: &PgPool, folder: &Folder) -> Router {
    let epoch = claim(pool, &config(folder, None, false)).await.unwrap();
    http::router(&Hall::new(pool.clone(), &epoch), Path::new("/nowhere"), "http://localhost")
}

/// Somebody does something that carries the mark `n`; true if the phone let it be done.
fn deed(phone: &mut Handset, n: usize, dice: &mut StdRng) -> bool {
    let issues = phone.replica.view().values().filter(|record| record.kind == Kind::Issue);
    let issues: Vec<_> = issues.cloned().collect();
    let person = phone.replica.person();
    let reads_drafts = person == CHEN || person == SHI;
    if issues.is_empty() || dice.random_bool(0.25) {
        let scope = if reads_drafts && dice.random_bool(0.3) { D } else { V };
        let act = raise(SHANGFENG, &format!("井干了〔{n}〕"));
        return phone.act(Kind::Issue, Id::now_v7(), scope, act).is_some();
    }
    let issue = &issues[dice.random_range(0..issues.len())];
    let was = |field: &str| issue.fields.get(field).cloned().unwrap_or(Value::Null);
    let mine = issue.link("raised_by") == Some(person);
    match dice.random_range(0..4) {
        0 if reads_drafts && issue.text("standing") == Some("lead") => {
            let act = Act::Receive;
            phone.act(Kind::Issue, issue.id, issue.scope, act).is_some()
        }
        1 | 2 if mine => {
            let (from, to) = (was("title"), json!(format!("题〔{n}〕")));
            let act = Act::Edit { field: "title".into(), from, to };
            phone.act(Kind::Issue, issue.id, issue.scope, act).is_some()
        }
        _ => {
            let act = Act::Say { issue: issue.id, words: format!("说〔{n}〕") };
            phone.act(Kind::Comment, Id::now_v7(), issue.scope, act).is_some()
        }
    }
}

/// So many changes, accepted one after the other from phones drawn at random.
pub(crate) async fn live(phones: &mut [Handset], changes: usize, first: usize, dice: &mut StdRng) {
    let mut done = 0;
    while done < changes {
        let at = dice.random_range(0..phones.len());
        let phone = &mut phones[at];
        for _ in 0..dice.random_range(1..6) {
            done += usize::from(done < changes && deed(phone, first + done, dice));
        }
        phone.catch_up().await;
    }
}

/// Every change that the server has accepted.
async fn accepted(pool: &PgPool) -> BTreeSet<Id> {
    let all = "select uuid from change where outcome->>'r' <> 'refused'";
    sqlx::query_scalar(all).fetch_all(pool).await.unwrap().into_iter().collect()
}

/// The marks that are in no record and in no history.
async fn missing(pool: &PgPool, marks: usize) -> Vec<usize> {
    let told: String = sqlx::query_scalar(
        "select coalesce((select string_agg(fields::text, '') from record), '')
             || coalesce((select string_agg(value::text, '') from field_history), '')",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    (0..marks).filter(|n| !told.contains(&format!("〔{n}〕"))).collect()
}

#[sqlx::test]
async fn after_a_restored_backup_phones_bring_back_all_that_it_does_not_know(pool: PgPool) {
    let mut dice = StdRng::seed_from_u64(crate::village::seed());
    let (village, folder) = (Village::new(pool).await, Folder::new());
    let pool = village.pool();
    let app = open(pool, &folder).await;
    let mut phones = Vec::new();
    for person in [SHI, CHEN, WANG, WANG, LI] {
        let cookie = village.phone(person).await.cookie;
        phones.push(Handset::new(&app, person, &cookie));
    }
    live(&mut phones, 60, 0, &mut dice).await;
    let file = folder.0.join("backup");
    back_up(pool, &file).await.unwrap();
    let before = accepted(pool).await;
    live(&mut phones, 500, 60, &mut dice).await;
    let after = accepted(pool).await;
    assert!(after.len() >= before.len() + 490, "{} and then {}", before.len(), after.len());
    let unwritten = missing(pool, 560).await;

    let word = restore(pool, &file, &config(&folder, None, false)).await.unwrap();
    assert_eq!(accepted(pool).await, before);
    assert_eq!(folder.epoch(), word);
    let app = open(pool, &folder).await;
    for _ in 0..2 {
        for at in 0..phones.len() {
            let next = (at + dice.random_range(0..phones.len())) % phones.len();
            for phone in [next, at] {
                phones[phone].reach(&app);
                phones[phone].catch_up().await;
            }
        }
    }
    for phone in &mut phones {
        phone.catch_up().await;
        assert_eq!(phone.astray().await, [""; 0]);
    }
    let back = accepted(pool).await;
    let held: BTreeSet<Id> = phones
        .iter()
        .flat_map(|phone| phone.replica.attention().map(|attention| attention.change.uuid))
        .collect();
    let eyes: Vec<_> = phones.iter().flat_map(|phone| phone.replica.eyes()).collect();
    let early: usize = phones.iter().map(|phone| phone.replica.early().count()).sum();
    println!(
        "{} of {} are there, {} wait for eyes, {early} for what they name",
        back.len(),
        after.len(),
        eyes.len()
    );
    // what came before what it names goes again under its next name
    let names = |uuid: &Id| {
        std::iter::successors(Some(*uuid), |name| Some(Change::next_name(*name))).take(20)
    };
    let safe = |uuid: &Id| names(uuid).any(|name| back.contains(&name) || held.contains(&name));
    let lost: Vec<_> = after.iter().filter(|uuid| !safe(uuid)).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    let attention = phones.iter().flat_map(|phone| phone.replica.attention());
    let held: String = attention.map(form::text).collect();
    let known = |n: &usize| unwritten.contains(n) || held.contains(&format!("〔{n}〕"));
    let gone: Vec<_> = missing(pool, 560).await.into_iter().filter(|n| !known(n)).collect();
    assert!(gone.is_empty(), "in no record, no history and before nobody's eyes: {gone:?}");
    // what two had done at once, one of them had to look at before already
    let why: Vec<_> = eyes.iter().map(|eyes| (&eyes.change.act, &eyes.trouble)).collect();
    assert!(early == 0 && eyes.len() * 50 < after.len(), "{early} and {why:?}");
}

#[sqlx::test]
async fn a_backup_holds_every_table_and_comes_back_as_it_was(pool: PgPool) {
    let (village, folder) = (Village::new(pool).await, Folder::new());
    let pool = village.pool();
    claim(pool, &config(&folder, Some("epoch-one"), true)).await.unwrap();
    let mut chen = village.phone(CHEN).await;
    // what COPY writes in its own way: tabs, backslashes, line ends, nothing at all
    let odd = [chen.raise("井\t干\\N了\n第二行"), chen.raise("")];
    assert_eq!(chen.push(&odd).await, "ok\nrefused: empty\n");
    let file = folder.0.join("backup");
    back_up(pool, &file).await.unwrap();
    let tables: Vec<String> = sqlx::query_scalar(
        "select table_name::text from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE'
           and table_name <> '_sqlx_migrations' order by 1",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let told = std::fs::read(&file).unwrap();
    let told = String::from_utf8_lossy(&told);
    for table in &tables {
        assert!(told.contains(&format!("\ntable {table} ")), "{table} is not in the backup");
    }
    let state = async |but: &str| {
        let mut state = Vec::new();
        for table in tables.iter().filter(|table| *table != but) {
            let all = format!(
                "select coalesce(string_agg(t::text, '|' order by t::text), '') from {table} t"
            );
            let all: String =
                sqlx::query_scalar(sqlx::AssertSqlSafe(all)).fetch_one(pool).await.unwrap();
            state.push((table.clone(), all));
        }
        state
    };
    let before = state("epoch").await;
    sqlx::raw_sql(
        "delete from audit; delete from invite; update scope set ver = ver + 5;
                   select setval('audit_id_seq', 1)",
    )
    .execute(pool)
    .await
    .unwrap();
    assert_ne!(state("epoch").await, before);
    restore(pool, &file, &config(&folder, None, false)).await.unwrap();
    assert_eq!(state("epoch").await, before);
    // the server that ran meanwhile does not speak for what it does not know
    let late = [chen.raise("还有一条")];
    assert_eq!(chen.push(&late).await, "503 busy");
    // numbers go on behind those that came back
    sqlx::query("insert into audit (deed) values ('look')").execute(pool).await.unwrap();
}

#[sqlx::test]
async fn a_damaged_backup_is_known_before_anything_is_touched(pool: PgPool) {
    let (village, folder) = (Village::new(pool).await, Folder::new());
    let pool = village.pool();
    claim(pool, &config(&folder, None, false)).await.unwrap();
    let file = folder.0.join("backup");
    back_up(pool, &file).await.unwrap();
    let again = back_up(pool, &file).await.unwrap_err();
    assert!(matches!(again, BackupError::Archive(ArchiveError::AlreadyThere(_))), "{again}");
    let whole = std::fs::read(&file).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    let unknown = String::from_utf8_lossy(&whole).replacen("backup 1", "backup 2", 1).into_bytes();
    let epoch = folder.epoch();
    for damaged in [&whole[..whole.len() / 2], &whole[..whole.len() - 70], &flipped, &unknown, &[]]
    {
        std::fs::write(&file, damaged).unwrap();
        let refused = restore(pool, &file, &config(&folder, None, false)).await.unwrap_err();
        assert!(matches!(refused, BackupError::Archive(_)), "{refused}");
    }
    assert_eq!(folder.epoch(), epoch);
    std::fs::write(&file, &whole).unwrap();
    sqlx::query(
        "delete from _sqlx_migrations where version = (select max(version) from _sqlx_migrations)",
    )
    .execute(pool)
    .await
    .unwrap();
    let newer = restore(pool, &file, &config(&folder, None, false)).await.unwrap_err();
    assert!(matches!(newer, BackupError::Newer), "{newer}");
    assert!(village.count("select count(*) from member").await > 0);
}

#[sqlx::test]
async fn the_word_of_before_a_restoration_is_not_taken_again(pool: PgPool) {
    let folder = Folder::new();
    let shared = |epoch| config(&folder, Some(epoch), true);
    claim(&pool, &shared("year-one")).await.unwrap();
    let file = folder.0.join("backup");
    back_up(&pool, &file).await.unwrap();
    // the backup has never heard of this one
    claim(&pool, &shared("year-two")).await.unwrap();
    // nor has another machine, that it is put on
    sqlx::raw_sql("delete from epoch where number = 2").execute(&pool).await.unwrap();
    let word = restore(&pool, &file, &shared("year-two")).await.unwrap();
    for over in ["year-one", "year-two"] {
        claim(&pool, &shared(over)).await.unwrap_err();
    }
    assert_eq!(claim(&pool, &shared(&word)).await.unwrap(), word);
}

#[sqlx::test]
async fn a_backup_is_of_one_moment_though_phones_go_on(pool: PgPool) {
    let (village, folder) = (Village::new(pool).await, Folder::new());
    let pool = village.pool();
    let mut chen = village.phone(CHEN).await;
    let first = [chen.raise("一")];
    assert_eq!(chen.push(&first).await, "ok\n");
    // records are copied before clients, and these before changes: what is written in between must be in neither, or it would be
    // taken for done when it is offered again
    let mut other = outsider(pool).await;
    let mut tx = other.begin().await.unwrap();
    sqlx::raw_sql("lock table client in access exclusive mode").execute(&mut *tx).await.unwrap();
    let file = folder.0.join("backup");
    let (done, ()) = tokio::join!(back_up(pool, &file), async {
        waits(pool, "copy client").await;
        let late = "insert into change select gen_random_uuid(), client, 2, person, device, now(), record, act, outcome
                    from change";
        sqlx::raw_sql(late).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    });
    done.unwrap();
    assert_eq!(village.count("select count(*) from change").await, 2);
    restore(pool, &file, &config(&folder, None, false)).await.unwrap();
    assert_eq!(village.count("select count(*) from change").await, 1);
}
