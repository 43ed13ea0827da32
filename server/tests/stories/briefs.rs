//! One question for somebody who cannot come: its link is the right to answer once, and to nothing else.

use axum::body::Body;
use axum::http::{Request, header};
use domain::session::{Sort, seal};
use domain::{Act, DAY, Id, Kind, Role, SessionAct};
use serde_json::json;
use sqlx::PgPool;

use crate::evening::{Crew, Evening, V, seat};
use crate::leaflet::{NASTY, encoded};
use crate::village::{Answer, STRANGER};

const SECRET: &str = "kq7mzp4wxt9vbn3rhd6gfc2y";

/// An evening with a brief for an expert whom the directory does not know; gives the brief.
async fn asked(crew: &mut Crew, person: Option<Id>) -> (Evening, Id) {
    let issue = crew.chen.raise(&format!("三轮碰三轮，总要有一个倒回去。{NASTY}"));
    let (evening, mut changes) = crew.plan(&format!("620 米路{NASTY}"), vec![issue.id]);
    changes.insert(0, issue);
    let chen = &mut crew.chen;
    let expert = seat(&format!("方教授{NASTY}"), Role::Expert, person, None);
    let expert =
        domain::session::Seat { remote: true, label: Some(format!("大学{NASTY}")), ..expert };
    let expert = evening.begin(chen, SessionAct::Seat(expert));
    let key = seal::digest_of(SECRET);
    let question = format!("错车道放哪几处？{NASTY}");
    let brief = SessionAct::Brief { seat: expert.id, question, key };
    let brief = evening.begin(chen, brief);
    let id = brief.id;
    changes.extend([expert, brief]);
    for field in ["background", "facts"] {
        let to = json!(format!("全长 620 米。{NASTY}\n最窄 3 米。"));
        let act = Act::Edit { field: field.into(), from: json!(null), to };
        let papers = domain::session::papers_of(evening.id);
        changes.push(chen.change(Kind::Minutes, papers, evening.bench(), act));
    }
    for (value, of) in [("48 万元", "2024 年"), ("52 万元", "2025 年")] {
        let know = SessionAct::Know {
            name: format!("村集体收入{NASTY}"),
            value: format!("{value}{NASTY}"),
            of: Some(of.into()),
            source: Some(NASTY.into()),
        };
        changes.push(chen.change(Kind::Fact, Id::now_v7(), V, know.into()));
    }
    crew.writes(&changes).await;
    (evening, id)
}

async fn get(crew: &Crew, secret: &str) -> (Answer, String) {
    let request = Request::get(format!("/brief/{secret}")).header("accept-encoding", "identity");
    told(crew.village.send(request.body(Body::empty()).unwrap()).await)
}

fn told(answer: Answer) -> (Answer, String) {
    let text = String::from_utf8(answer.bytes.clone()).unwrap();
    (answer, text)
}

/// Sends the form, with headers such as a browser adds.
async fn post(crew: &Crew, secret: &str, body: &str, headers: &[(&str, &str)]) -> (Answer, String) {
    let mut request = Request::post(format!("/brief/{secret}"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    told(crew.village.send(request.body(Body::from(body.to_owned())).unwrap()).await)
}

fn form(words: &str, named: bool) -> String {
    format!("lang=zh-CN&answer={}{}", encoded(words), if named { "&named=yes" } else { "" })
}

#[sqlx::test]
async fn an_expert_reads_the_page_and_answers_once(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, brief) = asked(&mut crew, None).await;
    let before = crew.village.ver(evening.bench()).await;
    let (answer, page) = get(&crew, SECRET).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert_eq!(answer.header("cache-control"), "no-store");
    for words in
        ["错车道放哪几处？", "全长 620 米。", "52 万元", "三轮碰三轮", "方教授", "name=\"answer\""]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("name=\"named\"") && !page.contains("checked"));
    assert!(!page.contains("48 万元"), "what was known before is no longer so");
    let words = "设三处 20 米错车道。\n投资可省约一半。";
    let (answer, _) = post(&crew, SECRET, &form(words, true), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.header("referrer-policy")), (303, "no-referrer"));
    assert_eq!(answer.header("cache-control"), "no-store");
    let fields = crew.fields(brief).await;
    assert_eq!((&fields["answer"], &fields["named"]), (&json!(words), &json!(true)));
    assert_eq!(crew.village.ver(evening.bench()).await, before + 1);
    let (_, page) = get(&crew, SECRET).await;
    assert!(
        page.contains("您的答复收到了")
            && page.contains("会上会念")
            && page.contains("投资可省约一半")
    );
    assert!(!page.contains("<form"));
    // the same again, and another word through a link that was passed on: the first stands
    for words in [words, "我改主意了"] {
        assert_eq!(post(&crew, SECRET, &form(words, false), &[]).await.0.status, 303);
    }
    assert_eq!(crew.fields(brief).await, fields);
    let audited = "select count(*) from audit where deed = 'replied' and code is null";
    assert_eq!(crew.village.count(audited).await, 1);
    let refused = "select count(*) from audit where deed = 'replied' and code = 'already_there'";
    assert_eq!(crew.village.count(refused).await, 2);
    // the phones of the session hear it at the next contact
    let heard = crew.shi.pull().await;
    assert!(heard.contains("s brief"), "{heard}");
    let by: Option<Id> = sqlx::query_scalar("select by from record where id = $1")
        .bind(brief)
        .fetch_one(crew.village.pool())
        .await
        .unwrap();
    assert_eq!(by.map(|by| by.to_string()), fields["seat"].as_str().map(str::to_owned));
}

