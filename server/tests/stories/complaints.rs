//! Complaints and suggestions about the tool: read and answered by the office alone, under the number of whoever wrote.

use domain::follow::FollowAct;
use domain::{Id, Kind, Scope};
use serde_json::json;
use sqlx::PgPool;

use crate::editions::{checked, directory, founded, gossip};
use crate::evening::Crew;
use crate::handset::Handset;
use crate::leaflet::{NASTY, Page, fill, fill_from, open};
use crate::mailbox::letters;
use crate::village::{LI, REGION, SHI};

const OFFICE: Scope = Scope::District(REGION);

async fn complains(crew: &Crew, boxes: &[(&str, &str)]) -> Page {
    let ticket = open(&crew.village, "/complain").await.ticket();
    fill(&crew.village, "/complain", &[&[("ticket", &*ticket)], boxes].concat()).await
}

/// A phone that has read everything it may.
async fn reads(crew: &Crew, person: Id) -> Handset {
    let phone = crew.village.phone(person).await;
    let mut handset = Handset::new(&crew.village.app, person, &phone.cookie);
    handset.catch_up().await;
    handset
}

#[sqlx::test]
async fn a_complaint_about_the_tool_is_read_by_the_office_and_answered_under_its_number(
    pool: PgPool,
) {
    let crew = Crew::new(pool).await;
    founded(&crew).await;
    directory(&crew).await;
    let words = format!("字太小，{}", gossip());
    let boxes = [("sort", "complaint"), ("words", &*words), ("name", "周老三"), ("listed", "yes")];
    let page = complains(&crew, &boxes).await;
    assert_eq!(page.status, 200);
    let number = page.has(&["收到了", "抄下来或拍下来", "政协办"]).number();
    let (letter, scope, fields) = letters(&crew).await.remove(0);
    assert_eq!((scope, &fields["sort"]), (OFFICE.to_string(), &json!("complaint")));
    let ask = async || fill(&crew.village, "/ask", &[("number", &number)]).await;
    ask().await.has(&["政协办还没有看", "字太小"]).hasnt(&["周老三"]);
    open(&crew.village, "/complain").await.has(&["还没有公开的答复"]).hasnt(&["字太小"]);
    // a secretary of a village does not read what is written to the office, nor answer it
    assert!(!reads(&crew, SHI).await.replica.view().contains_key(&letter));
    let answer = || FollowAct::Answer { words: format!("下个月有大字版，{}", gossip()) };
    let mut shi = crew.village.phone(SHI).await;
    let change = shi.change(Kind::Letter, letter, OFFICE, answer().into());
    assert_eq!(shi.push(&[change]).await, "refused: not_a_member\n");
    // the office does, without a signal, too
    let mut li = reads(&crew, LI).await;
    assert!(li.replica.view().contains_key(&letter));
    assert!(li.act(Kind::Letter, letter, OFFICE, answer().into()).is_some());
    li.catch_up().await;
    let told = ask().await;
    told.has(&["答复了", "下个月有大字版"]).hasnt(&["周老三"]);
    checked("/ask", &told.text);
    let listed = open(&crew.village, "/complain").await;
    listed.has(&["字太小", "下个月有大字版"]).hasnt(&["周老三"]);
    checked("/complain", &listed.text);
    let mut again = crew.village.phone(LI).await;
    let change = again.change(Kind::Letter, letter, OFFICE, answer().into());
    // the same answer once more changes nothing, and another is too late
    assert_eq!(again.push(&[change]).await, "ok\n");
    let other = FollowAct::Answer { words: "不改".into() };
    let change = again.change(Kind::Letter, letter, OFFICE, other.into());
    assert_eq!(again.push(&[change]).await, "refused: already_there\n");
}

#[sqlx::test]
async fn who_would_rather_not_be_read_by_all_is_answered_under_the_number_alone(pool: PgPool) {
    let crew = Crew::new(pool).await;
    founded(&crew).await;
    let page = complains(&crew, &[("sort", "suggestion"), ("words", "能念出来就好")]).await;
    let number = page.number();
    let letter = letters(&crew).await[0].0;
    let mut li = crew.village.phone(LI).await;
    let answer = FollowAct::Answer { words: "记下了".into() };
    let change = li.change(Kind::Letter, letter, OFFICE, answer.into());
    assert_eq!(li.push(&[change]).await, "ok\n");
    fill(&crew.village, "/ask", &[("number", &number)]).await.has(&["记下了"]);
    open(&crew.village, "/complain").await.hasnt(&["能念出来就好", "记下了"]);
    // laid aside, for a reason
    let page = complains(&crew, &[("sort", "suggestion"), ("words", "写了两遍")]).await;
    let letter = letters(&crew).await.pop().unwrap().0;
    let aside = FollowAct::LayAside { why: "和上一封一样".into(), action: None };
    let change = li.change(Kind::Letter, letter, OFFICE, aside.into());
    assert_eq!(li.push(&[change]).await, "ok\n");
    let asked = fill(&crew.village, "/ask", &[("number", &page.number())]).await;
    asked.has(&["放在一边", "和上一封一样"]);
}

#[sqlx::test]
async fn a_letter_that_cannot_be_taken_keeps_its_words(pool: PgPool) {
    let crew = Crew::new(pool).await;
    founded(&crew).await;
    let long = format!("{NASTY}{}", "长".repeat(2_000));
    for (boxes, says) in [
        (vec![("words", "有话")], "先选一个：投诉"),
        (vec![("sort", "rating"), ("words", "有话")], "先选一个：投诉"),
        (vec![("sort", "complaint"), ("name", "有话")], "先写一句想说什么"),
        (vec![("sort", "complaint"), ("words", &*long), ("name", "有话")], "请压到两千字以内"),
        (vec![("sort", "complaint"), ("words", "有话"), ("trap", "x")], "有一格要空着"),
        (
            vec![("sort", NASTY), ("words", NASTY), ("name", "有话"), ("district", NASTY)],
            "先选一个",
        ),
    ] {
        let page = complains(&crew, &boxes).await;
        assert_eq!(page.status, 422, "{says}");
        page.has(&[says, "有话"]).hasnt(&[]);
    }
    assert!(letters(&crew).await.is_empty());
    let ticket = open(&crew.village, "/complain").await.ticket();
    let boxes = [("ticket", &*ticket), ("sort", "complaint"), ("words", NASTY), ("name", NASTY)];
    let foreign = [("sec-fetch-site", "cross-site")];
    assert_eq!(fill_from(&crew.village, "/complain", &boxes, &foreign).await.status, 403);
    let one = fill(&crew.village, "/complain", &boxes).await;
    let two = fill(&crew.village, "/complain", &boxes).await;
    assert_eq!(one.number(), two.has(&["没有再记一遍"]).hasnt(&[]).number());
    assert_eq!(letters(&crew).await.len(), 1);
    // so much waits that the office would drown
    sqlx::query(
        "insert into record (scope, ver, kind, id, rev, at, gone, fields, stamps)
         select scope, ver, kind, gen_random_uuid(), 1, at, false, fields, '{}'
         from record, generate_series(1, 199) where kind = 'letter'",
    )
    .execute(crew.village.pool())
    .await
    .unwrap();
    let page = complains(&crew, &[("sort", "complaint"), ("words", "有话")]).await;
    assert_eq!(page.status, 503);
    page.has(&["等着看的信太多了", "有话"]);
    sqlx::query("delete from member where role = 'office'")
        .execute(crew.village.pool())
        .await
        .unwrap();
    let page = complains(&crew, &[("sort", "complaint"), ("words", "有话")]).await;
    page.has(&["还没有设政协办", "有话"]);
}
