//! Pictures: their bytes come after their record, in pieces, and only who may read the record sees them.

use axum::body::Body;
use axum::http::{Request, header};
use domain::follow::progress::Report;
use domain::{Act, FollowAct, Id, Kind, Scope};
use serde_json::json;
use server::photos::sweep;
use sha2::{Digest, Sha256};
use sqlx::PgPool;

use crate::after::{follow, undertaking};
use crate::evening::{Crew, V};
use crate::phone::Phone;
use crate::village::{Answer, CHEN, SHANGFENG, STRANGER, Village, WANG};

/// So many bytes go in one piece.
const PIECE: usize = 40_000;

/// A picture of 100,000 bytes, as a phone's canvas writes it: nothing says where it was taken.
fn picture() -> Vec<u8> {
    let mut bytes = b"\xFF\xD8\xFF\xE0\x00\x04JF\xFF\xDA\x00\x02".to_vec();
    bytes.extend((0..99_986_u32).map(|n| u8::try_from(n % 1_009 * n % 251).unwrap()));
    bytes.extend(b"\xFF\xD9");
    bytes
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Lays a picture of these bytes beside a new issue.
async fn attach(phone: &mut Phone, scope: Scope, bytes: &[u8]) -> Id {
    let issue = phone.raise_in(scope, "井干了");
    let (issue, raised) = (issue.id, issue);
    let act = Act::Attach {
        issue,
        sha256: sha256(bytes),
        bytes: u32::try_from(bytes.len()).unwrap(),
        mime: "image/jpeg".into(),
    };
    let photo = phone.change(Kind::Photo, Id::now_v7(), scope, act);
    let id = photo.id;
    assert_eq!(phone.push(&[raised, photo]).await, "ok\nok\n");
    id
}

pub(crate) async fn ask(village: &Village, phone: &Phone, method: &str, id: Id) -> Answer {
    let request = Request::builder().method(method).uri(format!("/api/v1/photos/{id}"));
    let request = request.header(header::COOKIE, &phone.cookie);
    village.send(request.body(Body::empty()).unwrap()).await
}

/// Sends a piece that is said to begin at `offset`; tells the answer, and how much is there.
async fn send(village: &Village, phone: &Phone, id: Id, offset: &str, piece: &[u8]) -> String {
    let request = Request::patch(format!("/api/v1/photos/{id}"))
        .header(header::COOKIE, &phone.cookie)
        .header("upload-offset", offset)
        .body(Body::from(piece.to_vec()))
        .unwrap();
    let answer = village.send(request).await;
    format!("{} {}", answer.told(), answer.header("upload-offset")).trim_end().to_owned()
}

/// Sends all of it from where the server is.
pub(crate) async fn send_rest(village: &Village, phone: &Phone, id: Id, bytes: &[u8]) -> String {
    let mut told = String::new();
    let head = ask(village, phone, "HEAD", id).await;
    let mut offset: usize = head.header("upload-offset").parse().unwrap();
    while offset < bytes.len() {
        let piece = &bytes[offset..bytes.len().min(offset + PIECE)];
        told = send(village, phone, id, &offset.to_string(), piece).await;
        offset += piece.len();
    }
    told
}

#[sqlx::test]
async fn a_picture_whose_line_breaks_goes_on_where_it_stopped_and_is_read_by_the_village(
    pool: PgPool,
) {
    let village = Village::new(pool).await;
    let (mut wang, chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let bytes = picture();
    let id = attach(&mut wang, Scope::Village(SHANGFENG), &bytes).await;
    assert_eq!(ask(&village, &wang, "HEAD", id).await.header("upload-offset"), "0");
    assert_eq!(send(&village, &wang, id, "0", &bytes[..PIECE]).await, "204 40000");
    // the answer was lost: the same piece comes again, and nothing is there twice
    assert_eq!(send(&village, &wang, id, "0", &bytes[..PIECE]).await, "409 wrong_offset");
    // half a picture is no picture
    assert_eq!(ask(&village, &chen, "GET", id).await.told(), "404 no_such_photo");
    assert_eq!(ask(&village, &wang, "HEAD", id).await.header("upload-offset"), "40000");
    assert_eq!(send_rest(&village, &wang, id, &bytes).await, "204 100000");
    let shown = ask(&village, &chen, "GET", id).await;
    assert_eq!((shown.told().as_str(), shown.header("content-type")), ("200", "image/jpeg"));
    assert_eq!(shown.header("cache-control"), "no-store");
    assert!(shown.bytes == bytes);
    // more than was announced is not taken
    assert_eq!(send(&village, &wang, id, "100000", b"more").await, "422 not_that_picture");
    assert!(ask(&village, &chen, "GET", id).await.bytes == bytes);
}

#[sqlx::test]
async fn only_those_who_read_the_record_see_the_picture_and_only_its_author_sends_it(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut chen, wang) = (village.phone(CHEN).await, village.phone(WANG).await);
    let stranger = village.phone(STRANGER).await;
    let bytes = picture();
    let open = attach(&mut chen, Scope::Village(SHANGFENG), &bytes).await;
    let held = attach(&mut chen, Scope::Draft(SHANGFENG), &bytes).await;
    for id in [open, held] {
        send_rest(&village, &chen, id, &bytes).await;
    }
    for (phone, id, told) in [
        (&wang, open, "200"),
        // a representative does not read what is held back
        (&wang, held, "404 no_such_photo"),
        (&stranger, open, "404 no_such_photo"),
        (&chen, Id::now_v7(), "404 no_such_photo"),
    ] {
        assert_eq!(ask(&village, phone, "GET", id).await.told(), told);
    }
    assert_eq!(send(&village, &wang, open, "0", &bytes[..9]).await, "404 no_such_photo");
    assert_eq!(ask(&village, &wang, "HEAD", open).await.status, 404);
    let nobody = Request::get(format!("/api/v1/photos/{open}")).body(Body::empty()).unwrap();
    assert_eq!(village.send(nobody).await.told(), "401 signed_out");
}

#[sqlx::test]
async fn what_is_not_the_picture_that_was_announced_is_thrown_away_whole(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let bytes = picture();
    let told_where = [b"\xFF\xD8\xFF\xE1\x00\x08Exif\x00\x00".as_slice(), &bytes[2..]].concat();
    let page = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec();
    let mut torn = bytes.clone();
    torn[50_000] ^= 1;
    for (announced, sent) in [(&bytes, &torn), (&told_where, &told_where), (&page, &page)] {
        let id = attach(&mut wang, Scope::Village(SHANGFENG), announced).await;
        assert_eq!(send_rest(&village, &wang, id, sent).await, "422 not_that_picture");
        assert_eq!(ask(&village, &wang, "GET", id).await.told(), "404 no_such_photo");
        assert_eq!(ask(&village, &wang, "HEAD", id).await.header("upload-offset"), "0");
    }
    assert_eq!(village.count("select count(*) from photo_piece").await, 0);
    // and the right one is taken after a wrong one
    let id = attach(&mut wang, Scope::Village(SHANGFENG), &bytes).await;
    send_rest(&village, &wang, id, &torn).await;
    assert_eq!(send_rest(&village, &wang, id, &bytes).await, "204 100000");
}

#[sqlx::test]
async fn bad_pieces_are_answered_in_a_code_and_nothing_is_stored(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let bytes = picture();
    let id = attach(&mut wang, Scope::Village(SHANGFENG), &bytes).await;
    let large = vec![0; 1_000_001];
    for (offset, piece, told) in [
        ("", &bytes[..9], "400 malformed"),
        ("-1", &bytes[..9], "400 malformed"),
        ("99999999999999999999999", &bytes[..9], "400 malformed"),
        ("0", &[], "400 malformed"),
        ("9", &bytes[..9], "409 wrong_offset"),
        ("0", &large, "413 too_large"),
        ("0", &large[..100_001], "422 not_that_picture"),
    ] {
        assert_eq!(send(&village, &wang, id, offset, piece).await, told, "at {offset:?}");
    }
    let odd = Request::get("/api/v1/photos/../../etc").header(header::COOKIE, &wang.cookie);
    assert_eq!(village.send(odd.body(Body::empty()).unwrap()).await.status, 404);
    assert_eq!(village.count("select count(*) from photo_piece").await, 0);
}

#[sqlx::test]
async fn nobody_fills_the_disk_with_pictures(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let bytes = picture();
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(attach(&mut wang, Scope::Village(SHANGFENG), &bytes).await);
    }
    assert_eq!(send(&village, &wang, ids[0], "0", &bytes[..PIECE]).await, "204 40000");
    // as if it had been one of fifty megabytes
    sqlx::raw_sql("update record set fields = fields || '{\"bytes\": 49900000}' where id = (select id from photo)")
        .execute(village.pool())
        .await
        .unwrap();
    assert_eq!(send(&village, &wang, ids[1], "0", &bytes[..PIECE]).await, "204 40000");
    assert_eq!(send(&village, &wang, ids[2], "0", &bytes[..PIECE]).await, "429 too_many");
    // what was begun may be finished
    assert_eq!(send(&village, &wang, ids[1], "40000", &bytes[PIECE..]).await, "204 100000");
}

