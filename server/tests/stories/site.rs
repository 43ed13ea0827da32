//! The built app's files, and the shell.

use std::fs;
use std::path::PathBuf;

use axum::body::Body;
use axum::http::Request;
use server::{Hall, http};
use sqlx::PgPool;

use crate::village::{Answer, answer};

/// A folder with a site of a few files, gone when the story ends.
struct Site(PathBuf);

impl Site {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("bandeng-site-{}", uuid::Uuid::now_v7()));
        fs::create_dir_all(folder.join("pkg")).unwrap();
        for (name, text) in [
            ("index.html", "<!doctype html>shell"),
            ("sw.js", "worker"),
            ("manifest.webmanifest", "{}"),
            ("pkg/app.1a2b.wasm", "module"),
            ("pkg/app.1a2b.wasm.br", "brotli"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        Self(folder)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// `200 text/html no-cache: <!doctype html>shell`
fn line(answer: &Answer) -> String {
    let kind = answer.header("content-type");
    let kept = answer.header("cache-control");
    let body = String::from_utf8_lossy(&answer.bytes);
    format!("{} {kind} {kept}: {body}", answer.told())
}

#[sqlx::test]
async fn screens_get_the_shell_and_missing_files_stay_missing(pool: PgPool) {
    let site = Site::new();
    let app = http::router(&Hall::new(pool, "epoch"), &site.0, "http://localhost:8080");
    let get = async |path: &str, page: bool| {
        let mut request = Request::get(path);
        if path.ends_with(".wasm") {
            request = request.header("accept-encoding", "br");
        }
        if page {
            request = request.header("accept", "text/html,*/*;q=0.8");
        }
        line(&answer(&app, request.body(Body::empty()).unwrap()).await)
    };
    let shell = "200 text/html no-cache: <!doctype html>shell";
    assert_eq!(get("/app/", false).await, shell);
    assert_eq!(get("/app/raise", true).await, shell);
    assert_eq!(get("/app/issues/0198a2b0-0000-7000-8000-000000000001", true).await, shell);
    assert_eq!(get("/app/sw.js", true).await, "200 text/javascript no-cache: worker");
    assert_eq!(
        get("/app/pkg/app.1a2b.wasm", false).await,
        "200 application/wasm public, max-age=31536000, immutable: brotli"
    );
    assert_eq!(
        get("/app/manifest.webmanifest", false).await,
        "200 application/manifest+json no-cache: {}"
    );
    for missing in ["/app/raise", "/app/sw2.js", "/app/pkg/old", "/app/../Cargo.toml"] {
        let page = missing.contains("pkg") || missing.contains('.');
        assert!(get(missing, page).await.starts_with("404 no_such_address"), "{missing}");
    }
}

#[sqlx::test]
async fn only_the_app_in_an_old_browser_is_shown_under_the_older_policy(pool: PgPool) {
    let site = Site::new();
    let app = http::router(&Hall::new(pool, "epoch"), &site.0, "http://localhost:8080");
    let old = "Mozilla/5.0 (Linux; Android 9) Chrome/75.0.3770.101 Mobile Safari/537.36";
    let new = "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36";
    for (path, agent, older) in [("/app/", old, true), ("/app/", new, false), ("/", old, false)] {
        let request = Request::get(path).header("user-agent", agent).header("accept", "text/html");
        let answer = answer(&app, request.body(Body::empty()).unwrap()).await;
        let policy = answer.header("content-security-policy");
        assert_eq!(policy.contains(" 'unsafe-eval'"), older, "{path} {agent}");
        assert_eq!(policy.contains(" 'wasm-unsafe-eval'"), !older, "{path} {agent}");
    }
}
