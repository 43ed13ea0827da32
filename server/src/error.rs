//! What can go wrong at a door, as the one who knocked is told it: a status, a code for the app
//! and words for the person. The text of a database error never leaves.

use std::fmt;

use axum::Json;
use axum::extract::Request;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use words::Lang;

use crate::accounts::entry::Entry;

/// Why a request was not answered.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something the sender can be told.
    #[error(transparent)]
    Told(#[from] Code),
    /// The database failed; the sender is told that much.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The database came back from a backup under a running server, which must not answer any more.
    #[error(
        "another epoch has begun on the database: start this server again, with the new BANDENG_EPOCH"
    )]
    Asleep,
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        match self {
            Self::Told(code) => code.into_response(),
            Self::Database(error) => {
                tracing::error!(%error, "the database failed");
                Code::of_database(&error).into_response()
            }
            Self::Asleep => {
                tracing::error!("{self}");
                Code::Busy.into_response()
            }
        }
    }
}

/// What the sender is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// No session, or one that has run out.
    SignedOut,
    /// The session was ended from elsewhere.
    DeviceRevoked,
    /// No invite has this code.
    NoSuchInvite,
    /// Somebody has signed in by this invite already.
    InviteUsed,
    /// It is too late for this invite.
    InviteExpired,
    /// As many people as fit use this browser already.
    PhoneFull,
    /// No device of this person has this id.
    NoSuchDevice,
    /// No picture of this id that the caller may read, or none of the caller's own.
    NoSuchPhoto,
    /// A piece of a picture does not begin where the last one ended.
    WrongOffset,
    /// The bytes are not the picture that was announced, or tell where it was taken.
    NotThatPicture,
    /// Nobody comes in this way, or this part is not theirs to give.
    Entry(Entry),
    /// Too often, too fast.
    TooMany,
    /// More than is taken at once.
    TooLarge,
    /// The body is not declared as JSON.
    NotJson,
    /// The body is not what this door takes.
    Malformed,
    /// The request came from another site's page.
    ForeignPage,
    /// Others may: the office, or who watches over a village.
    NotYours,
    /// Nothing is at this address.
    NoSuchAddress,
    /// Nothing at this address takes this method.
    WrongMethod,
    /// It took too long.
    Slow,
    /// Too many want the same; it is worth trying again.
    Busy,
    /// The app's files are not there.
    NotBuilt,
    /// Something broke here.
    Trouble,
}

impl std::error::Error for Code {}

impl From<Entry> for Error {
    fn from(entry: Entry) -> Self {
        Code::Entry(entry).into()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Code {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignedOut => "signed_out",
            Self::DeviceRevoked => "device_revoked",
            Self::NoSuchInvite => "no_such_invite",
            Self::InviteUsed => "invite_used",
            Self::InviteExpired => "invite_expired",
            Self::PhoneFull => "phone_full",
            Self::NoSuchDevice => "no_such_device",
            Self::NoSuchPhoto => "no_such_photo",
            Self::WrongOffset => "wrong_offset",
            Self::NotThatPicture => "not_that_picture",
            Self::Entry(entry) => entry.as_str(),
            Self::TooMany => "too_many",
            Self::TooLarge => "too_large",
            Self::NotJson => "not_json",
            Self::Malformed => "malformed",
            Self::ForeignPage => "foreign_page",
            Self::NotYours => "not_yours",
            Self::NoSuchAddress => "no_such_address",
            Self::WrongMethod => "wrong_method",
            Self::Slow => "slow",
            Self::Busy => "busy",
            Self::NotBuilt => "not_built",
            Self::Trouble => "trouble",
        }
    }

    /// The status it is told with.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::SignedOut | Self::DeviceRevoked => StatusCode::UNAUTHORIZED,
            Self::NoSuchInvite | Self::NoSuchDevice | Self::NoSuchPhoto | Self::NoSuchAddress => {
                StatusCode::NOT_FOUND
            }
            Self::WrongOffset | Self::PhoneFull => StatusCode::CONFLICT,
            Self::NotThatPicture => StatusCode::UNPROCESSABLE_ENTITY,
            Self::InviteUsed | Self::InviteExpired => StatusCode::GONE,
            Self::Entry(entry) => entry.status(),
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::ForeignPage | Self::NotYours => StatusCode::FORBIDDEN,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Slow | Self::Busy | Self::NotBuilt => StatusCode::SERVICE_UNAVAILABLE,
            Self::Trouble => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What the person reads.
    #[must_use]
    pub fn words(self, lang: Lang) -> &'static str {
        let trouble = lang.words().trouble;
        match self {
            Self::SignedOut => trouble.signed_out,
            Self::DeviceRevoked => trouble.revoked,
            Self::NoSuchInvite | Self::InviteUsed | Self::InviteExpired => trouble.bad_invite,
            Self::PhoneFull => lang.words().welcome().phone_full,
            Self::Entry(entry) => entry.words(lang),
            Self::TooMany => trouble.slow_down,
            Self::TooLarge => trouble.too_large,
            Self::NotJson
            | Self::Malformed
            | Self::WrongMethod
            | Self::WrongOffset
            | Self::NotThatPicture => trouble.unreadable,
            Self::ForeignPage => trouble.foreign,
            Self::NoSuchDevice | Self::NoSuchPhoto | Self::NoSuchAddress | Self::NotYours => {
                trouble.nowhere
            }
            Self::Slow | Self::Busy | Self::NotBuilt | Self::Trouble => trouble.server,
        }
    }

    fn of_database(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) => Self::Busy,
            error if worth_a_retry(error) => Self::Busy,
            _ => Self::Trouble,
        }
    }

    /// What a layer below the handlers meant by a bare status.
    fn of_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::NoSuchAddress),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::WrongMethod),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooLarge),
            StatusCode::SERVICE_UNAVAILABLE => Some(Self::Slow),
            StatusCode::FORBIDDEN => Some(Self::ForeignPage),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(Self::NotJson),
            status if status.is_client_error() => Some(Self::Malformed),
            status if status.is_server_error() => Some(Self::Trouble),
            _ => None,
        }
    }
}

impl IntoResponse for Code {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        if self.status() == StatusCode::SERVICE_UNAVAILABLE || self == Self::TooMany {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}

/// Gives every failure its words, in the language of whoever asked.
pub(crate) async fn speak(request: Request, next: Next) -> Response {
    let wanted = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = Lang::of(wanted.unwrap_or_default());
    let response = next.run(request).await;
    let told = response.extensions().get::<Code>().copied();
    // a page has words of its own
    let page = response.headers().get(CONTENT_TYPE);
    let page = page.is_some_and(|of| of.as_bytes().starts_with(b"text/html"));
    let by_status = || Code::of_status(response.status()).filter(|_| !page);
    let Some(code) = told.or_else(by_status) else { return response };
    let body = json!({ "code": code.as_str(), "words": code.words(lang) });
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.remove(CONTENT_TYPE);
    (parts.status, parts.headers, Json(body)).into_response()
}

/// Whether the same transaction may well go through the next time: others were in the way.
#[must_use]
pub(crate) fn worth_a_retry(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    matches!(code.as_deref(), Some("40001" | "40P01" | "23505"))
}
