//! A calendar link for one town: what it follows, whose it is, where it is listed.

use axum::http::StatusCode;
use domain::place::Level::{District, Town};
use domain::{Act, Id, Kind, Scope, Stage};
use serde_json::json;
use sqlx::PgPool;

use crate::calendars::{line, made, open, told};
use crate::editions::founded;
use crate::evening::Crew;
use crate::village::{LI, REGION, SHANGFENG};

#[sqlx::test]
async fn a_town_follows_its_villages_alone_and_its_links_are_the_offices(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let mut li = crew.village.phone(LI).await;
    let [town, other] = [Id::from_u128(0x7001), Id::from_u128(0x7002)];
    let laid = [(REGION, "云溪区", District), (town, "石桥镇", Town), (other, "清溪镇", Town)];
    for (id, name, level) in laid {
        let name = name.to_owned();
        let place = domain::place::Place { name, level, ..domain::place::Place::default() };
        let change = li.change(Kind::Place, id, Scope::Region(REGION), Act::Found(place));
        assert_eq!(li.push(&[change]).await, "ok\n");
    }
    sqlx::query(
        "update record set fields = fields || jsonb_build_object('parent', $2) where id = $1",
    )
    .bind(SHANGFENG)
    .bind(town.to_string())
    .execute(crew.village.pool())
    .await
    .unwrap();
    let mine = crew.planned("上枫村的事").await;
    let noticed = mine.proceed(&mut crew.chen, Stage::Planned, Stage::Noticed);
    crew.writes(&[noticed]).await;
    let (link, path) = made(&li, town, "zh-CN").await;
    let told_ = told(&crew, &path).await;
    assert_eq!(line(&told_, "X-WR-CALNAME:"), Some("石桥镇 · 板凳会"));
    assert!(told_.contains("SUMMARY:上枫村的事\r\n"), "{told_}");
    let (elsewhere, path) = made(&li, other, "zh-CN").await;
    assert_eq!(line(&told(&crew, &path).await, "BEGIN:VEVENT"), None);
    // each town has its own and its villages', the district all of them
    let (of_chen, _) = made(&crew.chen, SHANGFENG, "zh-CN").await;
    assert_eq!(open(&li, town).await, [link, of_chen]);
    assert_eq!(open(&li, other).await, [elsewhere]);
    assert_eq!(open(&li, REGION).await, [link, elsewhere, of_chen]);
    // a village's cadre makes none for the town around it
    let ask = json!({ "lang": "zh-CN" });
    let answer = crew.chen.post(&format!("/api/v1/calendars/{town}"), &ask).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}
