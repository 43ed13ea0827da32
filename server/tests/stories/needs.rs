//! What lacks somebody who knows, told to the office of the region alone; and that none of it reads all records.

use domain::matching::{Needs, Suggestions};
use domain::{Act, DAY, Id, Kind, Scope};
use server::sync::now;
use sqlx::PgPool;

use crate::directory::Desk;
use crate::village::{CHEN, REGION, SHANGFENG, SHI};

#[sqlx::test]
async fn what_lacks_somebody_who_knows_is_told_with_whom_to_ask(pool: PgPool) {
    let mut desk = Desk::whole(pool).await;
    let bamboo = desk.raises("毛竹卖不掉", "竹山没人收。", "economy", "上枫村").await;
    let sewage = desk.raises("污水管接户", "三户倒灌。", "living", "竹口村").await;
    let opera = desk.raises("戏台没人唱", "请人教婺剧。", "customs", "古岙村").await;
    let settled = desk.raises("村口垃圾", "清运晚了。", "living", "上枫村").await;
    let settle = desk.li.change(
        Kind::Issue,
        settled,
        Scope::Village(SHANGFENG),
        Act::Settle { how: "当天运走".into() },
    );
    desk.writes(&[settle]).await;
    // one has an evening with somebody who fits, one with somebody who does not
    desk.plans(vec![opera], None, &["俞秀英"]).await;
    let (evening, _) = desk.plans(vec![sewage], Some(now() + 3 * DAY), &["田耕"]).await;
    let told: Needs = desk.asks("needs").await;
    let all: Vec<(Id, Kind, Option<&str>)> = told
        .needs
        .iter()
        .map(|need| (need.about, need.kind.clone(), need.best.as_ref().map(|best| &*best.name)))
        .collect();
    let expected =
        [(evening, Kind::Session, Some("沈佩文")), (bamboo, Kind::Issue, Some("杨院士团队"))];
    assert_eq!(all, expected);
    assert_eq!((told.needs[1].village, told.more), (SHANGFENG, 0));
    // who is looked for among several is found as if it were asked for alone, also where somebody knows of each
    let both = "update record set fields = jsonb_set(fields, '{knows}', fields->'knows' || (
        select fields->'knows' from record where id = $1)) where id = $2";
    let [one, other] = ["沈佩文", "杨院士团队"].map(|name| desk.people[name]);
    sqlx::query(both).bind(one).bind(other).execute(desk.village.pool()).await.unwrap();
    let told: Needs = desk.asks("needs").await;
    assert_eq!(told.needs.len(), 2);
    for need in &told.needs {
        let word = if need.kind == Kind::Session { "session" } else { "issue" };
        let alone: Suggestions = desk.asks(&format!("matches?{word}={}", need.about)).await;
        assert_eq!(alone.people.first(), need.best.as_ref());
    }
    // somebody whom the directory does not know sits as an expert: that is for whoever asked them to judge
    desk.plans(vec![bamboo], None, &["谁也不认识的老张"]).await;
    let told: Needs = desk.asks("needs").await;
    assert_eq!(told.needs.iter().map(|need| need.about).collect::<Vec<_>>(), [evening]);
}

#[sqlx::test]
async fn another_regions_experts_and_villages_are_never_told(pool: PgPool) {
    let mut desk = Desk::whole(pool).await;
    let issue = desk.raises("毛竹卖不掉", "竹山没人收。", "economy", "上枫村").await;
    let here = desk.names(issue).await;
    assert!(here.contains(&"余林工".to_owned()));
    let elsewhere = Id::from_u128(0x99);
    let moved = "with drawn as (insert into scope (id, ver) values ('g:' || $1, 1) returning id)
                 update record set scope = drawn.id from drawn where record.id = $2";
    sqlx::query(moved)
        .bind(elsewhere.to_string())
        .bind(desk.people["余林工"])
        .execute(desk.village.pool())
        .await
        .unwrap();
    assert!(!desk.names(issue).await.contains(&"余林工".to_owned()));
    // nor is what lies in a village of another region answered for
    let away = "update record set scope = 'v:00000000-0000-0000-0000-0000000000ff' where id = $1";
    sqlx::query("insert into scope (id) values ('v:00000000-0000-0000-0000-0000000000ff')")
        .execute(desk.village.pool())
        .await
        .unwrap();
    sqlx::query(away).bind(issue).execute(desk.village.pool()).await.unwrap();
    let path = |region: Id, what: &str| format!("/api/v1/district/{region}/{what}");
    let asked = format!("matches?issue={issue}");
    for (region, what, status) in [
        (REGION, &*asked, 404),
        (REGION, "matches", 400),
        (elsewhere, &*asked, 403),
        (elsewhere, "needs", 403),
        (elsewhere, "asked", 403),
    ] {
        assert_eq!(desk.li.get(&path(region, what)).await.status, status, "{what}");
    }
    let needs: Needs = desk.asks("needs").await;
    assert!(needs.needs.is_empty());
}

#[sqlx::test]
async fn a_secretary_is_told_who_could_help_with_what_is_of_the_own_village(pool: PgPool) {
    let mut desk = Desk::whole(pool).await;
    let mine = desk.raises("毛竹卖不掉", "竹山没人收。", "economy", "上枫村").await;
    let theirs = desk.raises("戏台没人唱", "请人教婺剧。", "customs", "古岙村").await;
    let (shi, chen) = (desk.village.phone(SHI).await, desk.village.phone(CHEN).await);
    let of = |issue: Id| format!("/api/v1/district/{REGION}/matches?issue={issue}");
    let told = shi.get(&of(mine)).await;
    assert_eq!(told.status, 200, "{}", told.body);
    assert_eq!(told.body, desk.li.get(&of(mine)).await.body);
    assert_eq!(shi.get(&of(theirs)).await.status, 404);
    // what lacks somebody stays the office's to look through, and a recorder asks neither
    assert_eq!(shi.get(&format!("/api/v1/district/{REGION}/needs")).await.status, 403);
    assert_eq!(chen.get(&of(mine)).await.status, 403);
}