#[sqlx::test]
async fn a_picture_taken_back_is_gone_at_once_and_its_bytes_within_the_day(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let bytes = picture();
    let scope = Scope::Village(SHANGFENG);
    let (stays, back) =
        (attach(&mut wang, scope, &bytes).await, attach(&mut wang, scope, &bytes).await);
    for id in [stays, back] {
        send_rest(&village, &wang, id, &bytes).await;
    }
    let unfinished = attach(&mut wang, scope, &bytes).await;
    send(&village, &wang, unfinished, "0", &bytes[..PIECE]).await;
    let withdrawn = wang.change(Kind::Photo, back, scope, Act::Withdraw);
    assert_eq!(wang.push(&[withdrawn]).await, "ok\n");
    assert_eq!(ask(&village, &wang, "GET", back).await.told(), "404 no_such_photo");
    assert_eq!(sweep(village.pool()).await.unwrap(), 1);
    sqlx::raw_sql("update photo set begun = begun - interval '31 days'")
        .execute(village.pool())
        .await
        .unwrap();
    assert_eq!(sweep(village.pool()).await.unwrap(), 1);
    assert_eq!(ask(&village, &wang, "GET", stays).await.told(), "200");
    assert_eq!(village.count("select count(*) from photo").await, 1);
    // nobody signed out reads it from a cache, and a body is never JSON
    let answer = wang.post("/api/v1/photos/x", &json!({})).await;
    assert!(answer.status.is_client_error());
}

