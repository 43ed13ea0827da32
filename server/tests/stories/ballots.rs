//! How something was done, said by one person without an account: a link is the right to that, until it is closed, and
//! to nothing else.

use axum::body::Body;
use axum::http::{Request, header};
use domain::session::seal;
use domain::{Act, FollowAct, Id, Kind, Scope};
use serde_json::json;
use sqlx::PgPool;

use crate::after::{told, undertaking};
use crate::evening::{Crew, V};
use crate::handset::Handset;
use crate::leaflet::{NASTY, encoded};
use crate::village::{Answer, CHEN, SHANGFENG, SHI};

pub(crate) const SECRET: &str = "kq7mzp4wxt9vbn3rhd6gfc2y";
const WATER: Id = Id::from_u128(0xb1);

/// A ballot for somebody, about an action; gives its record.
pub(crate) async fn handed(crew: &mut Crew, action: Id, name: &str, secret: &str) -> Id {
    let act = FollowAct::Ballot { action, name: name.into(), key: seal::digest_of(secret) };
    let draft = Scope::Draft(SHANGFENG);
    let change = crew.chen.change(Kind::Ballot, Id::now_v7(), draft, act.into());
    crew.writes(std::slice::from_ref(&change)).await;
    change.id
}

/// Something that is to be done, and a ballot for 施阿根; gives the action.
async fn asked(crew: &mut Crew) -> Id {
    let (_, _, advice) = crew.handed_over("用旧青石").await;
    let action = crew.undertakes(undertaking(Some(advice), &format!("石阶重砌{NASTY}"))).await;
    handed(crew, action, "施阿根", SECRET).await;
    action
}

/// The same, done by the department and checked.
pub(crate) async fn ready(crew: &mut Crew) -> Id {
    let action = asked(crew).await;
    let mut water = crew.department(WATER).await;
    crew.done(&mut water, action, "区水利局").await;
    action
}

fn read(answer: Answer) -> (Answer, String) {
    let text = String::from_utf8(answer.bytes.clone()).unwrap();
    (answer, text)
}

async fn get(crew: &Crew, secret: &str) -> (Answer, String) {
    let request = Request::get(format!("/rate/{secret}")).header("accept-encoding", "identity");
    read(crew.village.send(request.body(Body::empty()).unwrap()).await)
}

