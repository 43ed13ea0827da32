//! A link for calendars ends with the part that its maker had in the place.

use axum::body::Body;
use axum::http::Request;
use domain::Role;
use serde_json::json;
use sqlx::PgPool;

use crate::calendars::{made, open};
use crate::trust::{WITHDRAW, role, village};
use crate::village::{SHANGFENG, SHI};

#[sqlx::test]
async fn a_link_says_nothing_once_its_maker_has_no_part_in_the_place_and_is_still_theirs_to_take_back(
    pool: PgPool,
) {
    let (village, li) = village(pool).await;
    let shi = village.phone(SHI).await;
    let (id, path) = made(&shi, SHANGFENG, "zh-CN").await;
    let told = async || village.send(Request::get(&path).body(Body::empty()).unwrap()).await;
    assert_eq!(told().await.status.as_u16(), 200);
    assert_eq!(li.post(WITHDRAW, &role(SHI, Role::Secretary)).await.told(), "200");
    assert_eq!(told().await.status.as_u16(), 404);
    assert_eq!(open(&shi, SHANGFENG).await, [id]);
    let closed = shi.post("/api/v1/calendars/close", &json!({ "id": id })).await;
    assert_eq!(closed.told(), "200");
    assert_eq!(shi.get(&format!("/api/v1/calendars/{SHANGFENG}")).await.told(), "403 not_yours");
}
