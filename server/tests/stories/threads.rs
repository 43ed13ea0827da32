//! One issue's whole line, for everybody: all of it, in both directions, and nobody's name.

use domain::follow::Satisfaction;
use domain::session::{Answer, Sort, Verdict};
use domain::{FollowAct, Id, Scope, Stage};
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::after::{rate, told, undertaking};
use crate::ballots::{SECRET, handed};
use crate::editions::{checked, founded, weight};
use crate::evening::{Crew, Evening};
use crate::loud::{ELSEWHERE, loud_line};
use crate::verify::page;
use crate::village::{SHANGFENG, WANG};

#[sqlx::test]
async fn a_whole_line_names_nobody_on_any_page_and_in_no_language(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, issue, _) = loud_line(&mut crew).await;
    let code = crew.sealed(evening).await.code;
    for query in ["?lang=zh-CN", "?lang=en", "?text&lang=zh-CN", "?text&lang=en"] {
        let path = format!("/t/{issue}{query}");
        let (status, told) = page(&crew.village, &path).await;
        assert_eq!(status, 200, "{path}");
        assert!(!told.contains("<script") && !told.contains("style="), "{path}");
        assert_eq!(checked(&path, &told), 0, "{path}: {told}");
        for name in ELSEWHERE {
            assert!(!told.contains(name), "{path} names {name}: {told}");
        }
        // a text for a chat is cut short before that
        assert!(
            query.contains("text") || told.contains("都在，打"),
            "{path} says the rest: {told}"
        );
    }
    for lang in ["zh-CN", "en"] {
        let path = format!("/?lang={lang}");
        let (_, told) = page(&crew.village, &path).await;
        assert_eq!(checked(&path, &told), 0, "{path}");
        assert!(ELSEWHERE.iter().all(|name| !told.contains(name)), "{told}");
        let path = format!("/s/{code}?lang={lang}");
        let (_, told) = page(&crew.village, &path).await;
        assert_eq!(checked(&path, &told), 2, "{path}");
        let (_, since) = told.split_once("href=\"/t/").unwrap();
        assert!(ELSEWHERE.iter().all(|name| !since.contains(name)), "{since}");
        assert!(told.contains(&format!("href=\"/t/{issue}?lang={lang}\"")), "{told}");
    }
}

#[sqlx::test]
async fn a_ballot_tells_whoever_opens_it_no_other_name(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, _, action) = loud_line(&mut crew).await;
    handed(&mut crew, action, "施阿根", SECRET).await;
    for lang in ["zh-CN", "en"] {
        let path = format!("/rate/{SECRET}?lang={lang}");
        let (status, told) = page(&crew.village, &path).await;
        assert_eq!((status, checked(&path, &told)), (200, 0), "{told}");
        assert!(ELSEWHERE.iter().all(|name| !told.contains(name)), "{told}");
        assert!(told.contains("都在，打"), "{path} says the rest: {told}");
    }
}

#[sqlx::test]
async fn the_line_of_a_long_story_is_small(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, issue, _) = loud_line(&mut crew).await;
    for path in [format!("/t/{issue}"), "/".into()] {
        for encoding in ["br", "gzip"] {
            let weight = weight(&crew.village, &path, encoding).await;
            println!("{path} {encoding}: {weight} bytes");
            assert!(weight <= 14 * 1024, "{path} {encoding}: {weight}");
        }
    }
}

/// A line in the words of a village.
async fn line(crew: &mut Crew) -> (Evening, Id, [Id; 2]) {
    founded(crew).await;
    let said = [(Sort::Opinion, "用旧青石，别抹水泥。"), (Sort::Opinion, "靠里一侧加一根扶手。")];
    let (evening, issue, said) = crew.sits("河边洗衣埠头塌了一角，石阶一踩就晃。", &said).await;
    crew.promises(evening, "石阶重砌", "上枫村委会").await;
    crew.seal(evening).await;
    let stone = crew.advises(evening, Some(said[0]), "用旧青石，别抹水泥。").await;
    let rail = crew.advises(evening, Some(said[1]), "干脆两边都装栏杆。").await;
    (evening, issue, [stone, rail])
}

