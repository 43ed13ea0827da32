//! A picture with an issue that somebody without an account raises: small, without a place, and never in the way of words.

use domain::{Act, Id, Kind, Scope};
use image::ImageFormat;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::leaflet::{bomb, open, parcel, picture, sends};
use crate::raising::{WORDS, leads, path, raises, village};
use crate::village::{SHANGFENG, WANG};

#[sqlx::test]
async fn a_picture_comes_along_small_and_without_a_place(pool: PgPool) {
    let mut crew = village(pool).await;
    for (format, edge) in
        [(ImageFormat::Jpeg, 2_000), (ImageFormat::Png, 300), (ImageFormat::WebP, 300)]
    {
        let mut bytes = picture(format, edge);
        if format == ImageFormat::Jpeg {
            let exif = b"\xFF\xE1\x00\x0CExif\0\0MM\0*";
            bytes = [&bytes[..2], exif, &bytes[2..]].concat();
            assert!(domain::picture::tells_where(&bytes));
        }
        let page = raises(&crew, &[("words", WORDS)], Some(("灯.jpg", &bytes))).await;
        page.has(&["照片也收到了"]);
    }
    let photos: Vec<(Id, String, Value, Vec<u8>)> = sqlx::query_as(
        "select record.id, scope, fields, bytes from record join photo_piece on photo = record.id
         where kind = 'photo'",
    )
    .fetch_all(crew.village.pool())
    .await
    .unwrap();
    assert_eq!(photos.len(), 3);
    for (_, scope, fields, bytes) in &photos {
        assert_eq!(*scope, Scope::Draft(SHANGFENG).to_string());
        assert_eq!(fields["sha256"], json!(crate::photos::sha256(bytes)));
        assert_eq!(fields["bytes"], json!(bytes.len()));
        assert!(bytes.len() <= 300_000 && !domain::picture::tells_where(bytes));
        assert_eq!(domain::picture::sniff(bytes), Some("image/jpeg"));
    }
    // a cadre is shown it, a villager is not; it goes along when the issue comes before the village
    let wang = crew.village.phone(WANG).await;
    let (photo, _, fields, bytes) = &photos[0];
    let shown = crate::photos::ask(&crew.village, &crew.chen, "GET", *photo).await;
    assert_eq!((shown.status.as_u16(), &shown.bytes), (200, bytes));
    assert_eq!(crate::photos::ask(&crew.village, &wang, "GET", *photo).await.status, 404);
    let issue: Id = fields["issue"].as_str().unwrap().parse().unwrap();
    let change = crew.chen.change(Kind::Issue, issue, Scope::Draft(SHANGFENG), Act::Receive);
    assert_eq!(crew.chen.push(&[change]).await, "ok\n");
    assert_eq!(crate::photos::ask(&crew.village, &wang, "GET", *photo).await.status, 200);
}

#[sqlx::test]
async fn a_picture_that_is_none_loses_nobodys_words(pool: PgPool) {
    let crew = village(pool).await;
    let (large, whole) = (vec![0xFF; 11_000_000], picture(ImageFormat::Jpeg, 400));
    let cut = &whole[..whole.len() / 20];
    let mine: [(&str, &[u8], &str); 7] = [
        ("bomb.png", &bomb(50_000), "照片太大"),
        ("large.png", &bomb(11_000), "照片太大"),
        ("large.jpg", &large, "照片太大"),
        ("torn.jpg", cut, "照片打不开"),
        ("text.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "照片打不开"),
        ("moves.jpg", b"GIF89a\x01\0\x01\0\0\0\0;", "照片打不开"),
        ("none.png", b"\x89PNG\r\n\x1a\n", "照片打不开"),
    ];
    for (called, bytes, says) in mine {
        let page = raises(&crew, &[("words", called)], Some((called, bytes))).await;
        assert_eq!(page.status, 200, "{called}");
        page.has(&[says, "话收到了"]);
        assert_eq!(page.number().len(), 9);
    }
    // a line that breaks in the middle of the picture
    let ticket = open(&crew.village, &path()).await.ticket();
    let mut body = parcel(&[("ticket", &ticket), ("words", "断了")], Some(("a.jpg", &whole)));
    body.truncate(body.len() - 2_000);
    sends(&crew.village, &path(), body, &[]).await.has(&["照片没有传完"]);
    assert_eq!(leads(&crew).await.len(), 8);
    assert_eq!(crew.village.count("select count(*) from photo").await, 0);
    // the same form once more, now whole: the picture comes after the words
    let body = parcel(&[("ticket", &ticket), ("words", "断了")], Some(("a.jpg", &whole)));
    sends(&crew.village, &path(), body, &[]).await.has(&["没有再记一遍", "照片也收到了"]);
    assert_eq!(leads(&crew).await.len(), 8);
    assert_eq!(crew.village.count("select count(*) from photo").await, 1);
}
