//! Somebody without an account raises an issue: it is a lead that only cadres see, and a number to ask with.

use domain::place::{Level, Place};
use domain::triage::Triage;
use domain::{Act, Id, Kind, Scope};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::editions::{founded, weight};
use crate::evening::{Crew, V};
use crate::handset::Handset;
use crate::leaflet::{NASTY, Page, bomb, fill, open, parcel, sends};
use crate::village::{CHEN, GUAO, REGION, SHANGFENG, WANG};

pub(crate) const WORDS: &str = "村口的路灯坏了，晚上走不了。";
const GROUP: Id = Id::from_u128(0x24);

pub(crate) fn path() -> String {
    format!("/raise/{SHANGFENG}")
}

/// A village with a name and a fourth group.
pub(crate) async fn village(pool: PgPool) -> Crew {
    let crew = Crew::new(pool).await;
    founded(&crew).await;
    let mut li = crew.village.phone(crate::village::LI).await;
    let parent = Some(SHANGFENG);
    let group = Place { name: "四组".into(), level: Level::Group, parent, ..Place::default() };
    let change = li.change(Kind::Place, GROUP, Scope::Region(REGION), Act::Found(group));
    assert_eq!(li.push(&[change]).await, "ok\n");
    crew
}

pub(crate) async fn raises(
    crew: &Crew,
    boxes: &[(&str, &str)],
    photo: Option<(&str, &[u8])>,
) -> Page {
    let ticket = open(&crew.village, &path()).await.ticket();
    let boxes = [&[("lang", "zh-CN"), ("ticket", &ticket)], boxes].concat();
    sends(&crew.village, &path(), parcel(&boxes, photo), &[]).await
}

/// All leads that came by the door.
pub(crate) async fn leads(crew: &Crew) -> Vec<(Id, String, Value)> {
    sqlx::query_as(
        "select id, scope, fields from record where kind = 'issue' and fields ? 'door' order by at",
    )
    .fetch_all(crew.village.pool())
    .await
    .unwrap()
}

#[sqlx::test]
async fn a_villager_without_a_phone_of_ones_own_raises_an_issue_and_is_told_how_far_it_is(
    pool: PgPool,
) {
    let mut crew = village(pool).await;
    let form = open(&crew.village, &path()).await;
    assert_eq!((form.status, form.answer.header("cache-control")), (200, "no-store"));
    form.has(&["上枫村", "四组", "按话里的意思分", "不用登录"]).hasnt(&[]);
    let group = GROUP.to_string();
    let boxes = [("words", WORDS), ("name", "老周"), ("group", &*group)];
    let thanks = raises(&crew, &boxes, None).await;
    thanks.has(&["收到了，谢谢您", "抄下来或拍下来", "人居环境", "/ask"]).hasnt(&["老周"]);
    assert_eq!((thanks.status, thanks.answer.header("cache-control")), (200, "no-store"));
    let number = thanks.number();
    assert_eq!(number.len(), 9);
    let all = leads(&crew).await;
    let [(id, scope, fields)] = &all[..] else { panic!("{all:?}") };
    assert_eq!(*scope, Scope::Draft(SHANGFENG).to_string());
    for (field, value) in [
        ("words", json!(WORDS)),
        ("standing", json!("lead")),
        ("raised_by", json!(id)),
        ("category", json!("living")),
        ("group", json!(GROUP)),
    ] {
        assert_eq!(fields[field], value);
    }
    assert_eq!(fields["door"]["name"], json!("老周"));
    assert!(fields["number"].is_null());
    // the number itself is nowhere
    let kept = "select count(*) from record where fields::text like '%' || $1 || '%'";
    let bare = number.replace(' ', "");
    let kept: i64 =
        sqlx::query_scalar(kept).bind(bare).fetch_one(crew.village.pool()).await.unwrap();
    assert_eq!(kept, 0);
    // a cadre sees it and nobody else does
    let mut chen = Handset::new(&crew.village.app, CHEN, &crew.chen.cookie);
    chen.catch_up().await;
    assert!(chen.replica.view().contains_key(id));
    let wang = crew.village.phone(WANG).await;
    let mut wang = Handset::new(&crew.village.app, WANG, &wang.cookie);
    wang.catch_up().await;
    assert!(!wang.replica.view().contains_key(id));
    open(&crew.village, "/").await.hasnt(&["路灯"]);
    // received, it has a number in the village, and whoever asks is told
    let ask = async || fill(&crew.village, "/ask", &[("number", &number)]).await;
    ask().await.has(&["村里的干部还没有看", WORDS]).hasnt(&["老周"]);
    let change = crew.chen.change(Kind::Issue, *id, Scope::Draft(SHANGFENG), Act::Receive);
    assert_eq!(crew.chen.push(&[change]).await, "ok\n");
    let ask = async || fill(&crew.village, "/ask", &[("number", &number)]).await;
    ask().await.has(&["收到了", "接下来村里商量怎么办"]);
    wang.catch_up().await;
    assert!(wang.replica.view().contains_key(id));
    let audited = "select count(*) from audit where deed = 'by_door' and code is null";
    assert_eq!(crew.village.count(audited).await, 1);
}