#[sqlx::test]
async fn advice_of_a_session_that_is_not_handed_over_stays_unseen(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, issue, [stone, rail]) = line(&mut crew).await;
    let path = format!("/t/{issue}");
    let (_, told) = page(&crew.village, &path).await;
    assert!(told.contains("石阶一踩就晃") && told.contains("石阶重砌"), "{told}");
    assert!(!told.contains("旧青石") && !told.contains("栏杆"), "{told}");
    let ends = Answer { ends: true, ..Answer::of(Verdict::Adopted, None) };
    crew.answers(stone, evening.bench(), ends).await;
    let why = "挑担下来要转身。";
    crew.answers(rail, evening.bench(), Answer::of(Verdict::Declined, Some(why))).await;
    let (_, told) = page(&crew.village, &path).await;
    assert!(!told.contains("旧青石") && !told.contains(why), "{told}");
    assert_eq!(crew.goes_on(evening, Stage::Sealed, Stage::HandedOver).await, "ok\n");
    let (_, told) = page(&crew.village, &path).await;
    for words in ["提了 2 条建议", "旧青石", "三组村民", "条条有答复", "不采纳", why]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[sqlx::test]
async fn from_the_lamp_back_to_the_sentence_and_from_the_sentence_to_the_lamp(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, issue, [stone, rail]) = line(&mut crew).await;
    let ends = Answer { ends: true, ..Answer::of(Verdict::Adopted, None) };
    crew.answers(stone, evening.bench(), ends).await;
    crew.answers(rail, evening.bench(), Answer::of(Verdict::Declined, Some("挑担"))).await;
    assert_eq!(crew.goes_on(evening, Stage::Sealed, Stage::HandedOver).await, "ok\n");
    let action = crew.undertakes(undertaking(Some(stone), "旧青石重砌五级")).await;
    let mut water = crew.department(Id::from_u128(0xb1)).await;
    crew.done(&mut water, action, "区水利局").await;
    let mut wang = crew.village.phone(WANG).await;
    crew.does(&mut wang, action, vec![rate(Satisfaction::Satisfied, Some("蹲得稳了"))]).await;
    let mut chen = crew.village.phone(crate::village::CHEN).await;
    crew.does(&mut chen, action, vec![told("王彩娣")]).await;
    let (status, told) = page(&crew.village, &format!("/t/{issue}")).await;
    assert_eq!(status, 200);
    for at in 1..=7 {
        assert!(
            told.contains(&format!("href=\"#s{at}\"")) && told.contains(&format!("id=\"s{at}\"")),
            "{at}"
        );
    }
    let (advised, acted) = (stone.simple(), action.simple());
    for way in ["y", "n", "d", "p"] {
        let of = if matches!(way, "y" | "n") { advised } else { acted };
        assert!(told.contains(&format!("id=\"{way}{of}\"")), "{way}");
        assert!(told.contains(&format!("href=\"#{way}{of}\"")), "{way}");
    }
    for words in [
        "区水利局牵头",
        "雨后不打滑",
        "踩过了，不晃",
        "上门，已告诉本人",
        "蹲得稳了",
        "1 人说“让我说上话了”",
        "办事的人不参加评",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains("回头看"), "it is not closed");
    assert!(!told.contains("王彩娣") && !told.contains("还没走到这一步"), "{told}");
    let code = crew.sealed(evening).await.code;
    assert!(told.contains(&format!("href=\"/s/{code}?lang=zh-CN\"")));
    let (_, edition) = page(&crew.village, &format!("/s/{code}")).await;
    assert!(
        edition.contains("已认领") && edition.contains(&format!("href=\"/t/{issue}?")),
        "{edition}"
    );
    crew.does(&mut chen, action, vec![FollowAct::Close { how: Some("五级不晃".into()) }]).await;
    let (_, ended) = page(&crew.village, &format!("/t/{issue}")).await;
    assert!(ended.contains("办结：</b><span lang=\"zh-CN\">五级不晃"), "{ended}");
    assert!(ended.contains("回头看") && ended.contains("2 件，办成了 1 件"), "{ended}");
    let (_, board) = page(&crew.village, "/").await;
    assert!(board.contains(&format!("href=\"/t/{issue}?")), "{board}");
    // the board and the page stand at one station
    assert!(told.contains("data-at=\"6\"") && board.contains("data-at=\"6\""), "{board}");
    let (_, card) = page(&crew.village, &format!("/t/{issue}?text")).await;
    let lines: Vec<&str> = card.lines().collect();
    assert_eq!(lines.len(), 10, "{card}");
    assert!(lines[0].starts_with("【一条板凳线】河边洗衣埠头塌了一角"));
    assert_eq!(lines[9], format!("https://bandeng.example/t/{issue}"));
    assert!(
        card.contains("纳 采纳 1，不采纳 1\n")
            && card.contains("评 满意 1，基本满意 0，不满意 0\n"),
        "{card}"
    );
}

