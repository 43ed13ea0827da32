//! The public notice board.

use axum::body::Body;
use axum::http::Request;
use server::demo;
use sqlx::PgPool;

use crate::village::{Answer, Village};

async fn get(village: &Village, path: &str, encoding: &str) -> Answer {
    let request = Request::get(path).header("accept-encoding", encoding);
    village.send(request.body(Body::empty()).unwrap()).await
}

async fn page(village: &Village, path: &str) -> String {
    String::from_utf8(get(village, path, "identity").await.bytes).unwrap()
}

/// The address of the page's style sheet.
fn sheet(page: &str) -> &str {
    let (_, after) = page.split_once("href=\"/public.css").unwrap();
    let (version, _) = after.split_once('"').unwrap();
    &page[page.find("/public.css").unwrap()..][..11 + version.len()]
}

#[sqlx::test]
async fn the_notice_board_is_small_and_names_nobody(pool: PgPool) {
    let village = Village::new(pool).await;
    demo::seed(&village.hall).await.unwrap();
    for (path, posted, hidden) in [
        ("/", "四组农田北渠冬天结冰溢水", "快递到镇上就不送了"),
        ("/?lang=en", "The north ditch overflows and freezes", "Parcels come as far as"),
    ] {
        let whole = page(&village, path).await;
        assert!(whole.contains(posted) && !whole.contains(hidden), "{path}");
        assert!(!whole.contains("<script") && !whole.contains("style="), "{path}");
        let names: Vec<String> =
            sqlx::query_scalar("select fields->>'name' from record where kind = 'person'")
                .fetch_all(village.pool())
                .await
                .unwrap();
        assert_eq!(names.len(), 18);
        assert!(names.iter().all(|name| !whole.contains(name.as_str())), "{path}");
        for encoding in ["br", "gzip"] {
            let html = get(&village, path, encoding).await.bytes.len();
            let css = get(&village, sheet(&whole), encoding).await.bytes.len();
            println!("{path} {encoding}: {html} + {css} bytes");
            assert!(html + css <= 14 * 1024);
        }
    }
}

#[sqlx::test]
async fn an_empty_board_says_so(pool: PgPool) {
    let village = Village::new(pool).await;
    assert!(page(&village, "/").await.contains("这会儿没有公示的事"));
    assert!(page(&village, "/?lang=en").await.contains("Nothing is posted"));
}