#[sqlx::test]
async fn a_form_that_is_sent_again_is_one_issue_with_one_number(pool: PgPool) {
    let crew = village(pool).await;
    let ticket = open(&crew.village, &path()).await.ticket();
    let body = |words: &str| parcel(&[("ticket", &ticket), ("words", words)], None);
    let here = path();
    // a thumb that taps twice
    let (one, two) = tokio::join!(
        sends(&crew.village, &here, body(WORDS), &[]),
        sends(&crew.village, &here, body(WORDS), &[])
    );
    assert_eq!((one.status, two.status, one.number()), (200, 200, two.number()));
    // back, other words, and once more
    let other = sends(&crew.village, &path(), body("别的事"), &[]).await;
    other.has(&["没有再记一遍"]);
    assert_eq!(other.number(), one.number());
    let all = leads(&crew).await;
    assert_eq!((all.len(), &all[0].2["words"]), (1, &json!(WORDS)));
    // another form is another issue
    let fresh = raises(&crew, &[("words", WORDS)], None).await;
    assert_ne!(fresh.number(), one.number());
    assert_eq!(leads(&crew).await.len(), 2);
    // nor can a form be aimed at a record that is there
    let forged = all[0].0.to_string();
    let body = parcel(&[("ticket", &forged), ("words", "盖掉它"), ("id", &forged)], None);
    assert_eq!(sends(&crew.village, &path(), body, &[]).await.status, 200);
    assert_eq!(leads(&crew).await[0].2["words"], json!(WORDS));
}

#[sqlx::test]
async fn what_cannot_be_taken_is_told_and_all_words_are_kept(pool: PgPool) {
    let crew = village(pool).await;
    let before = crew.village.ver(Scope::Draft(SHANGFENG)).await;
    let long = format!("{NASTY}{}", "长".repeat(2_000));
    let endless = "长".repeat(20_000);
    for (boxes, says) in [
        (vec![("words", " \u{200B}\n"), ("name", "老周")], "先写一句是什么事"),
        (vec![("words", &*long), ("name", "老周")], "请压到两千字以内"),
        (vec![("words", &*endless), ("name", "老周")], "请压到两千字以内"),
        (vec![("words", "灯\0坏了"), ("name", "老周")], "有的字认不出来"),
        (vec![("words", WORDS), ("name", "老周"), ("trap", "http://x")], "有一格要空着"),
        (vec![("words", WORDS), ("name", &*endless), ("group", "老周")], "写个姓就行"),
    ] {
        let page = raises(&crew, &boxes, None).await;
        assert_eq!(page.status, 422);
        page.has(&[says]).hasnt(&[]);
        assert!(page.text.contains("老周") || says == "写个姓就行");
        assert_eq!(page.text.matches("</textarea>").count(), 1);
        // it may be sent again as it is, but for what was wrong
        assert!(!page.ticket().is_empty());
    }
    raises(&crew, &[("words", WORDS), ("trap", "x")], None).await.has(&[WORDS]);
    assert!(leads(&crew).await.is_empty());
    assert_eq!(crew.village.ver(Scope::Draft(SHANGFENG)).await, before);
}

#[sqlx::test]
async fn nasty_words_in_every_box_are_words(pool: PgPool) {
    let mut crew = village(pool).await;
    let boxes: Vec<(&str, &str)> =
        ["words", "category", "group", "lang", "ticket"].map(|name| (name, NASTY)).into();
    let boxes = [&boxes[..], &[("name", "<i onclick=alert(1)>老周</i>")]].concat();
    let page = raises(&crew, &boxes, Some((NASTY, b"<svg onload=alert(1)>"))).await;
    assert_eq!(page.status, 200);
    page.hasnt(&["onload", "onclick"]);
    let number = page.number();
    let (id, _, fields) = leads(&crew).await.remove(0);
    assert_eq!((&fields["words"], &fields["category"]), (&json!(NASTY), &json!("living")));
    let decline = Act::Decline { why: NASTY.into() };
    let change = crew.shi.change(Kind::Issue, id, Scope::Draft(SHANGFENG), Act::Receive);
    let sort = Act::Triage { answers: Triage::default() };
    let sort = crew.shi.change(Kind::Issue, id, V, sort);
    let decline = crew.shi.change(Kind::Issue, id, V, decline);
    assert_eq!(crew.shi.push(&[change, sort, decline]).await, "ok\nok\nok\n");
    let asked = fill(&crew.village, "/ask", &[("number", &number)]).await;
    asked.has(&["这次不办", "&lt;script&gt;"]).hasnt(&["onclick"]);
    let wrong = fill(&crew.village, "/ask", &[("number", NASTY), ("lang", NASTY)]).await;
    wrong.has(&["没有这个单号"]).hasnt(&[]);
}

