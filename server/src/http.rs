//! All addresses of the server, and what surrounds them.

use std::any::Any;
use std::path::Path;

use axum::Extension;
use axum::Json;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{Router, get, post};
use serde_json::{Value, json};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::decompression::RequestDecompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::accounts::{
    ask_in, burden, calendars, device, erase, export, grant, invite, ledger, me, pairing, passkey,
    password, people,
};
use crate::error::{self, Code, Error};
use crate::hall::Hall;
use crate::sync::{digests, past, poke, pull, push, still};
use crate::{database, headers, office, open, pages, photos, printing, short, site, sync};

/// The largest body, as it is after decompression.
const LARGEST: usize = 1_000_000;

/// All addresses: `site` is the folder of the built app, `origin` the address people type.
pub fn router(hall: &Hall, folder: &Path, origin: &str) -> Router {
    // brotli 5 makes a page of records 5 % smaller than gzip and costs less
    let compression = CompressionLayer::new().quality(CompressionLevel::Precise(5));
    // what is short already would only grow
    let short = NotForContentType::const_new(domain::form::short::KIND);
    // and what is packed already
    let (zip, tar) = ("application/zip", "application/x-tar");
    let packed = NotForContentType::const_new(zip).and(NotForContentType::const_new(tar));
    let compression = compression.compress_when(DefaultPredicate::new().and(short).and(packed));
    let trace = TraceLayer::new_for_http().make_span_with(span).on_failure(());
    Router::new()
        .nest("/api/v1", api(origin).with_state(hall.clone()))
        .merge(pages::router(origin).with_state(hall.clone()))
        .merge(printing::router(origin).with_state(hall.clone()))
        .merge(open::router().with_state(hall.clone()))
        .merge(site::site(folder))
        .route("/health", get(health).with_state(hall.clone()))
        .fallback(async || Code::NoSuchAddress)
        .method_not_allowed_fallback(async || Code::WrongMethod)
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, hall.patience.whole))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn(error::speak))
        .layer(compression)
        .layer(middleware::from_fn(headers::guard))
        .layer(trace)
}

fn api(origin: &str) -> Router<Hall> {
    let csrf = CsrfLayer::new();
    // behind a proxy that rewrites Host the browser's Origin would not match it
    let csrf = csrf.clone().add_trusted_origin(origin).unwrap_or(csrf);
    let csrf = csrf.with_rejection_response(|_: ProtectionError| Code::ForeignPage.into_response());
    let unkept = HeaderValue::from_static("no-store");
    Router::new()
        .route("/push", post(push::push))
        .route("/pull", post(pull::pull))
        .route("/still/{word}", get(still::still))
        .route("/digest", get(digests::digests))
        .route("/past", post(past::tell))
        .route("/poke", get(poke::poke))
        .route("/photos/{id}", get(photos::show).head(photos::offset).patch(photos::take))
        .route("/invites/look", post(invite::look))
        .route("/invites/redeem", post(invite::redeem))
        .route("/me", get(me::me))
        .route("/devices", get(device::list))
        .route("/devices/revoke", post(device::revoke))
        .merge(entries())
        .route("/sign-out", post(device::sign_out))
        .route("/audit", post(ledger::read))
        .route("/export", post(export::export))
        .route("/erase/look", post(erase::look))
        .route("/erase", post(erase::erase))
        .nest("/district", office::router())
        .route("/calendars/{place}", get(calendars::list).post(calendars::make))
        .route("/calendars/close", post(calendars::close))
        .route("/burden", post(burden::take))
        .route("/burden/sums", get(burden::sums))
        .route("/ping", get(ping))
        .layer(Extension(passkey::Site::at(origin)))
        .layer(middleware::from_fn(short::speak))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(RequestDecompressionLayer::new())
        .layer(csrf)
        .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, unkept))
}

/// Ways in beside an invite, and who may ask whom in.
fn entries() -> Router<Hall> {
    Router::new()
        .route("/devices/not-me", post(device::not_me))
        .route("/people/{place}", get(people::list))
        .route("/people/grant", post(grant::give))
        .route("/people/withdraw", post(grant::take))
        .route("/people/invite", post(ask_in::ask))
        .route("/people/take-back", post(ask_in::take_back))
        .route("/pairing", post(pairing::open))
        .route("/pairing/enter", post(pairing::enter))
        .route("/password", get(password::show).post(password::set))
        .route("/password/remove", post(password::remove))
        .route("/password/enter", post(password::enter))
        .route("/passkeys", get(passkey::list))
        .route("/passkeys/begin", post(passkey::begin))
        .route("/passkeys/add", post(passkey::add))
        .route("/passkeys/remove", post(passkey::remove))
        .route("/passkeys/ask", post(passkey::ask))
        .route("/passkeys/enter", post(passkey::enter))
}

/// Says that it is this server that answers, and not a captive portal.
async fn ping(State(hall): State<Hall>) -> Json<Value> {
    Json(json!({ "bandeng": true, "epoch": *hall.epoch, "server_at": sync::now() }))
}

/// For whoever watches over the server: does it reach its database?
async fn health(State(hall): State<Hall>) -> Result<Json<Value>, Error> {
    database::answers(&hall.pool).await?;
    Ok(Json(json!({ "ok": true, "version": env!("CARGO_PKG_VERSION") })))
}

/// Addresses here hold no names and no codes: those travel in bodies and fragments. But a few, which are not told.
fn span(request: &Request) -> tracing::Span {
    let path = untold(request.uri().path());
    tracing::debug_span!("request", method = %request.method(), path)
}

/// Where an address itself opens something: all of them, each with what a log is told instead.
const SECRETS: [(&str, &str); 3] =
    [("brief/", "/brief/…"), ("rate/", "/rate/…"), ("calendar/", "/calendar/…")];

/// A path without the secret that opens a page.
fn untold(path: &str) -> &str {
    let bare = path.trim_start_matches('/');
    let secret = SECRETS.iter().find(|(begins, _)| {
        bare.get(..begins.len()).is_some_and(|start| start.eq_ignore_ascii_case(begins))
    });
    secret.map_or(path, |(_, told)| told)
}

fn panicked(_: Box<dyn Any + Send>) -> Response {
    // the panic itself has been written to the log by its hook
    Code::Trouble.into_response()
}

#[cfg(test)]
mod tests {
    use super::untold;

    #[test]
    fn a_secret_in_an_address_is_not_told_to_a_log() {
        assert_eq!(untold("/rate/abcdefghijkmnpqrst"), "/rate/…");
        assert_eq!(untold("/Rate/abcdefghijkmnpqrst"), "/rate/…");
        assert_eq!(untold("/brief/abcdefghijkmnpqrst"), "/brief/…");
        assert_eq!(untold("/Calendar/abcdefghijkmnpqrst.ics"), "/calendar/…");
        assert_eq!(untold("//brief/abcdefghijkmnpqrst"), "/brief/…");
        assert_eq!(untold("/s/2345ABCD"), "/s/2345ABCD");
    }
}
