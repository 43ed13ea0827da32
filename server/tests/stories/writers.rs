//! Sixteen writers whose commits are slow, and a reader who must not miss anything.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use domain::sync::{Cursor, PROTO, Pull};
use domain::{Id, Kind, Role, Scope, Sorted};
use server::accounts::member;
use server::sync::pull::{self, Room};
use server::{Hall, http};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::phone::{Phone, raise};
use crate::village::{CHEN, GUAO, REGION, SHANGFENG, Village};

const WRITERS: usize = 16;
const PUSHES: usize = 12;
const VILLAGES: [Id; 4] = [SHANGFENG, GUAO, Id::from_u128(0x12), Id::from_u128(0x13)];

/// Commits that take up to 40 ms, from the moment everything is written.
const SLOW: &str = "
    create function dawdle() returns trigger language plpgsql as
      'begin perform pg_sleep(random() * 0.04); return null; end';
    create constraint trigger dawdle after insert on change deferrable initially deferred
      for each row execute function dawdle()";

/// What a reader has heard, and how far it has read.
#[derive(Default)]
struct Reader {
    heard: BTreeSet<Id>,
    cursors: Sorted<Scope, Cursor>,
}

impl Reader {
    async fn pull(&mut self, hall: &Hall) {
        let (epoch, cursors) = (Some(hall.epoch.to_string()), self.cursors.clone());
        let (build, client) = ("test".to_owned(), Id::nil());
        let asked = Pull { proto: PROTO, build, epoch, person: None, client, cursors };
        let reply = pull::tell(hall, CHEN, &asked, Room::default()).await.unwrap();
        for page in reply.pages {
            let records = page.rows.records(page.scope).unwrap();
            let issues = records.iter().filter(|record| record.kind == Kind::Issue);
            self.heard.extend(issues.map(|record| record.id));
            self.cursors.insert(page.scope, page.to);
        }
    }
}

async fn write(mut phone: Phone, turn: usize, orderly: bool) -> Vec<Id> {
    let mut written = Vec::new();
    for push in 0..PUSHES {
        // now one village, now two at once, in whatever order
        let mut villages = [VILLAGES[(turn + push) % 4], VILLAGES[(turn * 3 + push * 5) % 4]];
        if orderly {
            villages.sort_unstable();
        }
        let changes: Vec<_> = villages
            .map(|village| {
                let act = raise(village, "一件事");
                phone.change(Kind::Issue, Id::now_v7(), Scope::Village(village), act)
            })
            .into();
        assert_eq!(phone.push(&changes).await, "ok\nok\n");
        written.extend(changes.iter().map(|change| change.id));
    }
    written
}

/// How many records were written, and how many of them the reader never heard of.
async fn read_along(
    options: PgConnectOptions,
    prepare: &'static str,
    orderly: bool,
) -> (usize, usize) {
    let pool = PgPoolOptions::new().max_connections(24).connect_with(options).await.unwrap();
    let village = Village::new(pool.clone()).await;
    let mut tx = pool.begin().await.unwrap();
    for place in VILLAGES {
        for scope in member::scopes_of(Role::Recorder, place, REGION) {
            member::grant(&mut tx, CHEN, Role::Recorder, scope).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    sqlx::raw_sql(SLOW).execute(&pool).await.unwrap();
    sqlx::raw_sql(prepare).execute(&pool).await.unwrap();
    let phone = village.phone(CHEN).await;
    let app = http::router(&village.hall, std::path::Path::new("/nowhere"), "http://localhost");
    let writers: Vec<_> = (0..WRITERS)
        .map(|turn| {
            let phone = Phone::new(app.clone(), CHEN, phone.cookie.clone());
            tokio::spawn(write(phone, turn, orderly))
        })
        .collect();
    let done = Arc::new(AtomicBool::new(false));
    let reading = tokio::spawn({
        let (hall, done) = (village.hall.clone(), Arc::clone(&done));
        async move {
            let mut reader = Reader::default();
            while !done.load(Ordering::Relaxed) {
                reader.pull(&hall).await;
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
            reader
        }
    });
    let mut written = BTreeSet::new();
    for writer in writers {
        written.extend(writer.await.unwrap());
    }
    done.store(true, Ordering::Relaxed);
    let mut reader = reading.await.unwrap();
    reader.pull(&village.hall).await;
    let missed = written.difference(&reader.heard).count();
    println!("{} written, {missed} missed", written.len());
    (written.len(), missed)
}

#[sqlx::test]
async fn a_reader_misses_nothing_of_what_sixteen_slow_writers_commit(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    assert_eq!(read_along(options, "", false).await, (WRITERS * PUSHES * 2, 0));
}

/// Versions from a sequence, as one would do it who does not know better: a scope is as far as the
/// highest version committed in it.
#[cfg(feature = "planted")]
const SEQUENCE: &str = "
    create table planted as select 'sequence' as defect;
    create sequence planted_ver start 1000;
    create function follow() returns trigger language plpgsql as $$ begin
      update scope set ver = greatest(scope.ver, record.ver) from record
      where record.id = new.record and scope.id = record.scope;
      return null;
    end $$;
    create constraint trigger follow after insert on change deferrable initially deferred
      for each row execute function follow()";

#[cfg(feature = "planted")]
#[sqlx::test]
async fn a_counter_that_nobody_waits_for_is_caught(_: PgPoolOptions, options: PgConnectOptions) {
    // in order, since the trigger locks scopes as the changes come
    let (written, missed) = read_along(options, SEQUENCE, true).await;
    assert_eq!(written, WRITERS * PUSHES * 2);
    assert!(missed > 0, "the reader would have to miss some, and did not");
}
