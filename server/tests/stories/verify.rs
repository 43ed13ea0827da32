//! Checking a paper by its code, and walking along a village's chain: what was altered is found, wherever it was.

use axum::body::Body;
use axum::http::Request;
use domain::session::{Seal, Sort};
use server::sync::chain::{self, Flaw};
use sqlx::PgPool;

use crate::evening::{Crew, Evening};
use crate::leaflet::encoded;
use crate::village::{SHANGFENG, Village};

const LAMP: &str = "灯杆装在转弯头。";

/// A page as text, with its status.
pub(crate) async fn page(village: &Village, path: &str) -> (u16, String) {
    let request = Request::get(path).header("accept-encoding", "identity");
    let answer = village.send(request.body(Body::empty()).unwrap()).await;
    (answer.status.as_u16(), String::from_utf8(answer.bytes).unwrap())
}

/// An evening that is sealed.
pub(crate) async fn sealed(crew: &mut Crew, title: &str) -> (Evening, Seal) {
    let evening = crew.planned(title).await;
    crew.talks(evening, &[(Sort::Opinion, LAMP), (Sort::Dissent, "先修五组路。")]).await;
    crew.promises(evening, "北渠清淤 430 米", "四组").await;
    let seal = crew.seal(evening).await;
    (evening, seal)
}

async fn does(crew: &Crew, sql: &'static str) {
    sqlx::raw_sql(sql).execute(crew.village.pool()).await.unwrap();
}

/// What the first break of the village's chain is, with the number of the seal.
async fn broken(crew: &Crew) -> Option<(Option<u32>, Flaw)> {
    let mut db = crew.village.pool().acquire().await.unwrap();
    let walked = chain::walk(&mut db, None).await.unwrap();
    assert!(walked.len() <= 1 && walked.iter().all(|walked| walked.village == SHANGFENG));
    let (link, flaw) = walked.into_iter().next()?.broken?;
    Some((link.number(), flaw))
}

#[sqlx::test]
async fn a_code_is_found_however_it_is_typed(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, seal) = sealed(&mut crew, "先干哪三件").await;
    let code = seal.code.clone();
    let low = code.to_lowercase();
    let wide: String =
        code.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
    let spellings = [
        format!("/verify/{code}"),
        format!("/verify?code={low}"),
        format!("/verify?code=+{}+{}-", &low[..4], &low[4..]),
        format!("/verify?code=%E6%9E%AB{code}"),
        format!("/verify?code={}", encoded(&wide)),
    ];
    for spelling in spellings {
        let (status, told) = page(&crew.village, &spelling).await;
        assert_eq!(status, 200);
        assert!(told.contains("对得上") && told.contains("本村第 1 号定稿"), "{spelling}: {told}");
        assert!(told.contains(&seal.digest[..12]) && told.contains("先干哪三件"));
        assert!(told.contains("主持（村书记）") && told.contains("见证（"), "{told}");
        assert!(told.contains(&format!("/s/{code}")));
    }
    let (_, told) = page(&crew.village, &format!("/verify/{code}?lang=en")).await;
    assert!(told.contains("It matches") && told.contains("seal no. 1"));
}

#[sqlx::test]
async fn a_code_that_nobody_knows_is_told_so_and_what_to_do(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, seal) = sealed(&mut crew, "先干哪三件").await;
    let mut other = seal.code.clone().into_bytes();
    other[7] = if other[7] == b'Z' { b'Y' } else { b'Z' };
    let other = String::from_utf8(other).unwrap();
    for path in [
        format!("/verify/{other}"),
        "/verify?code=O0I1".into(),
        format!("/verify?code={}", encoded("<script>alert(1)</script>\"'")),
        format!("/verify/{}", encoded("../../etc/passwd")),
        format!("/s/{other}"),
        format!("/s/{}", "A".repeat(5_000)),
        "/s/nothing".into(),
    ] {
        let (status, told) = page(&crew.village, &path).await;
        assert_eq!(status, 404, "{path}");
        assert!(told.contains("这张纸和原文对不上") && told.contains("再输一次"), "{path}");
        assert!(!told.contains("<script"), "{told}");
    }
    let (status, told) = page(&crew.village, "/verify").await;
    assert_eq!(status, 200);
    assert!(told.contains("<form action=\"/verify\"") && !told.contains("<script"));
}

