//! JSON bodies, as every door here takes and gives them: declared as JSON, not too large, and of the right shape.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::Form;

use crate::error::Code;

/// What was sent.
#[derive(Debug)]
pub(crate) struct Sent<T>(pub(crate) T);

impl<T: Form, S: Send + Sync> FromRequest<S> for Sent<T> {
    type Rejection = Code;

    async fn from_request(request: Request, state: &S) -> Result<Self, Code> {
        // a form of another site cannot declare this, so it is a second lock on the door
        let declared = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let kind = declared.and_then(|value| value.split(';').next()).unwrap_or_default();
        if !kind.trim().eq_ignore_ascii_case("application/json") {
            return Err(Code::NotJson);
        }
        let body = Bytes::from_request(request, state).await.map_err(|rejected| {
            let too_large = rejected.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE;
            if too_large { Code::TooLarge } else { Code::Malformed }
        })?;
        let told = serde_json::from_slice(&body).map_err(|_| Code::Malformed)?;
        T::read(told).map(Self).map_err(|_| Code::Malformed)
    }
}

/// What is answered.
#[derive(Debug)]
pub(crate) struct Answered<T>(pub(crate) T);

impl<T: Form> IntoResponse for Answered<T> {
    fn into_response(self) -> Response {
        Json(self.0.form()).into_response()
    }
}
