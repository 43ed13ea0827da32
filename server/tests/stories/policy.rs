//! `/policy`: the server answers for itself, from its own database, and says so when something is there that should not be.

use server::demo;
use sqlx::PgPool;

use crate::leaflet::open;
use crate::village::Village;

async fn sample(pool: PgPool) -> Village {
    let village = Village::bare(pool).await;
    demo::seed(&village.hall).await.unwrap();
    village
}

#[sqlx::test]
async fn the_server_looks_through_its_own_database_and_says_what_it_found(pool: PgPool) {
    let village = sample(pool).await;
    let page = open(&village, "/policy").await;
    assert_eq!(page.status, 200);
    let count = async |sql: &'static str| -> i64 {
        sqlx::query_scalar(sql).fetch_one(village.pool()).await.unwrap()
    };
    let sat = count("select count(*) from record where kind = 'seat' and not gone and fields->'present' = 'true'").await;
    let without = count(
        "select count(*) from record seat where kind = 'seat' and not gone and fields->'present' = 'true'
           and coalesce(fields->>'person', '') not in (select person::text from account)",
    )
    .await;
    let issues = count("select count(*) from record where kind = 'issue' and not gone").await;
    let doors =
        count("select count(*) from record where kind = 'issue' and not gone and fields ? 'door'")
            .await;
    assert!(
        sat > without && without > 0 && issues > doors && doors > 0,
        "{sat} {without} {issues} {doors}"
    );
    page.has(&[
        &format!("坐过板凳的 {sat} 人次里，{without} 人次没有账号。"),
        &format!("{issues} 件议题里，{doors} 件是没有账号的人扫码提的。"),
        "没有一个是记这些的",
        "近 90 天用得太少",
    ])
    .hasnt(&["class=\"sm err\""]);
}

#[sqlx::test]
async fn what_should_not_be_kept_is_said_aloud(pool: PgPool) {
    let village = sample(pool).await;
    let planted = "update record set fields = fields || '{\"rank\": 3}' where id =
                     (select id from record where kind = 'place' order by id limit 1)";
    sqlx::query(planted).execute(village.pool()).await.unwrap();
    sqlx::query("alter table device add column gps_at text").execute(village.pool()).await.unwrap();
    let page = open(&village, "/policy?lang=en").await;
    page.has(&["This should not be there: device.gps_at, place.rank."]);
}

#[sqlx::test]
async fn what_tasks_cost_is_told_as_a_mean_of_five_or_more(pool: PgPool) {
    let village = sample(pool).await;
    let spend = async |spent: &'static str| {
        sqlx::query(spent).execute(village.pool()).await.unwrap();
    };
    spend("insert into burden (day, task, times, fields, seconds) values (current_date - 1, 'raise', 4, 30, 400)").await;
    // what was found is good for ten minutes: another server over the same database looks anew
    let other = Village::bare(village.pool().clone()).await;
    open(&other, "/policy").await.has(&["近 90 天用得太少"]);
    spend("delete from burden").await;
    spend("insert into burden (day, task, times, fields, seconds) values (current_date - 1, 'plan', 6, 24, 540)").await;
    open(&village, "/policy").await.has(&["一次填 4 格、用 90 秒（6 次平均）"]);
}