#[sqlx::test]
async fn an_annex_has_a_code_and_its_session_names_it(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, seal) = sealed(&mut crew, "先干哪三件").await;
    let (_, annex) = crew.annex(evening, "王彩娣说的“三处”应为“两处”。").await;
    let (_, told) = page(&crew.village, &format!("/verify/{}", annex.code)).await;
    assert!(
        told.contains("是一张附页") && told.contains("三组村民说的“三处”应为“两处”。"),
        "{told}"
    );
    assert!(told.contains(&format!("/verify/{}", seal.code)) && !told.contains("王彩娣"));
    let (_, told) = page(&crew.village, &format!("/verify/{}", seal.code)).await;
    assert!(told.contains("后来的附页") && told.contains(&format!("/verify/{}", annex.code)));
    let (_, told) = page(&crew.village, &format!("/s/{}", seal.code)).await;
    assert!(told.contains("后来改正的") && !told.contains("王彩娣"));
    assert_eq!(broken(&crew).await, None);
}

/// What is changed behind the server's back, what the page then says of the second of three seals, and where the
/// chain breaks.
#[sqlx::test]
async fn whatever_is_altered_is_found(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let mut seals = Vec::new();
    for title in ["先干哪三件", "北渠", "食堂"] {
        seals.push(sealed(&mut crew, title).await.1);
    }
    assert_eq!(broken(&crew).await, None);
    let told = chain::report(crew.village.pool(), None).await.unwrap();
    assert_eq!(told, (vec![format!("{SHANGFENG}: 3 sealed, all as they were pressed")], true));
    assert!(chain::report(crew.village.pool(), Some("没有这个村")).await.is_err());
    let words = "存着的定稿内容和它的校验码对不上";
    let list = "它和前后的定稿接不上";
    let bench = "会上的记录后来被人动过";
    let second = "(select record from seal where number = 2)";
    for (sql, says, at, flaw) in [
        // one word in what is kept
        (
            "update record set fields = jsonb_set(fields, '{seal,content,statements,0,words}', '\"灯杆装在转弯口。\"') where id = @",
            words,
            Some(2),
            Flaw::Content,
        ),
        (
            "update record set fields = jsonb_set(fields, '{seal,names,2,name}', '\"李四\"') where id = @",
            words,
            Some(2),
            Flaw::Name,
        ),
        (
            "update record set fields = fields #- '{seal,names,0}' where id = @",
            words,
            Some(2),
            Flaw::Name,
        ),
        (
            "update record set fields = fields #- '{seal,content,counts}' where id = @",
            words,
            Some(2),
            Flaw::Content,
        ),
        (
            "update record set fields = fields - 'seal' where id = @",
            words,
            Some(2),
            Flaw::Unreadable,
        ),
        (
            "update record set fields = jsonb_set(fields, '{seal,number}', '7') where id = @",
            list,
            Some(2),
            Flaw::Number,
        ),
        (
            "update record set fields = jsonb_set(fields, '{seal,prev}', '\"\"') where id = @",
            list,
            Some(2),
            Flaw::Before,
        ),
        (
            "update record set fields = jsonb_set(fields, '{seal,chain}', '\"\"') where id = @",
            list,
            Some(2),
            Flaw::Chain,
        ),
        // the table of seals
        ("update seal set digest = repeat('0', 64) where number = 2", words, Some(2), Flaw::Digest),
        ("update seal set prev = '' where number = 2", list, Some(2), Flaw::Before),
        ("update seal set chain = repeat('0', 64) where number = 2", list, Some(2), Flaw::Chain),
        ("update seal set number = 9 where number = 2", list, Some(3), Flaw::Gap),
        (
            "update seal set session = record, record = (select id from record where kind = 'place' or kind = 'seat' limit 1) where number = 2",
            "",
            Some(2),
            Flaw::Unreadable,
        ),
        ("delete from seal where number = 2", list, Some(3), Flaw::Gap),
        ("update seal set chain = repeat('0', 64) where number = 1", list, Some(1), Flaw::Chain),
        ("update seal set prev = repeat('0', 64) where number = 3", list, Some(3), Flaw::Before),
        // the code of the table: on paper it is another
        ("update seal set code = 'ZZZZZZZZ' where number = 2", words, Some(2), Flaw::Code),
        // what lies in the session
        (
            "update record set fields = jsonb_set(fields, '{words}', '\"灯杆装在转弯口。\"')
             where kind = 'statement' and scope = 's:' || @ and fields->>'sort' = 'opinion'",
            bench,
            Some(2),
            Flaw::Differs,
        ),
        (
            "delete from record where kind = 'statement' and scope = 's:' || @ and fields->>'sort' = 'dissent'",
            bench,
            Some(2),
            Flaw::Differs,
        ),
        (
            "update record set fields = jsonb_set(fields, '{title}', '\"别的\"') where id = @",
            bench,
            Some(2),
            Flaw::Differs,
        ),
        (
            "update record set gone = true where kind = 'seat' and scope = 's:' || @ and fields->>'order' = '2'",
            bench,
            Some(2),
            Flaw::Differs,
        ),
    ] {
        let pool = crew.village.pool();
        sqlx::raw_sql("drop schema if exists kept cascade; create schema kept;
                       create table kept.record as select * from record; create table kept.seal as select * from seal")
            .execute(pool).await.unwrap();
        let sql = sql.replace('@', second);
        let done = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.clone())).execute(pool).await.unwrap();
        assert_eq!(done.rows_affected(), 1, "{sql}");
        assert_eq!(broken(&crew).await, Some((at, flaw)), "{sql}");
        let (lines, whole) = chain::report(pool, None).await.unwrap();
        assert!(!whole && lines[0].ends_with(&flaw.to_string()), "{lines:?}");
        let (_, told) = page(&crew.village, &format!("/verify/{}", seals[1].code)).await;
        assert!(!told.contains("对得上，") && !told.contains("这是当众核过"), "{sql}: {told}");
        assert!(told.contains(says), "{sql}: {told}");
        let (status, told) = page(&crew.village, &format!("/s/{}", seals[1].code)).await;
        assert!(status == 303 || status == 404, "{sql}: {status} {told}");
        // back to how it was
        sqlx::raw_sql("delete from seal; delete from record where id not in (select id from kept.record);
             update record set fields = k.fields, gone = k.gone from kept.record k where k.id = record.id;
             insert into record select * from kept.record where id not in (select id from record);
             insert into seal select * from kept.seal")
            .execute(pool).await.unwrap();
        assert_eq!(broken(&crew).await, None);
    }
}

#[sqlx::test]
async fn what_was_promised_lives_on_and_breaks_nothing(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, seal) = sealed(&mut crew, "先干哪三件").await;
    does(
        &crew,
        "update record set fields = jsonb_set(fields, '{owner}', '\"五组\"') where kind = 'action'",
    )
    .await;
    assert_eq!(broken(&crew).await, None);
    let (_, told) = page(&crew.village, &format!("/verify/{}", seal.code)).await;
    assert!(told.contains("对得上"));
}

#[sqlx::test]
async fn whoever_guesses_codes_is_asked_to_wait(pool: PgPool) {
    let village = Village::new(pool).await;
    for n in 0..60 {
        let (status, _) = page(&village, &format!("/verify?code=ABCD{:04}", 2222 + n)).await;
        assert_eq!(status, 404);
    }
    let (status, told) = page(&village, "/verify?code=ABCD2345").await;
    assert_eq!(status, 429);
    assert!(told.contains("歇一分钟"));
    // whoever only opens the page is not counted
    assert_eq!(page(&village, "/verify").await.0, 200);
}
