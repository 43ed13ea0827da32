//! The few bytes in which a phone and this server write each other what is small: read here into JSON, and the answer
//! written so again. No handler knows of it, and nobody has to write so.

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::form::short::{KIND, SMALL, Short};

use crate::error::Code;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// Reads a short message, and answers in kind if the answer is small.
pub(crate) async fn speak(mut request: Request, next: Next) -> Response {
    let kind = request.headers().get(CONTENT_TYPE);
    if kind.is_none_or(|kind| kind.as_bytes() != KIND.as_bytes()) {
        return next.run(request).await;
    }
    // no more than is small: a few bytes can mean many
    let Ok(sent) = to_bytes(std::mem::take(request.body_mut()), SMALL).await else {
        return Code::TooLarge.into_response();
    };
    let mut talk = Short::new();
    let Some(asked) = talk.read(&sent) else { return Code::Malformed.into_response() };
    request.headers_mut().insert(CONTENT_TYPE, JSON);
    request.headers_mut().remove(CONTENT_LENGTH);
    *request.body_mut() = Body::from(asked);
    let response = next.run(request).await;
    if small(&response) { shortened(response, &mut talk).await } else { response }
}

fn small(response: &Response) -> bool {
    let size = response.body().size_hint().exact();
    response.status() == StatusCode::OK
        && response.headers().get(CONTENT_TYPE) == Some(&JSON)
        && size.is_some_and(|size| size < SMALL as u64)
}

async fn shortened(response: Response, talk: &mut Short) -> Response {
    let (mut parts, body) = response.into_parts();
    let told = to_bytes(body, SMALL).await.ok();
    let Some(told) = told.and_then(|told| String::from_utf8(told.to_vec()).ok()) else {
        return Code::Trouble.into_response();
    };
    parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static(KIND));
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(talk.write(&told)))
}
