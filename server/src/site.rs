//! The built app below `/app/`: its files as they are, and the shell for every address that a
//! screen may have.

use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{Router, get};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::error::Code;

/// Named by its content, so it never changes.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// To be asked for each time; the answer is mostly that nothing changed.
const ASK: HeaderValue = HeaderValue::from_static("no-cache");
const FOR_A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// The app's addresses, from the files in `folder`.
pub(crate) fn site(folder: &Path) -> Router {
    Router::new()
        .route("/app", get(|| async { Redirect::permanent("/app/") }))
        .nest("/app/", Router::new().fallback(file).with_state(folder.to_owned()))
}

async fn file(State(folder): State<PathBuf>, request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/').to_owned();
    let shell = is_screen(&path, request.headers());
    let asked = if shell { "/index.html".to_owned() } else { format!("/{path}") };
    let Ok(uri) = Uri::try_from(asked) else { return Code::NoSuchAddress.into_response() };
    let (mut parts, _) = request.into_parts();
    parts.uri = uri;
    let request = Request::from_parts(parts, Body::empty());
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .append_index_html_on_directories(false);
    let Ok(response) = files.oneshot(request).await;
    let mut response = response.map(Body::new);
    match response.status() {
        StatusCode::NOT_FOUND if shell => Code::NotBuilt.into_response(),
        StatusCode::NOT_FOUND => Code::NoSuchAddress.into_response(),
        _ => {
            response.headers_mut().insert(CACHE_CONTROL, lasting(&path));
            response
        }
    }
}

/// Whether an address is one of a screen, which the shell shows: a navigation to something that
/// is no file. A missing file must stay missing, or a browser would run the shell as a script.
fn is_screen(path: &str, headers: &HeaderMap) -> bool {
    let page = headers.get("sec-fetch-mode").is_some_and(|mode| mode == "navigate")
        || headers.get(ACCEPT).is_some_and(|kinds| kinds.as_bytes().starts_with(b"text/html"));
    let file = path.contains('.') || path.starts_with("pkg/") || path.starts_with("icons/");
    path.is_empty() || page && !file
}

fn lasting(path: &str) -> HeaderValue {
    match path.split_once('/') {
        Some(("pkg", _)) => FOR_EVER,
        Some(("icons" | "screenshots", _)) => FOR_A_DAY,
        _ => ASK,
    }
}
