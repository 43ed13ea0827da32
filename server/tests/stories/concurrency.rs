//! Transactions that meet: each is begun anew as a whole, and not for ever.

use std::sync::atomic::Ordering;
use std::time::Duration;

use domain::sync::{Cursor, PROTO, Pull};
use domain::{Id, Role, Scope, Sorted};
use serde_json::json;
use server::accounts::member;
use server::sync::pull::{self, Room};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgConnection, PgPool};
use tokio::time::{sleep, timeout};

use crate::phone::Phone;
use crate::village::{CHEN, GUAO, REGION, SHANGFENG, Village};

const V: Scope = Scope::Village(SHANGFENG);
const LONG: Duration = Duration::from_secs(20);

/// Somebody else on the database, outside of the server.
pub(crate) async fn outsider(pool: &PgPool) -> PgConnection {
    PgConnection::connect_with(&pool.connect_options()).await.unwrap()
}

/// Waits until a statement that begins so waits for a lock.
pub(crate) async fn waits(pool: &PgPool, statement: &str) {
    let waiting = "select exists (select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like $1 || '%')";
    let look = async {
        loop {
            let found: bool =
                sqlx::query_scalar(waiting).bind(statement).fetch_one(pool).await.unwrap();
            if found {
                return;
            }
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(LONG, look).await.unwrap_or_else(|_| panic!("nobody waits in: {statement}"));
}

#[sqlx::test]
async fn a_push_that_meets_another_head_on_is_begun_anew(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut chen = village.phone(CHEN).await;
    let issue = chen.raise("井干了");
    let id = issue.id;
    assert_eq!(chen.push(&[issue]).await, "ok\n");
    let mut other = outsider(village.pool()).await;
    // the one whose patience ends first is stopped: that shall be the push
    sqlx::raw_sql("set deadlock_timeout = '20s'").execute(&mut other).await.unwrap();
    let mut tx = other.begin().await.unwrap();
    let counter = sqlx::query("update scope set ver = ver where id = $1");
    counter.bind(V.to_string()).execute(&mut *tx).await.unwrap();
    // two changes, so that half a transaction would show
    let sent = [chen.edit(id, "households", &json!(null), &json!(30)), chen.raise("还有一条")];
    let (answer, ()) = tokio::join!(chen.push(&sent), async {
        waits(village.pool(), "insert into scope").await;
        // the push holds the record, so this is answered only when the push was stopped
        let record = sqlx::query("select id from record where id = $1 for update");
        record.bind(id).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    });
    assert_eq!(answer, "ok\nok\n");
    assert_eq!(village.hall.retries.load(Ordering::Relaxed), 1);
    assert_eq!(village.count("select count(*) from change").await, 3);
    assert_eq!(village.ver(V).await, 2);
}

/// The first transactions that keep a change fail in this way. A sequence counts them, since it is not rolled back.
async fn fail(pool: &PgPool, times: u32, code: &str) {
    let trigger = format!(
        "create sequence fails;
         create function fail() returns trigger language plpgsql as $$ begin
           if nextval('fails') <= {times} then raise exception using errcode = '{code}'; end if;
           return null;
         end $$;
         create trigger fail after insert on change execute function fail()"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(trigger)).execute(pool).await.unwrap();
}

#[sqlx::test]
async fn what_could_not_be_serialized_is_written_once_when_it_goes_through(pool: PgPool) {
    let village = Village::new(pool).await;
    fail(village.pool(), 3, "40001").await;
    let mut chen = village.phone(CHEN).await;
    let sent = [chen.raise("一"), chen.raise(""), chen.raise("二")];
    assert_eq!(chen.push(&sent).await, "ok\nrefused: empty\nok\n");
    assert_eq!(village.count("select last_value from fails").await, 4);
    assert_eq!(village.ver(V).await, 1);
    assert_eq!(village.count("select issues::bigint from scope where id like 'v:%10'").await, 2);
    assert_eq!(village.count("select count(*) from audit where deed = 'accepted'").await, 2);
    assert_eq!(village.count("select count(*) from change").await, 3);
}

#[sqlx::test]
async fn a_push_that_never_goes_through_is_given_back_untouched(pool: PgPool) {
    let village = Village::new(pool).await;
    fail(village.pool(), 1_000, "40P01").await;
    let mut chen = village.phone(CHEN).await;
    let sent = [chen.raise("一")];
    assert_eq!(chen.push(&sent).await, "503 busy");
    assert_eq!(village.count("select last_value from fails").await, 6);
    assert_eq!(village.count("select count(*) from change").await, 0);
    sqlx::raw_sql("drop trigger fail on change").execute(village.pool()).await.unwrap();
    assert_eq!(chen.push(&sent).await, "ok\n");
}

#[sqlx::test]
async fn another_failure_is_not_tried_again(pool: PgPool) {
    let village = Village::new(pool).await;
    fail(village.pool(), 1, "57014").await;
    let mut chen = village.phone(CHEN).await;
    let sent = [chen.raise("一")];
    assert_eq!(chen.push(&sent).await, "500 trouble");
    assert_eq!(village.count("select last_value from fails").await, 1);
}

#[sqlx::test]
async fn a_pull_tells_one_moment_though_a_record_moves_meanwhile(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut chen = village.phone(CHEN).await;
    let draft = Scope::Draft(SHANGFENG);
    let (held, seen) = (chen.raise_in(draft, "先不说"), chen.raise("井干了"));
    let id = held.id;
    assert_eq!(chen.push(&[held, seen]).await, "ok\nok\n");
    let mut other = outsider(village.pool()).await;
    let mut tx = other.begin().await.unwrap();
    // the village is read before its drafts, and of the village what left it: there the reader is held up
    sqlx::raw_sql("lock table scope_left in access exclusive mode")
        .execute(&mut *tx)
        .await
        .unwrap();
    let asked = Pull {
        proto: PROTO,
        build: "test".into(),
        epoch: Some("epoch-one".into()),
        person: None,
        client: Id::nil(),
        cursors: Sorted::from_iter([(V, Cursor::whole(0))]),
    };
    let (reply, ()) =
        tokio::join!(pull::tell(&village.hall, CHEN, &asked, Room::default()), async {
            waits(village.pool(), "select id, rev from scope_left").await;
            for sql in [
                "update scope set ver = ver + 1 where id = any(array[$1, $2])",
                "update record set scope = $2, ver = 2, rev = rev + 1 where scope = $1",
            ] {
                let moved = sqlx::query(sql).bind(draft.to_string()).bind(V.to_string());
                moved.execute(&mut *tx).await.unwrap();
            }
            tx.commit().await.unwrap();
        });
    let reply = reply.unwrap();
    let told = |scope| reply.pages.iter().filter(move |page| page.scope == scope);
    let lies = |scope| {
        told(scope)
            .any(|page| page.rows.records(scope).unwrap().iter().any(|record| record.id == id))
    };
    assert!(lies(draft), "a record that is always there was told in no scope: {reply:?}");
    assert!(!lies(V));
    assert!(told(V).all(|page| page.to == Cursor::whole(1)));
}

/// Roles in two villages, for pushes that write in both.
async fn both_villages(village: &Village) {
    let mut tx = village.pool().begin().await.unwrap();
    for scope in member::scopes_of(Role::Recorder, GUAO, REGION) {
        member::grant(&mut tx, CHEN, Role::Recorder, scope).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Twelve pushes at once into two villages, in either order; how often one was begun anew.
async fn crowd(options: PgConnectOptions, prepare: &'static str) -> u64 {
    // whoever is stuck is to find out soon
    let options = options.options([("deadlock_timeout", "20ms")]);
    let pool = PgPoolOptions::new().max_connections(16).connect_with(options).await.unwrap();
    let village = Village::new(pool).await;
    both_villages(&village).await;
    // from the first counter to the second it takes a while
    let slow = "create function dawdle() returns trigger language plpgsql as
        'begin perform pg_sleep(0.01); return null; end';
      create trigger dawdle after update on scope for each row execute function dawdle()";
    sqlx::raw_sql(slow).execute(village.pool()).await.unwrap();
    sqlx::raw_sql(prepare).execute(village.pool()).await.unwrap();
    let phone = village.phone(CHEN).await;
    let pushes = (0..12).map(|turn| {
        let mut phone = Phone::new(village.app.clone(), CHEN, phone.cookie.clone());
        tokio::spawn(async move {
            let mut places = [V, Scope::Village(GUAO)];
            places.rotate_left(turn % 2);
            let sent = places.map(|place| phone.raise_in(place, "一件事"));
            phone.push(&sent).await
        })
    });
    for push in pushes.collect::<Vec<_>>() {
        let told = push.await.unwrap();
        assert!(told == "ok\nok\n" || told == "503 busy", "{told}");
    }
    village.hall.retries.load(Ordering::Relaxed)
}

#[sqlx::test]
async fn pushes_into_the_same_villages_wait_for_each_other_and_never_head_on(
    _: PgPoolOptions,
    options: PgConnectOptions,
) {
    assert_eq!(crowd(options, "").await, 0);
}

#[cfg(feature = "planted")]
#[sqlx::test]
async fn counters_locked_in_any_order_are_caught(_: PgPoolOptions, options: PgConnectOptions) {
    let anew = crowd(options, "create table planted as select 'unsorted' as defect").await;
    println!("begun anew {anew} times");
    assert!(anew > 0);
}
