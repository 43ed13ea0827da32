//! The sample village.

use domain::Standing;
use server::demo;
use sqlx::PgPool;

use crate::verify::page;
use crate::village::Village;

#[sqlx::test]
async fn the_sample_village_is_seeded_once(pool: PgPool) {
    let village = Village::new(pool).await;
    assert!(demo::seed(&village.hall).await.unwrap());
    let vers = "select sum(ver)::bigint from scope";
    let before = village.count(vers).await;
    assert!(!demo::seed(&village.hall).await.unwrap());
    assert_eq!(village.count(vers).await, before);
    assert_eq!(village.count("select count(*) from record where kind = 'issue'").await, 25);
    assert_eq!(village.count("select count(*) from record where kind = 'letter'").await, 3);
    assert_eq!(village.count("select count(*) from record where kind = 'place'").await, 13);
    let numbers = "select max((fields->>'number')::bigint) from record where kind = 'issue'";
    assert_eq!(village.count(numbers).await, 24);
}

#[sqlx::test]
async fn the_sample_shows_most_of_the_way_an_issue_can_go(pool: PgPool) {
    let village = Village::new(pool).await;
    demo::seed(&village.hall).await.unwrap();
    let found: Vec<String> =
        sqlx::query_scalar("select distinct fields->>'standing' from record where kind = 'issue'")
            .fetch_all(village.pool())
            .await
            .unwrap();
    let missing: Vec<_> =
        Standing::ALL.into_iter().filter(|s| !found.iter().any(|f| f == s.as_str())).collect();
    assert_eq!(missing, [Standing::Declined]);
}

#[sqlx::test]
async fn a_start_says_where_to_open_it_and_by_which_links(pool: PgPool) {
    let village = Village::new(pool).await;
    demo::seed(&village.hall).await.unwrap();
    let told = demo::welcome(&village.hall, "http://localhost:8080").await.unwrap();
    assert!(told.contains("http://localhost:8080/app/\n"));
    for name in ["陈素琴", "施建林", "王彩娣", "吴国梁", "胡尚云", "李远航"] {
        assert!(told.contains(name));
    }
    let codes: Vec<_> = told.lines().filter_map(|line| line.split_once("welcome#")).collect();
    assert_eq!(codes.len(), 6);
    let body = format!(r#"{{"code":"{}"}}"#, codes[0].1);
    let redeemed = village.post("/api/v1/invites/redeem", "", body).await;
    assert_eq!(redeemed.told(), "200");
}

#[sqlx::test]
async fn the_sample_has_an_evening_that_is_sealed_and_one_that_is_to_come(pool: PgPool) {
    let village = Village::new(pool).await;
    demo::seed(&village.hall).await.unwrap();
    let stages: Vec<String> = sqlx::query_scalar(
        "select fields->>'stage' from record where kind = 'session' order by fields->>'on'",
    )
    .fetch_all(village.pool())
    .await
    .unwrap();
    assert_eq!(stages, ["closed", "sealed", "ready"]);
    let present = "select count(*) from record where kind = 'seat' and fields->>'present' = 'true'";
    assert_eq!(village.count(present).await, 25 + 16);
    let code: String = sqlx::query_scalar("select code from seal order by number desc limit 1")
        .fetch_one(village.pool())
        .await
        .unwrap();
    for (lang, words) in [("zh-CN", "先修三处错车道，不拓宽整条路。"), ("en", "What was agreed")]
    {
        let (status, told) = page(&village, &format!("/s/{code}?lang={lang}")).await;
        assert_eq!(status, 200);
        assert!(told.contains(words) && told.contains("方其正") && !told.contains("王彩娣"));
        let (_, told) = page(&village, &format!("/verify/{code}?lang={lang}")).await;
        assert!(told.contains("note go"), "{told}");
    }
    let (_, board) = page(&village, "/").await;
    assert_eq!(board.matches(&format!("href=\"/s/{code}\"")).count(), 4);
    let told = server::sync::chain::report(village.pool(), Some("上枫村")).await.unwrap();
    assert_eq!(told, (vec!["上枫村: 2 sealed, all as they were pressed".to_owned()], true));
}

#[sqlx::test]
async fn the_sample_shows_whose_advice_it_was_and_what_became_of_it(pool: PgPool) {
    let village = Village::new(pool).await;
    demo::seed(&village.hall).await.unwrap();
    let voiceless = "select count(*) from record where kind = 'advice'
                     and fields->'voice'->>'name' is null";
    assert_eq!(village.count(voiceless).await, 0);
    // what was advised by the washing steps lies with the village since it was handed over
    let with_village = "select count(*) from record where kind = 'advice' and scope like 'v:%'";
    assert_eq!(village.count(with_village).await, 3);
    let in_session = "select count(*) from record where kind = 'advice' and scope like 's:%'";
    assert_eq!(village.count(in_session).await, 10);
    let states: Vec<String> = sqlx::query_scalar(
        "select distinct coalesce(fields->>'state', 'claimed') from record
         where kind = 'action' order by 1",
    )
    .fetch_all(village.pool())
    .await
    .unwrap();
    assert_eq!(states, ["acting", "checked", "claimed", "closed"]);
    // two of the autumn still wait to be told
    let rows = "select count(*) from record where kind = 'advice' and fields ? 'verdict'
                and not fields ? 'echoes'";
    assert_eq!(village.count(rows).await, 2);
}