#[sqlx::test]
async fn a_picture_of_what_is_done_is_sent_by_whoever_laid_it_there_and_read_by_the_village(
    pool: PgPool,
) {
    let mut crew = Crew::new(pool).await;
    let (_, _, advice) = crew.handed_over("用旧青石").await;
    let action = crew.undertakes(undertaking(Some(advice), "石阶重砌")).await;
    let mut water = crew.department(Id::from_u128(0xb1)).await;
    let words = "砌了三级".to_owned();
    let report = FollowAct::Report(Report { action, words, ..Report::default() });
    let note = follow(&mut water, Kind::Progress, Id::now_v7(), report);
    let bytes = picture();
    let enclose = |about: Id| FollowAct::Enclose {
        about,
        sha256: sha256(&bytes),
        bytes: u32::try_from(bytes.len()).unwrap(),
        mime: "image/jpeg".into(),
    };
    let photos = [action, note.id]
        .map(|about| follow(&mut water, Kind::Photo, Id::now_v7(), enclose(about)));
    let lost = follow(&mut water, Kind::Photo, Id::now_v7(), enclose(Id::from_u128(9)));
    let [beside_action, beside_note] = [photos[0].id, photos[1].id];
    let sent = [note, photos[0].clone(), photos[1].clone(), lost];
    assert_eq!(water.push(&sent).await, "ok\nok\nok\nrefused: no_such_record\n");
    let (wang, stranger) = (crew.village.phone(WANG).await, crew.village.phone(STRANGER).await);
    for id in [beside_action, beside_note] {
        let sent = send(&crew.village, &crew.chen, id, "0", &bytes[..9]).await;
        assert_eq!(sent, "404 no_such_photo", "it is not hers to send");
        assert_eq!(send_rest(&crew.village, &water, id, &bytes).await, "204 100000");
        assert!(ask(&crew.village, &wang, "GET", id).await.bytes == bytes);
        assert_eq!(ask(&crew.village, &stranger, "GET", id).await.told(), "404 no_such_photo");
    }
    // taken back, it is gone, and its bytes are swept
    let back = water.change(Kind::Photo, beside_note, V, Act::Withdraw);
    assert_eq!(water.push(&[back]).await, "ok\n");
    assert_eq!(ask(&crew.village, &wang, "GET", beside_note).await.told(), "404 no_such_photo");
    assert_eq!(sweep(crew.village.pool()).await.unwrap(), 1);
}
