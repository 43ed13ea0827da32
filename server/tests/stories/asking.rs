//! Whoever has a number is told how far things are, in plain words, and of nobody else.

use domain::triage::Triage;
use domain::{Act, Id, Kind, Scope};
use sqlx::PgPool;

use crate::editions::{checked, directory, founded, gossip};
use crate::evening::{Crew, V};
use crate::leaflet::{fill, fill_from, open, parcel, sends};
use crate::village::SHANGFENG;

/// An issue that came by the door; gives it with its number.
async fn raised(crew: &Crew, words: &str) -> (Id, String) {
    let path = format!("/raise/{SHANGFENG}");
    let ticket = open(&crew.village, &path).await.ticket();
    let body = parcel(&[("ticket", &ticket), ("words", words), ("name", "周老三")], None);
    let number = sends(&crew.village, &path, body, &[]).await.number();
    let id = sqlx::query_scalar("select id from record where fields ? 'door' order by at desc");
    (id.fetch_one(crew.village.pool()).await.unwrap(), number)
}

/// The secretary does something to an issue.
async fn does(crew: &mut Crew, issue: Id, scope: Scope, act: Act) {
    let change = crew.shi.change(Kind::Issue, issue, scope, act);
    assert_eq!(crew.shi.push(&[change]).await, "ok\n");
}

async fn sorted(crew: &mut Crew, issue: Id) {
    does(crew, issue, Scope::Draft(SHANGFENG), Act::Receive).await;
    does(crew, issue, V, Act::Triage { answers: Triage::default() }).await;
}

#[sqlx::test]
async fn each_way_an_issue_can_go_is_told_with_its_reason_and_names_nobody(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    directory(&crew).await;
    let (into, _) = raised(&crew, "北渠淤了").await;
    sorted(&mut crew, into).await;
    crew.stands(into, "posted").await;
    let why = || gossip();
    let ways: [(Act, &[&str]); 6] = [
        (Act::Settle { how: why() }, &["当场办了"]),
        (
            Act::Redirect { to: format!("区水利局{}", gossip()), why: why() },
            &["转给别处办", "区水利局"],
        ),
        (Act::Park { why: why() }, &["先放着"]),
        (Act::Decline { why: why() }, &["这次不办"]),
        (Act::Merge { into }, &["并在一起办", "并到的那一件"]),
        (Act::Draft { question: "几盏？".into() }, &["拟成了议题", "村书记审定"]),
    ];
    for (act, says) in ways {
        let (issue, number) = raised(&crew, &gossip()).await;
        sorted(&mut crew, issue).await;
        does(&mut crew, issue, V, act).await;
        for lang in ["zh-CN", "en"] {
            let page = fill(&crew.village, "/ask", &[("number", &number), ("lang", lang)]).await;
            assert_eq!((page.status, page.answer.header("cache-control")), (200, "no-store"));
            page.hasnt(&["周老三"]);
            checked("/ask", &page.text);
            if lang == "zh-CN" {
                page.has(says);
            }
        }
    }
    // it hangs on the board: the whole line is one step away; and there is a day
    let (issue, number) = raised(&crew, "路灯坏了").await;
    sorted(&mut crew, issue).await;
    crew.stands(issue, "posted").await;
    let (on, place) = (1_795_777_200_000, "文化礼堂".to_owned());
    does(&mut crew, issue, V, Act::Schedule { on, place, session: None }).await;
    let page = fill(&crew.village, "/ask", &[("number", &number)]).await;
    page.has(&["定了日子", "11 月 27 日 19:00", "文化礼堂", &format!("/t/{issue}")]);
    assert_eq!(open(&crew.village, &format!("/t/{issue}")).await.status, 200);
    open(&crew.village, &format!("/t/{issue}")).await.hasnt(&["周老三"]);
}

#[sqlx::test]
async fn a_wrong_number_is_answered_like_none_and_guessing_is_slow(pool: PgPool) {
    let crew = Crew::new(pool).await;
    founded(&crew).await;
    let (_, number) = raised(&crew, "路灯坏了").await;
    let wide: String = number.to_lowercase().replace(' ', "-");
    assert_eq!(fill(&crew.village, "/ask", &[("number", &wide)]).await.status, 200);
    let mut pages = Vec::new();
    for wrong in ["2345 ABCD", "no", "", "' or 1=1 --"] {
        let page = fill(&crew.village, "/ask", &[("number", wrong)]).await;
        assert_eq!(page.status, 404);
        let escaped = wrong.replace('\'', "&#39;");
        pages.push(page.text.replace(&format!("value=\"{escaped}\""), "value=\"\""));
    }
    assert!(pages.iter().all(|page| page.len().abs_diff(pages[0].len()) < 12), "{pages:?}");
    // the number is taken from a body alone
    let by_address = open(&crew.village, &format!("/ask?number={wide}")).await;
    by_address.hasnt(&["路灯"]);
    let foreign = [("sec-fetch-site", "cross-site")];
    let page = fill_from(&crew.village, "/ask", &[("number", &number)], &foreign).await;
    assert_eq!(page.status, 403);
    // with those before, not yet as many as are let in at once
    for _ in 0..50 {
        assert_eq!(fill(&crew.village, "/ask", &[("number", "2345ABCD")]).await.status, 404);
    }
    for _ in 0..10 {
        fill(&crew.village, "/ask", &[("number", "2345ABCD")]).await;
    }
    let page = fill(&crew.village, "/ask", &[("number", &number)]).await;
    assert_eq!(page.status, 429);
    page.has(&["歇一分钟"]).hasnt(&["路灯"]);
}