#[sqlx::test]
async fn a_form_of_another_site_is_none_and_an_old_browsers_is_one(pool: PgPool) {
    let crew = village(pool).await;
    let send = async |headers: &[(&str, &str)]| {
        let ticket = open(&crew.village, &path()).await.ticket();
        let body = parcel(&[("ticket", &ticket), ("words", WORDS)], None);
        sends(&crew.village, &path(), body, headers).await.status
    };
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example")],
    ] {
        assert_eq!(send(headers).await, 403);
    }
    assert!(leads(&crew).await.is_empty());
    // before 2019 no browser said where a form comes from, and some say `null`
    for headers in [
        &[][..],
        &[("origin", "null")],
        &[("origin", "https://bandeng.example")],
        &[("sec-fetch-site", "same-origin")],
    ] {
        assert_eq!(send(headers).await, 200);
    }
    assert_eq!(leads(&crew).await.len(), 4);
    // what is no form at all
    let nonsense = sends(&crew.village, &path(), b"nonsense".to_vec(), &[]).await;
    assert_eq!(nonsense.status, 400);
    let plain = fill(&crew.village, &path(), &[("words", WORDS)]).await;
    assert_eq!(plain.status, 400);
}

#[sqlx::test]
async fn a_flood_drowns_nobody(pool: PgPool) {
    let crew = village(pool).await;
    // so many from one address, and the words of the next are kept on the page
    for n in 0..40 {
        assert_eq!(raises(&crew, &[("words", &*format!("事 {n}"))], None).await.status, 200);
    }
    let page = raises(&crew, &[("words", WORDS)], Some(("a.png", &bomb(50_000)))).await;
    assert_eq!(page.status, 429);
    page.has(&["过几分钟再按一次", WORDS]);
    assert_eq!(leads(&crew).await.len(), 40);
    let from = ("x-forwarded-for", "192.0.2.77");
    // so many wait in one village; others have their own
    sqlx::query(
        "insert into record (scope, ver, kind, id, rev, at, gone, fields, stamps)
         select scope, ver, kind, gen_random_uuid(), 1, at, false, fields, '{}'
         from record, generate_series(1, 4) where kind = 'issue' and fields ? 'door'",
    )
    .execute(crew.village.pool())
    .await
    .unwrap();
    let ticket = open(&crew.village, &path()).await.ticket();
    let body = || parcel(&[("ticket", &ticket), ("words", WORDS)], None);
    let full = sends(&crew.village, &path(), body(), &[from]).await;
    assert_eq!(full.status, 503);
    full.has(&["等着看的太多了", WORDS]);
    // a cadre has looked at one
    let looked = "update record set fields = jsonb_set(fields, '{standing}', '\"received\"')
                  where id = (select id from record where fields ? 'door' limit 1)";
    sqlx::query(looked).execute(crew.village.pool()).await.unwrap();
    assert_eq!(sends(&crew.village, &path(), body(), &[from]).await.status, 200);
}

#[sqlx::test]
async fn no_phone_says_that_something_came_by_the_door(pool: PgPool) {
    let mut crew = village(pool).await;
    for scope in [V, Scope::Draft(SHANGFENG)] {
        let mut change = crew.chen.raise_in(scope, WORDS);
        let Act::Raise(raise) = &mut change.act else { panic!("it raises") };
        raise.door = Some(domain::act::Door { slip: "0e".repeat(32), name: None });
        assert_eq!(crew.chen.push(&[change]).await, "refused: wrong_value\n");
    }
    assert!(leads(&crew).await.is_empty());
}

#[sqlx::test]
async fn the_pages_are_small_and_there_is_a_way_to_them(pool: PgPool) {
    let crew = village(pool).await;
    let alone = open(&crew.village, "/raise").await;
    assert_eq!(alone.status, 303);
    assert!(alone.answer.header("location").starts_with(&path()));
    open(&crew.village, "/").await.has(&["/raise?lang=", "/ask?lang=", "/complain?lang="]);
    assert_eq!(open(&crew.village, "/raise/nowhere").await.status, 404);
    assert_eq!(open(&crew.village, &format!("/raise/{GROUP}")).await.status, 404);
    for lang in ["zh-CN", "en"] {
        for page in [path(), path() + "/sheet", "/ask".into(), "/complain".into()] {
            for encoding in ["br", "gzip"] {
                let path = format!("{page}?lang={lang}");
                let weight = weight(&crew.village, &path, encoding).await;
                println!("{path} {encoding}: {weight} bytes");
                assert!(weight <= 14 * 1024, "{path} {encoding}: {weight}");
            }
        }
    }
    // a second village: whoever has no code is asked which
    let mut li = crew.village.phone(crate::village::LI).await;
    let other = Place { name: "古岙村".into(), ..Place::default() };
    let other = li.change(Kind::Place, GUAO, Scope::Region(REGION), Act::Found(other));
    assert_eq!(li.push(&[other]).await, "ok\n");
    open(&crew.village, "/raise").await.has(&["上枫村", "古岙村"]);
    // where nobody looks at what comes, nothing is taken in
    let alone = "delete from member where scope = 'd:' || $1";
    let alone = sqlx::query(alone).bind(GUAO.to_string());
    alone.execute(crew.village.pool()).await.unwrap();
    open(&crew.village, "/raise").await.hasnt(&["古岙村"]);
    assert_eq!(open(&crew.village, &format!("/raise/{GUAO}")).await.status, 404);
}
