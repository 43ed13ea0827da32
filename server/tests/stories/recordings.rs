//! Recordings and pictures of a session: for whoever reads the session, and for nobody else.

use domain::session::Sort;
use domain::{Act, Id, Kind, SessionAct};
use sqlx::PgPool;

use crate::evening::{Crew, Evening};
use crate::phone::Phone;
use crate::photos::{ask, send_rest, sha256};
use crate::village::{STRANGER, WANG};

/// Sound of so many bytes behind the first ones of its container.
fn sound(head: &[u8]) -> Vec<u8> {
    let mut bytes = head.to_vec();
    bytes.extend((0..60_000_u32).map(|n| u8::try_from(n * 31 % 251).unwrap()));
    bytes
}

const WEBM: &[u8] = b"\x1A\x45\xDF\xA3\x9F\x42\x86\x81\x01";
const MP4: &[u8] = b"\0\0\0\x10ftypisom\0\0\0\0\0\0\xEA\x68mdat";
const OGG: &[u8] = b"OggS\0\x02\0\0";
const JPEG: &[u8] = b"\xFF\xD8\xFF\xE0\x00\x04JF\xFF\xDA\x00\x02";

/// Lays something beside a record of the evening.
async fn enclose(phone: &mut Phone, evening: Evening, about: Id, mime: &str, bytes: &[u8]) -> Id {
    let (sha256, mime) = (sha256(bytes), mime.to_owned());
    let lasts = if mime.starts_with("audio") { 12_000 } else { 0 };
    let bytes = u32::try_from(bytes.len()).unwrap();
    let act = SessionAct::Enclose { about, sha256, bytes, mime, lasts };
    let change = evening.begin(phone, act);
    let id = change.id;
    assert_eq!(phone.push(&[change]).await, "ok\n");
    id
}

#[sqlx::test]
async fn what_was_said_is_heard_by_whoever_reads_the_session(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = crew.planned("先干哪三件").await;
    let said = evening.says(&mut crew.chen, Sort::Opinion, "灯杆装在转弯头。", false);
    let about = said.id;
    crew.writes(&[said]).await;
    let wang = crew.village.phone(WANG).await;
    let stranger = crew.village.phone(STRANGER).await;
    for (mime, head) in
        [("audio/webm", WEBM), ("audio/mp4", MP4), ("audio/ogg", OGG), ("image/jpeg", JPEG)]
    {
        let bytes = sound(head);
        let id = enclose(&mut crew.chen, evening, about, mime, &bytes).await;
        assert_eq!(
            send_rest(&crew.village, &crew.chen, id, &bytes).await,
            format!("204 {}", bytes.len())
        );
        for phone in [&wang, &crew.shi, &crew.chen] {
            let shown = ask(&crew.village, phone, "GET", id).await;
            assert_eq!((shown.told().as_str(), shown.header("content-type")), ("200", mime));
            assert_eq!(shown.header("x-content-type-options"), "nosniff");
            assert!(shown.bytes == bytes);
        }
        assert_eq!(ask(&crew.village, &stranger, "GET", id).await.told(), "404 no_such_photo");
    }
    let kinds = "select count(*) from record where kind = 'voice'";
    assert_eq!(crew.village.count(kinds).await, 3);
    // whose seat is taken away hears it no more
    let away = crew.chen.change(Kind::Seat, evening.seats[2], evening.bench(), Act::Withdraw);
    crew.writes(&[away]).await;
    let id: Id = sqlx::query_scalar("select id from photo limit 1")
        .fetch_one(crew.village.pool())
        .await
        .unwrap();
    assert_eq!(ask(&crew.village, &wang, "GET", id).await.told(), "404 no_such_photo");
}

#[sqlx::test]
async fn a_recording_is_a_recording_and_a_picture_a_picture(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = crew.planned("先干哪三件").await;
    let about = evening.seats[2];
    let place = [MP4, b"\0\0\xEA\x68moov\xA9xyz"].concat();
    for (mime, head) in [
        ("audio/webm", JPEG),
        ("image/jpeg", WEBM),
        ("audio/ogg", b"<script>alert(1)</script>".as_slice()),
        ("audio/mp4", b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\0moov\xA9xyz+30.1+120.2/"),
    ] {
        let bytes = sound(head);
        let id = enclose(&mut crew.chen, evening, about, mime, &bytes).await;
        let told = send_rest(&crew.village, &crew.chen, id, &bytes).await;
        assert_eq!(told, "422 not_that_picture", "{mime}");
        assert_eq!(ask(&crew.village, &crew.chen, "GET", id).await.told(), "404 no_such_photo");
    }
    let script = SessionAct::Enclose {
        about,
        sha256: sha256(&place),
        bytes: 9,
        mime: "text/html".into(),
        lasts: 0,
    };
    let script = evening.begin(&mut crew.chen, script);
    assert_eq!(crew.chen.push(&[script]).await, "refused: wrong_value\n");
}