/// The statements, each with the types of what is bound to it.
pub(crate) const PLANS: [(&str, &str, &str); 3] = [
    (
        "search",
        "text, text[], jsonb, text, bigint, text[]",
        concat!(
            include_str!("../../src/office/matching/sat.sql"),
            include_str!("../../src/office/matching/search.sql")
        ),
    ),
    (
        "asked",
        "text, text[], bigint",
        concat!(
            include_str!("../../src/office/matching/sat.sql"),
            include_str!("../../src/office/matching/asked.sql")
        ),
    ),
    ("open", "text[], text[], text[]", include_str!("../../src/office/matching/open.sql")),
];

/// What is bound to each, as SQL says it.
const BOUND: [&str; 3] = [
    "'g:00000000-0000-0000-0000-000000000001', '{v:00000000-0000-0000-0000-000000000010}',
     '[{\"about\": \"00000000-0000-0000-0000-000000000020\", \"words\": \"毛竹卖不掉\",
       \"village\": \"00000000-0000-0000-0000-000000000010\", \"categories\": [\"economy\"],
       \"wanted\": [{\"worth\": 6, \"names\": [\"forestry\", \"毛竹\"], \"said\": true}]}]', '我们', 0, '{planned}'",
    "'g:00000000-0000-0000-0000-000000000001', '{v:00000000-0000-0000-0000-000000000010}', 0",
    "'{v:00000000-0000-0000-0000-000000000010}', '{planned,noticed}', '{triaged,posted}'",
];

/// More than any district has: three thousand who know something, two hundred villages, twenty thousand issues.
const CROWD: &str = "
    insert into scope (id, ver) select 'v:' || lpad(to_hex(v), 8, '0') || '-0000-0000-0000-000000000099', 1
      from generate_series(1, 200) v;
    insert into scope (id, ver) values ('s:00000000-0000-0000-0000-0000000000aa', 1);
    insert into record (scope, ver, kind, id, rev, at, fields)
      select 'g:00000000-0000-0000-0000-000000000001', 1, 'person',
        gen_random_uuid(), 1, n, jsonb_build_object('name', '第' || n, 'knows',
          jsonb_build_array((array['forestry', 'roads', 'law', 'care'])[n % 4 + 1], '本领' || n), 'past', '做过' || n)
      from generate_series(1, 3000) n;
    insert into record (scope, ver, kind, id, rev, at, fields)
      select 'v:' || lpad(to_hex(n % 200 + 1), 8, '0') || '-0000-0000-0000-000000000099', 1, 'issue',
        gen_random_uuid(), 1, n, jsonb_build_object('title', '第' || n, 'category', 'economy', 'standing',
          (array['closed', 'closed', 'closed', 'consulted', 'triaged'])[n % 5 + 1])
      from generate_series(1, 20000) n;
    insert into record (scope, ver, kind, id, rev, at, fields)
      select 'v:' || lpad(to_hex(n % 200 + 1), 8, '0') || '-0000-0000-0000-000000000099', 1, 'session',
        gen_random_uuid(), 1, n, jsonb_build_object('title', '第' || n, 'stage',
          (array['closed', 'sealed', 'planned'])[n % 3 + 1], 'issues', jsonb_build_array(gen_random_uuid()))
      from generate_series(1, 3000) n;
    insert into record (scope, ver, kind, id, rev, at, fields)
      select 's:00000000-0000-0000-0000-0000000000aa', 1, 'seat', gen_random_uuid(), 1, n,
        jsonb_build_object('person', gen_random_uuid(), 'role', 'expert')
      from generate_series(1, 6000) n;
    insert into record (scope, ver, kind, id, rev, at, fields)
      select 's:00000000-0000-0000-0000-0000000000aa', 1, 'brief', gen_random_uuid(), 1, n,
        jsonb_build_object('seat', gen_random_uuid(), 'key', n)
      from generate_series(1, 2000) n;
    analyze record";

#[sqlx::test]
async fn who_fits_is_found_by_indexes_however_many_records_there_are(pool: PgPool) {
    let desk = Desk::whole(pool).await;
    let mut db = desk.village.pool().acquire().await.unwrap();
    sqlx::raw_sql(CROWD).execute(&mut *db).await.unwrap();
    for ((name, types, statement), bound) in PLANS.into_iter().zip(BOUND) {
        let prepare = format!("prepare {name} ({types}) as {statement}");
        sqlx::raw_sql(sqlx::AssertSqlSafe(prepare)).execute(&mut *db).await.unwrap();
        let explain = format!("explain execute {name} ({bound})");
        let plan: Vec<String> = sqlx::raw_sql(sqlx::AssertSqlSafe(explain))
            .fetch_all(&mut *db)
            .await
            .unwrap()
            .iter()
            .map(|row| sqlx::Row::get(row, 0))
            .collect();
        let plan = plan.join("\n");
        assert!(!plan.contains("Seq Scan on record"), "{name}:\n{plan}");
        // of few villages the seats are looked up by their sessions, of many by whose they are
        let own: &[&str] = match name {
            "search" => &["expert_by_terms"],
            "asked" => &["seat_of_person", "seat_of_session"],
            _ => &["issue_by_standing"],
        };
        assert!(
            own.iter().any(|own| plan.contains(own)),
            "{name} goes by none of {own:?}:\n{plan}"
        );
    }
}
