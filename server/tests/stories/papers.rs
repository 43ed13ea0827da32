//! The papers of a session: with names for those who were there, without for everybody else.

use std::io::{Cursor, Read};

use axum::body::Body;
use axum::http::Request;
use domain::session::Sort;
use lopdf::Document;
use server::demo;
use sqlx::PgPool;
use zip::ZipArchive;

use crate::evening::Crew;
use crate::phone::Phone;
use crate::verify::sealed;
use crate::village::{Answer, STRANGER, Village, WANG};

/// Without the spaces and ends of lines that setting adds or takes.
pub(crate) fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// All that a reader reads of a paper, so.
pub(crate) fn as_read(bytes: Vec<u8>, kind: &str) -> String {
    tight(&match kind {
        "pdf" => {
            let document = Document::load_mem(&bytes).unwrap();
            let pages: Vec<u32> = document.get_pages().into_keys().collect();
            document.extract_text(&pages).unwrap()
        }
        "docx" => {
            let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
            let mut xml = String::new();
            zip.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
            xml.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect()
        }
        _ => String::from_utf8(bytes).unwrap(),
    })
}

async fn get(phone: &Phone, id: &str, paper: &str) -> Answer {
    phone.get(&format!("/papers/{id}/{paper}")).await
}

async fn nobody(village: &Village, path: &str) -> Answer {
    village.send(Request::get(path).body(Body::empty()).unwrap()).await
}

const PAPERS: [(&str, &str, &[u8]); 6] = [
    ("minutes.pdf", "application/pdf", b"%PDF"),
    (
        "minutes.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        b"PK",
    ),
    ("poster.pdf", "application/pdf", b"%PDF"),
    ("minutes.txt", "text/plain; charset=utf-8", b""),
    ("broadcast.txt", "text/plain; charset=utf-8", b""),
    ("session.ics", "text/calendar; charset=utf-8", b"BEGIN:VCALENDAR\r\n"),
];

#[sqlx::test]
async fn whoever_reads_a_session_has_its_papers(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, seal) = sealed(&mut crew, "先干哪三件").await;
    let id = evening.id.to_string();
    let wang = crew.village.phone(WANG).await;
    for phone in [&wang, &crew.shi] {
        for (paper, mime, begins) in PAPERS {
            let answer = get(phone, &id, paper).await;
            assert_eq!(
                (answer.status.as_u16(), answer.header("content-type")),
                (200, mime),
                "{paper}"
            );
            assert!(answer.bytes.starts_with(begins), "{paper}");
            assert_eq!(answer.header("cache-control"), "no-store");
        }
    }
    for paper in ["minutes.txt", "broadcast.txt"] {
        let told = String::from_utf8(get(&wang, &id, paper).await.bytes).unwrap();
        assert!(told.contains("先修五组路") && !told.contains("王彩娣"), "{told}");
        assert_eq!(told.contains("灯杆装在转弯头"), paper == "minutes.txt", "{told}");
    }
    let stranger = crew.village.phone(STRANGER).await;
    for (paper, ..) in PAPERS {
        assert_eq!(get(&stranger, &id, paper).await.told(), "404 no_such_address", "{paper}");
        assert_eq!(
            nobody(&crew.village, &format!("/papers/{id}/{paper}")).await.told(),
            "401 signed_out"
        );
    }
    // the sheet hangs on the board: everybody who has its code has it
    let poster = nobody(&crew.village, &format!("/papers/{}/poster.pdf", seal.code)).await;
    assert!(poster.status == 200 && poster.bytes.starts_with(b"%PDF"));
    for path in [
        format!("/papers/{}/minutes.pdf", seal.code),
        "/papers/ABCD2345/poster.pdf".into(),
        format!("/papers/{id}/secret.pdf"),
    ] {
        assert_ne!(nobody(&crew.village, &path).await.status, 200, "{path}");
    }
    assert_eq!(get(&wang, &id, "secret.pdf").await.told(), "404 no_such_address");
}

#[sqlx::test]
async fn a_draft_is_for_those_on_the_bench_and_its_day_for_the_village(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, changes) = crew.plan("先干哪三件", Vec::new());
    crew.writes(&changes[..4]).await;
    let wang = crew.village.phone(WANG).await;
    let id = evening.id.to_string();
    assert_eq!(get(&wang, &id, "minutes.txt").await.told(), "404 no_such_address");
    let day = String::from_utf8(get(&wang, &id, "session.ics").await.bytes).unwrap();
    assert!(day.contains("SUMMARY:先干哪三件\r\n") && day.contains("LOCATION:老街古樟树下\r\n"));
    let said = evening.says(&mut crew.chen, Sort::Opinion, "灯杆装在转弯头。", false);
    // her seat is not laid yet
    assert_eq!(crew.chen.push(&[said]).await, "refused: no_such_record\n");
    assert_eq!(get(&crew.chen, &id, "minutes.pdf").await.status, 200);
}

#[sqlx::test]
async fn the_samples_papers_are_made(pool: PgPool) {
    let village = Village::new(pool).await;
    demo::seed(&village.hall).await.unwrap();
    let code: String =
        sqlx::query_scalar("select code from seal").fetch_one(village.pool()).await.unwrap();
    for lang in ["zh-CN", "en"] {
        let path = format!("/papers/{code}/poster.pdf?lang={lang}");
        let poster = nobody(&village, &path).await;
        println!("{path}: {} bytes", poster.bytes.len());
        assert_eq!(poster.status, 200);
    }
}