/// Sends the form, with headers such as a browser adds.
pub(crate) async fn post(
    crew: &Crew,
    secret: &str,
    body: &str,
    headers: &[(&str, &str)],
) -> (Answer, String) {
    let mut request = Request::post(format!("/rate/{secret}"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    read(crew.village.send(request.body(Body::from(body.to_owned())).unwrap()).await)
}

pub(crate) fn form(result: &str, words: &str) -> String {
    format!("lang=zh-CN&result={result}&heard=yes&words={}", encoded(words))
}

pub(crate) async fn ratings(crew: &Crew, action: Id) -> Vec<serde_json::Value> {
    let fields = crew.fields(action).await;
    fields.get("ratings").and_then(|all| all.as_array().cloned()).unwrap_or_default()
}

#[sqlx::test]
async fn somebody_without_an_account_rates_and_thinks_again(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let action = ready(&mut crew).await;
    let (answer, page) = get(&crew, SECRET).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert_eq!(answer.header("cache-control"), "no-store");
    for words in
        ["石阶重砌", "雨后不打滑", "做好了", "踩过了，不晃", "区水利局", "施阿根", "让我说上话了吗"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains(" checked>") && !page.contains("<script"), "{page}");
    let (answer, _) = post(&crew, SECRET, &form("basically", "扶手高了点"), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.header("referrer-policy")), (303, "no-referrer"));
    let all = ratings(&crew, action).await;
    assert_eq!(all.len(), 1);
    for (field, value) in [
        ("result", json!("basically")),
        ("heard", json!(true)),
        ("words", json!("扶手高了点")),
        ("name", json!("施阿根")),
        ("way", json!("link")),
    ] {
        assert_eq!(all[0][field], value);
    }
    let (_, page) = get(&crew, SECRET).await;
    assert!(
        page.contains("记下了，谢谢您")
            && page.contains("评的是：基本满意")
            && page.contains("改成这样")
    );
    // the same letter again changes nothing; another word counts instead of the first
    let rev = "select rev from record where kind = 'action' and fields ? 'criterion'";
    let before = crew.village.count(rev).await;
    assert_eq!(post(&crew, SECRET, &form("basically", " 扶手高了点\r\n"), &[]).await.0.status, 303);
    assert_eq!(crew.village.count(rev).await, before);
    assert_eq!(post(&crew, SECRET, &form("satisfied", ""), &[]).await.0.status, 303);
    let all = ratings(&crew, action).await;
    assert_eq!((all.len(), &all[0]["result"]), (1, &json!("satisfied")));
    let audited = "select count(*) from audit where deed = 'rated' and code is null";
    assert_eq!(crew.village.count(audited).await, 2);
    // it is closed by the word of somebody who has no account
    let mut chen = crew.village.phone(CHEN).await;
    crew.does(&mut chen, action, vec![told("王彩娣"), FollowAct::Close { how: None }]).await;
    let (_, page) = get(&crew, SECRET).await;
    assert!(
        page.contains("已经办结") && page.contains("满意") && !page.contains("<form"),
        "{page}"
    );
    assert_eq!(post(&crew, SECRET, &form("not", "晚了"), &[]).await.0.status, 303);
    assert_eq!(ratings(&crew, action).await, all);
}

#[sqlx::test]
async fn whoever_is_not_satisfied_has_it_done_again_and_the_village_hears(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let action = ready(&mut crew).await;
    let mut phone = Handset::new(&crew.village.app, SHI, &crew.shi.cookie);
    phone.catch_up().await;
    let before = crew.village.ver(V).await;
    // without a word for it, it is asked for at the field, and what was chosen stays
    let (answer, page) = post(&crew, SECRET, &form("not", " \u{200B}\n"), &[]).await;
    assert_eq!(answer.status, 422);
    assert!(page.contains("差在哪里") && page.contains("value=\"not\" required checked"), "{page}");
    assert!(page.contains("value=\"yes\" checked"), "{page}");
    assert_eq!(crew.village.ver(V).await, before);
    assert_eq!(post(&crew, SECRET, &form("not", "第三级还是晃。"), &[]).await.0.status, 303);
    assert_eq!(crew.fields(action).await["state"], json!("redo"));
    assert_eq!(crew.village.ver(V).await, before + 1);
    phone.catch_up().await;
    let heard = &phone.replica.view()[&action];
    assert_eq!(heard.text("state"), Some("redo"));
    assert_eq!(
        heard.fields["trail"].as_array().unwrap().last().unwrap()["why"],
        json!("第三级还是晃。")
    );
    let (_, page) = get(&crew, SECRET).await;
    assert!(
        page.contains("这件事重办") && page.contains("第三级还是晃。") && !page.contains("<form")
    );
    // done anew, it is rated anew, and what was said first stays
    let mut water = crew.department(WATER).await;
    let acts = vec![FollowAct::Accept, FollowAct::Finish { words: "重砌了第三级".into() }];
    crew.does(&mut water, action, acts).await;
    let mut chen = crew.village.phone(CHEN).await;
    crew.does(&mut chen, action, vec![FollowAct::Check { ok: true, words: None }]).await;
    let (_, page) = get(&crew, SECRET).await;
    assert!(
        page.contains("评的是：不满意")
            && page.contains("就这样评")
            && page.contains("重砌了第三级")
    );
    assert_eq!(post(&crew, SECRET, &form("satisfied", "稳了"), &[]).await.0.status, 303);
    let rounds: Vec<_> =
        ratings(&crew, action).await.iter().map(|r| r.get("round").cloned()).collect();
    assert_eq!(rounds, [Some(json!(0)), Some(json!(1))]);
}

#[sqlx::test]
async fn what_cannot_be_taken_is_told_at_its_field_and_not_lost(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let action = ready(&mut crew).await;
    let long = format!("{NASTY}{}", "长".repeat(2_000));
    for (body, status, says) in [
        (form("", "有话"), 422, "先选一个"),
        (form("great", "有话"), 422, "先选一个"),
        ("lang=zh-CN".into(), 422, "先选一个"),
        (form("not", ""), 422, "差在哪里？写一句"),
        (form("satisfied", &long), 422, "太长了"),
        (form("satisfied", &"长".repeat(4_000)), 413, "too_large"),
    ] {
        let (answer, page) = post(&crew, SECRET, &body, &[]).await;
        assert_eq!(answer.status, status, "{page}");
        assert!(page.contains(says), "{page}");
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("style="));
        assert!(!body.contains("%E6%9C%89%E8%AF%9D") || page.contains("有话"), "{page}");
    }
    assert!(ratings(&crew, action).await.is_empty());
    post(&crew, SECRET, &form("satisfied", NASTY), &[]).await;
    let (_, page) = get(&crew, SECRET).await;
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script") && !page.contains("<img"));
    assert_eq!(page.matches("</textarea>").count(), 1);
}