#[sqlx::test]
async fn what_is_not_posted_has_no_page(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let (open, held) =
        (crew.chen.raise("井干了"), crew.chen.raise_in(Scope::Draft(SHANGFENG), "先不说"));
    let ids = [open.id, held.id];
    crew.writes(&[open, held]).await;
    crew.stands(ids[1], "consulted").await;
    let evening = crew.planned("先干哪三件").await;
    for id in [
        ids[0].to_string(),
        ids[1].to_string(),
        evening.id.to_string(),
        "x".into(),
        Id::now_v7().to_string(),
    ] {
        for query in ["", "?text"] {
            let (status, told) = page(&crew.village, &format!("/t/{id}{query}")).await;
            assert_eq!(status, 404, "{id}");
            assert!(
                told.contains("这里没有公示的事")
                    && !told.contains("井干了")
                    && !told.contains("先不说")
            );
        }
    }
    crew.stands(ids[0], "posted").await;
    let (status, told) = page(&crew.village, &format!("/t/{}", ids[0])).await;
    assert!(status == 200 && told.contains("井干了") && told.contains("还没走到这一步"));
}

/// How often somebody read the whole table of records.
async fn walks(pool: &PgPool) -> i64 {
    sqlx::query("select pg_stat_force_next_flush()").execute(pool).await.unwrap();
    sqlx::query("select 1").execute(pool).await.unwrap();
    let walks = "select seq_scan from pg_stat_user_tables where relname = 'record'";
    sqlx::query_scalar(walks).fetch_one(pool).await.unwrap()
}

#[sqlx::test]
async fn no_page_reads_the_whole_table(_: PgPoolOptions, options: PgConnectOptions) {
    // with few rows the planner would rather read them all: what it does here is what it can
    let options = options.options([("enable_seqscan", "off")]);
    let pool = PgPoolOptions::new().max_connections(1).connect_with(options).await.unwrap();
    let mut crew = Crew::new(pool).await;
    let (evening, issue, action) = loud_line(&mut crew).await;
    let code = crew.sealed(evening).await.code;
    handed(&mut crew, action, "施阿根", SECRET).await;
    let before = walks(crew.village.pool()).await;
    for path in [
        format!("/t/{issue}"),
        format!("/s/{code}"),
        format!("/verify/{code}"),
        "/".into(),
        format!("/rate/{SECRET}"),
    ] {
        assert_eq!(page(&crew.village, &path).await.0, 200, "{path}");
        assert_eq!(walks(crew.village.pool()).await, before, "{path}");
    }
    crew.village.count("select count(*) from record where at > 0").await;
    assert!(walks(crew.village.pool()).await > before, "a walk would be seen");
}