#[sqlx::test]
async fn two_answers_at_once_are_one(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, brief) = asked(&mut crew, Some(STRANGER)).await;
    let (one, other) = (form("一", false), form("二", false));
    let (first, second) =
        tokio::join!(post(&crew, SECRET, &one, &[]), post(&crew, SECRET, &other, &[]));
    assert_eq!((first.0.status.as_u16(), second.0.status.as_u16()), (303, 303));
    assert_eq!(crew.village.count("select rev from record where kind = 'brief'").await, 2);
    let by: Option<Id> = sqlx::query_scalar("select by from record where id = $1")
        .bind(brief)
        .fetch_one(crew.village.pool())
        .await
        .unwrap();
    assert_eq!(by, Some(STRANGER));
}

#[sqlx::test]
async fn nothing_that_anybody_wrote_becomes_part_of_the_page(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    asked(&mut crew, None).await;
    let safe = |page: &str| {
        assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
        assert!(page.matches("</textarea>").count() <= 1, "{page}");
        assert!(!page.contains("style="), "{page}");
    };
    safe(&get(&crew, SECRET).await.1);
    let long = format!("{NASTY}{}", "长".repeat(2_000));
    let (answer, page) = post(&crew, SECRET, &form(&long, false), &[]).await;
    assert_eq!(answer.status, 422);
    assert!(page.contains("太长了") && page.contains("&lt;script&gt;"));
    safe(&page);
    post(&crew, SECRET, &form(NASTY, false), &[]).await;
    safe(&get(&crew, SECRET).await.1);
}

#[sqlx::test]
async fn what_says_nothing_or_too_much_is_not_taken_and_not_lost(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, brief) = asked(&mut crew, None).await;
    for (body, status, says) in [
        (form("", false), 422, "还没写字"),
        (form(" \u{200B}\n", false), 422, "还没写字"),
        (form("有\0字", false), 422, "还没写字"),
        (form(&"长".repeat(2_001), false), 422, "太长了"),
        (form(&"长".repeat(4_000), false), 413, "too_large"),
        ("lang=zh-CN".into(), 422, "还没写字"),
    ] {
        let (answer, page) = post(&crew, SECRET, &body, &[]).await;
        assert_eq!(answer.status, status, "{page}");
        assert!(page.contains(says), "{page}");
    }
    let json = r#"{"answer":"x"}"#;
    let request =
        Request::post(format!("/brief/{SECRET}")).header("content-type", "application/json");
    let answer = crew.village.send(request.body(Body::from(json)).unwrap()).await;
    assert!(answer.status.is_client_error());
    assert_eq!(crew.fields(brief).await.get("answer"), None);
}

#[sqlx::test]
async fn a_form_of_another_site_is_not_taken(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, brief) = asked(&mut crew, None).await;
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site"), ("origin", "https://evil.bandeng.example")],
        &[("origin", "https://evil.example")],
    ] {
        let (answer, _) = post(&crew, SECRET, &form("坏话", false), headers).await;
        assert_eq!(answer.told(), "403 foreign_page");
    }
    assert_eq!(crew.fields(brief).await.get("answer"), None);
    // a browser that tells nobody where it comes from
    let own = [("sec-fetch-site", "same-origin"), ("origin", "null")];
    assert_eq!(post(&crew, SECRET, &form("好话", false), &own).await.0.status, 303);
    assert_eq!(crew.fields(brief).await["answer"], json!("好话"));
}

#[sqlx::test]
async fn whoever_guesses_learns_nothing_and_is_asked_to_wait(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    asked(&mut crew, None).await;
    let key = seal::digest_of(SECRET);
    let upper = SECRET.to_uppercase();
    for secret in
        [&upper, &key, &SECRET[1..], "x", "..%2F..%2Fetc", "%27%20or%201%3D1%20--%20aaaaaaaa"]
    {
        let (answer, page) = get(&crew, secret).await;
        assert_eq!(answer.status, 404, "{secret}");
        assert!(page.contains("这个地址下没有东西") || page.contains("no_such"), "{page}");
        assert!(!page.contains("620"), "{secret}");
        assert!(secret.len() < 5 || !page.contains(secret), "{secret}");
        let (answer, _) = post(&crew, secret, &form("一", false), &[]).await;
        assert_eq!(answer.status, 404);
    }
    for n in 0..60 {
        get(&crew, &format!("abcdefghijkmnpqrst{n:02}")).await;
    }
    let (answer, page) = get(&crew, SECRET).await;
    assert_eq!(answer.status, 429);
    assert!(page.contains("歇一分钟"));
}

#[sqlx::test]
async fn after_two_weeks_and_after_the_seal_there_is_somebody_to_ring(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, brief) = asked(&mut crew, None).await;
    let over = async |crew: &Crew| {
        let (answer, page) = get(crew, SECRET).await;
        assert_eq!(answer.status, 200);
        assert!(page.contains("过了答复的日子") && page.contains("请打电话给陈素琴"), "{page}");
        assert!(page.contains("全长 620 米。") && !page.contains("<form"));
        assert_eq!(post(crew, SECRET, &form("晚了", false), &[]).await.0.status, 303);
        assert_eq!(crew.fields(brief).await.get("answer"), None);
    };
    let age = |by: i64| {
        sqlx::query("update record set fields = jsonb_set(fields, '{asked_at}', to_jsonb((fields->>'asked_at')::bigint + $1)) where kind = 'brief'").bind(by)
    };
    let days = 14 * DAY;
    age(-days).execute(crew.village.pool()).await.unwrap();
    over(&crew).await;
    age(days).execute(crew.village.pool()).await.unwrap();
    assert!(get(&crew, SECRET).await.1.contains("<form"));
    crew.talks(evening, &[(Sort::Opinion, "灯杆装在转弯头。")]).await;
    crew.seal(evening).await;
    over(&crew).await;
}