#[sqlx::test]
async fn whoever_did_it_does_not_rate_it_by_a_link_either(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let action = asked(&mut crew).await;
    let person =
        domain::place::Person { name: "沈科".into(), ..domain::place::Person::default() };
    let mut li = crew.village.phone(crate::village::LI).await;
    let region = Scope::Region(crate::village::REGION);
    let shen = li.change(Kind::Person, WATER, region, Act::Introduce(person));
    assert_eq!(li.push(&[shen]).await, "ok\n");
    let (by_name, by_owner) = ("a".repeat(24), "b".repeat(24));
    handed(&mut crew, action, "沈科", &by_name).await;
    handed(&mut crew, action, "水利局", &by_owner).await;
    let mut water = crew.department(WATER).await;
    crew.done(&mut water, action, "区水利局").await;
    for secret in [by_name, by_owner] {
        let (answer, page) = get(&crew, &secret).await;
        assert_eq!(answer.status, 200);
        assert!(page.contains("办事的人不评自己办的事") && !page.contains("<form"), "{page}");
        assert_eq!(post(&crew, &secret, &form("satisfied", ""), &[]).await.0.status, 303);
    }
    assert!(ratings(&crew, action).await.is_empty());
}

#[sqlx::test]
async fn before_it_is_done_there_is_nothing_to_say(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let action = asked(&mut crew).await;
    let (_, page) = get(&crew, SECRET).await;
    assert!(
        page.contains("还没到评的时候") && page.contains("石阶重砌") && !page.contains("<form")
    );
    assert_eq!(post(&crew, SECRET, &form("satisfied", ""), &[]).await.0.status, 303);
    assert!(ratings(&crew, action).await.is_empty());
}

#[sqlx::test]
async fn whoever_guesses_learns_nothing_and_a_link_taken_back_is_none(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let action = ready(&mut crew).await;
    let key = seal::digest_of(SECRET);
    for secret in [&SECRET.to_uppercase(), &key, &SECRET[1..], "x", "..%2F..%2Fetc"] {
        let (answer, page) = get(&crew, secret).await;
        assert_eq!(answer.status, 404, "{secret}");
        assert!(!page.contains("石阶") && !page.contains("施阿根"), "{page}");
        assert_eq!(post(&crew, secret, &form("satisfied", ""), &[]).await.0.status, 404);
    }
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site"), ("origin", "https://evil.bandeng.example")],
        &[("origin", "https://evil.example")],
    ] {
        let (answer, _) = post(&crew, SECRET, &form("not", "坏话"), headers).await;
        assert_eq!(answer.told(), "403 foreign_page");
    }
    let again = "d".repeat(24);
    let ballot = handed(&mut crew, action, "施阿根", &again).await;
    assert_eq!(get(&crew, &again).await.0.status, 200);
    let back = crew.chen.change(Kind::Ballot, ballot, Scope::Draft(SHANGFENG), Act::Withdraw);
    crew.writes(&[back]).await;
    assert_eq!(get(&crew, &again).await.0.status, 404);
    assert!(ratings(&crew, action).await.is_empty());
    for n in 0..60 {
        get(&crew, &format!("abcdefghijkmnpqrst{n:02}")).await;
    }
    let (answer, page) = get(&crew, SECRET).await;
    assert_eq!(answer.status, 429);
    assert!(page.contains("歇一分钟"));
}
